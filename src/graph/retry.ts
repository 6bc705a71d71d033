// Sends questions with one policy for every retry: how often, how long between, and when to stop at once.
import { classify, isStop, lateRefusal, type Refusal, type Result } from './classify';
import { type Door, type Query, WIDTH } from './door';
import type { ClockPort } from './types';

export const POLICY = {
  /** Pauses before the second, third and fourth try. A run has six minutes, so they stay short. */
  pausesMs: [1_000, 4_000, 12_000],
  /** Pauses vary by this share up and down, so that a wave of users does not return as one. */
  jitter: 0.25,
  /** A run has six minutes; an answer of endless pages or pauses must leave time to say so. */
  longestMs: 240_000,
} as const;

export type Ask = (queries: readonly Query[], isFatal?: IsFatal) => Result[];
/** Whether a refusal ends the caller's work. */
export type IsFatal = (refusal: Refusal, query: Query) => boolean;

/**
 * Makes the function that asks. It sends all queries, then again those that failed in a way that may
 * pass, together. It sends nothing more after a refusal of the token, a request to pause, or one that
 * `isFatal` says ends the caller's work; what was not sent then shares that refusal. Some minutes after
 * the execution began it asks nothing more: Google would end the run without a word.
 *
 * @param began when the execution began, whoever asked in it before; null for the first question's instant
 */
export function createAsk(
  door: Door,
  clock: ClockPort,
  random: () => number,
  began: number | null,
): Ask {
  let deadline = began === null ? null : began + POLICY.longestMs;
  return (queries, isFatal = () => false) => {
    deadline ??= clock.now() + POLICY.longestMs;
    const end = deadline;
    const results: Result[] = [];
    let open = queries.map((_, index) => index);
    for (let tries = 0; ; tries += 1) {
      const stop = sendAll(queries, open, results, end);
      if (stop) {
        for (const index of open) results[index] ??= { refusal: stop };
        return results;
      }
      const over = open.some((index) => {
        const refusal = refusalOf(results[index]);
        return refusal !== null && isFatal(refusal, queries[index] as Query);
      });
      open = open.filter((index) => triesLeft(queries[index], results[index]) > tries);
      const pause = POLICY.pausesMs[tries];
      if (open.length === 0 || pause === undefined || over) return results;
      clock.sleep(Math.round(pause * (1 + POLICY.jitter * (2 * random() - 1))));
    }
  };

  /** @returns the refusal that forbids any further request, or null */
  function sendAll(
    queries: readonly Query[],
    open: number[],
    results: Result[],
    end: number,
  ): Refusal | null {
    for (let at = 0; at < open.length; at += WIDTH) {
      if (clock.now() > end) return lateRefusal();
      const chunk = open.slice(at, at + WIDTH);
      const answers = door.send(chunk.map((index) => queries[index] as Query));
      let stop: Refusal | null = null;
      chunk.forEach((index, place) => {
        const result = classify(answers[place] as (typeof answers)[number]);
        results[index] = result;
        const refusal = refusalOf(result);
        if (refusal && isStop(refusal)) stop = refusal;
      });
      if (stop) return stop;
    }
    return null;
  }
}

/** What changes something is sent once: an answer that was lost may have come after the change. */
const triesLeft = (query: Query | undefined, result: Result | undefined): number =>
  query?.method ? 0 : (refusalOf(result)?.retries ?? 0);

/** The refusal of a result, or null for a good one. */
export function refusalOf(result: Result | undefined): Refusal | null {
  return result && 'refusal' in result ? result.refusal : null;
}
