import { hostDoing, outcome } from './testing';

test('every call of a service is counted by class and method, with the cells it moves, by tab', () => {
  const host = hostDoing(`
    const two = ss.insertSheet('Two');
    sheet.getRange('A1:B3').setValues([[1, 2], [3, 4], [5, 6]]);
    sheet.getRange('A1:B1').getValues();
    two.appendRow(['x', 'y', 'z']);
    two.getRange('A:A').setNumberFormat('0');
    two.getRange('A1').setFontWeight('bold').setNote('n');
    two.getLastRow(); two.setFrozenRows(1); SpreadsheetApp.flush();`);
  outcome(host);
  expect(host.calls()).toEqual({
    calls: {
      'SpreadsheetApp.getActive': 1,
      'Spreadsheet.getSheets': 1,
      'Spreadsheet.insertSheet': 1,
      'Sheet.getRange': 4,
      'Range.setValues': 1,
      'Range.getValues': 1,
      'Sheet.appendRow': 1,
      'Range.setNumberFormat': 1,
      'Range.setFontWeight': 1,
      'Range.setNote': 1,
      'Sheet.getLastRow': 1,
      'Sheet.setFrozenRows': 1,
      'SpreadsheetApp.flush': 1,
    },
    cellsRead: 2,
    cellsWritten: 10,
    tabs: {
      Sheet1: {
        calls: { 'Range.setValues': 1, 'Range.getValues': 1 },
        cellsRead: 2,
        cellsWritten: 6,
      },
      Two: {
        calls: {
          'Sheet.appendRow': 1,
          'Range.setNumberFormat': 1,
          'Range.setFontWeight': 1,
          'Range.setNote': 1,
        },
        cellsRead: 0,
        cellsWritten: 4,
      },
    },
  });
});

test('a reset starts the counts anew, and an answer does not change afterwards', () => {
  const host = hostDoing(`return sheet.getRange('A1').getValue();`);
  outcome(host);
  const before = host.calls();
  host.resetCalls();
  expect(host.calls()).toEqual({ calls: {}, cellsRead: 0, cellsWritten: 0, tabs: {} });
  expect(before.cellsRead).toBe(1);
});

test('enumerations are not calls', () => {
  const host = hostDoing('return String(ScriptApp.AuthMode.FULL);');
  host.resetCalls();
  outcome(host);
  expect(host.calls().calls).toEqual({ 'SpreadsheetApp.getActive': 1, 'Spreadsheet.getSheets': 1 });
});
