import { readEdit } from './edit-request';

const headers = async () => ['Date', 'Week', 'Template', 'Sent', 'B'];
const read = (body: unknown) => readEdit(body, headers);
const S = { sheet: 'S' };

test.each([
  [
    { op: 'insertColumns', at: 3, count: 2 },
    { op: 'insertColumns', at: 3, count: 2 },
  ],
  [
    { op: 'insertColumn', column: 'C' },
    { op: 'insertColumns', at: 3, count: 1 },
  ],
  [
    { op: 'insertColumns', after: 'C', howMany: 2 },
    { op: 'insertColumns', at: 4, count: 2 },
  ],
  [
    { op: 'insertColumns', a1: 'C:D' },
    { op: 'insertColumns', at: 3, count: 2 },
  ],
  [
    { op: 'insertColumns', a1: 'C1', count: 2 },
    { op: 'insertColumns', at: 3, count: 2 },
  ],
  [
    { op: 'insertColumns', before: 'Template', columns: 2 },
    { op: 'insertColumns', at: 3, count: 2 },
  ],
  [
    { op: 'insertRows', before: 5, number: 2 },
    { op: 'insertRows', at: 5, count: 2 },
  ],
  [
    { op: 'insertRow', index: '5' },
    { op: 'insertRows', at: 5, count: 1 },
  ],
  [
    { op: 'insertRows', position: 5, rows: 3 },
    { op: 'insertRows', at: 5, count: 3 },
  ],
  [
    { op: 'deleteRows', a1: '5:7' },
    { op: 'deleteRows', at: 5, count: 3 },
  ],
  [
    { op: 'deleteRows', from: 5, to: 7 },
    { op: 'deleteRows', at: 5, count: 3 },
  ],
  [
    { op: 'deleteRows', start: 5, end: 7, count: 3 },
    { op: 'deleteRows', at: 5, count: 3 },
  ],
  [
    { op: 'deleteRows', rows: [7, 5, 6] },
    { op: 'deleteRows', at: 5, count: 3 },
  ],
  [
    { op: 'deleteRow', row: 5 },
    { op: 'deleteRows', at: 5, count: 1 },
  ],
  [
    { op: 'deleteColumns', range: 'B2:C9' },
    { op: 'deleteColumns', at: 2, count: 2 },
  ],
  [
    { op: 'moveColumn', from: 'F', to: 'A' },
    { op: 'moveColumns', at: 6, count: 1, to: 1 },
  ],
  [
    { op: 'moveColumns', column: 'Sent', before: 1 },
    { op: 'moveColumns', at: 4, count: 1, to: 1 },
  ],
  [
    { op: 'moveColumns', at: 2, how_many: 2, target: 9 },
    { op: 'moveColumns', at: 2, count: 2, to: 9 },
  ],
  [
    { op: 'moveColumns', a1: 'B:C', after: 'I' },
    { op: 'moveColumns', at: 2, count: 2, to: 10 },
  ],
  [
    { op: 'moveRow', row: 3, index: 8 },
    { op: 'moveRows', at: 3, count: 1, to: 8 },
  ],
  [
    { op: 'moveRows', start: 3, last: 4, destination: 8 },
    { op: 'moveRows', at: 3, count: 2, to: 8 },
  ],
  [
    { op: 'sort', column: 4 },
    { op: 'sort', column: 4, ascending: true },
  ],
  [
    { op: 'sort', by: 'Sent', order: 'desc' },
    { op: 'sort', column: 4, ascending: false },
  ],
  [
    { op: 'sort', key: 'C', descending: true, range: 'A2:D9' },
    { op: 'sort', a1: 'A2:D9', column: 3, ascending: false },
  ],
  // A header's text goes before the letters it could also be.
  [
    { op: 'sort', column: 'B', ascending: false },
    { op: 'sort', column: 5, ascending: false },
  ],
  [
    { op: 'filter', column: 'Template', show: ['a'] },
    { op: 'filter', column: 3, show: ['a'] },
  ],
  [
    { op: 'filter', a1: 'A1:D9' },
    { op: 'filter', a1: 'A1:D9' },
  ],
  [
    { op: 'renameSheet', newName: 'T' },
    { op: 'renameSheet', name: 'T' },
  ],
  [
    { op: 'renameSheet', to: 'T' },
    { op: 'renameSheet', name: 'T' },
  ],
  [
    { op: 'moveSheet', position: 2 },
    { op: 'moveSheet', to: 2 },
  ],
  [
    { op: 'freeze', rows: 0, frozen_columns: 1 },
    { op: 'freeze', rows: 0, columns: 1 },
  ],
  [
    { op: 'protect', warningOnly: true, range: 'A1' },
    { op: 'protect', a1: 'A1', warningOnly: true },
  ],
  [
    { op: 'merge', range: 'A1:B2' },
    { op: 'merge', a1: 'A1:B2' },
  ],
  [
    { op: 'validate', a1: 'A1', values: ['x', 1] },
    { op: 'validate', a1: 'A1', allow: 'list', values: ['x', '1'] },
  ],
  [
    { op: 'note', a1: 'A1', text: '' },
    { op: 'note', a1: 'A1', text: '' },
  ],
])('%j is read as %j', async (said, edit) => {
  expect(await read({ ...S, ...said })).toEqual({ ...S, ...edit });
});

