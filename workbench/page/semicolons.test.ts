// Checks which semicolons the formula editor may read as commas.
import { semicolonsToCommas, separatorsOf } from './semicolons';

test.each([
  ['=SUM(A1;A2)', '=SUM(A1,A2)'],
  ['=F("a;b";{1;2};\'x;y\'!A1', '=F("a;b",{1;2},\'x;y\'!A1'],
  ['=F("open;', '=F("open;'],
  ['=SUM(A1,A2)', '=SUM(A1,A2)'],
])('%s is read as %s', (formula, expected) => {
  expect(semicolonsToCommas(formula)).toBe(expected);
  expect(expected).toHaveLength(formula.length);
});

test('the separators of the original are found again in order', () => {
  const formula = '=F(A1;"x,y",{1,2;3};B1)';
  expect(separatorsOf(formula, semicolonsToCommas(formula))).toEqual([';', ',', ',', ';']);
});
