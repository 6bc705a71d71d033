// Asks a refused question again in smaller parts, until each is answered or its id stands alone.
import { addDays, countDays } from '../core/day';
import type { AddonError } from '../core/errors';
import { type Refusal, toError } from './classify';
import { WIDTH } from './door';
import { ENDPOINT, type Trial } from './form';
import type { Job } from './points';

export interface Refused extends Trial {
  refusal: Refusal;
}

/** The error a refused question becomes for the person. */
export const failure = ({ job, refusal }: Refused): AddonError =>
  toError(refusal, { endpoint: ENDPOINT, account: job.request.accountId });

/**
 * Halves until every part is answered. A wrong parameter is found by halving the ids; too much data by
 * halving the ids, then the days.
 *
 * @param run asks jobs, keeps their answers, and gives back those that parts may help
 * @returns the ids refused even alone
 */
export function readInParts(first: Refused, run: (jobs: readonly Job[]) => Refused[]): string[] {
  const lost = new Set<string>();
  let waiting: Refused[] = [first];
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

function halve(refused: Refused): Job[] {
  const { job } = refused;
  const { ids, from, to } = job;
  if (ids.length > 1) {
    const middle = Math.ceil(ids.length / 2);
    return [
      { ...job, ids: ids.slice(0, middle) },
      { ...job, ids: ids.slice(middle) },
    ];
  }
  const days = countDays({ from, to });
  if (days <= 1) throw failure(refused);
  const newer = addDays(from, Math.ceil(days / 2));
  return [
    { ...job, to: addDays(newer, -1) },
    { ...job, from: newer },
  ];
}
