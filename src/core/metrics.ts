// The one table of metrics: where each number comes from and how it is written. Functions, columns and docs follow it.

/** How a number is written: a count, an amount, an amount for one thing, so many times, or a share. */
export type Unit = 'count' | 'money' | 'unitPrice' | 'times' | 'rate';

const daily = <const U extends Unit, const F extends string>(unit: U, formula: F) =>
  ({ of: 'daily', unit, formula }) as const;
const conversion = <const U extends Unit, const F extends string | null = null>(
  unit: U,
  formula: F = null as F,
) => ({ of: 'conversions', unit, formula }) as const;
const madeBy =
  <const K extends 'sum' | 'ratio'>(of: K) =>
  <const P extends readonly [string, string], const U extends Unit, const F extends string>(
    parts: P,
    unit: U,
    formula: F,
  ) =>
    ({ of, parts, unit, formula }) as const;
const sum = madeBy('sum');
const ratio = madeBy('ratio');

/**
 * Every metric. `daily` and `conversions` are numbers Meta reports of a template on a day through one
 * product, the latter for Marketing Messages only (reference §1.3); a `sum` is that of two numbers: of those
 * that are reported, and not reported where neither is; a `ratio` is numerator over denominator, each summed
 * over the rows where both are reported (design §3). `formula` is the function that answers it in a cell;
 * halves of a sum have none.
 */
export const METRICS = {
  sent: daily('count', 'WA_SENT'),
  delivered: daily('count', 'WA_DELIVERED'),
  read: daily('count', 'WA_READ'),
  replied: daily('count', 'WA_REPLIED'),
  clicks: daily('count', 'WA_CLICKS'),
  uniqueClicks: daily('count', 'WA_UNIQUE_CLICKS'),
  quickReplies: daily('count', 'WA_QUICK_REPLIES'),
  spent: daily('money', 'WA_SPENT'),
  appAddToCart: conversion('count'),
  websiteAddToCart: conversion('count'),
  appCheckouts: conversion('count'),
  websiteCheckouts: conversion('count'),
  appPurchases: conversion('count'),
  websitePurchases: conversion('count'),
  appPurchaseValue: conversion('money'),
  websitePurchaseValue: conversion('money'),
  appActivations: conversion('count', 'WA_APP_ACTIVATIONS'),
  addToCart: sum(['appAddToCart', 'websiteAddToCart'], 'count', 'WA_ADD_TO_CART'),
  checkouts: sum(['appCheckouts', 'websiteCheckouts'], 'count', 'WA_CHECKOUTS'),
  purchases: sum(['appPurchases', 'websitePurchases'], 'count', 'WA_PURCHASES'),
  purchaseValue: sum(['appPurchaseValue', 'websitePurchaseValue'], 'money', 'WA_PURCHASE_VALUE'),
  costPerDelivered: ratio(['spent', 'delivered'], 'unitPrice', 'WA_COST_PER_DELIVERED'),
  costPerClick: ratio(['spent', 'clicks'], 'unitPrice', 'WA_COST_PER_CLICK'),
  costPerReply: ratio(['spent', 'replied'], 'unitPrice', 'WA_COST_PER_REPLY'),
  deliveryRate: ratio(['delivered', 'sent'], 'rate', 'WA_DELIVERY_RATE'),
  readRate: ratio(['read', 'delivered'], 'rate', 'WA_READ_RATE'),
  replyRate: ratio(['replied', 'delivered'], 'rate', 'WA_REPLY_RATE'),
  clickRate: ratio(['clicks', 'delivered'], 'rate', 'WA_CLICK_RATE'),
  roas: ratio(['purchaseValue', 'spent'], 'times', 'WA_ROAS'),
} as const;

type Table = typeof METRICS;
export type MetricName = keyof Table;
type Kind = Table[MetricName]['of'];
type NamesOf<K extends Kind> = {
  [N in MetricName]: Table[N]['of'] extends K ? N : never;
}[MetricName];

export const METRIC_NAMES = Object.keys(METRICS) as MetricName[];
const namesOf = <K extends Kind>(kind: K) =>
  METRIC_NAMES.filter((name): name is NamesOf<K> => METRICS[name].of === kind);

export type DailyMetric = NamesOf<'daily'>;
export type ConversionMetric = NamesOf<'conversions'>;
/** Every number Meta reports of a template on a day through one product. */
export type BaseMetric = DailyMetric | ConversionMetric;
export type SumMetric = NamesOf<'sum'>;
export type RatioMetric = NamesOf<'ratio'>;

/** Numbers of `WA Daily`, in the order of its columns. */
export const DAILY_METRICS = namesOf('daily');
export const CONVERSION_METRICS = namesOf('conversions');
export const BASE_METRICS: readonly BaseMetric[] = [...DAILY_METRICS, ...CONVERSION_METRICS];
export const SUM_NAMES = namesOf('sum');
export const RATIO_NAMES = namesOf('ratio');

/** `null` is "not reported"; a reported 0 is 0. */
export type Metrics = Record<BaseMetric, number | null>;

export const isMetric = (name: string): name is MetricName =>
  (METRIC_NAMES as readonly string[]).includes(name);
export const isBase = (name: string): name is BaseMetric =>
  (BASE_METRICS as readonly string[]).includes(name);
export const isRatio = (metric: MetricName): metric is RatioMetric =>
  METRICS[metric].of === 'ratio';
export const isSum = (metric: MetricName): metric is SumMetric => METRICS[metric].of === 'sum';

/** Both parts of a ratio. @example ratioParts('costPerClick') // ['spent', 'clicks'] */
export const ratioParts = (
  ratio: RatioMetric,
): readonly [BaseMetric | SumMetric, BaseMetric | SumMetric] => METRICS[ratio].parts;
/** The numbers a metric is the sum of: two, or itself. */
export const sumParts = (metric: BaseMetric | SumMetric): readonly BaseMetric[] =>
  isSum(metric) ? METRICS[metric].parts : [metric];

/** Whether a metric is in the account's currency, so that two currencies must not meet in it. */
export const isMoney = (metric: MetricName): boolean =>
  METRICS[isRatio(metric) ? ratioParts(metric)[0] : metric].unit === 'money';

export const NO_METRICS = Object.fromEntries(BASE_METRICS.map((name) => [name, null])) as Metrics;

/** A row exists where any of its numbers is not 0 (design §3). */
export function hasTraffic(metrics: Metrics, names: readonly BaseMetric[] = BASE_METRICS): boolean {
  return names.some((name) => (metrics[name] ?? 0) !== 0);
}

/** A base number of a row, or the sum of two. @example numberIn(row.metrics, 'purchases') */
export function numberIn(metrics: Metrics, metric: BaseMetric | SumMetric): number | null {
  if (!isSum(metric)) return metrics[metric];
  const reported = sumParts(metric)
    .map((name) => metrics[name])
    .filter((n) => n !== null);
  return reported.length === 0 ? null : reported.reduce((total, n) => total + n, 0);
}

/**
 * Divides, or says "nothing to divide by".
 *
 * @example divide(12, 4) // 3
 * @returns null when a part is not reported or the divisor is 0, so averages and pivots skip it
 */
export function divide(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : part / whole;
}

/** A ratio of one row. @example ratioOf(row, 'costPerClick') */
export function ratioOf(metrics: Metrics, name: RatioMetric): number | null {
  const [part, whole] = ratioParts(name);
  return divide(numberIn(metrics, part), numberIn(metrics, whole));
}
