// Checks what the grid's commands on lines and tabs ask of the host.
import { type OpenSheets, wishOf } from './structure';

const sheets: OpenSheets = {
  activeId: () => 's1',
  sheetName: (id) => ({ s1: 'WA Daily', s2: 'Plan' })[id],
  isRowShown: (id, row) => !(id === 's1' && [4, 5].includes(row)),
};
const range = (startRow: number, endRow: number, startColumn: number, endColumn: number) => ({
  startRow,
  endRow,
  startColumn,
  endColumn,
});
const wish = (command: string, params: unknown) =>
  wishOf(`sheet.command.${command}`, params, sheets);

test('lines are inserted where the grid would, and are selected then', () => {
  expect(wish('insert-row-by-range', { subUnitId: 's2', range: range(2, 4, 0, 25) })).toEqual({
    edits: [{ op: 'insertRows', sheet: 'Plan', at: 3, count: 3 }],
    select: range(2, 4, 0, 25),
  });
  expect(
    wish('insert-col-by-range', { subUnitId: 's1', range: range(0, 99, 1, 1) })?.edits,
  ).toEqual([{ op: 'insertColumns', sheet: 'WA Daily', at: 2, count: 1 }]);
});

test('deleted rows leave those a filter hides, from the bottom up', () => {
  expect(
    wish('remove-row-by-range', { subUnitId: 's1', range: range(2, 7, 0, 25) })?.edits,
  ).toEqual([
    { op: 'deleteRows', sheet: 'WA Daily', at: 7, count: 2 },
    { op: 'deleteRows', sheet: 'WA Daily', at: 3, count: 2 },
  ]);
  expect(wish('remove-col-by-range', { subUnitId: 's2', range: range(0, 9, 3, 4) })?.edits).toEqual(
    [{ op: 'deleteColumns', sheet: 'Plan', at: 4, count: 2 }],
  );
});

test('dragged lines go before the line they are dropped on, in the tab on view', () => {
  expect(wish('move-cols', { fromRange: range(0, 9, 1, 2), toRange: range(0, 9, 6, 7) })).toEqual({
    edits: [{ op: 'moveColumns', sheet: 'WA Daily', at: 2, count: 2, to: 7 }],
    select: range(0, 9, 4, 5),
  });
  expect(wish('move-rows', { fromRange: range(7, 7, 0, 25), toRange: range(3, 3, 0, 25) })).toEqual(
    {
      edits: [{ op: 'moveRows', sheet: 'WA Daily', at: 8, count: 1, to: 4 }],
      select: range(3, 3, 0, 25),
    },
  );
});

test('lines dropped on themselves ask nothing', () => {
  for (const to of [1, 2, 3]) {
    const toRange = range(0, 9, to, to + 1);
    expect(wish('move-cols', { fromRange: range(0, 9, 1, 2), toRange })).toEqual({ edits: [] });
  }
});

test('tabs are renamed, deleted, hidden, shown and moved by name', () => {
  expect(wish('set-worksheet-name', { subUnitId: 's2', name: 'Budget' })?.edits).toEqual([
    { op: 'renameSheet', sheet: 'Plan', name: 'Budget' },
  ]);
  expect(wish('remove-sheet', { subUnitId: 's2' })?.edits).toEqual([
    { op: 'deleteSheet', sheet: 'Plan' },
  ]);
  expect(wish('set-worksheet-hidden', {})?.edits).toEqual([{ op: 'hideSheet', sheet: 'WA Daily' }]);
  expect(wish('set-worksheet-show', { subUnitId: 's2' })).toEqual({
    edits: [{ op: 'showSheet', sheet: 'Plan' }],
    show: 's2',
  });
  expect(wish('set-worksheet-order', { subUnitId: 's2', order: 0 })?.edits).toEqual([
    { op: 'moveSheet', sheet: 'Plan', to: 1 },
  ]);
});

test('other commands and unknown tabs ask nothing', () => {
  expect(wish('set-range-values', { subUnitId: 's1', range: range(0, 0, 0, 0) })).toBeNull();
  expect(wish('remove-sheet', { subUnitId: 's9' })).toBeNull();
});
