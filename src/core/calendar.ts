// Date presets such as "last 30 days", resolved with date-fns; the only file that uses it.
import { startOfMonth, startOfQuarter, startOfYear, subMonths } from 'date-fns';
import { addDays, type Day, type DayRange, weekStart } from './day';
import type { Preset } from './presets';

// date-fns works in the process's zone. Noon of a local day is that day in every zone, whatever
// the zone does at midnight, so a day goes in and comes out unchanged.
const toDate = (day: Day): Date => new Date(`${day}T12:00:00`);
const toDay = (date: Date): Day =>
  new Date(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()))
    .toISOString()
    .slice(0, 10);

/**
 * The days a preset stands for. Rolling presets end on `lastFull`; "this …" runs from the start of
 * the period that holds `current` to `current`; "last …" is the whole period before that one.
 *
 * @param current the day that counts as now: the account's today, or in formulas the last complete day
 * @param lastFull the day rolling presets end on: yesterday, or in formulas the last complete day
 * @example presetRange('last_7_days', '2026-11-22', '2026-11-21') // 2026-11-15 … 2026-11-21
 */
export function presetRange(preset: Preset, current: Day, lastFull: Day): DayRange {
  const rolling = /^last_(\d+)_days$/.exec(preset);
  if (rolling) return { from: addDays(lastFull, 1 - Number(rolling[1])), to: lastFull };
  const now = toDate(current);
  /** The whole period that ends on the day before one begins. */
  const before = (start: Day, startOf: (date: Date) => Date): DayRange => {
    const to = addDays(start, -1);
    return { from: toDay(startOf(toDate(to))), to };
  };
  switch (preset) {
    case 'yesterday':
      return { from: lastFull, to: lastFull };
    case 'this_week':
      return { from: weekStart(current), to: current };
    case 'last_week':
      return { from: addDays(weekStart(current), -7), to: addDays(weekStart(current), -1) };
    case 'this_month':
      return { from: toDay(startOfMonth(now)), to: current };
    case 'last_month':
      return before(toDay(startOfMonth(now)), startOfMonth);
    case 'this_quarter':
      return { from: toDay(startOfQuarter(now)), to: current };
    case 'this_year':
      return { from: toDay(startOfYear(now)), to: current };
    case 'last_year':
      return before(toDay(startOfYear(now)), startOfYear);
    case 'last_12_months':
      return before(toDay(startOfMonth(now)), (end) => startOfMonth(subMonths(end, 11)));
    default:
      return { from: current, to: current };
  }
}
