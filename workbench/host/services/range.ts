// Range: a rectangle of cells as the add-on reads, writes and formats it.
import { clearParts, isAbsent, needGrid, needInteger, needPositive, needText } from '../arguments';
import { Direction, enumName } from '../enums';
import type { Execution } from '../execution';
import { type Box, boxA1, boxesMeet } from '../grid/a1';
import type { Cell } from '../grid/cell';
import { nextDataCell } from '../grid/data-edge';
import { refuseInvalid } from '../grid/rules';
import type { Tab } from '../grid/tab';
import { checkInput, writeInput, yearNow } from '../grid/writing';
import { Made } from '../realm';
import { at, type Misfits, type NoMisfits } from '../service';
import { displayValue } from '../text/display';
import { AUTOMATIC, keepPattern } from '../text/pattern';
import { readCell, workbookOf } from './document';
import { RangeActions } from './range-actions';
import { format, region, write } from './region';
import { SheetService } from './sheet';

export class RangeService extends RangeActions {
  constructor(execution: Execution, tab: Tab, box: Box) {
    super(execution, tab, box);
  }

  getRow(): number {
    return this[region].box.row;
  }
  getColumn(): number {
    return this[region].box.column;
  }
  getNumRows(): number {
    return this[region].box.rows;
  }
  getNumColumns(): number {
    return this[region].box.columns;
  }
  getLastRow(): number {
    return this[region].box.row + this[region].box.rows - 1;
  }
  getLastColumn(): number {
    return this[region].box.column + this[region].box.columns - 1;
  }
  getA1Notation(): string {
    return boxA1(this[region].box);
  }
  getSheet(): SheetService {
    return new SheetService(this[at], this[region].tab);
  }
  getCell(row: number, column: number): RangeService {
    needPositive(row, 'row');
    needPositive(column, 'column');
    if (row > this[region].box.rows || column > this[region].box.columns) {
      throw new Error('Cell reference out of range');
    }
    return this.offset(row - 1, column - 1, 1, 1);
  }
  offset(rows: number, columns: number, numRows?: number, numColumns?: number): RangeService {
    return new RangeService(this[at], this[region].tab, {
      row: this[region].box.row + needInteger(rows, 'rowOffset'),
      column: this[region].box.column + needInteger(columns, 'columnOffset'),
      rows: isAbsent(numRows) ? this[region].box.rows : needInteger(numRows, 'numRows'),
      columns: isAbsent(numColumns)
        ? this[region].box.columns
        : needInteger(numColumns, 'numColumns'),
    });
  }
  /** The merged blocks that lie in the range, wholly or in part. */
  getMergedRanges(): RangeService[] {
    const { tab, box } = this[region];
    this[at].reads(tab, 0);
    return tab.merges
      .filter((merge) => boxesMeet(merge, box))
      .map((merge) => new RangeService(this[at], tab, merge));
  }
  getNextDataCell(direction: unknown): RangeService {
    const { tab, box } = this[region];
    const name = enumName(Direction, direction, 'direction');
    this[at].reads(tab, 1);
    const down = name === 'DOWN' ? 1 : name === 'UP' ? -1 : 0;
    const right = name === 'NEXT' ? 1 : name === 'PREVIOUS' ? -1 : 0;
    const place = nextDataCell(tab, box, down, right);
    return new RangeService(this[at], tab, { ...place, rows: 1, columns: 1 });
  }
  activate(): RangeService {
    const workbook = workbookOf(this[at]);
    workbook.active = { tabId: this[region].tab.id, box: this[region].box };
    workbook.changes.event({
      kind: 'activate',
      sheetId: this[region].tab.id,
      a1: boxA1(this[region].box),
    });
    return this;
  }

