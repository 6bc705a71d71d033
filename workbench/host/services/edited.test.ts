// What protections, merges and rules that people made do to a script, and what it can ask about them.
import type { EditRequest, HostApi, Json } from '../api';
import { hostDoing, hostWith, outcome, run } from '../testing';

const REFUSAL =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

/** Runs a body after edits. */
function withEdits(edits: Record<string, unknown>[], body: string): { host: HostApi; value: Json } {
  const host = hostDoing(body);
  for (const edit of edits) host.edit({ sheet: 'Sheet1', ...edit } as EditRequest);
  return { host, value: outcome(host) };
}

describe('protection by somebody else', () => {
  test.each([
    `sheet.getRange('A1').setValue(1)`,
    `sheet.getRange('A1:B2').setValues([[1, 2], [3, 4]])`,
    `sheet.getRange('B2').setFormula('=1')`,
    `sheet.getRange('B2').setNumberFormat('0')`,
    `sheet.getRange('B2').setNote('n')`,
    `sheet.getRange('B2').clearContent()`,
    `sheet.getRange('A1:C3').sort(1)`,
    `sheet.getRange('Z1').copyTo(sheet.getRange('B2'))`,
    `sheet.getRangeList(['Z1', 'B2']).setBackground('red')`,
    'sheet.clear()',
    'sheet.clearContents()',
    'sheet.deleteRows(2, 1)',
    'sheet.deleteColumns(2, 1)',
    'sheet.insertRowsAfter(2, 1)',
    'sheet.insertColumnsBefore(3, 1)',
    'ss.deleteSheet(sheet)',
    `sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].remove()`,
    `sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].setWarningOnly(true)`,
  ])('of a range stops %s, which changes nothing', (call) => {
    const host = hostDoing(call);
    host.edit({ op: 'addSheet', sheet: 'Other' });
    host.type('Sheet1', 'A1:C3', [
      ['c', 1, 1],
      ['b', 2, 2],
      ['a', 3, 3],
    ]);
    host.edit({ op: 'protect', sheet: 'Sheet1', a1: 'A1:C3' });
    const before = host.save();
    expect(() => outcome(host)).toThrow(REFUSAL);
    expect(host.save()).toBe(before);
  });
  test.each([
    'sheet.appendRow([1])',
    'sheet.insertRowsAfter(1000, 1)',
    'sheet.insertRowsBefore(1, 1)',
    `sheet.setName('Mine')`,
    'sheet.hideSheet()',
    'sheet.setFrozenRows(1)',
    'sheet.setColumnWidth(1, 50)',
    `sheet.getRange('Z900').setValue(1)`,
  ])('of the tab stops %s', (call) => {
    expect(() => withEdits([{ op: 'addSheet', sheet: 'Other' }, { op: 'protect' }], call)).toThrow(
      REFUSAL,
    );
  });
  test('leaves the rest of the tab alone', () => {
    const { host } = withEdits(
      [{ op: 'protect', a1: 'B2:B3' }],
      `sheet.getRange('A1:A9').setValue(1); sheet.insertRowsBefore(2, 1); sheet.insertColumnsAfter(2, 1); sheet.deleteRows(5, 1);`,
    );
    expect(host.range('Sheet1', 'A1:A2').values).toEqual([[1], ['']]);
  });
  test('with a warning only, or by the add-on itself, stops nobody', () => {
    const { host, value } = withEdits(
      [{ op: 'protect', a1: 'A1', warningOnly: true }],
      `sheet.protect(); sheet.getRange('A1').protect(); sheet.getRange('A1').setValue(1);
       return [sheet.getRange('A1').canEdit(), sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).map((item) => item.canEdit())];`,
    );
    expect(host.range('Sheet1', 'A1').values).toEqual([[1]]);
    expect(value).toEqual([true, [true, true]]);
  });
  test('can be asked about, does not stop who made it, and ends', () => {
    const host =
      hostDoing(`const item = sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET)[0];
      return item ? [item.canEdit(), item.isWarningOnly(), item.getDescription(), item.getEditors(), item.getUnprotectedRanges(),
        sheet.getRange('A1').canEdit()] : sheet.getRange('A1').setValue(2).getValue();`);
    host.edit({ op: 'protect', sheet: 'Sheet1', description: 'finance' });
    expect(outcome(host)).toEqual([false, false, 'finance', [], [], false]);
    host.type('Sheet1', 'A1', [[1]]);
    expect(host.range('Sheet1', 'A1').values).toEqual([[1]]);
    host.edit({ op: 'unprotect', sheet: 'Sheet1' });
    expect(outcome(host)).toBe(2);
  });
});

