// The path of a formula: read arguments, head and chunks, answer; any refusal becomes one plain sentence.
import { answerFunction } from '../core/formula/answer';
import { type Argument, type Cell, readArguments } from '../core/formula/arguments';
import type { Answer } from '../core/formula/call';
import { FormulaError } from '../core/formula/formula-error';
import type { FunctionName, Parameter } from '../core/formula/functions';
import { civilTime } from '../google/civil-time';
import { answerFromIndex } from '../google/formula-source';
import { isDate, readDay } from '../google/read-cells';
import { readWords } from '../google/words';
import { fill } from '../texts/fill';
import { languageOf } from '../texts/language';
import type { ServerWords } from '../texts/server-words';
import { TITLES } from '../texts/titles';

/**
 * Answers a custom function. The build writes one top-level function for each of the table, which calls this.
 *
 * @param values what Sheets passes: a scalar, a date, or the rows of a range, each
 * @throws Error with one sentence, which the cell shows
 */
export function answerFormula(name: FunctionName, values: ArrayLike<unknown>): Answer {
  const asked = askFormula(name, values);
  if ('refusal' in asked) throw new Error(asked.refusal);
  return asked.answer;
}

/** The same, with the sentence of a refusal as a value. */
export function askFormula(
  name: FunctionName,
  values: ArrayLike<unknown>,
): { answer: Answer } | { refusal: string } {
  try {
    return { answer: answer(name, values) };
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    return { refusal: sentenceOf(error) };
  }
}

function answer(name: FunctionName, values: ArrayLike<unknown>): Answer {
  if (name === 'WA_LAST_SYNC') return answerLastSync(values[0]);
  const { args, live } = readArguments(Array.from(values, makeReader()));
  return answerFromIndex(live, (head, load) => answerFunction(name, args, head, load, TITLES));
}

/** The time of the last sync as a serial number; it depends on the cell it is given. */
function answerLastSync(synced: unknown): Answer {
  const value = Array.isArray(synced) ? (synced[0] as unknown[] | undefined)?.[0] : synced;
  if (isDate(value)) return civilTime(value.getTime(), spreadsheetZone());
  if (typeof value === 'number') return value;
  if (value === '') return '';
  throw new FormulaError('last-sync-argument');
}

const spreadsheetZone = (): string =>
  SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();

/** Turns dates into the days the spreadsheet shows; the zone is looked up once, and only for a date. */
function makeReader(): (value: unknown) => Argument {
  let zone: string | null = null;
  const days = new Map<number, Cell>();
  const readDate = (date: Date): Cell => {
    const known = days.get(date.getTime());
    if (known !== undefined) return known;
    zone ??= spreadsheetZone();
    const day = readDay(date, zone);
    const cell: Cell = day === null ? '' : { day };
    days.set(date.getTime(), cell);
    return cell;
  };
  const readCell = (value: unknown): Cell => {
    if (isDate(value)) return readDate(value);
    // A cell holds nothing else; whoever calls a formula by name might send anything.
    return typeof value === 'object' && value !== null ? '' : (value as Cell);
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

function sentenceOf({ code, facts, cell }: FormulaError): string {
  const words = readWords().server[languageOf(Session.getActiveUserLocale())];
  const sentence = fill(words.formulas[code], inWords(words, facts));
  return cell ? fill(words.inCell, cell) + sentence : sentence;
}

/** Longest piece of what a person typed, or of names, that a sentence repeats; a suggested formula stays whole. */
const LONGEST = 60;
const cut = (fact: string): string =>
  fact.length > LONGEST ? `${fact.slice(0, LONGEST - 1)}…` : fact;

/** Facts as a sentence has room for them; parameters by their names in the person's language. */
function inWords({ parameters }: ServerWords, facts: FormulaError['facts']): FormulaError['facts'] {
  const nameOf = (parameter: string): string => parameters[parameter as Parameter] ?? parameter;
  const short = Object.entries(facts).map(([name, fact]) => [
    name,
    name === 'formula' ? fact : cut(fact),
  ]);
  return {
    ...Object.fromEntries(short),
    ...(facts.parameter ? { parameter: nameOf(facts.parameter) } : {}),
    ...(facts.parameters ? { parameters: facts.parameters.split(',').map(nameOf).join(', ') } : {}),
  };
}
