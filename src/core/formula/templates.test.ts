// Which templates and accounts an argument means, and what is suggested when it means none.
import { emptyHead, type Head } from '../index/head';
import { smallLedger } from '../testing/small-ledger';
import type { Cell } from './arguments';
import { createDirectory } from './directory';
import { resolveAccounts, resolveTemplates } from './templates';

const { head: HEAD } = smallLedger();
const asCall = (head: Head) => ({ head, directory: createDirectory(head) });
/** Ids stand for the series, so that the table below can be read. */
const ids = (series: readonly number[]): string[] =>
  series.map((i) => HEAD.series[i]?.[0] ?? '?').sort();
const LONG = '90000000000000012';
const LOJA = resolveAccounts('Loja Aurora', HEAD);
const ACME = resolveAccounts('Acme', HEAD);

test.each<[string, Cell, string[], boolean]>([
  ['a name, in all its languages', 'promo', ['11', LONG], false],
  ['a name in capitals with spaces', ' PROMO ', ['11', LONG], false],
  ['a name typed in small letters', 'promo_natal', ['21'], false],
  ['an id as text', LONG, [LONG], false],
  ['a short id as a number', 13, ['13'], false],
  ['every template', '*', ['11', '13', '14', '21', '23', LONG], true],
  ['a pattern', 'promo_*', ['14', '21'], true],
  ['a pattern in capitals', 'PROMO*', ['11', '14', '21', LONG], true],
  ['a pattern in the middle', '*_nat*', ['21'], true],
  ['a pattern of two stars', 'p*o', ['11', LONG], true],
  ['a category', 'category:MARKETING', ['11', '14', '21', LONG], true],
  ['a category in small letters', 'Category: utility', ['13', '23'], true],
  ['a language', 'language:pt_BR', ['21', '23', LONG], true],
  ['nothing: the choice of the sidebar', undefined, ['11', '13'], false],
  ['"selected"', 'SELECTED', ['11', '13'], false],
])('%s', (_name, cell, wanted, needsAll) => {
  const match = resolveTemplates(cell, asCall(HEAD), null);
  expect({ ids: ids(match?.series ?? []), needsAll: match?.needsAll }).toEqual({
    ids: [...wanted].sort(),
    needsAll,
  });
});

test('a blank cell means no template yet', () => {
  expect(resolveTemplates('', asCall(HEAD), null)).toBeNull();
  expect(resolveTemplates('  ', asCall(HEAD), null)).toBeNull();
});

test('"all templates" in the sidebar speaks of every template', () => {
  const all: Head = {
    ...HEAD,
    selection: { from: '2026-11-01', to: '2026-11-10', templates: 'all' },
  };
  const match = resolveTemplates(undefined, asCall(all), null);
  expect([match?.series.length, match?.needsAll]).toEqual([6, true]);
});

test('an account narrows every way of naming templates', () => {
  expect(ids(resolveTemplates('*', asCall(HEAD), LOJA)?.series ?? [])).toEqual(['21', '23']);
  expect(ids(resolveTemplates('promo*', asCall(HEAD), ACME)?.series ?? [])).toEqual([
    '11',
    '14',
    LONG,
  ]);
  expect(ids(resolveTemplates('category:UTILITY', asCall(HEAD), LOJA)?.series ?? [])).toEqual([
    '23',
  ]);
  expect(ids(resolveTemplates(undefined, asCall(HEAD), LOJA)?.series ?? [])).toEqual([]);
});

test('spaces around a name are not part of it, on either side', () => {
  const head: Head = { ...HEAD, series: [['77', ' Black Friday ', 'en', 0, 0, 0, '']] };
  expect(resolveTemplates('black friday', asCall(head), null)?.series).toEqual([0]);
  expect(resolveTemplates(' Black Friday ', asCall(head), null)?.series).toEqual([0]);
});

test('characters that mean something in a pattern language mean themselves', () => {
  const head: Head = {
    ...HEAD,
    series: HEAD.series.map((entry, i) =>
      i === 0 ? [entry[0], 'a.b(c)[d]+$^|\\{e}?', ...entry.slice(2)] : entry,
    ) as Head['series'],
  };
  expect(resolveTemplates('a.b(c)*', asCall(head), null)?.series).toEqual([0]);
  expect(resolveTemplates('*+$^|\\{e}?', asCall(head), null)?.series).toEqual([0]);
  expect(() => resolveTemplates('a.b.c*', asCall(head), null)).toThrow();
});

