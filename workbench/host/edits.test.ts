// What people do to tabs, seen through the host: what moves, what follows, what is refused.
import type { EditRequest, HostApi } from './api';
import { hostDoing, outcome } from './testing';

const FILL = `
  sheet.getRange('A1:D4').setValues([['Key', 'Number', 'Text', 'Double'], ['a', 3, 'x', '=B2*2'], ['b', 1, 'y', '=B3*2'], ['c', 2, 'z', '=B4*2']]);
  const other = ss.getSheetByName('Other') || ss.insertSheet('Other');
  other.getRange('A1:A4').setValues([['=SUM(Sheet1!B2:B4)'], ["='Sheet1'!C3"], ['=HERE'], ['=SUM(Sheet1!B:B)']]);
  ss.setNamedRange('HERE', sheet.getRange('C3'));
  sheet.getRange('C:C').addDeveloperMetadata('text');
  sheet.getRange('3:3').addDeveloperMetadata('row');
  sheet.setColumnWidth(3, 222);
  sheet.getRange('C2:C4').protect().setDescription('texts');`;
const LOOK = `return {
  names: ss.getNamedRanges().map((named) => named.getRange().getA1Notation()),
  metadata: ss.createDeveloperMetadataFinder().find().map((item) => (item.getLocation().getColumn() || item.getLocation().getRow()).getA1Notation()),
  widths: [1, 2, 3, 4].map((column) => sheet.getColumnWidth(column)),
  protections: sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).map((item) => item.getRange().getA1Notation()),
  size: [sheet.getMaxRows(), sheet.getMaxColumns()] };`;

/** A host with a filled tab; `go` answers where everything that hangs on it is. */
function filled(): HostApi {
  const host = hostDoing(`if (a === 'fill') { ${FILL} return null; } ${LOOK}`);
  outcome(host, 'fill');
  return host;
}
const formulas = (host: HostApi, sheet: string, a1: string) => host.range(sheet, a1).formulas;
const others = (host: HostApi) => formulas(host, 'Other', 'A1:A4').map(([text]) => text);

