// Checks from outside what columns and tabs that people move, rename, delete, close or fill up do to a sync.
import { plusDays, serialOf } from './days';
import { HEADERS } from './expected';
import { keyOfLine, letters, Stage } from './stage';
import { changedCells, type Rpc } from './workbench';

const RIGHT = letters(HEADERS.length + 1);
const stages = [new Stage({ seed: 81 }), new Stage({ seed: 82, locale: 'pt_BR' })] as const;
const [english] = stages;
beforeAll(async () => {
  for (const stage of stages) await stage.build();
}, 90_000);
afterEach(async () => {
  for (const stage of stages) await stage.bench.stop();
});
afterAll(async () => {
  for (const stage of stages) await stage.close();
});
const eachLocale = describe.each([
  ['en_US', stages[0]],
  ['pt_BR', stages[1]],
]);

async function expectRight(stage: Stage): Promise<void> {
  expect(await stage.faults()).toEqual([]);
  expect(await stage.formulaFaults()).toEqual([]);
}
const codeOf = (answer: Rpc): string => (answer.ok ? 'ok' : answer.error.code);

/** A sync that is refused must leave every cell, every tab and the coverage as they were. */
async function expectRefused(stage: Stage, code: string): Promise<string> {
  const before = await stage.bench.dump();
  const status = await stage.bench.rpc('status');
  const answer = await stage.trySync();
  expect(codeOf(answer)).toBe(code);
  expect(changedCells(before, await stage.bench.dump())).toEqual([]);
  const now = await stage.bench.rpc('status');
  if (status.ok && now.ok) {
    expect(now.value.coverage).toEqual(status.value.coverage);
    expect(now.value.lastFailure.code).toBe(code);
  }
  if (answer.ok) return '';
  expect(answer.error.hint.length).toBeGreaterThan(10);
  return `${answer.error.message} ${answer.error.hint}`;
}

eachLocale('columns, in %s', (_locale, stage) => {
  beforeEach(() => stage.open(), 20_000);

  test('inserted and moved inside our table, they are found by their headers', async () => {
    await stage.bench.edit('insertColumns', stage.tab, { at: 3, count: 2 });
    await stage.bench.edit('moveColumns', stage.tab, { at: 14, to: 2 });
    await stage.bench.edit('moveColumns', stage.tab, { at: 1, to: 21 });
    await stage.passDays();
    expect((await stage.sync()).counts.changed).toBeGreaterThan(0);
    await expectRight(stage);
  }, 20_000);

  test('renamed headers are found by their marks, moved ones too', async () => {
    const rename = async (title: string, name: string): Promise<void> => {
      const column = (await stage.view()).columnOf(title);
      await stage.bench.type(stage.tab, `${letters(column)}1`, [[name]]);
      stage.titles[HEADERS.indexOf(title)] = name;
    };
    await rename('Sent', 'Enviadas por nós');
    await rename('Template ID', 'Code');
    await rename('Date', 'When');
    await stage.bench.edit('moveColumns', stage.tab, { at: 12, to: 4 });
    await stage.passDays();
    await stage.sync();
    await expectRight(stage);
    // Two headers that changed places: the marks decide, not the words.
    const [read, replied] = [await stage.view(), await stage.view()].map((v, i) =>
      v.columnOf(i === 0 ? 'Read' : 'Replied'),
    );
    const [a, b] = [stage.titles[13] ?? '', stage.titles[14] ?? ''];
    await stage.bench.type(stage.tab, `${letters(read ?? 0)}1`, [['x']]);
    await stage.bench.type(stage.tab, `${letters(replied ?? 0)}1`, [['y']]);
    await stage.bench.type(stage.tab, 'X1', [[a]]);
    await stage.bench.type(stage.tab, 'Y1', [[b]]);
    [stage.titles[13], stage.titles[14]] = ['x', 'y'];
    await stage.passDays();
    await stage.sync();
    await expectRight(stage);
    const { values } = await stage.bench.range(stage.tab, 'X2:Y400');
    expect(values.flat().every((value) => value === '')).toBe(true);
  }, 30_000);

  test('deleted ones are asked about, and restore brings their values back exactly', async () => {
    const before = await stage.view();
    for (const title of ['Spent', 'Read', 'Template', 'Cost per click']) {
      await stage.bench.edit('deleteColumns', stage.tab, {
        at: (await stage.view()).columnOf(title),
      });
    }
    const said = await expectRefused(stage, 'sheet-changed');
    expect(said).toContain(stage.titles[HEADERS.indexOf('Template')]);
    const restored = await stage.bench.rpc('restore');
    expect(restored).toMatchObject({ ok: true, value: { columns: 4 } });
    const after = await stage.view();
    expect(after.rowNumbers).toEqual(before.rowNumbers);
    expect(after.values).toEqual(before.values);
    expect(after.formats).toEqual(before.formats);
    await expectRight(stage);
    await stage.passDays();
    await stage.sync();
    await expectRight(stage);
  }, 30_000);

  test('without a key column nothing is written, nor restored', async () => {
    await stage.bench.edit('deleteColumns', stage.tab, {
      at: (await stage.view()).columnOf('Template ID'),
    });
    const said = await expectRefused(stage, 'key-column-missing');
    expect(said).toContain(stage.titles[HEADERS.indexOf('Template ID')]);
    const before = await stage.bench.dump();
    expect(codeOf(await stage.bench.rpc('restore'))).toBe('key-column-missing');
    expect(changedCells(before, await stage.bench.dump())).toEqual([]);
  }, 20_000);
});

