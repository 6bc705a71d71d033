// The only writers of cell values: one for text, one for numbers, one for days.
import { storableText } from '../core/cell-text';
import { type Day, serialOf } from '../core/day';

/** A value as `Range.setValues` takes it. */
export type RawCell = string | number | boolean;

/**
 * Text as text, whatever it looks like. The leading apostrophe is Sheets' own mark for "text" and is not
 * shown; without it `=1+1` would be a formula, `007` a number and `1/2` a date (apps-script.md §5.1).
 *
 * @example textCell('=1+1') // "'=1+1", shown as =1+1
 */
export function textCell(text: string | null): RawCell {
  if (text === null || text === '') return '';
  return `'${storableText(text)}`;
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
