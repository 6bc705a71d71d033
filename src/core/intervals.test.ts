// Interval sets against plain sets of days.
import fc from 'fast-check';
import { addInterval, holdsDay, type Interval, missingIn, removeDay, unite } from './intervals';

const LIMIT = 60;
const days = (set: readonly Interval[]): number[] => {
  const all: number[] = [];
  for (let day = -5; day < LIMIT + 5; day += 1) {
    if (set.some(([first, last]) => first <= day && day <= last)) all.push(day);
  }
  return all;
};
const anyInterval = fc
  .tuple(fc.integer({ min: 0, max: LIMIT }), fc.integer({ min: 0, max: 12 }))
  .map(([first, length]): Interval => [first, Math.min(first + length, LIMIT)]);
const anyList = fc.array(anyInterval, { maxLength: 8 });
const build = (list: readonly Interval[]): Interval[] => list.reduce<Interval[]>(addInterval, []);
const runs = { numRuns: 200, seed: 20260101 };

/** Sorted, apart by at least one day, none reversed. */
function expectTidy(set: readonly Interval[]): void {
  set.forEach(([first, last], i) => {
    expect(first).toBeLessThanOrEqual(last);
    const next = set[i + 1];
    if (next) expect(next[0]).toBeGreaterThan(last + 1);
  });
}

test.each<[string, Interval[], Interval, Interval[]]>([
  ['into nothing', [], [3, 4], [[3, 4]]],
  ['touching the end', [[1, 3]], [4, 6], [[1, 6]]],
  ['touching the start', [[4, 6]], [1, 3], [[1, 6]]],
  [
    'a day apart',
    [[1, 3]],
    [5, 6],
    [
      [1, 3],
      [5, 6],
    ],
  ],
  [
    'filling a gap',
    [
      [1, 3],
      [5, 6],
    ],
    [4, 4],
    [[1, 6]],
  ],
  ['inside', [[1, 9]], [3, 4], [[1, 9]]],
  [
    'over several',
    [
      [1, 2],
      [4, 5],
      [9, 9],
    ],
    [2, 7],
    [
      [1, 7],
      [9, 9],
    ],
  ],
  ['reversed', [[1, 2]], [5, 4], [[1, 2]]],
])('adds an interval %s', (_name, set, added, answer) => {
  expect(addInterval(set, added)).toEqual(answer);
});

test.each<[string, Interval[], Interval, Interval[]]>([
  ['all of it', [], [1, 6], [[1, 6]]],
  [
    'both sides',
    [[3, 4]],
    [1, 6],
    [
      [1, 2],
      [5, 6],
    ],
  ],
  ['nothing', [[0, 9]], [1, 6], []],
  ['the end', [[-4, 3]], [1, 6], [[4, 6]]],
  [
    'the middle',
    [
      [1, 2],
      [6, 8],
    ],
    [1, 6],
    [[3, 5]],
  ],
  ['what lies beyond the set', [[1, 2]], [8, 9], [[8, 9]]],
])('misses %s', (_name, set, range, answer) => {
  expect(missingIn(set, range)).toEqual(answer);
});

test('a set holds exactly the days added, in any order, and stays tidy', () => {
  fc.assert(
    fc.property(anyList, (list) => {
      const set = build(list);
      expectTidy(set);
      expect(days(set)).toEqual(days(list));
      expect(build([...list].reverse())).toEqual(set);
    }),
    runs,
  );
});

test('uniting, missing and removing are what they are for plain sets', () => {
  fc.assert(
    fc.property(anyList, anyList, anyInterval, (a, b, range) => {
      const set = build(a);
      const both = unite(set, build(b));
      expectTidy(both);
      expect(days(both)).toEqual(days([...a, ...b]));
      const missing = missingIn(set, range);
      expectTidy(missing);
      expect(days(missing)).toEqual(days([range]).filter((day) => !days(set).includes(day)));
      const without = removeDay(set, range[0]);
      expectTidy(without);
      expect(days(without)).toEqual(days(set).filter((day) => day !== range[0]));
      expect(holdsDay(set, range[1])).toBe(days(set).includes(range[1]));
    }),
    runs,
  );
});

test('no function changes the set it is given', () => {
  const set: Interval[] = [
    [1, 3],
    [7, 9],
  ];
  addInterval(set, [4, 6]);
  unite(set, [[0, 0]]);
  missingIn(set, [0, 20]);
  removeDay(set, 8);
  expect(set).toEqual([
    [1, 3],
    [7, 9],
  ]);
});
