// Checks from outside how many requests and sheet calls large accounts take, and runs that end half-way.
import { civilDayOf, plusDays } from './days';
import { compareDaily, expectRows } from './expected';
import { startJudgeGraph } from './graph-server';
import { startWorkbench } from './workbench';
import { buildWorld, type World } from './world';

const TOKEN = 'EAAJudgeToken0123456789abcdefXYZ';
const NOW = '2026-11-22T15:00:00Z';

/** A world of exactly `count` templates; names in two languages would add to it. */
function worldOf(count: number, density: number): World {
  const world = buildWorld({
    seed: 900 + count,
    now: NOW,
    zones: ['America/Sao_Paulo'],
    templates: count,
    density,
    plainNames: true,
  });
  world.accounts[0]?.templates.splice(count);
  return world;
}
const sheetCalls = (
  counts: { tabs: Record<string, { calls: Record<string, number> }> },
  tab: string,
) => Object.values(counts.tabs[tab]?.calls ?? {}).reduce((a, b) => a + b, 0);

test.each([
  { templates: 250, density: 1 },
  { templates: 1000, density: 0.25 },
])(
  '$templates templates over 90 days keep the budgets of requests and sheet calls',
  async ({ templates, density }) => {
    const world = worldOf(templates, density);
    const graph = await startJudgeGraph(world, {
      token: TOKEN,
      pageSize: 5000,
      templatesPerPage: 500,
    });
    const bench = await startWorkbench(graph.url);
    try {
      await bench.setClock(world.now);
      await bench.connect(TOKEN);
      const today = civilDayOf(world.now, 'America/Sao_Paulo');
      const payload = { from: plusDays(today, -89), to: today, templates: 'all' as const };
      await bench.resetCalls();
      await bench.sync(payload);
      const first = await bench.calls();
      const asked = graph.analyticsRequests().length;
      // Ten templates a request, once for each of Meta's two products.
      expect(asked).toBe((templates / 10) * 2);
      const expected = expectRows(world, payload.from, today);
      const daily = await bench.range('WA Daily');
      expect(compareDaily(daily, expected).slice(0, 5)).toEqual([]);

      await bench.resetCalls();
      await bench.sync(payload);
      const repeat = await bench.calls();
      const line = { templates, rows: expected.length, first: first.tabs, repeat: repeat.tabs };
      if (process.env.JUDGE_PRINT) console.log(JSON.stringify(line, null, 1));
      expect(sheetCalls(first, 'WA Daily')).toBeLessThanOrEqual(12);
      expect(sheetCalls(repeat, 'WA Daily')).toBeLessThanOrEqual(4);
      expect(repeat.tabs['WA Daily']?.cellsWritten ?? 0).toBe(0);
      expect(graph.violations).toEqual([]);
    } finally {
      await bench.stop();
      await graph.close();
    }
  },
  120_000,
);

test('a run given up half-way and begun again misses nothing and doubles nothing', async () => {
  // More than the two hundred requests that one call fetches and writes together.
  const world = worldOf(2_100, 0.025);
  const graph = await startJudgeGraph(world, { token: TOKEN });
  const bench = await startWorkbench(graph.url);
  try {
    await bench.setClock(world.now);
    await bench.connect(TOKEN);
    const today = civilDayOf(world.now, 'America/Sao_Paulo');
    const payload = { from: plusDays(today, -89), to: today, templates: 'all' as const };
    const expected = expectRows(world, payload.from, today);
    const begun = await bench.rpc('sync', payload);
    expect(begun.ok && begun.value.done).toBe(false);
    // The part that was written is right, and a formula over everything does not pretend to be whole.
    const ids = new Set((await bench.range('WA Daily')).values.slice(1).map((line) => line[6]));
    const part = expected.filter((row) => ids.has(row.template.id));
    expect(part.length).toBeLessThan(expected.length);
    expect(compareDaily(await bench.range('WA Daily'), part).slice(0, 5)).toEqual([]);
    const early = await bench.formula('WA_SENT', '*', payload.from, today);
    const sent = expected.reduce((n, row) => n + (row.numbers.sent ?? 0), 0);
    expect(early.ok && early.value !== '' ? early.value : sent).toBe(sent);

    await bench.sync(payload);
    expect(compareDaily(await bench.range('WA Daily'), expected).slice(0, 5)).toEqual([]);
    const late = await bench.formula('WA_SENT', '*', payload.from, today);
    expect(late.value).toBe(sent);

    // The cursor of the run that was given up may still be used: it changes nothing any more.
    const stale = await bench.rpc('sync', { ...payload, cursor: begun.ok && begun.value.cursor });
    expect(typeof stale.ok).toBe('boolean');
    expect(compareDaily(await bench.range('WA Daily'), expected).slice(0, 5)).toEqual([]);
  } finally {
    await bench.stop();
    await graph.close();
  }
}, 60_000);

