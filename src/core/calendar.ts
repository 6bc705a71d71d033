// Date presets such as "last 30 days", resolved with date-fns; the only file that uses it.
import { subMonths } from 'date-fns';
import { addDays, type Day, type DayRange, monthStart, type Period, periodOf } from './day';
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
  const [, which, what] = /^(this|last)_(\w+)$/.exec(preset) ?? [];
  if (!which) {
    const day = preset === 'today' ? current : lastFull;
    return { from: day, to: day };
  }
  const days = Number.parseInt(what ?? '', 10);
  if (what === '12_months') {
    const start = monthStart(current);
    return { from: toDay(subMonths(toDate(start), 12)), to: addDays(start, -1) };
  }
  if (days > 0) return { from: addDays(lastFull, 1 - days), to: lastFull };
  const { from } = periodOf(current, what as Period);
  return which === 'this' ? { from, to: current } : periodOf(addDays(from, -1), what as Period);
}
