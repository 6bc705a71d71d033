import { findReferences, moveFormula, shiftFormula } from './formula-text';

test('references, tabs and names are found; functions and texts are not', () => {
  const { cells, names } = findReferences(
    `=WA_SENT("A1"; B2; 'WA Daily'!C:D; Página1!$E$3:F9; WA_LIVE) + LOG10(G1)`,
  );
  expect(cells.map(({ sheet, box }) => [sheet, box.row, box.column])).toEqual([
    [null, 2, 2],
    ['WA Daily', 1, 3],
    ['Página1', 3, 5],
    [null, 1, 7],
  ]);
  expect(cells[1]?.box.rows).toBe(Number.POSITIVE_INFINITY);
  expect(names).toEqual(['WA_LIVE']);
});

const rows = (at: number, count: number, sheet = 'S') => ({
  sheet,
  axis: 'row' as const,
  at,
  count,
});

test.each([
  ['=A1+A5', rows(3, 2), '=A1+A7'],
  ['=SUM(A1:A5)', rows(3, 2), '=SUM(A1:A7)'],
  ['=SUM($A$4:$A$5)', rows(1, 1), '=SUM($A$5:$A$6)'],
  ['=SUM(A:A)', rows(3, 2), '=SUM(A:A)'],
  ['=SUM(A1:A5)', rows(2, -2), '=SUM(A1:A3)'],
  ['=A3', rows(3, -1), '=#REF!'],
  ['=A3&"A3"', rows(1, 1), '=A4&"A3"'],
  ["=A3+'S'!A3", rows(1, 1, 'T'), "=A3+'S'!A3"],
  ["='T t'!A3", rows(1, 1, 'T t'), "='T t'!A4"],
  ['=B2', { sheet: 'S', axis: 'column' as const, at: 1, count: 1 }, '=C2'],
])('%s after %j reads %s', (formula, shift, shifted) => {
  expect(shiftFormula(formula, 'S', shift)).toBe(shifted);
});

test('a copied formula moves its relative references only', () => {
  expect(moveFormula('=A1+$B$2+C$3+$D4+SUM(E:E)', 1, 1)).toBe('=B2+$B$2+D$3+$D5+SUM(F:F)');
  expect(moveFormula('=A1', -1, 0)).toBe('=#REF!');
});
