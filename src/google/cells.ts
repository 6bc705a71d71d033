// The only writers of cell values: one for text, one for numbers, one for days.
import { type Day, serialOf } from '../core/day';

/** A value as `Range.setValues` takes it. */
export type RawCell = string | number | boolean;

/** Sheets keeps at most 50,000 characters in a cell. */
const CELL_LIMIT = 50_000;

/**
 * Text as text, whatever it looks like. The leading apostrophe is Sheets' own mark for "text" and is not
 * shown; without it `=1+1` would be a formula, `007` a number and `1/2` a date (apps-script.md §5.1).
 *
 * @example textCell('=1+1') // "'=1+1", shown as =1+1
 */
export function textCell(text: string | null): RawCell {
  if (text === null || text === '') return '';
  // NUL and lone surrogates cannot be stored; they would make the whole write fail.
  const clean = text
    .split('\u0000')
    .join('')
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(^|[^\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '$1\uFFFD');
  const cut = clean.length >= CELL_LIMIT ? `${clean.slice(0, CELL_LIMIT - 2)}…` : clean;
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
