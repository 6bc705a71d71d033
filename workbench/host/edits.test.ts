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
});