describe('merged cells', () => {
  test('keep only what goes into the top left cell', () => {
    const { host, value } = withEdits(
      [{ op: 'merge', a1: 'B2:C3' }],
      `sheet.getRange('A1:C3').setValues([[1, 2, 3], [4, 5, 6], [7, 8, 9]]);
       const all = sheet.getRange('A1:Z9');
       return [all.isPartOfMerge(), all.getMergedRanges().map((range) => range.getA1Notation()),
         sheet.getRange('C3').getMergedRanges()[0].getA1Notation(), sheet.getRange('A1:A9').isPartOfMerge(), sheet.getRange('A1').getMergedRanges()];`,
    );
    expect(value).toEqual([true, ['B2:C3'], 'B2:C3', false, []]);
    expect(host.range('Sheet1', 'A1:C3').values).toEqual([
      [1, 2, 3],
      [4, 5, ''],
      [7, '', ''],
    ]);
  });
  test('a merge empties the other cells, and unmerged cells take values again', () => {
    const host = hostDoing('');
    host.type('Sheet1', 'A1:B1', [[1, 2]]);
    host.edit({ op: 'merge', sheet: 'Sheet1', a1: 'A1:B1' });
    expect(host.range('Sheet1', 'A1:B1').values).toEqual([[1, '']]);
    expect(() => host.edit({ op: 'merge', sheet: 'Sheet1', a1: 'B1:B2' })).toThrow(
      'A1:B1 is merged',
    );
    expect(() => host.edit({ op: 'moveColumns', sheet: 'Sheet1', at: 1, count: 1, to: 5 })).toThrow(
      'unmerge them first',
    );
    expect(() =>
      host.edit({ op: 'sort', sheet: 'Sheet1', a1: 'A1:B3', column: 1, ascending: true }),
    ).toThrow('cannot be sorted');
    host.edit({ op: 'insertColumns', sheet: 'Sheet1', at: 2, count: 1 });
    host.edit({ op: 'unmerge', sheet: 'Sheet1', a1: 'A1:C1' });
    host.type('Sheet1', 'A1:C1', [[1, 2, 3]]);
    expect(host.range('Sheet1', 'A1:C1').values).toEqual([[1, 2, 3]]);
  });
});

