// Writes what a script or a person puts into cells: parsing, dates, formulas, size limit.
import { isAbsent, isDate } from '../arguments';
import { civilOfInstant, serialOfInstant } from '../text/serial';
import { dateFormat, readTyped } from '../text/typing';
import type { CellValue } from './cell';
import type { Tab } from './tab';
import type { Workbook } from './workbook';

const MAX_CHARACTERS = 50_000;

/** Refuses what no cell can hold, before anything is written. */
export function checkInput(value: unknown): void {
  if (isAbsent(value) || typeof value === 'boolean') return;
  if (typeof value === 'string') {
    if (value.length > MAX_CHARACTERS) {
      throw new Error(
        `Your input contains more than the maximum of ${MAX_CHARACTERS} characters in a single cell.`,
      );
    }
    return;
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`A cell cannot hold the number ${value}.`);
    return;
  }
  if (isDate(value)) {
    if (Number.isNaN(Date.prototype.getTime.call(value))) {
      throw new Error('A cell cannot hold an invalid date.');
    }
    return;
  }
  throw new Error(`A cell cannot hold a value of type ${typeof value}.`);
}

/** What a value becomes in a cell: its content, and the number format it brings along, if any. */
export interface Input {
  v: CellValue;
  f: string;
  n?: string;
}

/** Reads one checked value as if typed: `=` begins a formula, `'` forces text, the locale decides the rest. */
export function readInput(
  { locale, zone }: Workbook,
  value: unknown,
  format: string,
  year: number,
): Input {
  if (typeof value === 'number') return { v: format === '@' ? String(value) : value, f: '' };
  if (typeof value === 'string') {
    const { v, f = '', n } = readTyped(value, locale, format, year);
    return n && format === '' ? { v, f, n } : { v, f };
  }
  if (isDate(value)) {
    const serial = serialOfInstant(Date.prototype.getTime.call(value), zone);
    return { v: serial, f: '', n: dateFormat(format, serial, locale) };
  }
  return { v: typeof value === 'boolean' ? value : null, f: '' };
}

export function writeInput(
  workbook: Workbook,
  tab: Tab,
  row: number,
  column: number,
  value: unknown,
  year: number,
): void {
  const { v, f, n } = readInput(workbook, value, tab.cell(row, column)?.n ?? '', year);
  if (f) tab.setFormula(row, column, f);
  else tab.setValue(row, column, v);
  if (n !== undefined) tab.ensure(row, column).n = n;
}

/** The year that completes a typed day and month. */
export const yearNow = (workbook: Workbook, now: number): number =>
  new Date(civilOfInstant(now, workbook.zone)).getUTCFullYear();
