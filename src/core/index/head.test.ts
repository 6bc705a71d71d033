// The head's texts come back whole or not at all, and months with rows are counted right.
import fc from 'fast-check';
import {
  activeMonths,
  decodeHead,
  emptyHead,
  encodeHead,
  HEAD_PARTS,
  type Head,
  headRoom,
  INDEX_FORMAT,
  isActive,
  lastActive,
  type SeriesEntry,
  setActiveMonths,
} from './head';
import { sealHash } from './seal';

const runs = { numRuns: 200, seed: 20260101 };
const entry = (name: string, i = 0): SeriesEntry => [
  String(9e15 + i),
  name,
  'pt_BR',
  0,
  0,
  24_322,
  'v1',
];
const headOf = (names: readonly string[]): Head => ({
  ...emptyHead(),
  version: 7,
  accounts: [['1', 'Loja "Aurora" 🛍', 'BRL', 'America/Sao_Paulo']],
  categories: ['MARKETING'],
  series: names.map(entry),
  coverage: [
    { accountId: '1', dataset: 'templates', scope: 'all', fetched: [[1, 5]], complete: [[1, 4]] },
  ],
  selection: { from: '2026-11-01', to: '2026-11-22', templates: ['1', '2'] },
  lastComplete: '2026-11-21',
  keywords: { yesterday: ['2026-11-21', '2026-11-21'] },
});
/** Long enough for three parts and a bit. */
const LARGE = headOf(
  Array.from({ length: 1_200 }, (_, i) => `template_with_a_rather_long_name_${i}`),
);

test.each([
  ['empty', emptyHead()],
  ['of one part', headOf(['promo', 'with "quotes", \\ and\nlines'])],
  ['of several parts', LARGE],
])('a head %s comes back as it was', (_name, head) => {
  expect(decodeHead(encodeHead(head))).toEqual(head);
});

test('cells left over from a longer head are ignored', () => {
  const long = encodeHead(LARGE);
  const short = encodeHead(headOf(['promo']));
  expect(decodeHead([...short, ...long.slice(short.length), ''])).toEqual(headOf(['promo']));
});

test('every part fits a cell and never ends inside a character', () => {
  fc.assert(
    fc.property(fc.integer({ min: 29_600, max: 30_050 }), (length) => {
      const head = headOf([`${'x'.repeat(length)}${'🛍'.repeat(300)}`]);
      const parts = encodeHead(head);
      for (const part of parts) {
        expect(part.length).toBeLessThan(49_000);
        expect(part).toBe(part.toWellFormed());
      }
      expect(decodeHead(parts)).toEqual(head);
    }),
    { numRuns: 60, seed: 20260101 },
  );
});

test('a head that would not fit is refused aloud', () => {
  const head = headOf(
    Array.from({ length: HEAD_PARTS * 1_000 }, (_, i) => `long_template_name_${i}`),
  );
  expect(() => encodeHead(head)).toThrow(RangeError);
});

test('five thousand templates chosen one by one fit, their days written once', () => {
  const head = headOf(['promo']);
  head.coverage = Array.from({ length: 5_000 }, (_, i) => ({
    accountId: '100020003000401',
    dataset: 'templates' as const,
    scope: String(100_000_000_000_000 + i),
    fetched: [[20_700, 20_721]] as const,
    complete: [[20_700, i === 7 ? 20_719 : 20_720]] as const,
  })).map((entry) => ({ ...entry, fetched: [...entry.fetched], complete: [...entry.complete] }));
  const texts = encodeHead(head);
  expect(texts.join('').length).toBeLessThan(100_000);
  const byScope = (a: { scope: string }, b: { scope: string }) => (a.scope < b.scope ? -1 : 1);
  expect(decodeHead(texts)?.coverage.sort(byScope)).toEqual(head.coverage);
});

