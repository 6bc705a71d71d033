// Civil days and their first instants, worked out with Intl alone so that nothing of the product is trusted.

const DAY_MS = 86_400_000;
/** Day 0 of a spreadsheet's date serials. */
const SERIAL_EPOCH = Date.UTC(1899, 11, 30);

const millis = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const isoOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

export const plusDays = (day: string, n: number): string => isoOf(millis(day) + n * DAY_MS);
export const serialOf = (day: string): number => (millis(day) - SERIAL_EPOCH) / DAY_MS;
export const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;

export function mondayOf(day: string): string {
  const weekday = (new Date(millis(day)).getUTCDay() + 6) % 7;
  return plusDays(day, -weekday);
}

export const minDay = (a: string, b: string): string => (a < b ? a : b);
export const maxDay = (a: string, b: string): string => (a > b ? a : b);

/** How many days lie between two, 0 for the same one. */
export const daysApart = (from: string, to: string): number => (millis(to) - millis(from)) / DAY_MS;

export function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = plusDays(day, 1)) days.push(day);
  return days;
}

const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(zone, format);
  }
  return format;
}

/** The civil day an instant falls on. */
export const civilDayOf = (ms: number, zone: string): string => formatOf(zone).format(ms);

const starts = new Map<string, number>();
/** Unix seconds of the first instant of a civil day, found by halving; right where midnight is skipped. */
export function startOfDay(day: string, zone: string): number {
  const key = `${day} ${zone}`;
  const known = starts.get(key);
  if (known !== undefined) return known;
  let low = millis(day) - 15 * 3_600_000;
  let high = millis(day) + 15 * 3_600_000;
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000;
    if (civilDayOf(middle, zone) >= day) high = middle;
    else low = middle;
  }
  starts.set(key, high / 1000);
  return high / 1000;
}
