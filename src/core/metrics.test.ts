// Ratios and what counts as traffic.
import {
  divide,
  hasTraffic,
  isMoney,
  type Metrics,
  NO_METRICS,
  numberIn,
  RATIO_NAMES,
  ratioOf,
} from './metrics';

const metrics = (some: Partial<Metrics>): Metrics => ({ ...NO_METRICS, ...some });

test.each([
  [12, 4, 3],
  [0, 4, 0],
  [12, 0, null],
  [0, 0, null],
  [null, 4, null],
  [12, null, null],
  [null, null, null],
])('%p over %p is %p', (part, whole, answer) => {
  expect(divide(part, whole)).toBe(answer);
});

const FULL = metrics({
  sent: 100,
  delivered: 80,
  read: 40,
  replied: 5,
  clicks: 16,
  uniqueClicks: 12,
  quickReplies: 8,
  spent: 10,
  appPurchaseValue: 15,
  websitePurchaseValue: 20,
});
test.each([
  ['costPerDelivered', 0.125],
  ['costPerClick', 0.625],
  ['costPerReply', 2],
  ['deliveryRate', 0.8],
  ['readRate', 0.5],
  ['replyRate', 0.0625],
  ['clickRate', 0.2],
  ['roas', 3.5],
] as const)('%s of a row is %p', (name, answer) => {
  expect(ratioOf(FULL, name)).toBe(answer);
  expect(ratioOf(NO_METRICS, name)).toBeNull();
});

test('the table above names every ratio there is', () => {
  expect([...RATIO_NAMES].sort()).toEqual([
    'clickRate',
    'costPerClick',
    'costPerDelivered',
    'costPerReply',
    'deliveryRate',
    'readRate',
    'replyRate',
    'roas',
  ]);
});

test('money is what is spent or earned, and what is divided from it', () => {
  expect(
    (
      [
        'spent',
        'costPerClick',
        'costPerDelivered',
        'costPerReply',
        'purchaseValue',
        'roas',
      ] as const
    ).every(isMoney),
  ).toBe(true);
  expect(
    (['sent', 'clicks', 'deliveryRate', 'clickRate', 'replyRate'] as const).some(isMoney),
  ).toBe(false);
});

test.each(Object.keys(NO_METRICS) as (keyof Metrics)[])(
  'a row with only %s above 0 has traffic',
  (name) => {
    expect(hasTraffic(metrics({ [name]: 1 }))).toBe(true);
    expect(hasTraffic(metrics({ [name]: 0 }))).toBe(false);
  },
);

test('a row without any number has no traffic', () => {
  expect(hasTraffic(NO_METRICS)).toBe(false);
  expect(hasTraffic(metrics({ spent: 0.0001 }))).toBe(true);
});

test.each([
  [2, 3, 5],
  [2, 0, 2],
  [null, 3, 3],
  [2, null, 2],
  [null, null, null],
])('purchases of %p in the app and %p on the website are %p', (app, website, all) => {
  const some = metrics({ appPurchases: app, websitePurchases: website });
  expect(numberIn(some, 'purchases')).toBe(all);
});

test('a number of its own is itself', () => {
  expect(numberIn(FULL, 'sent')).toBe(100);
});
