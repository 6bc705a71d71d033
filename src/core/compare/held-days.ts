// The days of a period that the ledger holds without a gap.
import { type DayRange, dayNumber, dayOf } from '../day';
import { type Interval, missingIn } from '../intervals';

const numbers = ({ from, to }: DayRange): Interval => [dayNumber(from), dayNumber(to)];

/**
 * The last stretch of held days within a period: days after the last fetched one are left out, and so is
 * what lies before the first one or before a gap, since a total over a gap would say too little.
 *
 * @returns null when the ledger holds none of these days
 */
export function heldStretch(held: readonly Interval[], period: DayRange): DayRange | null {
  const [first, last] = numbers(period);
  const stretch = held.filter(([a, b]) => a <= last && b >= first).pop();
  if (!stretch || first > last) return null;
  return { from: dayOf(Math.max(first, stretch[0])), to: dayOf(Math.min(last, stretch[1])) };
}

/** The first day of a period that the ledger lacks, or null. */
export function firstMissing(held: readonly Interval[], period: DayRange): string | null {
  const gap = missingIn(held, numbers(period))[0];
  return gap ? dayOf(gap[0]) : null;
}
