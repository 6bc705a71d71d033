// Conditional formats as Google documents them: rules, their builder, and what they make of cells.
import type { HostEvent, Json } from '../api';
import { hostDoing, outcome, run } from '../testing';

const RULE = 'SpreadsheetApp.newConditionalFormatRule()';
/** A host whose first tab holds these values, after a body that sets rules on it. */
function painted(values: Json[][], body: string) {
  const host = hostDoing(body);
  host.type('Sheet1', 'A1', values);
  outcome(host);
  return host;
}
const looks = (values: Json[][], body: string) => painted(values, body).look('Sheet1').painted;
const GRADIENT = `${RULE}.setGradientMinpoint('#000000').setGradientMaxpoint('#ffffff')`;
const set = (rule: string, range = 'A1:A9') =>
  `sheet.setConditionalFormatRules([${rule}.setRanges([sheet.getRange('${range}')]).build()]);`;

describe('a gradient', () => {
  test('colours numbers between the range’s least and greatest, and nothing else', () => {
    expect(looks([[10], ["'10"], [20], [true], [''], [15], ['word']], set(GRADIENT))).toEqual({
      A1: { background: '#000000' },
      A3: { background: '#ffffff' },
      A6: { background: '#808080' },
    });
  });
  test('counts the numbers of all its ranges together', () => {
    const rule = `${GRADIENT}.setRanges([sheet.getRange('A1:A2'), sheet.getRange('C1:C2')])`;
    const body = `sheet.setConditionalFormatRules([${rule}.build()]);`;
    expect(
      looks(
        [
          [0, -50, 5],
          [10, 99, 2.5],
        ],
        body,
      ),
    ).toEqual({
      A1: { background: '#000000' },
      A2: { background: '#ffffff' },
      C1: { background: '#808080' },
      C2: { background: '#404040' },
    });
  });
  test.each([
    ['NUMBER', '4', ['#ff0000', '#800000', '#000000', '#000080', '#0000ff']],
    ['PERCENT', '25', ['#ff0000', '#800000', '#000000', '#000055', '#0000ff']],
    ['PERCENTILE', '50', ['#ff0000', '#800000', '#000000', '#000080', '#0000ff']],
  ])('has a middle by %s', (type, value, colours) => {
    const rule = `${RULE}.setGradientMinpoint('red').setGradientMaxpoint('blue')
      .setGradientMidpointWithValue('black', SpreadsheetApp.InterpolationType.${type}, '${value}')`;
    const numbers = type === 'PERCENT' ? [0, 1, 2, 4, 8] : [2, 3, 4, 6, 8];
    const answer = looks(
      numbers.map((number) => [number]),
      set(rule),
    );
    expect(Object.values(answer).map(({ background }) => background)).toEqual(colours);
  });
  test('ends where its points say, and numbers outside have the colour of the end', () => {
    const rule = `${RULE}.setGradientMinpointWithValue('#000000', SpreadsheetApp.InterpolationType.NUMBER, '0')
      .setGradientMaxpointWithValue('#ffffff', SpreadsheetApp.InterpolationType.NUMBER, '0.5')`;
    expect(looks([[-1], [0.25], [7]], set(rule))).toEqual({
      A1: { background: '#000000' },
      A2: { background: '#808080' },
      A3: { background: '#ffffff' },
    });
  });
  test('of equal numbers is one colour', () => {
    expect(looks([[5], [5]], set(GRADIENT))).toEqual({
      A1: { background: '#000000' },
      A2: { background: '#000000' },
    });
  });
});