describe('what restore must not touch', () => {
  beforeEach(() => english.open(), 20_000);

  test('a totals row below the table, although rows are missing too', async () => {
    const last = Math.max(...(await english.view()).rowNumbers);
    await english.bench.type('WA Daily', `A${last + 1}`, [['Total']]);
    await english.bench.type('WA Daily', `L${last + 1}`, [[`=SUM(L2:L${last})`]]);
    await english.bench.edit('deleteRows', 'WA Daily', { at: 5, count: 3 });
    await english.bench.edit('deleteColumns', 'WA Daily', { at: 14 });
    expect(await english.bench.rpc('restore')).toMatchObject({ ok: true });
    const { values, formulas } = await english.bench.range('WA Daily');
    expect(values[last - 3]?.[0]).toBe('Total');
    expect(formulas[last - 3]?.[11]).toBe(`=SUM(L2:L${last - 3})`);
    await expectRight(english);
  }, 20_000);
});

eachLocale('tabs, in %s', (_locale, stage) => {
  beforeEach(() => stage.open(), 20_000);

  test('renamed, with a foreign WA Daily beside it', async () => {
    await stage.bench.edit('renameSheet', stage.tab, { name: 'Números' });
    stage.tab = 'Números';
    await stage.bench.edit('addSheet', 'WA Daily');
    await stage.bench.type('WA Daily', 'A1:C2', [
      ['Date', 'Template', 'Mine'],
      ['hello', 'x', '1'],
    ]);
    await stage.bench.edit('renameSheet', 'WA Log', { name: 'Protocol' });
    const foreign = await stage.bench.range('WA Daily');
    await stage.passDays();
    const answer = await stage.sync();
    expect(answer.tab).toBe('Números');
    expect(await stage.bench.range('WA Daily')).toEqual(foreign);
    expect((await stage.bench.range('Protocol')).values.length).toBe(3);
    await expectRight(stage);
  }, 20_000);

  test('deleted: nothing is made, and restore brings back every row, older than Meta keeps too', async () => {
    const old = stage.expected();
    await stage.passHours(24 * 40);
    await stage.passDays(25);
    await stage.sync();
    const reach = plusDays(stage.today, -89);
    const early = new Set(
      old.filter(({ day }) => day < reach).map((row) => `${serialOf(row.day)}|${row.template.id}`),
    );
    expect(early.size).toBeGreaterThan(20);
    const before = await stage.view();
    await stage.bench.edit('deleteSheet', stage.tab);
    const names = (await stage.bench.json('GET', '/api/sheets')).length;
    await expectRefused(stage, 'tab-missing');
    expect((await stage.bench.json('GET', '/api/sheets')).length).toBe(names);
    const restored = await stage.bench.rpc('restore');
    expect(restored).toMatchObject({ ok: true, value: { rows: before.rowNumbers.length } });
    const after = await stage.view();
    const sorted = (lines: unknown[][]): string[] =>
      lines.map((line) => JSON.stringify(line)).sort();
    expect(sorted(after.values)).toEqual(sorted(before.values));
    expect(after.formats.slice(1)[0]).toEqual(before.formats.slice(1)[0]);
    expect(after.values.filter((line) => early.has(keyOfLine(line))).length).toBe(early.size);
    expect(await stage.formulaFaults()).toEqual([]);
    const { counts } = await stage.sync();
    expect(counts).toMatchObject({ added: 0, changed: 0 });
  }, 30_000);

  test('deleted together with the hidden tab, Meta is asked for what it still has', async () => {
    await stage.bench.edit('deleteSheet', stage.tab);
    await stage.bench.edit('deleteSheet', 'WA Index');
    expect(codeOf(await stage.trySync())).toBe('tab-missing');
    expect(codeOf(await stage.bench.rpc('restore'))).toBe('ok');
    await stage.sync();
    await expectRight(stage);
  }, 20_000);
});

