// Answers sums and ratios from the head and chunks of the index: resolve all cells, load once, add up.

import { type ChunkRecord, findRecord } from '../index/chunk';
import type { Head } from '../index/head';
import { type ChunkPlace, chunksFor, type RecordReader, sumSeries } from '../index/query';
import { addSums, baseIn, noSums, ratioIn, rowsIn, type Sums } from '../index/sums';
import { divide, isMoney, isRatio, type MetricName, RATIO_METRICS } from '../metrics';
import { tidy } from '../money';
import { type Argument, type Cell, type Spread, spreadArguments } from './arguments';
import { FormulaError } from './formula-error';
import { type Asked, type Question, understand } from './question';

/** What a cell shows: a number, or empty. */
export type AnswerCell = number | '';

/** Loads chunk texts, in the order asked; one call for a whole formula. */
export type ChunkLoader = (places: ChunkPlace[]) => string[];

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
  return answerCells(
    name,
    args,
    ([template, from, to, account]) => ({ template, more: [], from, to, account }),
    head,
    load,
    (question, _asked, read) => addUp(metric, question, head, read),
  );
}

/**
 * Answers each cell of a call: all are understood first, then what they need is loaded at once.
 *
 * @param layout what the function's arguments mean, in their order
 * @param answer a cell's answer; `isSingle` tells whether it is the only one
 */
export function answerCells(
  name: string,
  args: readonly Argument[],
  layout: (cells: Cell[]) => Asked,
  head: Head,
  load: ChunkLoader,
  answer: (question: Question, asked: Asked, read: RecordReader, isSingle: boolean) => AnswerCell,
): AnswerCell | AnswerCell[][] {
  const spread = spreadArguments(args);
  const questions = mapCells(spread, (row, column) => {
    const asked = layout(args.map((_, i) => spread.at(i, row, column)));
    return { asked, question: understand(name, asked, head) };
  });
  const read = loadRecords(
    head,
    questions.flat().flatMap(({ question }) => question?.parts ?? []),
    load,
  );
  const answers = questions.map((line, row) =>
    line.map(({ asked, question }, column) =>
      inCell(spread, row, column, () =>
        question ? answer(question, asked, read, spread.single) : '',
      ),
    ),
  );
  return spread.single ? (answers[0]?.[0] ?? '') : answers;
}

/** Loads the chunks of some series and days in one call, and gives their records. */
function loadRecords(head: Head, parts: Question['parts'], load: ChunkLoader): RecordReader {
  const places = new Map<string, ChunkPlace>();
  for (const { series, from, to } of parts) {
    for (const place of chunksFor(head, series, from, to)) {
      places.set(`${place.month}:${place.bucket}`, place);
    }
  }
  const wanted = [...places.values()];
  const texts = wanted.length > 0 ? load(wanted) : [];
  const byPlace = new Map([...places.keys()].map((key, i) => [key, texts[i] ?? '']));
  const records = new Map<string, ChunkRecord | null>();
  return (place, series) => {
    const key = `${place.month}:${series}`;
    let record = records.get(key);
    if (record === undefined) {
      record = findRecord(byPlace.get(`${place.month}:${place.bucket}`) ?? '', series);
      records.set(key, record);
    }
    return record;
  };
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

function addUp(metric: MetricName, question: Question, head: Head, read: RecordReader): AnswerCell {
  if (question.parts.length === 0) return '';
  const byCurrency = new Map<string, Sums>();
  for (const { series, from, to } of question.parts) {
    const sums = noSums();
    sumSeries(head, series, from, to, read, sums);
    if (sums.every((sum) => sum === 0)) continue;
    const currency = head.accounts[head.series[series]?.[4] ?? -1]?.[2] ?? '';
    const total = byCurrency.get(currency) ?? noSums();
    addSums(total, sums);
    byCurrency.set(currency, total);
  }
  if (isMoney(metric)) {
    // A currency that reports no such money at all has no part in the sum.
    const money = isRatio(metric) ? RATIO_METRICS[metric][0] : metric;
    const paid = [...byCurrency].filter(([, sums]) => baseIn(sums, money)[1] > 0);
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
  const [sum, reported] = baseIn(total, metric);
  if (reported > 0) return tidy(sum);
  return rowsIn(total) === 0 ? 0 : '';
}
