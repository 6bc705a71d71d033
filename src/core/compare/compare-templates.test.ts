// The comparison of a small ledger: which lines there are, over which days, and sums made from its rows.
import { noteFetched } from '../coverage';
import type { DailyRow } from '../daily';
import { findRecord } from '../index/chunk';
import type { RecordReader } from '../index/query';
import { enterTemplate } from '../index/update';
import { createStore, type IndexStore, writeRows } from '../testing/index-store';
import { row } from '../testing/rows';
import { COMPARE_COLUMNS } from './columns';
import {
  compareTemplates,
  earliestMonth,
  type ListedTemplate,
  type ListedTemplates,
  type Material,
} from './compare-templates';

const reader =
  ({ texts }: IndexStore): RecordReader =>
  ({ month, bucket }, series) =>
    findRecord(texts.get(month)?.[bucket] ?? '', series);

const TODAY = '2026-11-22';
const BRL = { accountId: 'B', account: 'Loja', currency: 'BRL' };
const ROWS: DailyRow[] = [
  row('1', '2026-10-20', { sent: 50, delivered: 40, spent: 2 }),
  row('1', '2026-11-10', { sent: 100, delivered: 90, clicks: 9, spent: 9 }),
  row('1', '2026-11-17', { sent: 200, delivered: 180, clicks: 30, spent: 18 }),
  row(
    '1',
    '2026-11-17',
    { sent: 20, delivered: 20, clicks: 5, spent: 2 },
    { product: 'marketing_messages' },
  ),
  // The same template in another category.
  row(
    '1',
    '2026-11-20',
    { sent: 10, delivered: 10, clicks: 1, spent: 0.5 },
    { category: 'UTILITY' },
  ),
  row('2', '2026-11-12', { sent: 7, delivered: 7 }),
  row('3', '2026-09-01', { sent: 1, delivered: 1 }),
  row('9', '2026-11-18', { sent: 1_000, delivered: 999, spent: 70.25 }, BRL),
];

/** Account A is held from 20 October, B from 14 November. */
function ledger(rows: readonly DailyRow[] = ROWS): IndexStore {
  const store = createStore();
  writeRows(store, rows);
  // Listed, as every sync enters it, but without a row.
  enterTemplate(store.head, {
    ...{ accountId: 'A', account: 'Acme', currency: 'USD', timeZone: null },
    ...{ templateId: '4', name: 't4', language: 'en_US', category: 'MARKETING' },
  });
  noteFetched(store.head, 'A', 'all', { from: '2026-10-20', to: TODAY }, TODAY);
  noteFetched(store.head, 'B', 'all', { from: '2026-11-14', to: '2026-11-21' }, TODAY);
  return store;
}
const listed = (id: string, more: Partial<ListedTemplate> = {}): ListedTemplate => ({
  id,
  name: `t${id}`,
  language: 'en_US',
  category: 'MARKETING',
  status: 'APPROVED',
  quality: 'GREEN',
  text: `Hello from ${id}`,
  buttons: [{ text: 'Buy' }, { text: 'Stop' }],
  ...more,
});
const LISTED = new Map([
  ['A', [listed('1', { category: 'UTILITY' }), listed('4', { quality: null })]],
  ['B', [listed('9')]],
]);
const CHOICE = { from: '2026-11-16', to: TODAY, templates: 'all', compareTo: 'weekday' } as const;

type Parts = Omit<Partial<Material>, 'listed'> & { listed?: ListedTemplates };
function compare(store: IndexStore, { listed = LISTED, ...more }: Parts = {}) {
  const templates = [...listed].flatMap(([accountId, list]) =>
    list.map((template) => [`${accountId}|${template.id}`, template] as const),
  );
  return compareTemplates({
    head: store.head,
    read: reader(store),
    choice: CHOICE,
    listed: new Map(templates),
    asked: new Set(listed.keys()),
    known: new Map(),
    accounts: ['A', 'B'],
    ...more,
  });
}
/** Lines as records by column key. */
const lines = (...args: Parameters<typeof compare>): Record<string, unknown>[] =>
  compare(...args).rows.map((one) =>
    Object.fromEntries(COMPARE_COLUMNS.map(({ key, of }) => [key, of(one)])),
  );
const names = (...args: Parameters<typeof compare>): unknown[] =>
  lines(...args).map(({ template }) => template);

test('a line for what Meta lists and for whatever else has rows in one of the periods', () => {
  // 3 has no rows in either, 2 has one in the compared days, 4 none at all but is listed.
  expect(names(ledger())).toEqual(['t1', 't2', 't4', 't9']);
});

test('two categories and two products are one line, with the category Meta says now', () => {
  expect(lines(ledger())[0]).toMatchObject({
    template: 't1',
    category: 'UTILITY',
    sent: 230,
    delivered: 210,
    clicks: 36,
    spent: 20.5,
    from: '2026-11-16',
    to: '2026-11-22',
    comparedFrom: '2026-11-09',
    comparedTo: '2026-11-15',
    sentChange: 1.3,
    spentChange: 1.2777777777778,
    text: 'Hello from 1',
    buttons: 'Buy | Stop',
    status: 'APPROVED',
    quality: 'GREEN',
  });
});

