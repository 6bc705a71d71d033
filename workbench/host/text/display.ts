// Shows a value as the cell does: by its number format and the spreadsheet's locale.
import type { Locale } from './locale';
import { isDatePattern } from './pattern';
import { civilOfSerial } from './serial';

type Value = string | number | boolean | null;

export function displayValue(value: Value, pattern: string, locale: Locale): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? locale.words.true : locale.words.false;
  if (pattern === '' || pattern === '@') return displayPlain(value, locale);
  if (isDatePattern(pattern)) return displayDate(value, pattern, locale);
  return displayNumber(value, pattern, locale);
}

function displayPlain(value: number, locale: Locale): string {
  const text =
    value !== 0 && (Math.abs(value) >= 1e15 || Math.abs(value) < 1e-9)
      ? value
          .toExponential()
          .replace(/e([+-])(\d)$/, 'E$10$2')
          .replace('e', 'E')
      : String(Number(value.toPrecision(15)));
  return text.replace('.', locale.decimal);
}

const DATE_TOKEN =
  /"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[(h+|m+|s+)\]|am\/pm|a\/p|y+|m+|d+|h+|s+|\.0+|[\s\S]/gi;

interface Token {
  text: string;
  kind: string;
}

function displayDate(serial: number, pattern: string, locale: Locale): string {
  const tokens = dateTokens(pattern.split(';')[0] ?? '');
  const halfDay = tokens.some((token) => token.kind === 'half');
  const civil = new Date(civilOfSerial(serial));
  return tokens
    .map((token, index) => {
      if (token.kind === 'text') return token.text;
      if (token.kind === 'half') return civil.getUTCHours() < 12 ? 'AM' : 'PM';
      if (token.kind === 'span') return displaySpan(serial, token.text);
      if (token.kind === 'm' && isMinute(tokens, index)) return pad(civil.getUTCMinutes(), token);
      return displayPart(civil, token, halfDay, locale);
    })
    .join('');
}

function dateTokens(pattern: string): Token[] {
  const tokens: Token[] = [];
  for (const match of pattern.matchAll(DATE_TOKEN)) {
    const [whole, quoted, escaped, symbol, span] = match;
    const literal = quoted ?? escaped ?? symbol;
    if (literal !== undefined) tokens.push({ text: literal, kind: 'text' });
    else if (span) tokens.push({ text: span.toLowerCase(), kind: 'span' });
    else if (/^a/i.test(whole) && whole.length > 1) tokens.push({ text: whole, kind: 'half' });
    else if (/^[ymdhs]/i.test(whole))
      tokens.push({ text: whole, kind: whole.charAt(0).toLowerCase() });
    else if (/^\.0/.test(whole)) tokens.push({ text: whole, kind: 'fraction' });
    else tokens.push({ text: whole, kind: 'text' });
  }
  return tokens;
}

/** `m` means minutes after hours or before seconds, months elsewhere. */
function isMinute(tokens: Token[], index: number): boolean {
  const clock = (token: Token | undefined) =>
    token && token.kind !== 'text' && token.kind !== 'half';
  const before = tokens.slice(0, index).reverse().find(clock);
  const after = tokens.slice(index + 1).find(clock);
  return (
    before?.kind === 'h' ||
    (before?.kind === 'span' && before.text.startsWith('h')) ||
    after?.kind === 's'
  );
}

const pad = (value: number, token: Token): string =>
  String(value).padStart(token.text.length > 1 ? 2 : 1, '0');

function displaySpan(serial: number, unit: string): string {
  const seconds = Math.round(serial * 86_400);
  const by = unit.startsWith('h') ? 3600 : unit.startsWith('m') ? 60 : 1;
  return String(Math.floor(seconds / by)).padStart(unit.length, '0');
}

function displayPart(civil: Date, token: Token, halfDay: boolean, locale: Locale): string {
  const size = token.text.length;
  const name = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale.tag, { ...options, timeZone: 'UTC' }).format(civil);
  switch (token.kind) {
    case 'y':
      return size > 2
        ? String(civil.getUTCFullYear()).padStart(4, '0')
        : String(civil.getUTCFullYear() % 100).padStart(2, '0');
    case 'm':
      if (size === 3) return name({ month: 'short' });
      if (size === 4) return name({ month: 'long' });
      if (size > 4) return name({ month: 'narrow' });
      return pad(civil.getUTCMonth() + 1, token);
    case 'd':
      if (size === 3) return name({ weekday: 'short' });
      if (size > 3) return name({ weekday: 'long' });
      return pad(civil.getUTCDate(), token);
    case 'h': {
      const hour = civil.getUTCHours();
      return pad(halfDay ? hour % 12 || 12 : hour, token);
    }
    case 's':
      return pad(civil.getUTCSeconds(), token);
    default:
      return (
        locale.decimal +
        String(civil.getUTCMilliseconds())
          .padStart(3, '0')
          .slice(0, size - 1)
          .padEnd(size - 1, '0')
      );
  }
}

const NUMBER_PART = /"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|_.|\*.|[\s\S]/g;

/** Number patterns: sections, `0 # , . %`, exponent, literals and currency marks. */
function displayNumber(value: number, pattern: string, locale: Locale): string {
  const sections = pattern.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const section =
    value < 0 && sections[1] ? sections[1] : value === 0 && sections[2] ? sections[2] : sections[0];
  const minus = value < 0 && !sections[1] ? '-' : '';
  let before = '';
  let after = '';
  let digits = '';
  let percent = 0;
  for (const match of (section ?? '').matchAll(NUMBER_PART)) {
    const [whole, quoted, escaped, symbol] = match;
    const literal = quoted ?? escaped ?? symbol;
    if (literal === undefined && /^[[_*]/.test(whole)) continue;
    if (literal === undefined && /[0#?.,eE+]/.test(whole) && (after === '' || digits === '')) {
      digits += whole;
      continue;
    }
    if (literal === undefined && whole === '-' && /[eE]$/.test(digits)) continue;
    if (literal === undefined && whole === '%') percent++;
    if (digits === '') before += literal ?? whole;
    else after += literal ?? whole;
  }
  if (digits === '') return before;
  return `${minus}${before}${displayDigits(Math.abs(value) * 100 ** percent, digits, locale)}${after}`;
}

function displayDigits(value: number, digits: string, locale: Locale): string {
  const exponent = /[eE]\+?(0+)$/.exec(digits);
  const [whole = '', fraction = ''] = digits.replace(/[eE].*$/, '').split('.');
  const most = fraction.length;
  const least = (fraction.match(/0/g) ?? []).length;
  if (exponent) {
    const [mantissa = '', power = '0'] = value.toExponential(most).split('e');
    const size = String(Math.abs(Number(power))).padStart((exponent[1] ?? '0').length, '0');
    return `${mantissa.replace('.', locale.decimal)}E${Number(power) < 0 ? '-' : '+'}${size}`;
  }
  const text = new Intl.NumberFormat('en-US', {
    minimumFractionDigits: least,
    maximumFractionDigits: Math.min(most, 20),
    minimumIntegerDigits: Math.max(1, (whole.match(/0/g) ?? []).length),
    useGrouping: whole.includes(','),
  }).format(value);
  return text.replace(/[.,]/g, (mark) => (mark === '.' ? locale.decimal : locale.group));
}
