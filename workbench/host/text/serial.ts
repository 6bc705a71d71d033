// Serial numbers (days since 30 December 1899), civil times and instants of a time zone.

const DAY = 86_400_000;
/** 1 January 1970 as a serial. */
const EPOCH_SERIAL = 25_569;
const QUARTER = 900_000;

/** A civil time is kept as the milliseconds it would be in UTC. */
export type Civil = number;

export const serialOfCivil = (civil: Civil): number => civil / DAY + EPOCH_SERIAL;
export const civilOfSerial = (serial: number): Civil => Math.round((serial - EPOCH_SERIAL) * DAY);

const formatters = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

/** Throws when the runtime does not know the zone. */
export function assertZone(zone: string): void {
  formatterOf(zone);
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      era: 'short',
    });
    formatters.set(zone, formatter);
  }
  return formatter;
}

/** Milliseconds the zone is ahead of UTC at an instant. Zones change on quarter hours, so one look per quarter. */
export function zoneOffset(instant: number, zone: string): number {
  let known = offsets.get(zone);
  if (!known) {
    known = new Map();
    offsets.set(zone, known);
  }
  const quarter = Math.floor(instant / QUARTER);
  const seen = known.get(quarter);
  if (seen !== undefined) return seen;
  const at = quarter * QUARTER;
  const parts: Record<string, string> = {};
  for (const part of formatterOf(zone).formatToParts(at)) parts[part.type] = part.value;
  const year = parts.era === 'BC' ? 1 - Number(parts.year) : Number(parts.year);
  const civil = new Date(0);
  civil.setUTCFullYear(year, Number(parts.month) - 1, Number(parts.day));
  civil.setUTCHours(Number(parts.hour), Number(parts.minute), Number(parts.second));
  const offset = civil.getTime() - at;
  known.set(quarter, offset);
  return offset;
}

export const civilOfInstant = (instant: number, zone: string): Civil =>
  instant + zoneOffset(instant, zone);

/** The instant of a civil time; of two (clocks set back) the first, of none (set forward) the hour after. */
export function instantOfCivil(civil: Civil, zone: string): number {
  const before = zoneOffset(civil - DAY, zone);
  const after = zoneOffset(civil + DAY, zone);
  const first = civil - before;
  if (before === after || zoneOffset(first, zone) === before) return first;
  const second = civil - after;
  return zoneOffset(second, zone) === after ? second : first;
}

export const serialOfInstant = (instant: number, zone: string): number =>
  serialOfCivil(civilOfInstant(instant, zone));
export const instantOfSerial = (serial: number, zone: string): number =>
  instantOfCivil(civilOfSerial(serial), zone);

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?)?$/;

/** `2026-11-01` or `2026-11-01T10:30:00` as a civil time; null when it names no real time. */
export function civilOfIso(iso: string): Civil | null {
  const parts = ISO.exec(iso);
  if (!parts) return null;
  const [year, month, day, hour, minute, second] = parts.slice(1).map((part) => Number(part ?? 0));
  return civilOf(year ?? 0, month ?? 0, day ?? 0, hour ?? 0, minute ?? 0, second ?? 0);
}

/** A civil time from its parts, or null when the calendar or clock has no such time. */
export function civilOf(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): Civil | null {
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return null;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCDate() !== day) return null;
  return date.getTime() + ((hour * 60 + minute) * 60 + second) * 1000;
}
