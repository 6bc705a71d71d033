// Which day a bucket holds, which points are believed, and how a repeated point is put together.
import fc from 'fast-check';
import type { RawGroup, RawPoint } from './answers';
import { NO_CONVERSIONS } from './conversions';
import { dayOfPoint, type Job, mergePoints, readPoints } from './points';
import type { Point } from './types';

const at = (iso: string) => Date.parse(iso) / 1000;
const raw = (start: string | number | null, more: Partial<RawPoint> = {}): RawPoint => ({
  template_id: '1',
  start: typeof start === 'string' ? at(start) : start,
  end: null,
  sent: 1,
  delivered: null,
  read: null,
  replied: null,
  clicked: null,
  cost: null,
  ...more,
});
const group = (points: RawPoint[], more: Partial<RawGroup> = {}): RawGroup => ({
  product_type: null,
  waba_timezone: null,
  data_points: points,
  ...more,
});
const job = (more: Partial<Job['request']> = {}): Job => ({
  request: {
    accountId: '9',
    product: 'cloud_api',
    templateIds: ['1', '2'],
    from: '2026-11-10',
    to: '2026-11-20',
    timeZone: null,
    fallbackZone: 'America/New_York',
    today: '2026-11-22',
    ...more,
  },
  ids: ['1', '2'],
  from: '2026-11-10',
  to: '2026-11-20',
});

test.each([
  ['midnight in the zone', '2026-11-16T03:00:00Z', 'America/Sao_Paulo', '2026-11-16'],
  ['midnight in UTC', '2026-11-16T00:00:00Z', 'America/Sao_Paulo', '2026-11-16'],
  ['midnight nowhere', '2026-11-16T01:00:00Z', 'America/Sao_Paulo', null],
  [
    'the first hour of a day without midnight',
    '2026-09-06T04:00:00Z',
    'America/Santiago',
    '2026-09-06',
  ],
  ['a zone a day ahead', '2026-11-15T10:00:00Z', 'Pacific/Kiritimati', '2026-11-16'],
  ['Lisbon in summer', '2026-07-01T23:00:00Z', 'Europe/Lisbon', '2026-07-02'],
  ['half an hour beside', '2026-07-01T13:00:00Z', 'Australia/Lord_Howe', null],
])('%s', (_name, start, zone, day) => {
  expect(dayOfPoint(raw(start), zone)).toBe(day);
});

test.each([
  ['without a start', raw(null)],
  ['reversed', raw('2026-11-16T00:00:00Z', { end: at('2026-11-15T00:00:00Z') })],
  ['empty', raw('2026-11-16T00:00:00Z', { end: at('2026-11-16T00:00:00Z') })],
  ['a week long', raw('2026-11-16T00:00:00Z', { end: at('2026-11-23T00:00:00Z') })],
  ['in milliseconds', raw(at('2026-11-16T00:00:00Z') * 1000)],
  ['beyond all time', raw(Number.MAX_SAFE_INTEGER)],
])('a bucket %s has no day', (_name, point) => {
  expect(dayOfPoint(point, 'UTC')).toBeNull();
  expect(readPoints([group([point])], job())).toMatchObject({ points: [], dropped: 1 });
});

test.each([23, 24, 25])('a day of %i hours is a day', (hours) => {
  const point = raw('2026-11-16T00:00:00Z', { end: at('2026-11-16T00:00:00Z') + hours * 3600 });
  expect(dayOfPoint(point, 'UTC')).toBe('2026-11-16');
});

