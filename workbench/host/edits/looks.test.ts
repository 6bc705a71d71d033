// Checks the look a person gives to cells.
import type { HostEvent } from '../api';
import { hostWith } from '../testing';

test('a look replaces the one before, and values stay', () => {
  const host = hostWith('');
  host.type('Sheet1', 'A1:B1', [[1, 2]]);
  host.dress('Sheet1', 'A1:B2', { bold: true, background: '#ffff00' });
  const batches: HostEvent[][] = [];
  host.onEvent((events) => batches.push(events));
  host.dress('Sheet1', 'A1:A2', { pattern: '0.00', italic: true, align: 'right', wrap: true });
  const look = { n: '0.00', s: { i: true, ha: 'right', wrap: true } };
  expect(batches).toEqual([
    [
      {
        kind: 'cells',
        sheetId: 0,
        row: 1,
        column: 1,
        cells: [[{ v: 1, ...look }], [{ v: null, ...look }]],
      },
    ],
  ]);
  const [sheet] = host.snapshot().sheets;
  expect(sheet?.cells[1]?.[2]).toEqual({ v: 2, s: { b: true, bg: '#ffff00' } });
  host.dress('Sheet1', 'A2', {});
  expect(host.snapshot().sheets[0]?.cells[2]?.[1]).toBeUndefined();
});

test('cells outside the tab are refused', () => {
  const host = hostWith('');
  expect(() => host.dress('Sheet1', 'ZZ1', { bold: true })).toThrow(
    '"ZZ1" is no range of "Sheet1".',
  );
});

test('a column keeps the width it was dragged to', () => {
  const host = hostWith('');
  host.widen('Sheet1', 2, 180);
  expect(host.snapshot().sheets[0]?.columnWidths).toEqual({ 2: 180 });
  expect(() => host.widen('Sheet1', 27, 180)).toThrow('"column"');
});
