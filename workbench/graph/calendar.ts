// Civil days as day numbers (0 = 1970-01-01) and the instants at which they begin in a time zone.

export const DAY_SECONDS = 86_400;

/** @example toDayNumber('1970-01-02') // 1; null for what is no day of the calendar. */
export function toDayNumber(day: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) return null;
  const number = time / 1000 / DAY_SECONDS;
  // Date.parse may roll a 31st of February over; such a day does not exist.
  return toDayText(number) === day ? number : null;
}

export function toDayText(day: number): string {
  return new Date(day * DAY_SECONDS * 1000).toISOString().slice(0, 10);
}

/** 0 = Monday … 6 = Sunday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The civil day that holds an instant (unix seconds) in a zone. */
export function dayAt(zone: string, seconds: number): number {
  return Math.floor((seconds + offsetAt(zone, seconds)) / DAY_SECONDS);
}

const starts = new Map<string, number>();

/** Unix seconds at which a civil day begins in a zone. */
export function startOfDay(zone: string, day: number): number {
  const midnight = day * DAY_SECONDS;
  if (zone === 'UTC') return midnight;
  const key = `${zone} ${day}`;
  const known = starts.get(key);
  if (known !== undefined) return known;
  // The offset at UTC midnight is nearly always right; the second look settles the days of a switch.
  const guess = midnight - offsetAt(zone, midnight);
  const start = midnight - offsetAt(zone, guess);
  starts.set(key, start);
  return start;
}

/** The Friday after the fourth Thursday of November. */
export function blackFridayOf(year: number): number {
  const first = Date.UTC(year, 10, 1) / 1000 / DAY_SECONDS;
  const thursday = first + ((3 - weekdayOf(first) + 7) % 7);
  return thursday + 22;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Seconds that a zone's clock is ahead of UTC at an instant. */
function offsetAt(zone: string, seconds: number): number {
  if (zone === 'UTC') return 0;
  let formatter = formatters.get(zone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(zone, formatter);
  }
  const parts: Record<string, number> = {};
  for (const part of formatter.formatToParts(seconds * 1000)) parts[part.type] = Number(part.value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - seconds;
}
