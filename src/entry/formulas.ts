// The custom functions, as people meet them in a cell: the comment above each is its help while typing.
import { answerFormula, answerLastSync, type FormulaValue } from './answer-formula';

/**
 * Messages sent with a template.
 *
 * @param {string} template Name, ID, "promo_*" or "*". All values are optional.
 * @param {date} from First day, "2026-11" or "last_30_days".
 * @param {date} to Last day, or "month".
 * @param {string} account Name or ID.
 * @param {string} live WA_LIVE, to follow every sync.
 * @customfunction
 */
export function WA_SENT(
  template: FormulaValue,
  from: FormulaValue,
  to: FormulaValue,
  account: FormulaValue,
  live: FormulaValue,
) {
  return answerFormula('WA_SENT', 'sent', [template, from, to, account, live]);
}

/**
 * Messages of a template that reached a phone.
 *
 * @param {string} template Name, ID, "promo_*" or "*". All values are optional.
 * @param {date} from First day, "2026-11" or "last_30_days".
 * @param {date} to Last day, or "month".
 * @param {string} account Name or ID.
 * @param {string} live WA_LIVE, to follow every sync.
 * @customfunction
 */
export function WA_DELIVERED(
  template: FormulaValue,
  from: FormulaValue,
  to: FormulaValue,
  account: FormulaValue,
  live: FormulaValue,
) {
  return answerFormula('WA_DELIVERED', 'delivered', [template, from, to, account, live]);
}

/**
 * Money spent on a template, in the account's currency.
 *
 * @param {string} template Name, ID, "promo_*" or "*". All values are optional.
 * @param {date} from First day, "2026-11" or "last_30_days".
 * @param {date} to Last day, or "month".
 * @param {string} account Name or ID.
 * @param {string} live WA_LIVE, to follow every sync.
 * @customfunction
 */
export function WA_SPENT(
  template: FormulaValue,
  from: FormulaValue,
  to: FormulaValue,
  account: FormulaValue,
  live: FormulaValue,
) {
  return answerFormula('WA_SPENT', 'spent', [template, from, to, account, live]);
}

/**
 * Clicks on a template's link buttons.
 *
 * @param {string} template Name, ID, "promo_*" or "*". All values are optional.
 * @param {date} from First day, "2026-11" or "last_30_days".
 * @param {date} to Last day, or "month".
 * @param {string} account Name or ID.
 * @param {string} live WA_LIVE, to follow every sync.
 * @customfunction
 */
export function WA_CLICKS(
  template: FormulaValue,
  from: FormulaValue,
  to: FormulaValue,
  account: FormulaValue,
  live: FormulaValue,
) {
  return answerFormula('WA_CLICKS', 'clicks', [template, from, to, account, live]);
}

/**
 * Cost of one delivered message: spent / delivered.
 *
 * @param {string} template Name, ID, "promo_*" or "*". All values are optional.
 * @param {date} from First day, "2026-11" or "last_30_days".
 * @param {date} to Last day, or "month".
 * @param {string} account Name or ID.
 * @param {string} live WA_LIVE, to follow every sync.
 * @customfunction
 */
export function WA_COST_PER_DELIVERED(
  template: FormulaValue,
  from: FormulaValue,
  to: FormulaValue,
  account: FormulaValue,
  live: FormulaValue,
) {
  return answerFormula('WA_COST_PER_DELIVERED', 'costPerDelivered', [
    template,
    from,
    to,
    account,
    live,
  ]);
}

/**
 * Cost of one link click: spent / link clicks.
 *
 * @param {string} template Name, ID, "promo_*" or "*". All values are optional.
 * @param {date} from First day, "2026-11" or "last_30_days".
 * @param {date} to Last day, or "month".
 * @param {string} account Name or ID.
 * @param {string} live WA_LIVE, to follow every sync.
 * @customfunction
 */
export function WA_COST_PER_CLICK(
  template: FormulaValue,
  from: FormulaValue,
  to: FormulaValue,
  account: FormulaValue,
  live: FormulaValue,
) {
  return answerFormula('WA_COST_PER_CLICK', 'costPerClick', [template, from, to, account, live]);
}

/**
 * When the ledger was last brought up to date. Format the cell as date and time.
 *
 * @param {date} synced Write WA_SYNCED here.
 * @customfunction
 */
export function WA_LAST_SYNC(synced: FormulaValue) {
  return answerLastSync(synced);
}
