// Totals by day, week or month: every period between two days, from the rows themselves.
import { addDays, type Day, periodOf } from '../day';
import type { Head } from '../index/head';
import { type RecordReader, visitRows } from '../index/query';
import { addRow, noSums, type Sums } from '../index/sums';
import { type Cell, isAbsent, isBlank } from './arguments';
import { FormulaError } from './formula-error';
import { CUTS, type Cut } from './functions';
import { readPeriod } from './period-words';
import type { Part } from './question';
import { addTotals, type Totals } from './totals';

/**
 * Reads the argument `by`.
 *
 * @returns null when none is given
 * @throws FormulaError 'by-bad'
 */
export function readCut(cell: Cell): Cut | null {
  if (isAbsent(cell) || isBlank(cell)) return null;
  const word = typeof cell === 'string' ? readPeriod(cell) : null;
  const cut = CUTS.find((one) => one === word);
  if (!cut) {
    throw new FormulaError('by-bad', { value: typeof cell === 'object' ? cell.day : String(cell) });
  }
  return cut;
}

/** A period by its first day. The first and the last may be cut short by the days asked for. */
export interface PeriodTotals {
  start: Day;
  totals: Totals;
}

/**
 * The totals of every period that the parts reach over, in order, also of those without rows.
 *
 * @param read must have the months of `visitRows`
 */
export function totalsByPeriod(
  parts: readonly Part[],
  cut: Cut,
  head: Head,
  read: RecordReader,
): PeriodTotals[] {
  const periods = new Map<Day, Totals>();
  const starts = new Map<Day, Day>();
  for (const { from, to } of spansOf(parts)) {
    for (let day = from; day <= to; day = addDays(day, 1)) {
      const start = periodOf(day, cut).from;
      starts.set(day, start);
      if (!periods.has(start)) periods.set(start, new Map());
    }
  }
  for (const part of parts) {
    const sums = new Map<Day, Sums>();
    visitRows(head, part.series, part, read, (row, day) => {
      const start = starts.get(day) ?? day;
      const known = sums.get(start) ?? noSums();
      sums.set(start, known);
      addRow(known, row.metrics, !row.noDaily);
    });
    for (const [start, own] of sums) {
      addTotals(periods.get(start) ?? new Map(), head, part.series, own);
    }
  }
  return [...periods]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([start, totals]) => ({ start, totals }));
}

/** The different spans of days among some parts: mostly one. */
function spansOf(parts: readonly Part[]): { from: Day; to: Day }[] {
  return [...new Map(parts.map(({ from, to }) => [`${from} ${to}`, { from, to }])).values()];
}
