// Which days of a period count, told by lists of days instead of intervals.
import fc from 'fast-check';
import { firstMissing, heldStretch } from './held-days';

const MS = 86_400_000;
const dayAt = (number: number): string => new Date(number * MS).toISOString().slice(0, 10);
/** Days 20,000 and 20,001, then 20,005 to 20,010. */
const HELD = [
  [20_000, 20_001],
  [20_005, 20_010],
] as const;

test.each([
  [20_005, 20_010, 20_005, 20_010],
  [20_006, 20_008, 20_006, 20_008],
  [20_006, 20_030, 20_006, 20_010],
  [19_990, 20_001, 20_000, 20_001],
  [20_000, 20_010, 20_005, 20_010],
  [20_000, 20_003, 20_000, 20_001],
])('of days %d to %d those from %d to %d are held in one piece', (from, to, first, last) => {
  expect(heldStretch(HELD, { from: dayAt(from), to: dayAt(to) })).toEqual({
    from: dayAt(first),
    to: dayAt(last),
  });
});

test.each([
  [20_002, 20_004],
  [20_011, 20_020],
  [19_000, 19_999],
])('of days %d to %d none is held', (from, to) => {
  expect(heldStretch(HELD, { from: dayAt(from), to: dayAt(to) })).toBeNull();
});

test('the first missing day is the first one that no interval has', () => {
  const days = new Set([20_000, 20_001, 20_005, 20_006, 20_007, 20_008, 20_009, 20_010]);
  const bound = fc.integer({ min: 19_995, max: 20_015 });
  fc.assert(
    fc.property(bound, bound, (a, b) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      let missing: string | null = null;
      for (let day = to; day >= from; day -= 1) if (!days.has(day)) missing = dayAt(day);
      expect(firstMissing(HELD, { from: dayAt(from), to: dayAt(to) })).toBe(missing);
    }),
  );
});
