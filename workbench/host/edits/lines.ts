// Rows and columns inserted, deleted, moved and frozen by a person.
import type { EditRequest } from '../api';
import { boxCovers, boxesMeet } from '../grid/a1';
import type { Axis } from '../grid/following';
import { linesBox } from '../grid/guards';
import type { Tab } from '../grid/tab';
import type { Workbook } from '../grid/workbook';
import { needLine } from './place';

type LineEdit = Extract<
  EditRequest,
  {
    op:
      | 'insertRows'
      | 'insertColumns'
      | 'deleteRows'
      | 'deleteColumns'
      | 'moveRows'
      | 'moveColumns'
      | 'freeze';
  }
>;

export function editLines(workbook: Workbook, request: LineEdit): void {
  const tab = workbook.needTab(request.sheet);
  if (request.op === 'freeze') {
    freeze(workbook, tab, request);
    return;
  }
  const axis: Axis = request.op.endsWith('Rows') ? 'row' : 'column';
  const present = axis === 'row' ? tab.maxRows : tab.maxColumns;
  const { at, count } = request;
  if (request.op === 'insertRows' || request.op === 'insertColumns') {
    needLine(at, 1, present + 1, '"at"');
    needLine(count, 1, 10_000_000, '"count"');
    // New lines look like the line they push on; after the last one, like that.
    workbook.insertLines(tab, axis, at, count, Math.min(at, present));
    return;
  }
  needLine(at, 1, present, '"at"');
  needLine(count, 1, present - at + 1, '"count"');
  if (!('to' in request)) {
    workbook.deleteLines(tab, axis, at, count);
    return;
  }
  const to = needLine(request.to, 1, present + 1, '"to"');
  // Before itself or right after itself is where the block already stands.
  if (to >= at && to <= at + count) return;
  refuseSplit(tab, axis, at, count, to);
  workbook.moveLines(tab, axis, { at, count, to });
}

/** At least one row and column are left to move. */
function freeze(
  workbook: Workbook,
  tab: Tab,
  { rows = tab.frozenRows, columns = tab.frozenColumns }: Extract<EditRequest, { op: 'freeze' }>,
): void {
  needLine(rows, 0, tab.maxRows - 1, '"rows"');
  needLine(columns, 0, tab.maxColumns - 1, '"columns"');
  Object.assign(tab, { frozenRows: rows, frozenColumns: columns });
  workbook.changes.reload();
}

/** @throws when the move would tear merged cells apart */
function refuseSplit(tab: Tab, axis: Axis, at: number, count: number, to: number): void {
  const moved = linesBox(tab, axis, at, count);
  const torn = tab.merges.some((merge) => {
    const [from, size] = axis === 'row' ? [merge.row, merge.rows] : [merge.column, merge.columns];
    const cut = boxesMeet(moved, merge) && !boxCovers(moved, merge);
    return cut || (to > from && to < from + size);
  });
  if (torn) throw new Error(`These ${axis}s hold part of merged cells: unmerge them first.`);
}