describe('a condition', () => {
  test.each([
    ['whenNumberEqualTo(2)', ['A2']],
    ['whenNumberNotEqualTo(2)', ['A1', 'A3']],
    ['whenNumberGreaterThan(2)', ['A3']],
    ['whenNumberGreaterThanOrEqualTo(2)', ['A2', 'A3']],
    ['whenNumberLessThan(2)', ['A1']],
    ['whenNumberLessThanOrEqualTo(2)', ['A1', 'A2']],
    ['whenNumberBetween(1, 2)', ['A1', 'A2']],
    ['whenNumberNotBetween(1, 2)', ['A3']],
    [`whenTextEqualTo('2')`, ['A4']],
    ['whenCellNotEmpty()', ['A1', 'A2', 'A3', 'A4', 'A5']],
  ])('%s holds for %j', (when, cells) => {
    const values = [[1], [2], [3], ["'2"], [true]];
    const answer = looks(values, set(`${RULE}.${when}.setBold(true)`));
    expect(Object.keys(answer)).toEqual(cells);
  });
  test('gives background, font colour and bold type', () => {
    const rule = `${RULE}.whenNumberLessThan(0).setBackground('Red').setFontColor('#FFF').setBold(false)`;
    expect(looks([[-1]], set(rule))).toEqual({
      A1: { background: '#ff0000', fontColor: '#ffffff', bold: false },
    });
  });
  test('decides for a cell when it is the first rule that holds', () => {
    const rules = ['whenNumberGreaterThan(5)', 'whenNumberGreaterThan(1)', 'whenCellNotEmpty()']
      .map(
        (when, index) =>
          `${RULE}.${when}.setBackground('#00000${index}').setRanges([sheet.getRange('A:A')]).build()`,
      )
      .join(', ');
    expect(looks([[9], [2], [0]], `sheet.setConditionalFormatRules([${rules}]);`)).toEqual({
      A1: { background: '#000000' },
      A2: { background: '#000001' },
      A3: { background: '#000002' },
    });
  });
  test('on a formula’s result is asked anew when the page has computed it, once', () => {
    const host = painted([['=B1']], set(`${RULE}.whenNumberGreaterThan(1).setBold(true)`));
    expect(host.look('Sheet1').painted).toEqual({});
    const seen: HostEvent[] = [];
    host.onEvent((events) => seen.push(...events));
    const result = [{ sheetId: 0, row: 1, column: 1, value: 5 }];
    const { revision } = host.snapshot();
    host.acceptResults(result, revision);
    host.acceptResults(result, revision);
    expect(seen).toEqual([{ kind: 'paint', sheetId: 0, painted: { 1: { 1: { bold: true } } } }]);
    expect(host.snapshot().revision).toBe(revision);
    host.acceptResults([{ sheetId: 0, row: 1, column: 1, value: '#N/A', error: 'Not found.' }]);
    expect(host.look('Sheet1').painted).toEqual({});
  });
});

describe('the rules of a sheet', () => {
  test('are told to the page when they or the cells change', () => {
    const host = hostDoing(`${set(GRADIENT)} sheet.getRange('A1').setValue(3);`);
    const seen: HostEvent[] = [];
    host.onEvent((events) => seen.push(...events));
    outcome(host);
    host.type('Sheet1', 'A2', [[7]]);
    expect(seen.filter(({ kind }) => kind === 'paint')).toEqual([
      { kind: 'paint', sheetId: 0, painted: { 1: { 1: { background: '#000000' } } } },
      {
        kind: 'paint',
        sheetId: 0,
        painted: { 1: { 1: { background: '#000000' } }, 2: { 1: { background: '#ffffff' } } },
      },
    ]);
    expect(host.snapshot().sheets[0]?.painted).toEqual({
      1: { 1: { background: '#000000' } },
      2: { 1: { background: '#ffffff' } },
    });
  });
  test('are read as they were set, and a rule that was read does not change', () => {
    const body = `${set(`${RULE}.whenNumberBetween(1, 5).setBackground('teal').setFontColor(null)`, 'B2:C9')}
      const [rule] = sheet.getConditionalFormatRules();
      sheet.insertRowsBefore(1, 2);
      const [moved] = sheet.getConditionalFormatRules();
      const condition = rule.getBooleanCondition();
      return [rule.getRanges()[0].getA1Notation(), moved.getRanges()[0].getA1Notation(), rule.getGradientCondition(),
        String(condition.getCriteriaType()), condition.getCriteriaType() === SpreadsheetApp.BooleanCriteria.NUMBER_BETWEEN,
        condition.getCriteriaValues(), condition.getBackground(), condition.getBackgroundObject().asRgbColor().asHexString(),
        condition.getFontColor(), condition.getFontColorObject(), condition.getBold()];`;
    expect(run(body)).toEqual([
      'B2:C9',
      'B4:C11',
      null,
      'NUMBER_BETWEEN',
      true,
      [1, 5],
      '#008080',
      '#008080',
      null,
      null,
      null,
    ]);
  });
  test('have gradients whose unset points are empty (GradientCondition)', () => {
    const body = `${set(`${RULE}.setGradientMinpoint('#F00').setGradientMaxpointWithValue('#00f', SpreadsheetApp.InterpolationType.PERCENT, '90')`)}
      const [rule] = sheet.getConditionalFormatRules();
      const it = rule.getGradientCondition();
      return [rule.getBooleanCondition(), it.getMinColor(), String(it.getMinType()), it.getMinValue(), it.getMinColorObject().asRgbColor().getRed(),
        it.getMidColor(), it.getMidType(), it.getMidValue(), it.getMidColorObject(),
        it.getMaxColorObject().asRgbColor().asHexString(), String(it.getMaxType()), it.getMaxValue(), String(it.getMaxColorObject().getColorType())];`;
    expect(run(body)).toEqual([
      null,
      '#ff0000',
      'MIN',
      '',
      255,
      '',
      null,
      '',
      null,
      '#0000ff',
      'PERCENT',
      '90',
      'RGB',
    ]);
  });
  test('are copied with their settings, and replaced or cleared as a whole', () => {
    const body = `${set(`${RULE}.whenTextEqualTo('x').setBold(true)`)}
      const copy = sheet.getConditionalFormatRules()[0].copy().setBold(null).setBackground('#123456').setRanges([sheet.getRange('B1')]);
      sheet.setConditionalFormatRules([copy.build(), copy.copy().setRanges([sheet.getRange('C1'), sheet.getRange('D1')]).build()]);
      const texts = sheet.getConditionalFormatRules().map((rule) =>
        [rule.getRanges().map((range) => range.getA1Notation()).join(), rule.getBooleanCondition().getCriteriaValues()[0], rule.getBooleanCondition().getBold()]);
      sheet.clearConditionalFormatRules();
      return [texts, sheet.getConditionalFormatRules().length];`;
    expect(run(body)).toEqual([
      [
        ['B1', 'x', null],
        ['C1,D1', 'x', null],
      ],
      0,
    ]);
  });
  test.each([
    ['sheet.clear()', 0],
    ['sheet.clearFormats()', 0],
    ['sheet.clearContents()', 1],
    ['sheet.clear({ contentsOnly: true })', 1],
    ['sheet.deleteRows(1, 9)', 0],
    ['sheet.deleteRows(1, 8)', 1],
    ['sheet.deleteColumns(1, 1)', 0],
  ])('after %s there are %d left', (call, left) => {
    expect(run(`${set(GRADIENT)} ${call}; return sheet.getConditionalFormatRules().length;`)).toBe(
      left,
    );
  });
  test('outlive the workbook’s file', () => {
    const host = painted([[1], [2]], set(GRADIENT));
    const again = hostDoing('', { saved: host.save() });
    expect(again.look('Sheet1')).toEqual(host.look('Sheet1'));
    expect(again.look('Sheet1').conditionalFormats).toEqual([
      {
        ranges: ['A1:A9'],
        gradient: {
          min: { color: '#000000', type: 'MIN', value: '' },
          max: { color: '#ffffff', type: 'MAX', value: '' },
        },
      },
    ]);
  });
});

