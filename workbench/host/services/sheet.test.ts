import { hostDoing, outcome, run } from '../testing';

const rows = (...lines: unknown[][]) => JSON.stringify(lines);

describe('the grid', () => {
  test('a new tab has 1000 rows and 26 columns', () => {
    expect(
      run(`const tab = ss.insertSheet('New'); return [tab.getMaxRows(), tab.getMaxColumns()]`),
    ).toEqual([1000, 26]);
  });
  test.each([
    ['sheet.getRange(1001, 1)', 'outside the dimensions'],
    ['sheet.getRange(1, 27)', 'outside the dimensions'],
    ['sheet.getRange(1000, 1, 2, 1)', 'outside the dimensions'],
    [`sheet.getRange('A1001')`, 'outside the dimensions'],
    [`sheet.getRange('A1').offset(-1, 0)`, 'starting row of the range is too small'],
    ['sheet.getRange(0, 1)', 'starting row of the range is too small'],
    ['sheet.getRange(1, 1, 0)', 'number of rows in the range must be at least 1'],
    ['sheet.getRange(1.5, 1)', 'row must be a whole number'],
    [`sheet.getRange('nothing')`, 'Range not found'],
    [`sheet.getRange("'Other'!A1")`, 'Range not found'],
  ])('%s throws', (call, message) => {
    expect(() => run(call)).toThrow(message);
  });
  test('values must have the shape of the range', () => {
    expect(() => run(`sheet.getRange('A1:B2').setValues(${rows([1, 2])})`)).toThrow(
      'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
    );
    expect(() => run(`sheet.getRange('A1:B2').setValues(${rows([1, 2], [3])})`)).toThrow(
      'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    );
  });
  test('a refused block writes nothing', () => {
    const host = hostDoing(`sheet.getRange('A1:A2').setValues([[1], [NaN]])`);
    expect(() => outcome(host)).toThrow('A cell cannot hold the number NaN.');
    expect(host.range('Sheet1', 'A1').values).toEqual([['']]);
  });
  test('a cell holds at most 50,000 characters', () => {
    expect(run(`sheet.getRange('A1').setValue('x'.repeat(50000)); return 1`)).toBe(1);
    expect(() => run(`sheet.getRange('A1').setValue('x'.repeat(50001))`)).toThrow(
      'more than the maximum of 50000 characters',
    );
  });
  test('a spreadsheet has at most 10 million cells', () => {
    expect(run('sheet.insertRowsAfter(1000, 383000); return sheet.getMaxRows()')).toBe(384_000);
    expect(() => run('sheet.insertRowsAfter(1000, 384000)')).toThrow('limit of 10000000 cells');
  });
});

describe('rows and columns', () => {
  test('inserted rows take the format of the row above, and what is below moves on', () => {
    const body = `
      sheet.getRange('A1:A2').setValues([['a'], ['b']]);
      sheet.getRange('A1').setNumberFormat('0.00').setFontWeight('bold');
      sheet.insertRowsAfter(1, 2);
      return [sheet.getRange('A1:A4').getValues(), sheet.getRange('A1:A4').getNumberFormats(),
        sheet.getRange('A1:A4').getFontWeights(), sheet.getMaxRows()];`;
    const automatic = '0.###############';
    expect(run(body)).toEqual([
      [['a'], [''], [''], ['b']],
      [['0.00'], ['0.00'], ['0.00'], [automatic]],
      [['bold'], ['bold'], ['bold'], ['normal']],
      1002,
    ]);
  });
  test('rows appended at the end of the grid take the format of its last row', () => {
    const body = `
      sheet.getRange('A1000').setNumberFormat('yyyy-mm-dd');
      sheet.insertRowsAfter(1000, 2);
      return sheet.getRange('A1001:A1002').getNumberFormats();`;
    expect(run(body)).toEqual([['yyyy-mm-dd'], ['yyyy-mm-dd']]);
  });
  test('formulas, names and metadata move with their rows and columns', () => {
    const body = `
      const other = ss.insertSheet('Other');
      other.getRange('A1').setFormula("=SUM('Sheet1'!B2:B4)");
      ss.setNamedRange('HERE', sheet.getRange('B3'));
      sheet.getRange('B:B').addDeveloperMetadata('column', 'b');
      sheet.insertRowsBefore(2, 1); sheet.insertColumnsBefore(1, 1);
      return [other.getRange('A1').getFormula(), ss.getRangeByName('HERE').getA1Notation(),
        ss.createDeveloperMetadataFinder().withKey('column').find()[0].getLocation().getColumn().getA1Notation()];`;
    expect(run(body)).toEqual(["=SUM('Sheet1'!C3:C5)", 'C4', 'C1:C1001']);
  });
  test('a deleted row takes the names and metadata with it', () => {
    const body = `
      ss.setNamedRange('HERE', sheet.getRange('B3'));
      sheet.getRange('3:3').addDeveloperMetadata('row');
      sheet.getRange('A1').setFormula('=B3');
      sheet.deleteRows(3, 1);
      return [ss.getRangeByName('HERE'), ss.createDeveloperMetadataFinder().find().length,
        sheet.getRange('A1').getFormula(), sheet.getMaxRows()];`;
    expect(run(body)).toEqual([null, 0, '=#REF!', 999]);
  });
  test('not every row can be deleted, nor rows that are not there', () => {
    expect(() => run('sheet.deleteRows(1, 1000)')).toThrow("You can't delete all the rows");
    expect(() => run('sheet.deleteRows(1000, 2)')).toThrow('out of bounds');
    expect(() => run('sheet.insertRowsAfter(1001, 1)')).toThrow('out of bounds');
  });
  test('appendRow writes after the last filled row and grows the grid', () => {
    const body = `
      sheet.deleteRows(3, 998);
      sheet.appendRow(['a', 1]).appendRow(["'=b"]).appendRow(['c']);
      return [sheet.getRange('A1:B3').getValues(), sheet.getLastRow(), sheet.getMaxRows()];`;
    expect(run(body)).toEqual([
      [
        ['a', 1],
        ['=b', ''],
        ['c', ''],
      ],
      3,
      3,
    ]);
  });
  test('the last row and column are those with content: a format or a note is none', () => {
    const body = `
      sheet.getRange('B2').setValue(0);
      sheet.getRange('D9').setNumberFormat('0').setNote('n').setBackground('#ff0000');
      sheet.getRange('C5').setFormula('=1');
      return [sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getA1Notation()];`;
    expect(run(body)).toEqual([5, 3, 'A1:C5']);
  });
});

describe('tabs', () => {
  test('two tabs cannot have one name, in any case', () => {
    expect(() => run(`ss.insertSheet('sheet1')`)).toThrow(
      'A sheet with the name "sheet1" already exists. Please enter another name.',
    );
    expect(() => run(`ss.insertSheet('B'); sheet.setName('b')`)).toThrow('already exists');
  });
  test('a tab is found by name and by id, renamed, moved and deleted', () => {
    const body = `
      const tab = ss.insertSheet('Two', 0);
      const before = [tab.getIndex(), ss.getActiveSheet().getName()];
      tab.setName('Zwei');
      ss.setActiveSheet(tab); ss.moveActiveSheet(2);
      const id = tab.getSheetId();
      const after = [ss.getSheetById(id).getName(), ss.getSheetByName('Two'), tab.getIndex()];
      ss.deleteSheet(tab);
      return [before, after, ss.getSheets().map((one) => one.getName())];`;
    expect(run(body)).toEqual([[1, 'Two'], ['Zwei', null, 2], ['Sheet1']]);
  });
  test('one tab stays visible', () => {
    expect(() => run('sheet.hideSheet()')).toThrow("You can't hide all the sheets");
    expect(() => run(`ss.insertSheet('B').hideSheet(); ss.deleteSheet(sheet)`)).toThrow(
      "You can't remove all the visible sheets",
    );
  });
  test('a deleted tab cannot be written to', () => {
    expect(() =>
      run(
        `const tab = ss.insertSheet('B'); const cell = tab.getRange('A1'); ss.deleteSheet(tab); cell.setValue(1)`,
      ),
    ).toThrow('The sheet "B" was deleted.');
  });
  test('the first tab is named in the spreadsheet’s language', () => {
    expect(run('return sheet.getName()', { locale: 'pt_BR' })).toBe('Página1');
    expect(run('return sheet.getName()', { locale: 'es_ES' })).toBe('Hoja 1');
  });
  test('frozen rows, widths, hiding and protection are kept', () => {
    const body = `
      sheet.setFrozenRows(1); sheet.setColumnWidths(2, 2, 150); sheet.setTabColor('#00ff00');
      sheet.protect().setDescription('Ledger').setWarningOnly(true);
      const held = sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET);
      const answer = [sheet.getFrozenRows(), sheet.getColumnWidth(3), sheet.getColumnWidth(4),
        held.map((one) => [one.getDescription(), one.isWarningOnly()])];
      held[0].remove();
      return [...answer, sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).length];`;
    expect(run(body)).toEqual([1, 150, 100, [['Ledger', true]], 0]);
  });
});

describe('how a tab looks', () => {
  test('rows are given heights, forced ones stay, and both move with their rows', () => {
    const host = hostDoing(`
      sheet.setRowHeight(1, 40); sheet.setRowHeights(3, 2, 30); sheet.setRowHeightsForced(6, 1, 5);
      sheet.insertRowsBefore(4, 1); sheet.deleteRows(3, 1);
      return [1, 2, 3, 4, 5, 6].map((row) => sheet.getRowHeight(row));`);
    expect(outcome(host)).toEqual([40, 21, 21, 30, 21, 5]);
    expect(host.snapshot().sheets[0]?.rowHeights).toEqual({
      1: { height: 40, forced: false },
      4: { height: 30, forced: false },
      6: { height: 5, forced: true },
    });
    expect(hostDoing('', { saved: host.save() }).snapshot()).toMatchObject({
      sheets: host.snapshot().sheets,
    });
  });
  test('gridlines are hidden, and the tab has a colour', () => {
    const host = hostDoing(`
      const before = [sheet.hasHiddenGridlines(), sheet.getTabColor()];
      sheet.setHiddenGridlines(true).setTabColor('ff0000');
      return [before, sheet.hasHiddenGridlines(), sheet.getTabColor(), sheet.setTabColor('green').getTabColor(), sheet.setTabColor(null).getTabColor()];`);
    expect(outcome(host)).toEqual([[false, null], true, '#ff0000', '#008000', null]);
    expect(host.look('Sheet1')).toMatchObject({ gridlinesHidden: true, tabColor: null });
  });
  test.each([
    ['sheet.setRowHeights(1, 1001, 5)', 'out of bounds'],
    ['sheet.setRowHeight(1, 0)', 'height must be at least 1'],
    ['sheet.setHiddenGridlines(1)', 'hideGridlines must be a boolean'],
    [`sheet.setTabColor('no colour')`, 'color "no colour"'],
  ])('%s throws', (call, message) => {
    expect(() => run(call)).toThrow(message);
  });
  test('outside checks read notes, frozen lines and widths', () => {
    const host = hostDoing(
      `sheet.getRange('B2:B3').setNotes([['n'], ['']]); sheet.setFrozenColumns(2); sheet.setColumnWidth(3, 70);`,
    );
    outcome(host);
    expect(host.look('Sheet1')).toEqual({
      conditionalFormats: [],
      painted: {},
      filter: null,
      charts: [],
      notes: { B2: 'n' },
      frozenRows: 0,
      frozenColumns: 2,
      columnWidths: { 3: 70 },
      rowHeights: {},
      gridlinesHidden: false,
      tabColor: null,
    });
    expect(() => host.look('Sheet9')).toThrow('No sheet is named "Sheet9".');
  });
});

describe('names and metadata', () => {
  test('a named range is set, found in any case, moved and removed', () => {
    const body = `
      ss.setNamedRange('WA_LIVE', sheet.getRange('B1'));
      const named = ss.getNamedRanges()[0];
      named.setRange(sheet.getRange('C2:D3'));
      const found = [named.getName(), ss.getRangeByName('wa_live').getA1Notation(), ss.getRange('WA_LIVE').getA1Notation()];
      ss.removeNamedRange('WA_LIVE');
      return [found, ss.getRangeByName('WA_LIVE')];`;
    expect(run(body)).toEqual([['WA_LIVE', 'C2:D3', 'C2:D3'], null]);
  });
  test.each(['A1', '1a', 'a b', ''])('%j is no name for a range', (name) => {
    expect(() => run(`ss.setNamedRange('${name}', sheet.getRange('A1'))`)).toThrow('not valid');
  });
  test('metadata hang on the file, a tab, a row or a column, not on other ranges', () => {
    const body = `
      const V = SpreadsheetApp.DeveloperMetadataVisibility;
      ss.addDeveloperMetadata('k', 'file', V.PROJECT); sheet.addDeveloperMetadata('k', 'tab');
      sheet.getRange('C:C').addDeveloperMetadata('k', 'column'); sheet.getRange('2:2').addDeveloperMetadata('k');
      const finder = ss.createDeveloperMetadataFinder().withKey('k');
      const all = finder.find().map((one) => [one.getValue(), String(one.getVisibility()), String(one.getLocation().getLocationType())]);
      const columns = sheet.createDeveloperMetadataFinder().withLocationType(SpreadsheetApp.DeveloperMetadataLocationType.COLUMN).find();
      columns[0].setValue('changed');
      return [all, sheet.getRange('B:D').createDeveloperMetadataFinder().find().map((one) => one.getValue())];`;
    expect(run(body)).toEqual([
      [
        ['file', 'PROJECT', 'SPREADSHEET'],
        ['tab', 'DOCUMENT', 'SHEET'],
        ['column', 'DOCUMENT', 'COLUMN'],
        [null, 'DOCUMENT', 'ROW'],
      ],
      ['changed'],
    ]);
    expect(() => run(`sheet.getRange('A1:A5').addDeveloperMetadata('k')`)).toThrow(
      'Adding developer metadata to arbitrary ranges is not currently supported.',
    );
  });
});
