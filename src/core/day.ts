// Civil days as `YYYY-MM-DD` text, with the integer arithmetic that formulas and the index need.

/** A civil day of an account, `YYYY-MM-DD`. Never a `Date`: an instant has no day without a zone. */
export type Day = string;
/** A civil month, `YYYY-MM`. */
export type Month = string;
/** Days `from` to `to`, both included. */
export interface DayRange {
  from: Day;
  to: Day;
}

const MS_PER_DAY = 86_400_000;
/** Sheets counts days from 30 December 1899; the Unix epoch is day 25,569 there. */
const SERIAL_OF_EPOCH = 25_569;

/** Whether a text is a real day of the calendar in the years 1900 to 9999. */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const n = Date.UTC(+text.slice(0, 4), +text.slice(5, 7) - 1, +text.slice(8, 10));
  return text >= '1900-01-01' && new Date(n).toISOString().slice(0, 10) === text;
}

/**
 * Days since 1 January 1970. Used inside the index and for arithmetic only.
 *
 * @example dayNumber('1970-01-02') // 1
 */
export function dayNumber(day: Day): number {
  return Date.UTC(+day.slice(0, 4), +day.slice(5, 7) - 1, +day.slice(8, 10)) / MS_PER_DAY;
}

/** The day with this number. @example dayOf(1) // '1970-01-02' */
export function dayOf(number: number): Day {
  return new Date(number * MS_PER_DAY).toISOString().slice(0, 10);
}

/** @example addDays('2026-02-28', 1) // '2026-03-01' */
export function addDays(day: Day, count: number): Day {
  return dayOf(dayNumber(day) + count);
}

/** How many days a range holds. @example countDays({ from: '2026-11-01', to: '2026-11-01' }) // 1 */
export function countDays(range: DayRange): number {
  return dayNumber(range.to) - dayNumber(range.from) + 1;
}

/** 1 = Monday … 7 = Sunday. @example weekdayOf('2026-11-22') // 7 */
export function weekdayOf(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

/** The Monday of the week. @example weekStart('2026-11-22') // '2026-11-16' */
export function weekStart(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

/** @example monthStart('2026-11-22') // '2026-11-01' */
export function monthStart(day: Day): Day {
  return `${day.slice(0, 7)}-01`;
}

/** Months since year 0, for arithmetic. @example monthNumber('2026-11') // 24322 */
export function monthNumber(month: Month): number {
  return +month.slice(0, 4) * 12 + +month.slice(5, 7) - 1;
}

export function monthAt(number: number): Month {
  const year = Math.floor(number / 12);
  return `${String(year).padStart(4, '0')}-${String(number - year * 12 + 1).padStart(2, '0')}`;
}

/** The last day of a month. @example monthEnd('2026-02') // '2026-02-28' */
export function monthEnd(month: Month): Day {
  return addDays(`${monthAt(monthNumber(month) + 1)}-01`, -1);
}

/** Periods a day lies in, by the words formulas take. */
export const PERIODS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Period = (typeof PERIODS)[number];

/**
 * The period that holds a day.
 *
 * @example periodOf('2026-11-22', 'quarter') // { from: '2026-10-01', to: '2026-12-31' }
 */
export function periodOf(day: Day, period: Period): DayRange {
  switch (period) {
    case 'day':
      return { from: day, to: day };
    case 'week':
      return { from: weekStart(day), to: addDays(weekStart(day), 6) };
    case 'month':
      return { from: monthStart(day), to: monthEnd(monthOf(day)) };
    case 'quarter': {
      const first = monthNumber(monthOf(day));
      const start = first - (first % 3);
      return { from: `${monthAt(start)}-01`, to: monthEnd(monthAt(start + 2)) };
    }
    case 'year':
      return { from: `${day.slice(0, 4)}-01-01`, to: `${day.slice(0, 4)}-12-31` };
  }
}

/** The serial number Sheets shows as this day. @example serialOf('1970-01-01') // 25569 */
export function serialOf(day: Day): number {
  return dayNumber(day) + SERIAL_OF_EPOCH;
}

/** The day of a serial number; a time of day is cut off. */
export function dayOfSerial(serial: number): Day {
  return dayOf(Math.floor(serial) - SERIAL_OF_EPOCH);
}

export const minDay = (a: Day, b: Day): Day => (a < b ? a : b);
export const maxDay = (a: Day, b: Day): Day => (a > b ? a : b);

/** The days a set of spans reaches over. */
export function hullOf(spans: readonly DayRange[]): DayRange | null {
  const [first, ...rest] = spans;
  if (!first) return null;
  return rest.reduce(
    (hull, span) => ({ from: minDay(hull.from, span.from), to: maxDay(hull.to, span.to) }),
    first,
  );
}
