// Reads values back from cells: dates, text, numbers, whatever a person made of them.
import { type Day, dayOfSerial, isDay } from '../core/day';
import { civilDay } from '../core/zone';

export const isDate = (value: unknown): value is Date =>
  Object.prototype.toString.call(value) === '[object Date]';

/** Serials of days end with the year 9999; beyond, a number is a number somebody typed. */
const SERIALS = 2_958_466;

/** The civil day a date cell shows. Sheets gives a `Date` of that midnight in the spreadsheet's zone. */
export function readDay(value: unknown, zone: string): Day | null {
  if (isDate(value)) {
    const ms = value.getTime();
    return Number.isFinite(ms) ? civilDay(Math.floor(ms / 1000), zone) : null;
  }
  if (typeof value === 'number') return value >= 1 && value < SERIALS ? dayOfSerial(value) : null;
  // A column formatted as plain text gives back the serial as text.
  if (typeof value === 'string' && /^\d{5}$/.test(value)) return dayOfSerial(Number(value));
  return isDay(value) ? value : null;
}

export const readText = (value: unknown): string =>
  value === undefined || value === null ? '' : String(value);

/**
 * A number, or null for an empty cell and for anything that is not a number. A column formatted as plain
 * text gives numbers back as text.
 */
export function readNumber(value: unknown): number | null {
  const isText = typeof value === 'string' && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(value);
  const number = isText ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}
