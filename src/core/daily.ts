// A row of the ledger: one template on one day through one product.
import type { ButtonCount } from './clicks';
import { type ColumnKey, metricOfColumn } from './columns';
import { type Day, monthStart, weekStart } from './day';
import { isRatio, type Metrics, numberIn, ratioOf } from './metrics';

/** Which of Meta's two ways of sending. */
export type Product = 'cloud_api' | 'marketing_messages';
/** The word in the Product column. */
export const PRODUCT_NAMES: Record<Product, string> = {
  cloud_api: 'Cloud API',
  marketing_messages: 'Marketing Messages',
};

/** What makes a row itself: nothing else may decide whether two rows are the same. */
export interface DailyKey {
  accountId: string;
  day: Day;
  templateId: string;
  product: Product;
  /** Of a button's row: Meta's word for its kind, and its label; '' where Meta gives none. */
  buttonType?: string;
  button?: string;
}
/** What describes the row; corrected inside the look-back only. */
export interface DailyLabels {
  account: string;
  template: string;
  language: string;
  category: string;
  currency: string | null;
}
/** The names of the labels, for copying and comparing them. */
export const LABELS = ['account', 'template', 'language', 'category', 'currency'] as const;
export interface DailyRow extends DailyKey, DailyLabels {
  metrics: Metrics;
}
/** All that Meta says of a template on a day: the rows of every data tab come out of it. */
export interface PointRow extends DailyRow {
  buttons: readonly ButtonCount[];
}

/** The row's key as text, for maps. */
export function keyOf(row: DailyKey): string {
  const key = `${row.accountId}|${row.day}|${row.templateId}|${row.product}`;
  return row.button === undefined ? key : `${key}|${row.buttonType}|${row.button}`;
}

/** A cell's value before it is written: text, a number, a day, or nothing. */
export type CellValue = string | number | null;

/**
 * The value of a column of a row. Days stay text here; the google room writes them as dates.
 *
 * @example cellValue(row, 'costPerClick') // spent / clicks, or null
 */
export function cellValue(row: DailyRow, column: ColumnKey): CellValue {
  const metric = metricOfColumn(column);
  if (metric) return isRatio(metric) ? ratioOf(row.metrics, metric) : numberIn(row.metrics, metric);
  if (column === 'date') return row.day;
  if (column === 'week') return weekStart(row.day);
  if (column === 'month') return monthStart(row.day);
  if (column === 'product') return PRODUCT_NAMES[row.product];
  return row[column as keyof DailyLabels | 'accountId' | 'templateId' | 'button'] ?? null;
}

/** Rows of one wave go in by day, template, product (design §3 rule 2). */
export function compareRows(a: DailyKey, b: DailyKey): number {
  return (
    compareText(a.day, b.day) ||
    compareText(a.accountId, b.accountId) ||
    compareText(a.templateId, b.templateId) ||
    compareText(a.product, b.product) ||
    compareText(a.buttonType ?? '', b.buttonType ?? '') ||
    compareText(a.button ?? '', b.button ?? '')
  );
}
/** Order by code unit, the same on every machine. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
