// What text a cell can hold: labels are brought into this form before they are compared or written.

/** Sheets keeps at most 50,000 characters in a cell, the apostrophe in front among them. */
const CELL_LIMIT = 50_000;

/** With the `u` flag a whole pair is one character, so only halves without a partner match. */
const LONE_SURROGATE = /[\uD800-\uDFFF]/gu;

/** The first `length` characters, or one less where that would split a pair. */
function cutBefore(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}

/**
 * Text as a cell gives it back: without NUL and lone surrogates, which would make the whole write fail, and
 * no longer than a cell.
 *
 * @example storableText('a\u0000b') // 'ab'
 */
export function storableText(text: string): string {
  const clean = text.split('\u0000').join('').replace(LONE_SURROGATE, '\uFFFD');
  return clean.length >= CELL_LIMIT ? `${cutBefore(clean, CELL_LIMIT - 2)}…` : clean;
}
