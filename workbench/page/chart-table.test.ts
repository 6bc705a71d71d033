// Checks which cells of a chart's ranges become labels, series and gaps.
import type { ChartData } from '../host/api';
import { type CellReader, type ChartCell, readTable } from './chart-table';

type Value = string | number | boolean | null;

/** A tab per id; a hidden row is named by its number. */
function reading(tabs: Record<number, Value[][]>, hidden: number[] = []): CellReader {
  return {
    cell: (sheetId, row, column): ChartCell => {
      const value = tabs[sheetId]?.[row - 1]?.[column - 1] ?? null;
      const pattern = typeof value === 'number' ? '0.0' : '';
      return { value, text: value === null ? '' : `<${value}>`, pattern };
    },
    isRowShown: (_sheetId, row) => !hidden.includes(row),
  };
}
const range = (row: number, column: number, rows: number, columns: number, sheetId = 0) => ({
  sheetId,
  row,
  column,
  rows,
  columns,
});
const chart = (ranges: ChartData['ranges'], more: Partial<ChartData> = {}): ChartData => ({
  id: 1,
  kind: 'LINE',
  ranges,
  headers: 1,
  stacked: false,
  transposed: false,
  showsHidden: false,
  anchor: { row: 1, column: 1, x: 0, y: 0 },
  options: {},
  ...more,
});

const days: Value[][] = [
  ['Day', 'Sent', 'Read'],
  ['mon', 5, 2],
  ['tue', 'none', 3],
  ['wed', 7, null],
];

test('the first column is the labels, the header names the series, and what is no number is a gap', () => {
  expect(readTable(chart([range(1, 1, 4, 3)]), reading({ 0: days }))).toEqual({
    labels: ['<mon>', '<tue>', '<wed>'],
    series: [
      { name: '<Sent>', values: [5, null, 7], texts: ['<5>', '<none>', '<7>'], pattern: '0.0' },
      { name: '<Read>', values: [2, 3, null], texts: ['<2>', '<3>', ''], pattern: '0.0' },
    ],
  });
});

test('hidden rows are left out unless they are asked for, empty rows at the end always', () => {
  const labels = (more: Partial<ChartData>) =>
    readTable(chart([range(1, 1, 9, 3)], more), reading({ 0: days }, [3])).labels;
  expect(labels({})).toEqual(['<mon>', '<wed>']);
  expect(labels({ showsHidden: true })).toEqual(['<mon>', '<tue>', '<wed>']);
});

test('ranges stand beside each other, also of other tabs, or below', () => {
  const tabs = { 0: days, 7: [['Costs'], [9], [8], [7]] };
  const beside = readTable(chart([range(1, 1, 4, 1), range(1, 1, 4, 1, 7)]), reading(tabs));
  expect(beside.series.map(({ name, values }) => [name, values])).toEqual([['<Costs>', [9, 8, 7]]]);
  const below = chart([range(1, 1, 2, 2), range(4, 1, 1, 2)], { stacked: true });
  expect(readTable(below, reading(tabs))).toMatchObject({
    labels: ['<mon>', '<wed>'],
    series: [{ values: [5, 7] }],
  });
});

test('rows and columns are turned on demand', () => {
  const turned = chart([range(1, 1, 4, 2)], { transposed: true });
  expect(readTable(turned, reading({ 0: days }))).toMatchObject({
    labels: ['<Sent>'],
    series: [{ name: '<mon>' }, { name: '<tue>' }, { name: '<wed>' }],
  });
});

test('headers below 0 are found where texts stand over numbers', () => {
  const found = (values: Value[][]) =>
    readTable(chart([range(1, 1, 2, 2)], { headers: -1 }), reading({ 0: values })).series[0]?.name;
  expect(
    found([
      ['Day', 'Sent'],
      ['mon', 5],
    ]),
  ).toBe('<Sent>');
  expect(
    found([
      ['sun', 4],
      ['mon', 5],
    ]),
  ).toBe('');
});

test('one column alone has numbers as labels', () => {
  expect(readTable(chart([range(1, 2, 4, 1)]), reading({ 0: days }))).toMatchObject({
    labels: ['1', '2', '3'],
    series: [{ name: '<Sent>' }],
  });
});
