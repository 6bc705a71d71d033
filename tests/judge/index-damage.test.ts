// Checks from outside that a damaged, moved or stale cell of the hidden index never gives a wrong number.
import { civilDayOf, plusDays } from './days';
import { type ExpectedRow, expectRows, same, total } from './expected';
import { type JudgeGraph, startJudgeGraph } from './graph-server';
import { type RangeAnswer, startWorkbench, type Workbench } from './workbench';
import { buildWorld, type World } from './world';

const TOKEN = 'EAAJudgeToken0123456789abcdefXYZ';
const TAB = 'WA Index';
const HOUR = 3_600_000;
const SAID = /WA Index.*press Sync/;
/** The first row of chunks; above stand the live cell, the last sync, head and places. */
const CHUNKS = 23;

let world: World;
let graph: JudgeGraph;
let bench: Workbench;
let rows: ExpectedRow[];
let from: string;
let to: string;
let now: number;
let whole: RangeAnswer;

beforeAll(async () => {
  world = buildWorld({
    seed: 31,
    now: '2026-11-22T15:00:00Z',
    zones: ['America/Sao_Paulo'],
    templates: 30,
    density: 0.5,
    currencies: ['BRL'],
  });
  now = world.now;
  graph = await startJudgeGraph(world, { token: TOKEN, pageSize: 200, order: 'shuffled' });
  bench = await startWorkbench(graph.url, ['--timezone', 'America/Sao_Paulo']);
  await bench.setClock(now);
  const early = await bench.formula('WA_SENT', '*', '2026-11-01');
  expect(early.error.message).toMatch(/Nothing has been synced/);
  await bench.connect(TOKEN);
  await bench.rpc('status');
  const made = await bench.formula('WA_SENT', '*', '2026-11-01');
  expect(made.error.message).toMatch(/Nothing has been synced/);
  to = plusDays(civilDayOf(world.now, 'America/Sao_Paulo'), -1);
  from = plusDays(to, -80);
  await bench.sync({ from, to, templates: 'all' });
  rows = expectRows(world, from, to);
  whole = await bench.range(TAB);
}, 30_000);
afterAll(async () => {
  await bench?.stop();
  await graph?.close();
});

const letters = (column: number): string => String.fromCharCode(64 + column);
const put = (a1: string, values: (string | number)[][]): Promise<unknown> =>
  bench.json('PUT', '/api/range', { sheet: TAB, a1, values });
const textAt = (row: number, column: number): string =>
  String(whole.values[row - 1]?.[column - 1] ?? '');
/** Types a text as a person does who wants it kept as text. */
const type = (row: number, column: number, text: string): Promise<unknown> =>
  put(`${letters(column)}${row}`, [[text === '' ? '' : `'${text}`]]);

/** The cache forgets after six hours. */
async function emptyCache(): Promise<void> {
  now += 7 * HOUR;
  await bench.setClock(now);
}

/** A formula for every template, over days that begin within a month and end within another. */
async function askAll(): Promise<{ right: number; refused: number; wrong: unknown[] }> {
  const found = { right: 0, refused: 0, wrong: [] as unknown[] };
  for (const template of world.accounts[0]?.templates ?? []) {
    for (const [a, b] of [
      [from, to],
      ['2026-10-05', '2026-11-10'],
      ['2026-10-03', '2026-10-20'],
    ] as const) {
      const wanted = total(
        rows.filter((row) => row.template === template && row.day >= a && row.day <= b),
        'sent',
      );
      const answer = await bench.formula('WA_SENT', template.id, a, b, { live: true });
      if (answer.ok && same(answer.value ?? '', wanted)) found.right += 1;
      else if (!answer.ok && SAID.test(answer.error.message)) found.refused += 1;
      else found.wrong.push({ template: template.id, a, b, answer, wanted });
    }
  }
  return found;
}

const questions = (): number => (world.accounts[0]?.templates.length ?? 0) * 3;

