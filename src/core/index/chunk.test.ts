// Chunk texts: any numbers come back exactly, and one series is found without reading the others.
import fc from 'fast-check';
import type { Product } from '../daily';
import { BASE_METRICS, type Metrics, NO_METRICS } from '../metrics';
import {
  type ButtonSums,
  bucketOf,
  type Chunk,
  type ChunkRow,
  decodeChunk,
  encodeChunk,
  findRecord,
} from './chunk';
import { noSums, SUMS_LENGTH } from './sums';

const runs = { numRuns: 200, seed: 20260101 };
const anyNumber = fc.oneof(
  fc.nat(),
  fc.constantFrom(0, 1, 35, 36, 0.0725, 0.1 + 0.2, 1e-7, 5e-324, 123_456_789.12),
  fc.constantFrom(Number.MAX_SAFE_INTEGER, 2 ** 53, 1e21, -1, -0.5, -36),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
);
const anyMetrics = fc
  .tuple(...BASE_METRICS.map(() => fc.option(anyNumber, { nil: null })))
  .map(
    (values) =>
      Object.fromEntries(BASE_METRICS.map((name, i) => [name, values[i] ?? null])) as Metrics,
  );
const BUTTONS = [
  { type: 'url_button', label: 'Ver: "ofertas"; !,|\n' },
  { type: 'quick_reply_button', label: '' },
];
const anyRow: fc.Arbitrary<ChunkRow> = fc
  .record({
    dayOfMonth: fc.integer({ min: 1, max: 31 }),
    product: fc.constantFrom<Product>('cloud_api', 'marketing_messages'),
    metrics: anyMetrics,
    clicks: fc.array(fc.option(fc.nat(), { nil: null }), { maxLength: 2 }),
    others: fc.boolean(),
    daily: fc.boolean(),
  })
  .map(({ clicks, others, daily, ...row }) => ({
    ...row,
    ...(clicks.length > 0
      ? {
          buttons: clicks.map((count, i) => ({
            ...(BUTTONS[i] ?? { type: '', label: '' }),
            clicks: count,
            uniqueClicks: null,
            delivered: others ? row.metrics.delivered : null,
          })),
        }
      : {}),
    ...(others && row.product === 'marketing_messages' ? { conversions: true as const } : {}),
    ...(daily ? {} : { noDaily: true as const }),
  }));
const inOrder = (rows: ChunkRow[]): ChunkRow[] =>
  [...rows].sort((a, b) => a.dayOfMonth - b.dayOfMonth || (a.product < b.product ? -1 : 1));
const anyRecord = fc.record({
  carried: fc.array(fc.oneof(fc.constant(0), anyNumber), {
    minLength: SUMS_LENGTH,
    maxLength: SUMS_LENGTH,
  }),
  rows: fc
    .uniqueArray(anyRow, { maxLength: 12, selector: (row) => `${row.dayOfMonth}${row.product}` })
    .map(inOrder),
  buttons: fc.constant(BUTTONS.map((button) => ({ ...button, carried: [0, 0, 0] as ButtonSums }))),
});
const anyChunk: fc.Arbitrary<Chunk> = fc
  .uniqueArray(fc.tuple(fc.nat({ max: 2_000 }), anyRecord), {
    maxLength: 6,
    selector: ([series]) => series,
  })
  .map((entries) => new Map(entries.sort((a, b) => a[0] - b[0])));

test('a chunk comes back as it was, number for number', () => {
  fc.assert(
    fc.property(anyChunk, (chunk) => {
      const plain = ([series, { carried, rows }]: [
        number,
        { carried: number[]; rows: ChunkRow[] },
      ]): unknown => [
        series,
        // A total of -0 is nothing, as 0 is.
        carried.map((value) => value + 0),
        rows,
      ];
      expect([...decodeChunk(encodeChunk(chunk))].map(plain)).toEqual([...chunk].map(plain));
    }),
    runs,
  );
});

test('one series is found as the whole chunk has it, and no other is', () => {
  fc.assert(
    fc.property(anyChunk, fc.nat({ max: 2_000 }), (chunk, other) => {
      const text = encodeChunk(chunk);
      const whole = decodeChunk(text);
      for (const series of [...chunk.keys(), other]) {
        const record = findRecord(text, series);
        expect(record && { carried: record.carried, rows: record.rows }).toEqual(
          whole.has(series)
            ? { carried: whole.get(series)?.carried, rows: whole.get(series)?.rows }
            : null,
        );
      }
    }),
    runs,
  );
});

const chunkOf = (series: number, metrics: Partial<Metrics>): Chunk =>
  new Map([
    [
      series,
      {
        carried: noSums(),
        rows: [
          {
            dayOfMonth: 9,
            product: 'cloud_api' as Product,
            metrics: { ...NO_METRICS, ...metrics },
          },
        ],
      },
    ],
  ]);

test('series whose numbers end alike are not mixed up', () => {
  // In base 36 these are 1, 11 and b1.
  const chunk = new Map([
    ...chunkOf(1, { sent: 5 }),
    ...chunkOf(37, { sent: 6 }),
    ...chunkOf(397, { sent: 7 }),
  ]);
  const text = encodeChunk(chunk);
  expect([1, 37, 397].map((series) => findRecord(text, series)?.rows[0]?.metrics.sent)).toEqual([
    5, 6, 7,
  ]);
  expect(findRecord(text, 11)).toBeNull();
});

test('an empty chunk is an empty text and holds nothing', () => {
  expect(encodeChunk(new Map())).toBe('');
  expect(decodeChunk('').size).toBe(0);
  expect(findRecord('', 0)).toBeNull();
});

test('a reported 0 stays apart from nothing reported', () => {
  const row = decodeChunk(encodeChunk(chunkOf(0, { sent: 0, spent: 0 }))).get(0)?.rows[0];
  expect(row?.metrics).toEqual({ ...NO_METRICS, sent: 0, spent: 0 });
});

test('the text does not depend on the order in which rows were entered', () => {
  const rows: ChunkRow[] = [
    { dayOfMonth: 9, product: 'marketing_messages', metrics: { ...NO_METRICS, sent: 1 } },
    { dayOfMonth: 31, product: 'cloud_api', metrics: { ...NO_METRICS, sent: 2 } },
    { dayOfMonth: 9, product: 'cloud_api', metrics: { ...NO_METRICS, sent: 3 } },
  ];
  const text = (list: ChunkRow[]): string =>
    encodeChunk(new Map([[4, { carried: noSums(), rows: list }]]));
  expect(text([...rows].reverse())).toBe(text(rows));
});

test('ids are spread evenly, also when they follow each other', () => {
  const buckets = 8;
  const filled = new Array<number>(buckets).fill(0);
  for (let i = 0; i < 4_000; i += 1) {
    const bucket = bucketOf(`1422988012088${String(52_000 + i * 7)}`, buckets);
    filled[bucket] = (filled[bucket] ?? 0) + 1;
  }
  expect(Math.min(...filled)).toBeGreaterThan(350);
  expect(Math.max(...filled)).toBeLessThan(650);
});

test.each([
  ['', 0x811c9dc5],
  ['a', 0xe40c292c],
  ['foobar', 0xbf9cf968],
])('the bucket of %p is by the published FNV-1a hash', (id, hash) => {
  for (const buckets of [1, 7, 4, 31]) expect(bucketOf(id, buckets)).toBe(hash % buckets);
});
