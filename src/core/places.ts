// Where the rows of each day stand in `WA Daily`: a hint that saves reading the whole tab.
import { type Day, dayNumber, dayOf } from './day';

/** `count` rows of one day from `row` on. */
export interface Run {
  day: Day;
  row: number;
  count: number;
}
export interface Places {
  /** Last row of our table; 1 = only its header. */
  end: number;
  /** Last row of the tab with anything in it as we left it; a person's own cells may reach further down. */
  last: number;
  runs: Run[];
}

export const noPlaces = (): Places => ({ end: 1, last: 1, runs: [] });

/** Text form: `end|last|day:row:count;…`, numbers in base 36. */
export function encodePlaces({ end, last, runs }: Places): string {
  const parts = runs.map(({ day, row, count }) =>
    [dayNumber(day), row, count].map((n) => n.toString(36)).join(':'),
  );
  return `${end.toString(36)}|${last.toString(36)}|${parts.join(';')}`;
}

// Few enough digits that a damaged number is still a day.
const PLACES =
  /^([0-9a-z]{1,6})\|([0-9a-z]{1,6})\|((?:[0-9a-z]{1,4}:[0-9a-z]{1,6}:[0-9a-z]{1,6}(?:;(?!$)|$))*)$/;

/** @returns null when the text is not of this form */
export function decodePlaces(text: string): Places | null {
  const match = PLACES.exec(text);
  if (!match) return null;
  const runs = (match[3] ?? '')
    .split(';')
    .filter((part) => part !== '')
    .map((part) => {
      const [day = 0, row = 0, count = 0] = part.split(':').map((n) => Number.parseInt(n, 36));
      return { day: dayOf(day), row, count };
    });
  const [end = 1, last = 1] = [match[1], match[2]].map((n) => Number.parseInt(n ?? '1', 36));
  return { end, last, runs };
}

/** Places of rows as they stand, by sheet row. */
export function placesOf(
  rows: readonly { rowNumber: number; day: Day }[],
  end: number,
  last: number,
): Places {
  return { end, last, runs: joinRuns([], rows) };
}

function joinRuns(before: readonly Run[], rows: readonly { rowNumber: number; day: Day }[]): Run[] {
  const runs = before.map((run) => ({ ...run }));
  for (const { rowNumber, day } of rows) {
    const last = runs[runs.length - 1];
    if (last && last.day === day && last.row + last.count === rowNumber) last.count += 1;
    else runs.push({ day, row: rowNumber, count: 1 });
  }
  return runs;
}

/** Adds rows appended from `firstRow` on. */
export function addRows(places: Places, firstRow: number, days: readonly Day[]): Places {
  const rows = days.map((day, i) => ({ rowNumber: firstRow + i, day }));
  const end = firstRow + days.length - 1;
  return { end, last: Math.max(places.last, end), runs: joinRuns(places.runs, rows) };
}

/** The last row of ours above a row; 1 = only the header. What a person typed below the table is none. */
export function lastRowAbove(places: Places, row: number): number {
  let found = 1;
  for (const run of places.runs) {
    if (run.row < row) found = Math.max(found, Math.min(run.row + run.count, row) - 1);
  }
  return found;
}

/** A block of rows to read in one call. */
export interface Block {
  first: number;
  last: number;
}

/** Rows that are cheaper to read along than to make another call for (performance.md §4.3). */
const WORTH_A_CALL = 2_000;
/** More blocks than this are read as one. */
const MOST_BLOCKS = 2;

/** The blocks that hold all rows of some days, few and not much larger than needed. */
export function blocksFor(places: Places, from: Day, to: Day): Block[] {
  const runs = places.runs
    .filter((run) => run.day >= from && run.day <= to)
    .sort((a, b) => a.row - b.row);
  const blocks: Block[] = [];
  for (const run of runs) {
    const last = blocks[blocks.length - 1];
    if (last && run.row - last.last <= WORTH_A_CALL) last.last = run.row + run.count - 1;
    else blocks.push({ first: run.row, last: run.row + run.count - 1 });
  }
  const first = blocks[0];
  const last = blocks[blocks.length - 1];
  if (!first || !last || blocks.length <= MOST_BLOCKS) return blocks;
  return [{ first: first.first, last: last.last }];
}

/** Whether rows that were read stand where the places say, no fewer and no more. */
export function agree(
  places: Places,
  rows: readonly { rowNumber: number; day: Day }[],
  from: Day,
  to: Day,
): boolean {
  const dayAt = new Map(rows.map((row) => [row.rowNumber, row.day]));
  let expected = 0;
  for (const run of places.runs) {
    if (run.day < from || run.day > to) continue;
    for (let i = 0; i < run.count; i += 1) {
      if (dayAt.get(run.row + i) !== run.day) return false;
    }
    expected += run.count;
  }
  return rows.filter((row) => row.day >= from && row.day <= to).length === expected;
}
