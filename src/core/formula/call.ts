// One call of a function: what was written, over which head, and how chunks are loaded.
import type { Head } from '../index/head';
import type { ChunkPlace } from '../index/query';
import type { Argument, Cell } from './arguments';
import type { Directory } from './directory';
import { FormulaError } from './formula-error';
import { FUNCTIONS, type FunctionName, type Parameter } from './functions';
import type { MetricWords } from './metric-word';

/** What a cell shows: a number, text, or empty. */
export type AnswerCell = number | string;
export type Answer = AnswerCell | AnswerCell[][];

/** Loads chunk texts, in the order asked; one call for a whole formula. */
export type ChunkLoader = (places: ChunkPlace[]) => string[];

export interface Call {
  name: FunctionName;
  head: Head;
  directory: Directory;
  words: MetricWords;
  load: ChunkLoader;
}

/** The values of one cell of the answer, by parameter. */
export type Values = Partial<Record<Parameter, Cell>>;

/** The parameters of a function without the live cell, which is taken off before anything is read. */
export const parametersOf = (name: FunctionName): readonly Parameter[] =>
  FUNCTIONS[name].parameters.filter((parameter) => parameter !== 'live');

/** @throws FormulaError 'too-many-arguments' */
export function refuseTooMany(name: FunctionName, args: readonly Argument[]): void {
  if (args.length > parametersOf(name).length) {
    throw new FormulaError('too-many-arguments', {
      name,
      parameters: FUNCTIONS[name].parameters.join(','),
    });
  }
}

/**
 * The arguments of a function that answers with a table: those named may be ranges, the others are one value.
 *
 * @throws FormulaError 'one-value'
 */
export function readTableArguments(
  name: FunctionName,
  args: readonly Argument[],
  ranges: readonly Parameter[] = [],
): { values: Values; lists: Partial<Record<Parameter, Cell[]>> } {
  refuseTooMany(name, args);
  const values: Values = {};
  const lists: Partial<Record<Parameter, Cell[]>> = {};
  parametersOf(name).forEach((parameter, i) => {
    const arg = args[i];
    if (!Array.isArray(arg)) values[parameter] = arg;
    else if (!ranges.includes(parameter)) throw new FormulaError('one-value', { name, parameter });
    if (ranges.includes(parameter)) lists[parameter] = Array.isArray(arg) ? arg.flat() : [arg];
  });
  return { values, lists };
}
