// The numbers a template is compared by, and how each is read out of totals.
import { baseIn, ratioIn, rowsIn, type Sums } from '../index/sums';
import { DAILY_METRICS, divide, isRatio, METRICS, SUM_NAMES, type Unit } from '../metrics';
import { tidy } from '../money';
import type { Share } from './difference';

export const COUNTS = [...DAILY_METRICS, ...SUM_NAMES, 'appActivations'] as const;
export const COSTS = ['costPerDelivered', 'costPerClick', 'costPerReply', 'roas'] as const;
export const RATES = ['deliveryRate', 'readRate', 'replyRate', 'clickRate'] as const;
export type Rate = (typeof RATES)[number];
export type Measure = (typeof COUNTS)[number] | (typeof COSTS)[number] | Rate;
export const MEASURES: readonly Measure[] = [...COUNTS, ...COSTS, ...RATES];

/** What a cell holds, and so how it is written and formatted. */
export type ValueKind = 'text' | 'day' | 'change' | 'verdict' | Unit;

export const isRate = (measure: Measure): measure is Rate =>
  (RATES as readonly string[]).includes(measure);

export const kindOf = (measure: Measure): ValueKind => METRICS[measure].unit;

/**
 * As formulas answer: a sum, 0 over days without rows, null where the rows never report it; a ratio of sums
 * over the rows that report both parts.
 *
 * @param sums null where no day is held
 * @example measureOf(sums, 'costPerClick')
 */
export function measureOf(sums: Sums | null, measure: Measure): number | null {
  if (!sums) return null;
  if (isRatio(measure)) {
    const ratio = divide(...ratioIn(sums, measure));
    return ratio === null ? null : tidy(ratio);
  }
  const [sum, reports] = baseIn(sums, measure);
  if (reports > 0) return tidy(sum);
  return rowsIn(sums) === 0 ? 0 : null;
}

/** Whether anything was added to totals: a row of `WA Daily`, or one that only another tab has. */
export const hasRows = (sums: Sums): boolean => sums.some((sum) => sum !== 0);

/** A rate as how many of how many: the very sums it divides. */
export const shareOf = (sums: Sums | null, rate: Rate): Share =>
  sums ? ratioIn(sums, rate) : [null, null];
