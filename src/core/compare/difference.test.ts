// Newcombe's interval against the examples he published, and what follows from it.
import fc from 'fast-check';
import { differenceBounds, verdictOn } from './difference';

// Newcombe, Statistics in Medicine 17 (1998), table II, method 10.
test.each([
  [56, 70, 48, 80, 0.0524, 0.3339, 'up'],
  [9, 10, 3, 10, 0.1705, 0.809, 'up'],
  [6, 7, 2, 7, 0.0582, 0.8062, 'up'],
  [5, 56, 0, 29, -0.0381, 0.1926, 'chance'],
  [0, 10, 0, 20, -0.1611, 0.2775, 'chance'],
  [0, 10, 0, 10, -0.2775, 0.2775, 'chance'],
  [10, 10, 0, 20, 0.6791, 1, 'up'],
  [10, 10, 0, 10, 0.6075, 1, 'up'],
] as const)(
  '%d of %d against %d of %d gives the published bounds',
  (k, n, j, m, low, high, verdict) => {
    const bounds = differenceBounds([k, n], [j, m]);
    expect(bounds?.low).toBeCloseTo(low, 4);
    expect(bounds?.high).toBeCloseTo(high, 4);
    expect(verdictOn([k, n], [j, m])).toBe(verdict);
  },
);

const share = fc
  .integer({ min: 1, max: 5_000 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

test('exchanging the periods turns the verdict round', () => {
  const turned = { up: 'down', down: 'up', chance: 'chance' } as const;
  fc.assert(
    fc.property(share, share, (now, before) => {
      const verdict = verdictOn(now, before);
      expect(verdict && turned[verdict]).toBe(verdictOn(before, now));
    }),
  );
});

test('a rate never differs from itself', () => {
  fc.assert(fc.property(share, (same) => expect(verdictOn(same, same)).toBe('chance')));
});

test('the same rates are chance for few messages and a change for many', () => {
  expect(verdictOn([6, 10], [5, 10])).toBe('chance');
  expect(verdictOn([6_000, 10_000], [5_000, 10_000])).toBe('up');
  expect(verdictOn([5_000, 10_000], [6_000, 10_000])).toBe('down');
});

test.each([
  [
    [12, 10],
    [5, 10],
  ],
  [
    [5, 10],
    [0, 0],
  ],
  [
    [null, 10],
    [5, 10],
  ],
  [
    [5, 10],
    [5, null],
  ],
] as const)('%p against %p cannot be told', (now, before) => {
  expect(differenceBounds(now, before)).toBeNull();
  expect(verdictOn(now, before)).toBeNull();
});
