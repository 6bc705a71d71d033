// The part of Range that sorts, copies, protects and tags cells.
import { isAbsent, needArray, needFlag, needInteger, needObject, needPositive } from '../arguments';
import { Cell } from '../grid/cell';
import { applyFilter } from '../grid/filtering';
import { sortRows } from '../grid/sorting';
import { at } from '../service';
import { moveFormula } from '../text/formula-text';
import { needInside, workbookOf } from './document';
import { addMetadata, MetadataFinderService } from './metadata';
import { ProtectionService } from './protection';
import { RangeStyles } from './range-styles';
import { region } from './region';

export abstract class RangeActions extends RangeStyles {
  /** Sorts the rows by a column (sheet number) or by several; what stands in them moves along. */
  sort(spec: unknown): this {
    const { tab, box } = this[region];
    const keys = (Array.isArray(spec) ? needArray(spec, 'sortSpec') : [spec]).map(sortKey);
    for (const { column } of keys) {
      if (column < box.column || column >= box.column + box.columns) {
        throw new Error('The sort column is outside of the range.');
      }
    }
    const workbook = workbookOf(this[at]);
    this[region].guard();
    this[at].writes(tab, this[region].size);
    sortRows(tab, box, keys);
    applyFilter(workbook, tab);
    workbook.changes.cells(tab.id, box, true);
    return this;
  }
  /** Copies values, formulas (moved along) and looks; a larger target is filled by repeating. */
  copyTo(target: unknown, type?: unknown, transposed?: unknown): void {
    if (!isAbsent(type) || (!isAbsent(transposed) && needFlag(transposed, 'transposed'))) {
      throw new Error('not emulated: Range.copyTo with a paste type or transposed');
    }
    if (!(target instanceof RangeStyles)) throw new Error('Invalid argument: destination');
    const from = this[region];
    const to = target[region];
    const box = needInside(to.tab, {
      ...to.box,
      rows: Math.max(to.box.rows, from.box.rows),
      columns: Math.max(to.box.columns, from.box.columns),
    });
    const copies = new Map<string, Cell | undefined>();
    from.tab.forEach(from.box, (cell, row, column) => {
      copies.set(`${row - from.box.row},${column - from.box.column}`, cell && copyCell(cell));
    });
    this[at].writes(to.tab, box.rows * box.columns);
    to.tab.forEach(box, (_, row, column) => {
      const down = (row - box.row) % from.box.rows;
      const right = (column - box.column) % from.box.columns;
      const source = copies.get(`${down},${right}`);
      const cell = source && copyCell(source);
      if (cell?.f) {
        cell.f = moveFormula(cell.f, row - from.box.row - down, column - from.box.column - right);
      }
      to.tab.place(row, column, cell);
    });
    workbookOf(this[at]).changes.cells(to.tab.id, box, true);
  }
  protect(): ProtectionService {
    const { tab, box } = this[region];
    const item = { tabId: tab.id, box: { ...box }, description: '', warningOnly: false };
    workbookOf(this[at]).protections.push(item);
    return new ProtectionService(this[at], item);
  }
  addDeveloperMetadata(key: string, value?: unknown, visibility?: unknown): this {
    const { tab, box } = this[region];
    const wholeColumn = box.columns === 1 && box.rows === tab.maxRows;
    const wholeRow = box.rows === 1 && box.columns === tab.maxColumns;
    if (!wholeColumn && !wholeRow) {
      throw new Error(
        'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.',
      );
    }
    const line = wholeColumn
      ? ({ axis: 'column', at: box.column } as const)
      : ({ axis: 'row', at: box.row } as const);
    addMetadata(this[at], { tabId: tab.id, line }, key, value, visibility);
    return this;
  }
  /** Finds what hangs on rows or columns that lie wholly within the range. */
  createDeveloperMetadataFinder(): MetadataFinderService {
    const { tab, box } = this[region];
    return new MetadataFinderService(this[at], (item) => {
      if (item.tabId !== tab.id || !item.line) return false;
      const { axis, at: line } = item.line;
      const [start, count] = axis === 'row' ? [box.row, box.rows] : [box.column, box.columns];
      const whole = axis === 'row' ? box.columns === tab.maxColumns : box.rows === tab.maxRows;
      return whole && line >= start && line < start + count;
    });
  }
}

function sortKey(spec: unknown): { column: number; ascending: boolean } {
  if (typeof spec === 'number') return { column: needPositive(spec, 'column'), ascending: true };
  const { column, ascending } = needObject(spec, 'sortSpec');
  return {
    column: needInteger(column, 'column'),
    ascending: isAbsent(ascending) ? true : needFlag(ascending, 'ascending'),
  };
}

function copyCell(cell: Cell): Cell {
  const copy = new Cell();
  copy.v = cell.f || cell.spilled ? null : cell.v;
  copy.f = cell.f;
  copy.n = cell.n;
  copy.s = cell.s;
  copy.note = cell.note;
  copy.awaiting = cell.f !== '';
  return copy;
}
