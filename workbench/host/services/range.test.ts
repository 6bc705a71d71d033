import { hostDoing, outcome, run } from '../testing';

test('setValues reads text as if typed and keeps numbers, booleans and apostrophe text', () => {
  const host =
    hostDoing(`sheet.getRange('A1:H1').setValues([['1.5', '2026-11-01', '=1+1', "'=1+1", "'0017", 7, true, null]]);
    return [sheet.getRange('A1:H1').getValues()[0].map((value) => value instanceof Date ? value.toISOString() : value), sheet.getRange('A1:H1').getFormulas()[0]];`);
  expect(outcome(host)).toEqual([
    [1.5, '2026-11-01T03:00:00.000Z', '', '=1+1', '0017', 7, true, ''],
    ['', '', '=1+1', '', '', '', '', ''],
  ]);
  expect(host.range('Sheet1', 'B1')).toMatchObject({
    values: [[46_327]],
    formats: [['yyyy-mm-dd']],
  });
});

test('in a decimal-comma locale text is read with the comma', () => {
  expect(
    run(
      `sheet.getRange('A1:B1').setValues([['1,5', '1.5']]); return sheet.getRange('A1:B1').getValues()`,
      {
        locale: 'pt_BR',
      },
    ),
  ).toEqual([[1.5, '1.5']]);
});

test('null, undefined and empty text clear a cell and leave its format', () => {
  const body = `
    const range = sheet.getRange('A1:C1').setValues([[1, 2, 3]]).setNumberFormat('0.0');
    range.setValues([[null, undefined, '']]);
    return [range.getValues(), range.getNumberFormats(), range.isBlank(), sheet.getLastRow()];`;
  expect(run(body)).toEqual([[['', '', '']], [['0.0', '0.0', '0.0']], true, 0]);
});

test.each(['{}', '[]', '() => 1', 'Symbol()', 'Infinity', 'new Date(NaN)', '10n'])(
  'a cell cannot hold %s',
  (value) => {
    expect(() => run(`sheet.getRange('A1').setValue(${value})`)).toThrow('A cell cannot hold');
  },
);

test('a JS date becomes a serial in the spreadsheet’s zone, with a date format', () => {
  const host = hostDoing(`sheet.getRange('A1').setValue(new Date('2026-11-01T03:00:00Z'));
    sheet.getRange('A2').setValue(new Date('2026-11-01T15:00:00Z'));
    sheet.getRange('A3').setNumberFormat('yyyy-mm').setValue(new Date('2026-11-01T03:00:00Z'));`);
  outcome(host);
  expect(host.range('Sheet1', 'A1:A3')).toMatchObject({
    values: [[46_327], [46_327.5], [46_327]],
    formats: [['M/d/yyyy'], ['M/d/yyyy H:mm:ss'], ['yyyy-mm']],
  });
});

test('a number is read as a Date exactly while its format shows dates', () => {
  const body = `
    const cell = sheet.getRange('A1').setValue(46327);
    const kinds = [];
    for (const format of ['yyyy-mm-dd', '0.00', 'h:mm', 'general']) {
      kinds.push(typeof cell.setNumberFormat(format).getValue());
    }
    return [kinds, cell.setNumberFormat('d/m/yyyy').getValue().toISOString()];`;
  expect(run(body, { timeZone: 'America/New_York' })).toEqual([
    ['object', 'number', 'object', 'number'],
    '2026-11-01T04:00:00.000Z',
  ]);
});

test('numbers written into text cells become text', () => {
  expect(run(`return sheet.getRange('A1').setNumberFormat('@').setValue(5).getValue()`)).toBe('5');
});

test('display values follow format and locale', () => {
  const body = `
    const range = sheet.getRange('A1:C1').setValues([[1234.5, 46327, 'x']]);
    range.setNumberFormats([['#,##0.00', 'dd/MM/yyyy', '@']]);
    return [range.getDisplayValues(), range.getDisplayValue()];`;
  expect(run(body, { locale: 'pt_BR' })).toEqual([[['1.234,50', '01/11/2026', 'x']], '1.234,50']);
});

test('an automatic format reads as Google names it and is set with general; null fails', () => {
  expect(
    run(
      `return sheet.getRange('A1').setNumberFormat('0').setNumberFormat('general').getNumberFormat()`,
    ),
  ).toBe('0.###############');
  expect(() => run(`sheet.getRange('A1').setNumberFormat(null)`)).toThrow(
    'numberFormat must be text',
  );
});

test('a formula has no value until the page computes it', () => {
  const host = hostDoing(
    `if (a) sheet.getRange('A1').setFormula('1+1'); return [sheet.getRange('A1').getValue(), sheet.getRange('A1').getFormula()];`,
  );
  expect(outcome(host, true)).toEqual(['', '=1+1']);
  host.acceptResults([{ sheetId: 0, row: 1, column: 1, value: 2 }]);
  expect(outcome(host)).toEqual([2, '=1+1']);
  host.acceptResults([{ sheetId: 0, row: 1, column: 1, value: '#VALUE!', error: 'Wrong.' }]);
  expect(outcome(host)).toEqual(['#VALUE!', '=1+1']);
});

