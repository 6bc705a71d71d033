// When a metric over totals is 0, empty, or a number.
import { addRow, noSums } from '../index/sums';
import { NO_METRICS } from '../metrics';
import { valueIn } from './totals';

/** A template on a day on which nothing was sent and three things were bought. */
const boughtOnly = () => {
  const sums = noSums();
  addRow(sums, { ...NO_METRICS, websitePurchases: 3 }, false);
  return new Map([['BRL', sums]]);
};

test('over days without rows every number is 0', () => {
  expect(valueIn(new Map(), 'sent')).toBe(0);
  expect(valueIn(new Map(), 'appActivations')).toBe(0);
});

test('a row of conversions alone leaves those it does not report empty', () => {
  expect(valueIn(boughtOnly(), 'purchases')).toBe(3);
  expect(valueIn(boughtOnly(), 'appActivations')).toBeNull();
  expect(valueIn(boughtOnly(), 'purchaseValue')).toBeNull();
});

test('a row of conversions alone is no row of sends', () => {
  expect(valueIn(boughtOnly(), 'sent')).toBe(0);
  expect(valueIn(boughtOnly(), 'spent')).toBe(0);
});
