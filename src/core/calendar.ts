// Date presets such as "last 30 days", resolved with date-fns; the only file that uses it.
import {
  endOfMonth,
  endOfYear,
  startOfMonth,
  startOfQuarter,
  startOfYear,
  subDays,
  subMonths,
  subYears,
} from 'date-fns';
import { addDays, type Day, type DayRange, weekStart } from './day';
import type { Preset } from './presets';

// date-fns works in the process's zone. Noon of a local day is that day in every zone, whatever
// the zone does at midnight, so a day goes in and comes out unchanged.
const toDate = (day: Day): Date =>
  new Date(+day.slice(0, 4), +day.slice(5, 7) - 1, +day.slice(8, 10), 12);
const two = (n: number): string => String(n).padStart(2, '0');
const toDay = (date: Date): Day =>
  `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

/**
 * The days a preset stands for. Rolling presets end on `lastFull`; "this …" runs from the start of
 * the period that holds `current` to `current`; "last …" is the whole period before that one.
 *
 * @param current the day that counts as now: the account's today, or in formulas the last complete day
 * @param lastFull the day rolling presets end on: yesterday, or in formulas the last complete day
 * @example presetRange('last_7_days', '2026-11-22', '2026-11-21') // 2026-11-15 … 2026-11-21
 */
export function presetRange(preset: Preset, current: Day, lastFull: Day): DayRange {
  const now = toDate(current);
  const rolling = (days: number): DayRange => ({
    from: toDay(subDays(toDate(lastFull), days - 1)),
    to: lastFull,
  });
  switch (preset) {
    case 'today':
      return { from: current, to: current };
    case 'yesterday':
      return rolling(1);
    case 'last_7_days':
      return rolling(7);
    case 'last_14_days':
      return rolling(14);
    case 'last_28_days':
      return rolling(28);
    case 'last_30_days':
      return rolling(30);
    case 'last_90_days':
      return rolling(90);
    case 'this_week':
      return { from: weekStart(current), to: current };
    case 'last_week':
      return { from: addDays(weekStart(current), -7), to: addDays(weekStart(current), -1) };
    case 'this_month':
      return { from: toDay(startOfMonth(now)), to: current };
    case 'last_month': {
      const month = subMonths(startOfMonth(now), 1);
      return { from: toDay(month), to: toDay(endOfMonth(month)) };
    }
    case 'this_quarter':
      return { from: toDay(startOfQuarter(now)), to: current };
    case 'this_year':
      return { from: toDay(startOfYear(now)), to: current };
    case 'last_year': {
      const year = subYears(startOfYear(now), 1);
      return { from: toDay(year), to: toDay(endOfYear(year)) };
    }
    case 'last_12_months':
      return {
        from: toDay(subMonths(startOfMonth(now), 12)),
        to: toDay(endOfMonth(subMonths(startOfMonth(now), 1))),
      };
  }
}