test('days are read in the zone of the answer, else of the account, else of the spreadsheet', () => {
  const lisbon = raw('2026-11-16T00:00:00Z');
  const saoPaulo = raw('2026-11-16T03:00:00Z');
  const newYork = raw('2026-11-16T05:00:00Z');
  const dropped = (point: RawPoint, zone: string | null, timeZone: string | null) =>
    readPoints([group([point], { waba_timezone: zone })], job({ timeZone })).dropped;
  expect(dropped(saoPaulo, 'America/Sao_Paulo', 'Europe/Lisbon')).toBe(0);
  expect(dropped(saoPaulo, null, 'America/Sao_Paulo')).toBe(0);
  expect(dropped(saoPaulo, 'Mars/Olympus', 'America/Sao_Paulo')).toBe(0);
  expect(dropped(saoPaulo, null, null)).toBe(1);
  expect(dropped(newYork, null, null)).toBe(0);
  expect(dropped(lisbon, null, null)).toBe(0);
});

test('the zone is passed on only when it is one', () => {
  const zone = (name: string | null) =>
    readPoints([group([], { waba_timezone: name })], job()).zone;
  expect([zone('America/Sao_Paulo'), zone('Mars/Olympus'), zone(null)]).toEqual([
    'America/Sao_Paulo',
    null,
    null,
  ]);
});

test('points of other days and templates are left out and counted', () => {
  const read = readPoints(
    [
      group([
        raw('2026-11-09T05:00:00Z'),
        raw('2026-11-10T05:00:00Z'),
        raw('2026-11-20T05:00:00Z'),
        raw('2026-11-22T05:00:00Z'),
      ]),
      group([raw('2026-11-11T05:00:00Z', { template_id: '3' })]),
      { product_type: null, waba_timezone: null, data_points: null },
    ],
    job(),
  );
  expect(read.points.map(({ day }) => day)).toEqual(['2026-11-10', '2026-11-20']);
  expect(read.dropped).toBe(3);
});

const CLOUD = ['cloud_api', 'Cloud_API', 'CLOUD_API'];
const MARKETING = [
  'marketing_messages_api_for_whatsapp',
  'MARKETING_MESSAGES_LITE_API',
  'Marketing_Messages_Lite_API',
];
describe.each([
  ['cloud_api' as const, CLOUD, MARKETING],
  ['marketing_messages' as const, MARKETING, CLOUD],
])('asked for %s', (product, own, others) => {
  const readOf = (product_type: string | null, more: Partial<RawPoint> = {}) =>
    readPoints([group([raw('2026-11-13T05:00:00Z', more)], { product_type })], job({ product }));

  test.each([...own, null, ''])('a group of %p is its own', (word) => {
    expect(readOf(word)).toMatchObject({ points: [{ product, sent: 1 }], dropped: 0 });
  });

  test.each([...others, 'CAMPAIGN_INSIGHTS', 'marketing', 'cloud'])(
    'a group of %p is not, and is counted where it says something',
    (word) => {
      expect(readOf(word)).toMatchObject({ points: [], dropped: 1 });
      const silent = { sent: 0, clicked: [], cost: [{ type: 'amount_spent', value: null }] };
      expect(readOf(word, silent)).toMatchObject({ points: [], dropped: 0 });
      for (const more of [
        { clicked: [{ type: 'x', button_content: null, count: 1 }] },
        { cost: [{ type: 'amount_spent', value: '0.5' }] },
        { website_purchases: 1 } as object,
      ]) {
        expect(readOf(word, { ...silent, ...more }).dropped).toBe(1);
      }
    },
  );
});

test('the day after the last one was asked for to be safe, so it is left out in silence', () => {
  const read = readPoints([group([raw('2026-11-21T05:00:00Z')])], job());
  expect(read).toMatchObject({ points: [], dropped: 0 });
});

test.each([
  ['no list', null, null],
  ['no entry for it', [{ type: 'cost_per_delivered', value: 2 }], null],
  ['an entry without value', [{ type: 'amount_spent', value: null }], null],
  ['a zero', [{ type: 'amount_spent', value: 0 }], 0],
  [
    'an amount among others',
    [
      { type: 'x', value: 9 },
      { type: 'AMOUNT_SPENT', value: 1.25 },
    ],
    1.25,
  ],
])('spent with %s', (_name, cost, spent) => {
  const read = readPoints([group([raw('2026-11-16T05:00:00Z', { cost })])], job());
  expect(read.points[0]?.spent).toBe(spent);
});

