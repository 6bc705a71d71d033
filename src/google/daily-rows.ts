// Rows of `WA Daily` to and from cells: one writer for each kind of cell, one reader for each key.
import { type CellKind, DAILY_COLUMNS, type DailyColumn, isRatioColumn } from '../core/columns';
import { type DailyRow, dailyValue, LABELS, PRODUCT_NAMES, type Product } from '../core/daily';
import { BASE_METRICS, type Metrics, NO_METRICS } from '../core/metrics';
import type { ExistingRow } from '../core/upsert';
import { dayCell, numberCell, type RawCell, textCell } from './cells';
import { readDay, readNumber, readText } from './read-cells';

const KINDS = new Map<DailyColumn, CellKind>(DAILY_COLUMNS);

/** What a column of a row looks like to `setValues`. */
export function rawCell(row: DailyRow, key: DailyColumn): RawCell {
  const value = dailyValue(row, key);
  const kind = KINDS.get(key);
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
  cell: (key: DailyColumn) => unknown,
  rowNumber: number,
  zone: string,
): ExistingRow | null {
  const day = readDay(cell('date'), zone);
  const accountId = readText(cell('accountId'));
  const templateId = readText(cell('templateId'));
  const product = PRODUCTS.get(readText(cell('product')));
  if (!day || accountId === '' || templateId === '' || !product) return null;
  const metrics: Metrics = { ...NO_METRICS };
  for (const name of BASE_METRICS) metrics[name] = readNumber(cell(name));
  const labels = Object.fromEntries(LABELS.map((name) => [name, readText(cell(name))])) as Record<
    (typeof LABELS)[number],
    string
  >;
  const row: ExistingRow = {
    rowNumber,
    accountId,
    templateId,
    day,
    product,
    ...labels,
    currency: labels.currency || null,
    metrics,
  };
  return isStale(row, cell, zone) ? { ...row, stale: true } : row;
}

const COMPUTED = DAILY_COLUMNS.map(([key]) => key).filter(
  (key) => isRatioColumn(key) || key === 'week' || key === 'month',
);

/** Whether a computed cell shows something else than its row says. */
function isStale(row: DailyRow, cell: (key: DailyColumn) => unknown, zone: string): boolean {
  return COMPUTED.some((key) => {
    const [shown, right] = [cell(key), dailyValue(row, key)];
    if (typeof right === 'string') return readDay(shown, zone) !== right;
    const number = readNumber(shown);
    if (number === null || right === null) return number !== right;
    // A cell may round the last digit of what was written into it.
    return Math.abs(number - right) > 1e-9 * Math.abs(right);
  });
}