describe('validation rules', () => {
  const SENTENCE =
    'The data you entered in cell B2 violates the data validation rules set on this cell.';
  const list = { op: 'validate', a1: 'B2', allow: 'list', values: ['x', '5'] };
  const checkbox = { op: 'validate', a1: 'B2', allow: 'checkbox' };

  test.each([
    [list, `sheet.getRange('A1:B2').setValues([[1, 1], [1, 'y']])`],
    [list, `sheet.getRange('B2').setValue(6)`],
    [list, `sheet.getRange('B2').setValue(new Date())`],
    [list, `sheet.getRange('A1').setValue(1); sheet.appendRow([1, 'y'])`],
    [
      list,
      `sheet.getRange('D1').setValue('y').copyTo(sheet.getRange('B2'), SpreadsheetApp.CopyPasteType.PASTE_FORMULA, false)`,
    ],
    [checkbox, `sheet.getRange('B2').setValue('yes')`],
  ])('%j refuses %s', (edit, body) => {
    const host = hostDoing(body);
    host.edit({ sheet: 'Sheet1', ...edit } as EditRequest);
    const before = host.range('Sheet1', 'A2:B2');
    expect(() => outcome(host)).toThrow(SENTENCE);
    expect(host.range('Sheet1', 'A2:B2')).toEqual(before);
  });
  test.each([
    [list, `sheet.getRange('B2').setValue('x')`, 'x'],
    [list, `sheet.getRange('B2').setValue("'5")`, '5'],
    [list, `sheet.getRange('B2').setValue(5)`, 5],
    [list, `sheet.getRange('B2').setValue('x').clearContent()`, ''],
    [checkbox, `sheet.getRange('B2').setValue(true)`, true],
    [checkbox, '', false],
    [{ ...list, warn: true }, `sheet.getRange('B2').setValue('y')`, 'y'],
  ])('%j lets %s pass', (edit, body, value) => {
    expect(withEdits([edit], body).host.range('Sheet1', 'B2').values).toEqual([[value]]);
  });
  test('a rule that was taken away refuses nothing', () => {
    const { host } = withEdits(
      [list, { op: 'validate', a1: 'A1:C3', allow: 'anything' }],
      `sheet.getRange('B2').setValue('y')`,
    );
    expect(host.range('Sheet1', 'B2').values).toEqual([['y']]);
  });
  test('scripts may ask for them', () => {
    const { value } = withEdits(
      [list, { ...checkbox, a1: 'C2', warn: true }],
      `const [none, first, second] = sheet.getRange('A2:C2').getDataValidations()[0];
       const kind = SpreadsheetApp.DataValidationCriteria;
       return [none, first.getCriteriaType() === kind.VALUE_IN_LIST, first.getCriteriaValues(), first.getAllowInvalid(),
         second.getCriteriaType() === kind.CHECKBOX, second.getCriteriaValues(), second.getAllowInvalid(),
         sheet.getRange('A1').getDataValidation()];`,
    );
    expect(value).toEqual([null, true, [['x', '5'], true], false, true, [], true, null]);
  });
  test('formulas may ask, too', () => {
    const host = hostWith(`
      /**
       * Asks.
       * @customfunction
       */
      function ASK() {
        const sheet = SpreadsheetApp.getActive().getSheets()[0];
        const { length } = sheet.getRange('B2').getMergedRanges();
        return [[sheet.getRange('B2').getDataValidation().getAllowInvalid(), sheet.getFilter().getRange().getA1Notation(), length]];
      }`);
    host.edit({ sheet: 'Sheet1', ...list } as EditRequest);
    host.edit({ op: 'filter', sheet: 'Sheet1', a1: 'A1:B9' });
    expect(host.formula('ASK', [])).toEqual({ ok: true, value: [[false, 'A1:B9', 0]] });
  });
  test('a rule moves with its cell', () => {
    const host = hostDoing(
      `return sheet.getRange('A1:E1').getDataValidations()[0].map((rule) => rule !== null)`,
    );
    host.edit({ op: 'validate', sheet: 'Sheet1', a1: 'B1', allow: 'list', values: ['x'] });
    host.edit({ op: 'moveColumns', sheet: 'Sheet1', at: 2, count: 1, to: 5 });
    expect(outcome(host)).toEqual([false, false, false, true, false]);
  });
});