test('throttled between waves: what was written stays, the next run completes it', async () => {
  const world = worldOf(600, 0.1);
  const graph = await startJudgeGraph(world, { token: TOKEN });
  const bench = await startWorkbench(graph.url);
  try {
    await bench.setClock(world.now);
    await bench.connect(TOKEN);
    const today = civilDayOf(world.now, 'America/Sao_Paulo');
    const payload = { from: plusDays(today, -60), to: today, templates: 'all' as const };
    let analytics = 0;
    graph.fault = (seen) => {
      if (!seen.path.endsWith('/template_analytics') || ++analytics <= 30) return null;
      const error = { message: '(#80007) Rate limit hit', code: 80007, type: 'OAuthException' };
      return { status: 400, body: JSON.stringify({ error }) };
    };
    const answer = await bench.trySync(payload);
    expect(answer.ok ? 'ok' : answer.error.code).toBe('rate-limited');
    graph.fault = null;
    const expected = expectRows(world, payload.from, today);
    const written = (await bench.range('WA Daily')).values.length - 1;
    expect(written).toBeGreaterThan(0);
    expect(written).toBeLessThan(expected.length);
    if (!answer.ok) expect(answer.error.message).not.toMatch(/nothing in the sheet was changed/i);
    await bench.sync(payload);
    expect(compareDaily(await bench.range('WA Daily'), expected).slice(0, 5)).toEqual([]);
  } finally {
    await bench.stop();
    await graph.close();
  }
}, 60_000);

test('syncs of overlapping dates and of chosen templates add up without doubles', async () => {
  const world = worldOf(40, 0.5);
  const graph = await startJudgeGraph(world, { token: TOKEN, pageSize: 90, order: 'newest' });
  const bench = await startWorkbench(graph.url);
  try {
    await bench.setClock(world.now);
    await bench.connect(TOKEN);
    const today = civilDayOf(world.now, 'America/Sao_Paulo');
    const chosen = (world.accounts[0]?.templates ?? []).slice(3, 15).map((one) => one.id);
    await bench.sync({ from: plusDays(today, -70), to: plusDays(today, -50), templates: chosen });
    await bench.sync({ from: plusDays(today, -60), to: plusDays(today, -20), templates: 'all' });
    await bench.sync({ from: plusDays(today, -30), to: today, templates: 'all' });
    const all = expectRows(world, plusDays(today, -70), today).filter(
      (row) => row.day >= plusDays(today, -60) || chosen.includes(row.template.id),
    );
    const wide = all.filter(
      (row) => row.day > plusDays(today, -50) || row.day >= plusDays(today, -60),
    );
    const early = all.filter(
      (row) => row.day < plusDays(today, -60) && chosen.includes(row.template.id),
    );
    const expected = [...new Set([...wide, ...early])];
    expect(compareDaily(await bench.range('WA Daily'), expected).slice(0, 5)).toEqual([]);
  } finally {
    await bench.stop();
    await graph.close();
  }
}, 60_000);
