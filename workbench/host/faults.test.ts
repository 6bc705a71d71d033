// Executions that die by plan: what is lost, what stays, and what others did in between.
import fc from 'fast-check';
import type { EditRequest, HostApi, PlannedFault, ServiceCall } from './api';
import { hostDoing, hostWith } from './testing';

const message = (host: HostApi, ...args: never[]): string => {
  const answer = host.run('go', args);
  return answer.ok ? `fine: ${JSON.stringify(answer.value)}` : answer.error.message;
};
const DIE = 'SpreadsheetApp.getActive();';
/** A host whose `go` did this and then died on entering one more call. */
function dying(body: string, pending: PlannedFault['pending'], prepare = ''): HostApi {
  const start = 'const ss = SpreadsheetApp.getActive(); const sheet = ss.getSheets()[0];';
  const code = `function prepare() { ${start} ${prepare} } function go() { ${start} ${body} ${DIE} }`;
  const host = hostWith(code);
  host.run('prepare', []);
  let last = 0;
  const onCall = ({ number }: ServiceCall) => {
    last = number;
  };
  const twin = hostWith(code, { saved: host.save(), onCall }).run('go', []);
  if (!twin.ok) throw new Error(twin.error.message);
  host.planFault({ dieAt: last, pending });
  expect(message(host)).toBe(
    `The execution was ended by a planned fault at service call ${last} (SpreadsheetApp.getActive).`,
  );
  return host;
}

describe('a planned fault', () => {
  const BODY = `try { sheet.getRange('A1').setValue(1); sheet.getRange('A2').setValue(2); }
    catch (error) { sheet.getRange('B1').setValue('caught'); PropertiesService.getUserProperties().setProperty('caught', error.message); }
    finally { sheet.getRange('B2').setValue('finally'); }
    return 'end';`;
  test('ends the execution at its n-th call, whatever the script does about it', () => {
    const host = hostDoing(BODY);
    host.planFault({ dieAt: 6, pending: 'kept' });
    expect(message(host)).toBe(
      'The execution was ended by a planned fault at service call 6 (Range.setValue).',
    );
    expect(host.range('Sheet1').values).toEqual([[1]]);
    expect(JSON.parse(host.save()).properties.user).toEqual({});
    expect(host.calls().calls['Range.setValue']).toBe(1);
  });
  test('serves one execution, also one with fewer calls, and can be taken back', () => {
    const host = hostDoing(`sheet.getRange('A1').setValue(1); return 'end';`);
    host.planFault({ dieAt: 1, pending: 'lost' });
    expect(message(host)).toContain('(SpreadsheetApp.getActive)');
    expect(message(host)).toBe('fine: "end"');
    host.planFault({ dieAt: 100, pending: 'lost' });
    expect(message(host)).toBe('fine: "end"');
    host.planFault({ dieAt: 1, pending: 'lost' });
    host.planFault(null);
    expect(message(host)).toBe('fine: "end"');
  });
  test('is for calls, triggers and formulas, not for opening the file', () => {
    const host = hostWith(`
      function onOpen() { SpreadsheetApp.getUi().createAddonMenu().addItem('Go', 'go').addToUi(); }
      function go() { ScriptApp.newTrigger('tick').timeBased().everyHours(1).create(); }
      function tick() { SpreadsheetApp.getActive(); }
      /** @customfunction */
      function WA_TRY() { return SpreadsheetApp.getActive().getSheets().length; }`);
    host.setClock('2026-11-22T12:00:00Z');
    host.run('go', []);
    const fault = { dieAt: 1, pending: 'lost' } as const;
    host.planFault(fault);
    expect(host.menu()).toHaveLength(1);
    expect(host.formula('WA_TRY', [])).toEqual({
      ok: false,
      error: {
        message:
          'The execution was ended by a planned fault at service call 1 (SpreadsheetApp.getActive).',
      },
    });
    host.planFault(fault);
    host.setClock('2026-11-22T13:00:00Z');
    expect(host.fireTriggers()).toMatchObject([{ ok: false, function: 'tick' }]);
    expect(host.formula('WA_TRY', [])).toEqual({ ok: true, value: 1 });
  });
  test('no execution dies at call 0', () => {
    expect(() => hostWith('').planFault({ dieAt: 0, pending: 'lost' })).toThrow('service call 0');
  });
});