test('days after the last fetched one are left out, and the compared days are as many', () => {
  const [brl] = lines(ledger()).filter(({ currency }) => currency === 'BRL');
  expect(brl).toMatchObject({
    to: '2026-11-21',
    comparedFrom: '2026-11-09',
    comparedTo: '2026-11-14',
    sent: 1_000,
    sentChange: null,
  });
  expect(compare(ledger()).missing).toBe('2026-11-09');
});

test('from the first day held on, where the chosen days begin before it', () => {
  const choice = { ...CHOICE, from: '2026-10-01' };
  const [first] = lines(ledger(), { choice });
  expect(first).toMatchObject({ from: '2026-10-20', sent: 380, comparedTo: '2026-10-18' });
  expect(first).toMatchObject({ comparedFrom: '2026-09-15', sentChange: null });
});

test('after a gap only the days since it count', () => {
  const store = ledger();
  store.head.coverage = [];
  noteFetched(store.head, 'A', 'all', { from: '2026-11-01', to: '2026-11-16' }, TODAY);
  noteFetched(store.head, 'A', 'all', { from: '2026-11-18', to: TODAY }, TODAY);
  const choice = { ...CHOICE, compareTo: 'none' } as const;
  const [first] = lines(store, {
    choice,
    listed: new Map([['A', LISTED.get('A') ?? []]]),
    accounts: ['A'],
  });
  expect(first).toMatchObject({ from: '2026-11-18', sent: 10, comparedFrom: null });
});

test('a template whose days were never fetched has a line without numbers', () => {
  const store = ledger([...ROWS, row('c', '2026-11-18', { sent: 5 }, { accountId: 'C' })]);
  const all = new Map([...LISTED, ['C', [listed('c')]]]);
  const line = lines(store, { listed: all }).find(({ template }) => template === 'tc');
  expect(line).toMatchObject({ accountId: 'C', from: null, sent: null, spent: null });
});

test('of chosen templates there are exactly these, listed or not', () => {
  const choice = { ...CHOICE, templates: ['3', '9', 'nobody'] };
  expect(names(ledger(), { choice }).sort()).toEqual(['t3', 't9']);
});

test('days fetched for one template alone count for it when it is chosen', () => {
  const store = ledger();
  noteFetched(store.head, 'B', '9', { from: '2026-10-01', to: TODAY }, TODAY);
  const choice = { ...CHOICE, templates: ['9'] };
  expect(lines(store, { choice })[0]).toMatchObject({ to: TODAY, sentChange: null });
  expect(lines(store)[3]).toMatchObject({ to: '2026-11-21' });
  expect(compare(store, { choice }).missing).toBeNull();
});

describe('a template that Meta lists no more', () => {
  const kept = {
    accountId: 'A',
    templateId: '2',
    status: 'APPROVED',
    quality: 'RED',
    text: 'Old words',
    buttons: 'Old',
  };
  test('is marked, and keeps what the tab said of it', () => {
    const known = new Map([['A|2', kept]]);
    expect(lines(ledger(), { known })[1]).toMatchObject({
      template: 't2',
      category: 'MARKETING',
      status: 'DELETED',
      quality: 'RED',
      text: 'Old words',
      buttons: 'Old',
    });
  });
  test('has the category of its latest month', () => {
    const rows = [
      row('5', '2026-10-21', { sent: 1 }, { category: 'AUTHENTICATION' }),
      row('5', '2026-11-17', { sent: 1 }, { category: 'MARKETING' }),
      row('5', '2026-11-20', { sent: 1 }, { category: 'UTILITY' }),
    ];
    const line = lines(ledger([...ROWS, ...rows])).find(({ template }) => template === 't5');
    expect(line).toMatchObject({ category: 'UTILITY', sent: 2 });
  });
});

describe('an account that was not asked', () => {
  const known = new Map([
    [
      'A|2',
      { accountId: 'A', templateId: '2', status: 'PAUSED', quality: '', text: 'Two', buttons: '' },
    ],
    [
      'A|3',
      { accountId: 'A', templateId: '3', status: 'DELETED', quality: '', text: '', buttons: '' },
    ],
  ]);
  const listedB = new Map([['B', LISTED.get('B') ?? []]]);
  test('keeps what the tab says, and its templates but for the deleted ones', () => {
    const rest = lines(ledger(), { known, listed: listedB });
    expect(rest.map(({ template, status }) => [template, status])).toEqual([
      ['t1', ''],
      ['t2', 'PAUSED'],
      ['t4', ''],
      ['t9', 'APPROVED'],
    ]);
    expect(rest[1]).toMatchObject({ text: 'Two' });
  });
  test('shows only templates with rows once it is none of this file any more', () => {
    const store = ledger([...ROWS, row('6', '2026-09-02', { sent: 1 })]);
    const parts = { known, listed: listedB };
    expect(names(store, { ...parts, accounts: ['A', 'B'] })).toContain('t6');
    expect(names(store, { ...parts, accounts: ['B'] })).toEqual(['t1', 't2', 't9']);
  });
});