test('clicks keep unknown types and missing labels; a row without a count says nothing', () => {
  const clicked = [
    { type: 'new_kind', button_content: 'A', count: 1 },
    { type: null, button_content: null, count: 2 },
    { type: 'url_button', button_content: 'B', count: null },
    { type: 'url_button', button_content: 'C', count: 0 },
  ];
  const read = readPoints([group([raw('2026-11-16T05:00:00Z', { clicked })])], job());
  expect(read.points[0]?.buttons).toEqual([
    { type: 'new_kind', label: 'A', count: 1 },
    { type: 'unknown', label: null, count: 2 },
    { type: 'url_button', label: 'C', count: 0 },
  ]);
});

const count = fc.option(fc.nat(5), { nil: null });
const anyPoint: fc.Arbitrary<Point> = fc.record({
  accountId: fc.constantFrom('1', '2'),
  templateId: fc.constantFrom('1', '2'),
  day: fc.constantFrom('2026-11-01', '2026-11-02'),
  product: fc.constantFrom('cloud_api', 'marketing_messages'),
  sent: count,
  delivered: count,
  read: count,
  replied: count,
  spent: count,
  conversions: fc.record({
    ...Object.fromEntries(Object.keys(NO_CONVERSIONS).map((name) => [name, count])),
  }) as unknown as fc.Arbitrary<Point['conversions']>,
  buttons: fc.option(
    fc.array(
      fc.record({
        type: fc.constantFrom('a', 'b'),
        label: fc.constantFrom('x', null),
        count: fc.nat(2),
      }),
      { maxLength: 3 },
    ),
    { nil: null },
  ),
});
const keyOf = (p: Point) => [p.accountId, p.templateId, p.day, p.product].join();
const sorted = (points: Point[]) => [...points].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));

test('repeated points become one, whatever order and however often they come', () => {
  fc.assert(
    fc.property(
      fc.array(anyPoint, { maxLength: 12 }),
      fc.infiniteStream(fc.nat()),
      (points, order) => {
        const merged = sorted(mergePoints(points));
        expect(new Set(merged.map(keyOf)).size).toBe(merged.length);
        const shuffled = points
          .map((point) => [order.next().value as number, point] as const)
          .sort((a, b) => a[0] - b[0])
          .map(([, point]) => point);
        expect(sorted(mergePoints(shuffled))).toEqual(merged);
        expect(sorted(mergePoints([...points, ...merged]))).toEqual(merged);
      },
    ),
    { numRuns: 300 },
  );
});

test('of two differing repetitions the larger numbers stay', () => {
  const base: Point = {
    accountId: '1',
    templateId: '1',
    day: '2026-11-01',
    product: 'cloud_api',
    sent: 10,
    delivered: 9,
    read: null,
    replied: 0,
    buttons: [{ type: 'url_button', label: 'A', count: 1 }],
    spent: 1.5,
    conversions: { ...NO_CONVERSIONS, appPurchases: 2, websitePurchaseValue: 9.5 },
  };
  const later: Point = {
    ...base,
    sent: 12,
    delivered: 8,
    read: 3,
    buttons: null,
    spent: null,
    conversions: { ...NO_CONVERSIONS, appPurchases: 1, websitePurchaseValue: 10, appCheckouts: 0 },
  };
  const conversions = {
    ...NO_CONVERSIONS,
    appPurchases: 2,
    websitePurchaseValue: 10,
    appCheckouts: 0,
  };
  const merged = { ...base, sent: 12, delivered: 9, read: 3, conversions };
  expect(mergePoints([base, later])).toEqual([merged]);
  expect(mergePoints([later, base])).toEqual([merged]);
  // Neither of the two was written into.
  expect([base.conversions.appPurchases, later.conversions.appCheckouts]).toEqual([2, 0]);
});
