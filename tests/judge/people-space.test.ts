// Checks from outside that a file that is full is told before anything is written.
import { Stage, TOKEN } from './stage';
import { changedCells, type Rpc, startWorkbench } from './workbench';

const LIMIT = 10_000_000;
const stage = new Stage({ seed: 91, templates: 45, days: 80 });
beforeAll(() => stage.build(), 60_000);
beforeEach(() => stage.open(), 20_000);
afterEach(() => stage.bench.stop());
afterAll(() => stage.close());

const codeOf = (answer: Rpc): string => (answer.ok ? 'ok' : answer.error.code);

/** Fills the file with an empty tab until only so many cells are free. */
async function leaveFree(cells: number, bench = stage.bench): Promise<void> {
  await bench.edit('addSheet', 'Huge');
  const sheets: { rows: number; columns: number; name: string }[] = await bench.json(
    'GET',
    '/api/sheets',
  );
  const used = sheets.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  const huge = sheets.find(({ name }) => name === 'Huge');
  const count = Math.floor((LIMIT - used - cells) / (huge?.columns ?? 26));
  await bench.edit('insertRows', 'Huge', { at: 1, count });
}

test('rows that no longer fit are refused before one of them is written', async () => {
  const { rows } = (await stage.bench.json('GET', '/api/sheets')).find(
    (one: { name: string }) => one.name === 'WA Daily',
  );
  // The grid ends where the data ends, so that every new row needs cells.
  const last = Math.max(...(await stage.view()).rowNumbers);
  if (rows > last) {
    await stage.bench.edit('deleteRows', 'WA Daily', { at: last + 1, count: rows - last });
  }
  await leaveFree(100);
  await stage.passDays();
  const before = await stage.bench.dump();
  const answer = await stage.trySync();
  expect(codeOf(answer)).toBe('no-space');
  if (!answer.ok) expect(answer.error.message).toMatch(/10 million/);
  expect(changedCells(before, await stage.bench.dump())).toEqual([]);
  await stage.bench.edit('deleteSheet', 'Huge');
  await stage.sync();
  expect(await stage.faults()).toEqual([]);
}, 30_000);

test.each([10_000, 40_000, 60_000, 80_000, 110_000])(
  'a first sync with %i cells left writes all, or nothing but the hidden tab',
  async (free) => {
    const bench = await startWorkbench(stage.graph.url, stage.flags);
    try {
      await bench.setClock(stage.now);
      await leaveFree(free, bench);
      await bench.connect(TOKEN);
      const answer = await bench.trySync({
        from: stage.from,
        to: stage.today,
        templates: 'all',
      });
      const names = (await bench.json('GET', '/api/sheets')).map(
        (one: { name: string }) => one.name,
      );
      if (answer.ok) {
        expect((await bench.range('WA Daily')).values.length).toBe(stage.expected().length + 1);
        expect(names).toContain('WA Log');
      } else {
        expect(answer.error.code).toBe('no-space');
        expect(names).not.toContain('WA Daily');
        expect(names).not.toContain('WA Log');
        await bench.edit('deleteSheet', 'Huge');
        await bench.sync({ from: stage.from, to: stage.today, templates: 'all' });
        expect((await bench.range('WA Daily')).values.length).toBe(stage.expected().length + 1);
      }
    } finally {
      await bench.stop();
    }
  },
  30_000,
);
