// The custom functions, as people meet them in a cell: the comment above each is its help while typing.
import { answerFormula, answerLastSync, type FormulaValue } from './answer-formula';

/**
 * Messages sent with a template. Without dates: the dates chosen in the sidebar.
 *
 * @param {string} template Name, ID, pattern such as "promo_*", or "*" for all. Optional: the templates chosen in the sidebar.
 * @param {date} from First day, a month such as "2026-11", or a word such as "last_30_days". Optional.
 * @param {date} to Last day, included, or "week", "month", "quarter", "year". Optional.
 * @param {string} account Account name or ID. Optional: all accounts.
 * @param {string} live Write WA_LIVE here and the value follows every sync. Optional.
 * @return {number} Messages sent.
 * @customfunction
 */
export function WA_SENT(template: FormulaValue, from: FormulaValue, to: FormulaValue, account: FormulaValue, live: FormulaValue) {
  return answerFormula('WA_SENT', 'sent', [template, from, to, account, live]);
}

/**
 * Messages of a template that reached a phone. Without dates: the dates chosen in the sidebar.
 *
 * @param {string} template Name, ID, pattern such as "promo_*", or "*" for all. Optional: the templates chosen in the sidebar.
 * @param {date} from First day, a month such as "2026-11", or a word such as "last_30_days". Optional.
 * @param {date} to Last day, included, or "week", "month", "quarter", "year". Optional.
 * @param {string} account Account name or ID. Optional: all accounts.
 * @param {string} live Write WA_LIVE here and the value follows every sync. Optional.
 * @return {number} Messages delivered.
 * @customfunction
 */
export function WA_DELIVERED(template: FormulaValue, from: FormulaValue, to: FormulaValue, account: FormulaValue, live: FormulaValue) {
  return answerFormula('WA_DELIVERED', 'delivered', [template, from, to, account, live]);
}

/**
 * Money spent on a template, in the account's currency. Without dates: the dates chosen in the sidebar.
 *
 * @param {string} template Name, ID, pattern such as "promo_*", or "*" for all. Optional: the templates chosen in the sidebar.
 * @param {date} from First day, a month such as "2026-11", or a word such as "last_30_days". Optional.
 * @param {date} to Last day, included, or "week", "month", "quarter", "year". Optional.
 * @param {string} account Account name or ID. Optional: all accounts.
 * @param {string} live Write WA_LIVE here and the value follows every sync. Optional.
 * @return {number} Amount spent, empty where Meta does not report it.
 * @customfunction
 */
export function WA_SPENT(template: FormulaValue, from: FormulaValue, to: FormulaValue, account: FormulaValue, live: FormulaValue) {
  return answerFormula('WA_SPENT', 'spent', [template, from, to, account, live]);
}

/**
 * Clicks on a template's link buttons. Without dates: the dates chosen in the sidebar.
 *
 * @param {string} template Name, ID, pattern such as "promo_*", or "*" for all. Optional: the templates chosen in the sidebar.
 * @param {date} from First day, a month such as "2026-11", or a word such as "last_30_days". Optional.
 * @param {date} to Last day, included, or "week", "month", "quarter", "year". Optional.
 * @param {string} account Account name or ID. Optional: all accounts.
 * @param {string} live Write WA_LIVE here and the value follows every sync. Optional.
 * @return {number} Link clicks, empty for templates without link buttons.
 * @customfunction
 */
export function WA_CLICKS(template: FormulaValue, from: FormulaValue, to: FormulaValue, account: FormulaValue, live: FormulaValue) {
  return answerFormula('WA_CLICKS', 'clicks', [template, from, to, account, live]);
}

/**
 * What one delivered message of a template cost. Without dates: the dates chosen in the sidebar.
 *
 * @param {string} template Name, ID, pattern such as "promo_*", or "*" for all. Optional: the templates chosen in the sidebar.
 * @param {date} from First day, a month such as "2026-11", or a word such as "last_30_days". Optional.
 * @param {date} to Last day, included, or "week", "month", "quarter", "year". Optional.
 * @param {string} account Account name or ID. Optional: all accounts.
 * @param {string} live Write WA_LIVE here and the value follows every sync. Optional.
 * @return {number} Spent divided by delivered, empty when nothing was delivered.
 * @customfunction
 */
export function WA_COST_PER_DELIVERED(template: FormulaValue, from: FormulaValue, to: FormulaValue, account: FormulaValue, live: FormulaValue) {
  return answerFormula('WA_COST_PER_DELIVERED', 'costPerDelivered', [template, from, to, account, live]);
}

/**
 * What one click on a template's link buttons cost. Without dates: the dates chosen in the sidebar.
 *
 * @param {string} template Name, ID, pattern such as "promo_*", or "*" for all. Optional: the templates chosen in the sidebar.
 * @param {date} from First day, a month such as "2026-11", or a word such as "last_30_days". Optional.
 * @param {date} to Last day, included, or "week", "month", "quarter", "year". Optional.
 * @param {string} account Account name or ID. Optional: all accounts.
 * @param {string} live Write WA_LIVE here and the value follows every sync. Optional.
 * @return {number} Spent divided by link clicks, empty when nobody clicked.
 * @customfunction
 */
export function WA_COST_PER_CLICK(template: FormulaValue, from: FormulaValue, to: FormulaValue, account: FormulaValue, live: FormulaValue) {
  return answerFormula('WA_COST_PER_CLICK', 'costPerClick', [template, from, to, account, live]);
}

/**
 * When the ledger was last brought up to date. Format the cell as date and time.
 *
 * @param {date} synced Write WA_SYNCED here.
 * @return {date} Time of the last sync, empty before the first one.
 * @customfunction
 */
export function WA_LAST_SYNC(synced: FormulaValue) {
  return answerLastSync(synced);
}
