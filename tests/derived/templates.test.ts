// What people do to `WA Templates` stays theirs, and the tab is right again after the next sync.
import type { EditRequest } from '../../workbench/host/api';
import { type Bench, openBench } from '../crash/bench';
import {
  columnOf,
  lettersAt,
  MONTH,
  makeScene,
  script,
  sheetIn,
  sheetsOf,
  TAB,
  valuesOf,
  WEEK,
  worldOf,
} from './scene';

const world = worldOf(301);
const WIDTH = 69;
let bench: Bench;
/** The tab as it is for the week when nobody touches it. */
let right: unknown[][];
const { saved } = makeScene(world);
beforeEach(() => {
  bench = openBench({ world, saved });
  right = valuesOf(bench);
});
const oursIn = (tab = TAB): unknown[][] => valuesOf(bench, tab).map((line) => line.slice(0, WIDTH));
const codesOf = (answer: { notices: { code: string }[] }): string[] =>
  answer.notices.map(({ code }) => code);

test('the scene compares two accounts in their own currencies', () => {
  expect(right.length).toBeGreaterThan(10);
  const currency = columnOf(bench, 'Currency') - 1;
  expect(new Set(right.slice(1).map((line) => line[currency]))).toEqual(new Set(['BRL', 'USD']));
  expect(right[0]).toHaveLength(WIDTH);
});

test('a sync that finds nothing new calls no writing method on the tab', () => {
  bench.host.resetCalls();
  const before = bench.snapshot();
  bench.sync(WEEK);
  const { calls } = bench.host.calls();
  expect(calls['Sheet.setConditionalFormatRules']).toBeUndefined();
  expect(calls['Filter.remove']).toBeUndefined();
  expect(calls['Sheet.insertChart']).toBeUndefined();
  const after = bench.snapshot();
  const looks = ({ sheets }: typeof after) => sheets.filter(({ name }) => /^WA (Te|Re)/.test(name));
  expect(looks(after)).toEqual(looks(before));
});

test('own columns to the right stay as they are, cell by cell', () => {
  const own = Array.from({ length: right.length }, (_, i) => [
    i === 0 ? 'Mine' : `note ${i}`,
    i * 2,
  ]);
  bench.host.edit({ op: 'insertColumns', sheet: TAB, at: WIDTH + 1, count: 2 });
  bench.host.type(TAB, `BR1:BS${own.length}`, own);
  bench.sync({ ...MONTH, compareTo: 'none' });
  expect(valuesOf(bench, TAB, `BR1:BS${own.length}`)).toEqual(own);
  bench.sync(WEEK);
  expect(valuesOf(bench, TAB, `BR1:BS${own.length}`)).toEqual(own);
  expect(oursIn()).toEqual(right);
});

test('a total below the table moves down before the table grows over it', () => {
  const [first, second] = (world.accounts[0]?.templates ?? []).map(({ id }) => id);
  bench.sync({ ...WEEK, templates: [first ?? '', second ?? ''] });
  expect(oursIn()).toHaveLength(3);
  const sent = lettersAt(columnOf(bench, 'Sent'));
  bench.host.type(TAB, 'E4', [['Total']]);
  bench.host.type(TAB, `${sent}4`, [[12345]]);
  bench.sync(WEEK);
  const after = oursIn();
  expect(after.slice(0, right.length)).toEqual(right);
  expect(after[right.length]?.[4]).toBe('Total');
  expect(after[right.length]?.[columnOf(bench, 'Sent') - 1]).toBe(12345);
  // Fewer rows again leave it where it is.
  bench.sync({ ...WEEK, templates: [first ?? ''] });
  expect(oursIn().filter((line) => line[5] !== '')).toHaveLength(2);
  expect(oursIn()[right.length]?.[4]).toBe('Total');
});

