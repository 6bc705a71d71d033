// Wilson's interval: published values, and the equation that defines it, solved another way.
import fc from 'fast-check';
import { wilson } from './wilson';

// Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), method 3.
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('%d of %d lie between the published bounds', (k, n, low, high) => {
  const bounds = wilson(k, n);
  expect(bounds?.low).toBeCloseTo(low, 4);
  expect(bounds?.high).toBeCloseTo(high, 4);
});

/** A rate p that k of n just do not contradict: |k/n - p| = z * sqrt(p (1 - p) / n), found by halving. */
function solve(k: number, n: number, inside: number, outside: number): number {
  const rate = k / n;
  for (let i = 0; i < 200; i += 1) {
    const middle = (inside + outside) / 2;
    const fits =
      Math.abs(rate - middle) <= 1.959963984540054 * Math.sqrt((middle * (1 - middle)) / n);
    if (fits) inside = middle;
    else outside = middle;
  }
  return inside;
}

test('its bounds are the rates at which the observed one would just surprise', () => {
  const counts = fc
    .integer({ min: 1, max: 200_000 })
    .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
  fc.assert(
    fc.property(counts, ([k, n]) => {
      const bounds = wilson(k, n);
      expect(bounds?.low).toBeCloseTo(solve(k, n, k / n, 0), 9);
      expect(bounds?.high).toBeCloseTo(solve(k, n, k / n, 1), 9);
    }),
  );
});

test('none and all give exactly 0 and 1 at their end', () => {
  expect(wilson(0, 7)?.low).toBe(0);
  expect(wilson(7, 7)?.high).toBe(1);
});

test.each([
  [0, 0],
  [null, 10],
  [10, null],
  [null, null],
  [11, 10],
  [-1, 10],
  [1, -10],
])('%p of %p tell nothing', (k, n) => {
  expect(wilson(k, n)).toBeNull();
});