describe('rows and columns', () => {
  test('an inserted column pushes on what points at the columns behind it', () => {
    const host = filled();
    host.edit({ op: 'insertColumns', sheet: 'Sheet1', at: 3, count: 2 });
    expect(host.range('Sheet1', 'A2:F2').values[0]).toEqual(['a', 3, '', '', 'x', '']);
    expect(others(host)).toEqual([
      '=SUM(Sheet1!B2:B4)',
      "='Sheet1'!E3",
      '=HERE',
      '=SUM(Sheet1!B:B)',
    ]);
    expect(outcome(host)).toEqual({
      names: ['E3'],
      metadata: ['E1:E1000', 'A3:AB3'],
      widths: [100, 100, 100, 100],
      protections: ['E2:E4'],
      size: [1000, 28],
    });
  });
  test('a moved column takes along what points at it', () => {
    const host = filled();
    host.edit({ op: 'moveColumns', sheet: 'Sheet1', at: 3, count: 1, to: 1 });
    expect(host.range('Sheet1', 'A2:D2').values[0]).toEqual(['x', 'a', 3, '']);
    expect(formulas(host, 'Sheet1', 'D2')).toEqual([['=C2*2']]);
    expect(others(host)).toEqual([
      '=SUM(Sheet1!C2:C4)',
      "='Sheet1'!A3",
      '=HERE',
      '=SUM(Sheet1!C:C)',
    ]);
    expect(outcome(host)).toEqual({
      names: ['A3'],
      metadata: ['A1:A1000', 'A3:Z3'],
      widths: [222, 100, 100, 100],
      protections: ['A2:A4'],
      size: [1000, 26],
    });
  });
  test('columns move right to before the column named, as counted before the move', () => {
    const host = filled();
    host.edit({ op: 'moveColumns', sheet: 'Sheet1', at: 1, count: 2, to: 4 });
    expect(host.range('Sheet1', 'A1:D1').values[0]).toEqual(['Text', 'Key', 'Number', 'Double']);
    expect(formulas(host, 'Sheet1', 'D2')).toEqual([['=C2*2']]);
    expect(outcome(host)).toMatchObject({ names: ['A3'], protections: ['A2:A4'] });
  });
  test('moved rows take along names, metadata and protections', () => {
    const host = filled();
    host.edit({ op: 'moveRows', sheet: 'Sheet1', at: 3, count: 1, to: 1000 });
    expect(host.range('Sheet1', 'A2:A3').values).toEqual([['a'], ['c']]);
    expect(formulas(host, 'Sheet1', 'D999')).toEqual([['=B999*2']]);
    expect(outcome(host)).toMatchObject({
      names: ['C999'],
      metadata: ['C1:C1000', 'A999:Z999'],
      // The range that lost the row closes up.
      protections: ['C2:C3'],
    });
    expect(others(host).slice(0, 2)).toEqual(['=SUM(Sheet1!B2:B3)', "='Sheet1'!C999"]);
  });
  test('a move to where the lines stand changes nothing', () => {
    const host = filled();
    const before = host.save();
    for (const to of [2, 3, 4]) {
      host.edit({ op: 'moveColumns', sheet: 'Sheet1', at: 2, count: 2, to });
    }
    expect(host.save()).toBe(before);
  });
  test('a deleted column takes its name, metadata and protection, and references become #REF!', () => {
    const host = filled();
    host.edit({ op: 'deleteColumns', sheet: 'Sheet1', at: 3, count: 1 });
    expect(others(host)[1]).toBe('=#REF!');
    expect(host.range('Other', 'A2').pending).toBe(1);
    expect(outcome(host)).toMatchObject({ names: [], metadata: ['A3:Y3'], protections: [] });
  });
  test('an open-ended reference outlives the row it begins in', () => {
    const host = filled();
    host.type('Sheet1', 'F1', [['=SUM(B3:B)']]);
    host.edit({ op: 'deleteRows', sheet: 'Sheet1', at: 3, count: 1 });
    expect(formulas(host, 'Sheet1', 'F1')).toEqual([['=SUM(B3:B)']]);
    host.edit({ op: 'insertRows', sheet: 'Sheet1', at: 2, count: 2 });
    expect(formulas(host, 'Sheet1', 'F1')).toEqual([['=SUM(B5:B)']]);
  });
  test('a row inserted above a frozen header stays frozen with it', () => {
    const host = hostDoing('sheet.setFrozenRows(1);');
    outcome(host);
    host.edit({ op: 'insertRows', sheet: 'Sheet1', at: 1, count: 1 });
    expect(host.snapshot().sheets[0]?.frozenRows).toBe(2);
    host.edit({ op: 'deleteRows', sheet: 'Sheet1', at: 2, count: 3 });
    expect(host.snapshot().sheets[0]?.frozenRows).toBe(1);
  });
  test.each([
    [
      { op: 'insertRows', sheet: 'Sheet1', at: 1002, count: 1 },
      '"at" must be a whole number from 1 to 1001',
    ],
    [{ op: 'insertRows', sheet: 'Sheet1', at: 1, count: 0 }, '"count" must be'],
    [{ op: 'insertRows', sheet: 'Sheet1', at: 1, count: 400_000 }, 'limit of 10000000 cells'],
    [
      { op: 'deleteColumns', sheet: 'Sheet1', at: 26, count: 2 },
      '"count" must be a whole number from 1 to 1',
    ],
    [
      { op: 'deleteColumns', sheet: 'Sheet1', at: 1, count: 26 },
      "You can't delete all the columns",
    ],
    [{ op: 'moveRows', sheet: 'Sheet1', at: 2, count: 1, to: 1002 }, '"to" must be'],
    [{ op: 'moveRows', sheet: 'Nowhere', at: 2, count: 1, to: 5 }, 'No sheet is named "Nowhere"'],
    [{ op: 'sort', sheet: 'Sheet1', column: 27, ascending: true }, '"column" must be'],
    [{ op: 'sort', sheet: 'Sheet1', a1: 'A2:B4', column: 3, ascending: true }, '"column" must be'],
    [{ op: 'filter', sheet: 'Sheet1', column: 1 }, 'both "column" and "show"'],
    [{ op: 'clearFilter', sheet: 'Sheet1' }, 'has no filter'],
    [{ op: 'merge', sheet: 'Sheet1', a1: 'A1' }, 'One cell alone'],
    [{ op: 'unmerge', sheet: 'Sheet1', a1: 'A1:B2' }, 'No cells are merged'],
    [{ op: 'unprotect', sheet: 'Sheet1' }, 'Nobody has protected'],
    [{ op: 'validate', sheet: 'Sheet1', a1: 'A1', allow: 'list' }, 'A list needs "values"'],
    [{ op: 'note', sheet: 'Sheet1', a1: 'AB1', text: 'n' }, '"AB1" is no range'],
    [{ op: 'addSheet', sheet: 'other' }, 'already exists'],
    [{ op: 'renameSheet', sheet: 'Sheet1', name: 'Other' }, 'already exists'],
    [{ op: 'explode', sheet: 'Sheet1' }, '"explode" is no edit'],
  ])('%j is refused and changes nothing', (edit, words) => {
    const host = filled();
    const before = host.save();
    expect(() => host.edit(edit as EditRequest)).toThrow(words);
    expect(host.save()).toBe(before);
  });
});

