// The basic filter as Google documents it (Range.createFilter, Filter, FilterCriteria).
import type { Json } from '../api';
import { hostDoing, outcome } from '../testing';

const HIDDEN =
  'const hidden = () => [1, 2, 3, 4, 5, 6].filter((row) => sheet.isRowHiddenByFilter(row));';
const CRITERIA = (values: string) =>
  `SpreadsheetApp.newFilterCriteria().setHiddenValues(${values}).build()`;

function withData(body: string) {
  const host = hostDoing(`${HIDDEN} ${body}`);
  host.type('Sheet1', 'A1', [
    ['Key', 'N'],
    ['b', 2],
    ['a', 3],
    ['b', 1],
  ]);
  return host;
}
const run = (body: string): Json => outcome(withData(body));

test('is made on a range, found from any range of the sheet, and removed', () => {
  const body = `
    const before = [sheet.getFilter(), sheet.getRange('Z9').getFilter()];
    const made = sheet.getRange('A1:B4').createFilter();
    const found = sheet.getRange('Z9').getFilter().getRange().getA1Notation();
    sheet.getFilter().remove();
    return [before, made && found, sheet.getFilter()];`;
  expect(run(body)).toEqual([[null, null], 'A1:B4', null]);
});

test('is one on a sheet, and a removed one cannot be used', () => {
  const TWICE = `sheet.getRange('A1:B4').createFilter(); sheet.getRange('D1').createFilter();`;
  expect(() => run(TWICE)).toThrow('a sheet that already has a filter');
  expect(() =>
    run(
      `const filter = sheet.getRange('A1:B4').createFilter(); filter.remove(); filter.getRange();`,
    ),
  ).toThrow('has no filter');
});

test('hides rows by the values of several columns, and shows what it does not name', () => {
  const body = `
    const filter = sheet.getRange('A1:B4').createFilter();
    filter.setColumnFilterCriteria(1, ${CRITERIA(`['a']`)});
    const one = hidden();
    filter.setColumnFilterCriteria(2, ${CRITERIA(`['1', '7']`)});
    const two = [hidden(), filter.getColumnFilterCriteria(2).getHiddenValues(),
      filter.getColumnFilterCriteria(2).copy().setHiddenValues([]).build().getHiddenValues()];
    filter.removeColumnFilterCriteria(1).setColumnFilterCriteria(2, null);
    return [one, two, hidden(), filter.getColumnFilterCriteria(1)];`;
  expect(run(body)).toEqual([[3], [[3, 4], ['1', '7'], []], [], null]);
});

test('sorts all but its header row', () => {
  const body = `
    const filter = sheet.getRange('A1:B4').createFilter();
    filter.setColumnFilterCriteria(1, ${CRITERIA(`['a']`)}).sort(2, false);
    return [sheet.getRange('A1:B4').getValues(), hidden()];`;
  expect(run(body)).toEqual([
    [
      ['Key', 'N'],
      ['a', 3],
      ['b', 2],
      ['b', 1],
    ],
    [2],
  ]);
});

test('takes in rows inserted within it, not those behind its end, and goes with its last row', () => {
  const body = `
    const filter = sheet.getRange('A1:B4').createFilter();
    const at = () => filter.getRange().getA1Notation();
    sheet.insertRowsAfter(2, 2);
    const within = at();
    sheet.insertRowsAfter(6, 1);
    const behind = at();
    sheet.appendRow(['c', 9]);
    const appended = at();
    sheet.insertColumnsBefore(2, 1); sheet.deleteRows(2, 1);
    const moved = at();
    sheet.deleteRows(1, 5);
    return [within, behind, appended, moved, sheet.getFilter()];`;
  expect(run(body)).toEqual(['A1:B6', 'A1:B6', 'A1:B6', 'A1:C5', null]);
});

test('is told to the page with its range and columns', () => {
  const host = withData(
    `sheet.getRange('A1:B4').createFilter().setColumnFilterCriteria(1, ${CRITERIA(`['b']`)});`,
  );
  const kinds: string[] = [];
  host.onEvent((events) => kinds.push(...events.map(({ kind }) => kind)));
  outcome(host);
  expect(kinds).toEqual(['reload']);
  expect(host.snapshot().sheets[0]?.filter).toEqual({
    row: 1,
    column: 1,
    rows: 4,
    columns: 2,
    criteria: [{ column: 1, hide: ['b'] }],
    hiddenRows: [2, 4],
  });
  expect(host.look('Sheet1').filter).toEqual({
    range: 'A1:B4',
    criteria: [{ column: 1, hiddenValues: ['b'] }],
    hiddenRows: [2, 4],
  });
});

test.each([
  [`filter.setColumnFilterCriteria(3, ${CRITERIA('[]')})`, 'outside of the filter'],
  [`filter.setColumnFilterCriteria(1, ['a'])`, 'filterCriteria'],
  [`filter.sort(1)`, 'ascending must be a boolean'],
  [`filter.sort(9, true)`, 'outside of the filter'],
  [CRITERIA(`['a', null]`), 'values must be text'],
  ['SpreadsheetApp.newFilterCriteria().whenCellNotEmpty()', 'not emulated'],
])('%s is refused', (call, message) => {
  expect(() => run(`const filter = sheet.getRange('A1:B4').createFilter(); ${call};`)).toThrow(
    message,
  );
});

test('cannot be made or changed where somebody protects its cells', () => {
  const host = withData(
    `if (a) { sheet.getRange('A1:B4').createFilter(); return; } sheet.getFilter().remove();`,
  );
  outcome(host, true);
  host.edit({ op: 'protect', sheet: 'Sheet1', a1: 'B2' });
  expect(() => outcome(host, false)).toThrow('protected cell');
  host.edit({ op: 'clearFilter', sheet: 'Sheet1' });
  expect(() => outcome(host, true)).toThrow('protected cell');
});
