// Answers a metric formula from the head and chunks of the index: resolve all cells, load once, add up.

import { type Day, type DayRange, dayNumber, dayOf } from '../day';
import { type ChunkRecord, findRecord } from '../index/chunk';
import { entryFor, fetchedDays } from '../index/covered';
import type { Head } from '../index/head';
import { type ChunkPlace, chunksFor, sumSeries } from '../index/query';
import { addSums, baseIn, noSums, ratioIn, rowsIn, type Sums } from '../index/sums';
import { type Interval, missingIn, unite } from '../intervals';
import { divide, isMoney, isRatio, type MetricName } from '../metrics';
import { tidy } from '../money';
import { type Argument, type Cell, isAbsent, type Spread, spreadArguments } from './arguments';
import { resolveDays } from './days';
import { FormulaError } from './formula-error';
import { resolveAccounts, resolveTemplates, type TemplateMatch } from './templates';

/** What a cell shows: a number, or empty. */
export type AnswerCell = number | '';

/** Loads chunk texts, in the order asked; one call for a whole formula. */
export type ChunkLoader = (places: ChunkPlace[]) => string[];

/** One cell's question after its arguments were understood. */
interface Question {
  match: TemplateMatch;
  /** Per series, the days that can be added up. */
  parts: { series: number; from: Day; to: Day }[];
}

/**
 * Answers `WA_SPENT(template; from; to; account)` and its like, over one cell or ranges.
 *
 * @param name the function's name, for the formula a message suggests
 * @throws FormulaError for the whole call, naming the first cell that cannot be answered
 */
export function answerMetric(
  name: string,
  metric: MetricName,
  args: readonly Argument[],
  head: Head,
  load: ChunkLoader,
): AnswerCell | AnswerCell[][] {
  if (args.length > 4) throw new FormulaError('too-many-arguments');
  const spread = spreadArguments(args);
  const questions = mapCells(spread, (row, column) => {
    const cells: Cell[] = [0, 1, 2, 3].map((i) => spread.at(i, row, column));
    return understand(name, cells, head);
  });
  const places = new Map<string, ChunkPlace>();
  for (const question of questions.flat()) {
    for (const { series, from, to } of question?.parts ?? []) {
      for (const place of chunksFor(head, series, from, to)) {
        places.set(`${place.month}:${place.bucket}`, place);
      }
    }
  }
  const wanted = [...places.values()];
  const texts = wanted.length > 0 ? load(wanted) : [];
  const byPlace = new Map([...places.keys()].map((key, i) => [key, texts[i] ?? '']));
  const records = new Map<string, ChunkRecord | null>();
  const read = (place: ChunkPlace, series: number): ChunkRecord | null => {
    const key = `${place.month}:${series}`;
    let record = records.get(key);
    if (record === undefined) {
      record = findRecord(byPlace.get(`${place.month}:${place.bucket}`) ?? '', series);
      records.set(key, record);
    }
    return record;
  };
  const answers = questions.map((line, row) =>
    line.map((question, column) =>
      inCell(spread, row, column, () => (question ? addUp(metric, question, head, read) : '')),
    ),
  );
  return spread.single ? (answers[0]?.[0] ?? '') : answers;
}

function mapCells<T>(spread: Spread, make: (row: number, column: number) => T): T[][] {
  return Array.from({ length: spread.rows }, (_, row) =>
    Array.from({ length: spread.columns }, (__, column) =>
      inCell(spread, row, column, () => make(row, column)),
    ),
  );
}

function inCell<T>(spread: Spread, row: number, column: number, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof FormulaError && !spread.single && !error.cell) {
      error.cell = { row: row + 1, column: column + 1 };
    }
    throw error;
  }
}

function understand(
  name: string,
  [template, from, to, account]: Cell[],
  head: Head,
): Question | null {
  const accounts = resolveAccounts(account, head);
  const match = resolveTemplates(template, head, accounts);
  if (!match) return null;
  const days = resolveDays(from, to, head);
  if (!days) return null;
  const suggest = ([first, last]: Interval): string =>
    `=${name}(${[
      quote(template, 'selected'),
      quote(dayOf(first)),
      quote(dayOf(last)),
      ...(accounts ? [quote(account)] : []),
    ].join(';')})`;
  return { match, parts: clipToCoverage(match, days, suggest, head) };
}

