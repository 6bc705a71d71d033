// Translates formulas between the way people type them in Sheets and the way the page's engine reads them.

/** The engine's last row and column: what an open end such as `C2:C` means to it. */
const lastRow = 1048576;
const lastColumn = 'XFD';

/** A formula that Sheets would not read gets this in its place, so that it shows an error. */
export const unreadableFormula = '=WORKBENCH.UNREADABLE()';

interface Token {
  kind: 'plain' | 'number' | 'argument' | 'arrayColumn' | 'arrayRow';
  text: string;
}

/** Marks of one dialect. `decimal` is never also an argument separator of the same dialect. */
interface Marks {
  decimal: '.' | ',';
  argument: string[];
  arrayColumn: string[];
}

const englishMarks: Marks = { decimal: '.', argument: [',', ';'], arrayColumn: [','] };
const commaMarks: Marks = { decimal: ',', argument: [';'], arrayColumn: ['\\'] };

const decimalCommas = new Map<string, boolean>();

/** True for locales that write one and a half as `1,5`. */
export function usesDecimalComma(locale: string): boolean {
  let known = decimalCommas.get(locale);
  if (known === undefined) {
    const parts = new Intl.NumberFormat(locale.replace('_', '-')).formatToParts(1.5);
    known = parts.some((part) => part.type === 'decimal' && part.value === ',');
    decimalCommas.set(locale, known);
  }
  return known;
}

const quoted = /"(?:[^"]|"")*"|'(?:[^']|'')*'/y;
const rangeWithRows = /\$?[A-Za-z]{1,3}\$?\d+:\$?[A-Za-z]{1,3}\$?\d+(?![\w.(])/y;
const openDown = /(\$?[A-Za-z]{1,3}\$?\d+:\$?[A-Za-z]{1,3})(?![\w.($!])/y;
const openRight = /(\$?[A-Za-z]{1,3}\$?\d+):(\$?\d+)(?![\w.($!])/y;
const word = /[\p{L}_$#@][\p{L}\p{N}_.$]*/uy;
const englishNumber = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const commaNumber = /(?:\d+(?:,\d+)?|,\d+)(?:[eE][+-]?\d+)?/y;
/** What an operand ends with: a name, a reference, a number, a string, a closing bracket. */
const operandEnd = /[\p{L}\p{N}_.$"')}%]\s*$/u;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Null where the text is no formula of this dialect: an open string or a separator in a wrong place. */
function readTokens(formula: string, marks: Marks): Token[] | null {
  const tokens: Token[] = [];
  const open: string[] = [];
  let at = 0;
  const take = (kind: Token['kind'], text: string, length = text.length): void => {
    tokens.push({ kind, text });
    at += length;
  };
  while (at < formula.length) {
    const char = formula[at] as string;
    if (char === '"' || char === "'") {
      const match = matchAt(quoted, formula, at);
      if (!match) return null;
      take('plain', match[0]);
      continue;
    }
    const closed = matchAt(rangeWithRows, formula, at);
    if (closed) {
      take('plain', closed[0]);
      continue;
    }
    const down = matchAt(openDown, formula, at);
    if (down) {
      take('plain', `${down[1]}${lastRow}`, down[0].length);
      continue;
    }
    const right = matchAt(openRight, formula, at);
    if (right) {
      take('plain', `${right[1]}:${lastColumn}${right[2]}`, right[0].length);
      continue;
    }
    const name = matchAt(word, formula, at);
    if (name) {
      // The engine spills every array by itself, so the wrapper has nothing left to do.
      const isWrapper = /^arrayformula$/i.test(name[0]) && formula[at + name[0].length] === '(';
      take('plain', isWrapper ? '' : name[0], name[0].length);
      continue;
    }
    const number = matchAt(marks.decimal === '.' ? englishNumber : commaNumber, formula, at);
    if (number) {
      // Two operands side by side: the mark between them was meant as a separator, as in `1,5,2`.
      if (operandEnd.test(formula.slice(0, at))) return null;
      take('number', number[0].replace(',', '.'));
      continue;
    }
    const inArray = open[open.length - 1] === '{';
    if (inArray && char === ';') take('arrayRow', char);
    else if (inArray && marks.arrayColumn.includes(char)) take('arrayColumn', char);
    else if (!inArray && marks.argument.includes(char)) take('argument', char);
    else if (char === ',' || char === ';' || char === '\\') return null;
    else {
      if (char === '(' || char === '{') open.push(char);
      if (char === ')' || char === '}') open.pop();
      take('plain', char);
    }
  }
  return tokens;
}

/**
 * The engine's form of a formula typed in Sheets: commas between arguments, a dot in numbers, ranges
 * with an end. Null when Sheets would not accept the text either.
 */
export function sheetsToUniver(formula: string, locale: string): string | null {
  const tokens = readTokens(formula, usesDecimalComma(locale) ? commaMarks : englishMarks);
  if (!tokens) return null;
  const rendered: Record<Token['kind'], (text: string) => string> = {
    plain: (text) => text,
    number: (text) => text,
    argument: () => ',',
    arrayColumn: () => ',',
    arrayRow: () => ';',
  };
  return tokens.map((token) => rendered[token.kind](token.text)).join('');
}

/** The way Sheets would show a formula that the engine made itself, by copying or filling cells. */
export function univerToSheets(formula: string, locale: string): string {
  const comma = usesDecimalComma(locale);
  const tokens = readTokens(formula, englishMarks);
  if (!tokens) return formula;
  const rendered: Record<Token['kind'], (text: string) => string> = {
    plain: (text) =>
      text
        .replace(new RegExp(`^(\\$?[A-Za-z]{1,3}\\$?\\d+:\\$?[A-Za-z]{1,3})\\$?${lastRow}$`), '$1')
        .replace(new RegExp(`^(\\$?[A-Za-z]{1,3}\\$?\\d+):\\$?${lastColumn}(\\$?\\d+)$`), '$1:$2'),
    number: (text) => (comma ? text.replace('.', ',') : text),
    argument: () => (comma ? ';' : ','),
    arrayColumn: () => (comma ? '\\' : ','),
    arrayRow: () => ';',
  };
  return tokens.map((token) => rendered[token.kind](token.text)).join('');
}

/**
 * What a person sees of a cell's formula: their own words while these are still what the engine
 * computes, else the engine's formula in the way Sheets writes it.
 */
export function shownFormula(formula: string, typed: string | undefined, locale: string): string {
  if (typed && (sheetsToUniver(typed, locale) ?? unreadableFormula) === formula) return typed;
  return univerToSheets(formula, locale);
}
