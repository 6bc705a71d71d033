// The days that a period is compared with.
import { addDays, countDays, type Day, type DayRange, isDay } from '../day';

/**
 * The period that `WA Templates` compares the chosen days with: none; as many days right before; the same,
 * moved back by whole weeks so that weekdays match; the same days a year ago.
 */
export const COMPARISONS = ['none', 'previous', 'weekday', 'year'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/**
 * The compared days: as many right before; or moved back by whole weeks, so that weekdays match and the two
 * do not overlap; or the same days of the calendar a year before.
 *
 * @example comparedPeriod({ from: '2026-11-09', to: '2026-11-11' }, 'weekday') // 2 to 4 November
 * @returns null when nothing is compared
 */
export function comparedPeriod(period: DayRange, comparison: Comparison): DayRange | null {
  const days = countDays(period);
  switch (comparison) {
    case 'none':
      return null;
    case 'previous':
      return moveBack(period, days);
    case 'weekday':
      return moveBack(period, Math.ceil(days / 7) * 7);
    case 'year':
      return { from: yearBefore(period.from), to: yearBefore(period.to) };
  }
}

const moveBack = ({ from, to }: DayRange, days: number): DayRange => ({
  from: addDays(from, -days),
  to: addDays(to, -days),
});

/** 29 February becomes the 28th. */
function yearBefore(day: Day): Day {
  const same = `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`;
  const exists: boolean = isDay(same);
  return exists ? same : `${same.slice(0, 8)}28`;
}