describe('copying', () => {
  const PASTE = `const paste = SpreadsheetApp.CopyPasteType;
    sheet.getRange('A1:B1').setValues([['=C1*2', "'007"]]).setNumberFormats([['0.0', '@']]).setNote('n');
    sheet.getRange('A2:B3').setNumberFormat('0.000').setBackground('#ff0000');`;
  test('contents only fill down and leave looks alone', () => {
    const body = `${PASTE} sheet.getRange('A1:B1').copyTo(sheet.getRange('A2:B3'), paste.PASTE_FORMULA, false);
      const filled = sheet.getRange('A2:B3');
      return [filled.getFormulas(), filled.getValues()[1][1], filled.getNumberFormats()[1], filled.getBackgrounds()[1], filled.getNotes()[1]];`;
    expect(run(body)).toEqual([
      [
        ['=C2*2', ''],
        ['=C3*2', ''],
      ],
      '007',
      ['0.000', '0.000'],
      ['#ff0000', '#ff0000'],
      ['', ''],
    ]);
  });
  test('looks only leave contents alone', () => {
    const body = `${PASTE} sheet.getRange('A2').setValue(1); sheet.getRange('A1').copyTo(sheet.getRange('A2'), paste.PASTE_FORMAT, false);
      const cell = sheet.getRange('A2');
      return [cell.getValue(), cell.getNumberFormat(), cell.getBackground(), cell.getNote()];`;
    expect(run(body)).toEqual([1, '0.0', '#ffffff', '']);
  });
  test('everything, transposed', () => {
    const body = `${PASTE} sheet.getRange('A1:B2').setValues([[1, 2], [3, 4]]);
      sheet.getRange('A1:B2').copyTo(sheet.getRange('D1'), paste.PASTE_NORMAL, true);
      return [sheet.getRange('D1:E2').getValues(), sheet.getRange('D1').getNote()];`;
    expect(run(body)).toEqual([
      [
        [1, 3],
        ['2', 4],
      ],
      'n',
    ]);
  });
  test('other kinds are named', () => {
    expect(() =>
      run(`${PASTE} sheet.getRange('A1').copyTo(sheet.getRange('A2'), paste.PASTE_VALUES, false)`),
    ).toThrow('not emulated: Range.copyTo with PASTE_VALUES');
    expect(() =>
      run(`${PASTE} sheet.getRange('A1').copyTo(sheet.getRange('A2'), paste.PASTE_NORMAL, true)`),
    ).toThrow('transposed with formulas');
  });
});

test.each(['PASTE_NORMAL', 'PASTE_FORMULA', 'PASTE_FORMAT'])(
  'a dying execution loses a copy by %s, and a sort',
  (kind) => {
    const body = `
      sheet.getRange('A1').copyTo(sheet.getRange('B1:C1'), SpreadsheetApp.CopyPasteType.${kind}, false);
      sheet.getRange('A1:D2').sort(1); ss.getName();`;
    const host = hostDoing(body);
    host.type('Sheet1', 'A1:D2', [
      ['5%', 5, '', '=A1'],
      [0, 0, '', '=A2'],
    ]);
    const before = host.save();
    outcome(host);
    expect(host.save()).not.toBe(before);
    const calls = Object.values(host.calls().calls).reduce((sum, count) => sum + count, 0);
    const again = hostDoing(body, { saved: before });
    again.planFault({ dieAt: calls, pending: 'lost' });
    expect(() => outcome(again)).toThrow('ended by a planned fault');
    expect(again.save()).toBe(before);
  },
);

test.each([
  ['A1', 'DOWN', 'A3'],
  ['A3', 'DOWN', 'A6'],
  ['A6', 'DOWN', 'A1000'],
  ['A1000', 'DOWN', 'A1000'],
  ['A1000', 'UP', 'A6'],
  ['A6', 'UP', 'A3'],
  ['A3', 'UP', 'A1'],
  ['B4', 'PREVIOUS', 'A4'],
  ['A1:C2', 'NEXT', 'Z1'],
  ['Z3', 'PREVIOUS', 'A3'],
])('from %s %s the data’s edge is %s', (from, direction, to) => {
  const body = `sheet.getRange('A1:A6').setValues([[1], [2], ['x'], [null], [null], [0]]);
    return sheet.getRange('${from}').getNextDataCell(SpreadsheetApp.Direction.${direction}).getA1Notation();`;
  expect(run(body)).toBe(to);
});
