// Makes the lines of the comparison: which templates, over which days, with which totals and labels.
import { storableText } from '../cell-text';
import { type Day, type DayRange, monthNumber, monthOf } from '../day';
import { fetchedDays } from '../index/covered';
import type { Head } from '../index/head';
import { chunksFor, type RecordReader, sumSeries } from '../index/query';
import { hasRows, noSums, type Sums } from '../index/sums';
import type { ComparedTemplate, TemplateLabels } from './comparison';
import { type Family, familiesOf, familyKey, latestOf } from './families';
import { firstMissing, heldStretch } from './held-days';
import { inOrder } from './order';
import { type Comparison, comparedPeriod } from './periods';

/** What to compare. */
export interface Choice extends DayRange {
  templates: 'all' | readonly string[];
  compareTo: Comparison;
}

/** A template as Meta lists it now. */
export interface ListedTemplate {
  id: string;
  name: string;
  language: string;
  category: string;
  status: string;
  quality: string | null;
  text: string;
  buttons: readonly { text: string }[];
}
/** What Meta lists, by account; an account that is not there was not asked. */
export type ListedTemplates = ReadonlyMap<string, readonly ListedTemplate[]>;

/** What a tab of ours says of a template: all that is left of one that Meta lists no more. */
export const KNOWN_LABELS = [
  'accountId',
  'templateId',
  'status',
  'quality',
  'text',
  'buttons',
] as const satisfies readonly (keyof TemplateLabels)[];
export type KnownTemplate = Pick<TemplateLabels, (typeof KNOWN_LABELS)[number]>;

/** Everything the comparison is made of. */
export interface Material {
  head: Head;
  read: RecordReader;
  choice: Choice;
  /** What Meta lists, by `familyKey`, and the accounts that were asked for it. */
  listed: ReadonlyMap<string, ListedTemplate>;
  asked: ReadonlySet<string>;
  /** What the tab says, by `familyKey`. */
  known: ReadonlyMap<string, KnownTemplate>;
  /** IDs of the accounts of this file. */
  accounts: readonly string[];
}

/** The word for a template that Meta no longer lists. */
export const DELETED = 'DELETED';
/** Between the labels of buttons. */
const BETWEEN = ' | ';

/** @returns the lines in order, and the first compared day that the ledger lacks, if it lacks one */
export function compareTemplates(material: Material): {
  rows: ComparedTemplate[];
  missing: Day | null;
} {
  const { head, choice } = material;
  const chosen = choice.templates === 'all' ? null : new Set(choice.templates);
  const rows: ComparedTemplate[] = [];
  const missing: Day[] = [];
  for (const family of familiesOf(head).values()) {
    if (chosen && !chosen.has(family.templateId)) continue;
    const periods = periodsOf(material, family);
    const lines = linesOf(material, family, periods);
    rows.push(...lines);
    if (lines.length > 0 && periods.missing !== null) missing.push(periods.missing);
  }
  return { rows: inOrder(rows), missing: missing.sort()[0] ?? null };
}

export interface Periods {
  days: DayRange | null;
  comparedDays: DayRange | null;
  /** The first compared day that the ledger lacks. */
  missing: Day | null;
}

/** The chosen days as far as they are held, and what they are compared with. */
export function periodsOf(
  { head, choice }: Pick<Material, 'head' | 'choice'>,
  { accountId, templateId }: Pick<Family, 'accountId' | 'templateId'>,
): Periods {
  // With all templates chosen every line has the same days, whatever was fetched for one of them besides.
  const held = fetchedDays(head, accountId, choice.templates === 'all' ? null : templateId);
  const days = heldStretch(held, choice);
  const comparedDays = days && comparedPeriod(days, choice.compareTo);
  return { days, comparedDays, missing: comparedDays && firstMissing(held, comparedDays) };
}

/** The earliest month that any template needs over the chosen and the compared days. */
export function earliestMonth(head: Head, choice: Choice): number {
  const { from } = comparedPeriod(choice, choice.compareTo) ?? choice;
  let first = monthNumber(monthOf(from));
  head.series.forEach((_, series) => {
    for (const { month } of chunksFor(head, series, from, choice.to)) {
      first = Math.min(first, month);
    }
  });
  return first;
}

/** One line; one for each currency where the account was billed in two; none where nothing is to be said. */
function linesOf(
  material: Material,
  family: Family,
  { days, comparedDays, missing }: Periods,
): ComparedTemplate[] {
  const { choice } = material;
  const billed = [...family.series.values()].map((series) => ({
    series,
    now: sumOf(material, series, days),
    before: sumOf(material, series, comparedDays),
  }));
  let shown = billed.filter(({ now, before }) => hasRows(now) || hasRows(before));
  // Without rows it is billed in the currency its account has now.
  if (shown.length === 0 && (choice.templates !== 'all' || belongs(material, family))) {
    shown = billed.slice(-1);
  }
  return shown.map(({ series, now, before }) => ({
    labels: labelsOf(material, family, series),
    days,
    comparedDays,
    now: days && now,
    before: comparedDays && missing === null ? before : null,
  }));
}

/** Totals of some series, added up. */
export function sumOf(
  { head, read }: Material,
  series: readonly number[],
  range: DayRange | null,
): Sums {
  const sums = noSums();
  if (range) {
    for (const number of series) sumSeries(head, number, range.from, range.to, read, sums);
  }
  return sums;
}

const keyOf = ({ accountId, templateId }: Family): string => familyKey(accountId, templateId);

/**
 * Whether a template without any row is shown: when Meta lists it. Of an account that was not asked this
 * time, those of the directory are, but for the ones known to be deleted.
 */
function belongs({ asked, listed, known, accounts }: Material, family: Family): boolean {
  if (asked.has(family.accountId)) return listed.has(keyOf(family));
  return accounts.includes(family.accountId) && known.get(keyOf(family))?.status !== DELETED;
}

/** @param series of one currency: the latest of them says what nobody else does */
export function labelsOf(
  { head, listed, asked, known }: Material,
  family: Family,
  series: readonly number[],
): TemplateLabels {
  const { accountId, templateId } = family;
  const [, name = '', language = '', category = -1, account = -1] =
    head.series[latestOf(head, series)] ?? [];
  const [, accountName = '', currency = null] = head.accounts[account] ?? [];
  const template = listed.get(keyOf(family));
  const kept = known.get(keyOf(family));
  // Meta may leave out what a template says; then what was read of it before stands.
  const told = template && (template.text !== '' || template.buttons.length > 0) ? template : null;
  const gone = asked.has(accountId) ? DELETED : kept?.status;
  const labels = {
    account: accountName,
    accountId,
    template: template?.name || name || templateId,
    templateId,
    language: template?.language || language,
    category: template?.category || head.categories[category],
    status: template ? template.status : gone,
    quality: template ? template.quality : kept?.quality,
    text: told ? told.text : kept?.text,
    buttons: told ? told.buttons.map(({ text }) => text).join(BETWEEN) : kept?.buttons,
    currency,
  };
  // As a cell gives it back, or every build would take it for changed.
  const entries = Object.entries(labels).map(([key, label]) => [key, storableText(label ?? '')]);
  return Object.fromEntries(entries) as TemplateLabels;
}
