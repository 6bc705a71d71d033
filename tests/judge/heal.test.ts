// Checks from outside that whatever happens to the hidden tab or the file, no formula lies and a sync heals.
import { readFileSync, writeFileSync } from 'node:fs';
import { plusDays, serialOf } from './days';
import { same } from './expected';
import { Stage, TOKEN } from './stage';
import { changedCells, type Loose, type RangeAnswer } from './workbench';

const INDEX = 'WA Index';
/** The first row of chunks; above stand the live cell, the last sync, head and places. */
const CHUNKS = 23;
const stage = new Stage({ seed: 61, templates: 3, days: 30 });
beforeAll(() => stage.build(), 60_000);
beforeEach(() => stage.open(), 20_000);
afterEach(() => stage.bench.stop());
afterAll(() => stage.close());

const type = (a1: string, text: string): Promise<void> =>
  stage.bench.type(INDEX, a1, [[text === '' ? '' : `'${text}`]]);
const edit = (op: string, fields: Record<string, unknown>): Promise<void> =>
  stage.bench.edit(op, INDEX, fields);
const textAt = async (a1: string): Promise<string> =>
  String((await stage.bench.range(INDEX, a1)).values[0]?.[0] ?? '');

/** Every formula is right by the sheet, or refused in one sentence. */
async function expectNoLies(): Promise<{ right: number; refused: number }> {
  const { values } = await stage.view();
  const found = { right: 0, refused: 0 };
  for (const { id } of stage.account.templates) {
    for (const [from, to] of [
      [stage.from, stage.today],
      [plusDays(stage.today, -24), plusDays(stage.today, -4)],
    ] as const) {
      const wanted = values
        .slice(1)
        .filter((line) => line[6] === id)
        .filter((line) => Number(line[0]) >= serialOf(from) && Number(line[0]) <= serialOf(to))
        .reduce((sum, line) => sum + Number(line[11] || 0), 0);
      for (const args of [
        [id, from, to, { live: true }],
        [id, from, to],
      ]) {
        const answer = await stage.bench.formula('WA_SENT', ...args);
        if (answer.ok) {
          expect([id, from, args.length, Number(answer.value || 0)]).toEqual([
            id,
            from,
            args.length,
            wanted,
          ]);
          found.right += 1;
        } else {
          expect(answer.error.message).toMatch(/^[A-Z"0-9].{20,}[.")\d]$/);
          expect(answer.error.message).not.toMatch(
            /undefined|null|TypeError|Exception|\n|getRange/,
          );
          found.refused += 1;
        }
      }
    }
  }
  return found;
}

/** After one sync all is right; after it a sync asks for the look-back alone and writes two cells at most. */
async function expectHealed(): Promise<void> {
  await stage.sync();
  expect(await stage.faults()).toEqual([]);
  const before = await stage.bench.dump();
  stage.graph.seen.length = 0;
  const { counts } = await stage.sync();
  expect(counts).toMatchObject({ added: 0, changed: 0, restated: 0 });
  const asked = stage.graph.analyticsRequests().map(({ query }) => query.start ?? '');
  expect(asked.length).toBeGreaterThan(0);
  for (const start of asked) expect(start >= plusDays(stage.today, -7)).toBe(true);
  const changed = changedCells(before, await stage.bench.dump()).filter(
    (cell) => !cell.startsWith('WA Log!'),
  );
  const hidden = changed.filter((cell) => /!2,\d+ values$/.test(cell));
  expect(changed.filter((cell) => !hidden.includes(cell))).toEqual([]);
  expect(hidden.length).toBeLessThanOrEqual(1);
  expect(await stage.formulaFaults()).toEqual([]);
  await expectNamed();
}

/** The live cell stands where the add-on writes it, so that formulas which carry it are told. */
async function expectNamed(): Promise<void> {
  const { workbook } = await stage.bench.json('GET', '/api/page/snapshot');
  const live = workbook.names.find((one: Loose) => one.name === 'WA_LIVE');
  const tab = workbook.sheets.find((one: Loose) => one.id === live.sheetId);
  expect(live.a1.replaceAll('$', '')).toBe('B1');
  expect(tab.cells[1][2].v).toMatch(/^WA_LIVE \d+$/);
}

