// Checks from outside what a further sync may touch, and what it does when Meta's numbers changed.
import { civilDayOf, plusDays } from './days';
import { compareDaily, expectRows, readNumbers } from './expected';
import { type JudgeGraph, startJudgeGraph } from './graph-server';
import { namedCells } from './named-cells';
import { createRandom } from './random';
import { changedCells, startWorkbench, type Workbench } from './workbench';
import { buildWorld, dropExpired, type JudgeTemplate, makePoint, type World } from './world';

const TOKEN = 'EAAJudgeToken0123456789abcdefXYZ';
let world: World;
let graph: JudgeGraph;
let bench: Workbench;
let today: string;
let from: string;
const all = (): { from: string; to: string; templates: 'all' } => ({
  from,
  to: today,
  templates: 'all',
});

beforeEach(async () => {
  world = buildWorld({
    seed: 301,
    now: '2026-11-22T15:00:00Z',
    zones: ['America/Sao_Paulo'],
    templates: 23,
    density: 0.6,
  });
  graph = await startJudgeGraph(world, { token: TOKEN, pageSize: 150, order: 'shuffled' });
  bench = await startWorkbench(graph.url);
  await bench.setClock(world.now);
  await bench.connect(TOKEN);
  today = civilDayOf(world.now, 'America/Sao_Paulo');
  from = plusDays(today, -80);
  await bench.sync(all());
}, 30_000);
afterEach(async () => {
  await bench?.stop();
  await graph?.close();
});

test('a second sync of the same data writes no cell outside the log and the last-sync cell', async () => {
  await bench.setClock(world.now + 3_600_000);
  const before = await bench.dump();
  const live = await namedCells(bench);
  await bench.resetCalls();
  const answer = await bench.sync(all());
  const after = await bench.dump();
  const counts = await bench.calls();
  const allowed = changedCells(before, after).filter(
    (cell) => cell.startsWith('WA Log!') || cell.startsWith(`${live.synced} `),
  );
  expect(changedCells(before, after).filter((cell) => !allowed.includes(cell))).toEqual([]);
  expect(allowed.some((cell) => cell.startsWith('WA Log!'))).toBe(true);
  expect(allowed.some((cell) => cell.startsWith(`${live.synced} `))).toBe(true);
  expect(answer.counts).toMatchObject({ added: 0, changed: 0, restated: 0, held: 0 });
  expect(counts.tabs['WA Daily']?.cellsWritten ?? 0).toBe(0);
  // One cell of the hidden tab: the time of the last sync.
  expect(counts.tabs['WA Index']?.cellsWritten ?? 0).toBeLessThanOrEqual(1);
  expect((await namedCells(bench)).value).toBe(live.value);
}, 30_000);

test('changes inside the look-back reach their cells and WA_LIVE, and no other cell', async () => {
  const random = createRandom(9);
  const live = await namedCells(bench);
  const account = world.accounts[0] as World['accounts'][0];
  const touched = new Set<string>();
  for (const template of account.templates.slice(0, 9)) {
    for (const day of [plusDays(today, -7), plusDays(today, -3), today]) {
      let point = makePoint(template, account, day, random);
      while (point.sent === 0) point = makePoint(template, account, day, random);
      template.points.set(day, point);
      touched.add(`${template.id}|${day}`);
    }
  }
  const before = await bench.range('WA Daily');
  const answer = await bench.sync(all());
  const expected = expectRows(world, from, today);
  const after = await bench.range('WA Daily');
  expect(compareDaily(after, expected).slice(0, 5)).toEqual([]);
  expect((await namedCells(bench)).value).not.toBe(live.value);
  expect(answer.counts.changed + answer.counts.added).toBeGreaterThan(5);
  expect(answer.counts.changed + answer.counts.added).toBeLessThanOrEqual(touched.size);
  // Rows never move: each old row still stands where it stood.
  const key = (line: unknown[] | undefined): string => `${line?.[0]}|${line?.[4]}|${line?.[6]}`;
  before.values.forEach((line, row) => {
    expect(key(after.values[row])).toBe(key(line));
  });
  const sent = await bench.formula('WA_SENT', '*', from, today, null, { live: true });
  expect(sent.value).toBe(expected.reduce((n, row) => n + (row.numbers.sent ?? 0), 0));
}, 30_000);

