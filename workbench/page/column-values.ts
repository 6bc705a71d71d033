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

export interface FilteredColumn {
  /** From 0. */
  column: number;
  /** The header above the values, from 0. */
  header: number;
  /** The last row of the filter, from 0; without a filter the last one with a value. */
  last?: number;
  /** The texts that the filter hides. */
  hide: string[];
}

/** A filter compares what cells show, so the texts are made as the host makes them. */
export function columnValues(
  sheet: Worksheet,
  styles: Styles,
  { column, header, last = lastRowWithValue(sheet), hide }: FilteredColumn,
  locale: Locale,
): FilterChoice[] {
  const hidden = new Set(hide);
  const found = new Map<string, { order: string | number; shown: boolean }>();
  for (let row = header + 1; row <= last; row++) {
    const cell = sheet.getCellRaw(row, column);
    const raw = cell?.v ?? null;
    const value = cell?.t === CellValueType.BOOLEAN ? Boolean(raw) : raw === '' ? null : raw;
    const failed = Boolean(cell?.f) && typeof value === 'string' && value.startsWith('#');
    const pattern = styles.get(cell?.s)?.n?.pattern ?? '';
    const text = failed ? '#ERROR!' : displayValue(value, pattern, locale);
    if (found.has(text)) continue;
    const shown = !hidden.has(text);
    found.set(text, { order: typeof value === 'number' ? value : text, shown });
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
