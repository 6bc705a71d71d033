// What the spreadsheet services share: their workbook, boxes within a tab, and reading cells into the context.
import type { Execution } from '../execution';
import { type Box, boxInside } from '../grid/a1';
import type { Cell } from '../grid/cell';
import type { Tab } from '../grid/tab';
import type { Workbook } from '../grid/workbook';
import { isDatePattern } from '../text/pattern';
import { instantOfSerial } from '../text/serial';

export const workbookOf = (execution: Execution): Workbook => execution.world.workbook;

/** @throws when the tab was deleted in the meantime */
export function needLive(execution: Execution, tab: Tab): Tab {
  if (!workbookOf(execution).tabs.includes(tab)) {
    throw new Error(`The sheet "${tab.name}" was deleted.`);
  }
  return tab;
}

/** @throws Google's sentence when the box leaves the grid */
export function needInside(tab: Tab, box: Box): Box {
  if (box.rows < 1) throw new Error('The number of rows in the range must be at least 1.');
  if (box.columns < 1) throw new Error('The number of columns in the range must be at least 1.');
  if (box.row < 1) throw new Error('The starting row of the range is too small.');
  if (box.column < 1) throw new Error('The starting column of the range is too small.');
  if (!boxInside(box, tab)) {
    throw new Error('The coordinates of the range are outside the dimensions of the sheet.');
  }
  return box;
}

/** What `getValue` answers for a cell: empty text for nothing, a date where the format shows one. */
export function readCell(execution: Execution, cell: Cell | undefined): unknown {
  if (!cell || cell.v === null) return cell?.e ? '#ERROR!' : '';
  if (typeof cell.v === 'number' && cell.n !== '' && isDatePattern(cell.n)) {
    return execution.realm.date(instantOfSerial(cell.v, workbookOf(execution).zone));
  }
  return cell.v;
}
