// Reads what a person types into a cell, or a script writes as text, by the spreadsheet's locale.
import { type Locale, plainWord } from './locale';
import { civilOf, serialOfCivil } from './serial';

export interface Typed {
  v: string | number | boolean | null;
  /** Formula text with its `=`. */
  f?: string;
  /** Number format that the text brings along for a cell without one. */
  n?: string;
}

/**
 * @example readTyped('1,5', readLocale('pt_BR'), '', 2026) // { v: 1.5 }
 * @param format the cell's present pattern; `@` keeps every text as it is
 * @param year completes a typed day and month
 */
export function readTyped(text: string, locale: Locale, format: string, year: number): Typed {
  if (text === '') return { v: null };
  const first = text.charCodeAt(0);
  if (first === 39) return { v: text.slice(1) };
  if (format === '@') return { v: text };
  if (first === 61 && text.length > 1) return { v: null, f: text };
  const typed = readPlain(text, first, locale, year);
  if (typed) {
    const percentCell = typeof typed.v === 'number' && format.includes('%') && !typed.n;
    return percentCell ? { v: Number(typed.v) / 100 } : typed;
  }
  // A sign before anything that is no number begins a formula, too.
  if ((first === 43 || first === 45) && /^[+-][\p{L}\d(]/u.test(text)) {
    return { v: null, f: `=${text}` };
  }
  return { v: text };
}

function readPlain(text: string, first: number, locale: Locale, year: number): Typed | null {
  const trimmed = text.trim();
  if (trimmed.length > 60) return null;
  const word = trimmed.toUpperCase();
  if (word === 'TRUE' || word === locale.words.true) return { v: true };
  if (word === 'FALSE' || word === locale.words.false) return { v: false };
  if (!/\d/.test(trimmed) || first === undefined) return null;
  return readNumber(trimmed, locale) ?? readDateTime(trimmed, locale, year);
}

const CURRENCIES: [string, RegExp, string][] = [
  ['R$', /^R\$\s?/, '[$R$ ]#,##0.00'],
  ['US$', /^US\$\s?/, '[$US$ ]#,##0.00'],
  ['$', /^\$\s?/, '[$$]#,##0.00'],
  ['€', /^€\s?|\s?€$/, '#,##0.00 [$€]'],
  ['£', /^£\s?/, '[$£]#,##0.00'],
];

/** Numbers with the locale's separators, percent, currency, exponent, or brackets for below zero. */
function readNumber(text: string, locale: Locale): Typed | null {
  let rest = text;
  let sign = 1;
  const brackets = /^\((.+)\)$/.exec(rest);
  if (brackets) {
    sign = -1;
    rest = brackets[1] ?? '';
  } else if (/^[+-]/.test(rest)) {
    sign = rest.startsWith('-') ? -1 : 1;
    rest = rest.slice(1).trimStart();
  }
  let pattern: string | undefined;
  const percent = /\s?%$/.exec(rest);
  if (percent) rest = rest.slice(0, percent.index);
  else {
    for (const [, symbol, format] of CURRENCIES) {
      if (symbol.test(rest)) {
        rest = rest.replace(symbol, '');
        pattern = format;
        break;
      }
    }
  }
  const digits = plainDigits(rest, locale);
  if (!digits) return null;
  const value = sign * Number(digits.text);
  if (!Number.isFinite(value)) return null;
  if (percent) return { v: divide(value, 100), n: digits.fraction ? '0.00%' : '0%' };
  if (digits.grouped && !pattern) pattern = digits.fraction ? '#,##0.00' : '#,##0';
  if (/e/i.test(digits.text)) pattern = '0.00E+00';
  return pattern ? { v: value, n: pattern } : { v: value };
}

/** Keeps 12.3% at 0.123 where plain division gives a longer fraction. */
const divide = (value: number, by: number): number => Number((value / by).toPrecision(15));

function plainDigits(
  text: string,
  locale: Locale,
): { text: string; grouped: boolean; fraction: boolean } | null {
  const cut = text.indexOf(locale.decimal);
  const whole = cut < 0 ? text : text.slice(0, cut);
  const tail = cut < 0 ? '' : text.slice(cut + 1);
  if (!/^\d*(?:e[+-]?\d+)?$/i.test(tail)) return null;
  if (/^\d+(?:e[+-]?\d+)?$/i.test(whole) && (cut < 0 || /^\d+$/.test(whole))) {
    return { text: cut < 0 ? whole : `${whole}.${tail}`, grouped: false, fraction: cut >= 0 };
  }
  if (whole === '' && /^\d/.test(tail))
    return { text: `0.${tail}`, grouped: false, fraction: true };
  const spaced =
    locale.group === '\u00a0' || locale.group === '\u202f' ? [' ', '\u00a0', '\u202f'] : [];
  for (const group of [locale.group, ...spaced]) {
    const parts = whole.split(group);
    const [head, ...others] = parts;
    if (others.length === 0 || !head || !/^\d{1,3}$/.test(head)) continue;
    if (!others.every((part) => /^\d{3}$/.test(part))) continue;
    return { text: `${parts.join('')}.${tail || '0'}`, grouped: true, fraction: cut >= 0 };
  }
  return null;
}

const TIME = /^(?:(.+?)[\sT]+)?(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s?([ap])m)?$/i;

function readDateTime(text: string, locale: Locale, year: number): Typed | null {
  const timed = TIME.exec(text);
  if (!timed) {
    const day = readDay(text, locale, year);
    return day && { v: day.serial, n: day.pattern };
  }
  const [, dayText, hourText, minuteText, secondText, half] = timed;
  let hour = Number(hourText);
  if (half) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  const minute = Number(minuteText);
  const second = Number(secondText ?? 0);
  if (hour > 23 || minute > 59 || second > 59) return null;
  const fraction = (hour * 3600 + minute * 60 + second) / 86_400;
  const clock = half ? 'h:mm:ss am/pm' : 'H:mm:ss';
  if (!dayText) return { v: fraction, n: clock };
  const day = readDay(dayText.replace(/,$/, ''), locale, year);
  return day && { v: day.serial + fraction, n: `${day.pattern} ${clock}` };
}

interface TypedDay {
  serial: number;
  pattern: string;
}

function readDay(text: string, locale: Locale, year: number): TypedDay | null {
  const iso = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (iso)
    return makeDay(Number(iso[1]), Number(iso[3]), Number(iso[4]), `yyyy${iso[2]}mm${iso[2]}dd`);
  const numeric = /^(\d{1,4})([-/.])(\d{1,2})(?:\2(\d{2}|\d{4}))?$/.exec(text);
  if (numeric) return readNumericDay(numeric, locale, year);
  return readNamedDay(text, locale, year);
}

function readNumericDay(parts: RegExpExecArray, locale: Locale, year: number): TypedDay | null {
  const [, a, separator, b, c] = parts;
  if (separator === '.' && (locale.separator !== '.' || c === undefined)) return null;
  if (locale.order[0] === 'year' || (a ?? '').length > 2) return null;
  const [one, two] = [Number(a), Number(b)];
  const [month, day] = locale.order[0] === 'month' ? [one, two] : [two, one];
  return makeDay(c === undefined ? year : fullYear(c), month, day, locale.datePattern);
}

const NAMED_FIRST = /^(\p{L}+)\.?\s+(\d{1,2})(?:,?\s+(\d{4}))?$/u;
const DAY_FIRST = /^(\d{1,2})[\s-]+(?:de\s+)?(\p{L}+)\.?(?:,?[\s-]+(?:de\s+)?(\d{2}|\d{4}))?$/u;

function readNamedDay(text: string, locale: Locale, year: number): TypedDay | null {
  const named = NAMED_FIRST.exec(text);
  const parts = named ? [named[2], named[1], named[3]] : DAY_FIRST.exec(text)?.slice(1);
  const [day, name, years] = parts ?? [];
  const month = name && locale.months.get(plainWord(name));
  if (!day || !month) return null;
  return makeDay(years ? fullYear(years) : year, month, Number(day), locale.datePattern);
}

const fullYear = (text: string): number => {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 30 ? 2000 + year : 1900 + year;
};

function makeDay(year: number, month: number, day: number, pattern: string): TypedDay | null {
  const civil = civilOf(year, month, day, 0, 0, 0);
  return civil === null ? null : { serial: serialOfCivil(civil), pattern };
}

/** The pattern a JS date brings along: with a clock only when it has a time. */
export function dateFormat(present: string, serial: number, locale: Locale): string {
  if (present !== '' && present !== '@') return present;
  const day = locale.datePattern;
  return Number.isInteger(serial) ? day : `${day} H:mm:ss`;
}