const parts = encodeHead(LARGE);
const OLDER = encodeHead({ ...LARGE, version: 6 });
const ONE = encodeHead(headOf(['promo']));
/** A text with the right mark in front of it, whatever it is. */
const marked = (text: string, count = 1): string => `${count}.1.${sealHash(text, 1)} ${text}`;
test.each<[string, (string | null | undefined)[]]>([
  ['there is nothing', []],
  ['the first part is missing', [null, ...parts.slice(1)]],
  ['the first part is empty', ['', ...parts.slice(1)]],
  ['a middle part is missing', [parts[0], '', ...parts.slice(2)]],
  ['the last part is missing', parts.slice(0, -1)],
  ['two parts changed places', [parts[0], parts[2], parts[1], ...parts.slice(3)]],
  ['the mark of the first part is cut off', [parts[0]?.slice(2), ...parts.slice(1)]],
  ['a part was cut', [parts[0], parts[1]?.slice(0, 100), ...parts.slice(2)]],
  [
    'a part lost a whole entry',
    [parts[0], parts[1]?.replace(/\["9[^\]]*\],/, ''), ...parts.slice(2)],
  ],
  ['a part is of the version before', [OLDER[0], ...parts.slice(1)]],
  ['a later part is of the version before', [parts[0], OLDER[1], ...parts.slice(2)]],
  ['a person typed there', ['hello', ...parts.slice(1)]],
  ['a person typed in a later part', [parts[0], 'hello', ...parts.slice(2)]],
  ['a digit was edited', [parts[0], parts[1]?.replace(/9000/, '9001'), ...parts.slice(2)]],
  ['the mark alone was edited', [ONE[0]?.replace('1.7.', '1.8.')]],
  ['there are no parts', [marked('', 0)]],
  ['the JSON is broken', [marked('{]')]],
  ['the JSON is nothing', [marked('null')]],
  ['the JSON is a list', [marked('[]')]],
  ['the format is another', [encodeHead({ ...emptyHead(), format: INDEX_FORMAT - 1 })[0]]],
  ['the directory is missing', [marked(`{"format":${INDEX_FORMAT}}`)]],
])('a head is refused when %s', (_name, texts) => {
  expect(decodeHead(texts)).toBeNull();
});

test('months with rows come back, and each answers for itself', () => {
  const anyMonths = fc.uniqueArray(fc.integer({ min: 24_200, max: 24_260 }), { maxLength: 30 });
  fc.assert(
    fc.property(anyMonths, (list) => {
      const months = [...list].sort((a, b) => a - b);
      const series = entry('promo');
      setActiveMonths(series, months);
      expect(activeMonths(series)).toEqual(months);
      const asked = Array.from({ length: 81 }, (_, i) => 24_190 + i);
      expect(asked.filter((month) => isActive(series, month))).toEqual(months);
      expect(asked.map((month) => lastActive(series, month))).toEqual(
        asked.map((month) => months.filter((other) => other <= month).pop() ?? null),
      );
    }),
    runs,
  );
});

test('the months of a series are short text: a digit for five of them', () => {
  const series = entry('promo');
  setActiveMonths(series, [100, 101, 102, 103, 104, 106]);
  expect(series.slice(5)).toEqual([100, 'v2']);
  setActiveMonths(series, []);
  expect(activeMonths(series)).toEqual([]);
  expect(lastActive(series, 99_999)).toBeNull();
});

test('any changed character of any part is noticed', () => {
  const anyPlace = fc.nat({ max: parts.length - 1 });
  fc.assert(
    fc.property(anyPlace, fc.nat(), fc.string({ maxLength: 2 }), (which, at, put) => {
      const part = parts[which] ?? '';
      const place = at % part.length;
      const edited = part.slice(0, place) + put + part.slice(place + 1);
      fc.pre(edited !== part);
      expect(decodeHead(parts.with(which, edited))).toBeNull();
    }),
    runs,
  );
});

test('there is room in the head exactly as long as it can be written', () => {
  const named = (count: number): Head => ({
    ...emptyHead(),
    series: Array.from({ length: count }, (_, i) => [
      String(10 ** 15 + i),
      `promo_${'x'.repeat(80)}_${i}`,
      'pt_BR',
      0,
      0,
      0,
      '',
    ]),
  });
  expect(headRoom(named(4_000))).toBeGreaterThan(0);
  expect(() => encodeHead(named(4_000))).not.toThrow();
  expect(headRoom(named(6_000))).toBeLessThan(0);
  expect(() => encodeHead(named(6_000))).toThrow(RangeError);
});
