// The words of `WA Templates` and of report tabs: complete in every language, every header its own.
import { COMPARE_COLUMNS, type CompareColumn } from '../core/compare/columns';
import { type CompareWords, compareNote, compareTitle } from './compare-words';
import { words } from './words';

const LANGUAGES = Object.entries(words.compare) as [string, CompareWords][];
const columnOf = (key: string): CompareColumn => {
  const column = COMPARE_COLUMNS.find((one) => one.key === key);
  if (!column) throw new Error(`There is no column ${key}.`);
  return column;
};

test('the English headers are those of the design', () => {
  const titles = COMPARE_COLUMNS.map((column) => compareTitle(words.compare.en, column));
  expect(titles.slice(0, 30)).toEqual(
    'From, To, Account, Account ID, Template, Template ID, Language, Category, Status, Quality, Text, Buttons, Currency, Sent, Delivered, Read, Replied, Link clicks, Unique link clicks, Quick replies, Spent, Add to cart, Checkouts, Purchases, Purchase value, App activations, Cost per delivered, Cost per click, Cost per reply, ROAS'.split(
      ', ',
    ),
  );
  expect(titles.slice(30, 36)).toEqual(
    'Delivery rate, Delivery rate low, Delivery rate high, Read rate, Read rate low, Read rate high'.split(
      ', ',
    ),
  );
  expect(titles.slice(42, 46)).toEqual([
    'Compared from',
    'Compared to',
    'Sent change',
    'Delivered change',
  ]);
  expect(titles).toContain('Read rate verdict');
  expect(words.compare.en.verdicts).toEqual({ up: 'up', down: 'down', chance: 'no clear change' });
});

test.each(LANGUAGES)('in %s every column has a header of its own', (_language, own) => {
  const titles = COMPARE_COLUMNS.map((column) => compareTitle(own, column));
  expect(new Set(titles.map((title) => title.toLowerCase())).size).toBe(titles.length);
  for (const title of titles) expect(title).toMatch(/^\p{Lu}.*\S$/u);
  for (const title of titles) expect(title).not.toMatch(/[{}]/);
});

test.each(LANGUAGES)('in %s every note is a sentence', (_language, own) => {
  expect(Object.keys(own.notes)).toEqual(Object.keys(words.compare.en.notes));
  for (const column of COMPARE_COLUMNS) {
    const note = compareNote(own, column);
    expect(note).toMatch(/^\S.*\S\.$/);
    expect(note).not.toMatch(/[{}]/);
  }
});

test.each(LANGUAGES)(
  'in %s the first note says how to keep own columns right',
  (_language, own) => {
    expect(compareNote(own, columnOf('from'))).toContain(own.columns.templateId);
  },
);

test.each(LANGUAGES)(
  'in %s the columns of a rate say whose intervals they are',
  (_language, own) => {
    expect(compareNote(own, columnOf('readRateLow'))).toContain('Wilson');
    expect(compareNote(own, columnOf('readRateVerdict'))).toContain('Newcombe');
  },
);

test.each(LANGUAGES)('in %s the report has all its words', (_language, { report }) => {
  expect(Object.keys(report)).toEqual(Object.keys(words.compare.en.report));
  for (const text of Object.values(report)) expect(text).toMatch(/^\p{Lu}.*\S$/u);
  for (const text of [report.about, report.mixed, report.notHeld]) expect(text).toMatch(/\.$/);
});

test('no sentence stands in two languages', () => {
  const [en, ...others] = LANGUAGES.map(([, own]) => [
    ...Object.values(own.notes),
    ...Object.values(own.partNotes),
    ...Object.values(own.verdicts),
    own.report.about,
  ]);
  for (const other of others) {
    expect((en ?? []).filter((sentence) => other.includes(sentence))).toEqual([]);
  }
});
