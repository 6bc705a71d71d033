// The live cell, single cells and how ranges line up.
import fc from 'fast-check';
import {
  type Argument,
  isAbsent,
  isBlank,
  LIVE_PATTERN,
  liveText,
  readArguments,
  spreadArguments,
} from './arguments';

const LIVE = liveText(41);

test.each<[string, Argument[], Argument[]]>([
  ['nothing', [], []],
  ['template', ['promo'], ['promo']],
  ['template and from', ['promo', '2026-11'], ['promo', '2026-11']],
  [
    'template, from, to',
    ['promo', { day: '2026-11-01' }, 'month'],
    ['promo', { day: '2026-11-01' }, 'month'],
  ],
  ['all four', ['promo', 46_000, 46_010, 'Acme'], ['promo', 46_000, 46_010, 'Acme']],
  ['a blank cell at the end, which is an argument', ['promo', ''], ['promo', '']],
])('the live cell is taken off after %s', (_name, given, args) => {
  expect(readArguments([...given, LIVE])).toEqual({ args, live: 41 });
  expect(readArguments([...given, [[LIVE]]])).toEqual({ args, live: 41 });
  expect(readArguments([...given, LIVE, undefined])).toEqual({ args, live: 41 });
  const without = readArguments(given);
  expect(without.live).toBeNull();
  expect(without.args.filter((arg) => !isAbsent(arg))).toEqual(
    args.filter((arg) => !isAbsent(arg)),
  );
});

test('what is left out before the live cell still counts as left out', () => {
  expect(readArguments([undefined, null, LIVE])).toEqual({ args: [undefined, null], live: 41 });
  expect(readArguments(['promo', undefined, undefined]).args).toEqual(['promo']);
});

test('before another value the live cell is refused: it would be taken for a name', () => {
  expect(() => readArguments([LIVE, '2026-11'])).toThrow('live-place');
  expect(() => readArguments(['promo', [[LIVE]], '2026-11', LIVE])).toThrow('live-place');
});

test('only the text of the live cell is taken for it', () => {
  for (const text of [
    'WA_LIVE',
    'WA_LIVE x',
    'wa_live 3',
    ' WA_LIVE 3',
    'WA_LIVE 3 ',
    'WA_LIVE -3',
    '41',
    '',
  ]) {
    expect(readArguments(['promo', text])).toEqual({ args: ['promo', text], live: null });
  }
  expect(LIVE_PATTERN.exec(liveText(0))?.[1]).toBe('0');
});

test('a range of one cell is that cell, a larger one stays a range', () => {
  expect(readArguments([[['promo']], [['a', 'b']], [['a'], ['b']]]).args).toEqual([
    'promo',
    [['a', 'b']],
    [['a'], ['b']],
  ]);
});

test('an argument left out is absent, an empty cell is blank', () => {
  expect([undefined, null].map(isAbsent)).toEqual([true, true]);
  expect(['', 0, false, { day: '2026-11-01' }].some(isAbsent)).toBe(false);
  expect(['', ' ', '\t'].every(isBlank)).toBe(true);
  expect(['a', 0, false, { day: '2026-11-01' }, undefined].some(isBlank)).toBe(false);
});

const range = (rows: number, columns: number, mark: string): string[][] =>
  Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (__, c) => `${mark}${r},${c}`),
  );

test('scalars alone answer one cell', () => {
  const spread = spreadArguments(['a', 1, undefined]);
  expect([spread.rows, spread.columns, spread.single]).toEqual([1, 1, true]);
  expect([0, 1, 2, 3].map((i) => spread.at(i, 0, 0))).toEqual(['a', 1, undefined, undefined]);
});

test('sizes of 1 stretch, equal sizes pair, a column with a row gives a table', () => {
  const size = fc.integer({ min: 1, max: 6 });
  fc.assert(
    fc.property(
      size,
      size,
      fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 4 }),
      (rows, columns, stretched) => {
        const ranges = stretched.map(([r, c], i) => range(r ? 1 : rows, c ? 1 : columns, `${i}:`));
        const spread = spreadArguments([...ranges, 'scalar']);
        expect(spread.rows).toBe(Math.max(...ranges.map((each) => each.length)));
        expect(spread.columns).toBe(Math.max(...ranges.map((each) => each[0]?.length ?? 0)));
        expect(spread.single).toBe(false);
        for (let r = 0; r < spread.rows; r += 1) {
          for (let c = 0; c < spread.columns; c += 1) {
            ranges.forEach((each, i) => {
              const wanted = `${i}:${each.length === 1 ? 0 : r},${each[0]?.length === 1 ? 0 : c}`;
              expect(spread.at(i, r, c)).toBe(wanted);
            });
            expect(spread.at(ranges.length, r, c)).toBe('scalar');
          }
        }
      },
    ),
    { numRuns: 100, seed: 20260101 },
  );
});

test.each([
  [range(2, 1, 'a'), range(3, 1, 'b')],
  [range(1, 2, 'a'), range(1, 3, 'b')],
  [range(2, 2, 'a'), range(3, 2, 'b')],
  [range(2, 2, 'a'), range(2, 3, 'b')],
])('sizes that do not line up are refused', (a, b) => {
  expect(() => spreadArguments(['x', a, b])).toThrow(
    expect.objectContaining({ code: 'shapes', facts: expect.objectContaining({ b: '3', a: '2' }) }),
  );
});