test('days later reads and clicks that Meta dropped are kept, sent and spent follow in the look-back', async () => {
  const account = world.accounts[0] as World['accounts'][0];
  const first = expectRows(world, from, today);
  const kept = new Map(first.map((row) => [`${row.template.id}|${row.day}`, row.numbers]));
  // Four days on, Meta's clock too: what was 4 to 7 days old is now beyond its seven days.
  const now = world.now + 4 * 86_400_000;
  graph.setNow(now);
  await bench.setClock(now);
  for (const template of account.templates) {
    for (const [day, point] of template.points) {
      if (day <= plusDays(today, -4)) dropExpired(point);
    }
  }
  const later = plusDays(today, 4);
  await bench.sync({ from, to: later, templates: 'all' });
  const daily = await bench.range('WA Daily');
  const faults = compareDaily(
    daily,
    first.map((row) => ({
      ...row,
      numbers: kept.get(`${row.template.id}|${row.day}`) ?? row.numbers,
    })),
  );
  expect(faults.slice(0, 5)).toEqual([]);
}, 30_000);

test('a deleted template keeps its rows', async () => {
  const account = world.accounts[0] as World['accounts'][0];
  const expected = expectRows(world, from, today);
  account.templates.splice(2, 3);
  await bench.sync(all());
  expect(compareDaily(await bench.range('WA Daily'), expected).slice(0, 5)).toEqual([]);
}, 30_000);

test('a day Meta answers with zeros for all is not believed and is asked again', async () => {
  const account = world.accounts[0] as World['accounts'][0];
  const expected = expectRows(world, from, today);
  const day = plusDays(today, -2);
  const saved = new Map<JudgeTemplate, ReturnType<typeof makePoint>>();
  for (const template of account.templates) {
    const point = template.points.get(day);
    if (!point) continue;
    saved.set(template, point);
    const { template_id, start, end } = point;
    template.points.set(day, { template_id, start, end, sent: 0, delivered: 0, read: 0 });
  }
  expect(saved.size).toBeGreaterThan(3);
  const answer = await bench.sync(all());
  expect(compareDaily(await bench.range('WA Daily'), expected).slice(0, 5)).toEqual([]);
  expect(answer.counts.held).toBeGreaterThan(0);
  for (const [template, point] of saved) {
    template.points.set(day, { ...point, sent: Number(point.sent) + 1 });
  }
  await bench.sync(all());
  const wanted = expectRows(world, from, today);
  expect(wanted.some((row) => row.day === day)).toBe(true);
  expect(compareDaily(await bench.range('WA Daily'), wanted).slice(0, 5)).toEqual([]);
}, 30_000);

test("a person's own column and notes beside ours stay as they are", async () => {
  const rows = (await bench.range('WA Daily')).values.length;
  const mine = Array.from({ length: rows }, (_, row) => [row === 0 ? 'My note' : `note ${row}`]);
  await bench.json('PUT', '/api/range', { sheet: 'WA Daily', a1: `X1:X${rows}`, values: mine });
  const template = world.accounts[0]?.templates[0] as JudgeTemplate;
  const account = world.accounts[0] as World['accounts'][0];
  template.points.set(today, makePoint(template, account, today, createRandom(4)));
  await bench.sync(all());
  const after = await bench.range('WA Daily', `X1:X${rows}`);
  expect(after.values).toEqual(mine);
  const numbers = readNumbers(template.points.get(today) as ReturnType<typeof makePoint>);
  expect(numbers.sent).not.toBeNull();
}, 30_000);