test.each<[string, () => Promise<unknown>]>([
  ['a chunk was edited', async () => type('B23', (await textAt('B23')).replace(/\d(?=\D*$)/, '7'))],
  ['a chunk was deleted', () => type('B24', '')],
  [
    'two chunks changed places',
    async () => {
      const [a, b] = [await textAt('B23'), await textAt('B24')];
      await type('B23', b);
      await type('B24', a);
    },
  ],
  [
    'the head was edited',
    async () => type('A3', (await textAt('A3')).replace('"buckets":4', '"buckets":5')),
  ],
  ['the head was deleted', () => type('A3', '')],
  ['the places were edited', async () => type('B3', (await textAt('B3')).replace(/:2:/, ':3:'))],
  ['the places were deleted', () => type('B3', '')],
  ['the live cell says hello', () => type('B1', 'hello')],
  ['the live cell is a number', () => stage.bench.type(INDEX, 'B1', [['5']])],
  ['the live cell says an older version', () => type('B1', 'WA_LIVE 0')],
  ['the live cell says a version to come', () => type('B1', 'WA_LIVE 999')],
  ['the live cell is empty', () => type('B1', '')],
  ['row 1 was deleted', () => edit('deleteRows', { at: 1 })],
  ['row 2 was deleted', () => edit('deleteRows', { at: 2 })],
  ['row 10 was deleted', () => edit('deleteRows', { at: 10 })],
  ['the head rows were deleted', () => edit('deleteRows', { at: 3, count: 20 })],
  ['all but two rows were deleted', () => edit('deleteRows', { at: 3, count: 998 })],
  ['a row of chunks was deleted', () => edit('deleteRows', { at: CHUNKS })],
  ['a row was put on top', () => edit('insertRows', { at: 1 })],
  ['a row was put among the chunks', () => edit('insertRows', { at: CHUNKS + 1 })],
  ['column A was deleted', () => edit('deleteColumns', { at: 1 })],
  ['column B was deleted', () => edit('deleteColumns', { at: 2 })],
  ['all columns but one were deleted', () => edit('deleteColumns', { at: 2, count: 25 })],
  ['a column was put at the left', () => edit('insertColumns', { at: 1 })],
  ['a column was put between', () => edit('insertColumns', { at: 2 })],
  ['it was sorted', () => edit('sort', { column: 1, ascending: false })],
  ['it was deleted', () => edit('deleteSheet', {})],
  ['it was shown', () => edit('showSheet', {})],
])(
  'the hidden tab: %s',
  async (_name, damage) => {
    // Warm first: head and chunks are in the cache.
    expect((await expectNoLies()).refused).toBe(0);
    await damage();
    await expectNoLies();
    await stage.passHours(7);
    await expectNoLies();
    await stage.passDays();
    await expectHealed();
  },
  20_000,
);

test('a renamed hidden tab is found, and nothing is made beside it', async () => {
  await edit('renameSheet', { name: 'secret' });
  const tabs = (await stage.bench.json('GET', '/api/sheets')).length;
  await stage.passHours(7);
  expect((await expectNoLies()).refused).toBe(0);
  await stage.passDays();
  await expectHealed();
  expect((await stage.bench.json('GET', '/api/sheets')).length).toBe(tabs);
}, 20_000);

/** Ends the workbench, changes the file it kept, and starts again. */
async function changeFile(change: (saved: Loose) => Loose | undefined): Promise<void> {
  const saved = await stage.stop();
  const changed = change(saved) ?? saved;
  writeFileSync(stage.file, JSON.stringify(changed));
  await stage.start();
}

test.each([
  ['without properties', false],
  ['without properties and marks', true],
])(
  'a copied file, %s, answers and goes on after connecting',
  async (_name, marksToo) => {
    await changeFile((saved) => {
      saved.properties = { user: {}, document: {}, script: {} };
      saved.users = {};
      saved.triggers = [];
      if (marksToo) saved.metadata = [];
    });
    expect((await expectNoLies()).refused).toBe(0);
    const status = await stage.bench.rpc('status');
    expect(status).toMatchObject({ ok: true, value: { connected: false, accounts: [] } });
    expect((await stage.trySync()).ok).toBe(false);
    await stage.bench.connect(TOKEN);
    await stage.passDays();
    await expectHealed();
  },
  20_000,
);

test('a copied file whose hidden tab is damaged too heals', async () => {
  await changeFile((saved) => {
    saved.properties = { user: {}, document: {}, script: {} };
    saved.metadata = [];
  });
  await type('A3', 'hello');
  await expectNoLies();
  await stage.bench.connect(TOKEN);
  await stage.passDays();
  await expectHealed();
}, 20_000);

test('a file set back to an earlier day, with what was stored since', async () => {
  const old = JSON.parse(readFileSync(stage.file, 'utf8'));
  for (let day = 0; day < 3; day += 1) {
    // What Meta corrected would be out of the look-back once the file is set back.
    await stage.passDays(1, false);
    await stage.sync();
  }
  await changeFile(({ properties, users, triggers }) => ({ ...old, properties, users, triggers }));
  await expectNoLies();
  await stage.passHours(7);
  await expectNoLies();
  await stage.passDays(1, false);
  await expectHealed();
}, 20_000);

/** Cells set back one by one while the cache still holds the newer state. */
async function setBack(tab: string, old: RangeAnswer): Promise<void> {
  const now = await stage.bench.range(tab);
  for (const [row, line] of now.values.entries()) {
    for (const column of line.keys()) {
      const [was, is] = [old.values[row]?.[column] ?? '', now.values[row]?.[column] ?? ''];
      if (same(was, is)) continue;
      const a1 = `${String.fromCharCode(65 + column)}${row + 1}`;
      await stage.bench.type(tab, a1, [[typeof was === 'string' && was !== '' ? `'${was}` : was]]);
    }
  }
}

test('cells set back while the cache is warm', async () => {
  const [daily, index] = [await stage.bench.range(stage.tab), await stage.bench.range(INDEX)];
  await stage.passDays();
  await stage.sync();
  expect((await expectNoLies()).refused).toBe(0);
  await setBack(INDEX, index);
  await setBack(stage.tab, daily);
  const live = await stage.bench.formula('WA_SENT', '*', stage.from, stage.today, { live: true });
  // The day since is not fetched as far as the live cell says.
  expect(live.ok).toBe(true);
  const { values } = await stage.view();
  expect(live.value).toBe(values.slice(1).reduce((sum, line) => sum + Number(line[11] || 0), 0));
  await expectHealed();
}, 30_000);
