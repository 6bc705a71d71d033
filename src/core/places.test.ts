// Where rows stand: the text form, what must be read, and when the hint is not to be believed.
import fc from 'fast-check';
import {
  addRows,
  agree,
  blocksFor,
  decodePlaces,
  encodePlaces,
  lastRowAbove,
  noPlaces,
  type Places,
  placesOf,
} from './places';

const runs = { numRuns: 200, seed: 20260101 };
const dayAt = (i: number): string =>
  new Date(Date.UTC(2026, 0, 1) + i * 86_400_000).toISOString().slice(0, 10);
const anyDays = fc.array(fc.integer({ min: 0, max: 40 }).map(dayAt), { maxLength: 60 });
const rowsFrom = (first: number, days: readonly string[]): { rowNumber: number; day: string }[] =>
  days.map((day, i) => ({ rowNumber: first + i, day }));

test('places come back from their text as they were', () => {
  fc.assert(
    fc.property(anyDays, fc.nat({ max: 5_000_000 }), (days, skipped) => {
      const places = placesOf(rowsFrom(2 + skipped, days), 1 + skipped + days.length, 9_000_000);
      expect(decodePlaces(encodePlaces(places))).toEqual(places);
    }),
    runs,
  );
});

test('no places come back as no places', () => {
  expect(decodePlaces(encodePlaces(noPlaces()))).toEqual({ end: 1, last: 1, runs: [] });
});

test.each([
  '',
  'hello',
  '5',
  '|5|g0k:2:1',
  '5|5|g0k',
  '5|5|g0k:2',
  '5|5|::',
  '5|5|g0k:2:1;',
  '5|5|;g0k:2:1',
  '5|5|g0k:2:1;;g0l:3:1',
  '5|5|g0k:2:1:9',
  '5|5|zzzzzzzz:2:1',
  '5|5|g0k:2:1\n',
  'Z|5|g0k:2:1',
  '-5|5|g0k:2:1',
  '5|g0k:2:1',
])('a damaged text %p is refused, not half read', (text) => {
  expect(decodePlaces(text)).toBeNull();
});