describe('tabs of one name', () => {
  beforeEach(() => english.open(), 20_000);

  test.each(['WA Log', 'WA Index'])(
    'a foreign %s beside our renamed one stays foreign',
    async (name) => {
      await english.bench.edit('renameSheet', name, { name: 'Ours' });
      await english.bench.edit('addSheet', name);
      await english.bench.type(name, 'A1:B3', [
        ['my', 'own'],
        ['=1+1', 'text'],
        ['', '7'],
      ]);
      const foreign = await english.bench.range(name);
      await english.passDays();
      await english.sync();
      expect(await english.bench.range(name)).toEqual(foreign);
      await expectRight(english);
    },
    20_000,
  );
});

describe('closed and ruled cells', () => {
  beforeEach(() => english.open(), 20_000);

  test.each<[string, string, Record<string, unknown>, RegExp]>([
    ['WA Daily', 'tab-protected', {}, /WA Daily/],
    ['WA Daily', 'tab-protected', { a1: 'L2:L900' }, /L2:L900/],
    ['WA Log', 'tab-protected', {}, /WA Log/],
    ['WA Index', 'tab-protected', {}, /WA Index/],
    ['WA Index', 'tab-protected', { a1: 'A3:B10' }, /WA Index/],
  ])(
    '%s closed by somebody else: %s %j',
    async (tab, code, fields, names) => {
      await english.bench.edit('protect', tab, fields);
      await english.passDays();
      expect(await expectRefused(english, code)).toMatch(names);
      await english.bench.edit('unprotect', tab);
      await english.sync();
      await expectRight(english);
    },
    20_000,
  );

  test.each<[string, Record<string, unknown>]>([
    ['the tab', {}],
    ['a range', { a1: 'A1:U900' }],
  ])(
    'a mere warning on %s stops nobody',
    async (_what, fields) => {
      await english.bench.edit('protect', 'WA Daily', { ...fields, warningOnly: true });
      await english.passDays();
      await english.sync();
      await expectRight(english);
    },
    20_000,
  );

  test.each<[string, string, Record<string, unknown>]>([
    ['closed', 'protect', { a1: `${RIGHT}1:${RIGHT}900` }],
    ['ruled', 'validate', { a1: `${RIGHT}2:${RIGHT}900`, allow: 'list', values: ['a'] }],
  ])(
    "a person's own formula column that is %s is left alone",
    async (_what, op, fields) => {
      const last = Math.max(...(await english.view()).rowNumbers);
      await english.bench.type(
        'WA Daily',
        `${RIGHT}2:${RIGHT}${last}`,
        Array.from({ length: last - 1 }, (_, i) => [`=L${i + 2}`]),
      );
      await english.bench.edit(op, 'WA Daily', fields);
      const before = (await english.bench.range('WA Daily', `${RIGHT}1:${RIGHT}${last}`)).formulas;
      await english.passDays();
      await english.sync();
      expect((await english.bench.range('WA Daily', `${RIGHT}1:${RIGHT}${last}`)).formulas).toEqual(
        before,
      );
      await expectRight(english);
    },
    20_000,
  );

  test('merged cells, a rule and a checkbox are named before anything is written', async () => {
    const last = Math.max(...(await english.view()).rowNumbers);
    await english.passDays();
    for (const [op, fields, cell] of [
      ['merge', { a1: `F${last + 1}:G${last + 2}` }, `F${last + 1}:G${last + 2}`],
      ['validate', { a1: `I${last + 2}`, allow: 'list', values: ['a', 'b'] }, `I${last + 2}`],
      ['validate', { a1: `L2:L${last}`, allow: 'checkbox' }, 'L'],
    ] as const) {
      await english.bench.edit(op, 'WA Daily', fields);
      expect(await expectRefused(english, 'cell-rule')).toContain(cell);
      if (op === 'merge') await english.bench.edit('unmerge', 'WA Daily', fields);
      else await english.bench.edit('validate', 'WA Daily', { a1: fields.a1, allow: 'anything' });
    }
    await english.sync();
    await expectRight(english);
  }, 20_000);
});
