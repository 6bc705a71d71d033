// The one table of metrics: what each is the sum of, or which sums it divides.

/** Numbers a row holds as Meta reports them, in the order of the columns. `spent` is money. */
export const BASE_METRICS = [
  'sent',
  'delivered',
  'read',
  'replied',
  'clicks',
  'uniqueClicks',
  'quickReplies',
  'spent',
] as const;
export type BaseMetric = (typeof BASE_METRICS)[number];

/** `null` is "not reported"; a reported 0 is 0. */
export type Metrics = Record<BaseMetric, number | null>;

/** Ratios: numerator over denominator, each summed over the rows where both are reported (design §3). */
export const RATIO_METRICS = {
  costPerDelivered: ['spent', 'delivered'],
  costPerClick: ['spent', 'clicks'],
  costPerReply: ['spent', 'replied'],
  deliveryRate: ['delivered', 'sent'],
  readRate: ['read', 'delivered'],
  replyRate: ['replied', 'delivered'],
  clickRate: ['clicks', 'delivered'],
} as const satisfies Record<string, readonly [BaseMetric, BaseMetric]>;
export type RatioMetric = keyof typeof RATIO_METRICS;
export const RATIO_NAMES = Object.keys(RATIO_METRICS) as RatioMetric[];

export type MetricName = BaseMetric | RatioMetric;

export const isRatio = (metric: MetricName): metric is RatioMetric => metric in RATIO_METRICS;

/** Whether a metric is in the account's currency, so that two currencies must not meet in it. */
export function isMoney(metric: MetricName): boolean {
  return isRatio(metric) ? RATIO_METRICS[metric][0] === 'spent' : metric === 'spent';
}

export const NO_METRICS = Object.fromEntries(BASE_METRICS.map((name) => [name, null])) as Metrics;

/** A row exists where any number is not 0 (design §3). */
export function hasTraffic(metrics: Metrics): boolean {
  return BASE_METRICS.some((name) => (metrics[name] ?? 0) !== 0);
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
  return divide(metrics[part], metrics[whole]);
}