describe('sorting', () => {
  test('rows below the header are sorted whole, and formulas keep to their row', () => {
    const host = filled();
    host.type('Sheet1', 'E2:F2', [['=B$2+B2', 'mine']]);
    host.edit({ op: 'note', sheet: 'Sheet1', a1: 'F2', text: 'a note' });
    host.edit({ op: 'sort', sheet: 'Sheet1', column: 2, ascending: true });
    expect(host.range('Sheet1', 'A1:C4').values).toEqual([
      ['Key', 'Number', 'Text'],
      ['b', 1, 'y'],
      ['c', 2, 'z'],
      ['a', 3, 'x'],
    ]);
    expect(formulas(host, 'Sheet1', 'D2:E4')).toEqual([
      ['=B2*2', ''],
      ['=B3*2', ''],
      ['=B4*2', '=B$2+B4'],
    ]);
    expect(host.snapshot().sheets[0]?.cells[4]?.[6]).toEqual({ v: 'mine', note: 'a note' });
    // References from elsewhere stay where they point.
    expect(others(host)[1]).toBe("='Sheet1'!C3");
  });
  test('a range of its own is sorted with its first row, descending', () => {
    const host = filled();
    host.edit({ op: 'sort', sheet: 'Sheet1', a1: 'A3:B4', column: 2, ascending: false });
    expect(host.range('Sheet1', 'A2:C4').values).toEqual([
      ['a', 3, 'x'],
      ['c', 2, 'y'],
      ['b', 1, 'z'],
    ]);
  });
});

describe('tabs', () => {
  test('formulas follow a tab’s new name', () => {
    const host = filled();
    host.edit({ op: 'renameSheet', sheet: 'Sheet1', name: "Ana's data" });
    expect(others(host)).toEqual([
      "=SUM('Ana''s data'!B2:B4)",
      "='Ana''s data'!C3",
      '=HERE',
      "=SUM('Ana''s data'!B:B)",
    ]);
    host.edit({ op: 'renameSheet', sheet: "Ana's data", name: 'Dados' });
    expect(others(host)[1]).toBe('=Dados!C3');
  });
  test('a deleted tab leaves #REF! and takes its names', () => {
    const host = filled();
    host.edit({ op: 'deleteSheet', sheet: 'Sheet1' });
    expect(others(host)).toEqual(['=SUM(#REF!)', '=#REF!', '=HERE', '=SUM(#REF!)']);
    expect(host.snapshot().names).toEqual([]);
    expect(() => host.edit({ op: 'deleteSheet', sheet: 'Other' })).toThrow(
      'all the visible sheets',
    );
  });
  test('tabs are added, hidden and shown, but not all hidden', () => {
    const host = filled();
    host.edit({ op: 'addSheet', sheet: 'Third' });
    host.edit({ op: 'hideSheet', sheet: 'Other' });
    host.edit({ op: 'hideSheet', sheet: 'Third' });
    expect(() => host.edit({ op: 'hideSheet', sheet: 'Sheet1' })).toThrow("can't hide all");
    host.edit({ op: 'showSheet', sheet: 'Other' });
    expect(host.sheets().map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Sheet1', false],
      ['Other', false],
      ['Third', true],
    ]);
  });
});

