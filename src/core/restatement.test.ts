// What is believed of Meta's answer: design §3 rule 4, case by case.
import type { ButtonCount } from './clicks';
import type { DailyKey, Product } from './daily';
import { BASE_METRICS, type BaseMetric, type Metrics, NO_METRICS } from './metrics';
import {
  type Expiring,
  findUnbelievable,
  isPastLookBack,
  mergeMetrics,
  NOTHING_SEEN,
  resetsIn,
  seeAlso,
  unbelievedKey,
} from './restatement';

const SYNC_DAY = '2026-11-22';
/** Seven days before the sync day: the last one inside the look-back. */
const INSIDE = '2026-11-15';
/** Eight days before: the first one past it. */
const PAST = '2026-11-14';
const CONVERSIONS: BaseMetric[] = [
  ...(['appAddToCart', 'websiteAddToCart', 'appCheckouts', 'websiteCheckouts'] as const),
  ...(['appPurchases', 'websitePurchases', 'appPurchaseValue', 'websitePurchaseValue'] as const),
  'appActivations',
];
const EXPIRING: BaseMetric[] = [
  ...(['read', 'replied', 'clicks', 'uniqueClicks', 'quickReplies'] as const),
  ...CONVERSIONS,
];
const LASTING: BaseMetric[] = ['sent', 'delivered', 'spent'];

const metrics = (some: Partial<Metrics>): Metrics => ({ ...NO_METRICS, ...some });

test.each([
  [SYNC_DAY, false],
  ['2026-11-23', false],
  [INSIDE, false],
  [PAST, true],
  ['2025-11-22', true],
])('%s is past the look-back: %p', (day, past) => {
  expect(isPastLookBack(day, SYNC_DAY)).toBe(past);
});

test('the look-back reaches over a new year and a leap day', () => {
  expect(isPastLookBack('2026-12-27', '2027-01-03')).toBe(false);
  expect(isPastLookBack('2026-12-26', '2027-01-03')).toBe(true);
  expect(isPastLookBack('2028-02-28', '2028-03-06')).toBe(false);
  expect(isPastLookBack('2028-02-27', '2028-03-06')).toBe(true);
});

/** Old value, Meta's value, and what stays past the look-back; then how many numbers were held back. */
type Case = [old: number | null, incoming: number | null, kept: number | null, held: number];
const PAST_EXPIRING: Case[] = [
  [40, 0, 40, 1],
  [40, 39, 40, 1],
  [40, 40, 40, 0],
  [40, 41, 41, 0],
  [40, null, 40, 1],
  [0, null, 0, 0],
  [0, 0, 0, 0],
  [0, 3, 3, 0],
  [null, 3, 3, 0],
  [null, null, null, 0],
  [null, 0, null, 0],
];
test.each(EXPIRING.flatMap((name) => PAST_EXPIRING.map((row) => [name, ...row] as const)))(
  'past the look-back %s of %p with %p from Meta is %p',
  (name, old, incoming, kept, held) => {
    const merged = mergeMetrics(
      metrics({ [name]: old }),
      metrics({ [name]: incoming }),
      PAST,
      SYNC_DAY,
    );
    expect(merged).toEqual({ metrics: metrics({ [name]: kept }), held });
  },
);

const PAST_LASTING: Case[] = [
  [40, 39, 39, 0],
  [40, 0, 0, 0],
  [40, 41, 41, 0],
  [40, null, 40, 0],
  [null, 0, 0, 0],
  [null, 3, 3, 0],
];
test.each(LASTING.flatMap((name) => PAST_LASTING.map((row) => [name, ...row] as const)))(
  'past the look-back %s of %p with %p from Meta is %p',
  (name, old, incoming, kept, held) => {
    const merged = mergeMetrics(
      metrics({ [name]: old }),
      metrics({ [name]: incoming }),
      PAST,
      SYNC_DAY,
    );
    expect(merged).toEqual({ metrics: metrics({ [name]: kept }), held });
  },
);

test.each(
  BASE_METRICS.flatMap((name) =>
    (
      [
        [40, 0],
        [40, 39],
        [40, null],
        [null, 0],
        [0, null],
        [40, 41],
      ] as const
    ).map(([old, incoming]) => [name, old, incoming] as const),
  ),
)('inside the look-back %s of %p follows Meta to %p', (name, old, incoming) => {
  expect(
    mergeMetrics(metrics({ [name]: old }), metrics({ [name]: incoming }), INSIDE, SYNC_DAY),
  ).toEqual({ metrics: metrics({ [name]: incoming }), held: 0 });
});

test('merging changes neither of the two it is given', () => {
  const old = metrics({ read: 40 });
  const incoming = metrics({ read: 0 });
  mergeMetrics(old, incoming, PAST, SYNC_DAY);
  expect([old.read, incoming.read]).toEqual([40, 0]);
});

type Point = DailyKey & { metrics: Metrics; buttons: ButtonCount[] };
const button = (clicks: number, uniqueClicks: number | null): ButtonCount => ({
  type: 'url_button',
  label: 'Buy',
  clicks,
  uniqueClicks,
});
const point = (
  day: string,
  some: Partial<Metrics>,
  buttons: ButtonCount[] = [],
  { accountId = 'A', templateId = '1', product = 'cloud_api' as Product } = {},
): Point => ({ accountId, day, templateId, product, metrics: metrics(some), buttons });

