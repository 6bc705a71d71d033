// The part of Range that sorts, copies, protects and tags cells.
import { isAbsent, needArray, needFlag, needInteger, needObject, needPositive } from '../arguments';
import { CopyPasteType, enumName } from '../enums';
import { copyBlock, type PasteKind, paste, sourceOf } from '../grid/copying';
import { applyFilter } from '../grid/filtering';
import { refuseProtected } from '../grid/guards';
import { refuseInvalid } from '../grid/rules';
import { sortRows } from '../grid/sorting';
import { at } from '../service';
import { needInside, workbookOf } from './document';
import { addMetadata, MetadataFinderService } from './metadata';
import { ProtectionService } from './protection';
import { RangeRules } from './range-rules';
import { region } from './region';

export abstract class RangeActions extends RangeRules {
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
    if (tab.filter) {
      applyFilter(workbook, tab);
      workbook.changes.reload();
    }
    workbook.changes.cells(tab.id, box, true);
    return this;
  }
  /**
   * Copies to another range: everything, only contents (`PASTE_FORMULA`), or only looks (`PASTE_FORMAT`).
   * Formulas move along; a larger target is filled by repeating.
   */
  copyTo(target: unknown, type?: unknown, transposed?: unknown): void {
    if (!(target instanceof RangeRules)) throw new Error('Invalid argument: destination');
    const kind = pasteKind(type);
    const turned = !isAbsent(transposed) && needFlag(transposed, 'transposed');
    const from = this[region];
    const to = target[region];
    const source = copyBlock(from.tab, from.box, turned);
    const box = needInside(to.tab, {
      ...to.box,
      rows: Math.max(to.box.rows, source.rows),
      columns: Math.max(to.box.columns, source.columns),
    });
    const workbook = workbookOf(this[at]);
    refuseProtected(workbook, to.tab, box);
    if (kind === 'contents') {
      // What is pasted is not typed: an apostrophe keeps text what it is.
      const input = (row: number, column: number): unknown => {
        const cell = sourceOf(source, box, row, column)?.cell;
        return cell?.f || (typeof cell?.v === 'string' ? `'${cell.v}` : cell?.v);
      };
      refuseInvalid(workbook, to.tab, box, input, 0);
    }
    if (kind !== 'everything') this[at].touches(to.tab, box, kind === 'looks');
    if (kind === 'looks') this[at].formats(to.tab);
    else this[at].writes(to.tab, box.rows * box.columns);
    to.tab.forEach(box, (_, row, column) => {
      if (to.tab.covered(row, column)) return;
      paste(to.tab, row, column, sourceOf(source, box, row, column), kind);
    });
    workbook.changes.cells(to.tab.id, box, kind !== 'looks');
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

function pasteKind(type: unknown): PasteKind {
  const name = isAbsent(type) ? 'PASTE_NORMAL' : enumName(CopyPasteType, type, 'copyPasteType');
  if (name === 'PASTE_NORMAL') return 'everything';
  if (name === 'PASTE_FORMULA') return 'contents';
  if (name === 'PASTE_FORMAT') return 'looks';
  throw new Error(`not emulated: Range.copyTo with ${name}`);
}

function sortKey(spec: unknown): { column: number; ascending: boolean } {
  if (typeof spec === 'number') return { column: needPositive(spec, 'column'), ascending: true };
  const { column, ascending } = needObject(spec, 'sortSpec');
  return {
    column: needInteger(column, 'column'),
    ascending: isAbsent(ascending) ? true : needFlag(ascending, 'ascending'),
  };
}