test('any text is either refused or read without an error', () => {
  const pieces = fc.stringMatching(/^[0-9a-z:;|]{0,24}$/);
  fc.assert(
    fc.property(fc.oneof(fc.string(), pieces), (text) => {
      const places = decodePlaces(text);
      for (const run of places?.runs ?? []) {
        expect(run.day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect(Number.isInteger(run.row) && Number.isInteger(run.count)).toBe(true);
      }
    }),
    runs,
  );
});

test('rows of one day that follow each other are one run', () => {
  const rows = [
    { rowNumber: 2, day: '2026-11-01' },
    { rowNumber: 3, day: '2026-11-01' },
    { rowNumber: 5, day: '2026-11-01' },
    { rowNumber: 6, day: '2026-11-02' },
  ];
  expect(placesOf(rows, 6, 9)).toEqual({
    end: 6,
    last: 9,
    runs: [
      { day: '2026-11-01', row: 2, count: 2 },
      { day: '2026-11-01', row: 5, count: 1 },
      { day: '2026-11-02', row: 6, count: 1 },
    ],
  });
});

test('appended rows are added without touching what was there', () => {
  const before = placesOf(rowsFrom(2, ['2026-11-01', '2026-11-02']), 3, 3);
  const after = addRows(before, 4, ['2026-11-02', '2026-11-03']);
  expect(before.runs.map(({ count }) => count)).toEqual([1, 1]);
  expect(after.runs.map(({ day, count }) => [day, count])).toEqual([
    ['2026-11-01', 1],
    ['2026-11-02', 2],
    ['2026-11-03', 1],
  ]);
  expect([after.end, after.last]).toEqual([5, 5]);
  expect(
    agree(
      after,
      rowsFrom(2, ['2026-11-01', '2026-11-02', '2026-11-02', '2026-11-03']),
      '2026-11-01',
      '2026-11-03',
    ),
  ).toBe(true);
});

test('blocks hold every row of the days, are at most two, and never overlap', () => {
  const gaps = fc.array(
    fc.record({
      day: fc.integer({ min: 0, max: 20 }),
      gap: fc.nat({ max: 6_000 }),
      count: fc.integer({ min: 1, max: 50 }),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(
      gaps,
      fc.integer({ min: 0, max: 20 }),
      fc.nat({ max: 20 }),
      (list, from, length) => {
        let row = 2;
        const places: Places = { end: 1, last: 1, runs: [] };
        for (const { day, gap, count } of list) {
          row += gap;
          places.runs.push({ day: dayAt(day), row, count });
          row += count;
        }
        const wanted = places.runs.filter(
          (run) => run.day >= dayAt(from) && run.day <= dayAt(from + length),
        );
        const shuffled = { ...places, runs: [...places.runs].reverse() };
        const blocks = blocksFor(shuffled, dayAt(from), dayAt(from + length));
        expect(blocks.length).toBeLessThanOrEqual(2);
        for (const run of wanted) {
          expect(blocks.some((b) => b.first <= run.row && run.row + run.count - 1 <= b.last)).toBe(
            true,
          );
        }
        const [a, b] = blocks;
        if (a && b) expect(b.first).toBeGreaterThan(a.last);
        // No block begins or ends with rows nobody asked for.
        for (const block of blocks) {
          expect(wanted.some((run) => run.row === block.first)).toBe(true);
          expect(wanted.some((run) => run.row + run.count - 1 === block.last)).toBe(true);
        }
        if (wanted.length === 0) expect(blocks).toEqual([]);
      },
    ),
    runs,
  );
});

test.each([
  ['near runs are one block', [2, 1_000], [[2, 1_009]]],
  ['2,000 rows between are read along', [2, 2_011], [[2, 2_020]]],
  [
    'more than that is another call',
    [2, 2_012],
    [
      [2, 11],
      [2_012, 2_021],
    ],
  ],
  ['three far runs are read as one', [2, 9_000, 18_000], [[2, 18_009]]],
] as const)('%s', (_name, rows, blocks) => {
  const places = {
    end: 30_000,
    last: 30_000,
    runs: rows.map((row) => ({ day: '2026-11-01', row, count: 10 })),
  };
  expect(blocksFor(places, '2026-11-01', '2026-11-01')).toEqual(
    blocks.map(([first, last]) => ({ first, last })),
  );
});

const STOOD = ['2026-11-01', '2026-11-01', '2026-11-02', '2026-11-03'];
test.each([
  ['nothing moved', STOOD, true],
  [
    'two days were swapped by a sort',
    ['2026-11-02', '2026-11-01', '2026-11-01', '2026-11-03'],
    false,
  ],
  [
    'a row was overwritten by another day',
    ['2026-11-01', '2026-11-03', '2026-11-02', '2026-11-03'],
    false,
  ],
  ['a row is gone', ['2026-11-01', '2026-11-02', '2026-11-03'], false],
  ['a row was pasted below', [...STOOD, '2026-11-02'], false],
  [
    'a day outside the range changed',
    ['2026-11-01', '2026-11-01', '2026-11-02', '2026-12-09'],
    true,
  ],
])('whether places are believed when %s', (_name, days, believed) => {
  const places = placesOf(rowsFrom(2, STOOD), 5, 5);
  expect(agree(places, rowsFrom(2, days), '2026-11-01', '2026-11-02')).toBe(believed);
});

test('the last row above one is ours, whatever stands between', () => {
  const places = placesOf(
    [
      { rowNumber: 2, day: dayAt(0) },
      { rowNumber: 3, day: dayAt(0) },
      { rowNumber: 6, day: dayAt(1) },
      { rowNumber: 7, day: dayAt(1) },
    ],
    9,
    9,
  );
  expect([10, 8, 7, 6, 4, 2].map((row) => lastRowAbove(places, row))).toEqual([7, 7, 6, 3, 3, 1]);
});