describe('refused are', () => {
  const RANGED = `.setRanges([sheet.getRange('A1')])`;
  test.each([
    [`${RULE}.whenCellNotEmpty().build()`, 'needs ranges'],
    [`${RULE}.setRanges([]).whenCellNotEmpty().build()`, 'needs ranges'],
    [`${RULE}${RANGED}.build()`, 'either a condition or a gradient'],
    [`${GRADIENT}.whenCellNotEmpty()${RANGED}.build()`, 'either a condition or a gradient'],
    [`${RULE}.setGradientMinpoint('#fff')${RANGED}.build()`, 'minpoint and a maxpoint'],
    [`${GRADIENT}.setBold(true)${RANGED}.build()`, 'takes no other format'],
    [`${RULE}.setRanges(sheet.getRange('A1'))`, 'ranges must be an array'],
    [`${RULE}.setRanges(['A1'])`, 'Invalid argument: ranges'],
    [`${RULE}.setBackground('no colour')`, 'color "no colour"'],
    [`${RULE}.whenNumberEqualTo('1')`, 'number must be a number'],
    [`${RULE}.whenFormulaSatisfied('=A1')`, 'not emulated'],
    [
      `${RULE}.setGradientMinpointWithValue('#fff', SpreadsheetApp.InterpolationType.MAX, '')`,
      'Invalid argument: type',
    ],
    [
      `${RULE}.setGradientMinpointWithValue('#fff', SpreadsheetApp.InterpolationType.NUMBER, 1)`,
      'value must be text',
    ],
    [
      `${RULE}.setGradientMinpointWithValue('#fff', SpreadsheetApp.InterpolationType.NUMBER, '0,5')`,
      'no plain number',
    ],
    [
      `${GRADIENT}.setGradientMinpointWithValue('#fff', null, '')${RANGED}.build()`,
      'minpoint and a maxpoint',
    ],
    [
      `sheet.setConditionalFormatRules([${RULE}.whenCellNotEmpty()${RANGED}])`,
      'Invalid argument: rules',
    ],
    [
      `ss.insertSheet('Other').setConditionalFormatRules([${RULE}.whenCellNotEmpty()${RANGED}.build()])`,
      'cannot reference a different sheet',
    ],
  ])('%s', (call, message) => {
    expect(() => run(call)).toThrow(message);
  });
  test('rules on cells that somebody protected', () => {
    const host = hostDoing(set(GRADIENT));
    host.edit({ op: 'protect', sheet: 'Sheet1', a1: 'A3' });
    expect(() => outcome(host)).toThrow('protected cell');
    expect(host.look('Sheet1').conditionalFormats).toEqual([]);
  });
});
