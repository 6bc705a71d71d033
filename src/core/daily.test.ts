// The value of every column of `WA Daily`, written out by hand.
import fc from 'fast-check';
import { DAILY_COLUMNS, type DailyColumn } from './columns';
import { cellValue, compareRows, type DailyRow, keyOf } from './daily';
import { DAILY_METRICS, NO_METRICS } from './metrics';
import { TABLES } from './tables';

const ROW: DailyRow = {
  accountId: '102290129340398',
  day: '2026-11-22',
  templateId: '90000000000000001',
  product: 'cloud_api',
  account: 'Loja Aurora',
  template: 'promo_black_friday',
  language: 'pt_BR',
  category: 'MARKETING',
  currency: 'BRL',
  metrics: {
    ...NO_METRICS,
    sent: 1_000,
    delivered: 800,
    read: 600,
    replied: 40,
    clicks: 160,
    uniqueClicks: 120,
    quickReplies: 16,
    spent: 250,
  },
};

const VALUES: Record<DailyColumn, string | number> = {
  date: '2026-11-22',
  week: '2026-11-16',
  month: '2026-11-01',
  account: 'Loja Aurora',
  accountId: '102290129340398',
  template: 'promo_black_friday',
  templateId: '90000000000000001',
  language: 'pt_BR',
  category: 'MARKETING',
  product: 'Cloud API',
  currency: 'BRL',
  sent: 1_000,
  delivered: 800,
  read: 600,
  replied: 40,
  clicks: 160,
  uniqueClicks: 120,
  quickReplies: 16,
  spent: 250,
  costPerDelivered: 0.3125,
  costPerClick: 1.5625,
};

test.each(Object.entries(VALUES) as [DailyColumn, string | number][])(
  'column %s holds %p',
  (column, value) => {
    expect(cellValue(ROW, column)).toBe(value);
  },
);

test('the columns stand in the order of the design, and each has a kind', () => {
  expect(TABLES.daily.keys).toEqual(Object.keys(VALUES));
  const kinds = new Map<string, string>(DAILY_COLUMNS);
  const ofKind = (kind: string): string[] =>
    TABLES.daily.keys.filter((key) => kinds.get(key) === kind);
  expect(ofKind('day')).toEqual(['date', 'week']);
  expect(ofKind('month')).toEqual(['month']);
  expect(ofKind('money')).toEqual(['spent']);
  expect(ofKind('unitPrice')).toEqual(['costPerDelivered', 'costPerClick']);
  expect(ofKind('count')).toEqual(DAILY_METRICS.filter((name) => name !== 'spent'));
  expect(ofKind('text')).toHaveLength(8);
});

test('what is not reported is empty, what is 0 is 0', () => {
  const none = {
    ...ROW,
    currency: null,
    metrics: { ...ROW.metrics, clicks: null, spent: 0, read: 0 },
  };
  expect(cellValue(none, 'clicks')).toBeNull();
  expect(cellValue(none, 'costPerClick')).toBeNull();
  expect(cellValue(none, 'currency')).toBeNull();
  expect(cellValue(none, 'read')).toBe(0);
  expect(cellValue(none, 'spent')).toBe(0);
  expect(cellValue(none, 'costPerDelivered')).toBe(0);
});

test('nothing is divided by 0', () => {
  const still = { ...ROW, metrics: { ...ROW.metrics, delivered: 0, clicks: 0 } };
  expect(cellValue(still, 'costPerDelivered')).toBeNull();
  expect(cellValue(still, 'costPerClick')).toBeNull();
});

test('the other product has its own word', () => {
  expect(cellValue({ ...ROW, product: 'marketing_messages' }, 'product')).toBe(
    'Marketing Messages',
  );
});

test('only account, day, template and product make a key', () => {
  const key = keyOf(ROW);
  expect(keyOf({ ...ROW, account: 'x', template: 'y', category: 'UTILITY' } as DailyRow)).toBe(key);
  for (const change of [
    { accountId: '7' },
    { day: '2026-11-21' },
    { templateId: '7' },
    { product: 'marketing_messages' as const },
  ]) {
    expect(keyOf({ ...ROW, ...change })).not.toBe(key);
  }
});

test('rows are ordered by day, account, template, product, whatever order they come in', () => {
  const ordered = ['2026-11-01', '2026-11-02'].flatMap((day) =>
    ['1', '2'].flatMap((accountId) =>
      ['10', '9'].flatMap((templateId) =>
        (['cloud_api', 'marketing_messages'] as const).map((product) => ({
          accountId,
          day,
          templateId,
          product,
        })),
      ),
    ),
  );
  fc.assert(
    fc.property(fc.shuffledSubarray(ordered, { minLength: ordered.length }), (shuffled) => {
      expect([...shuffled].sort(compareRows)).toEqual(ordered);
    }),
    { numRuns: 50, seed: 20260101 },
  );
});
