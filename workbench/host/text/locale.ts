// What a spreadsheet's locale decides: separators, order of a date, words for true and false.

export interface Locale {
  code: string;
  /** BCP 47 tag for Intl. */
  tag: string;
  decimal: ',' | '.';
  group: string;
  order: ('day' | 'month' | 'year')[];
  separator: string;
  /** Pattern a typed date gets. */
  datePattern: string;
  words: { true: string; false: string };
  firstTab: string;
  /** Month names, long and short, in lower case without dots, to their number. */
  months: Map<string, number>;
}

const WORDS: Record<string, Pick<Locale, 'words' | 'firstTab'>> = {
  pt: { words: { true: 'VERDADEIRO', false: 'FALSO' }, firstTab: 'Página1' },
  es: { words: { true: 'VERDADERO', false: 'FALSO' }, firstTab: 'Hoja 1' },
};
const ENGLISH = { words: { true: 'TRUE', false: 'FALSE' }, firstTab: 'Sheet1' };

const known = new Map<string, Locale>();

/** @throws when the runtime does not know the locale. */
export function readLocale(code: string): Locale {
  const seen = known.get(code);
  if (seen) return seen;
  const tag = code.replace('_', '-');
  if (!/^[a-z]{2,3}(-[A-Z]{2})?$/.test(tag)) throw new Error(`Unknown locale: ${code}`);
  const numbers = new Intl.NumberFormat(tag, { useGrouping: true }).formatToParts(1234567.5);
  const find = (type: string) => numbers.find((part) => part.type === type)?.value;
  const dates = new Intl.DateTimeFormat(tag, { timeZone: 'UTC' }).formatToParts(
    Date.UTC(2026, 0, 2),
  );
  const order = dates.map((part) => part.type).filter(isDatePart);
  const locale: Locale = {
    code,
    tag,
    decimal: find('decimal') === ',' ? ',' : '.',
    group: find('group') ?? (find('decimal') === ',' ? '.' : ','),
    order,
    separator: dates.find((part) => part.type === 'literal')?.value.trim() || '/',
    datePattern: dates.map(patternOf).join(''),
    ...(WORDS[tag.slice(0, 2)] ?? ENGLISH),
    months: monthNames(tag),
  };
  known.set(code, locale);
  return locale;
}

function isDatePart(type: string): type is 'day' | 'month' | 'year' {
  return type === 'day' || type === 'month' || type === 'year';
}

function patternOf(part: Intl.DateTimeFormatPart): string {
  if (part.type === 'year') return 'yyyy';
  if (part.type === 'month') return 'M'.repeat(part.value.length);
  if (part.type === 'day') return 'd'.repeat(part.value.length);
  return part.value;
}

function monthNames(tag: string): Map<string, number> {
  const months = new Map<string, number>();
  for (const language of ['en', tag]) {
    for (const month of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' });
      for (let index = 0; index < 12; index++) {
        months.set(plainWord(format.format(Date.UTC(2026, index, 1))), index + 1);
      }
    }
  }
  return months;
}

export const plainWord = (word: string): string => word.toLowerCase().replaceAll('.', '');
