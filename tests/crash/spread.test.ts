// Checks that leaving crash points out leaves none of the places out where they lie.
import { spread } from './spread';

const numbers = Array.from({ length: 200 }, (_, n) => n);

test.each([2, 7, 60, 199])(
  '%d of 200 are as many, in order, with no gap larger than another',
  (most) => {
    const chosen = spread(numbers, most, false);
    expect(new Set(chosen).size).toBe(most);
    expect(chosen[0]).toBe(0);
    expect(chosen.at(-1)).toBe(199);
    const gaps = chosen.slice(1).map((n, at) => n - (chosen[at] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThan(0);
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1);
  },
);

test('a list that is short enough is visited whole, and every list is when asked', () => {
  expect(spread(numbers, 200, false)).toEqual(numbers);
  expect(spread(numbers, 3, true)).toEqual(numbers);
});
