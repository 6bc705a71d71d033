// How sure a rate is: the 95 % Wilson score interval of k of n.

/** Where 2.5 % of a normal distribution lie above. */
const Z = 1.959963984540054;

export interface Bounds {
  low: number;
  high: number;
}

/**
 * The rates that k of n are compatible with, at 95 %.
 *
 * @example wilson(10, 100) // { low: 0.0552…, high: 0.1744… }
 * @returns null where there is nothing to tell: n is 0, something is not reported, or k is more than n, as
 *   clicks can be more than deliveries
 */
export function wilson(k: number | null, n: number | null): Bounds | null {
  if (k === null || n === null || n <= 0 || k < 0 || k > n) return null;
  const square = Z * Z;
  const centre = (k + square / 2) / (n + square);
  const half = (Z / (n + square)) * Math.sqrt((k * (n - k)) / n + square / 4);
  // At both ends the bound is the rate itself, which rounding would miss.
  return {
    low: k === 0 ? 0 : Math.max(0, centre - half),
    high: k === n ? 1 : Math.min(1, centre + half),
  };
}
