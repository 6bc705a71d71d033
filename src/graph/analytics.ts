// Reads one wave of template analytics: all requests in parallel, then those Meta refused in smaller parts.
import { addDays, countDays, minDay } from '../core/day';
import { AddonError } from '../core/errors';
import { assertAccountId } from './accounts';
import { groupShape, isId, readShape } from './answers';
import { findWorst, type Refusal, toError } from './classify';
import { type Query, WIDTH } from './door';
import { walkPages } from './paging';
import { type Job, mergePoints, readPoints } from './points';
import type { Ask } from './retry';
import type { AnalyticsAnswer, AnalyticsRequest, Point } from './types';
import { unknownWords } from './unknown-words';

/** Meta's limit on `template_ids`. */
const MOST_IDS = 10;
const ENDPOINT = 'template_analytics';

/** Refusals that smaller parts may get around. */
const canSplit = (refusal: Refusal): boolean =>
  refusal.kind === 'parameter' || refusal.kind === 'too-much';
const isFatal = (refusal: Refusal): boolean => refusal.retry === 'no' && !canSplit(refusal);

interface Refused {
  job: Job;
  refusal: Refusal;
}

/** What one client learns about Meta over its waves. */
export interface Learned {
  /** Meta refused an `end` in the future and took today instead. */
  futureEndRefused: boolean;
}

export function readAnalytics(
  ask: Ask,
  learned: Learned,
  wave: readonly AnalyticsRequest[],
): AnalyticsAnswer {
  const points: Point[] = [];
  const zones: Record<string, string> = {};
  const answered = new Set<string>();
  const missing = new Set<string>();
  const unknown = new Set<string>();
  let dropped = 0;

  const take = (job: Job, items: readonly unknown[]) => {
    const groups = items.map((item) => readShape(groupShape, item, ENDPOINT));
    const read = readPoints(groups, job);
    for (const word of unknownWords(groups)) unknown.add(word);
    for (const point of read.points) points.push(point);
    dropped += read.dropped;
    const { accountId } = job.request;
    if (read.zone !== null) zones[accountId] ??= read.zone;
    answered.add(accountId);
  };
  /** Sends jobs, takes what was answered, and answers which were refused in a way that parts may help. */
  const send = (jobs: readonly Job[], noFuture: boolean): Refused[] => {
    const queries = jobs.map((job) => toQuery(job, noFuture));
    const walks = walkPages(ask, queries, isFatal).map(({ items, refusal }, index) => ({
      job: jobs[index] as Job,
      items,
      refusal,
    }));
    const refused = walks.filter((walk): walk is typeof walk & Refused => walk.refusal !== null);
    const worst = findWorst(
      refused.map(({ refusal }) => refusal),
      (refusal) => !canSplit(refusal),
    );
    for (const { job, refusal } of refused) if (refusal === worst) throw failure(refusal, job);
    for (const { job, items, refusal } of walks) if (!refusal) take(job, items);
    return refused;
  };
  const run = (jobs: readonly Job[]): Refused[] => {
    const first = send(jobs, learned.futureEndRefused);
    const again = first.filter((r) => r.refusal.kind === 'parameter' && endsInFuture(r.job));
    if (again.length === 0 || learned.futureEndRefused) return first;
    const second = send(
      again.map((r) => r.job),
      true,
    );
    if (second.length < again.length) learned.futureEndRefused = true;
    return [...first.filter((r) => !again.includes(r)), ...second];
  };

  const refused = run(wave.filter((request) => request.templateIds.length > 0).map(toJob));
  for (const { job, refusal } of refused) {
    const lost = readInParts(job, refusal, run);
    // Every id refused alone and no other answer: it is the question that is wrong, not the ids.
    if (lost.length === job.ids.length && !answered.has(job.request.accountId)) {
      throw failure(refusal, job);
    }
    for (const id of lost) missing.add(id);
  }
  return {
    points: mergePoints(points),
    zones,
    dropped,
    missingTemplates: [...missing],
    unknown: [...unknown].sort(),
  };
}

function toJob(request: AnalyticsRequest): Job {
  const { templateIds, from, to } = request;
  assertAccountId(request.accountId);
  if (templateIds.length > MOST_IDS) throw new RangeError(`At most ${MOST_IDS} ids a request`);
  if (!templateIds.every(isId)) throw new AddonError('unknown-template');
  return { request, ids: templateIds, from, to };
}

const failure = (refusal: Refusal, job: Job): AddonError =>
  toError(refusal, { endpoint: ENDPOINT, account: job.request.accountId });

const endsInFuture = (job: Job): boolean => endOf(job) > job.request.today;

/**
 * The `end` to ask for: the day after the last one. Meta's examples include the day of `end`, other clients
 * find it excluded; this way the last day is there either way.
 */
const endOf = (job: Job): string => addDays(job.to, 1);

function toQuery(job: Job, noFuture: boolean): Query {
  const { accountId, today } = job.request;
  return {
    path: [accountId, ENDPOINT],
    values: {
      start: job.from,
      end: noFuture ? minDay(endOf(job), today) : endOf(job),
      granularity: 'DAILY',
      template_ids: `[${job.ids.join(',')}]`,
      product_type: 'CLOUD_API',
      use_waba_timezone: 'true',
      limit: '1000',
    },
  };
}

/**
 * Asks a refused job again in halves until every part is answered. A wrong parameter is found by halving
 * the ids; too much data by halving the ids, then the days.
 *
 * @returns the ids refused even alone
 */
function readInParts(
  job: Job,
  refusal: Refusal,
  run: (jobs: readonly Job[]) => Refused[],
): string[] {
  const lost = new Set<string>();
  let waiting: Refused[] = [{ job, refusal }];
  while (waiting.length > 0) {
    // "Too much" may go down to single days: two at a time, newest first, so that giving up comes soon.
    const narrow = waiting.some((r) => r.refusal.kind === 'too-much');
    const parts: Job[] = [];
    while (waiting.length > 0 && parts.length < (narrow ? 2 : WIDTH - 1)) {
      const next = waiting.pop() as Refused;
      if (next.refusal.kind === 'parameter' && next.job.ids.length === 1) {
        lost.add(next.job.ids[0] as string);
      } else {
        parts.push(...halve(next));
      }
    }
    waiting = [...waiting, ...run(parts)];
  }
  return [...lost];
}

function halve({ job, refusal }: Refused): Job[] {
  const { ids, from, to } = job;
  if (ids.length > 1) {
    const middle = Math.ceil(ids.length / 2);
    return [
      { ...job, ids: ids.slice(0, middle) },
      { ...job, ids: ids.slice(middle) },
    ];
  }
  const days = countDays({ from, to });
  if (days <= 1) throw failure(refusal, job);
  const newer = addDays(from, Math.ceil(days / 2));
  return [
    { ...job, to: addDays(newer, -1) },
    { ...job, from: newer },
  ];
}
