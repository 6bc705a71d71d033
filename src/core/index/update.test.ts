// The index against a naive sum over the rows, for ledgers built in any order with corrections.
import fc from 'fast-check';
import type { DailyRow, Product } from '../daily';
import { BASE_METRICS, type Metrics, RATIO_NAMES, ratioParts } from '../metrics';
import { tidy } from '../money';
import {
  createStore,
  type IndexStore,
  rebucketStore,
  seriesOf,
  sumOver,
  textAt,
  writeRows,
} from '../testing/index-store';
import { row } from '../testing/rows';
import { type ButtonSums, findRecord } from './chunk';
import { sumButtons } from './query';
import { baseIn, ratioIn, rowsIn, type Sums } from './sums';

const keyOfRow = (each: DailyRow): string =>
  [each.accountId, each.templateId, each.day, each.product].join('|');
const seriesKey = (each: DailyRow): string =>
  [each.accountId, each.currency, each.templateId, each.category].join('|');

/** A number of a row, or the sum of two. */
function numberIn(metrics: Metrics, name: string): number | null {
  if (name !== 'purchaseValue') return metrics[name as keyof Metrics];
  const { appPurchaseValue: app, websitePurchaseValue: website } = metrics;
  return app === null && website === null ? null : (app ?? 0) + (website ?? 0);
}

// Prices have four decimals; the naive sum counts them in whole ten-thousandths, so it is exact.
const UNIT = 10_000;
interface NaiveSums {
  rows: number;
  base: Record<string, [number, number]>;
  ratios: Record<string, [number, number]>;
}
function naiveSum(rows: readonly DailyRow[]): NaiveSums {
  const units = (name: string, value: number): number =>
    name === 'spent' ? Math.round(value * UNIT) : value;
  const back = (name: string, value: number): number => (name === 'spent' ? value / UNIT : value);
  const base: NaiveSums['base'] = {};
  for (const name of BASE_METRICS) {
    const values = rows
      .map(({ metrics }) => metrics[name])
      .filter((value): value is number => value !== null);
    base[name] = [
      back(
        name,
        values.reduce((sum, value) => sum + units(name, value), 0),
      ),
      values.length,
    ];
  }
  const ratios: NaiveSums['ratios'] = {};
  for (const name of RATIO_NAMES) {
    const [part, whole] = ratioParts(name);
    const both = rows.filter(
      ({ metrics }) => numberIn(metrics, part) !== null && numberIn(metrics, whole) !== null,
    );
    const total = (metric: string): number =>
      back(
        metric,
        both.reduce((sum, { metrics }) => sum + units(metric, numberIn(metrics, metric) ?? 0), 0),
      );
    ratios[name] = [total(part), total(whole)];
  }
  return { rows: rows.length, base, ratios };
}
const readable = (sums: Sums): NaiveSums => ({
  rows: rowsIn(sums),
  base: Object.fromEntries(
    BASE_METRICS.map((name) => [name, baseIn(sums, name).map(tidy) as [number, number]]),
  ),
  ratios: Object.fromEntries(
    RATIO_NAMES.map((name) => [name, ratioIn(sums, name).map(tidy) as [number, number]]),
  ),
});

const DAY = 86_400_000;
const START = Date.UTC(2025, 0, 1);
const DAYS = 730;
const dayAt = (i: number): string => new Date(START + i * DAY).toISOString().slice(0, 10);
const anyCount = fc.oneof(
  { weight: 1, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.nat({ max: 20_000 }) },
);
const anyMetrics = fc
  .tuple(
    fc.tuple(...BASE_METRICS.map(() => anyCount)),
    fc.option(fc.nat({ max: 2_000_000_000 }), { nil: null }),
  )
  .map(
    ([counts, spent]): Metrics => ({
      ...(Object.fromEntries(BASE_METRICS.map((name, i) => [name, counts[i] ?? null])) as Metrics),
      spent: spent === null ? null : spent / UNIT,
    }),
  );
const ACCOUNTS = [
  { accountId: 'A', account: 'Acme', currency: 'USD' },
  { accountId: 'B', account: 'Loja', currency: 'BRL' },
];
/** Days stand in bursts, so that some months are full, some thin and some without any row. */
const anyDay = fc
  .tuple(fc.constantFrom(0, 28, 58, 150, 360, 366, 540, 729), fc.nat({ max: 40 }))
  .map(([burst, more]) => dayAt(Math.min(burst + more, DAYS - 1)));
