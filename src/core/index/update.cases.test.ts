// Single cases of keeping the index up to date: which months are touched, corrections, limits.
import type { DailyRow } from '../daily';
import { BASE_METRICS, type Metrics } from '../metrics';
import { createStore, loadChunks, sumOver, writeRows } from '../testing/index-store';
import { row } from '../testing/rows';
import { emptyHead } from './head';
import { baseIn } from './sums';
import { encodeMonth, enterTemplate, firstMonthNeeded } from './update';

test('months before the touched one are neither read nor rewritten', () => {
  const store = createStore();
  writeRows(
    store,
    ['2025-01-05', '2025-03-05', '2025-06-05', '2026-02-05'].map((day) =>
      row('101', day, { sent: 10 }),
    ),
  );
  writeRows(store, [row('102', '2025-02-05', { sent: 7 })]);
  const before = new Map(store.texts);
  const changed = writeRows(store, [row('101', '2025-06-07', { sent: 5 })]);
  // June 2025 and February 2026, where the total carried in has changed.
  expect(changed).toEqual([2025 * 12 + 5, 2026 * 12 + 1]);
  for (const [month, texts] of before) {
    expect([month, store.texts.get(month) === texts]).toEqual([month, !changed.includes(month)]);
  }
  // What had to be read begins with the month that carries into June.
  expect(firstMonthNeeded(store.head, { daily: [row('101', '2025-06-07', {})] })).toBe(
    2025 * 12 + 2,
  );
  expect(firstMonthNeeded(store.head, { daily: [row('102', '2025-02-09', {})] })).toBe(
    2025 * 12 + 1,
  );
  expect(firstMonthNeeded(store.head, { daily: [row('new', '2026-04-09', {})] })).toBe(
    2026 * 12 + 3,
  );
  expect(firstMonthNeeded(store.head, { daily: [] })).toBe(Number.POSITIVE_INFINITY);
});

test('a month that is needed and not at hand is an error, not a wrong total', () => {
  const store = createStore();
  writeRows(store, [row('101', '2025-01-05', { sent: 10 })]);
  store.texts.delete(2025 * 12);
  expect(() => writeRows(store, [row('101', '2025-02-05', { sent: 5 })])).toThrow(RangeError);
});

test('a corrected category takes its day along and leaves nothing behind', () => {
  const store = createStore();
  writeRows(store, [
    row('101', '2026-11-20', { sent: 10 }),
    row('101', '2026-11-21', { sent: 20 }),
  ]);
  writeRows(store, [row('101', '2026-11-21', { sent: 20 }, { category: 'UTILITY' })]);
  expect(store.head.categories).toEqual(['MARKETING', 'UTILITY']);
  const sent = [0, 1].map((series) =>
    baseIn(sumOver(store, series, '2026-11-01', '2026-11-30'), 'sent'),
  );
  expect(sent).toEqual([
    [10, 1],
    [20, 1],
  ]);
  writeRows(store, [row('101', '2026-11-20', { sent: 10 }, { category: 'UTILITY' })]);
  expect(store.head.series[0]?.[6]).toBe('');
  expect([...store.texts.values()].flat().filter((text) => text !== '')).toHaveLength(1);
  expect([...loadChunks(store, 0).values()].flat().flatMap((chunk) => [...chunk.keys()])).toEqual([
    1,
  ]);
  expect(baseIn(sumOver(store, 1, '2026-11-01', '2026-11-30'), 'sent')).toEqual([30, 2]);
});

test('the same template id in two accounts is two series', () => {
  const store = createStore();
  writeRows(store, [
    row('101', '2026-11-20', { sent: 1 }),
    row('101', '2026-11-20', { sent: 2 }, { accountId: 'B', account: 'Loja', currency: 'BRL' }),
  ]);
  expect(store.head.series).toHaveLength(2);
  expect(
    [0, 1].map((series) => baseIn(sumOver(store, series, '2026-11-20', '2026-11-20'), 'sent')[0]),
  ).toEqual([1, 2]);
});

test('an account whose currency changed keeps its old money apart', () => {
  const store = createStore();
  writeRows(store, [
    row('101', '2026-10-20', { spent: 1 }),
    row('101', '2026-11-20', { spent: 2 }, { currency: 'EUR' }),
  ]);
  expect(store.head.accounts.map(([id, , currency]) => [id, currency])).toEqual([
    ['A', 'USD'],
    ['A', 'EUR'],
  ]);
  expect(
    [0, 1].map((series) => baseIn(sumOver(store, series, '2026-10-01', '2026-11-30'), 'spent')[0]),
  ).toEqual([1, 2]);
});

test('a month says so when a chunk no longer fits a cell', () => {
  const store = createStore(1);
  const month = Array.from({ length: 30 }, (_, i) => `2026-11-${String(i + 1).padStart(2, '0')}`);
  const full: Partial<Metrics> = Object.fromEntries(
    BASE_METRICS.map((name) => [name, 1_234_567.25]),
  );
  const fill = (templates: number): DailyRow[] =>
    Array.from({ length: templates }, (_, t) =>
      month.map((day) => row(String(101 + t), day, full)),
    ).flat();
  // 30 days with seventeen numbers of 11 characters and a separator are about 6,200 characters a template.
  writeRows(store, fill(7));
  expect(
    Math.max(...[...store.texts.values()].flat().map((text) => text.length)),
  ).toBeLessThanOrEqual(48_000);
  expect(() => writeRows(store, fill(8))).toThrow('does not fit');
  const chunks = loadChunks(store, 0);
  expect(encodeMonth(chunks, store.head, 2026 * 12 + 10)).toHaveLength(1);
  // A month without rows has one empty text a bucket.
  expect(encodeMonth(chunks, store.head, 5)).toEqual(['']);
});

test('a template is entered once, and its name and language follow', () => {
  const head = emptyHead();
  const template = {
    accountId: 'A',
    account: 'Acme',
    currency: 'USD',
    timeZone: null,
    templateId: '101',
    name: 'promo',
    language: 'en',
    category: 'MARKETING',
  };
  expect(enterTemplate(head, template)).toBe(0);
  expect(
    enterTemplate(head, { ...template, name: 'promo_2', account: 'Acme Ltd', timeZone: 'UTC' }),
  ).toBe(0);
  expect(enterTemplate(head, { ...template, name: 'promo_3', category: 'UTILITY' })).toBe(1);
  expect(enterTemplate(head, { ...template, templateId: '102' })).toBe(2);
  expect(
    head.series.map(([id, name, , category]) => [id, name, head.categories[category]]),
  ).toEqual([
    ['101', 'promo_3', 'MARKETING'],
    ['101', 'promo_3', 'UTILITY'],
    ['102', 'promo', 'MARKETING'],
  ]);
  expect(head.accounts).toEqual([['A', 'Acme', 'USD', 'UTC']]);
});
