import {
  findReferences,
  movedLine,
  moveFormula,
  moveLines,
  quoteSheet,
  renameInFormula,
  shiftFormula,
} from './formula-text';

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

test.each([
  [1, 1, { at: 1, count: 1, to: 4 }, [3, 3]],
  [1, 3, { at: 2, count: 1, to: 6 }, [1, 2]],
  [1, 3, { at: 1, count: 1, to: 4 }, [1, 3]],
  [1, 3, { at: 3, count: 1, to: 1 }, [1, 3]],
  [1, 3, { at: 3, count: 1, to: 6 }, [1, 2]],
  [2, 4, { at: 6, count: 2, to: 3 }, [2, 6]],
  [2, 4, { at: 6, count: 2, to: 2 }, [4, 6]],
  [2, 4, { at: 1, count: 1, to: 4 }, [1, 4]],
  [2, 4, { at: 1, count: 5, to: 9 }, [5, 7]],
  [2, Number.POSITIVE_INFINITY, { at: 2, count: 1, to: 1 }, [3, Number.POSITIVE_INFINITY]],
])('lines %d to %d are after %j at %j', (from, to, move, moved) => {
  expect(moveLines(from, to, move)).toEqual(moved);
});

test('a move is a permutation of the lines', () => {
  for (const move of [
    { at: 2, count: 3, to: 8 },
    { at: 6, count: 2, to: 1 },
  ]) {
    const lines = Array.from({ length: 9 }, (_, index) => index + 1);
    const kept = lines.filter((line) => line < move.at || line >= move.at + move.count);
    const taken = lines.slice(move.at - 1, move.at - 1 + move.count);
    const landing = kept.filter((line) => line < move.to).length;
    const after = [...kept.slice(0, landing), ...taken, ...kept.slice(landing)];
    expect(lines.map((line) => movedLine(line, move))).toEqual(
      lines.map((line) => after.indexOf(line) + 1),
    );
  }
});

test('a renamed or deleted tab is renamed or lost in formulas, not in their texts', () => {
  const formula = `=SUM(Old!A1:B2)+'Old'!C3+Older!A1&"Old!A1"`;
  expect(renameInFormula(formula, 'Old', 'A1')).toBe(`=SUM('A1'!A1:B2)+'A1'!C3+Older!A1&"Old!A1"`);
  expect(renameInFormula(formula, 'Old', null)).toBe(`=SUM(#REF!)+#REF!+Older!A1&"Old!A1"`);
});

test.each([
  ['Dados', 'Dados'],
  ['Página_1', 'Página_1'],
  ['WA Daily', "'WA Daily'"],
  ["Ana's", "'Ana''s'"],
  ['R1C1', "'R1C1'"],
  ['2026', "'2026'"],
])('the tab %s is written %s', (name, written) => {
  expect(quoteSheet(name)).toBe(written);
});
