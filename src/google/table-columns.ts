// Where our columns stand in a data tab: by their headers, else by the marks on the columns.
import type { ColumnKey } from '../core/columns';
import type { Table } from '../core/tables';
import { knownHeaders } from '../texts/headers';
import { readText } from './read-cells';
import type { Sheet } from './types';
import { readWords } from './words';

/** Key of the developer metadata on a column of ours; its value is the column's key. */
const COLUMN_MARK = 'wa-column';

/** Consecutive sheet columns that are consecutive columns of ours: one range call each. */
export interface Segment<Key = ColumnKey> {
  column: number;
  keys: Key[];
}

/** Marks a column as one of ours, so that it is found after it was renamed or moved. */
export function markColumn(sheet: Sheet, column: number, key: ColumnKey): void {
  sheet.getRange(1, column, sheet.getMaxRows(), 1).addDeveloperMetadata(COLUMN_MARK, key);
}

/**
 * Finds our columns. The marks are only asked for when the headers alone do not tell: one is renamed, is
 * missing, or stands there twice.
 *
 * @returns the column number of each key that is there
 */
export function findColumns(
  sheet: Sheet,
  table: Table,
  header: readonly unknown[],
): Map<ColumnKey, number> {
  const known = knownHeaders(readWords(), table.keys);
  const found = new Map<ColumnKey, number>();
  let isTwice = false;
  header.forEach((title, i) => {
    const key = known.get(readText(title).trim());
    if (!key) return;
    if (found.has(key)) isTwice = true;
    else found.set(key, i + 1);
  });
  if (found.size === table.keys.length && !isTwice) return found;
  const marked = markedColumns(sheet, table);
  for (const [key, column] of marked) found.set(key, column);
  // A column can be one of ours only: the mark decides against a header that says something else.
  for (const [key, column] of found) {
    const owner = [...marked].find(([, at]) => at === column)?.[0];
    if (owner && owner !== key) found.delete(key);
  }
  return found;
}

/** The columns that carry our marks. */
export function markedColumns(sheet: Sheet, table: Table): Map<ColumnKey, number> {
  const marked = new Map<ColumnKey, number>();
  for (const mark of sheet.createDeveloperMetadataFinder().withKey(COLUMN_MARK).find()) {
    const column = mark.getLocation().getColumn()?.getColumn();
    const key = table.keys.find((one) => one === mark.getValue());
    if (column && key && !marked.has(key)) marked.set(key, column);
  }
  return marked;
}

/** Columns as blocks that can be read and written in one call each, from left to right. */
export function segmentsOf<Key>(columns: ReadonlyMap<Key, number>): Segment<Key>[] {
  const segments: Segment<Key>[] = [];
  for (const [key, column] of [...columns].sort((a, b) => a[1] - b[1])) {
    const last = segments[segments.length - 1];
    if (last && last.column + last.keys.length === column) last.keys.push(key);
    else segments.push({ column, keys: [key] });
  }
  return segments;
}