test.each([
  ['sorted', () => bench.host.edit({ op: 'sort', sheet: TAB, column: 5, ascending: false })],
  ['with a header renamed', () => bench.host.type(TAB, 'N1', [['My count']])],
  ['with a header emptied', () => bench.host.type(TAB, 'N1', [['']])],
  [
    'with numbers overwritten',
    () =>
      bench.host.type(TAB, 'N2:O3', [
        [1, 2],
        ['x', '=1+1'],
      ]),
  ],
  [
    'with a column deleted',
    () => bench.host.edit({ op: 'deleteColumns', sheet: TAB, at: 14, count: 1 }),
  ],
  [
    'with columns exchanged',
    () => bench.host.edit({ op: 'moveColumns', sheet: TAB, at: 14, count: 2, to: 30 }),
  ],
  ['with rows deleted', () => bench.host.edit({ op: 'deleteRows', sheet: TAB, at: 3, count: 2 })],
  [
    'with an empty row in between',
    () => bench.host.edit({ op: 'insertRows', sheet: TAB, at: 4, count: 1 }),
  ],
  ['renamed', () => bench.host.edit({ op: 'renameSheet', sheet: TAB, name: 'My templates' })],
])('a table %s is right again', (_name, edit) => {
  edit();
  const names = sheetsOf(bench);
  const { comparison } = bench.sync(WEEK);
  expect(oursIn(comparison)).toEqual(right);
  expect(sheetsOf(bench)).toEqual(names);
  bench.sync(WEEK);
  expect(sheetsOf(bench)).toEqual(names);
});

test.each([
  ['a column with notes among ours', () => bench.host.type(TAB, 'N1:N3', [['Mine'], ['a'], ['b']])],
  ['an empty column among ours', () => undefined],
])('%s leaves that tab alone, and the table goes on in a new one', (_name, fill) => {
  bench.host.edit({ op: 'insertColumns', sheet: TAB, at: 14, count: 1 });
  fill();
  const before = valuesOf(bench);
  const { comparison } = bench.sync(WEEK);
  expect(comparison).toBe(`${TAB} 2`);
  expect(oursIn(`${TAB} 2`)).toEqual(right);
  expect(valuesOf(bench)).toEqual(before);
  expect(bench.sync(WEEK).comparison).toBe(`${TAB} 2`);
  expect(sheetsOf(bench).filter((name) => name.startsWith(TAB))).toHaveLength(2);
});

test("a person's own tab of that name is left alone", () => {
  bench.host.edit({ op: 'deleteSheet', sheet: TAB });
  bench.host.edit({ op: 'addSheet', sheet: TAB });
  const own = [
    ['Template', 'Language', 'Owner'],
    ['promo', 'en', 'Ana'],
  ];
  bench.host.type(TAB, 'A1:C2', own);
  expect(bench.sync(WEEK).comparison).toBe(`${TAB} 2`);
  expect(valuesOf(bench)).toEqual(own);
});

describe('the filter', () => {
  const filterOf = () => sheetIn(bench, TAB).filter;
  const few = {
    ...WEEK,
    templates: (world.accounts[0]?.templates ?? []).slice(0, 2).map(({ id }) => id),
  };

  test('covers our columns and grows with the rows', () => {
    expect(filterOf()).toMatchObject({ row: 1, column: 1, columns: WIDTH, rows: right.length });
    bench.host.edit({ op: 'deleteSheet', sheet: TAB });
    bench.sync(few);
    expect(filterOf()).toMatchObject({ columns: WIDTH, rows: 3 });
    bench.sync(WEEK);
    expect(filterOf()).toMatchObject({ row: 1, column: 1, columns: WIDTH, rows: right.length });
  });

  test('that hides rows stays as the person left it', () => {
    bench.host.edit({ op: 'deleteSheet', sheet: TAB });
    bench.sync(few);
    const id = String(valuesOf(bench)[1]?.[5]);
    bench.host.edit({ op: 'filter', sheet: TAB, column: 6, show: [id] });
    const before = filterOf();
    expect(before).toMatchObject({ hiddenRows: [3] });
    bench.sync(WEEK);
    expect(filterOf()).toEqual(before);
    expect(oursIn()).toEqual(right);
  });

  test('that a person took away does not come back', () => {
    bench.host.edit({ op: 'clearFilter', sheet: TAB });
    bench.sync(WEEK);
    bench.sync(MONTH);
    expect(filterOf()).toBeFalsy();
  });
});

