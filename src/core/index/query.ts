// Answers sums over any range of days from at most two chunks a series.
import { type Day, type DayRange, monthAt, monthNumber, monthOf } from '../day';
import { subtract } from '../money';
import { addButton } from './button-sums';
import { type ButtonSums, bucketOf, type ChunkRecord, type ChunkRow } from './chunk';
import { activeMonths, type Head, lastActive } from './head';
import { addRow, type Sums } from './sums';

/** Where a chunk stands: month number and bucket. */
export interface ChunkPlace {
  month: number;
  bucket: number;
}
/** Gives a series' record of a month, or null when it has none. */
export type RecordReader = (place: ChunkPlace, series: number) => ChunkRecord | null;

const dayOfMonth = (day: Day): number => Number(day.slice(8, 10));

/** The months whose chunks answer for a series between two days. */
function monthsFor(head: Head, series: number, from: Day, to: Day): [number | null, number | null] {
  const entry = head.series[series];
  if (!entry) return [null, null];
  const first = monthNumber(monthOf(from));
  const last = lastActive(entry, monthNumber(monthOf(to)));
  if (last === null || last < first) return [null, null];
  // Within one month the rows themselves are added up, without what came before.
  if (last === first) return [null, last];
  const before = dayOfMonth(from) === 1 ? lastActive(entry, first - 1) : lastActive(entry, first);
  return [before, last];
}

/**
 * The chunks needed for a series over a range, without duplicates.
 *
 * @example chunksFor(head, 0, '2026-10-05', '2026-11-20') // at most two places
 */
export function chunksFor(head: Head, series: number, from: Day, to: Day): ChunkPlace[] {
  const bucket = bucketOf(head.series[series]?.[0] ?? '', head.buckets);
  const [before, last] = monthsFor(head, series, from, to);
  if (last === null) return [];
  const places = [{ month: last, bucket }];
  if (before !== null && before !== last) places.push({ month: before, bucket });
  return places;
}

/** The chunks of every month in which a series has rows between two days. */
export function monthsWithRows(head: Head, series: number, { from, to }: DayRange): ChunkPlace[] {
  const entry = head.series[series];
  if (!entry) return [];
  const bucket = bucketOf(entry[0], head.buckets);
  const [first, last] = [monthNumber(monthOf(from)), monthNumber(monthOf(to))];
  return activeMonths(entry)
    .filter((month) => month >= first && month <= last)
    .map((month) => ({ month, bucket }));
}

/**
 * Visits the rows of a series between two days, in their order.
 *
 * @param read must have the chunks of `monthsWithRows`
 */
export function visitRows(
  head: Head,
  series: number,
  days: DayRange,
  read: RecordReader,
  visit: (row: ChunkRow, day: Day) => void,
): void {
  for (const place of monthsWithRows(head, series, days)) {
    const month = monthAt(place.month);
    for (const row of read(place, series)?.rows ?? []) {
      const day = `${month}-${String(row.dayOfMonth).padStart(2, '0')}`;
      if (day >= days.from && day <= days.to) visit(row, day);
    }
  }
}

/** What is added up: as of a record's beginning, and what a row adds. */
interface Adding {
  carried: (record: ChunkRecord) => number[];
  row: (sums: number[], row: ChunkRow) => void;
}

const METRICS: Adding = {
  carried: (record) => record.carried,
  row: (sums, row) => addRow(sums, row.metrics, !row.noDaily),
};

/**
 * Totals of a series over `from` to `to`, both included, added into `sums`.
 *
 * Within one month the rows are added up; over months it is a difference of running totals.
 *
 * @param read gives a record; callers memoise it
 */
export function sumSeries(
  head: Head,
  series: number,
  from: Day,
  to: Day,
  read: RecordReader,
  sums: Sums,
): void {
  addUp(head, series, { from, to }, read, sums, METRICS);
}

/**
 * Rows of `WA Buttons`, their clicks, and how many report clicks, of a series' buttons with a label over
 * `from` to `to`, added into `sums`.
 *
 * @param isMeant whether a label is meant
 */
export function sumButtons(
  head: Head,
  series: number,
  days: DayRange,
  read: RecordReader,
  sums: ButtonSums,
  isMeant: (label: string) => boolean,
): void {
  addUp(head, series, days, read, sums, {
    carried: ({ buttons = [] }) =>
      buttons
        .filter(({ label }) => isMeant(label))
        .reduce((all, { carried }) => all.map((n, i) => n + (carried[i] ?? 0)), [0, 0, 0]),
    row: (all, { buttons = [] }) => {
      for (const button of buttons) if (isMeant(button.label)) addButton(all, button);
    },
  });
}

function addUp(
  head: Head,
  series: number,
  { from, to }: DayRange,
  read: RecordReader,
  sums: number[],
  adding: Adding,
): void {
  const entry = head.series[series];
  const [before, last] = monthsFor(head, series, from, to);
  if (!entry || last === null) return;
  const bucket = bucketOf(entry[0], head.buckets);
  const record = read({ month: last, bucket }, series);
  if (!record) return;
  const firstMonth = monthNumber(monthOf(from));
  const end = last === monthNumber(monthOf(to)) ? dayOfMonth(to) : 31;
  const addDays = (into: number[], { rows }: ChunkRecord, first: number, until: number): void => {
    for (const row of rows) {
      if (row.dayOfMonth >= first && row.dayOfMonth <= until) adding.row(into, row);
    }
  };
  if (last === firstMonth) {
    addDays(sums, record, dayOfMonth(from), end);
    return;
  }
  const reached = [...adding.carried(record)];
  addDays(reached, record, 1, end);
  const earlier = before === null ? null : read({ month: before, bucket }, series);
  const skipped = earlier ? [...adding.carried(earlier)] : [];
  if (earlier) addDays(skipped, earlier, 1, before === firstMonth ? dayOfMonth(from) - 1 : 31);
  reached.forEach((total, i) => {
    sums[i] = (sums[i] ?? 0) + subtract(total, skipped[i] ?? 0);
  });
}