test.each<[string, Point[], Expiring[]]>([
  [
    'old zeros beside young counts are resets',
    [
      point(PAST, { delivered: 9, read: 0, clicks: 0 }),
      point(INSIDE, { delivered: 9, read: 4, clicks: 1 }),
    ],
    ['read', 'clicks'],
  ],
  [
    'an absent old count is the same as a zero',
    [point(PAST, { delivered: 9, read: null }), point(INSIDE, { delivered: 9, read: 4 })],
    ['read'],
  ],
  [
    'one old count above 0 proves that old zeros are real',
    [
      point(PAST, { delivered: 9, read: 0, clicks: 0 }),
      point('2026-11-01', { delivered: 9, read: 1, clicks: 0 }),
      point(INSIDE, { delivered: 9, read: 4, clicks: 1 }),
    ],
    ['clicks'],
  ],
  [
    'no young count above 0: zeros are believed',
    [point(PAST, { delivered: 9, read: 0 }), point(INSIDE, { delivered: 9, read: 0 })],
    [],
  ],
  ['no young day at all: zeros are believed', [point(PAST, { delivered: 9, read: 0 })], []],
  [
    'nothing delivered on old days: zeros are natural',
    [point(PAST, { sent: 9, delivered: 0, read: 0 }), point(INSIDE, { delivered: 9, read: 4 })],
    [],
  ],
  ['no old day: nothing to reset', [point(INSIDE, { delivered: 9, read: 4 })], []],
  [
    'what was sent, delivered or spent is never a reset',
    [
      point(PAST, { sent: 0, delivered: 9, spent: 0 }),
      point(INSIDE, { sent: 9, delivered: 9, spent: 3 }),
    ],
    [],
  ],
  [
    'every count that expires is looked at',
    [
      point(PAST, { delivered: 9 }),
      point(INSIDE, {
        delivered: 9,
        read: 1,
        replied: 1,
        clicks: 1,
        uniqueClicks: 1,
        quickReplies: 1,
        ...Object.fromEntries(CONVERSIONS.map((name) => [name, 1])),
      }),
    ],
    EXPIRING,
  ],
  [
    'counts of buttons are looked at by themselves, whatever kind they are',
    [
      point(PAST, { delivered: 9 }, [button(0, 0)]),
      point(INSIDE, { delivered: 9 }, [button(2, 1)]),
    ],
    ['buttonClicks', 'buttonUniqueClicks'],
  ],
  [
    'one old button with clicks proves that old zeros of buttons are real',
    [
      point(PAST, { delivered: 9 }, [button(0, 0), button(1, null)]),
      point(INSIDE, { delivered: 9 }, [button(2, 1)]),
    ],
    ['buttonUniqueClicks'],
  ],
])('%s', (_name, points, names) => {
  const whole = seeAlso(NOTHING_SEEN, points, SYNC_DAY);
  expect(resetsIn(whole).sort()).toEqual([...names].sort());
  // However an answer is split into steps, in the end the same was seen.
  const inSteps = points.reduce((seen, one) => seeAlso(seen, [one], SYNC_DAY), NOTHING_SEEN);
  expect(inSteps).toEqual(whole);
});

const D1 = '2026-11-20';
const D2 = '2026-11-21';
test.each<[string, Point[], Point[], string[]]>([
  [
    'all points zero where messages were sent',
    [point(D1, { sent: 5 })],
    [point(D1, { sent: 0, delivered: 0 })],
    ['A|2026-11-20|cloud_api'],
  ],
  [
    'all points absent where messages were sent',
    [point(D1, { sent: 5 })],
    [],
    ['A|2026-11-20|cloud_api'],
  ],
  [
    'one template alive',
    [point(D1, { sent: 5 }), point(D1, { sent: 6 }, [], { templateId: '2' })],
    [point(D1, { sent: 0 }), point(D1, { sent: 6 }, [], { templateId: '2' })],
    [],
  ],
  [
    'one template absent, another alive',
    [point(D1, { sent: 5 }), point(D1, { sent: 6 }, [], { templateId: '2' })],
    [point(D1, { sent: 5 })],
    [],
  ],
  [
    'a new template alive',
    [point(D1, { sent: 5 })],
    [point(D1, { sent: 1 }, [], { templateId: '9' })],
    [],
  ],
  ['alive by its cost alone', [point(D1, { sent: 5 })], [point(D1, { sent: 0, spent: 0.1 })], []],
  [
    'nothing was sent before',
    [point(D1, { sent: 0, delivered: 0, spent: 1 })],
    [point(D1, { sent: 0 })],
    [],
  ],
  ['sent was not reported before', [point(D1, { delivered: 4 })], [], []],
  [
    'alive on another day',
    [point(D1, { sent: 5 })],
    [point(D2, { sent: 5 })],
    ['A|2026-11-20|cloud_api'],
  ],
  [
    'alive in another account',
    [point(D1, { sent: 5 })],
    [point(D1, { sent: 5 }, [], { accountId: 'B' })],
    ['A|2026-11-20|cloud_api'],
  ],
  [
    'alive through the other product',
    [point(D1, { sent: 5 })],
    [point(D1, { sent: 5 }, [], { product: 'marketing_messages' })],
    ['A|2026-11-20|cloud_api'],
  ],
  ['the ledger is empty', [], [point(D1, { sent: 0 })], []],
])('a day is doubted, or not: %s', (_name, existing, incoming, doubted) => {
  expect([...findUnbelievable(existing, incoming)]).toEqual(doubted);
});

test('the key of a doubt is account, day and product', () => {
  expect(unbelievedKey(point(D1, {}, [], { templateId: 'any' }))).toBe('A|2026-11-20|cloud_api');
});
