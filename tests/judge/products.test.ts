// Checks from outside every cell of WA Daily, WA Buttons and WA Conversions for both products, now and a day later.
import { civilDayOf, plusDays } from './days';
import { HEADERS } from './expected';
import { expectLater } from './expected-later';
import { expectPoints } from './expected-points';
import { BUTTON_HEADERS, CONVERSION_HEADERS, tabFaults } from './expected-tabs';
import { type GraphOptions, startJudgeGraph } from './graph-server';
import { liveOn, passTime } from './live-on';
import { namedCells, unexpectedChanges } from './named-cells';
import { startWorkbench } from './workbench';
import { buildWorld, type WorldOptions } from './world';

const TOKEN = 'EAAJudgeToken0123456789abcdefXYZ';
const NOW = '2026-11-22T15:00:00Z';

interface Configuration {
  name: string;
  world: Omit<WorldOptions, 'now' | 'marketing'> & Partial<WorldOptions>;
  graph: Omit<GraphOptions, 'token'>;
  flags?: string[];
}
const configurations: Configuration[] = [
  {
    name: 'one account in reais',
    world: { seed: 201, zones: ['America/Sao_Paulo'], templates: 14, density: 0.6 },
    graph: {},
  },
  {
    name: 'reais and dollars, pages of 7 points, newest first, empty pages, no product named',
    world: {
      seed: 202,
      zones: ['America/Sao_Paulo', 'America/New_York'],
      templates: 12,
      currencies: ['BRL', 'USD'],
    },
    graph: { pageSize: 7, order: 'newest', emptyPages: true, productType: 'absent' },
  },
  {
    name: 'three accounts in Portuguese, the other word in answers, overlapping pages of 40',
    world: {
      seed: 203,
      zones: ['America/Sao_Paulo', 'America/Los_Angeles', 'Asia/Kolkata'],
      templates: 9,
      currencies: ['BRL', 'USD', null],
      density: 0.8,
    },
    graph: {
      pageSize: 40,
      order: 'shuffled',
      overlap: true,
      answersOtherWord: true,
      productType: 'upper',
      emptySecondGroup: true,
      namesZone: true,
    },
    flags: ['--locale', 'pt_BR', '--timezone', 'America/Sao_Paulo'],
  },
  {
    name: 'counts of old days dropped by Meta, dollars in Lisbon, end excluded',
    world: {
      seed: 204,
      zones: ['Europe/Lisbon'],
      templates: 14,
      currencies: ['USD'],
      resets: true,
    },
    graph: { endIsIncluded: false, order: 'newest', namesZone: true },
  },
  {
    name: 'counts of old days dropped by Meta, reais and dollars a day apart, in Portuguese',
    world: {
      seed: 205,
      now: '2026-11-22T20:30:00Z',
      zones: ['Pacific/Auckland', 'America/Los_Angeles'],
      templates: 12,
      currencies: ['BRL', 'USD'],
      resets: true,
    },
    graph: { pageSize: 60, order: 'shuffled', foreignNext: true, emptySecondGroup: true },
    flags: ['--locale', 'pt_BR', '--timezone', 'America/Sao_Paulo'],
  },
];

const more = Number(process.env.JUDGE_SEEDS ?? 0);
for (let seed = 3000; seed < 3000 + more; seed++) {
  const one = configurations[seed % configurations.length] as Configuration;
  configurations.push({ ...one, name: `seed ${seed}: ${one.name}`, world: { ...one.world, seed } });
}

test.each(configurations)(
  'both products, buttons and conversions are right, and right a day later: $name',
  async ({ world: worldOptions, graph: graphOptions, flags }) => {
    const world = buildWorld({ now: NOW, marketing: 0.5, ...worldOptions });
    const graph = await startJudgeGraph(world, { token: TOKEN, ...graphOptions });
    const bench = await startWorkbench(graph.url, flags);
    try {
      await bench.setClock(world.now);
      await bench.connect(TOKEN);
      const latest = (): string =>
        world.accounts
          .map((account) => civilDayOf(world.now, account.zone))
          .sort()
          .at(-1) as string;
      const from = plusDays(latest(), -80);
      const sync = () => bench.sync({ from, to: latest(), templates: 'all' });

      await sync();
      const first = expectPoints(world, from, latest());
      for (const product of ['Cloud API', 'Marketing Messages']) {
        expect(first.filter((point) => point.product === product).length).toBeGreaterThan(100);
      }
      expect(await tabFaults(bench, first)).toEqual([]);
      const headers = [HEADERS, BUTTON_HEADERS, CONVERSION_HEADERS];
      for (const [at, tab] of ['WA Daily', 'WA Buttons', 'WA Conversions'].entries()) {
        const { values } = await bench.range(tab);
        if (flags) expect(values[0]).toHaveLength(headers[at]?.length ?? 0);
        else expect(values[0]).toEqual(headers[at]);
      }

      await passTime({ world, graph, bench }, 3_600_000);
      const [before, named] = [await bench.dump(), await namedCells(bench)];
      const { counts } = await sync();
      expect(await unexpectedChanges(bench, before)).toEqual([]);
      expect((await namedCells(bench)).value).toBe(named.value);
      expect(counts).toMatchObject({ added: 0, changed: 0, restated: 0, held: 0 });

      await liveOn({ world, graph, bench }, 1);
      await sync();
      const later = expectLater(first, expectPoints(world, from, latest()), world.now);
      expect(later.length).toBeGreaterThan(first.length);
      expect(await tabFaults(bench, later, 4, true)).toEqual([]);
      expect(graph.violations).toEqual([]);
    } finally {
      await bench.stop();
      await graph.close();
    }
  },
  60_000,
);
