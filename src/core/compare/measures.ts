// The numbers a template is compared by, and how each is read out of totals.
import { numberOf, ratioIn, type Sums } from '../index/sums';
import { DAILY_METRICS, METRICS, SUM_NAMES, type Unit } from '../metrics';
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

/** A measure as `numberOf` gives it. @param sums null where no day is held */
export const measureOf = (sums: Sums | null, measure: Measure): number | null =>
  sums && numberOf(sums, measure);

/** A rate as how many of how many: the very sums it divides. */
export const shareOf = (sums: Sums | null, rate: Rate): Share =>
  sums ? ratioIn(sums, rate) : [null, null];