test('styles, notes and borders are set and cleared', () => {
  const body = `
    const range = sheet.getRange('A1:B1').setValues([['a', 'b']]);
    range.setBackground('#ff0000').setFontWeight('bold').setFontColor('white').setFontSize(12).setFontStyle('italic')
      .setHorizontalAlignment('center').setVerticalAlignment('middle').setWrap(true)
      .setWrapStrategy(SpreadsheetApp.WrapStrategy.CLIP).setNotes([['n', '']])
      .setBorder(true, true, true, true, null, null, 'black', SpreadsheetApp.BorderStyle.SOLID);
    const before = [range.getBackgrounds(), range.getFontWeight(), range.getNotes()];
    range.clear({ formatOnly: true });
    const formats = [range.getBackground(), range.getFontWeight(), range.getNote(), range.getValue()];
    range.clearContent();
    const content = [range.getNote(), range.getValue()];
    range.setValue('x').clear();
    return [before, formats, content, range.getNote(), range.getValue()];`;
  expect(run(body)).toEqual([
    [[['#ff0000', '#ff0000']], 'bold', [['n', '']]],
    ['#ffffff', 'normal', 'n', 'a'],
    ['n', ''],
    '',
    '',
  ]);
});

test('looks are set cell by cell, and colours read as Google answers them: in hex', () => {
  const host = hostDoing(`
    const range = sheet.getRange('A1:B1').setValues([['a', 'b']]);
    const { WRAP, CLIP } = SpreadsheetApp.WrapStrategy;
    range.setBackgrounds([['White', '#0F8']]).setFontColors([['red', null]]).setFontSizes([[8, 14]]).setFontStyles([['italic', 'normal']])
      .setVerticalAlignments([['top', null]]).setWrapStrategies([[WRAP, CLIP]]);
    return [range.getBackgrounds(), range.getFontSizes(), sheet.getRange('C1').getFontSize()];`);
  expect(outcome(host)).toEqual([[['#ffffff', '#00ff88']], [[8, 14]], 10]);
  expect(host.snapshot().sheets[0]?.cells[1]).toEqual({
    1: { v: 'a', s: { i: true, bg: '#ffffff', fc: '#ff0000', size: 8, va: 'top', wrap: true } },
    2: { v: 'b', s: { bg: '#00ff88', size: 14, clip: true } },
  });
});

test('clearFormat leaves number formats alone', () => {
  expect(
    run(`const cell = sheet.getRange('A1').setNumberFormat('0%').setFontWeight('bold').clearFormat();
      return [cell.getNumberFormat(), cell.getFontWeight()];`),
  ).toEqual(['0%', 'normal']);
});

test.each([
  ['setWrapStrategies([["CLIP"]])', 'strategy'],
  ['setVerticalAlignments([["left"]])', 'alignment'],
  ['setFontSizes([[0]])', 'size'],
  ['setWraps([["yes"]])', 'isWrapEnabled'],
  ['setFontColor("nocolour")', 'color'],
  ['setFontWeight("heavy")', 'fontWeight'],
  ['setHorizontalAlignment("top")', 'alignment'],
  ['setBackground("no colour")', 'color'],
  ['setWrapStrategy("CLIP")', 'strategy'],
  ['setWrap("yes")', 'isWrapEnabled'],
])('%s is refused', (call, parameter) => {
  expect(() => run(`sheet.getRange('A1').${call}`)).toThrow(parameter);
});

test('a range list formats all its ranges in one call', () => {
  const host =
    hostDoing(`sheet.getRangeList(['A1', 'C2:C3']).setNumberFormat('0%').setFontWeight('bold');
    return sheet.getRange('A1:C3').getNumberFormats();`);
  const auto = '0.###############';
  expect(outcome(host)).toEqual([
    ['0%', auto, auto],
    [auto, auto, '0%'],
    [auto, auto, '0%'],
  ]);
  expect(host.calls().tabs.Sheet1?.calls).toEqual({
    'RangeList.setNumberFormat': 1,
    'RangeList.setFontWeight': 1,
    'Range.getNumberFormats': 1,
  });
});

test('sort moves whole cells: numbers, text, booleans, then the empty ones', () => {
  const body = `
    const range = sheet.getRange('A1:B5').setValues([['b', 1], ["'10", 2], [2, 3], ['', 4], [true, 5]]);
    sheet.getRange('A3').setNote('two');
    range.sort(1);
    const up = range.getValues();
    const note = sheet.getRange('A1').getNote();
    range.sort({ column: 2, ascending: false });
    return [up, note, range.getValues().map((row) => row[1])];`;
  expect(run(body)).toEqual([
    [
      [2, 3],
      ['10', 2],
      ['b', 1],
      [true, 5],
      ['', 4],
    ],
    'two',
    [5, 4, 3, 2, 1],
  ]);
});

test('copyTo repeats over a larger target and moves formulas along', () => {
  const body = `
    sheet.getRange('C1').setFormula('=A1*$B$1').setNumberFormat('0.0');
    sheet.getRange('C1').copyTo(sheet.getRange('C2:C3'));
    return [sheet.getRange('C1:C3').getFormulas(), sheet.getRange('C3').getNumberFormat()];`;
  expect(run(body)).toEqual([[['=A1*$B$1'], ['=A2*$B$1'], ['=A3*$B$1']], '0.0']);
});

test('a block of 22,500 rows by 21 columns is written well under two seconds', () => {
  const host = hostDoing(`
    const values = [];
    for (let row = 0; row < 22500; row++) {
      const line = [];
      for (let column = 0; column < 21; column++) line.push(column < 9 ? "'text " + column : row * column);
      values.push(line);
    }
    sheet.insertRowsAfter(1000, 22500);
    sheet.getRange(2, 1, 22500, 21).setValues(values);
    return sheet.getLastRow();`);
  const start = performance.now();
  expect(outcome(host)).toBe(22_501);
  expect(performance.now() - start).toBeLessThan(2000);
});
