// Checks that axes have round numbers, cover what they show, and write it as the cells do.
import fc from 'fast-check';
import { readLocale } from '../host/text/locale';
import { axisPattern, extent, scaleFor, tickText } from './chart-scale';

test.each([
  [0, 2382, 5, [0, 500, 1000, 1500, 2000, 2500]],
  [0, 1, 5, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  [-3, 7, 5, [-4, -2, 0, 2, 4, 6, 8]],
  [0, 0, 5, [0, 0.2, 0.4, 0.6, 0.8, 1]],
])('from %d to %d in about %d steps', (least, most, intervals, ticks) => {
  expect(scaleFor(least, most, intervals).ticks).toEqual(ticks);
});

test('a scale covers its numbers, with just as many intervals where they are given', () => {
  const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });
  const size = fc.integer({ min: 1, max: 12 });
  fc.assert(
    fc.property(number, number, size, fc.boolean(), (a, b, intervals, exactly) => {
      const [least, most] = [Math.min(a, b, 0), Math.max(a, b, 0)];
      fc.pre(most - least > 1e-6);
      const { ticks, step } = scaleFor(least, most, intervals, exactly);
      const slack = step * 1e-6;
      expect(ticks[0]).toBeLessThanOrEqual(least + slack);
      expect(ticks[ticks.length - 1]).toBeGreaterThanOrEqual(most - slack);
      if (exactly) expect(ticks).toHaveLength(intervals + 1);
      else expect(ticks.length).toBeLessThanOrEqual(intervals + 3);
    }),
  );
});

test('an axis starts at zero, unless lines alone lie far above it', () => {
  expect(extent([5, 20], false)).toEqual([0, 20]);
  expect(extent([90, 100], false)).toEqual([90, 100]);
  expect(extent([90, 100], true)).toEqual([0, 100]);
  expect(extent([-5, -1], false)).toEqual([-5, 0]);
  expect(extent([], false)).toEqual([0, 1]);
});

test.each([
  ['', 500, 1500, '1,500'],
  ['#,##0', 0.5, 1.5, '1.5'],
  ['0.00%', 0.15, 0.45, '45%'],
  ['0.0%', 0.005, 0.015, '1.5%'],
  ['"US$" #,##0.00', 50, 150, 'US$ 150'],
])('a cell format %j with steps of %d writes %d as %s', (pattern, step, value, text) => {
  expect(tickText(value, axisPattern(pattern, step), readLocale('en_US'))).toBe(text);
});