test('tabs are moved and lines frozen, within what there is', () => {
  const host = filled();
  host.edit({ op: 'addSheet', sheet: 'Third' });
  host.edit({ op: 'moveSheet', sheet: 'Third', to: 1 });
  expect(host.sheets().map(({ name }) => name)).toEqual(['Third', 'Sheet1', 'Other']);
  expect(() => host.edit({ op: 'moveSheet', sheet: 'Third', to: 4 })).toThrow('"to" must be');
  host.edit({ op: 'freeze', sheet: 'Third', rows: 2, columns: 1 });
  host.edit({ op: 'freeze', sheet: 'Third', rows: 0 });
  expect(host.look('Third')).toMatchObject({ frozenRows: 0, frozenColumns: 1 });
  expect(() => host.edit({ op: 'freeze', sheet: 'Third', columns: 26 })).toThrow('"columns" must');
});

test('what a person selects is what a script finds selected, unless the tab is hidden', () => {
  const body = `return [ss.getCurrentCell().getA1Notation(), ss.getActiveRange().getA1Notation(), ss.getActiveSheet().getName()];`;
  const host = hostDoing(body);
  host.edit({ op: 'addSheet', sheet: 'Other' });
  host.edit({ op: 'select', sheet: 'Other', a1: 'C4:D9' });
  expect(outcome(host)).toEqual(['C4', 'C4:D9', 'Other']);
  expect(() => host.edit({ op: 'select', sheet: 'Other', a1: 'C4000' })).toThrow('no range');
  host.edit({ op: 'addSheet', sheet: 'Third' });
  host.edit({ op: 'hideSheet', sheet: 'Third' });
  expect(() => host.edit({ op: 'select', sheet: 'Third', a1: 'A1' })).toThrow('hidden');
  expect(outcome(host)).toEqual(['A1', 'A1', 'Sheet1']);
});

test('merges, rules, filters and protections come back from a saved workbook', () => {
  const host = filled();
  host.edit({ op: 'merge', sheet: 'Sheet1', a1: 'F1:G2' });
  host.edit({ op: 'validate', sheet: 'Sheet1', a1: 'H1:H3', allow: 'list', values: ['x'] });
  host.edit({ op: 'validate', sheet: 'Sheet1', a1: 'I1', allow: 'checkbox', warn: true });
  host.edit({ op: 'filter', sheet: 'Sheet1', column: 1, show: ['a'] });
  host.edit({ op: 'protect', sheet: 'Other', description: 'mine' });
  const saved = host.save();
  const body = `const refused = (write) => { try { write(); return null; } catch (error) { return error.message; } };
    return [sheet.getRange('A1:Z9').getMergedRanges()[0].getA1Notation(), sheet.isRowHiddenByFilter(3),
      sheet.getRange('H3').getDataValidation().getCriteriaValues(), sheet.getRange('I1').getDataValidation().getAllowInvalid(),
      refused(() => ss.getSheetByName('Other').getRange('A1').setValue(1)).slice(0, 42)];`;
  const again = hostDoing(body, { saved });
  expect(again.save()).toBe(saved);
  expect(outcome(again)).toEqual([
    'F1:G2',
    true,
    [['x'], true],
    true,
    'You are trying to edit a protected cell or',
  ]);
});

test('a file from before merges and rules still opens', () => {
  const saved = JSON.parse(filled().save());
  for (const tab of saved.tabs) for (const key of ['merges', 'filter', 'rules']) delete tab[key];
  expect(hostDoing('', { saved: JSON.stringify(saved) }).range('Sheet1', 'A1').values).toEqual([
    ['Key'],
  ]);
});
