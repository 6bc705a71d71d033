// The words of the sheet: complete in every language, and readable back in all of them.
import { LOG_COLUMNS } from '../core/columns';
import { TABLES, type Table } from '../core/tables';
import { headerLanguage, knownHeaders } from './headers';
import type { SheetWords } from './server-words';
import { words } from './words';

const LANGUAGES = Object.entries(words.sheet) as [string, SheetWords][];

const HEADERS: Record<Table['id'] | 'log', string> = {
  daily:
    'Date, Week (Mon), Month, Account, Account ID, Template, Template ID, Language, Category, Product, Currency, Sent, Delivered, Read, Replied, Link clicks, Unique link clicks, Quick replies, Spent, Cost per delivered, Cost per click',
  buttons:
    'Date, Week (Mon), Month, Account, Account ID, Template, Template ID, Language, Category, Product, Button type, Button, Clicks, Unique clicks, Template delivered, Click rate',
  conversions:
    'Date, Week (Mon), Month, Account, Account ID, Template, Template ID, Language, Category, Currency, Delivered, Spent, App add to cart, Website add to cart, App checkouts, Website checkouts, App purchases, Website purchases, App purchase value, Website purchase value, App activations',
  log: 'When, Who started it, Dates, Added, Changed, Restated, Held back, Requests, Seconds, Result',
};
const TABLE_LIST: Table[] = Object.values(TABLES);

test.each(TABLE_LIST)('the English headers of $name are those of the design', ({ id, keys }) => {
  const { columns } = words.sheet.en;
  expect(keys.map((key) => columns[key]).join(', ')).toBe(HEADERS[id]);
});

test('the English headers of the log are those of the design', () => {
  const { log } = words.sheet.en;
  expect(LOG_COLUMNS.map((key) => log[key]).join(', ')).toBe(HEADERS.log);
});

test.each(LANGUAGES)(
  'in %s every column has a header of its own in its tab',
  (_language, { columns, log, notes, who }) => {
    const all = new Set(TABLE_LIST.flatMap(({ keys }) => keys));
    expect([...all].filter((key) => !columns[key])).toEqual([]);
    expect(Object.keys(log)).toEqual([...LOG_COLUMNS]);
    const tabs = TABLE_LIST.map(({ keys }) => keys.map((key) => columns[key]));
    for (const titles of [...tabs, Object.values(log)]) {
      expect(new Set(titles.map((title) => title.toLowerCase())).size).toBe(titles.length);
      for (const title of titles) expect(title).toMatch(/^\p{Lu}.*\S$/u);
    }
    for (const [key, note] of Object.entries(notes)) {
      expect([...all]).toContain(key);
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

test.each(TABLE_LIST)(
  'a header of $name is known in every language, and none means two columns',
  ({ keys }) => {
    const known = knownHeaders(words, keys);
    for (const [, { columns }] of LANGUAGES) {
      for (const key of keys) {
        expect([columns[key], known.get(columns[key])]).toEqual([columns[key], key]);
      }
    }
    expect(known.get('My own column')).toBeUndefined();
    expect(known.get('constructor')).toBeUndefined();
  },
);

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
