// Writes a function call out as a person would type it: explicit values, text in quotes, the named cell last.
import { FUNCTIONS, type FunctionName, type Parameter } from './formula/functions';

/** Parameters that are a named cell of this file: they are never given, but always written. */
export const NAMED_CELLS: Partial<Record<Parameter, string>> = {
  live: 'WA_LIVE',
  synced: 'WA_SYNCED',
};

/** What a value left out means, said in words, so that a cell shows what it counts. */
const IN_WORDS: Partial<Record<Parameter, string>> = {
  template: 'selected',
  from: 'selected',
  button: '*',
  pattern: '*',
};

/** Text as a formula has it. @example quoteText('say "hi"') // '"say ""hi"""' */
export const quoteText = (text: string): string => `"${text.replace(/"/g, '""')}"`;

/** A function with values for its parameters, all of them text; a day is `YYYY-MM-DD`. */
export interface FunctionCall {
  name: FunctionName;
  values: Partial<Record<Parameter, string>>;
}

/**
 * The values of a call in order, and the named cell behind them.
 *
 * @returns undefined for a value left out between others
 */
export function argumentsOf({ name, values }: FunctionCall): {
  texts: (string | undefined)[];
  cell: string | undefined;
} {
  const { parameters } = FUNCTIONS[name];
  const texts = parameters
    .filter((parameter) => !NAMED_CELLS[parameter])
    .map((parameter) => values[parameter] || IN_WORDS[parameter]);
  while (texts.length > 0 && texts[texts.length - 1] === undefined) texts.pop();
  const last = parameters[parameters.length - 1];
  return { texts, cell: last && NAMED_CELLS[last] };
}

/**
 * The text of a formula.
 *
 * @example writeFormula({ name: 'WA_SPENT', values: { template: 'promo' } }, ';') // '=WA_SPENT("promo"; "selected"; WA_LIVE)'
 */
export function writeFormula(call: FunctionCall, separator: ';' | ','): string {
  const { texts, cell } = argumentsOf(call);
  const written = texts.map((text) => (text === undefined ? '' : quoteText(text)));
  if (cell) written.push(cell);
  return `=${call.name}(${written.join(`${separator} `)})`;
}
