// Running totals that keep "not reported" apart from 0: per metric a sum and a count, per ratio a pair.
import {
  BASE_METRICS,
  type BaseMetric,
  CONVERSION_METRICS,
  DAILY_METRICS,
  divide,
  isRatio,
  type MetricName,
  type Metrics,
  numberIn,
  RATIO_NAMES,
  type RatioMetric,
  ratioParts,
  type SumMetric,
  sumParts,
} from '../metrics';
import { tidy } from '../money';

/**
 * Totals over rows, as a flat list: number of rows; then pairs. A base metric's pair is its sum and the
 * number of rows that report it; a ratio's is both parts, summed over the rows that report both.
 */
export type Sums = number[];

/** What the pairs are of. Conversions stand last: most templates have none, and zeros at the end cost nothing. */
const PAIRS: readonly (BaseMetric | RatioMetric)[] = [
  ...DAILY_METRICS,
  ...(['costPerDelivered', 'costPerClick', 'costPerReply'] as const),
  ...(['deliveryRate', 'readRate', 'replyRate', 'clickRate'] as const),
  ...CONVERSION_METRICS,
  'roas',
];
const PLACES = new Map(PAIRS.map((name, i) => [name as string, 1 + i * 2]));
const placeOf = (name: BaseMetric | RatioMetric): number => PLACES.get(name) ?? 0;
export const SUMS_LENGTH = 1 + PAIRS.length * 2;

// What is added for a row, and where, worked out once: a formula adds up to two months of rows while the
// engine still interprets it.
const BASES = BASE_METRICS.map((name) => ({ name, at: placeOf(name) }));
const CONVERSIONS = CONVERSION_METRICS.map((name) => ({ name, at: placeOf(name) }));
const DIVISIONS = RATIO_NAMES.map((name) => {
  const [part, whole] = ratioParts(name);
  return { part, whole, at: placeOf(name) };
});
const ROAS = DIVISIONS.filter((_, i) => RATIO_NAMES[i] === 'roas');

export const noSums = (): Sums => new Array<number>(SUMS_LENGTH).fill(0);

/**
 * Adds a row to totals, in place.
 *
 * @param isDaily whether `WA Daily` has it; otherwise only what `WA Conversions` alone holds counts
 */
export function addRow(sums: Sums, metrics: Metrics, isDaily = true): void {
  if (isDaily) add(sums, 0, 1);
  for (const { name, at } of isDaily ? BASES : CONVERSIONS) {
    const value = metrics[name];
    if (value === null) continue;
    add(sums, at, value);
    add(sums, at + 1, 1);
  }
  for (const { part, whole, at } of isDaily ? DIVISIONS : ROAS) {
    const b = numberIn(metrics, whole);
    if (b === null) continue;
    const a = numberIn(metrics, part);
    if (a === null) continue;
    add(sums, at, a);
    add(sums, at + 1, b);
  }
}

/** Adds `other`, in place. */
export function addSums(sums: Sums, other: Sums): void {
  for (let i = 0; i < SUMS_LENGTH; i += 1) add(sums, i, other[i] ?? 0);
}

function add(sums: Sums, at: number, value: number): void {
  sums[at] = (sums[at] ?? 0) + value;
}

/** Whether anything was added to totals: a row of `WA Daily`, or one that only another tab has. */
export const hasRows = (sums: Sums): boolean => sums.some((sum) => sum !== 0);

export const rowsIn = (sums: Sums): number => sums[0] ?? 0;

/** Sum and number of reports of a base metric, or of the two a metric is the sum of. */
export function baseIn(sums: Sums, metric: BaseMetric | SumMetric): [number, number] {
  let [sum, reports] = [0, 0];
  for (const name of sumParts(metric)) {
    sum += sums[placeOf(name)] ?? 0;
    reports += sums[placeOf(name) + 1] ?? 0;
  }
  return [sum, reports];
}

/** Both parts of a ratio. */
export function ratioIn(sums: Sums, metric: RatioMetric): [number, number] {
  const at = placeOf(metric);
  return [sums[at] ?? 0, sums[at + 1] ?? 0];
}

/**
 * A metric over totals: a sum, or a ratio of sums over the rows that report both parts; null where the rows
 * never report it, and for a sum 0 where there are no rows.
 *
 * @param counted whether there are rows that a sum not reported is empty for
 * @example numberOf(sums, 'costPerClick') // 0.9
 */
export function numberOf(
  sums: Sums,
  metric: MetricName,
  counted = rowsIn(sums) > 0,
): number | null {
  if (isRatio(metric)) {
    const ratio = divide(...ratioIn(sums, metric));
    return ratio === null ? null : tidy(ratio);
  }
  const [sum, reports] = baseIn(sums, metric);
  if (reports > 0) return tidy(sum);
  return counted ? null : 0;
}