test('words that Meta leaves out are those the tab has', () => {
  const silent = new Map([['A', [listed('1', { text: '', buttons: [] })]]]);
  const kept = {
    accountId: 'A',
    templateId: '1',
    status: 'X',
    quality: 'X',
    text: 'Hi',
    buttons: 'Go',
  };
  expect(lines(ledger(), { listed: silent, known: new Map([['A|1', kept]]) })[0]).toMatchObject({
    text: 'Hi',
    buttons: 'Go',
    status: 'APPROVED',
    quality: 'GREEN',
  });
});

test('an account billed in two currencies has a line for each, never added', () => {
  const rows = [
    row('7', '2026-11-16', { sent: 3, spent: 3 }),
    row('7', '2026-11-19', { sent: 4, spent: 20 }, { currency: 'BRL' }),
  ];
  const sevens = lines(ledger([...ROWS, ...rows])).filter(({ template }) => template === 't7');
  expect(sevens.map(({ currency, sent, spent }) => [currency, sent, spent]).sort()).toEqual([
    ['BRL', 4, 20],
    ['USD', 3, 3],
  ]);
});

test('without rows the line is of the currency the account has now', () => {
  const store = ledger();
  const known = { accountId: 'A', account: 'Acme', timeZone: null, name: 't4', language: 'en_US' };
  const currency = 'BRL';
  enterTemplate(store.head, { ...known, currency, templateId: '4', category: 'MARKETING' });
  const line = lines(store).find(({ template }) => template === 't4');
  expect(line).toMatchObject({ currency: 'BRL', sent: 0, spent: 0, costPerClick: null });
});

test('texts are as a cell gives them back', () => {
  const odd = new Map([['A', [listed('1', { text: 'a\r\nb\u0000\rc', name: 'n\ud83d' })]]]);
  expect(lines(ledger(), { listed: odd })[0]).toMatchObject({
    text: 'a\r\nb\rc',
    template: 'n\ufffd',
  });
});

test('totals equal those of the rows, whatever days are chosen', () => {
  const rows: DailyRow[] = [];
  for (let i = 0; i < 400; i += 1) {
    const day = new Date(Date.UTC(2026, 8, 1) + ((i * 37) % 83) * 86_400_000)
      .toISOString()
      .slice(0, 10);
    const clicks = i % 5 === 0 ? null : i % 7;
    const product = i % 3 === 0 ? 'marketing_messages' : 'cloud_api';
    const key = rows.find(
      (one) => one.day === day && one.templateId === `${i % 6}` && one.product === product,
    );
    if (!key)
      rows.push(
        row(
          `${i % 6}`,
          day,
          { sent: i, delivered: i - (i % 4), clicks, spent: i / 8 },
          { product },
        ),
      );
  }
  const store = createStore();
  writeRows(store, rows);
  noteFetched(store.head, 'A', 'all', { from: '2026-08-01', to: '2026-11-30' }, '2026-11-30');
  for (const [from, to] of [
    ['2026-09-01', '2026-11-30'],
    ['2026-10-31', '2026-11-01'],
    ['2026-10-05', '2026-10-09'],
    ['2026-09-30', '2026-11-14'],
  ] as const) {
    const choice = { from, to, templates: 'all', compareTo: 'none' } as const;
    for (const line of lines(store, { choice, listed: new Map(), accounts: [] })) {
      const own = rows.filter(
        ({ templateId, day }) => templateId === line.templateId && day >= from && day <= to,
      );
      const sum = (name: 'sent' | 'delivered' | 'spent'): number =>
        own.reduce((all, { metrics }) => all + (metrics[name] ?? 0), 0);
      const clicked = own.filter(({ metrics }) => metrics.clicks !== null);
      const clicks = clicked.reduce((all, { metrics }) => all + Number(metrics.clicks), 0);
      const paid = clicked.reduce((all, { metrics }) => all + Number(metrics.spent), 0);
      expect(line).toMatchObject({
        sent: sum('sent'),
        delivered: sum('delivered'),
        spent: sum('spent'),
      });
      expect(line.clicks).toBe(clicked.length > 0 ? clicks : null);
      if (clicks > 0) expect(line.costPerClick).toBeCloseTo(paid / clicks, 12);
    }
  }
});

test('no month is read before the earliest one that is said to be needed', () => {
  const store = ledger();
  noteFetched(store.head, 'A', '3', { from: '2026-08-01', to: TODAY }, TODAY);
  for (const compareTo of ['none', 'previous', 'weekday', 'year'] as const) {
    for (const templates of ['all' as const, ['1', '3']]) {
      for (const from of ['2026-09-15', '2026-10-25', '2026-11-01', '2026-11-16']) {
        const choice = { from, to: TODAY, templates, compareTo };
        const first = earliestMonth(store.head, choice);
        const read: RecordReader = (place, series) => {
          if (place.month >= first) return reader(store)(place, series);
          // What the latest row of a template is, is asked for any month, and may be unknown.
          return null;
        };
        expect(lines(store, { choice, read })).toEqual(lines(store, { choice }));
      }
    }
  }
});