const refusal = (ask: () => unknown): unknown => {
  try {
    return ask();
  } catch (error) {
    return error;
  }
};

test.each<[string, Cell, string, Record<string, string>]>([
  ['a near name', 'prmo', 'template-guess', { name: 'prmo', guess: 'promo' }],
  [
    'a near name, as it is written',
    'promo_nadal',
    'template-guess',
    { name: 'promo_nadal', guess: 'Promo_Natal' },
  ],
  ['a far name', 'zzzzzz_qqqqqq_xxxxxx', 'template-unknown', { name: 'zzzzzz_qqqqqq_xxxxxx' }],
  ['a pattern nothing fits', 'summer_*', 'template-unknown', { name: 'summer_*' }],
  [
    'a category nothing has',
    'category:AUTHENTICATION',
    'template-unknown',
    { name: 'category:AUTHENTICATION' },
  ],
  ['a language nothing has', 'language:de', 'template-unknown', { name: 'language:de' }],
  ['an id of 17 digits as a number', Number('90000000000000012'), 'id-as-number', {}],
  ['a number of 16 digits', 1_000_000_000_000_000, 'id-as-number', {}],
  ['a truth value', true, 'template-bad', {}],
  ['a date', { day: '2026-11-01' }, 'template-bad', {}],
])('%s is refused', (_name, cell, code, facts) => {
  expect(refusal(() => resolveTemplates(cell, asCall(HEAD), null))).toMatchObject({
    name: 'FormulaError',
    code,
    facts,
  });
});

test('a number of 15 digits is still an id', () => {
  expect(refusal(() => resolveTemplates(999_999_999_999_999, asCall(HEAD), null))).toMatchObject({
    code: 'template-unknown',
  });
});

test('a name of another account is not suggested to itself', () => {
  expect(refusal(() => resolveTemplates('promo', asCall(HEAD), LOJA))).toMatchObject({
    code: 'template-unknown',
    facts: { name: 'promo' },
  });
  expect(refusal(() => resolveTemplates('olla', asCall(HEAD), LOJA))).toMatchObject({
    code: 'template-guess',
    facts: { guess: 'ola' },
  });
});

test('without a sync there is no selection', () => {
  expect(refusal(() => resolveTemplates(undefined, asCall(emptyHead()), null))).toMatchObject({
    code: 'no-selection',
  });
});

test('accounts are named by name or id, and by default all are meant', () => {
  expect(resolveAccounts(undefined, HEAD)).toBeNull();
  expect(resolveAccounts('', HEAD)).toBeNull();
  expect(resolveAccounts('109000000000001', HEAD)).toEqual(LOJA);
  expect(resolveAccounts(109_000_000_000_001, HEAD)).toEqual(LOJA);
  expect(resolveAccounts(' loja AURORA ', HEAD)).toEqual(LOJA);
  expect(LOJA).not.toEqual(ACME);
});

test('an account in two currencies is both of its entries', () => {
  const head: Head = {
    ...HEAD,
    accounts: [...HEAD.accounts, ['102290129340398', 'Acme', 'EUR', null]],
  };
  expect(resolveAccounts('Acme', head)?.size).toBe(2);
});

test('an unknown account is named as it was typed, beside those there are', () => {
  expect(refusal(() => resolveAccounts('Loja Azul', HEAD))).toMatchObject({
    code: 'account-unknown',
    facts: { name: 'Loja Azul', known: 'Acme, Loja Aurora' },
  });
  expect(refusal(() => resolveAccounts(1_090_000_000_000_001, HEAD))).toMatchObject({
    code: 'id-as-number',
  });
  expect(refusal(() => resolveAccounts(true, HEAD))).toMatchObject({ code: 'account-unknown' });
  expect(refusal(() => resolveAccounts({ day: '2026-11-01' }, HEAD))).toMatchObject({
    code: 'account-unknown',
    facts: { name: '2026-11-01' },
  });
});
