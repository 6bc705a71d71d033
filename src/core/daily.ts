// A row of the ledger: one template on one day through one product.
import type { DailyColumn } from './columns';
import { isBaseColumn, isRatioColumn } from './columns';
import { type Day, monthStart, weekStart } from './day';
import { type Metrics, ratioOf } from './metrics';

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

/** The row's key as text, for maps. */
export function keyOf(row: DailyKey): string {
  return `${row.accountId}|${row.day}|${row.templateId}|${row.product}`;
}

/** A cell's value before it is written: text, a number, a day, or nothing. */
export type CellValue = string | number | null;

/**
 * The value of a column of a row. Days stay text here; the google room writes them as dates.
 *
 * @example dailyValue(row, 'costPerClick') // spent / clicks, or null
 */
export function dailyValue(row: DailyRow, column: DailyColumn): CellValue {
  if (isBaseColumn(column)) return row.metrics[column];
  if (isRatioColumn(column)) return ratioOf(row.metrics, column);
  if (column === 'date') return row.day;
  if (column === 'week') return weekStart(row.day);
  if (column === 'month') return monthStart(row.day);
  return column === 'product' ? PRODUCT_NAMES[row.product] : row[column];
}

/** Rows of one wave go in by day, template, product (design §3 rule 2). */
export function compareRows(a: DailyKey, b: DailyKey): number {
  return (
    compareText(a.day, b.day) ||
    compareText(a.accountId, b.accountId) ||
    compareText(a.templateId, b.templateId) ||
    compareText(a.product, b.product)
  );
}
/** Order by code unit, the same on every machine. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
