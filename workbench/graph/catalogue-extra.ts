// Templates that only some scenarios have: odd names, and as many as an account holds.
import { createRandom, seedOf } from './random';
import {
  type Button,
  type Category,
  marketingPlanOf,
  type Plan,
  planOf,
  type Template,
} from './template';

/** Names that a spreadsheet, a page or a pattern could take for something else. */
export const ODD_NAMES: readonly string[] = [
  '=1+1',
  '+55',
  '-1',
  '@sum',
  "'apostrophe",
  '007',
  '1/2',
  '1E5',
  'TRUE',
  '50%',
  'R$ 3',
  '2026-11-01',
  '<b>x</b>',
  '&amp; "quoted", comma; semicolon',
  'promo_*',
  'category:MARKETING',
  '#REF!',
  ' space before',
  '\ttab before',
  'two\nlines',
  '🎉 festa',
  'مرحبا',
  `${'long_name_'.repeat(51)}ab`,
];

export function oddTemplates(): Template[] {
  return ODD_NAMES.map((name, index) => {
    const label = index % 2 === 0 ? name.slice(0, 25) : 'Ver';
    const buttons: Button[] = [
      { type: 'URL', text: label, url: 'https://aurora.example/odd' },
      { type: 'QUICK_REPLY', text: `=${index}` },
    ];
    return {
      id: longId('odd', index),
      name,
      language: 'pt_BR',
      status: 'APPROVED',
      category: 'MARKETING',
      components: [
        { type: 'BODY', text: `=HYPERLINK("https://aurora.example";"${index}")` },
        { type: 'BUTTONS', buttons },
      ],
      links: 'both',
      plan: planOf('MARKETING', { base: 20 + index, quiet: 0.2 }),
      ...(index % 2 === 0 ? { marketing: marketingPlanOf({ base: 15 + index, app: 0.3 }) } : {}),
    };
  });
}

/** Brings a list up to a number of templates, each of them with traffic on every day. */
export function fillUp(templates: Template[], total: number): Template[] {
  const kept = templates
    .filter(({ plan, marketing }) => plan !== null || marketing !== undefined)
    .slice(0, total);
  const more = Array.from({ length: total - kept.length }, (_, index) => generated(index));
  return [...kept, ...more].map((template) => {
    const { category, plan, marketing } = template;
    return {
      ...template,
      plan: planOf(category, { ...plan, ...everyDay(plan?.base ?? 0) }),
      ...(marketing && { marketing: { ...marketing, ...everyDay(marketing.base) } }),
    };
  });
}

const everyDay = (base: number): Partial<Plan> => ({
  base: Math.max(base, 25),
  week: [1, 1.05, 1.1, 1.15, 1.2, 0.9, 0.7],
  quiet: 0,
  until: undefined,
});

const CATEGORIES: readonly Category[] = ['MARKETING', 'MARKETING', 'UTILITY', 'AUTHENTICATION'];
const LANGUAGES = ['pt_BR', 'pt_BR', 'es', 'en_US'] as const;

function generated(index: number): Template {
  const category = CATEGORIES[index % CATEGORIES.length] ?? 'MARKETING';
  const language = LANGUAGES[Math.floor(index / 4) % LANGUAGES.length] ?? 'pt_BR';
  const random = createRandom(seedOf('generated', index));
  const buttons: Button[] =
    category === 'AUTHENTICATION'
      ? [{ type: 'OTP', text: 'Copiar código', otp_type: 'COPY_CODE' }]
      : [
          { type: 'URL', text: 'Abrir', url: `https://aurora.example/g/${index}` },
          { type: 'QUICK_REPLY', text: 'Parar' },
        ];
  return {
    id: longId('generated', index),
    name: `${category.toLowerCase()}_${String(index + 1).padStart(3, '0')}`,
    language,
    status: 'APPROVED',
    category,
    components: [
      { type: 'BODY', text: `Modelo ${index + 1}` },
      { type: 'BUTTONS', buttons: index % 5 === 4 ? [] : buttons },
    ],
    links: index % 7 === 0 ? 'unique' : 'both',
    plan: planOf(category, { base: 40 + Math.floor(random() * 260) }),
    // Half of what sells also goes through Marketing Messages.
    ...(index % 4 === 0
      ? { marketing: marketingPlanOf({ base: 30 + Math.floor(random() * 120), app: 0.3 }) }
      : {}),
  };
}

/** An id of 15, 16 or 17 digits; the index stands at its end, so two of a family never meet. */
function longId(family: string, index: number): string {
  const random = createRandom(seedOf(family, index));
  const length = 15 + (index % 3);
  let id = String(1 + Math.floor(random() * 9));
  while (id.length < length - 4) id += String(Math.floor(random() * 10));
  return id + (family === 'odd' ? '1' : '2') + String(index).padStart(3, '0');
}
