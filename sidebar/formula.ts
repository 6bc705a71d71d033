// Makes the example formula a person can paste after a sync.

import { quoteText, type TemplateChoice, type TemplateItem } from '../src/rpc/contract';

export interface Example {
  formula: string;
  /** Whether it names a template and so needs a first and a last day in A1 and A2. */
  named: boolean;
}

/**
 * Cost per click of a template that was really synced: preferably an
 * approved marketing one, the kind with buttons. Without a list, the formula that follows the sidebar's selection.
 *
 * @example exampleFormula(list, 'all', ';').formula // '=WA_COST_PER_CLICK("promo_verao"; A1; A2; WA_LIVE)'
 */
export function exampleFormula(
  list: readonly TemplateItem[] | null,
  choice: TemplateChoice,
  separator: string,
): Example {
  const synced = (list ?? []).filter(({ id }) => choice === 'all' || choice.includes(id));
  const template =
    synced.find(({ category, status }) => category === 'MARKETING' && status === 'APPROVED') ??
    synced.find(({ category }) => category === 'MARKETING') ??
    synced[0];
  if (!template) return { formula: '=WA_COST_PER_CLICK(WA_LIVE)', named: false };
  const args = [quoteText(template.name), 'A1', 'A2', 'WA_LIVE'].join(`${separator} `);
  return { formula: `=WA_COST_PER_CLICK(${args})`, named: true };
}
