// Which days the chosen ones are compared with, to show them; the server decides the real ones.

import { addDays, countDays, type Day, type DayRange, isDay } from '../src/core/day';
import type { Comparison } from '../src/rpc/contract';

/** The same day a year before; 29 February becomes the 28th. */
function yearBefore(day: Day): Day {
  const before = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  const exists: boolean = isDay(before);
  return exists ? before : `${before.slice(0, 8)}28`;
}

const movedBack = ({ from, to }: DayRange, count: number): DayRange => ({
  from: addDays(from, -count),
  to: addDays(to, -count),
});

/**
 * The days of the compared period, or null without a comparison. By weekday, the days move back by the
 * smallest number of whole weeks that does not overlap them.
 *
 * @example comparedRange({ from: '2026-11-12', to: '2026-11-21' }, 'weekday') // { from: '2026-10-29', to: '2026-11-07' }
 */
export function comparedRange(range: DayRange, comparison: Comparison): DayRange | null {
  const count = countDays(range);
  switch (comparison) {
    case 'none':
      return null;
    case 'previous':
      return movedBack(range, count);
    case 'weekday':
      return movedBack(range, Math.ceil(count / 7) * 7);
    case 'year':
      return { from: yearBefore(range.from), to: yearBefore(range.to) };
  }
}
