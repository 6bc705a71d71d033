// Checks from outside that both products of a full account over 90 days take fifty requests, and a repeat writes nothing.
import { civilDayOf, plusDays } from './days';
import { expectPoints } from './expected-points';
import { tabFaults } from './expected-tabs';
import { startJudgeGraph } from './graph-server';
import { unexpectedChanges } from './named-cells';
import { startWorkbench } from './workbench';
import { buildWorld } from './world';

const TOKEN = 'EAAJudgeToken0123456789abcdefXYZ';

test('250 templates over 90 days take 50 questions for both products, and a repeat writes no cell', async () => {
  const world = buildWorld({
    seed: 931,
    now: '2026-11-22T15:00:00Z',
    zones: ['America/Sao_Paulo'],
    templates: 250,
    density: 0.25,
    marketing: 0.25,
    plainNames: true,
  });
  world.accounts[0]?.templates.splice(250);
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
    const asked = graph.seen.length;
    const { counts } = await bench.sync(payload);
    expect(counts.requests).toBe(graph.seen.length - asked);

    const words = graph.analyticsRequests().map(({ query }) => query.product_type ?? '');
    expect(words).toHaveLength(50);
    expect(words.filter((word) => word === 'CLOUD_API')).toHaveLength(25);
    const ids = graph
      .analyticsRequests()
      .filter(({ query }) => query.product_type !== 'CLOUD_API')
      .flatMap(({ query }) => (query.template_ids ?? '').match(/\d+/g) ?? []);
    expect(new Set(ids).size).toBe(250);
    const points = expectPoints(world, payload.from, today);
    expect(points.length).toBeGreaterThan(8_000);
    expect(await tabFaults(bench, points)).toEqual([]);

    const before = await bench.dump();
    await bench.resetCalls();
    await bench.sync(payload);
    const { tabs } = await bench.calls();
    for (const tab of ['WA Daily', 'WA Buttons', 'WA Conversions']) {
      expect([tab, tabs[tab]?.cellsWritten ?? 0]).toEqual([tab, 0]);
    }
    expect(await unexpectedChanges(bench, before)).toEqual([]);
    expect(graph.violations).toEqual([]);
  } finally {
    await bench.stop();
    await graph.close();
  }
}, 120_000);