async function restore(): Promise<void> {
  for (const [r, line] of whole.values.entries()) {
    for (const [c, value] of line.entries()) {
      if (typeof value === 'string') await type(r + 1, c + 1, value);
    }
  }
}

const shift = (text: string): string =>
  text.replace(/[0-8](?=[^0-8]*$)/, (digit) => String(Number(digit) + 1));

test('an untouched index answers for every template', async () => {
  await emptyCache();
  expect(await askAll()).toEqual({ right: questions(), refused: 0, wrong: [] });
}, 30_000);

const lastRow = (): number => whole.values.length;
const columns = (): number[] => [1, 2, 3].filter((column) => textAt(CHUNKS, column) !== '');

test.each<[string, () => Promise<unknown>]>([
  [
    'a digit of every chunk was edited',
    async () => {
      for (let row = CHUNKS; row <= lastRow(); row += 1) {
        for (const column of columns()) await type(row, column, shift(textAt(row, column)));
      }
    },
  ],
  ['one chunk was deleted', () => type(CHUNKS, 1, '')],
  [
    'a chunk was cut in half',
    () =>
      type(
        CHUNKS + 1,
        2,
        textAt(CHUNKS + 1, 2).slice(0, Math.floor(textAt(CHUNKS + 1, 2).length / 2)),
      ),
  ],
  [
    'two chunks of a month changed places',
    async () => {
      await type(CHUNKS, 2, textAt(CHUNKS + 1, 2));
      await type(CHUNKS + 1, 2, textAt(CHUNKS, 2));
    },
  ],
  [
    'two months changed places',
    async () => {
      await type(CHUNKS, 1, textAt(CHUNKS, 2));
      await type(CHUNKS, 2, textAt(CHUNKS, 1));
    },
  ],
  [
    'every chunk stands one row too low',
    async () => {
      for (let row = lastRow(); row >= CHUNKS; row -= 1) {
        for (const column of columns()) await type(row + 1, column, textAt(row, column));
      }
      for (const column of columns()) await type(CHUNKS, column, '');
    },
  ],
  [
    'a digit of the head was edited',
    () => type(3, 1, textAt(3, 1).replace(/"buckets":\d/, '"buckets":9')),
  ],
  ['the head was deleted', () => type(3, 1, '')],
  ['somebody wrote into the head', () => type(3, 1, 'hello')],
])(
  'refused, and never wrong, when %s',
  async (_name, damage) => {
    await damage();
    await emptyCache();
    const found = await askAll();
    expect(found.wrong).toEqual([]);
    expect(found.refused).toBeGreaterThan(0);
    await restore();
    if (lastRow() >= CHUNKS) for (const column of columns()) await type(lastRow() + 1, column, '');
    expect((await askAll()).right).toBe(questions());
  },
  60_000,
);

test('a chunk that is damaged on the tab does no harm while the cache holds the right one', async () => {
  await type(CHUNKS, 1, 'hello');
  expect(await askAll()).toEqual({ right: questions(), refused: 0, wrong: [] });
  await restore();
}, 30_000);

test('a formula says it after two reads of the hidden tab at most', async () => {
  for (let row = CHUNKS; row <= lastRow(); row += 1) await type(row, 1, 'hello');
  await emptyCache();
  await bench.resetCalls();
  const answer = await bench.formula('WA_SENT', '*', from, to, { live: true });
  expect(answer.error.message).toMatch(SAID);
  const counts = await bench.calls();
  expect(counts.calls['Range.getValues']).toBeLessThanOrEqual(2);
  expect(JSON.stringify(counts.calls)).not.toMatch(/Propert|UrlFetch/);
  // The head is in the cache now; the chunks are not.
  await bench.resetCalls();
  await bench.formula('WA_SENT', '*', from, to, { live: true });
  expect((await bench.calls()).calls['Range.getValues']).toBeLessThanOrEqual(2);
  await restore();
}, 30_000);