  getValue(): unknown {
    return this[region].first((cell) => new Made(readCell(this[at], cell)));
  }
  getValues(): unknown {
    return this[region].grid((cell) => readCell(this[at], cell));
  }
  getDisplayValue(): string {
    return this[region].first((cell) => this.#display(cell));
  }
  getDisplayValues(): unknown {
    return this[region].grid((cell) => this.#display(cell));
  }
  #display(cell: Cell | undefined): string {
    if (cell?.e) return '#ERROR!';
    return displayValue(cell?.v ?? null, cell?.n ?? '', workbookOf(this[at]).locale);
  }
  getFormula(): string {
    return this[region].first((cell) => cell?.f ?? '');
  }
  getFormulas(): unknown {
    return this[region].grid((cell) => cell?.f ?? '');
  }
  getNumberFormat(): string {
    return this[region].first((cell) => cell?.n || AUTOMATIC);
  }
  getNumberFormats(): unknown {
    return this[region].grid((cell) => cell?.n || AUTOMATIC);
  }
  isBlank(): boolean {
    return !this[region].some((cell) => cell.filled);
  }

  setValue(value: unknown): RangeService {
    checkInput(value);
    const year = this.#year();
    const { tab, box } = this[region];
    refuseInvalid(workbookOf(this[at]), tab, box, () => value, year);
    return write(this, (row, column) =>
      writeInput(workbookOf(this[at]), this[region].tab, row, column, value, year),
    );
  }
  setValues(values: unknown): RangeService {
    const grid = needGrid(values, this[region].box.rows, this[region].box.columns);
    for (const cells of grid) for (let i = 0; i < cells.length; i++) checkInput(cells[i]);
    const year = this.#year();
    const workbook = workbookOf(this[at]);
    const { tab, box } = this[region];
    const value = (row: number, column: number) => grid[row - box.row]?.[column - box.column];
    refuseInvalid(workbook, tab, box, value, year);
    return write(this, (row, column) =>
      writeInput(workbook, tab, row, column, value(row, column), year),
    );
  }
  #year(): number {
    return yearNow(workbookOf(this[at]), this[at].world.clock.now());
  }
  setFormula(formula: string): RangeService {
    const text = formulaText(formula);
    return write(this, (row, column) => this.#writeFormula(row, column, text));
  }
  setFormulas(formulas: unknown): RangeService {
    const grid = needGrid(formulas, this[region].box.rows, this[region].box.columns);
    const texts = grid.map((cells) => Array.from(cells, formulaText));
    return write(this, (row, column) =>
      this.#writeFormula(
        row,
        column,
        texts[row - this[region].box.row]?.[column - this[region].box.column] ?? '',
      ),
    );
  }
  #writeFormula(row: number, column: number, text: string): void {
    if (text === '') this[region].tab.setValue(row, column, null);
    else this[region].tab.setFormula(row, column, text);
  }
  setNumberFormat(pattern: string): RangeService {
    const kept = keepPattern(needText(pattern, 'numberFormat'));
    return format(this, (row, column) => this[region].tab.setFormat(row, column, kept));
  }
  setNumberFormats(patterns: unknown): RangeService {
    const grid = needGrid(patterns, this[region].box.rows, this[region].box.columns);
    const kept = grid.map((cells) =>
      Array.from(cells, (pattern) => keepPattern(needText(pattern, 'numberFormats'))),
    );
    return format(this, (row, column) => {
      const pattern = kept[row - this[region].box.row]?.[column - this[region].box.column] ?? '';
      this[region].tab.setFormat(row, column, pattern);
    });
  }
  clear(options?: unknown): RangeService {
    const { contents, formats } = clearParts(options);
    const clear = (row: number, column: number, cell: Cell | undefined) => {
      if (!cell) return;
      if (contents) this[region].tab.setValue(row, column, null);
      if (formats) Object.assign(cell, { n: '', s: undefined });
      if (contents && formats) cell.note = '';
    };
    return contents ? write(this, clear) : format(this, clear);
  }
  clearContent(): RangeService {
    return write(this, (row, column) => this[region].tab.setValue(row, column, null));
  }
  /** Google: this "does not reset any number formatting rules". */
  clearFormat(): RangeService {
    return format(this, (row, column) => {
      const cell = this[region].tab.cell(row, column);
      if (cell) cell.s = undefined;
    });
  }
}

function formulaText(formula: unknown): string {
  const text = needText(formula, 'formula');
  return text === '' || text.startsWith('=') ? text : `=${text}`;
}

export type RangeFits = NoMisfits<Misfits<RangeService, GoogleAppsScript.Spreadsheet.Range>>;