const anyRow = fc
  .record({
    account: fc.nat({ max: 1 }),
    templateId: fc.constantFrom('101', '102', '103', '104'),
    day: anyDay,
    product: fc.constantFrom<Product>('cloud_api', 'marketing_messages'),
    category: fc.constantFrom('MARKETING', 'MARKETING', 'UTILITY'),
    metrics: anyMetrics,
  })
  .map(({ account, templateId, day, metrics, ...more }) =>
    row(templateId, day, metrics, { ...ACCOUNTS[account], ...more }),
  );
/** Several writes; a key that comes again corrects its numbers and perhaps its category. */
const anyWaves = fc.array(
  fc.uniqueArray(anyRow, { minLength: 1, maxLength: 30, selector: keyOfRow }),
  { minLength: 1, maxLength: 5 },
);
const anyRange = fc
  .tuple(
    fc.integer({ min: -20, max: DAYS + 20 }),
    fc.oneof(fc.nat({ max: 45 }), fc.nat({ max: DAYS })),
  )
  .map(([from, length]): [string, string] => [dayAt(from), dayAt(from + length)]);
/** Whole months and whole years are what people ask for, and where an edge hides. */
const anyRanges = fc
  .tuple(
    fc.array(anyRange, { minLength: 2, maxLength: 5 }),
    fc.integer({ min: 0, max: 23 }),
    fc.integer({ min: 0, max: 23 }),
  )
  .map(([ranges, a, b]): [string, string][] => {
    const first = (month: number): string =>
      new Date(Date.UTC(2025, month, 1)).toISOString().slice(0, 10);
    const end = (month: number): string =>
      new Date(Date.UTC(2025, month + 1, 0)).toISOString().slice(0, 10);
    const [from, to] = [Math.min(a, b), Math.max(a, b)];
    return [
      ...ranges,
      [first(from), end(to)],
      [first(from), end(from)],
      [dayAt(0), dayAt(DAYS - 1)],
    ];
  });

/** Writes waves and gives what the rows then are, by their key. */
function write(store: IndexStore, waves: readonly DailyRow[][]): Map<string, DailyRow> {
  const now = new Map<string, DailyRow>();
  for (const wave of waves) {
    writeRows(store, wave);
    for (const each of wave) now.set(keyOfRow(each), each);
  }
  return now;
}
function expectSums(
  store: IndexStore,
  rows: readonly DailyRow[],
  ranges: readonly [string, string][],
): void {
  const all = new Map<string, DailyRow[]>();
  for (const each of rows) all.set(seriesKey(each), [...(all.get(seriesKey(each)) ?? []), each]);
  store.head.series.forEach(([id, , , category, account], series) => {
    const [accountId, , currency] = store.head.accounts[account] ?? ['', '', null];
    const own = all.get([accountId, currency, id, store.head.categories[category]].join('|')) ?? [];
    for (const [from, to] of ranges) {
      const wanted = naiveSum(own.filter(({ day }) => day >= from && day <= to));
      expect(readable(sumOver(store, series, from, to))).toEqual(wanted);
    }
  });
}

test('any range of any ledger sums to what its rows sum to', () => {
  fc.assert(
    fc.property(anyWaves, anyRanges, fc.constantFrom(1, 4, 9), (waves, ranges, buckets) => {
      const store = createStore(buckets);
      const now = write(store, waves);
      expectSums(store, [...now.values()], ranges);
    }),
    { numRuns: 200, seed: 20260101 },
  );
});

test('the order in which rows arrive does not show in the answers', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anyRow, { maxLength: 40, selector: keyOfRow }),
      fc.nat({ max: 39 }),
      (rows, cut) => {
        const whole = createStore();
        const parts = createStore();
        writeRows(whole, rows);
        const turned = [...rows].reverse();
        for (const part of [turned.slice(cut), turned.slice(0, cut)])
          if (part.length > 0) writeRows(parts, part);
        const answers = (store: IndexStore): string[] =>
          store.head.series
            .map(([id, , , category, account], series) =>
              JSON.stringify([
                id,
                store.head.categories[category],
                store.head.accounts[account]?.[0],
                readable(sumOver(store, series, dayAt(0), dayAt(DAYS - 1))),
              ]),
            )
            .sort();
        expect(answers(parts)).toEqual(answers(whole));
      },
    ),
    { numRuns: 60, seed: 20260101 },
  );
});

