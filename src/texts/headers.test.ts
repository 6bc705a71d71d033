// The words of the sheet: complete in every language, and readable back in all of them.
import { DAILY_KEYS, LOG_COLUMNS } from '../core/columns';
import { headerLanguage, knownHeaders } from './headers';
import type { SheetWords } from './server-words';
import { words } from './words';

const LANGUAGES = Object.entries(words.sheet) as [string, SheetWords][];

test('the English headers are those of the design', () => {
  const { daily, log } = words.sheet.en;
  expect(DAILY_KEYS.map((key) => daily[key])).toEqual(
    'Date, Week (Mon), Month, Account, Account ID, Template, Template ID, Language, Category, Product, Currency, Sent, Delivered, Read, Replied, Link clicks, Unique link clicks, Quick replies, Spent, Cost per delivered, Cost per click'.split(
      ', ',
    ),
  );
  expect(LOG_COLUMNS.map((key) => log[key])).toEqual(
    'When, Who started it, Dates, Added, Changed, Restated, Held back, Requests, Seconds, Result'.split(
      ', ',
    ),
  );
});

test.each(LANGUAGES)(
  'in %s every column has a header of its own',
  (_language, { daily, log, notes, who }) => {
    expect(Object.keys(daily)).toEqual(DAILY_KEYS);
    expect(Object.keys(log)).toEqual([...LOG_COLUMNS]);
    for (const titles of [Object.values(daily), Object.values(log)]) {
      expect(new Set(titles.map((title) => title.toLowerCase())).size).toBe(titles.length);
      for (const title of titles) expect(title).toMatch(/^\p{Lu}.*\S$/u);
    }
    for (const [key, note] of Object.entries(notes)) {
      expect(DAILY_KEYS).toContain(key);
      expect(note).toMatch(/\S\.$/);
    }
    expect(Object.keys(who)).toEqual(Object.keys(words.sheet.en.who));
  },
);

test.each(LANGUAGES)(
  'in %s the cost columns say that they are not to be added up',
  (_language, { notes }) => {
    expect(Object.keys(notes)).toEqual(Object.keys(words.sheet.en.notes));
    expect(notes.costPerClick).toContain('WA_COST_PER_CLICK');
    expect(notes.costPerDelivered).toContain('WA_COST_PER_DELIVERED');
  },
);

test('a header is known in every language, and none means two columns', () => {
  const known = knownHeaders(words);
  for (const [, { daily }] of LANGUAGES) {
    for (const key of DAILY_KEYS)
      expect([daily[key], known.get(daily[key])]).toEqual([daily[key], key]);
  }
  expect(known.get('My own column')).toBeUndefined();
  expect(known.get('constructor')).toBeUndefined();
});

test.each([
  ['pt_BR', 'pt'],
  ['pt_PT', 'pt'],
  ['pt', 'pt'],
  ['PT-BR', 'pt'],
  ['es_MX', 'es'],
  ['es', 'es'],
  ['en_US', 'en'],
  ['en_GB', 'en'],
  ['de_DE', 'en'],
  ['', 'en'],
])('the locale %p has its headers in %s', (locale, language) => {
  expect(headerLanguage(locale)).toBe(language);
});
