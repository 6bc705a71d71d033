// Checks which tab and cells stay in view when a workbook of another shape is drawn.
import { clipSelection, tabToShow } from './kept-place';

const view = { order: ['a', 'b', 'c', 'd'], active: 'b' };

test.each([
  ['the same tab', ['a', 'b', 'c', 'd'], 'b'],
  ['the next one, when it is gone or hidden', ['a', 'c', 'd'], 'c'],
  ['the one before, when nothing follows', ['a'], 'a'],
  ['a new one, when none is left', ['x', 'y'], 'x'],
])('%s stays in view', (_what, visible, expected) => {
  expect(tabToShow(view, visible)).toBe(expected);
});

test('a selection shrinks to the lines that are left', () => {
  const selection = { startRow: 8, endRow: 12, startColumn: 2, endColumn: 3 };
  expect(clipSelection(selection, 10, 26, 'none')).toEqual({ ...selection, endRow: 9 });
  expect(clipSelection(selection, 5, 2, 'none')).toEqual({
    startRow: 4,
    endRow: 4,
    startColumn: 1,
    endColumn: 1,
  });
});

test('selected lines stay whole', () => {
  const rows = { startRow: 3, endRow: 3, startColumn: 0, endColumn: 19 };
  expect(clipSelection(rows, 10, 21, 'rows')).toEqual({ ...rows, endColumn: 20 });
  const columns = { startRow: 0, endRow: 99, startColumn: 3, endColumn: 3 };
  expect(clipSelection(columns, 101, 21, 'columns')).toEqual({ ...columns, endRow: 100 });
});
