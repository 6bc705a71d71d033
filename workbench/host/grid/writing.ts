// Writes what a script or a person puts into cells: parsing, dates, formulas, size limit.
import { isAbsent, isDate } from '../arguments';
import { civilOfInstant, serialOfInstant } from '../text/serial';
import { dateFormat, readTyped } from '../text/typing';
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

/** Writes one checked value as if typed: `=` begins a formula, `'` forces text, the locale decides the rest. */
export function writeInput(
  workbook: Workbook,
  tab: Tab,
  row: number,
  column: number,
  value: unknown,
  year: number,
): void {
  if (typeof value === 'number') {
    const text = tab.cell(row, column)?.n === '@';
    tab.setValue(row, column, text ? String(value) : value);
  } else if (typeof value === 'string') writeText(workbook, tab, row, column, value, year);
  else if (isDate(value)) {
    const serial = serialOfInstant(Date.prototype.getTime.call(value), workbook.zone);
    tab.setValue(row, column, serial);
    const cell = tab.ensure(row, column);
    cell.n = dateFormat(cell.n, serial, workbook.locale);
  } else tab.setValue(row, column, typeof value === 'boolean' ? value : null);
}

function writeText(
  workbook: Workbook,
  tab: Tab,
  row: number,
  column: number,
  text: string,
  year: number,
): void {
  if (text.charCodeAt(0) === 39 && text.length > 1) {
    tab.setValue(row, column, text.slice(1));
    return;
  }
  const format = tab.cell(row, column)?.n ?? '';
  const typed = readTyped(text, workbook.locale, format, year);
  if (typed.f) tab.setFormula(row, column, typed.f);
  else tab.setValue(row, column, typed.v);
  if (typed.n && format === '') tab.ensure(row, column).n = typed.n;
}

/** The year that completes a typed day and month. */
export const yearNow = (workbook: Workbook, now: number): number =>
  new Date(civilOfInstant(now, workbook.zone)).getUTCFullYear();
