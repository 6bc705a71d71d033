// Checks that scattered cells become few rectangles and that none is lost.
import * as fc from 'fast-check';
import { columnLetters, rectangleA1, toRectangles } from './rectangles';

test('a pasted block is one rectangle', () => {
  const cells = [];
  for (let row = 3; row <= 5; row++) {
    for (let column = 2; column <= 4; column++) cells.push({ row, column, value: row * column });
  }
  const [only, ...others] = toRectangles(cells.reverse());
  expect(others).toEqual([]);
  expect(only?.values).toEqual([
    [6, 9, 12],
    [8, 12, 16],
    [10, 15, 20],
  ]);
  expect(only && rectangleA1(only)).toBe('B3:D5');
});

test('column letters go on after Z', () => {
  expect([1, 26, 27, 52, 53, 702, 703].map(columnLetters)).toEqual([
    'A',
    'Z',
    'AA',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
  ]);
});

test('whatever the cells, each is in exactly one rectangle with its value', () => {
  const cell = fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }));
  fc.assert(
    fc.property(fc.uniqueArray(cell, { selector: ([r, c]) => r * 100 + c }), (places) => {
      const cells = places.map(([row, column]) => ({ row, column, value: `${row},${column}` }));
      const found = toRectangles(cells).flatMap((rectangle) =>
        rectangle.values.flatMap((line, r) =>
          line.map((value, c) => {
            expect(value).toBe(`${rectangle.row + r},${rectangle.column + c}`);
            return value;
          }),
        ),
      );
      expect(found.sort()).toEqual(cells.map((one) => one.value).sort());
    }),
  );
});
