// Lists the different texts of a column below its header, as its cells show them.
import { CellValueType, type Styles, type Worksheet } from '@univerjs/core';
import { displayValue } from '../host/text/display';
import type { Locale } from '../host/text/locale';
import type { FilterChoice } from './filter-dialog';

/** Rows below it may carry a format, but hold nothing. */
function lastRowWithValue(sheet: Worksheet): number {
  const matrix = sheet.getCellMatrix();
  for (let row = matrix.getLength() - 1; row > 0; row--) {
    const cells = Object.values(matrix.getRow(row) ?? {});
    if (cells.some((cell) => cell?.f || (cell?.v ?? '') !== '')) return row;
  }
  return 0;
}

/**
 * A filter compares what cells show, so the texts are made as the host makes them.
 * @param column from 0
 * @param filtered whether the tab's filter chooses by this column; else all is shown
 */
export function columnValues(
  sheet: Worksheet,
  styles: Styles,
  column: number,
  locale: Locale,
  filtered: boolean,
): FilterChoice[] {
  const header = Math.max(1, sheet.getFreeze().ySplit) - 1;
  const found = new Map<string, { order: string | number; shown: boolean }>();
  const last = lastRowWithValue(sheet);
  for (let row = header + 1; row <= last; row++) {
    const cell = sheet.getCellRaw(row, column);
    const raw = cell?.v ?? null;
    const value = cell?.t === CellValueType.BOOLEAN ? Boolean(raw) : raw === '' ? null : raw;
    const failed = Boolean(cell?.f) && typeof value === 'string' && value.startsWith('#');
    const pattern = styles.get(cell?.s)?.n?.pattern ?? '';
    const text = failed ? '#ERROR!' : displayValue(value, pattern, locale);
    const shown = !filtered || sheet.getRowVisible(row);
    const known = found.get(text);
    if (known) known.shown ||= shown;
    else found.set(text, { order: typeof value === 'number' ? value : text, shown });
  }
  const compare = new Intl.Collator(undefined, { numeric: true }).compare;
  return [...found]
    .sort(([, a], [, b]) =>
      typeof a.order === 'number' && typeof b.order === 'number'
        ? a.order - b.order
        : typeof a.order === 'number'
          ? -1
          : typeof b.order === 'number'
            ? 1
            : compare(a.order, b.order),
    )
    .map(([text, { shown }]) => ({ text, shown }));
}