test('a new tab may be given as a name', async () => {
  expect(await read({ op: 'addSheet', name: 'T' })).toEqual({ op: 'addSheet', sheet: 'T' });
});

test.each([
  [[], 'must be a JSON object'],
  [{ ...S, op: 'explode' }, '"op" must be the name of an edit: insertRows'],
  [{ op: 'deleteSheet' }, '"sheet" is missing. The edit "deleteSheet" takes "sheet".'],
  [{ ...S, op: 'insertRows' }, '"at" is missing. The edit "insertRows" takes "sheet", "at"'],
  [{ ...S, op: 'insertRows', at: 1, row: 2 }, '"at" and "row" contradict each other'],
  [{ ...S, op: 'insertRows', at: 3, after: 3 }, '"after" contradicts the place'],
  [{ ...S, op: 'deleteRows', a1: '5:7', count: 2 }, 'their count contradict each other'],
  [{ ...S, op: 'deleteRows', from: 5, to: 3 }, 'must end where they start or behind it'],
  [{ ...S, op: 'deleteRows', at: 0 }, '"at" must be a whole number above 0'],
  [{ ...S, op: 'deleteRows', at: 'C' }, '"at" names no row: "C"'],
  [{ ...S, op: 'deleteRows', rows: [1, 3] }, '"rows" names no row'],
  [{ ...S, op: 'deleteColumns', at: 'Nobody' }, '"at" names no column: "Nobody"'],
  [{ ...S, op: 'moveColumn', from: 3 }, '"to" is missing'],
  [{ ...S, op: 'moveColumn', to: 3 }, '"at" is missing'],
  [{ ...S, op: 'sort' }, '"column" is missing'],
  [{ ...S, op: 'sort', column: 1, order: 'up' }, '"order" must be "asc" or "desc"'],
  [{ ...S, op: 'sort', column: 1, ascending: true, order: 'desc' }, 'orders contradict'],
  [{ ...S, op: 'merge' }, '"a1" is missing'],
  [{ ...S, op: 'moveSheet' }, '"to" is missing'],
  [{ ...S, op: 'freeze' }, '"rows" is missing'],
  [{ ...S, op: 'freeze', rows: -1 }, '"rows" must be a whole number'],
  [{ ...S, op: 'validate', a1: 'A1' }, '"allow" is missing or unknown'],
  [{ ...S, op: 'renameSheet' }, 'The edit "renameSheet" takes "sheet" and "name".'],
])('%j is refused in plain words', async (body, words) => {
  await expect(read(body)).rejects.toThrow(words);
});
