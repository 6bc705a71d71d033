// Turns a preset people know by name into its first and last day, to show it; the server decides the real one.

import { addDays, type Day, type DayRange, monthStart, periodOf, weekStart } from '../src/core/day';
import { PRESETS, type Preset } from '../src/rpc/contract';

/** The month before the one that starts on this day. */
const monthBefore = (start: Day): DayRange => periodOf(addDays(start, -1), 'month');

/**
 * The days a preset stands for, counted back from the account's today. It mirrors the resolver in
 * core without date-fns, which would double the sidebar's size; a test keeps the two equal.
 *
 * @example presetRange('last_7_days', '2026-11-22') // { from: '2026-11-15', to: '2026-11-21' }
 */
export function presetRange(preset: Preset, today: Day): DayRange {
  const lastDays = (count: number) => ({ from: addDays(today, -count), to: addDays(today, -1) });
  const toToday = (from: Day) => ({ from, to: today });
  switch (preset) {
    case 'today':
      return toToday(today);
    case 'yesterday':
      return lastDays(1);
    case 'last_7_days':
      return lastDays(7);
    case 'last_14_days':
      return lastDays(14);
    case 'last_28_days':
      return lastDays(28);
    case 'last_30_days':
      return lastDays(30);
    case 'last_90_days':
      return lastDays(90);
    case 'this_week':
      return toToday(weekStart(today));
    case 'last_week':
      return periodOf(addDays(today, -7), 'week');
    case 'this_month':
      return toToday(monthStart(today));
    case 'last_month':
      return monthBefore(monthStart(today));
    case 'this_quarter':
      return toToday(periodOf(today, 'quarter').from);
    case 'this_year':
      return toToday(periodOf(today, 'year').from);
    case 'last_year':
      return periodOf(addDays(periodOf(today, 'year').from, -1), 'year');
    case 'last_12_months': {
      const last = monthBefore(monthStart(today));
      return { from: `${Number(today.slice(0, 4)) - 1 + today.slice(4, 8)}01`, to: last.to };
    }
  }
}

/** The first preset that means exactly these days today, or null. */
export function presetOf(range: DayRange, today: Day): Preset | null {
  const same = (preset: Preset) => {
    const found = presetRange(preset, today);
    return found.from === range.from && found.to === range.to;
  };
  return PRESETS.find(same) ?? null;
}
