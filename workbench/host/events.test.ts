import type { HostEvent } from './api';
import { hostDoing, hostWith, outcome } from './testing';

function watch(host: ReturnType<typeof hostWith>): HostEvent[][] {
  const batches: HostEvent[][] = [];
  host.onEvent((events) => batches.push(events));
  return batches;
}

test('one execution sends one list: cells together, then names, then what it showed', () => {
  const host = hostDoing(`
    for (let row = 1; row <= 3; row++) sheet.getRange(row, 1).setValue(row);
    sheet.getRange('A1:A3').setNumberFormat('0.0').setFontWeight('bold');
    ss.setNamedRange('HERE', sheet.getRange('A1'));
    sheet.getRange('C9').activate(); ss.toast('done');`);
  const batches = watch(host);
  outcome(host);
  const cell = (v: number) => [{ v, n: '0.0', s: { b: true } }];
  expect(batches).toEqual([
    [
      { kind: 'cells', sheetId: 0, row: 1, column: 1, cells: [cell(1), cell(2), cell(3)] },
      { kind: 'names', names: [{ name: 'HERE', sheetId: 0, a1: 'A1' }] },
      { kind: 'activate', sheetId: 0, a1: 'C9' },
      { kind: 'toast', message: 'done', title: '' },
    ],
  ]);
});

test('cells far apart are sent apart, and overlapping ones once', () => {
  const host = hostDoing(
    `sheet.getRange('A1:B2').setValue(1); sheet.getRange('H9').setValue(2); sheet.getRange('B2:C3').setValue(3);`,
  );
  const batches = watch(host);
  outcome(host);
  const boxes = batches[0]?.map((event) =>
    event.kind === 'cells' ? [event.row, event.column, event.cells.length] : event.kind,
  );
  expect(boxes).toEqual([
    [9, 8, 1],
    [1, 1, 3],
  ]);
});

test('a new shape is a reload; what changed nothing sends nothing', () => {
  const host = hostDoing(`if (a) ss.insertSheet('Two'); else sheet.getRange('A1').getValue();`);
  const batches = watch(host);
  outcome(host, false);
  expect(batches).toEqual([]);
  outcome(host, true);
  expect(batches).toEqual([[{ kind: 'reload' }]]);
});

test('what an execution wrote before it failed stays and is sent', () => {
  const host = hostDoing(`sheet.getRange('A1').setValue('kept'); throw new Error('stop');`);
  const batches = watch(host);
  expect(() => outcome(host)).toThrow('stop');
  expect(batches).toHaveLength(1);
  expect(host.range('Sheet1', 'A1').values).toEqual([['kept']]);
});

test('the snapshot holds cells, styles, notes, names and tabs', () => {
  const host = hostDoing(`
    sheet.getRange('B2').setValue("'=x").setNote('n').setBackground('#ff0000').setWrap(true);
    sheet.setFrozenRows(1); sheet.setColumnWidth(2, 200);
    ss.setNamedRange('HERE', sheet.getRange('B2:C3'));
    ss.insertSheet('Index').hideSheet(); sheet.activate();`);
  outcome(host);
  expect(host.snapshot()).toMatchObject({
    locale: 'en_US',
    timeZone: 'America/Sao_Paulo',
    activeSheet: 0,
    names: [{ name: 'HERE', sheetId: 0, a1: 'B2:C3' }],
    sheets: [
      {
        id: 0,
        name: 'Sheet1',
        hidden: false,
        rows: 1000,
        columns: 26,
        frozenRows: 1,
        columnWidths: { 2: 200 },
        cells: { 2: { 2: { v: '=x', note: 'n', s: { bg: '#ff0000', wrap: true } } } },
      },
      { name: 'Index', hidden: true, cells: {} },
    ],
  });
});

describe('pending', () => {
  const SHEET = 'Sheet1';
  const made = () => {
    const host = hostWith('');
    let revision = 0;
    host.onEvent((_, next) => {
      revision = next;
    });
    host.type(SHEET, 'A1', [[1, '=A1+1', '=B1+1', '=Z9', '=SUM(A:A)']]);
    const result = (column: number, value: number) => ({ sheetId: 0, row: 1, column, value });
    host.acceptResults([result(2, 2), result(3, 3), result(4, 0), result(5, 1)], revision);
    return { host, result, revision: () => revision };
  };
  const pending = (host: ReturnType<typeof hostWith>) => host.range(SHEET, 'A1:E1').pending;

  test('a typed formula is pending until its result comes', () => {
    const host = hostWith('');
    host.type(SHEET, 'A1', [['=1']]);
    expect(host.range(SHEET)).toMatchObject({ values: [['']], formulas: [['=1']], pending: 1 });
    host.acceptResults([{ sheetId: 0, row: 1, column: 1, value: 1 }]);
    expect(host.range(SHEET)).toMatchObject({ values: [[1]], pending: 0 });
  });
  test('a change makes exactly the formulas pending that read it, directly or not', () => {
    const { host, result } = made();
    expect(pending(host)).toBe(0);
    host.type(SHEET, 'G1', [[5]]);
    expect(pending(host)).toBe(0);
    host.type(SHEET, 'A1', [[5]]);
    expect(pending(host)).toBe(3);
    host.acceptResults([result(2, 6)]);
    expect(pending(host)).toBe(2);
  });
  test('a result that knows an older state only does not end the waiting', () => {
    const { host, result, revision } = made();
    const before = revision();
    host.type(SHEET, 'A1', [[5]]);
    host.acceptResults([result(2, 2)], before);
    expect(pending(host)).toBe(3);
    host.acceptResults([], revision());
    expect(pending(host)).toBe(0);
  });
  test('a named cell counts as read by its name', () => {
    const host = hostDoing(
      `ss.setNamedRange('WA_LIVE', sheet.getRange('B5')); sheet.getRange('B5').setValue(a);`,
    );
    outcome(host, 'one');
    host.type(SHEET, 'A1', [['=WA_SENT(wa_live)']]);
    host.acceptResults([{ sheetId: 0, row: 1, column: 1, value: 1 }]);
    expect(host.range(SHEET, 'A1').pending).toBe(0);
    outcome(host, 'two');
    expect(host.range(SHEET, 'A1').pending).toBe(1);
  });
  test('an error is #ERROR! with its text, and goes with the next result', () => {
    const { host } = made();
    host.acceptResults([{ sheetId: 0, row: 1, column: 2, value: '#VALUE!', error: 'Wrong.' }]);
    expect(host.range(SHEET, 'B1')).toMatchObject({ values: [['#ERROR!']], errors: [['Wrong.']] });
    host.acceptResults([{ sheetId: 0, row: 1, column: 2, value: 2 }]);
    expect(host.range(SHEET, 'B1')).toMatchObject({ values: [[2]], errors: [['']] });
  });
  test('a spilled value is read but is nobody’s own, and gives way to what is typed', () => {
    const { host } = made();
    host.acceptResults([{ sheetId: 0, row: 2, column: 1, value: 'spilled' }]);
    expect(host.range(SHEET, 'A2').values).toEqual([['spilled']]);
    expect(host.snapshot().sheets[0]?.cells[2]).toBeUndefined();
    host.type(SHEET, 'A2', [['typed']]);
    host.acceptResults([{ sheetId: 0, row: 2, column: 1, value: 'spilled' }]);
    expect(host.range(SHEET, 'A2').values).toEqual([['typed']]);
  });
});
