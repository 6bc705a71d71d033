// Cells that know their kind: what is written, and what counts as shown already.
import { cell, isShown, lettersOf, planRows, rawOf } from './area-plan';

const ZONE = 'America/Sao_Paulo';
/** Midnight of a day in São Paulo, as Sheets gives a date cell there. */
const midnight = (day: string): Date => new Date(`${day}T03:00:00Z`);

test.each([
  [cell('text', '=1+1'), "'=1+1"],
  [cell('text', ''), ''],
  [cell('text', null), ''],
  [cell('day', '2026-11-22'), 46348],
  [cell('day', null), ''],
  [cell('count', 0), 0],
  [cell('rate', 0.25), 0.25],
  [cell('money', null), ''],
])('%j is written as %j', (wanted, raw) => {
  expect(rawOf(wanted)).toBe(raw);
});

test.each([
  [cell('day', '2026-11-22'), midnight('2026-11-22'), true],
  [cell('day', '2026-11-22'), midnight('2026-11-21'), false],
  [cell('day', '2026-11-22'), 46348, true],
  [cell('day', null), '', true],
  [cell('count', 0), '', false],
  [cell('count', null), 0, false],
  [cell('count', 5), 5, true],
  [cell('count', 5), '5', true],
  [cell('count', 1_000_000_001), 1_000_000_000, false],
  [cell('rate', 1 / 3), 0.333333333333333, true],
  [cell('rate', 1 / 3), 0.333333, false],
  [cell('text', '102290129340398'), '102290129340398', true],
  [cell('text', 'a'), 'b', false],
  [cell('text', null), 'b', false],
  [cell('text', ''), '', true],
])('%j over %p is shown: %p', (wanted, present, shown) => {
  expect(isShown(wanted, present, ZONE)).toBe(shown);
});

test('the rows to write reach from the first difference to the last', () => {
  const table = ['a', 'b', 'c', 'd'].map((text) => [cell('text', text), cell('count', 1)]);
  const present = [
    ['a', 1],
    ['b', 2],
    ['c', 1],
  ];
  const plan = (rows: typeof table) => planRows(rows, present, ZONE, 5, () => true);
  expect(plan(table)).toEqual({
    insert: null,
    write: { first: 6, cells: table.slice(1) },
    clear: [],
  });
  expect(plan(table.slice(0, 1))).toEqual({
    insert: null,
    write: null,
    clear: [{ first: 6, last: 7 }],
  });
});

test('where an area ends, what stands below moves down before it grows', () => {
  const table = ['a', 'b', 'c', 'd'].map((text) => [cell('text', text)]);
  const mine = [['a'], ['b'], [''], ['mine'], ['mine too']];
  const isOurs = (_: unknown, i: number): boolean => i < 2;
  expect(planRows(table, mine, ZONE, 1, isOurs)).toEqual({
    insert: { before: 4, count: 1 },
    write: { first: 3, cells: table.slice(2) },
    clear: [],
  });
  expect(planRows(table.slice(0, 2), mine, ZONE, 1, isOurs)).toBeNull();
  expect(planRows(table.slice(0, 1), mine, ZONE, 1, isOurs)?.clear).toEqual([
    { first: 2, last: 2 },
  ]);
});

test.each([
  [1, 'A'],
  [26, 'Z'],
  [27, 'AA'],
  [52, 'AZ'],
  [53, 'BA'],
  [69, 'BQ'],
  [702, 'ZZ'],
  [703, 'AAA'],
])('column %d is %s', (column, letters) => {
  expect(lettersOf(column)).toBe(letters);
});
