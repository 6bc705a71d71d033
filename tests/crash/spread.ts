// Chooses which of many crash points are visited, so that a run takes as long as before when there are more of them.

/** CRASH=all visits every one. */
export const everything = process.env.CRASH === 'all';

/**
 * All of a list, or at most so many of it: evenly spread, the first and the last among them.
 *
 * @example
 * spread([1, 2, 3, 4, 5], 3) // [1, 3, 5]
 */
export function spread<T>(all: readonly T[], most: number, everyOne = everything): readonly T[] {
  if (everyOne || all.length <= most) return all;
  const stride = (all.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, n) => all[Math.round(n * stride)] as T);
}
