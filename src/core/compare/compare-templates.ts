// Makes the lines of the comparison: which templates, over which days, with which totals and labels.
import { storableText } from '../cell-text';
import type { Day, DayRange } from '../day';
import { fetchedDays } from '../index/covered';
import type { Head } from '../index/head';
import { chunksFor, type RecordReader, sumSeries } from '../index/query';
import { noSums, type Sums } from '../index/sums';
import type { ComparedTemplate, TemplateLabels } from './comparison';
import { type Family, familiesOf, familyKey, latestOf } from './families';
import { firstMissing, heldStretch } from './held-days';
import { hasRows } from './measures';
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
export type KnownTemplate = Pick<
  TemplateLabels,
  'accountId' | 'templateId' | 'status' | 'quality' | 'text' | 'buttons'
>;

/** Everything the comparison is made of. */
export interface Material {
  head: Head;
  read: RecordReader;
  choice: Choice;
  listed: ListedTemplates;
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
  const families = familiesOf(head);
  const listed = listedByKey(material.listed);
  for (const [key, { accountId, template }] of listed) {
    // Listed, but its account has never been synced.
    if (!families.has(key)) {
      families.set(key, { accountId, templateId: template.id, series: new Map() });
    }
  }
  const chosen = choice.templates === 'all' ? null : new Set(choice.templates);
  const rows: ComparedTemplate[] = [];
  const missing: Day[] = [];
  for (const [key, family] of families) {
    if (chosen && !chosen.has(family.templateId)) continue;
    const periods = periodsOf(material, family);
    const lines = linesOf(material, family, periods, listed.get(key)?.template);
    rows.push(...lines);
    if (lines.length > 0 && periods.missing !== null) missing.push(periods.missing);
  }
  return { rows: inOrder(rows), missing: missing.sort()[0] ?? null };
}

function listedByKey(
  listed: ListedTemplates,
): Map<string, { accountId: string; template: ListedTemplate }> {
  const byKey = new Map<string, { accountId: string; template: ListedTemplate }>();
  for (const [accountId, templates] of listed) {
    for (const template of templates) {
      byKey.set(familyKey(accountId, template.id), { accountId, template });
    }
  }
  return byKey;
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

/** The earliest month that any template needs over its days, alone or among all; Infinity for none. */
export function earliestMonth(head: Head, choice: Choice): number {
  let first = Number.POSITIVE_INFINITY;
  for (const family of familiesOf(head).values()) {
    for (const templates of [choice.templates, [family.templateId]]) {
      const { days, comparedDays } = periodsOf({ head, choice: { ...choice, templates } }, family);
      for (const range of [days, comparedDays]) {
        if (!range) continue;
        for (const series of [...family.series.values()].flat()) {
          for (const { month } of chunksFor(head, series, range.from, range.to)) {
            first = Math.min(first, month);
          }
        }
      }
    }
  }
  return first;
}

/** One line; one for each currency where the account was billed in two; none where nothing is to be said. */
function linesOf(
  material: Material,
  family: Family,
  periods: Periods,
  template: ListedTemplate | undefined,
): ComparedTemplate[] {
  const { head, read, choice } = material;
  const { days, comparedDays, missing } = periods;
  const sums = (series: readonly number[], range: DayRange | null): Sums =>
    sumOf(head, read, series, range);
  const billed = [...family.series].map(([account, series]) => ({
    account,
    series,
    now: sums(series, days),
    before: sums(series, comparedDays),
  }));
  let shown = billed.filter(({ now, before }) => hasRows(now) || hasRows(before));
  if (shown.length === 0) {
    if (choice.templates === 'all' && !belongs(material, family, template)) return [];
    const account = head.accounts.map(([id]) => id).lastIndexOf(family.accountId);
    const last = billed[billed.length - 1];
    shown = [last ?? { account, series: [], now: noSums(), before: noSums() }];
  }
  return shown.map(({ account, series, now, before }) => ({
    labels: labelsOf(material, family, account, series, template),
    days,
    comparedDays,
    now: days && now,
    before: comparedDays && missing === null ? before : null,
  }));
}

/** Totals of some series, added up. */
export function sumOf(
  head: Head,
  read: RecordReader,
  series: readonly number[],
  range: DayRange | null,
): Sums {
  const sums = noSums();
  if (range) {
    for (const number of series) sumSeries(head, number, range.from, range.to, read, sums);
  }
  return sums;
}

/**
 * Whether a template without any row is shown: when Meta lists it. Of an account that was not asked this
 * time, those of the directory are, but for the ones known to be deleted.
 */
function belongs(
  { listed, known, accounts }: Material,
  { accountId, templateId }: Family,
  template: ListedTemplate | undefined,
): boolean {
  if (listed.has(accountId)) return template !== undefined;
  return (
    accounts.includes(accountId) && known.get(familyKey(accountId, templateId))?.status !== DELETED
  );
}

/** @param account number of the account's entry; below 0 where the index does not know it yet */
export function labelsOf(
  { head, read, listed, known }: Pick<Material, 'head' | 'read' | 'listed' | 'known'>,
  { accountId, templateId }: Family,
  account: number,
  series: readonly number[],
  template: ListedTemplate | undefined,
): TemplateLabels {
  const [, name = accountId, currency = null] = head.accounts[account] ?? [];
  const latest = head.series[latestOf(head, series, read)];
  const entry = series.length > 0 ? latest : undefined;
  const kept = known.get(familyKey(accountId, templateId));
  const gone = listed.has(accountId) ? DELETED : (kept?.status ?? '');
  // Meta may leave out what a template says; then what was read of it before stands.
  const told = template && (template.text !== '' || template.buttons.length > 0) ? template : null;
  return {
    account: name,
    accountId,
    template: plain(template?.name || entry?.[1] || templateId),
    templateId,
    language: plain(template?.language || entry?.[2] || ''),
    category: plain(template?.category || (entry && head.categories[entry[3]]) || ''),
    status: plain(template ? template.status : gone),
    quality: plain(template ? (template.quality ?? '') : (kept?.quality ?? '')),
    text: plain(told ? told.text : (kept?.text ?? '')),
    buttons: plain(
      told ? told.buttons.map(({ text }) => text).join(BETWEEN) : (kept?.buttons ?? ''),
    ),
    currency: currency ?? '',
  };
}

/** As a cell gives it back, or every build would take it for changed. */
const plain = (text: string): string => storableText(text.replace(/\r\n?/g, '\n'));
