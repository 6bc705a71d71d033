// Cells of tables made anew at every sync: how each kind is written, formatted, and told from what is there.
import type { ValueKind } from '../core/compare/measures';
import type { CellValue } from '../core/daily';
import { dayCell, numberCell, type RawCell, textCell } from './cells';
import { readDay, readNumber, readText } from './read-cells';

export interface TypedCell {
  kind: ValueKind;
  value: CellValue;
}

export const cell = (kind: ValueKind, value: CellValue): TypedCell => ({ kind, value });
export const EMPTY: TypedCell = cell('text', null);

/** Number formats by kind; text stays General and goes in with an apostrophe. */
export const KIND_FORMATS: Record<ValueKind, string> = {
  text: 'General',
  verdict: 'General',
  day: 'yyyy-mm-dd',
  count: '#,##0',
  money: '#,##0.00',
  unitPrice: '#,##0.0000',
  times: '#,##0.00',
  rate: '0.00%',
  change: '+0.0%;-0.0%;0.0%',
};

/** What `setValues` takes for a cell. */
export function rawOf({ kind, value }: TypedCell): RawCell {
  if (value === null) return '';
  if (kind === 'day') return dayCell(String(value));
  return typeof value === 'number' ? numberCell(value) : textCell(value);
}

/** How far a number in a cell may be off what was written: the last digit. */
const LAST_DIGIT = 1e-12;

/**
 * Whether a cell shows this already.
 *
 * @param zone the spreadsheet's, in which date cells are read
 */
export function isShown({ kind, value }: TypedCell, present: unknown, zone: string): boolean {
  if (value === null || value === '') return readText(present) === '';
  if (kind === 'day') return readDay(present, zone) === value;
  if (typeof value === 'string') return readText(present) === value;
  const number = readNumber(present);
  return number !== null && Math.abs(number - value) <= LAST_DIGIT * Math.abs(value);
}

/** Consecutive rows, both ends included. */
export interface Rows {
  first: number;
  last: number;
}

/** The rows, counted from 0, that hold every difference; null when there is none. */
export function changedRows(
  wanted: readonly (readonly TypedCell[])[],
  present: readonly (readonly unknown[])[],
  zone: string,
): Rows | null {
  const changed = wanted.flatMap((line, i) =>
    line.every((one, j) => isShown(one, present[i]?.[j], zone)) ? [] : [i],
  );
  const [first] = changed;
  return first === undefined ? null : { first, last: changed[changed.length - 1] ?? first };
}

/** Letters of a column. @example lettersOf(28) // 'AB' */
export function lettersOf(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? lettersOf(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}
