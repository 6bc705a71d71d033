// Says which of the chosen days Meta no longer answers for, and which of those the sheet already holds.

import { addDays, type Day, type DayRange, dayNumber, dayOf, minDay } from '../src/core/day';
import { addInterval, type Interval, missingIn } from '../src/core/intervals';
import type { Status } from '../src/rpc/contract';

export interface OlderDays {
  /** The chosen days before Meta's reach. */
  days: DayRange;
  /** Those of them that the sheet holds for every chosen account, oldest first. */
  held: DayRange[];
}

export const toInterval = (range: DayRange): Interval => [
  dayNumber(range.from),
  dayNumber(range.to),
];
export const toRange = ([first, last]: Interval): DayRange => ({
  from: dayOf(first),
  to: dayOf(last),
});

/** @returns null when Meta still answers for every chosen day */
export function olderThanReach(
  range: DayRange,
  reach: Day,
  status: Pick<Status, 'coverage' | 'accounts'>,
): OlderDays | null {
  if (range.from >= reach) return null;
  const days = { from: range.from, to: minDay(range.to, addDays(reach, -1)) };
  const missing = missingDays(days, status).map(toInterval);
  return { days, held: missingIn(missing, toInterval(days)).map(toRange) };
}

/** The days of a range that the sheet does not hold for every chosen account, oldest first. */
export function missingDays(
  range: DayRange,
  status: Pick<Status, 'coverage' | 'accounts'>,
): DayRange[] {
  let missing: Interval[] = [];
  for (const account of status.accounts) {
    const covered = status.coverage
      .filter((part) => part.accountId === account.id)
      .reduce<Interval[]>((set, part) => addInterval(set, toInterval(part)), []);
    for (const gap of missingIn(covered, toInterval(range))) missing = addInterval(missing, gap);
  }
  return missing.map(toRange);
}