describe('writes not committed', () => {
  const WRITES = `sheet.getRange('A1:B2').setValues([[1, 2], [3, 4]]);`;
  test('are lost, kept, or kept up to the middle of a block', () => {
    const empty = [[9, 9]];
    const before = `sheet.getRange('A1:B1').setValues([[9, 9]]);`;
    expect(dying(WRITES, 'lost', before).range('Sheet1').values).toEqual(empty);
    expect(dying(WRITES, 'kept', before).range('Sheet1').values).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(dying(WRITES, 'half', before).range('Sheet1').values).toEqual([[1, 2]]);
    const three = `sheet.getRange('A1:C2').setValues([[1, 2, 3], [4, 5, 6]]);`;
    expect(dying(three, 'half', before).range('Sheet1').values).toEqual([[1, 2, 3]]);
    const odd = `sheet.getRange('A1:A3').setValues([[1], [2], [3]]); sheet.getRange('B1').setValue('x').setNote('n');`;
    expect(dying(odd, 'half').range('Sheet1').values).toEqual([[1], [2]]);
  });
  test.each(['SpreadsheetApp.flush();', `sheet.getRange('Z9').getValue();`])(
    'are all those since %s',
    (commit) => {
      const host = dying(
        `sheet.getRange('A1').setValue('before'); ${commit} sheet.getRange('A2').setValue('after');`,
        'lost',
      );
      expect(host.range('Sheet1').values).toEqual([['before']]);
    },
  );
  test('are none of properties, caches and triggers', () => {
    const host = dying(
      `PropertiesService.getDocumentProperties().setProperty('k', 'v'); CacheService.getDocumentCache().put('k', 'c');
       ScriptApp.newTrigger('go').timeBased().everyHours(1).create(); ss.insertSheet('Two');`,
      'lost',
    );
    const state = JSON.parse(host.save());
    expect(state.properties.document).toEqual({ k: 'v' });
    expect(state.triggers).toHaveLength(1);
    expect(state.tabs).toHaveLength(1);
  });
  test('an execution that does not die keeps everything', () => {
    const host = hostDoing(WRITES);
    host.planFault({ dieAt: 99, pending: 'lost' });
    host.run('go', []);
    expect(host.range('Sheet1').values).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });
  test('when they are undone the page reloads, and formulas that read them wait for it', () => {
    const host = hostDoing(`sheet.getRange('A1').setValue(5); ${DIE}`);
    host.type('Sheet1', 'B1', [['=A1']]);
    host.acceptResults([{ sheetId: 0, row: 1, column: 2, value: '' }], host.snapshot().revision);
    const seen: string[] = [];
    host.onEvent((events) => seen.push(...events.map(({ kind }) => kind)));
    host.planFault({ dieAt: 5, pending: 'lost' });
    host.run('go', []);
    expect(seen).toContain('reload');
    expect(host.range('Sheet1', 'B1').pending).toBe(1);
    expect(host.range('Sheet1', 'A1').values).toEqual([['']]);
  });
});

test('a formula that was overwritten and came back hears of changes again', () => {
  const host = hostDoing(`sheet.getRange('A1').setValue('x'); ${DIE}`);
  host.type('Sheet1', 'A1', [['=B1']]);
  host.acceptResults([{ sheetId: 0, row: 1, column: 1, value: 7 }], host.snapshot().revision);
  host.planFault({ dieAt: 5, pending: 'lost' });
  host.run('go', []);
  const cells = [{ sheetId: 0, row: 1, column: 1, value: 7 }];
  host.acceptResults(cells, host.snapshot().revision);
  expect(host.range('Sheet1', 'A1')).toMatchObject({ values: [[7]], pending: 0 });
  host.type('Sheet1', 'B1', [[1]]);
  expect(host.range('Sheet1', 'A1').pending).toBe(1);
});

