// Tabs added, renamed, deleted, moved, hidden and shown by a person.
import type { EditRequest } from '../api';
import type { Workbook } from '../grid/workbook';
import { needLine } from './place';

type TabEdit = Extract<
  EditRequest,
  { op: 'addSheet' | 'renameSheet' | 'deleteSheet' | 'hideSheet' | 'showSheet' | 'moveSheet' }
>;

export function editTabs(workbook: Workbook, request: TabEdit): void {
  if (request.op === 'addSheet') {
    const added = workbook.addTab(request.sheet);
    workbook.active = { tabId: added.id, box: { row: 1, column: 1, rows: 1, columns: 1 } };
    return;
  }
  const tab = workbook.needTab(request.sheet);
  if (request.op === 'renameSheet') workbook.renameTab(tab, request.name);
  else if (request.op === 'deleteSheet') workbook.deleteTab(tab);
  else if (request.op === 'hideSheet') workbook.hideTab(tab);
  else if (request.op === 'moveSheet') {
    workbook.moveTab(tab, needLine(request.to, 1, workbook.tabs.length, '"to"'));
  } else workbook.showTab(tab);
}
