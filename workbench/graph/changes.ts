// What becomes of some templates on a later day: deleted, archived, renamed. For the scenarios of that name.
import type { Scenario } from './scenarios';
import type { Change, Template } from './template';

/** Late enough that a clock can stand before and after it, and have 90 days in common. */
const DAY = '2026-12-01';
const LAST = '2026-11-30';
/** Archived templates are deleted 28 days later. */
const END = '2026-12-29';

const deleted: Change[] = [{ from: DAY, to: null }];
const archived: Change[] = [
  { from: DAY, to: { status: 'ARCHIVED' } },
  { from: END, to: null },
];
const stop = { until: LAST };

/** By scenario and template id. */
const FATES: Partial<Record<Scenario, Record<string, (template: Template) => Partial<Template>>>> =
  {
    'deleted-templates': {
      // carrinho_abandonado in Spanish; its Portuguese namesake stays.
      '1290557163341447': () => ({ changes: deleted }),
      // cupom_aniversario
      '3390871225540196': () => ({ changes: deleted }),
    },
    'archived-templates': {
      // boas_vindas
      '905112347766201': ({ plan }) => ({ changes: archived, plan: plan && { ...plan, ...stop } }),
      // newsletter_mensal
      '731904466281530': ({ plan, marketing }) => ({
        changes: archived,
        plan: plan && { ...plan, ...stop },
        ...(marketing && { marketing: { ...marketing, ...stop } }),
      }),
    },
    'renamed-templates': {
      // newsletter_mensal
      '731904466281530': () => ({ changes: [{ from: DAY, to: { name: 'novidades_do_mes' } }] }),
      // pesquisa_atendimento
      '36620418875590127': () => ({
        changes: [{ from: DAY, to: { category: 'MARKETING', previous_category: 'UTILITY' } }],
      }),
    },
  };

/** Several scenarios may meet on one template; their changes then come one after the other. */
export function changeTemplates(
  templates: Template[],
  scenarios: ReadonlySet<Scenario>,
): Template[] {
  return [...scenarios].reduce((list, scenario) => {
    const fates = FATES[scenario];
    if (fates === undefined) return list;
    return list.map((template) => {
      const fate = fates[template.id]?.(template);
      if (fate === undefined) return template;
      return {
        ...template,
        ...fate,
        changes: [...(template.changes ?? []), ...(fate.changes ?? [])],
      };
    });
  }, templates);
}
