// What a person does to the tabs: lines, sorting, filters, protection, tabs that come and go.
import type { EditRequest } from './api';
import type { Workbook } from './grid/workbook';

/** @throws a sentence for people when it cannot be done; nothing has changed then */
export function editWorkbook(workbook: Workbook, request: EditRequest): void {
  if (request.op !== 'addSheet') throw new Error(`The edit "${request.op}" is not there yet.`);
  const tab = workbook.addTab(request.sheet);
  workbook.active = { tabId: tab.id, box: { row: 1, column: 1, rows: 1, columns: 1 } };
}
