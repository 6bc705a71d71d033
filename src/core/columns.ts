// The one table of the columns of `WA Daily`: key, kind of cell, and where the value comes from.
import { BASE_METRICS, type BaseMetric, RATIO_METRICS, type RatioMetric } from './metrics';

/** How a cell is written: one writer per kind, in the google room. */
export type CellKind = 'text' | 'count' | 'money' | 'unitPrice' | 'day' | 'month';

export const DAILY_COLUMNS = [
  { key: 'date', kind: 'day' },
  { key: 'week', kind: 'day' },
  { key: 'month', kind: 'month' },
  { key: 'account', kind: 'text' },
  { key: 'accountId', kind: 'text' },
  { key: 'template', kind: 'text' },
  { key: 'templateId', kind: 'text' },
  { key: 'language', kind: 'text' },
  { key: 'category', kind: 'text' },
  { key: 'product', kind: 'text' },
  { key: 'currency', kind: 'text' },
  { key: 'sent', kind: 'count' },
  { key: 'delivered', kind: 'count' },
  { key: 'read', kind: 'count' },
  { key: 'replied', kind: 'count' },
  { key: 'clicks', kind: 'count' },
  { key: 'uniqueClicks', kind: 'count' },
  { key: 'quickReplies', kind: 'count' },
  { key: 'spent', kind: 'money' },
  { key: 'costPerDelivered', kind: 'unitPrice' },
  { key: 'costPerClick', kind: 'unitPrice' },
] as const satisfies readonly { key: string; kind: CellKind }[];

export type DailyColumn = (typeof DAILY_COLUMNS)[number]['key'];
export const DAILY_KEYS = DAILY_COLUMNS.map((column) => column.key) as DailyColumn[];

export const isBaseColumn = (key: string): key is BaseMetric =>
  (BASE_METRICS as readonly string[]).includes(key);
export const isRatioColumn = (key: string): key is RatioMetric => key in RATIO_METRICS;

/** Tab names are fixed (design §3). */
export const TABS = { daily: 'WA Daily', log: 'WA Log', index: 'WA Index' } as const;
export type TabName = (typeof TABS)[keyof typeof TABS];

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
