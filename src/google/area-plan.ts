// Tables made anew at every sync, as plans: how cells are written, told from what is there, and brought in line.
import type { ValueKind } from '../core/compare/measures';
import type { CellValue } from '../core/daily';
import { dayCell, numberCell, type RawCell, textCell } from './cells';
import { readDay, readNumber, readText } from './read-cells';

export interface TypedCell {
  kind: ValueKind;
  value: CellValue;
}

export const cell = (kind: ValueKind, value: CellValue): TypedCell => ({ kind, value });

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
  if (value === null) return readText(present) === '';
  if (kind === 'day') return readDay(present, zone) === value;
  // Sheets may give another line break back than was written.
  if (typeof value === 'string') return inLines(readText(present)) === inLines(value);
  const number = readNumber(present);
  return number !== null && Math.abs(number - value) <= LAST_DIGIT * Math.abs(value);
}

/** Letters of a column. @example lettersOf(28) // 'AB' */
export function lettersOf(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? lettersOf(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

type Line = readonly unknown[];
const inLines = (text: string): string => text.replace(/\r\n?/g, '\n');

export const isFilled = (line: Line): boolean => line.some((value) => readText(value) !== '');

/** What has to be done to the rows of a table; rows are those of the sheet. */
export interface RowPlan {
  /** Rows to insert before one with a person's own cells, which would be written over. */
  insert: { before: number; count: number } | null;
  /** From the first row that differs to the last one. */
  write: { first: number; cells: TypedCell[][] } | null;
  /** Rows of ours that are needed no more. */
  clear: { first: number; last: number }[];
}

/**
 * Compares rows with those there are.
 *
 * @param present what our columns hold from `firstRow` on
 * @param isOurs whether a row with anything in it, counted from 0, is ours
 * @returns null when nothing has to be done
 */
export function planRows(
  wanted: readonly TypedCell[][],
  present: readonly Line[],
  zone: string,
  firstRow: number,
  isOurs: (line: Line, i: number) => boolean,
): RowPlan | null {
  const foreign = present.findIndex((line, i) => isFilled(line) && !isOurs(line, i));
  const count = foreign < 0 ? 0 : Math.max(0, wanted.length - foreign);
  const after = [...present];
  if (count > 0) after.splice(foreign, 0, ...Array.from({ length: count }, () => []));
  const changed = wanted.flatMap((line, i) =>
    line.every((one, j) => isShown(one, after[i]?.[j], zone)) ? [] : [i],
  );
  const [first] = changed;
  const clear: RowPlan['clear'] = [];
  after.forEach((line, i) => {
    if (i < wanted.length || !isFilled(line) || !isOurs(line, i)) return;
    const row = firstRow + i;
    const last = clear[clear.length - 1];
    if (last?.last === row - 1) last.last = row;
    else clear.push({ first: row, last: row });
  });
  if (first === undefined && clear.length === 0) return null;
  return {
    insert: count > 0 ? { before: firstRow + foreign, count } : null,
    write:
      first === undefined
        ? null
        : {
            first: firstRow + first,
            cells: wanted.slice(first, (changed[changed.length - 1] ?? first) + 1),
          },
    clear,
  };
}
