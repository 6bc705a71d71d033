// A scripted Meta for template analytics, whose refusals are a matter of a few words, and what its tests share.
import { addDays } from '../../core/day';
import { AddonError } from '../../core/errors';
import { createGraphClient } from '../index';
import { TIME_ZONES } from '../time-zones';
import type { AccountHabits, AnalyticsRequest, GraphClient, HttpAnswer } from '../types';
import { ACCOUNT, type Asked, CANARY, ok, refused, type Script, script } from './scripted-http';

export const TODAY = '2026-11-22';
export const LITE = 'MARKETING_MESSAGES_LITE_API';
export const FULL = 'MARKETING_MESSAGES_API_FOR_WHATSAPP';

export const request = (more: Partial<AnalyticsRequest> = {}): AnalyticsRequest => ({
  accountId: ACCOUNT,
  product: 'cloud_api',
  templateIds: ['1', '2', '3'],
  from: '2026-11-01',
  to: '2026-11-20',
  timeZone: 'UTC',
  fallbackZone: 'UTC',
  today: TODAY,
  ...more,
});
/** The same templates through both products, as the add-on asks. */
export const both = (more: Partial<AnalyticsRequest> = {}): AnalyticsRequest[] => [
  request(more),
  request({ ...more, product: 'marketing_messages' }),
];

export const clientOf = (
  { http, clock }: Script,
  habits?: Record<string, AccountHabits>,
): GraphClient =>
  createGraphClient({
    http,
    clock,
    token: CANARY,
    random: () => 0.5,
    zones: () => TIME_ZONES,
    ...(habits ? { habits } : {}),
  });

export function errorOf(work: () => unknown): AddonError {
  try {
    work();
  } catch (error) {
    if (error instanceof AddonError) return error;
    throw error;
  }
  throw new Error('Nothing was thrown');
}

export const idsOf = ({ values }: Asked): string[] =>
  JSON.parse((values.template_ids ?? '').replace(/\d+/g, '"$&"'));
export const metricsOf = ({ values }: Asked): string[] => (values.metric_types ?? '').split(',');
export const isMarketing = ({ values }: Asked): boolean => values.product_type !== 'CLOUD_API';
export const ids = (count: number, from = 1): string[] =>
  Array.from({ length: count }, (_, index) => String(from + index));

/** A point for every id and day asked, with the id as its number; `end` included or not. */
export function points(
  asked: Asked,
  endIncluded = false,
): { template_id: string; start: number; sent: number }[] {
  const all = [];
  const { start = '', end = '' } = asked.values;
  for (let day = start; endIncluded ? day <= end : day < end; day = addDays(day, 1)) {
    for (const id of idsOf(asked))
      all.push({ template_id: id, start: Date.parse(day) / 1000, sent: Number(id) });
  }
  return all;
}
export const pageOf = (data_points: unknown[], paging = {}, more = {}): HttpAnswer =>
  ok({ data: [{ waba_timezone: 'Etc/UTC', data_points, ...more }], paging });
export const answerAll = (asked: Asked): HttpAnswer => pageOf(points(asked));

/** What a Meta takes and what it does not; code 100 where nothing else is said. */
export interface Temper {
  /** The only words taken for a product. */
  words?: readonly string[];
  /** Metrics refused, for both products or as `marketing:METRIC`. */
  metrics?: string[];
  /** Templates it does not have. */
  gone?: string[];
  /** An `end` after today is refused; `end` is included then, else not. */
  strictEnd?: boolean;
  /** The answer to every question about Marketing Messages. */
  marketing?: HttpAnswer;
}

export const metaWith = (temper: Temper): Script => script((asked) => answerWith(temper, asked));
export function answerWith(temper: Temper, asked: Asked): HttpAnswer {
  const { words = ['CLOUD_API', LITE], metrics = [], gone = [], strictEnd, marketing } = temper;
  const isTaken = (metric: string): boolean =>
    !metrics.includes(metric) && !(isMarketing(asked) && metrics.includes(`marketing:${metric}`));
  const isGood =
    words.includes(asked.values.product_type ?? '') &&
    metricsOf(asked).every(isTaken) &&
    !idsOf(asked).some((id) => gone.includes(id)) &&
    !(strictEnd && (asked.values.end ?? '') > TODAY);
  if (isMarketing(asked) && marketing) return marketing;
  return isGood ? pageOf(points(asked, strictEnd)) : refused(100);
}
