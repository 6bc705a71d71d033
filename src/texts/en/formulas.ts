// English sentences a formula shows when it cannot answer, one each, and the words of the menu.
import type { FormulaTexts } from '../formulas-type';

export const formulas: FormulaTexts = {
  'nothing-synced': () =>
    'Nothing has been synced in this file yet: open Extensions > Ledger for WhatsApp > Open sidebar and press Sync.',
  'no-selection': () =>
    'No dates or templates were synced in the sidebar yet: sync once, or give template and dates, as in =WA_SPENT("promo";"2026-11-01";"2026-11-30").',
  'template-unknown': ({ name }) =>
    `There is no template "${name}" in this file: check the name, or sync the account that has it.`,
  'template-guess': ({ name, guess }) =>
    `There is no template "${name}" in this file. Did you mean "${guess}"?`,
  'id-as-number': () =>
    'This ID has more digits than Sheets keeps in a number: write it as text, in quotes, as in "12345678901234567".',
  'template-bad': () => 'The template must be a name, an ID or a pattern such as "promo_*".',
  'account-unknown': ({ name, known }) =>
    `There is no account "${name}" in this file. Known: ${known}.`,
  'date-bad': ({ value }) =>
    `"${value}" is not a day: use a date cell, "2026-11-01", a month such as "2026-11", or a word such as "last_30_days".`,
  'date-missing': () => 'The last day is given but the first day is missing.',
  'dates-reversed': ({ from, to }) => `The first day ${from} comes after the last day ${to}.`,
  'keyword-with-end': ({ keyword }) =>
    `"${keyword}" already says both days: leave the last day empty.`,
  'before-coverage': ({ day, first, formula }) =>
    `${day} was never fetched, the history starts on ${first}. This works: ${formula}`,
  gap: ({ day, formula }) =>
    `${day} was never fetched: sync these dates in the sidebar. This works now: ${formula}`,
  'needs-all': () =>
    'A pattern or "*" needs the history of all templates, but only some were synced: sync with "All templates" once.',
  'never-fetched': () =>
    'No day of this template was fetched yet: choose its dates in the sidebar and press Sync.',
  'two-currencies': ({ currencies }) =>
    `These templates are paid in different currencies (${currencies}), which cannot be added: name one account as the fourth value.`,
  shapes: ({ a, b }) =>
    `The ranges do not line up: one has ${a} cells and the other ${b} in the same direction.`,
  'too-many-arguments': () =>
    'Too many values: use template, first day, last day, account and WA_LIVE.',
  'last-sync-argument': () => 'Use =WA_LAST_SYNC(WA_SYNCED).',
};
export const inCell = (row: number, column: number, sentence: string): string =>
  `Row ${row}, column ${column} of the answer: ${sentence}`;

export const menu = { openSidebar: 'Open sidebar', title: 'Ledger for WhatsApp' };

/** What the sidebar says although a sync worked. */
export const notices: Record<string, (facts: Readonly<Record<string, string | number>>) => string> = {
  clipped: ({ reach }) =>
    `Meta answers from ${reach} on. Earlier days come only from what this sheet already keeps.`,
  dropped: ({ count }) =>
    `${count} numbers from Meta did not fit a day or template that was asked for and were left out.`,
  'missing-templates': ({ count }) =>
    `Meta refused ${count} templates, perhaps deleted just now. Their rows stay as they are.`,
  'moved-rows': () =>
    'Rows were sorted, added or deleted by hand, so the whole tab was read once to find each row.',
  'tab-was-missing': ({ tab }) => `The tab "${tab}" was gone and has been made again.`,
  doubted: ({ day }) =>
    `Meta answered only zeros for ${day} although the sheet has messages there. The old numbers stay and the day is asked again next time.`,
};
