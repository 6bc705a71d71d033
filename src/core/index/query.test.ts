// Which chunks a range needs: at most two a series, and one wherever one will do.
import type { DailyRow } from '../daily';
import { NO_METRICS } from '../metrics';
import { createStore, sumOver, textAt, writeRows } from '../testing/index-store';
import { chunksFor, sumSeries } from './query';
import { baseIn, noSums, rowsIn } from './sums';

const row = (day: string, sent: number): DailyRow => ({
  accountId: 'A',
  day,
  templateId: '101',
  product: 'cloud_api',
  account: 'Acme',
  template: 'promo',
  language: 'en_US',
  category: 'MARKETING',
  currency: 'USD',
  metrics: { ...NO_METRICS, sent },
});
// Rows in August, October and December; none in September and November.
const STORE = createStore(1);
writeRows(STORE, [
  row('2026-08-10', 1),
  row('2026-08-31', 2),
  row('2026-10-01', 4),
  row('2026-10-15', 8),
  row('2026-12-31', 16),
]);
const month = (number: number): number => 2026 * 12 + number - 1;

test.each([
  ['a month with rows', '2026-10-01', '2026-10-31', [10], 12],
  ['part of a month', '2026-10-02', '2026-10-31', [10], 8],
  ['a day with a row', '2026-10-15', '2026-10-15', [10], 8],
  ['a day without one', '2026-10-14', '2026-10-14', [10], 0],
  ['from the first row on', '2026-08-01', '2026-10-31', [10], 15],
  ['from before the first row on', '2020-01-01', '2026-12-31', [12], 31],
  ['two months from their first day', '2026-10-01', '2026-12-31', [12, 8], 28],
  ['two months from within', '2026-10-02', '2026-12-31', [12, 10], 24],
  ['beginning in a month without rows', '2026-09-15', '2026-12-30', [12, 8], 12],
  ['ending in a month without rows', '2026-08-31', '2026-11-30', [10, 8], 14],
  ['a month without rows', '2026-11-01', '2026-11-30', [], 0],
  ['before all rows', '2026-01-01', '2026-07-31', [], 0],
  ['after all rows', '2027-01-01', '2027-12-31', [], 0],
  ['over a new year', '2026-12-31', '2027-01-31', [12], 16],
])('%s: %s to %s', (_name, from, to, months, sent) => {
  expect(chunksFor(STORE.head, 0, from, to)).toEqual(
    months.map((number) => ({ month: month(number), bucket: 0 })),
  );
  expect(baseIn(sumOver(STORE, 0, from, to), 'sent')[0]).toBe(sent);
});

test('a series there is not needs nothing and adds nothing', () => {
  expect(chunksFor(STORE.head, 9, '2026-01-01', '2026-12-31')).toEqual([]);
  const sums = noSums();
  sumSeries(STORE.head, 9, '2026-01-01', '2026-12-31', () => null, sums);
  expect(rowsIn(sums)).toBe(0);
});

test('sums are added to what is there already', () => {
  const sums = noSums();
  const read = (): never => {
    throw new Error('must not be read');
  };
  sumSeries(STORE.head, 0, '2026-11-01', '2026-11-30', read, sums);
  for (const [from, to] of [
    ['2026-10-01', '2026-10-31'],
    ['2026-08-15', '2026-12-31'],
  ] as const) {
    const one = sumOver(STORE, 0, from, to);
    one.forEach((value, i) => {
      sums[i] = (sums[i] ?? 0) + value;
    });
  }
  expect(baseIn(sums, 'sent')).toEqual([12 + 30, 2 + 4]);
  expect(textAt(STORE, { month: month(8), bucket: 0 })).not.toBe('');
});
