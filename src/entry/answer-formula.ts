// The path of a formula: read arguments, head and chunks, answer; any refusal becomes one plain sentence.
import { answerMetric, type ChunkLoader } from '../core/formula/answer';
import { answerButtonClicks } from '../core/formula/answer-buttons';
import { type Argument, type Cell, readArguments } from '../core/formula/arguments';
import { answerCoverage } from '../core/formula/coverage';
import { FormulaError } from '../core/formula/formula-error';
import type { Head } from '../core/index/head';
import type { MetricName } from '../core/metrics';
import { civilTime } from '../google/civil-time';
import { answerFromIndex } from '../google/formula-source';
import { isDate, readDay } from '../google/read-cells';
import { readWords } from '../google/words';
import { fill } from '../texts/fill';
import { languageOf } from '../texts/language';

/** What Sheets passes: a scalar, a date, or the rows of a range. */
export type FormulaValue = unknown;
export type FormulaAnswer = number | string | (number | string)[][];

/** Answers a metric formula. @throws Error with one sentence, which the cell shows */
export function answerFormula(
  name: string,
  metric: MetricName,
  values: readonly FormulaValue[],
): FormulaAnswer {
  return answerSynced(values, (args, head, load) => answerMetric(name, metric, args, head, load));
}

/** Answers clicks on buttons by their label. @throws Error with one sentence */
export function answerButtons(name: string, values: readonly FormulaValue[]): FormulaAnswer {
  return answerSynced(values, (args, head, load) => answerButtonClicks(name, args, head, load));
}

/** Answers which days the ledger holds: rows of first day, last day and a word. */
export function answerDaysHeld(values: readonly FormulaValue[]): FormulaAnswer {
  return answerSynced(values, answerCoverage);
}

function answerSynced(
  values: readonly FormulaValue[],
  answer: (args: Argument[], head: Head, load: ChunkLoader) => FormulaAnswer,
): FormulaAnswer {
  return inPlainWords(() => {
    const { args, live } = readArguments(values.map(makeReader()));
    return answerFromIndex(live, (head, load) => {
      if (head.coverage.length === 0) throw new FormulaError('nothing-synced');
      return answer(args, head, load);
    });
  });
}

/** The time of the last sync as a serial number; it depends on the cell it is given. */
export function answerLastSync(synced: FormulaValue): FormulaAnswer {
  return inPlainWords(() => {
    const value = Array.isArray(synced) ? (synced[0] as unknown[] | undefined)?.[0] : synced;
    if (isDate(value)) return civilTime(value.getTime(), spreadsheetZone());
    if (typeof value === 'number') return value;
    if (value === '') return '';
    throw new FormulaError('last-sync-argument');
  });
}

const spreadsheetZone = (): string =>
  SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();

/** Turns dates into the days the spreadsheet shows; the zone is looked up once, and only for a date. */
function makeReader(): (value: FormulaValue) => Argument {
  let zone: string | null = null;
  const readCell = (value: unknown): Cell => {
    // A cell holds nothing else; whoever calls a formula by name might send anything.
    if (!isDate(value)) return typeof value === 'object' && value !== null ? '' : (value as Cell);
    zone ??= spreadsheetZone();
    const day = readDay(value, zone);
    return day === null ? '' : { day };
  };
  return (value) => {
    if (!Array.isArray(value)) return readCell(value);
    const lines = value.map((line) =>
      Array.isArray(line) ? line.map(readCell) : [readCell(line)],
    );
    const width = lines[0]?.length ?? 0;
    return width > 0 && lines.every((line) => line.length === width) ? lines : '';
  };
}

function inPlainWords(answer: () => FormulaAnswer): FormulaAnswer {
  try {
    return answer();
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    const words = readWords().server[languageOf(Session.getActiveUserLocale())];
    const sentence = fill(words.formulas[error.code], error.facts);
    throw new Error(error.cell ? fill(words.inCell, error.cell) + sentence : sentence);
  }
}