test("colours of ours follow the rows, a person's own rules stay first", () => {
  const count = `return ss.getSheetByName('${TAB}').getConditionalFormatRules().map((rule) =>
    [rule.getRanges()[0].getA1Notation(), rule.getGradientCondition() === null]);`;
  const add = `const sheet = ss.getSheetByName('${TAB}'); sheet.setConditionalFormatRules(
    [...sheet.getConditionalFormatRules(), SpreadsheetApp.newConditionalFormatRule()
      .whenNumberGreaterThan(5).setBackground('#ff0000').setRanges([sheet.getRange('N2:N9')]).build()]);`;
  const before = script(bench, world, count).value as [string, boolean][];
  // Two blocks of prices in three columns, ROAS and four rates.
  expect(before).toHaveLength(3 * 2 + 5);
  bench = script(bench, world, add).bench;
  bench.sync(WEEK);
  expect(script(bench, world, count).value).toEqual([...before, ['N2:N9', true]]);
  bench.sync({
    ...WEEK,
    templates: (world.accounts[0]?.templates ?? []).slice(0, 3).map(({ id }) => id),
  });
  const after = script(bench, world, count).value as [string, boolean][];
  expect(after[0]).toEqual(['N2:N9', true]);
  expect(after.slice(1)).toHaveLength(3 + 5);
  expect(after.slice(1).every(([a1]) => /^[A-Z]+2:[A-Z]+4$/.test(a1))).toBe(true);
});

const box = { sheet: TAB, a1: 'N2:O3' };
test.each([
  ['protected', { op: 'protect', sheet: TAB }, { op: 'unprotect', sheet: TAB }],
  ['protected in a part', { op: 'protect', ...box }, { op: 'unprotect', sheet: TAB }],
  ['with merged cells', { op: 'merge', ...box }, { op: 'unmerge', ...box }],
  [
    'with a strict rule',
    { op: 'validate', ...box, allow: 'checkbox' },
    { op: 'validate', ...box, allow: 'anything' },
  ],
] as [string, EditRequest, EditRequest][])(
  'a tab %s makes no sync fail, is left as it is, and is told about',
  (_name, edit, undo) => {
    bench.host.edit(edit);
    const before = valuesOf(bench);
    const answer = bench.sync({ ...MONTH, compareTo: 'none' });
    expect(codesOf(answer)).toContain('comparison-protected');
    expect(answer.comparison).toBeNull();
    expect(valuesOf(bench)).toEqual(before);
    expect(valuesOf(bench, 'WA Log').length).toBe(4);
    bench.host.edit(undo);
    expect(codesOf(bench.sync(WEEK))).not.toContain('comparison-protected');
    expect(oursIn()).toEqual(right);
  },
);

test('compared days that are not held are told about, and only then', () => {
  expect(codesOf(bench.sync(WEEK))).not.toContain('compare-missing');
  const answer = bench.sync({ ...MONTH, compareTo: 'previous' });
  expect(answer.notices).toContainEqual(expect.objectContaining({ code: 'compare-missing' }));
  expect(codesOf(bench.sync({ ...MONTH, compareTo: 'none' }))).not.toContain('compare-missing');
});

test('in another language the headers and words change, and nothing else', () => {
  bench = script(bench, world, `ss.setSpreadsheetLocale('pt_BR');`).bench;
  bench.sync(WEEK);
  const after = oursIn();
  expect(after[0]?.slice(0, 6)).toEqual([
    'De',
    'Até',
    'Conta',
    'ID da conta',
    'Modelo',
    'ID do modelo',
  ]);
  const words = new Map([
    ['up', 'subiu'],
    ['down', 'caiu'],
    ['no clear change', 'sem mudança clara'],
  ]);
  expect(after.slice(1)).toEqual(
    right.slice(1).map((line) => line.map((value) => words.get(String(value)) ?? value)),
  );
  expect(sheetsOf(bench).filter((name) => name.startsWith(TAB))).toEqual([TAB]);
});
