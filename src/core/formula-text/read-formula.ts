// Reads a formula's text as far as its calls and their arguments: enough to add an argument where one belongs.

/** A call, a pair of parentheses or an array literal. */
export interface Call {
  /** In upper case; empty for mere parentheses, `{` for an array. */
  name: string;
  /** An empty argument has no items; a call without arguments has one that is empty. */
  args: Item[][];
  /** Where one more argument belongs: behind the last character that is no space. */
  end: number;
  /** The last separator between its arguments, with the space behind it; empty where there is none. */
  separator: string;
}
/** A word, a reference with its tab, a string or a sign as it is written; or what stands in brackets. */
export type Item = string | Call;

const WORD = String.raw`[\p{L}\p{M}\p{N}_.$]+`;
/** In turn: a string, a table's column, a word with or without a tab, any other character. */
const TOKEN = new RegExp(
  String.raw`"(?:[^"]|"")*"|\[(?:[^[\]'"]|\[[^[\]'"]*\])*\]|(?:(?:'(?:[^']|'')*'|${WORD})!)?${WORD}|[^]`,
  'gu',
);
const IS_WORD = new RegExp(`^${WORD}$`, 'u');

/**
 * The formula as one call without a name.
 *
 * @param separator the spreadsheet's; where it is `;`, a comma between digits belongs to a number
 * @returns null where the text cannot be read surely
 * @example readFormula('=SUM(A1;2)', ';')?.args // [[{ name: 'SUM', args: [['A1'], ['2']], … }]]
 */
export function readFormula(formula: string, separator: string): Call | null {
  if (!formula.startsWith('=')) return null;
  const open = (name: string): Call => ({ name, args: [[]], end: 0, separator: '' });
  const outside: Call[] = [];
  let call = open('');
  let end = 1;
  let decimals = false;
  let commas = false;
  for (const { 0: token, index } of formula.slice(1).matchAll(TOKEN)) {
    if (token.trim() === '') continue;
    const from = index + 1;
    const items = call.args[call.args.length - 1] ?? [];
    const before = items[items.length - 1];
    const follows = formula[from + 1] ?? '';
    const decimal =
      token === ',' &&
      separator === ';' &&
      typeof before === 'string' &&
      /^\d+$/.test(before) &&
      end === from &&
      /\d/.test(follows);
    if (token === '(' || token === '{') {
      const named = token === '(' && typeof before === 'string' && IS_WORD.test(before);
      outside.push(call);
      call = open(named ? before.toUpperCase() : token === '{' ? token : '');
      if (named) items.pop();
      items.push(call);
    } else if (token === ')' || token === '}') {
      const around = outside.pop();
      if (!around || (token === '}') !== (call.name === '{')) return null;
      call.end = end;
      call = around;
    } else if (/^["'[\]]$/.test(token)) {
      return null;
    } else if ((token === ';' || token === ',') && call.name !== '{' && !decimal) {
      if (outside.length === 0) return null;
      call.separator = follows === ' ' ? `${token} ` : token;
      call.args.push([]);
      if (token === ',') commas = true;
    } else {
      if (decimal) decimals = true;
      items.push(token);
    }
    end = from + token.length;
  }
  // Where the comma is both, which one a comma between digits is nobody can tell.
  return outside.length > 0 || (commas && decimals) ? null : call;
}
