// Sums of prices come out as a person would write them.
import fc from 'fast-check';
import { subtract, tidy } from './money';

test.each([
  [0.1 + 0.2, 0.3],
  [0.07 * 3, 0.21],
  [1.1 * 1.1, 1.21],
  [0.0725, 0.0725],
  [123_456_789.12, 123_456_789.12],
  [9_007_199_254_740_991, 9_007_199_254_740_991],
  [0, 0],
  [-0.1 - 0.2, -0.3],
  [1 / 3, 0.33333333333333],
])('%p is tidied to %p', (value, answer) => {
  expect(tidy(value)).toBe(answer);
});

test('any sum of prices with four decimals is exact after tidying', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 50_000_000 }), { maxLength: 200 }), (units) => {
      const sum = units.reduce((total, unit) => total + unit / 10_000, 0);
      expect(tidy(sum)).toBe(units.reduce((total, unit) => total + unit, 0) / 10_000);
    }),
    { numRuns: 200, seed: 20260101 },
  );
});

test.each([
  [1_234_567.8925, 1_234_567.82, 0.0725],
  [1_234_567.8925, 1_234_567.8925, 0],
  [9_999_999.99, 9_999_999.98, 0.01],
  [5.3, 5, 0.3],
  [7, 3, 4],
  [0.0003, 0, 0.0003],
])('%p less %p is exactly %p', (total, skipped, answer) => {
  expect(subtract(total, skipped)).toBe(answer);
});

test('totals that differ only in the noise of adding up differ by 0', () => {
  const forward = Array.from({ length: 30_000 }, (_, i) => ((i % 97) + 1) * 0.0725);
  const add = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const total = add(forward);
  const other = add([...forward].sort((a, b) => b - a));
  expect(total).not.toBe(other);
  expect(subtract(total, other)).toBe(0);
});
