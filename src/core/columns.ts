// The one table of columns of every data tab: key, kind of cell, and the tabs they stand in.
import {
  CONVERSION_METRICS,
  DAILY_METRICS,
  isMetric,
  METRICS,
  type MetricName,
  type Unit,
} from './metrics';

/** How a cell is written: one writer per kind, in the google room. */
export type CellKind = 'text' | 'day' | 'month' | Exclude<Unit, 'times'>;

type Columns = readonly (readonly [key: string, kind: CellKind])[];
type Shown = {
  [N in MetricName]: (typeof METRICS)[N]['unit'] extends CellKind ? N : never;
}[MetricName];

/** Columns of metrics: each is written in the metric's own unit. */
const numbers = <N extends Shown>(...names: N[]) =>
  names.map((name) => [name, METRICS[name].unit] as const);

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
  ...numbers(...DAILY_METRICS, 'costPerDelivered', 'costPerClick'),
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
  ...numbers('delivered', 'spent', ...CONVERSION_METRICS),
] as const satisfies Columns;

export type DailyColumn = (typeof DAILY_COLUMNS)[number][0];
export type ColumnKey =
  | DailyColumn
  | (typeof BUTTON_COLUMNS)[number][0]
  | (typeof CONVERSION_COLUMNS)[number][0];

/** A button's row counts its own clicks: its columns have other names. */
const SOURCES: Partial<Record<ColumnKey, MetricName>> = {
  buttonClicks: 'clicks',
  buttonUniqueClicks: 'uniqueClicks',
  templateDelivered: 'delivered',
  buttonClickRate: 'clickRate',
};
/** Which number of a row a column shows; null where it shows none. */
export const metricOfColumn = (key: ColumnKey): MetricName | null =>
  SOURCES[key] ?? (isMetric(key) ? key : null);

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
