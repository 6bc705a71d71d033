// The look a person gives to cells with the toolbar, and to columns with the mouse.
import type { Look } from '../api';
import type { Style } from '../grid/cell';
import type { Workbook } from '../grid/workbook';
import { keepPattern } from '../text/pattern';
import { needBox, needLine } from './place';

/** @throws a sentence for people when there are no such cells */
export function dressCells(workbook: Workbook, sheet: string, a1: string, look: Look): void {
  const tab = workbook.needTab(sheet);
  const box = needBox(tab, a1);
  const pattern = keepPattern(look.pattern ?? '');
  const style = {
    bold: look.bold || undefined,
    italic: look.italic || undefined,
    bg: look.background,
    fc: look.fontColor,
    ha: look.align,
    va: look.valign,
    size: look.size,
    wrap: look.wrap ? 'WRAP' : undefined,
  } as Style;
  tab.forEach(box, (cell, row, column) => {
    if (pattern !== (cell?.n ?? '')) tab.setFormat(row, column, pattern);
    tab.setStyle(row, column, style);
  });
  workbook.changes.cells(tab.id, box, false);
}

/** @throws a sentence for people when there is no such column */
export function widenColumn(
  workbook: Workbook,
  sheet: string,
  column: number,
  width: number,
): void {
  const tab = workbook.needTab(sheet);
  needLine(column, 1, tab.maxColumns, '"column"');
  tab.columnWidths.set(column, needLine(width, 2, 2000, '"width"'));
}
