// The only writers of cell values: one for text, one for numbers, one for days.
import { type Day, serialOf } from '../core/day';

/** A value as `Range.setValues` takes it. */
export type RawCell = string | number | boolean;

/** Sheets keeps at most 50,000 characters in a cell. */
const CELL_LIMIT = 50_000;

/** With the `u` flag a whole pair is one character, so only halves without a partner match. */
const LONE_SURROGATE = /[\uD800-\uDFFF]/gu;

/** The first `length` characters, or one less where that would split a pair. */
function cutBefore(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}

/**
 * Text as text, whatever it looks like. The leading apostrophe is Sheets' own mark for "text" and is not
 * shown; without it `=1+1` would be a formula, `007` a number and `1/2` a date (apps-script.md §5.1).
 *
 * @example textCell('=1+1') // "'=1+1", shown as =1+1
 */
export function textCell(text: string | null): RawCell {
  if (text === null || text === '') return '';
  // NUL and lone surrogates cannot be stored; they would make the whole write fail.
  const clean = text.split('\u0000').join('').replace(LONE_SURROGATE, '\uFFFD');
  const cut = clean.length >= CELL_LIMIT ? `${cutBefore(clean, CELL_LIMIT - 2)}…` : clean;
  return `'${cut}`;
}

/** A number, or an empty cell for "not reported". Never 0 for nothing. */
export function numberCell(value: number | null): RawCell {
  if (value === null) return '';
  if (!Number.isFinite(value)) throw new RangeError('Only finite numbers go into a cell.');
  return value;
}

/** A day as the whole serial number that a date format shows: free of zones. */
export function dayCell(day: Day): RawCell {
  return serialOf(day);
}
