// Every formula of the table on the host, without a page: its value after the first sync, and after the next.
import { type JudgeGraph, startJudgeGraph } from '../judge/graph-server';
import { startWorkbench, type Workbench } from '../judge/workbench';
import { readFormula } from './read-formula';
import { differs, moveOn, TABLE, tableWorld } from './table';

const TOKEN = 'EAAJudgeToken0123456789abcdefXYZ';
let graph: JudgeGraph;
let bench: Workbench;
const world = tableWorld();

beforeAll(async () => {
  graph = await startJudgeGraph(world, { token: TOKEN });
  bench = await startWorkbench(graph.url, ['--timezone', 'America/Sao_Paulo']);
  await bench.setClock(world.now);
  await bench.connect(TOKEN);
  const { from, to } = TABLE.synced;
  await bench.sync({ from, to, templates: 'all' });
}, 60_000);
afterAll(async () => {
  await bench?.stop();
  await graph?.close();
});

async function compareAll(later: boolean): Promise<unknown[]> {
  const wrong: unknown[] = [];
  for (const { formula, value, later: after = value } of TABLE.formulas) {
    const { name, args } = readFormula(formula);
    const answer = await bench.formula(name, ...args);
    const said = answer.ok ? '' : answer.error.message;
    const why = differs(later ? after : value, answer.value, said);
    if (why) wrong.push([formula, why]);
  }
  return wrong;
}

test('after the first sync', async () => {
  expect(TABLE.formulas.length).toBeGreaterThan(60);
  expect(await compareAll(false)).toEqual([]);
}, 60_000);

test('a day later, those that follow syncs', async () => {
  moveOn(world);
  graph.setNow(world.now);
  await bench.setClock(world.now);
  await bench.sync({ from: TABLE.synced.from, to: TABLE.later.to, templates: 'all' });
  const follow = TABLE.formulas.filter(({ formula }) => formula.includes('WA_LIVE'));
  expect(follow.length).toBeGreaterThan(10);
  // Without a page nothing stays old: the others are left to the browser.
  const wrong = (await compareAll(true)) as [string, string][];
  expect(wrong.filter(([formula]) => formula.includes('WA_LIVE'))).toEqual([]);
}, 60_000);
