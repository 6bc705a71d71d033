// Dates by Java's patterns (`yyyy-MM-dd'T'HH:mm`), as Utilities.formatDate and parseDate use them.
import { civilOf, civilOfInstant, instantOfCivil, zoneOffset } from './serial';

interface Piece {
  letter: string;
  count: number;
  text: string;
}

function readPattern(pattern: string): Piece[] {
  const pieces: Piece[] = [];
  for (const [whole, quoted] of pattern.matchAll(/'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']+/g)) {
    if (quoted !== undefined) {
      pieces.push({
        letter: '',
        count: 0,
        text: quoted === '' ? "'" : quoted.replaceAll("''", "'"),
      });
    } else if (/[A-Za-z]/.test(whole)) {
      pieces.push({ letter: whole.charAt(0), count: whole.length, text: '' });
    } else pieces.push({ letter: '', count: 0, text: whole });
  }
  return pieces;
}

const word = (civil: Date, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' }).format(civil);

/** @example formatJavaDate(0, 'Etc/UTC', 'yyyy-MM-dd') // '1970-01-01' */
export function formatJavaDate(instant: number, zone: string, pattern: string): string {
  const civil = new Date(civilOfInstant(instant, zone));
  return readPattern(pattern)
    .map(({ letter, count, text }) => {
      const pad = (value: number) => String(value).padStart(count, '0');
      switch (letter) {
        case '':
          return text;
        case 'y':
          return count === 2
            ? String(civil.getUTCFullYear()).slice(-2)
            : pad(civil.getUTCFullYear());
        case 'M':
          if (count > 2) return word(civil, { month: count === 3 ? 'short' : 'long' });
          return pad(civil.getUTCMonth() + 1);
        case 'd':
          return pad(civil.getUTCDate());
        case 'E':
          return word(civil, { weekday: count > 3 ? 'long' : 'short' });
        case 'u':
          return pad(civil.getUTCDay() || 7);
        case 'a':
          return civil.getUTCHours() < 12 ? 'AM' : 'PM';
        case 'H':
          return pad(civil.getUTCHours());
        case 'h':
          return pad(civil.getUTCHours() % 12 || 12);
        case 'm':
          return pad(civil.getUTCMinutes());
        case 's':
          return pad(civil.getUTCSeconds());
        case 'S':
          return pad(civil.getUTCMilliseconds());
        case 'Z':
          return offsetText(instant, zone, '');
        case 'X':
          return zoneOffset(instant, zone) === 0
            ? 'Z'
            : offsetText(instant, zone, count > 2 ? ':' : '');
        default:
          throw new Error(`not emulated: date pattern letter ${letter}`);
      }
    })
    .join('');
}

function offsetText(instant: number, zone: string, separator: string): string {
  const minutes = Math.round(zoneOffset(instant, zone) / 60_000);
  const pad = (value: number) => String(value).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}${separator}${pad(size % 60)}`;
}

/** @throws when the text does not follow the pattern or names no real time */
export function parseJavaDate(text: string, zone: string, pattern: string): number {
  const pieces = readPattern(pattern);
  const source = pieces
    .map(({ letter, count, text: literal }) => {
      if (letter === '') return literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      if (!'yMdHms'.includes(letter) || (letter === 'M' && count > 2)) {
        throw new Error(`not emulated: reading date pattern letter ${letter}`);
      }
      return letter === 'y' ? '(\\d{4})' : '(\\d{1,2})';
    })
    .join('');
  const found = new RegExp(`^${source}$`).exec(text);
  const unparseable = () => new Error(`Unparseable date: "${text}"`);
  if (!found) throw unparseable();
  const parts: Record<string, number> = { y: 1970, M: 1, d: 1, H: 0, m: 0, s: 0 };
  pieces
    .filter(({ letter }) => letter !== '')
    .forEach(({ letter }, index) => {
      parts[letter] = Number(found[index + 1]);
    });
  const { y = 0, M = 0, d = 0, H = 0, m = 0, s = 0 } = parts;
  const civil = civilOf(y, M, d, H, m, s);
  if (civil === null) throw unparseable();
  return instantOfCivil(civil, zone);
}
