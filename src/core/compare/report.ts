// What the report of one template says: its totals, its buttons, and every single day.
import { compareText } from '../daily';
import { countDays, type Day, type DayRange, dayNumber, dayOf } from '../day';
import type { ChunkButton } from '../index/chunk';
import { visitRows } from '../index/query';
import { addRow, hasRows, noSums, type Sums } from '../index/sums';
import { divide, isMoney } from '../metrics';
import { tidy } from '../money';
import { labelsOf, type Material, periodsOf, sumOf } from './compare-templates';
import type { ComparedTemplate } from './comparison';
import { familiesOf, familyKey } from './families';
import { type Measure, measureOf } from './measures';

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

/** @returns null where the ledger has no such template */
export function reportTemplate(
  material: Material,
  accountId: string,
  templateId: string,
): TemplateReport | null {
  const { head, choice } = material;
  const family = familiesOf(head).get(familyKey(accountId, templateId));
  if (!family) return null;
  const { days, comparedDays, missing } = periodsOf(
    { head, choice: { ...choice, templates: [templateId] } },
    family,
  );
  const all = [...family.series.values()].flat();
  const billed = [...family.series.values()].filter((series) =>
    [days, comparedDays].some((range) => hasRows(sumOf(material, series, range))),
  );
  const currencies = new Set(
    billed.map((series) => labelsOf(material, family, series).currency || '?'),
  );
  const labels = labelsOf(material, family, all);
  const mixed = currencies.size > 1;
  return {
    labels: mixed ? { ...labels, currency: [...currencies].join(', ') } : labels,
    days,
    comparedDays,
    now: days && sumOf(material, all, days),
    before: comparedDays && missing === null ? sumOf(material, all, comparedDays) : null,
    ...byDayAndButton(material, all, days),
    mixed,
  };
}

function byDayAndButton(
  { head, read }: Material,
  series: readonly number[],
  days: DayRange | null,
): Pick<TemplateReport, 'byDay' | 'buttons'> {
  if (!days) return { byDay: [], buttons: [] };
  const first = dayNumber(days.from);
  const byDay = Array.from({ length: countDays(days) }, (_, i) => ({
    day: dayOf(first + i),
    sums: noSums(),
  }));
  const clicked: ChunkButton[] = [];
  for (const number of series) {
    visitRows(head, number, days, read, (row, day) => {
      const total = byDay[dayNumber(day) - first];
      if (total) addRow(total.sums, row.metrics, !row.noDaily);
      clicked.push(...(row.buttons ?? []));
    });
  }
  return { byDay, buttons: addButtons(clicked) };
}

/** Adds up the rows of each button. Its rate divides the clicks of rows that report both parts. */
function addButtons(rows: readonly ChunkButton[]): ButtonTotal[] {
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
