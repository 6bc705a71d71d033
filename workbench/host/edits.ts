// What a person does to the tabs: tabs that come, go and move, lines, sorting, filters, protection, merges, rules, notes.
// Every edit is checked first and then made whole. The person is the one who protects, so nothing stops them.
import type { EditRequest } from './api';
import { editCells } from './edits/cells';
import { editLines } from './edits/lines';
import { editSorting } from './edits/sorting';
import { editTabs } from './edits/tabs';
import type { Workbook } from './grid/workbook';

/** @throws a sentence for people when it cannot be done; nothing has changed then */
export function editWorkbook(workbook: Workbook, request: EditRequest): void {
  switch (request.op) {
    case 'addSheet':
    case 'renameSheet':
    case 'deleteSheet':
    case 'hideSheet':
    case 'showSheet':
    case 'moveSheet':
      editTabs(workbook, request);
      break;
    case 'insertRows':
    case 'insertColumns':
    case 'deleteRows':
    case 'deleteColumns':
    case 'moveRows':
    case 'moveColumns':
    case 'freeze':
      editLines(workbook, request);
      break;
    case 'sort':
    case 'filter':
    case 'clearFilter':
      editSorting(workbook, request);
      break;
    case 'protect':
    case 'unprotect':
    case 'merge':
    case 'unmerge':
    case 'validate':
    case 'note':
    case 'select':
      editCells(workbook, request);
      break;
    default:
      throw new Error(`"${(request as { op: unknown }).op}" is no edit.`);
  }
}
