// Reads the text of one formula into a function's name and its arguments, as `POST /api/formula` takes them.

export interface ReadFormula {
  function: string;
  args: unknown[];
}
/** The cells of a range such as `A2:A5`, already in the form of an argument. */
export type Cells = (a1: string) => unknown[][];

const TOKEN =
  /\s*(?:"((?:[^"]|"")*)"|DATE\((\d+)[;,]\s*(\d+)[;,]\s*(\d+)\)|(TRUE|FALSE)\b|(WA_LIVE)\b|(\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)|(-?\d+(?:\.\d+)?))?\s*/y;

const two = (text = ''): string => text.padStart(2, '0');

/**
 * Values are texts in quotes, numbers, `TRUE`, `DATE(2026;11;1)`, `WA_LIVE`, cells, or nothing; between them
 * stands a semicolon or a comma.
 *
 * @example readFormula('=WA_SENT("promo";;;"Acme";WA_LIVE)').args // ['promo', null, null, 'Acme', {live: true}]
 */
export function readFormula(text: string, cells?: Cells): ReadFormula {
  const head = /^=(WA_\w+)\(/.exec(text);
  if (!head) throw new Error(`Not a formula: ${text}`);
  const args: unknown[] = [];
  let at = head[0].length;
  for (;;) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) break;
    const [whole, quoted, year, month, day, boolean, live, range, number] = match;
    at += whole.length;
    if (quoted !== undefined) args.push(quoted.replaceAll('""', '"'));
    else if (year) args.push({ date: `${year}-${two(month)}-${two(day)}` });
    else if (boolean) args.push(boolean === 'TRUE');
    else if (live) args.push({ live: true });
    else if (range && cells) args.push(cells(range.replaceAll('$', '')));
    else if (number) args.push(Number(number));
    else args.push(null);
    const end = text[at];
    at += 1;
    if (end === ')' && at === text.length) {
      const isEmpty = args.length === 1 && args[0] === null;
      return { function: head[1] ?? '', args: isEmpty ? [] : args };
    }
    if (end !== ';' && end !== ',') break;
  }
  throw new Error(`Cannot be read from character ${at} on: ${text}`);
}

/** The formula a sentence suggests, which stands at its end; null where there is none. */
export const suggestedIn = (sentence: string): string | null =>
  /=WA_\w+\(.*\)/s.exec(sentence)?.[0] ?? null;
