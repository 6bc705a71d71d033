// Which civil day an instant belongs to in a time zone, and whether it is the moment that day begins.
import type { Day } from './day';

/** Instants remembered per zone before the memory is emptied; a sync asks about a hundred. */
const MEMORY = 5_000;

interface Calendar {
  formatter: Intl.DateTimeFormat;
  days: Map<number, Day>;
}
const calendars = new Map<string, Calendar>();

function calendarOf(zone: string): Calendar {
  const known = calendars.get(zone);
  if (known) return known;
  // en-US with these options gives Gregorian years and Latin digits whatever the machine's locale.
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  const made: Calendar = { formatter, days: new Map() };
  calendars.set(zone, made);
  return made;
}

/**
 * The civil day of an instant.
 *
 * @example civilDay(1794798000, 'America/Sao_Paulo') // '2026-11-16'
 * @throws RangeError for a zone or an instant that does not exist
 */
export function civilDay(epochSeconds: number, zone: string): Day {
  const { formatter, days } = calendarOf(zone);
  const known = days.get(epochSeconds);
  if (known !== undefined) return known;
  const { day } = readClock(formatter, epochSeconds);
  if (days.size >= MEMORY) days.clear();
  days.set(epochSeconds, day);
  return day;
}

function readClock(
  formatter: Intl.DateTimeFormat,
  epochSeconds: number,
): { day: Day; seconds: number } {
  const parts: Record<string, string> = {};
  for (const { type, value } of formatter.formatToParts(epochSeconds * 1000)) parts[type] = value;
  const { year, month, day, hour, minute, second } = parts;
  return {
    day: `${String(year).padStart(4, '0')}-${month}-${day}`,
    seconds: Number(hour) * 3600 + Number(minute) * 60 + Number(second),
  };
}

/**
 * The wall clock of a zone: its day, and the seconds since midnight it shows.
 *
 * @example civilClock(0, 'UTC') // { day: '1970-01-01', seconds: 0 }
 */
export function civilClock(epochSeconds: number, zone: string): { day: Day; seconds: number } {
  return readClock(calendarOf(zone).formatter, epochSeconds);
}

/**
 * Whether a civil day begins at this very second. That is midnight, except where the clock skips
 * midnight: there the day begins at one o'clock. A clock set back over midnight repeats the evening
 * of the day before, and that is no beginning.
 *
 * @example isDayStart(1794798000, 'America/Sao_Paulo') // true
 */
export function isDayStart(epochSeconds: number, zone: string): boolean {
  return civilDay(epochSeconds, zone) > civilDay(epochSeconds - 1, zone);
}

/** Today in a zone. @example todayIn(1794798000000, 'America/Sao_Paulo') // '2026-11-16' */
export function todayIn(epochMs: number, zone: string): Day {
  return civilDay(Math.floor(epochMs / 1000), zone);
}

/** Whether a text names a time zone. Offsets such as `+03:00` do not: they know no daylight saving. */
export function isZone(text: unknown): text is string {
  if (typeof text !== 'string' || !/^[A-Za-z]/.test(text)) return false;
  try {
    calendarOf(text);
    return true;
  } catch {
    return false;
  }
}
