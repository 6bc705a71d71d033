// The basic filter: which rows it hides. As in Sheets they are chosen when it is set and after a sort;
// what is written later shows or stays hidden as its row does.
import { displayValue } from '../text/display';
import type { Locale } from '../text/locale';
import type { Filter, Tab } from './tab';
import type { Workbook } from './workbook';

/** What a filter compares: the text that a cell shows. */
function shownText(tab: Tab, row: number, column: number, locale: Locale): string {
  const cell = tab.cell(row, column);
  if (cell?.e) return '#ERROR!';
  return displayValue(cell?.v ?? null, cell?.n ?? '', locale);
}

/** Chooses the hidden rows anew. The first row of the filter's range is its header and always shows. */
export function applyFilter({ locale }: Pick<Workbook, 'locale'>, tab: Tab): void {
  const { filter } = tab;
  if (!filter) return;
  filter.hidden = new Set();
  const { row: header, rows } = filter.box;
  for (const { column, hide } of filter.criteria) {
    const texts = new Set(hide);
    for (let row = header + 1; row < header + rows; row++) {
      if (texts.has(shownText(tab, row, column, locale))) filter.hidden.add(row);
    }
  }
}

/** Hides rows by a column's texts, in place of what the column hid before; no texts hide nothing. */
export function setCriterion(filter: Filter, column: number, hide: string[]): void {
  filter.criteria = filter.criteria.filter((one) => one.column !== column);
  if (hide.length > 0) filter.criteria.push({ column, hide });
}

/** The texts of a filter's column besides those that shall show: a filter keeps what it hides. */
export function textsBut(
  tab: Tab,
  filter: Filter,
  column: number,
  show: string[],
  locale: Locale,
): string[] {
  const texts = new Set<string>();
  const { row: header, rows } = filter.box;
  for (let row = header + 1; row < header + rows; row++) {
    texts.add(shownText(tab, row, column, locale));
  }
  for (const text of show) texts.delete(text);
  return [...texts];
}
