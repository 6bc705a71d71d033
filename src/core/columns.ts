// The one table of the columns of `WA Daily`: key, kind of cell, and where the value comes from.
import { BASE_METRICS, type BaseMetric, RATIO_METRICS, type RatioMetric } from './metrics';

/** How a cell is written: one writer per kind, in the google room. */
export type CellKind = 'text' | 'count' | 'money' | 'unitPrice' | 'day' | 'month';

export const DAILY_COLUMNS = [
  ['date', 'day'],
  ['week', 'day'],
  ['month', 'month'],
  ['account', 'text'],
  ['accountId', 'text'],
  ['template', 'text'],
  ['templateId', 'text'],
  ['language', 'text'],
  ['category', 'text'],
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
] as const satisfies readonly (readonly [key: string, kind: CellKind])[];

export type DailyColumn = (typeof DAILY_COLUMNS)[number][0];
export const DAILY_KEYS: DailyColumn[] = DAILY_COLUMNS.map(([key]) => key);

/** Without one of these a row cannot be told from another. */
export const KEY_COLUMNS: readonly DailyColumn[] = ['date', 'accountId', 'templateId', 'product'];

export const isBaseColumn = (key: string): key is BaseMetric =>
  (BASE_METRICS as readonly string[]).includes(key);
export const isRatioColumn = (key: string): key is RatioMetric => key in RATIO_METRICS;

/** Tab names are fixed (design §3). */
export const TABS = { daily: 'WA Daily', log: 'WA Log', index: 'WA Index' } as const;

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
