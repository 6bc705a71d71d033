// Finding text: in values, in formulas, in every tab, and what is refused.
import { hostDoing, hostWith, outcome, run } from '../testing';

const filled = `
  sheet.getRange('A1:C2').setValues([['WA_one', 'x', 'wa_two'], ['=WA_SENT(A1)', '="W"&"A_"', 'no']]);
  const two = ss.insertSheet('Two');
  two.getRange('B3').setValue('=wa_sent(1)');
  two.hideSheet();
  const places = (found) => found.map((cell) => cell.getSheet().getName() + '!' + cell.getA1Notation());`;

test('looks in every tab, hidden ones too, in the order of tabs, rows and columns, whatever the case', () => {
  const all = `${filled} return places(ss.createTextFinder('wa_').matchFormulaText(true).findAll());`;
  expect(run(all)).toEqual(['Sheet1!A1', 'Sheet1!C1', 'Sheet1!A2', 'Two!B3']);
});

test('without formula text only what is shown counts', () => {
  const shown = `${filled} return places(ss.createTextFinder('WA_').findAll());`;
  expect(run(shown)).toEqual(['Sheet1!A1', 'Sheet1!C1']);
});

test('case and whole cells are minded when asked, and a tab finds its own cells only', () => {
  const strict = `${filled} return [
    places(ss.createTextFinder('WA_').matchFormulaText(true).matchCase(true).findAll()),
    places(ss.createTextFinder('wa_one').matchEntireCell(true).findAll()),
    places(two.createTextFinder('WA_').matchFormulaText(true).findAll()),
  ];`;
  expect(run(strict)).toEqual([['Sheet1!A1', 'Sheet1!A2'], ['Sheet1!A1'], ['Two!B3']]);
});

test('a search is one call that reads no cell', () => {
  const host = hostDoing(
    `return ss.createTextFinder('x').matchFormulaText(true).findAll().length;`,
  );
  expect(outcome(host)).toBe(0);
  expect(host.calls()).toMatchObject({
    calls: {
      'Spreadsheet.createTextFinder': 1,
      'TextFinder.matchFormulaText': 1,
      'TextFinder.findAll': 1,
    },
    cellsRead: 0,
  });
});

test.each([
  [`ss.createTextFinder('x').replaceAllWith('y')`, 'replaceAllWith'],
  [`ss.createTextFinder('x').useRegularExpression(true)`, 'useRegularExpression'],
  [`ss.createTextFinder('')`, 'findText'],
  [`ss.createTextFinder(1)`, 'findText'],
  [`ss.createTextFinder('x').matchCase('yes')`, 'matchCase'],
])('%s fails by name', (body, name) => {
  expect(() => run(body)).toThrow(name);
});

test('a formula may look', () => {
  const code = `/** @customfunction */
function WA_LOOK() { return SpreadsheetApp.getActive().createTextFinder('x').matchFormulaText(true).findAll().length; }`;
  const host = hostWith(code);
  expect(host.formula('WA_LOOK', [])).toEqual({ ok: true, value: 0 });
});
