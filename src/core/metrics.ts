// The one table of metrics: what each is the sum of, or which sums it divides.

/** Numbers of a template on a day, in the order of the columns. `spent` is money. */
export const DAILY_METRICS = [
  'sent',
  'delivered',
  'read',
  'replied',
  'clicks',
  'uniqueClicks',
  'quickReplies',
  'spent',
] as const;
export type DailyMetric = (typeof DAILY_METRICS)[number];

/** What people did in shops and apps afterwards; reported for Marketing Messages only (reference §1.3). */
export const CONVERSION_METRICS = [
  'appAddToCart',
  'websiteAddToCart',
  'appCheckouts',
  'websiteCheckouts',
  'appPurchases',
  'websitePurchases',
  'appPurchaseValue',
  'websitePurchaseValue',
  'appActivations',
] as const;
export type ConversionMetric = (typeof CONVERSION_METRICS)[number];

/** Every number Meta reports of a template on a day through one product. */
export const BASE_METRICS = [...DAILY_METRICS, ...CONVERSION_METRICS] as const;
export type BaseMetric = (typeof BASE_METRICS)[number];

/** `null` is "not reported"; a reported 0 is 0. */
export type Metrics = Record<BaseMetric, number | null>;

/** Numbers that are the sum of two: of those that are reported, and not reported where neither is. */
export const SUM_METRICS = {
  addToCart: ['appAddToCart', 'websiteAddToCart'],
  checkouts: ['appCheckouts', 'websiteCheckouts'],
  purchases: ['appPurchases', 'websitePurchases'],
  purchaseValue: ['appPurchaseValue', 'websitePurchaseValue'],
} as const satisfies Record<string, readonly [BaseMetric, BaseMetric]>;
export type SumMetric = keyof typeof SUM_METRICS;

/** Ratios: numerator over denominator, each summed over the rows where both are reported (design §3). */
export const RATIO_METRICS = {
  costPerDelivered: ['spent', 'delivered'],
  costPerClick: ['spent', 'clicks'],
  costPerReply: ['spent', 'replied'],
  deliveryRate: ['delivered', 'sent'],
  readRate: ['read', 'delivered'],
  replyRate: ['replied', 'delivered'],
  clickRate: ['clicks', 'delivered'],
  roas: ['purchaseValue', 'spent'],
} as const satisfies Record<string, readonly [BaseMetric | SumMetric, BaseMetric | SumMetric]>;
export type RatioMetric = keyof typeof RATIO_METRICS;
export const RATIO_NAMES = Object.keys(RATIO_METRICS) as RatioMetric[];

export type MetricName = BaseMetric | SumMetric | RatioMetric;

export const isRatio = (metric: MetricName): metric is RatioMetric => metric in RATIO_METRICS;
export const isSum = (metric: MetricName): metric is SumMetric => metric in SUM_METRICS;

const MONEY: readonly MetricName[] = [
  'spent',
  'appPurchaseValue',
  'websitePurchaseValue',
  'purchaseValue',
];

/** Whether a metric is in the account's currency, so that two currencies must not meet in it. */
export function isMoney(metric: MetricName): boolean {
  return MONEY.includes(isRatio(metric) ? RATIO_METRICS[metric][0] : metric);
}

export const NO_METRICS = Object.fromEntries(BASE_METRICS.map((name) => [name, null])) as Metrics;

/** A row exists where any of its numbers is not 0 (design §3). */
export function hasTraffic(metrics: Metrics, names: readonly BaseMetric[] = BASE_METRICS): boolean {
  return names.some((name) => (metrics[name] ?? 0) !== 0);
}

/** A base number of a row, or the sum of two. @example numberIn(row.metrics, 'purchases') */
export function numberIn(metrics: Metrics, metric: BaseMetric | SumMetric): number | null {
  if (!isSum(metric)) return metrics[metric];
  const reported = SUM_METRICS[metric].map((name) => metrics[name]).filter((n) => n !== null);
  return reported.length === 0 ? null : reported.reduce((sum, n) => sum + n, 0);
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
export function ratioOf(metrics: Metrics, ratio: RatioMetric): number | null {
  const [part, whole] = RATIO_METRICS[ratio];
  return divide(numberIn(metrics, part), numberIn(metrics, whole));
}
