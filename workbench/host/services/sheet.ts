// Sheet: one tab, its ranges, its rows and columns, and how it looks.
import { clearParts, isAbsent, needArray, needInteger, needPositive, needText } from '../arguments';
import { enumName, ProtectionType } from '../enums';
import { type Box, splitSheet } from '../grid/a1';
import { refuseProtected } from '../grid/guards';
import { refuseInvalid } from '../grid/rules';
import type { Tab } from '../grid/tab';
import { checkInput, writeInput, yearNow } from '../grid/writing';
import { at, type Misfits, type NoMisfits } from '../service';
import { displayValue } from '../text/display';
import { needLive, workbookOf } from './document';
import { FilterService } from './filter';
import { addMetadata, MetadataFinderService } from './metadata';
import { ProtectionService } from './protection';
import { RangeService } from './range';
import { RangeListService } from './range-list';
import { SheetObjects } from './sheet-objects';
import { SpreadsheetService } from './spreadsheet';
import { tabKey } from './tab-key';
import { TextFinderService } from './text-finder';

export class SheetService extends SheetObjects {
  getName(): string {
    return this[tabKey].name;
  }
  getSheetName(): string {
    return this[tabKey].name;
  }
  setName(name: string): this {
    const workbook = workbookOf(this[at]);
    refuseProtected(workbook, this.#live());
    workbook.renameTab(this.#live(), needText(name, 'name'));
    return this;
  }
  getSheetId(): number {
    return this[tabKey].id;
  }
  getIndex(): number {
    return workbookOf(this[at]).tabs.indexOf(this.#live()) + 1;
  }
  getParent(): SpreadsheetService {
    return new SpreadsheetService(this[at]);
  }
  #live(): Tab {
    return needLive(this[at], this[tabKey]);
  }

  getRange(first: string | number, column?: number, rows?: number, columns?: number): RangeService {
    const tab = this.#live();
    if (typeof first === 'string') {
      if (column !== undefined) throw new Error('Invalid argument: getRange(a1Notation)');
      return new RangeService(this[at], tab, this.#find(first));
    }
    return new RangeService(this[at], tab, {
      row: needInteger(first, 'row'),
      column: needInteger(column, 'column'),
      rows: isAbsent(rows) ? 1 : needInteger(rows, 'numRows'),
      columns: isAbsent(columns) ? 1 : needInteger(columns, 'numColumns'),
    });
  }
  #find(a1: string): Box {
    const tab = this.#live();
    const found = workbookOf(this[at]).resolve(a1, tab);
    const { sheet } = splitSheet(a1);
    if (!found || found.tab !== tab || (sheet !== null && sheet !== tab.name)) {
      throw new Error('Range not found');
    }
    return found.box;
  }
  getRangeList(addresses: unknown): RangeListService {
    const ranges = needArray(addresses, 'a1Notations').map((a1) =>
      this.getRange(needText(a1, 'a1Notations')),
    );
    if (ranges.length === 0) throw new Error('Invalid argument: a1Notations must not be empty.');
    return new RangeListService(this[at], ranges);
  }
  getDataRange(): RangeService {
    const tab = this.#live();
    const box = { row: 1, column: 1, rows: tab.lastRow() || 1, columns: tab.lastColumn() || 1 };
    return new RangeService(this[at], tab, box);
  }
  getActiveCell(): RangeService {
    return this.getActiveRange().offset(0, 0, 1, 1);
  }
  getActiveRange(): RangeService {
    const { active } = workbookOf(this[at]);
    const tab = this.#live();
    const box = active.tabId === tab.id ? active.box : { row: 1, column: 1, rows: 1, columns: 1 };
    return new RangeService(this[at], tab, box);
  }
  getFilter(): FilterService | null {
    const tab = this.#live();
    return tab.filter ? new FilterService(this[at], tab) : null;
  }
  isRowHiddenByFilter(rowPosition: number): boolean {
    const tab = this.#live();
    const row = needPositive(rowPosition, 'rowPosition');
    if (row > tab.maxRows) throw new Error('Those rows are out of bounds.');
    return tab.filter?.hidden.has(row) ?? false;
  }
  getLastRow(): number {
    return this.#live().lastRow();
  }
  getLastColumn(): number {
    return this.#live().lastColumn();
  }

  appendRow(values: unknown): this {
    const tab = this.#live();
    const workbook = workbookOf(this[at]);
    const list = Array.from(needArray(values, 'rowContents'));
    if (list.length === 0) throw new Error('Invalid argument: rowContents must not be empty.');
    for (const value of list) checkInput(value);
    const row = tab.lastRow() + 1;
    const box = { row, column: 1, rows: 1, columns: list.length };
    const year = yearNow(workbook, this[at].world.clock.now());
    refuseProtected(workbook, tab, box);
    refuseInvalid(workbook, tab, box, (_, column) => list[column - 1], year);
    if (row > tab.maxRows) workbook.insertLines(tab, 'row', row, 1, row - 1);
    const missing = list.length - tab.maxColumns;
    if (missing > 0) {
      workbook.insertLines(tab, 'column', tab.maxColumns + 1, missing, tab.maxColumns);
    }
    this[at].touches(tab, box);
    list.forEach((value, index) => {
      writeInput(workbook, tab, row, index + 1, value, year);
    });
    this[at].writes(tab, list.length);
    workbook.changes.cells(tab.id, box, true);
    return this;
  }
  /** Empties the tab: everything, or with options only contents or only formats. Notes go with everything. */
  clear(options?: unknown): this {
    const { contents, formats } = clearParts(options);
    const tab = this.#live();
    const box = { row: 1, column: 1, rows: tab.rows.length - 1 || 1, columns: tab.maxColumns };
    const workbook = workbookOf(this[at]);
    refuseProtected(workbook, tab, box);
    this[at].writes(tab, contents ? box.rows * box.columns : 0);
    this[at].touches(tab, box, !contents);
    tab.forEach(box, (cell, row, column) => {
      if (!cell) return;
      if (contents) tab.setValue(row, column, null);
      if (formats) Object.assign(cell, { n: '', s: undefined });
      if (contents && formats) cell.note = '';
    });
    if (formats) this.#dropConditional();
    workbook.changes.cells(tab.id, box, contents);
    return this;
  }
  /** Conditional formats are formats, too; sizes of lines are none. */
  clearFormats(): this {
    return this.clear({ formatOnly: true });
  }
  #dropConditional(): void {
    const tab = this.#live();
    if (tab.conditional.length === 0) return;
    tab.conditional = [];
    workbookOf(this[at]).changes.painted(tab.id);
  }
  clearContents(): this {
    const tab = this.#live();
    const box = { row: 1, column: 1, rows: tab.rows.length - 1 || 1, columns: tab.maxColumns };
    refuseProtected(workbookOf(this[at]), tab, box);
    this[at].writes(tab, box.rows * box.columns);
    this[at].touches(tab, box);
    tab.forEach(box, (cell, row, column) => {
      if (cell) tab.setValue(row, column, null);
    });
    workbookOf(this[at]).changes.cells(tab.id, box, true);
    return this;
  }

  /** Without a screen the width follows the longest text shown: seven pixels a character. */
  autoResizeColumns(first: number, count: number): this {
    const tab = this.#live();
    const start = needPositive(first, 'startColumn');
    const last = start + needPositive(count, 'numColumns') - 1;
    if (last > tab.maxColumns) throw new Error('Those columns are out of bounds.');
    refuseProtected(workbookOf(this[at]), tab);
    for (let column = start; column <= last; column++) {
      let longest = 0;
      for (const cells of tab.rows) {
        const cell = cells?.[column];
        if (!cell) continue;
        const text = displayValue(cell.v, cell.n, workbookOf(this[at]).locale);
        longest = Math.max(longest, text.length);
      }
      tab.columnWidths.set(column, Math.max(21, longest * 7 + 14));
    }
    workbookOf(this[at]).changes.reload();
    return this;
  }
  autoResizeColumn(column: number): this {
    return this.autoResizeColumns(column, 1);
  }
  activate(): this {
    const workbook = workbookOf(this[at]);
    const tab = this.#live();
    if (workbook.active.tabId !== tab.id) {
      workbook.active = { tabId: tab.id, box: { row: 1, column: 1, rows: 1, columns: 1 } };
    }
    workbook.changes.event({ kind: 'activate', sheetId: tab.id, a1: null });
    return this;
  }

  protect(): ProtectionService {
    const workbook = workbookOf(this[at]);
    const tab = this.#live();
    let item = workbook.protections.find((one) => one.tabId === tab.id && !one.box);
    if (!item) {
      item = { tabId: tab.id, description: '', warningOnly: false };
      workbook.protections.push(item);
    }
    return new ProtectionService(this[at], item);
  }
  getProtections(type: unknown): ProtectionService[] {
    const ranges = enumName(ProtectionType, type, 'type') === 'RANGE';
    return workbookOf(this[at])
      .protections.filter((item) => item.tabId === this[tabKey].id && !!item.box === ranges)
      .map((item) => new ProtectionService(this[at], item));
  }
  addDeveloperMetadata(key: string, value?: unknown, visibility?: unknown): this {
    addMetadata(this[at], { tabId: this.#live().id }, key, value, visibility);
    return this;
  }
  createDeveloperMetadataFinder(): MetadataFinderService {
    return new MetadataFinderService(this[at], (item) => item.tabId === this[tabKey].id);
  }
  createTextFinder(findText: string): TextFinderService {
    return new TextFinderService(this[at], () => [this.#live()], findText);
  }
}

export type SheetFits = NoMisfits<Misfits<SheetService, GoogleAppsScript.Spreadsheet.Sheet>>;
