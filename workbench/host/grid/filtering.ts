// The basic filter: which rows it hides. As in Sheets they are chosen when it is set and after a sort;
// what is written later shows or stays hidden as its row does.
import { displayValue } from '../text/display';
import type { Tab } from './tab';
import type { Workbook } from './workbook';

/** Chooses the hidden rows anew. The first row of the filter's range is its header and always shows. */
export function applyFilter(workbook: Workbook, tab: Tab): void {
  const { filter } = tab;
  if (!filter) return;
  filter.hidden = new Set();
  if (!filter.only) return;
  const { column } = filter.only;
  const show = new Set(filter.only.show);
  const { row: header, rows } = filter.box;
  for (let row = header + 1; row < header + rows; row++) {
    const cell = tab.cell(row, column);
    const text = cell?.e
      ? '#ERROR!'
      : displayValue(cell?.v ?? null, cell?.n ?? '', workbook.locale);
    if (!show.has(text)) filter.hidden.add(row);
  }
}
