// Sorting and filtering by a person.
import type { EditRequest } from '../api';
import { type Box, boxHolds } from '../grid/a1';
import { applyFilter, setCriterion, textsBut } from '../grid/filtering';
import { sortRows } from '../grid/sorting';
import type { Tab } from '../grid/tab';
import type { Workbook } from '../grid/workbook';
import { dataBox, needBox, needLine } from './place';

type SortEdit = Extract<EditRequest, { op: 'sort' | 'filter' | 'clearFilter' }>;

export function editSorting(workbook: Workbook, request: SortEdit): void {
  const tab = workbook.needTab(request.sheet);
  if (request.op === 'sort') {
    const box = request.a1 === undefined ? bodyBox(tab) : needBox(tab, request.a1);
    needLine(request.column, box.column, box.column + box.columns - 1, '"column"');
    sortRows(tab, box, [{ column: request.column, ascending: request.ascending }]);
    workbook.changes.cells(tab.id, box, true);
    if (!tab.filter) return;
    applyFilter(workbook, tab);
  } else if (request.op === 'filter') setFilter(workbook, tab, request);
  else {
    if (!tab.filter) throw new Error(`"${tab.name}" has no filter.`);
    tab.filter = null;
  }
  workbook.changes.reload();
}

/** All columns of the rows below the header. */
function bodyBox(tab: Tab): Box {
  const data = dataBox(tab);
  if (data.rows < 2) throw new Error(`"${tab.name}" has no rows below its header.`);
  return { row: data.row + 1, column: 1, rows: data.rows - 1, columns: tab.maxColumns };
}

/**
 * With a range a new filter takes the place of the present one; without, a column's texts are chosen in the
 * present filter where it has the column.
 */
function setFilter(
  workbook: Workbook,
  tab: Tab,
  { a1, column, show }: Extract<EditRequest, { op: 'filter' }>,
): void {
  if ((column === undefined) !== (show === undefined)) {
    throw new Error('A filter needs both "column" and "show", or neither.');
  }
  const present = a1 === undefined && column !== undefined ? tab.filter : null;
  const kept = present && column !== undefined && boxHolds(present.box, present.box.row, column);
  const filter = kept
    ? present
    : {
        box: a1 === undefined ? dataBox(tab) : needBox(tab, a1),
        criteria: [],
        hidden: new Set<number>(),
      };
  if (column !== undefined && show !== undefined) {
    const { column: first, columns } = filter.box;
    needLine(column, first, first + columns - 1, '"column"');
    setCriterion(filter, column, textsBut(tab, filter, column, show, workbook.locale));
  }
  tab.filter = filter;
  applyFilter(workbook, tab);
}