/** The days of each series that the ledger holds; throws where an answer would be wrong. */
function clipToCoverage(
  match: TemplateMatch,
  days: DayRange,
  suggest: (days: Interval) => string,
  head: Head,
): Question['parts'] {
  const covers = new Map<string, Interval[]>();
  const keys = match.series.map((series) => {
    const [id, , , , account] = head.series[series] ?? noSeries(series);
    const accountId = head.accounts[account]?.[0] ?? '';
    const own = !match.needsAll && entryFor(head, accountId, id) !== undefined;
    const key = `${accountId}|${own ? id : ''}`;
    if (!covers.has(key)) {
      const covered = fetchedDays(head, accountId, own ? id : null);
      if (covered.length === 0 && match.needsAll && hasAnyCoverage(head, accountId)) {
        throw new FormulaError('needs-all');
      }
      covers.set(key, covered);
    }
    return key;
  });
  const held = [...covers.values()].filter((covered) => covered.length > 0);
  if (held.length === 0 && match.series.length > 0) throw new FormulaError('never-fetched');
  const ranges = new Map<string, DayRange | null>();
  for (const [key, covered] of covers) ranges.set(key, clip(covered, days, held, suggest));
  return match.series.flatMap((series, i) => {
    const range = ranges.get(keys[i] ?? '');
    return range ? [{ series, ...range }] : [];
  });
}

function noSeries(series: number): never {
  throw new RangeError(`The index has no series ${series}.`);
}

const hasAnyCoverage = (head: Head, accountId: string): boolean =>
  head.coverage.some((entry) => entry.accountId === accountId);

/** @returns null when the range lies wholly before the first or after the last day ever fetched */
function clip(
  covered: readonly Interval[],
  days: DayRange,
  held: readonly (readonly Interval[])[],
  suggest: (days: Interval) => string,
): DayRange | null {
  const first = covered[0]?.[0];
  const last = covered[covered.length - 1]?.[1];
  if (first === undefined || last === undefined) return null;
  const from = dayNumber(days.from);
  const to = Math.min(dayNumber(days.to), last);
  if (to < first || from > to) return null;
  const gap = missingIn(covered, [from, to])[0];
  if (gap) {
    throw new FormulaError(gap[0] < first ? 'before-coverage' : 'gap', {
      day: dayOf(gap[0]),
      first: dayOf(first),
      formula: suggest(workingDays(held, covered, [from, to])),
    });
  }
  return { from: days.from, to: dayOf(to) };
}

/** Days that can be asked for instead: of those meant, or else of all there are. */
function workingDays(
  held: readonly (readonly Interval[])[],
  covered: readonly Interval[],
  meant: Interval,
): Interval {
  const all: Interval = [covered[0]?.[0] ?? meant[0], covered[covered.length - 1]?.[1] ?? meant[1]];
  for (const range of [meant, all]) {
    const works = longestIn(held, range) ?? longestIn([covered], range);
    if (works) return works;
  }
  return meant;
}

/** The longest stretch of a range that each of some sets of days holds, or null. */
function longestIn(sets: readonly (readonly Interval[])[], range: Interval): Interval | null {
  const missing = sets.reduce<Interval[]>((all, set) => unite(all, missingIn(set, range)), []);
  return missingIn(missing, range).reduce<Interval | null>(
    (best, part) => (best && best[1] - best[0] >= part[1] - part[0] ? best : part),
    null,
  );
}

const quote = (cell: Cell, absent = ''): string =>
  `"${(isAbsent(cell) || typeof cell === 'object' ? absent : String(cell)).replace(/"/g, '""')}"`;

function addUp(
  metric: MetricName,
  question: Question,
  head: Head,
  read: (place: ChunkPlace, series: number) => ChunkRecord | null,
): AnswerCell {
  if (question.parts.length === 0) return '';
  const byCurrency = new Map<string, Sums>();
  for (const { series, from, to } of question.parts) {
    const sums = noSums();
    sumSeries(head, series, from, to, read, sums);
    if (rowsIn(sums) === 0) continue;
    const currency = head.accounts[head.series[series]?.[4] ?? -1]?.[2] ?? '';
    const total = byCurrency.get(currency) ?? noSums();
    addSums(total, sums);
    byCurrency.set(currency, total);
  }
  if (isMoney(metric)) {
    // A currency that reports no spend at all has no part in the sum.
    const paid = [...byCurrency].filter(([, sums]) => baseIn(sums, 'spent')[1] > 0);
    if (paid.length > 1) {
      throw new FormulaError('two-currencies', {
        currencies: paid.map(([code]) => code || '?').join(', '),
      });
    }
  }
  const total = noSums();
  for (const sums of byCurrency.values()) addSums(total, sums);
  if (isRatio(metric)) {
    const [part, whole] = ratioIn(total, metric);
    const ratio = divide(part, whole);
    return ratio === null ? '' : tidy(ratio);
  }
  if (rowsIn(total) === 0) return 0;
  const [sum, reported] = baseIn(total, metric);
  return reported === 0 ? '' : tidy(sum);
}
