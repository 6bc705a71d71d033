// Compared periods: by the calendar on the wall, and the rules they must keep whatever the days.
import fc from 'fast-check';
import { comparedPeriod } from './periods';

test.each([
  ['previous', '2026-11-22', '2026-11-22', '2026-11-21', '2026-11-21'],
  ['previous', '2026-11-01', '2026-11-30', '2026-10-02', '2026-10-31'],
  ['previous', '2026-03-01', '2026-03-31', '2026-01-29', '2026-02-28'],
  ['weekday', '2026-11-22', '2026-11-22', '2026-11-15', '2026-11-15'],
  ['weekday', '2026-11-16', '2026-11-22', '2026-11-09', '2026-11-15'],
  ['weekday', '2026-11-15', '2026-11-22', '2026-11-01', '2026-11-08'],
  ['weekday', '2026-11-01', '2026-11-30', '2026-09-27', '2026-10-26'],
  ['year', '2026-11-01', '2026-11-30', '2025-11-01', '2025-11-30'],
  ['year', '2028-02-29', '2028-02-29', '2027-02-28', '2027-02-28'],
  ['year', '2028-02-01', '2028-03-01', '2027-02-01', '2027-03-01'],
  ['year', '2029-02-28', '2029-02-28', '2028-02-28', '2028-02-28'],
] as const)('%s of %s to %s is %s to %s', (comparison, from, to, first, last) => {
  expect(comparedPeriod({ from, to }, comparison)).toEqual({ from: first, to: last });
});

test('no comparison has no days', () => {
  expect(comparedPeriod({ from: '2026-11-01', to: '2026-11-30' }, 'none')).toBeNull();
});

const MS = 86_400_000;
const START = Date.UTC(2024, 0, 1);
const dayAt = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const period = fc
  .tuple(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 0, max: 400 }))
  .map(([first, more]) => ({
    from: dayAt(START + first * MS),
    to: dayAt(START + (first + more) * MS),
  }));
const lengthOf = (range: { from: string; to: string }): number =>
  (Date.parse(range.to) - Date.parse(range.from)) / MS + 1;

test('the previous period ends the day before, and is as long', () => {
  fc.assert(
    fc.property(period, (range) => {
      const before = comparedPeriod(range, 'previous');
      expect(before && Date.parse(before.to)).toBe(Date.parse(range.from) - MS);
      expect(before && lengthOf(before)).toBe(lengthOf(range));
    }),
  );
});

test('by weekday it begins on the same weekday, as late as it can without overlapping', () => {
  fc.assert(
    fc.property(period, (range) => {
      const before = comparedPeriod(range, 'weekday');
      if (!before) throw new Error('There are no days.');
      expect(new Date(before.from).getUTCDay()).toBe(new Date(range.from).getUTCDay());
      expect(lengthOf(before)).toBe(lengthOf(range));
      const gap = Date.parse(range.from) - Date.parse(before.to);
      expect(gap).toBeGreaterThan(0);
      expect(gap).toBeLessThanOrEqual(7 * MS);
    }),
  );
});
