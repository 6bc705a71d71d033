// Rows of the data tabs to and from cells: one writer for each kind of cell, one reader for each key.
import { type ColumnKey, metricOfColumn } from '../core/columns';
import { cellValue, type DailyRow, LABELS, PRODUCT_NAMES, type Product } from '../core/daily';
import { isBase, type Metrics, NO_METRICS } from '../core/metrics';
import type { Table } from '../core/tables';
import type { ExistingRow } from '../core/upsert';
import { dayCell, numberCell, type RawCell, textCell } from './cells';
import { readDay, readNumber, readText } from './read-cells';

/** What a column of a row looks like to `setValues`. */
export function rawCell(table: Table, row: DailyRow, key: ColumnKey): RawCell {
  const value = cellValue(row, key);
  const kind = table.kinds.get(key);
  if (kind === 'day' || kind === 'month') return dayCell(String(value));
  if (kind === 'text') return textCell(value === null ? null : String(value));
  return numberCell(value as number | null);
}

const PRODUCTS = new Map(
  (Object.entries(PRODUCT_NAMES) as [Product, string][]).map(([key, name]) => [name, key]),
);

/**
 * A row as it stands, or null where the key cells do not hold a key of ours.
 *
 * @param zone the spreadsheet's, in which date cells are read
 */
export function readRow(
  table: Table,
  cell: (key: ColumnKey) => unknown,
  rowNumber: number,
  zone: string,
): ExistingRow | null {
  const day = readDay(cell('date'), zone);
  const accountId = readText(cell('accountId'));
  const templateId = readText(cell('templateId'));
  const product = table.product ?? PRODUCTS.get(readText(cell('product')));
  if (!day || accountId === '' || templateId === '' || !product) return null;
  const metrics: Metrics = { ...NO_METRICS };
  for (const key of table.keys) {
    const metric = metricOfColumn(key);
    if (metric && isBase(metric)) metrics[metric] = readNumber(cell(key));
  }
  const labels = Object.fromEntries(
    LABELS.map((name) => [name, table.labels.includes(name) ? readText(cell(name)) : '']),
  ) as Record<(typeof LABELS)[number], string>;
  const row: ExistingRow = {
    rowNumber,
    accountId,
    templateId,
    day,
    product,
    ...(table.keyColumns.includes('button')
      ? { buttonType: readText(cell('buttonType')), button: readText(cell('button')) }
      : {}),
    ...labels,
    currency: labels.currency || null,
    metrics,
  };
  return isStale(table, row, cell, zone) ? { ...row, stale: true } : row;
}

/** Whether a computed cell shows something else than its row says. */
function isStale(
  table: Table,
  row: DailyRow,
  cell: (key: ColumnKey) => unknown,
  zone: string,
): boolean {
  return table.computed.some((key) => {
    const [shown, right] = [cell(key), cellValue(row, key)];
    if (typeof right === 'string') return readDay(shown, zone) !== right;
    const number = readNumber(shown);
    if (number === null || right === null) return number !== right;
    // A cell may round the last digit of what was written into it.
    return Math.abs(number - right) > 1e-9 * Math.abs(right);
  });
}