describe('any changes, undone', () => {
  const cell = fc.record({
    row: fc.integer({ min: 1, max: 6 }),
    column: fc.integer({ min: 1, max: 5 }),
  });
  const value = fc.constantFrom(
    '1',
    `'text'`,
    `'=A1+B2'`,
    `'=HERE'`,
    'true',
    `''`,
    'new Date(0)',
    `"'007"`,
  );
  const range = cell.map(({ row, column }) => `sheet.getRange(${row}, ${column}, 2, 2)`);
  const grid = fc
    .tuple(value, value, value, value)
    .map(([a, b, c, d]) => `[[${a}, ${b}], [${c}, ${d}]]`);
  const line = fc.integer({ min: 1, max: 6 });
  const step = fc.oneof(
    fc.tuple(range, grid).map(([at, values]) => `${at}.setValues(${values});`),
    fc.tuple(range, value).map(([at, one]) => `${at}.setValue(${one});`),
    range.map((at) => `${at}.setFormula('=C3');`),
    range.map((at) => `${at}.setNumberFormat('0.0').setFontWeight('bold').setNote('n');`),
    fc
      .tuple(range, fc.constantFrom('clear', 'clearContent', 'clearFormat', 'clearNote'))
      .map(([at, how]) => `${at}.${how}();`),
    fc.tuple(range, range).map(([from, to]) => `${from}.copyTo(${to});`),
    cell.map(({ row, column }) => `sheet.getRange(${row}, ${column}, 3, 2).sort(${column});`),
    fc
      .tuple(
        fc.constantFrom(
          'insertRowsBefore',
          'insertRowsAfter',
          'deleteRows',
          'insertColumnsBefore',
          'insertColumnsAfter',
          'deleteColumns',
        ),
        line,
      )
      .map(([method, at]) => `sheet.${method}(${at}, 2);`),
    fc.constantFrom(
      `sheet.appendRow([1, '=A1', 'x']);`,
      'sheet.clear();',
      'sheet.clearContents();',
      `sheet.clear({ formatOnly: true });`,
      `sheet.getRangeList(['A1:B2', 'B2:C3']).setBackground('#00ff00');`,
      `sheet.setFrozenRows(2); sheet.setFrozenColumns(1);`,
      `sheet.setColumnWidth(3, 50); sheet.autoResizeColumns(1, 2);`,
      `sheet.setTabColor('red'); sheet.setRowHeights(2, 3, 40); sheet.setHiddenGridlines(true);`,
      `{ const rule = SpreadsheetApp.newConditionalFormatRule().setGradientMinpoint('#ff0000').setGradientMaxpoint('#00ff00');
        sheet.setConditionalFormatRules([rule.setRanges([sheet.getRange('A1:B3')]).build(), ...sheet.getConditionalFormatRules()]); }`,
      'sheet.clearConditionalFormatRules();',
      `sheet.insertChart(sheet.newChart().addRange(sheet.getRange('A1:B3')).setPosition(2, 3, 4, 5).build());`,
      `for (const chart of sheet.getCharts()) sheet.updateChart(chart.modify().asLineChart().setTitle('T').build());`,
      `for (const chart of sheet.getCharts()) sheet.removeChart(chart);`,
      `if (sheet.getFilter()) sheet.getFilter().remove(); else sheet.getRange('A1:B6').createFilter();`,
      `if (sheet.getFilter()) { const column = sheet.getFilter().getRange().getColumn();
        sheet.getFilter().setColumnFilterCriteria(column, SpreadsheetApp.newFilterCriteria().setHiddenValues(['1']).build()).sort(column, false); }`,
      `sheet.setName('Other ' + ss.getSheets().length + sheet.getIndex());`,
      `sheet.protect().setDescription('tab'); sheet.getRange('A1:A2').protect().setWarningOnly(true);`,
      'sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).forEach((one) => one.remove());',
      `ss.setNamedRange('HERE', sheet.getRange('B2:C3'));`,
      `if (ss.getRangeByName('HERE')) ss.removeNamedRange('HERE');`,
      `sheet.getRange('B:B').addDeveloperMetadata('line', 'b'); ss.addDeveloperMetadata('all', 'w');`,
      `ss.createDeveloperMetadataFinder().find().forEach((one, index) => index === 0 ? one.remove() : one.setValue('changed'));`,
      `ss.insertSheet(); sheet.activate(); ss.moveActiveSheet(1);`,
      `{ const all = ss.getSheets(); if (all.length > 1) ss.deleteSheet(all[all.length - 1]); sheet = ss.getSheets()[0]; }`,
      `if (ss.getSheets().filter((one) => !one.isSheetHidden()).length > 1) sheet.hideSheet();`,
      'sheet.showSheet();',
      `sheet.getRange('C2').activate();`,
      `sheet = ss.getSheets()[ss.getSheets().length - 1];`,
    ),
  );
  const FURNISH = `ss.setNamedRange('HERE', sheet.getRange('B4:C5')); sheet.getRange('B3:C4').setValues([[1, '=HERE'], ['=A9', 2]]);
    for (const column of ['B:B', 'D:D']) sheet.getRange(column).addDeveloperMetadata('line', 'd'); sheet.getRange('C3:D6').protect(); sheet.getRange('Z9').activate();`;
  const script = (prepare: string[], steps: string[]) => `
    function prepare() { const ss = SpreadsheetApp.getActive(); let sheet = ss.getSheets()[0]; ${FURNISH} ${prepare.join('\n')} }
    function go() { const ss = SpreadsheetApp.getActive(); let sheet = ss.getSheets()[0]; ${steps.join('\n')}
      Utilities.getUuid(); }`;

  test('leave the workbook as it was', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 5 }),
        fc.array(step, { maxLength: 8 }),
        (prepare, steps) => {
          let last = 0;
          let dieAt = 0;
          const code = script(prepare, steps);
          const onCall = ({ method, number }: ServiceCall) => {
            last = number;
            if (method === 'getUuid') dieAt = number;
          };
          const host = hostWith(code, { onCall });
          const edits: EditRequest[] = [
            { op: 'merge', sheet: 'Sheet1', a1: 'D8:E9' },
            { op: 'filter', sheet: 'Sheet1', a1: 'A1:C7', column: 1, show: ['1'] },
            { op: 'validate', sheet: 'Sheet1', a1: 'E3', allow: 'checkbox', warn: true },
          ];
          for (const edit of edits) host.edit(edit);
          host.run('prepare', []);
          const saved = host.save();
          host.acceptResults([{ sheetId: 0, row: 9, column: 9, value: 'spilled' }]);
          const twin = hostWith(code, { saved, onCall });
          const ran = twin.run('go', []);
          // A step may be refused, such as a sort outside of what columns are left: then die there.
          host.planFault({ dieAt: ran.ok ? dieAt : last, pending: 'lost' });
          const answer = host.run('go', []);
          expect(answer).toMatchObject({
            ok: false,
            error: { message: expect.stringContaining('planned fault') },
          });
          expect(JSON.parse(host.save())).toEqual(JSON.parse(saved));
        },
      ),
      { numRuns: 150 },
    );
  });
});
