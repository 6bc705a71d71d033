import fc from 'fast-check';
import { boxA1, columnLetters, columnNumber, parseBox, splitSheet } from './a1';

const grid = { maxRows: 1000, maxColumns: 26 };

test('column letters and numbers are inverse', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 18_278 }), (column) => {
      expect(columnNumber(columnLetters(column))).toBe(column);
    }),
  );
  expect([1, 26, 27, 702, 703, 18_278].map(columnLetters)).toEqual([
    'A',
    'Z',
    'AA',
    'ZZ',
    'AAA',
    'ZZZ',
  ]);
});

test('a box and its address are inverse', () => {
  const box = fc.record({
    row: fc.integer({ min: 1, max: 500 }),
    column: fc.integer({ min: 1, max: 20 }),
    rows: fc.integer({ min: 1, max: 400 }),
    columns: fc.integer({ min: 1, max: 6 }),
  });
  fc.assert(fc.property(box, (one) => expect(parseBox(boxA1(one), grid)).toEqual(one)));
});

test.each([
  ['B2', { row: 2, column: 2, rows: 1, columns: 1 }],
  ['$B$2:C5', { row: 2, column: 2, rows: 4, columns: 2 }],
  ['C5:B2', { row: 2, column: 2, rows: 4, columns: 2 }],
  ['A:C', { row: 1, column: 1, rows: 1000, columns: 3 }],
  ['2:5', { row: 2, column: 1, rows: 4, columns: 26 }],
  ['A2:C', { row: 2, column: 1, rows: 999, columns: 3 }],
])('%s is read', (a1, box) => {
  expect(parseBox(a1, grid)).toEqual(box);
});

test.each(['', 'A', '2', 'A0', 'WA_LIVE', 'A1:', ':B', 'A1:B2:C3', 'A:5', 'Tab!A1'])(
  '%j is no address',
  (text) => {
    expect(parseBox(text, grid)).toBeNull();
  },
);

test('a tab before the address may be quoted, with doubled quotes inside', () => {
  expect(splitSheet("'It''s'!A1:B2")).toEqual({ sheet: "It's", a1: 'A1:B2' });
  expect(splitSheet('Daily!A1')).toEqual({ sheet: 'Daily', a1: 'A1' });
  expect(splitSheet('A1')).toEqual({ sheet: null, a1: 'A1' });
});