test('writing the same rows again leaves every text as it was', () => {
  fc.assert(
    fc.property(anyWaves, (waves) => {
      const store = createStore();
      const now = write(store, waves);
      const before = JSON.stringify([...store.texts]);
      writeRows(store, [...now.values()]);
      expect(JSON.stringify([...store.texts])).toBe(before);
    }),
    { numRuns: 60, seed: 20260101 },
  );
});

test('other buckets hold the same rows', () => {
  fc.assert(
    fc.property(anyWaves, fc.integer({ min: 1, max: 12 }), (waves, buckets) => {
      const store = createStore();
      const now = write(store, waves);
      rebucketStore(store, buckets);
      expect(store.head.buckets).toBe(buckets);
      expectSums(
        store,
        [...now.values()],
        [
          [dayAt(0), dayAt(DAYS - 1)],
          [dayAt(30), dayAt(365)],
        ],
      );
    }),
    { numRuns: 40, seed: 20260101 },
  );
});

test('small sums stay exact beside a long and costly history', () => {
  const store = createStore();
  const history = Array.from({ length: 700 }, (_, i) =>
    row('101', dayAt(i), { spent: 9_876.5432, clicks: 3 }),
  );
  writeRows(store, history);
  writeRows(store, [
    row('101', dayAt(705), { spent: 0.0725, clicks: 1 }),
    row('101', dayAt(715), { spent: 0, clicks: 1 }),
  ]);
  const series = seriesOf(store.head, row('101', dayAt(0), {}));
  expect(baseIn(sumOver(store, series, dayAt(700), dayAt(729)), 'spent')).toEqual([0.0725, 2]);
  expect(baseIn(sumOver(store, series, dayAt(706), dayAt(729)), 'spent')).toEqual([0, 1]);
});

test('the clicks of a button over any range are those of its rows', () => {
  const labels = ['Ver ofertas', 'A:b;c,d!e|"f"\n', ''];
  const buttonRow = (day: string, label: string, clicks: number | null): DailyRow =>
    row('101', day, { clicks, delivered: 50 }, { buttonType: 'url_button', button: label });
  const anyClick = fc.tuple(
    anyDay,
    fc.constantFrom(...labels),
    fc.option(fc.nat({ max: 99 }), { nil: null }),
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(anyClick, { maxLength: 9 }), { maxLength: 4 }),
      anyRanges,
      (waves, ranges) => {
        const store = createStore(1);
        const now = new Map<string, { day: string; label: string; clicks: number | null }>();
        for (const wave of waves) {
          for (const [day, label, clicks] of wave)
            now.set(`${day}|${label}`, { day, label, clicks });
          const days = [...new Set(wave.map(([day]) => day))];
          writeRows(
            store,
            days.map((day) => row('101', day, { sent: 50, delivered: 50 })),
            [...now.values()]
              .filter(({ day }) => days.includes(day))
              .map(({ day, label, clicks }) => buttonRow(day, label, clicks)),
          );
        }
        for (const [from, to] of ranges) {
          for (const label of labels) {
            const own = [...now.values()].filter(
              (click) => click.label === label && click.day >= from && click.day <= to,
            );
            const reported = own.flatMap(({ clicks }) => (clicks === null ? [] : [clicks]));
            expect(buttonsOver(store, from, to, label)).toEqual([
              own.length,
              reported.reduce((sum, clicks) => sum + clicks, 0),
              reported.length,
            ]);
          }
        }
      },
    ),
    { numRuns: 60, seed: 20260101 },
  );
});

function buttonsOver(store: IndexStore, from: string, to: string, label: string): ButtonSums {
  const sums: ButtonSums = [0, 0, 0];
  sumButtons(
    store.head,
    0,
    { from, to },
    (place, series) => findRecord(textAt(store, place), series),
    sums,
    (one) => one === label,
  );
  return sums;
}
