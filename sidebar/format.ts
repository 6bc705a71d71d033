// Words for days, ranges, moments and numbers in the person's language.

import type { Day, DayRange } from '../src/core/day';

/** `formatRange` is newer than the language level we compile for; every browser Sheets runs in has it. */
interface RangeFormat extends Intl.DateTimeFormat {
  formatRange(from: Date, to: Date): string;
}

const DAY_STYLE: Intl.DateTimeFormatOptions = {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
};

const noon = (day: Day): Date => new Date(`${day}T12:00:00Z`);

/** @example formatDay('2026-11-22', 'en-US') // 'Nov 22, 2026' */
export function formatDay(day: Day, locale: string): string {
  return new Intl.DateTimeFormat(locale, DAY_STYLE).format(noon(day));
}

/** One day or a span, without saying the same month or year twice. */
export function formatRange(range: DayRange, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, DAY_STYLE) as RangeFormat;
  return format.formatRange(noon(range.from), noon(range.to));
}

/**
 * An ISO instant in the browser's own zone, with its year only where that is not this year; the text
 * itself where it is no instant.
 */
export function formatMoment(instant: string, locale: string, now: Date = new Date()): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  const style: Intl.DateTimeFormatOptions = {
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
  };
  if (date.getFullYear() !== now.getFullYear()) style.year = 'numeric';
  return new Intl.DateTimeFormat(locale, style).format(date);
}

/** Making one is slow, and the picker asks for hundreds of names at every key. */
const languageNames = new Map<string, Intl.DisplayNames>();

/**
 * A language by its name; the code itself where the browser knows none.
 *
 * @example languageName('pt_BR', 'en-US') // 'Brazilian Portuguese'
 */
export function languageName(code: string, locale: string): string {
  try {
    const names =
      languageNames.get(locale) ?? new Intl.DisplayNames([locale], { type: 'language' });
    languageNames.set(locale, names);
    return names.of(code.replace(/_/g, '-')) ?? code;
  } catch {
    return code;
  }
}

export function formatCount(count: number, locale: string): string {
  return new Intl.NumberFormat(locale).format(count);
}
