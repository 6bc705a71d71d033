// The compared days, for spans of any length and over leap days.

import fc from 'fast-check';
import { addDays, countDays, type DayRange, dayOf, weekdayOf } from '../src/core/day';
import { comparedRange } from './compared';

const range = (from: string, to: string): DayRange => ({ from, to });

test.each([
  ['none', range('2026-11-12', '2026-11-21'), null],
  ['previous', range('2026-11-12', '2026-11-21'), range('2026-11-02', '2026-11-11')],
  ['previous', range('2026-11-21', '2026-11-21'), range('2026-11-20', '2026-11-20')],
  ['weekday', range('2026-11-12', '2026-11-21'), range('2026-10-29', '2026-11-07')],
  ['weekday', range('2026-11-15', '2026-11-21'), range('2026-11-08', '2026-11-14')],
  ['weekday', range('2026-11-21', '2026-11-21'), range('2026-11-14', '2026-11-14')],
  ['year', range('2026-11-12', '2026-11-21'), range('2025-11-12', '2025-11-21')],
  ['year', range('2024-02-29', '2024-02-29'), range('2023-02-28', '2023-02-28')],
  ['year', range('2024-02-20', '2024-03-05'), range('2023-02-20', '2023-03-05')],
] as const)('%s of %j is %j', (comparison, days, compared) => {
  expect(comparedRange(days, comparison)).toEqual(compared);
});

const spans = fc
  .tuple(fc.integer({ min: 15_000, max: 25_000 }), fc.integer({ min: 1, max: 400 }))
  .map(([first, count]) => range(dayOf(first), dayOf(first + count - 1)));

test('the previous period ends right before the chosen one and is as long', () => {
  fc.assert(
    fc.property(spans, (days) => {
      const compared = comparedRange(days, 'previous');
      expect(compared?.to).toBe(addDays(days.from, -1));
      expect(compared && countDays(compared)).toBe(countDays(days));
    }),
  );
});

test('by weekday it begins on the same weekday, does not overlap, and lies less than a week apart', () => {
  fc.assert(
    fc.property(spans, (days) => {
      const compared = comparedRange(days, 'weekday');
      if (!compared) throw new Error('There is a comparison.');
      expect(weekdayOf(compared.from)).toBe(weekdayOf(days.from));
      expect(countDays(compared)).toBe(countDays(days));
      const between = countDays({ from: compared.to, to: days.from }) - 2;
      expect(between).toBeGreaterThanOrEqual(0);
      expect(between).toBeLessThan(7);
    }),
  );
});
