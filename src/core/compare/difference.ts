// Whether two rates differ beyond chance.
import { type Bounds, wilson } from './wilson';

/** A rate as counts: how many of how many; null is not reported. */
export type Share = readonly [k: number | null, n: number | null];
/** Risen, fallen, or not to be told from chance. */
export type Verdict = 'up' | 'down' | 'chance';

/**
 * The differences `now - before` that both rates are compatible with, at 95 %: Newcombe's hybrid score
 * interval, which is built from the two Wilson intervals ("Interval estimation for the difference between
 * independent proportions", Statistics in Medicine 17, 1998, method 10).
 *
 * @example differenceBounds([56, 70], [48, 80]) // { low: 0.0524…, high: 0.3339… }
 * @returns null where one of the rates has no interval
 */
export function differenceBounds(now: Share, before: Share): Bounds | null {
  const [a, b] = [wilson(...now), wilson(...before)];
  if (!a || !b) return null;
  const [p, q] = [Number(now[0]) / Number(now[1]), Number(before[0]) / Number(before[1])];
  return {
    low: p - q - Math.hypot(p - a.low, b.high - q),
    high: p - q + Math.hypot(a.high - p, q - b.low),
  };
}

/**
 * Whether a rate differs from the one before, beyond chance at 95 %.
 *
 * @example verdictOn([56, 70], [48, 80]) // 'up'
 * @returns null where it cannot be told
 */
export function verdictOn(now: Share, before: Share): Verdict | null {
  const bounds = differenceBounds(now, before);
  if (!bounds) return null;
  if (bounds.low > 0) return 'up';
  return bounds.high < 0 ? 'down' : 'chance';
}
