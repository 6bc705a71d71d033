// Intervals of proportions, written from the formulas: Wilson's score interval and Newcombe's for a difference.

/** Of a proportion, at 95 %. */
const Z = 1.959963984540054;

export interface Interval {
  low: number;
  high: number;
}

/** Wilson's score interval of `k` of `n`; null where that is no proportion. */
export function wilson(k: number, n: number): Interval | null {
  if (n <= 0 || k < 0 || k > n) return null;
  const p = k / n;
  const middle = p + (Z * Z) / (2 * n);
  const half = Z * Math.sqrt((p * (1 - p)) / n + (Z * Z) / (4 * n * n));
  const whole = 1 + (Z * Z) / n;
  return { low: (middle - half) / whole, high: (middle + half) / whole };
}

/** Newcombe's hybrid score interval (his method 10) of `a.k / a.n - b.k / b.n`; null where either is no proportion. */
export function newcombe(
  a: { k: number; n: number },
  b: { k: number; n: number },
): Interval | null {
  const [one, other] = [wilson(a.k, a.n), wilson(b.k, b.n)];
  if (!one || !other) return null;
  const [p, q] = [a.k / a.n, b.k / b.n];
  return {
    low: p - q - Math.hypot(p - one.low, other.high - q),
    high: p - q + Math.hypot(one.high - p, q - other.low),
  };
}
