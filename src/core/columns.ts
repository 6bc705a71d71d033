// The one table of columns of every data tab: key, kind of cell, and the tabs they stand in.
import type { MetricName } from './metrics';

/** How a cell is written: one writer per kind, in the google room. */
export type CellKind = 'text' | 'count' | 'money' | 'unitPrice' | 'rate' | 'day' | 'month';

type Columns = readonly (readonly [key: string, kind: CellKind])[];

/** Every data tab begins with these (design §3). */
const FIRST = [
  ['date', 'day'],
  ['week', 'day'],
  ['month', 'month'],
  ['account', 'text'],
  ['accountId', 'text'],
] as const satisfies Columns;
const TEMPLATE = [
  ['template', 'text'],
  ['templateId', 'text'],
  ['language', 'text'],
  ['category', 'text'],
] as const satisfies Columns;

export const DAILY_COLUMNS = [
  ...FIRST,
  ...TEMPLATE,
  ['product', 'text'],
  ['currency', 'text'],
  ['sent', 'count'],
  ['delivered', 'count'],
  ['read', 'count'],
  ['replied', 'count'],
  ['clicks', 'count'],
  ['uniqueClicks', 'count'],
  ['quickReplies', 'count'],
  ['spent', 'money'],
  ['costPerDelivered', 'unitPrice'],
  ['costPerClick', 'unitPrice'],
] as const satisfies Columns;

export const BUTTON_COLUMNS = [
  ...FIRST,
  ...TEMPLATE,
  ['product', 'text'],
  ['buttonType', 'text'],
  ['button', 'text'],
  ['buttonClicks', 'count'],
  ['buttonUniqueClicks', 'count'],
  ['templateDelivered', 'count'],
  ['buttonClickRate', 'rate'],
] as const satisfies Columns;

export const CONVERSION_COLUMNS = [
  ...FIRST,
  ...TEMPLATE,
  ['currency', 'text'],
  ['delivered', 'count'],
  ['spent', 'money'],
  ['appAddToCart', 'count'],
  ['websiteAddToCart', 'count'],
  ['appCheckouts', 'count'],
  ['websiteCheckouts', 'count'],
  ['appPurchases', 'count'],
  ['websitePurchases', 'count'],
  ['appPurchaseValue', 'money'],
  ['websitePurchaseValue', 'money'],
  ['appActivations', 'count'],
] as const satisfies Columns;

export type DailyColumn = (typeof DAILY_COLUMNS)[number][0];
export type ColumnKey =
  | DailyColumn
  | (typeof BUTTON_COLUMNS)[number][0]
  | (typeof CONVERSION_COLUMNS)[number][0];

/** Which number of a row a column shows, where it has another name: a button's row counts its own clicks. */
const SOURCES: Partial<Record<ColumnKey, MetricName>> = {
  buttonClicks: 'clicks',
  buttonUniqueClicks: 'uniqueClicks',
  templateDelivered: 'delivered',
  buttonClickRate: 'clickRate',
};
export const metricOfColumn = (key: ColumnKey): MetricName | ColumnKey => SOURCES[key] ?? key;

/** Tab names are fixed (design §3). */
export const TABS = {
  daily: 'WA Daily',
  buttons: 'WA Buttons',
  conversions: 'WA Conversions',
  log: 'WA Log',
  index: 'WA Index',
} as const;

export const LOG_COLUMNS = [
  'when',
  'who',
  'dates',
  'added',
  'changed',
  'restated',
  'held',
  'requests',
  'seconds',
  'result',
] as const;
export type LogColumn = (typeof LOG_COLUMNS)[number];
