// Running totals keep "not reported" apart from 0 and pair the parts of each ratio.
import { BASE_METRICS, type Metrics, NO_METRICS, RATIO_NAMES } from '../metrics';
import { addRow, addSums, baseIn, noSums, ratioIn, rowsIn, SUMS_LENGTH } from './sums';

const ROWS: Partial<Metrics>[] = [
  { sent: 10, delivered: 8, clicks: 2, spent: 4 },
  { sent: 20, delivered: 20, clicks: null, spent: 100 },
  { sent: 0, delivered: 0, clicks: 0, spent: 0 },
  { sent: 5, delivered: null, clicks: 3, spent: null },
];
const sum = (rows: readonly Partial<Metrics>[]): number[] => {
  const sums = noSums();
  for (const row of rows) addRow(sums, { ...NO_METRICS, ...row });
  return sums;
};

test('a metric is summed over the rows that report it, and these are counted', () => {
  const sums = sum(ROWS);
  expect(rowsIn(sums)).toBe(4);
  expect(baseIn(sums, 'sent')).toEqual([35, 4]);
  expect(baseIn(sums, 'delivered')).toEqual([28, 3]);
  expect(baseIn(sums, 'clicks')).toEqual([5, 3]);
  expect(baseIn(sums, 'spent')).toEqual([104, 3]);
  expect(baseIn(sums, 'read')).toEqual([0, 0]);
});

test('both parts of a ratio are summed over the rows that report both', () => {
  const sums = sum(ROWS);
  expect(ratioIn(sums, 'costPerClick')).toEqual([4, 2]);
  expect(ratioIn(sums, 'costPerDelivered')).toEqual([104, 28]);
  expect(ratioIn(sums, 'deliveryRate')).toEqual([28, 30]);
  expect(ratioIn(sums, 'clickRate')).toEqual([2, 8]);
  expect(ratioIn(sums, 'readRate')).toEqual([0, 0]);
});

test('totals of parts add up to the totals of the whole', () => {
  const total = sum(ROWS.slice(0, 2));
  addSums(total, sum(ROWS.slice(2)));
  expect(total).toEqual(sum(ROWS));
});

test('there is a place for every metric and none overlaps another', () => {
  expect(SUMS_LENGTH).toBe(1 + 2 * BASE_METRICS.length + 2 * RATIO_NAMES.length);
  for (const name of BASE_METRICS) {
    const sums = sum([{ [name]: 7 }]);
    expect(baseIn(sums, name)).toEqual([7, 1]);
    expect(BASE_METRICS.filter((other) => baseIn(sums, other)[1] > 0)).toEqual([name]);
    expect(RATIO_NAMES.every((ratio) => ratioIn(sums, ratio)[0] === 0)).toBe(true);
  }
});
