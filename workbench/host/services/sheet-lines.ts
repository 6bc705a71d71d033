// The part of Sheet that adds, removes, freezes, sizes and hides: rows, columns, the tab itself.
import { isAbsent, needColor, needFlag, needInteger, needPositive, needText } from '../arguments';
import type { Execution } from '../execution';
import { linesBox, refuseInsertion, refuseProtected } from '../grid/guards';
import type { Tab } from '../grid/tab';
import { at, Service } from '../service';
import { needLive, workbookOf } from './document';
import { tabKey } from './tab-key';

const MAX_COLUMNS = 18_278;

export abstract class SheetLines extends Service {
  static override readonly service: string = 'Sheet';
  readonly [tabKey]: Tab;

  constructor(execution: Execution, tab: Tab) {
    super(execution);
    this[tabKey] = tab;
  }

  getMaxRows(): number {
    return this.#live().maxRows;
  }
  getMaxColumns(): number {
    return this.#live().maxColumns;
  }
  insertRowsAfter(after: number, count: number): this {
    return this.#insert('row', after, count, 1);
  }
  insertRowsBefore(before: number, count: number): this {
    return this.#insert('row', before, count, 0);
  }
  insertRowAfter(after: number): this {
    return this.#insert('row', after, 1, 1);
  }
  insertRowBefore(before: number): this {
    return this.#insert('row', before, 1, 0);
  }
  insertColumnsAfter(after: number, count: number): this {
    return this.#insert('column', after, count, 1);
  }
  insertColumnsBefore(before: number, count: number): this {
    return this.#insert('column', before, count, 0);
  }
  insertColumnAfter(after: number): this {
    return this.#insert('column', after, 1, 1);
  }
  insertColumnBefore(before: number): this {
    return this.#insert('column', before, 1, 0);
  }
  /** New lines take the format of the line they were asked for: the one above, or the one they push down. */
  #insert(axis: 'row' | 'column', line: number, count: number, after: 0 | 1): this {
    const tab = this.#live();
    const like = needPositive(line, `${axis}Position`);
    needPositive(count, 'howMany');
    const present = axis === 'row' ? tab.maxRows : tab.maxColumns;
    if (like > present) throw new Error(`Those ${axis}s are out of bounds.`);
    if (axis === 'column' && present + count > MAX_COLUMNS) {
      throw new Error(`A sheet cannot have more than ${MAX_COLUMNS} columns.`);
    }
    const workbook = workbookOf(this[at]);
    refuseInsertion(workbook, tab, axis, like + after);
    // A line inserted before another pushes it on, so its format is read before the move.
    workbook.insertLines(tab, axis, like + after, count, like);
    return this;
  }
  deleteRows(row: number, count: number): this {
    return this.#delete('row', row, count);
  }
  deleteRow(row: number): this {
    return this.#delete('row', row, 1);
  }
  deleteColumns(column: number, count: number): this {
    return this.#delete('column', column, count);
  }
  deleteColumn(column: number): this {
    return this.#delete('column', column, 1);
  }
  #delete(axis: 'row' | 'column', line: number, count: number): this {
    const tab = this.#live();
    const workbook = workbookOf(this[at]);
    const from = needPositive(line, `${axis}Position`);
    const howMany = needPositive(count, 'howMany');
    refuseProtected(workbook, tab, linesBox(tab, axis, from, howMany));
    workbook.deleteLines(tab, axis, from, howMany);
    return this;
  }

  setFrozenRows(rows: number): void {
    const tab = this.#live();
    refuseProtected(workbookOf(this[at]), tab);
    tab.frozenRows = frozen(rows, tab.maxRows, 'rows');
    workbookOf(this[at]).changes.reload();
  }
  setFrozenColumns(columns: number): void {
    const tab = this.#live();
    refuseProtected(workbookOf(this[at]), tab);
    tab.frozenColumns = frozen(columns, tab.maxColumns, 'columns');
    workbookOf(this[at]).changes.reload();
  }
  getFrozenRows(): number {
    return this.#live().frozenRows;
  }
  getFrozenColumns(): number {
    return this.#live().frozenColumns;
  }
  setColumnWidth(column: number, width: number): this {
    return this.setColumnWidths(column, 1, width);
  }
  setColumnWidths(first: number, count: number, width: number): this {
    const tab = this.#live();
    const start = needPositive(first, 'startColumn');
    const last = start + needPositive(count, 'numColumns') - 1;
    if (last > tab.maxColumns) throw new Error('Those columns are out of bounds.');
    needPositive(width, 'width');
    refuseProtected(workbookOf(this[at]), tab);
    for (let column = start; column <= last; column++) tab.columnWidths.set(column, width);
    workbookOf(this[at]).changes.reload();
    return this;
  }
  getColumnWidth(column: number): number {
    return this.#live().columnWidths.get(needPositive(column, 'columnPosition')) ?? 100;
  }
  /** The rows still grow with their text. */
  setRowHeights(first: number, count: number, height: number): this {
    return this.#setHeights(first, count, height, false);
  }
  setRowHeight(row: number, height: number): this {
    return this.#setHeights(row, 1, height, false);
  }
  /** The rows keep the height even if their text is taller. */
  setRowHeightsForced(first: number, count: number, height: number): this {
    return this.#setHeights(first, count, height, true);
  }
  #setHeights(first: number, count: number, height: number, forced: boolean): this {
    const tab = this.#live();
    const start = needPositive(first, 'startRow');
    const last = start + needPositive(count, 'numRows') - 1;
    if (last > tab.maxRows) throw new Error('Those rows are out of bounds.');
    needPositive(height, 'height');
    refuseProtected(workbookOf(this[at]), tab);
    for (let row = start; row <= last; row++) tab.rowHeights.set(row, { height, forced });
    workbookOf(this[at]).changes.reload();
    return this;
  }
  getRowHeight(row: number): number {
    return this.#live().rowHeights.get(needPositive(row, 'rowPosition'))?.height ?? 21;
  }
  setHiddenGridlines(hideGridlines: boolean): this {
    const tab = this.#live();
    refuseProtected(workbookOf(this[at]), tab);
    tab.gridlinesHidden = needFlag(hideGridlines, 'hideGridlines');
    workbookOf(this[at]).changes.reload();
    return this;
  }
  hasHiddenGridlines(): boolean {
    return this.#live().gridlinesHidden;
  }
  hideSheet(): this {
    refuseProtected(workbookOf(this[at]), this.#live());
    workbookOf(this[at]).hideTab(this.#live());
    return this;
  }
  showSheet(): this {
    refuseProtected(workbookOf(this[at]), this.#live());
    workbookOf(this[at]).showTab(this.#live());
    return this;
  }
  isSheetHidden(): boolean {
    return this.#live().hidden;
  }
  setTabColor(color: string | null): this {
    this.#live().tabColor = isAbsent(color) ? null : needColor(hashed(color), 'color');
    workbookOf(this[at]).changes.reload();
    return this;
  }
  getTabColor(): string | null {
    return this.#live().tabColor;
  }
  #live(): Tab {
    return needLive(this[at], this[tabKey]);
  }
}

/** Google's own example of a tab's colour is a code without its `#`. */
const hashed = (color: string): string =>
  /^[0-9a-f]{6}$/i.test(needText(color, 'color')) ? `#${color}` : color;

function frozen(value: number, most: number, what: string): number {
  const count = needInteger(value, what);
  if (count < 0 || count >= most) throw new Error(`You can't freeze ${count} ${what}.`);
  return count;
}
