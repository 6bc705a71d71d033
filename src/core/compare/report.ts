// What the report of one template says: its totals, its buttons, and every single day.
import { compareText } from '../daily';
import { type Day, type DayRange, dayNumber, dayOf, monthAt, monthNumber, monthOf } from '../day';
import { bucketOf, type ChunkRow } from '../index/chunk';
import type { Head } from '../index/head';
import type { RecordReader } from '../index/query';
import { addRow, noSums, type Sums } from '../index/sums';
import { divide, isMoney } from '../metrics';
import { tidy } from '../money';
import { labelsOf, type Material, periodsOf, sumOf } from './compare-templates';
import type { ComparedTemplate } from './comparison';
import { familiesOf, familyKey } from './families';
import { hasRows, type Measure, measureOf } from './measures';

/** Clicks on one button. */
export interface ButtonTotal {
  type: string;
  label: string;
  clicks: number | null;
  uniqueClicks: number | null;
  /** Delivered messages of the template on the days the button has a row. */
  delivered: number | null;
  clickRate: number | null;
}
export interface DayTotal {
  day: Day;
  sums: Sums;
}
export interface TemplateReport extends ComparedTemplate {
  buttons: ButtonTotal[];
  /** Every day of the period, also those without a row. */
  byDay: DayTotal[];
  /** Billed in two currencies on these days: money is left out, for it cannot be added. */
  mixed: boolean;
}

/** A number of the report, or null for money of two currencies. */
export const reportedIn = (
  { mixed }: Pick<TemplateReport, 'mixed'>,
  sums: Sums | null,
  measure: Measure,
): number | null => (mixed && isMoney(measure) ? null : measureOf(sums, measure));

/** @returns null where neither the ledger nor Meta's list has such a template */
export function reportTemplate(
  material: Material,
  accountId: string,
  templateId: string,
): TemplateReport | null {
  const { head, read } = material;
  const template = material.listed.get(accountId)?.find(({ id }) => id === templateId);
  const family = familiesOf(head).get(familyKey(accountId, templateId));
  if (!family) return null;
  const own = { ...material, choice: { ...material.choice, templates: [templateId] } };
  const { days, comparedDays, missing } = periodsOf(own, family);
  const all = [...family.series.values()].flat();
  const paid = [...family.series].filter(([, series]) =>
    [days, comparedDays].some((range) => hasRows(sumOf(head, read, series, range))),
  );
  const [account = -1] = paid[paid.length - 1] ?? [...family.series].pop() ?? [];
  const labels = labelsOf(material, family, account, all, template);
  const currencies = [...new Set(paid.map(([number]) => head.accounts[number]?.[2] ?? '?'))];
  const mixed = currencies.length > 1;
  const rows = days ? rowsOf(head, read, all, days) : [];
  return {
    labels: mixed ? { ...labels, currency: currencies.join(', ') } : labels,
    days,
    comparedDays,
    now: days && sumOf(head, read, all, days),
    before: comparedDays && missing === null ? sumOf(head, read, all, comparedDays) : null,
    buttons: addButtons(rows.flatMap(({ row }) => row.buttons ?? [])),
    byDay: days ? addDays(rows, days) : [],
    mixed,
  };
}

interface DatedRow {
  day: Day;
  row: ChunkRow;
}

function rowsOf(
  head: Head,
  read: RecordReader,
  series: readonly number[],
  { from, to }: DayRange,
): DatedRow[] {
  const bucket = bucketOf(head.series[series[0] ?? 0]?.[0] ?? '', head.buckets);
  const rows: DatedRow[] = [];
  const last = monthNumber(monthOf(to));
  for (let month = monthNumber(monthOf(from)); month <= last; month += 1) {
    for (const number of series) {
      for (const row of read({ month, bucket }, number)?.rows ?? []) {
        const day = `${monthAt(month)}-${String(row.dayOfMonth).padStart(2, '0')}`;
        if (day >= from && day <= to) rows.push({ day, row });
      }
    }
  }
  return rows;
}

function addDays(rows: readonly DatedRow[], { from, to }: DayRange): DayTotal[] {
  const days: DayTotal[] = [];
  const first = dayNumber(from);
  for (let day = first; day <= dayNumber(to); day += 1)
    days.push({ day: dayOf(day), sums: noSums() });
  for (const { day, row } of rows) {
    const total = days[dayNumber(day) - first];
    if (total) addRow(total.sums, row.metrics, !row.noDaily);
  }
  return days;
}

type ButtonRow = NonNullable<ChunkRow['buttons']>[number];

/** Adds up the rows of each button. Its rate divides the clicks of rows that report both parts. */
function addButtons(rows: readonly ButtonRow[]): ButtonTotal[] {
  const totals = new Map<string, { button: ButtonTotal; pair: [number, number] }>();
  for (const row of rows) {
    const key = JSON.stringify([row.type, row.label]);
    const total = totals.get(key) ?? {
      button: { ...row, clicks: null, uniqueClicks: null, delivered: null, clickRate: null },
      pair: [0, 0],
    };
    totals.set(key, total);
    for (const name of ['clicks', 'uniqueClicks', 'delivered'] as const) {
      if (row[name] !== null) total.button[name] = (total.button[name] ?? 0) + row[name];
    }
    if (row.clicks !== null && row.delivered !== null) {
      total.pair[0] += row.clicks;
      total.pair[1] += row.delivered;
    }
  }
  return [...totals.values()]
    .map(({ button, pair }) => {
      const rate = divide(...pair);
      return { ...button, clickRate: rate === null ? null : tidy(rate) };
    })
    .sort(
      (a, b) =>
        (b.clicks ?? b.uniqueClicks ?? -1) - (a.clicks ?? a.uniqueClicks ?? -1) ||
        compareText(a.label, b.label) ||
        compareText(a.type, b.type),
    );
}
