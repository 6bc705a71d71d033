// One line of the comparison, every column of it, worked out by hand from rows.
import { addRow, noSums, type Sums } from '../index/sums';
import { type Metrics, NO_METRICS } from '../metrics';
import { COMPARE_COLUMNS, placeOf } from './columns';
import type { ComparedTemplate } from './comparison';

const sums = (...rows: Partial<Metrics>[]): Sums => {
  const total = noSums();
  for (const row of rows) addRow(total, { ...NO_METRICS, ...row });
  return total;
};
const LABELS = {
  account: 'Acme',
  accountId: '1',
  template: 'promo',
  templateId: '11',
  language: 'en_US',
  category: 'MARKETING',
  status: 'APPROVED',
  quality: 'GREEN',
  text: 'Hello',
  buttons: 'Buy | Stop',
  currency: 'USD',
};
const line = (now: Sums | null, before: Sums | null): Record<string, unknown> => {
  const row: ComparedTemplate = {
    labels: LABELS,
    days: now && { from: '2026-11-16', to: '2026-11-22' },
    comparedDays: { from: '2026-11-09', to: '2026-11-15' },
    now,
    before,
  };
  return Object.fromEntries(COMPARE_COLUMNS.map(({ key, of }) => [key, of(row)]));
};

// The second row reports no clicks: it stays out of every ratio of clicks.
const NOW = sums(
  { sent: 1_000, delivered: 800, read: 600, replied: 40, clicks: 80, uniqueClicks: 60, spent: 40 },
  { sent: 200, delivered: 200, read: 100, replied: 0, spent: 10 },
  { sent: 0, appPurchases: 3, websitePurchases: 1, appPurchaseValue: 99.5, spent: 0.1 },
);
const BEFORE = sums({
  sent: 1_000,
  delivered: 1_000,
  read: 500,
  replied: 40,
  clicks: 100,
  quickReplies: 5,
  spent: 25,
});

test('every count, cost and rate is that of its rows', () => {
  expect(line(NOW, BEFORE)).toMatchObject({
    from: '2026-11-16',
    to: '2026-11-22',
    comparedFrom: '2026-11-09',
    comparedTo: '2026-11-15',
    ...LABELS,
    sent: 1_200,
    delivered: 1_000,
    read: 700,
    replied: 40,
    clicks: 80,
    uniqueClicks: 60,
    quickReplies: null,
    spent: 50.1,
    addToCart: null,
    purchases: 4,
    purchaseValue: 99.5,
    costPerDelivered: 0.05,
    costPerClick: 0.5,
    costPerReply: 1.25,
    roas: 995,
    deliveryRate: 0.83333333333333,
    readRate: 0.7,
    replyRate: 0.04,
    clickRate: 0.1,
  });
});

test('low and high are those of the very counts behind a rate', () => {
  const values = line(NOW, BEFORE);
  // 80 of 800 and 700 of 1,000, from the formula as textbooks print it, with another language's arithmetic.
  expect(values.clickRateLow).toBeCloseTo(0.081085, 6);
  expect(values.clickRateHigh).toBeCloseTo(0.122738, 6);
  expect(values.readRateLow).toBeCloseTo(0.670876, 6);
  expect(values.readRateHigh).toBeCloseTo(0.727593, 6);
});

test('changes and words are against the compared days', () => {
  expect(line(NOW, BEFORE)).toMatchObject({
    sentChange: 0.2,
    deliveredChange: 0,
    clicksChange: -0.2,
    quickRepliesChange: null,
    spentChange: 1.004,
    costPerDeliveredChange: 1,
    costPerClickChange: 1,
    costPerReplyChange: 1,
    roasChange: null,
    readRateChange: 0.4,
    clickRateChange: 0,
    deliveryRateVerdict: 'down',
    readRateVerdict: 'up',
    replyRateVerdict: 'chance',
    clickRateVerdict: 'chance',
  });
});

test('nothing is compared where the compared days are not held', () => {
  const values = line(NOW, null);
  for (const { key, part } of COMPARE_COLUMNS) {
    if (part === 'change' || part === 'verdict') expect([key, values[key]]).toEqual([key, null]);
  }
  expect(values.clickRate).toBe(0.1);
});

test('days without rows are zero, days not held are empty', () => {
  expect(line(noSums(), BEFORE)).toMatchObject({
    sent: 0,
    purchases: 0,
    spent: 0,
    costPerClick: null,
    clickRate: null,
    clickRateLow: null,
    sentChange: -1,
    clickRateVerdict: null,
  });
  expect(line(null, null)).toMatchObject({ from: null, to: null, sent: null, spent: null });
});

test('more clicks than deliveries have a rate, and no bounds or word', () => {
  expect(line(sums({ delivered: 100, clicks: 120 }), BEFORE)).toMatchObject({
    clickRate: 1.2,
    clickRateLow: null,
    clickRateHigh: null,
    clickRateVerdict: null,
  });
});

test('the columns are those of the design, each once', () => {
  const keys = COMPARE_COLUMNS.map(({ key }) => key);
  expect(keys.slice(0, 30).join(' ')).toBe(
    'from to account accountId template templateId language category status quality text buttons currency ' +
      'sent delivered read replied clicks uniqueClicks quickReplies spent addToCart checkouts purchases ' +
      'purchaseValue appActivations costPerDelivered costPerClick costPerReply roas',
  );
  expect(keys.slice(30, 44).join(' ')).toBe(
    'deliveryRate deliveryRateLow deliveryRateHigh readRate readRateLow readRateHigh ' +
      'replyRate replyRateLow replyRateHigh clickRate clickRateLow clickRateHigh comparedFrom comparedTo',
  );
  expect(keys.slice(44)).toHaveLength(21 + 4);
  expect(new Set(keys).size).toBe(69);
  expect(placeOf('templateId')).toBe(6);
});
