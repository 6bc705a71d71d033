// Checks from outside that every cell of WA Daily is what Meta's raw points say, in worlds made to be awkward.
import { civilDayOf, plusDays } from './days';
import { compareDaily, expectRows, HEADERS } from './expected';
import { type GraphOptions, startJudgeGraph } from './graph-server';
import { startWorkbench } from './workbench';
import { buildWorld, type WorldOptions } from './world';

const TOKEN = 'EAAJudgeToken0123456789abcdefXYZ';

interface Configuration {
  name: string;
  world: WorldOptions;
  graph: Omit<GraphOptions, 'token'>;
  flags?: string[];
  /** Sent instead of the zone's own number. */
  timezoneId?: string;
}
const NOW = '2026-11-22T15:00:00Z';

const configurations: Configuration[] = [
  {
    name: 'one big page, oldest first',
    world: { seed: 1, now: NOW, zones: ['America/Sao_Paulo'], templates: 20 },
    graph: {},
  },
  {
    name: 'pages of 7 points, newest first, empty pages, Santiago over its change of clock',
    world: { seed: 2, now: NOW, zones: ['America/Santiago'], templates: 14, density: 0.7 },
    graph: { pageSize: 7, order: 'newest', emptyPages: true, productType: 'absent' },
  },
  {
    name: 'overlapping pages of 50, shuffled, end excluded, Lisbon and New York',
    world: {
      seed: 3,
      now: NOW,
      zones: ['Europe/Lisbon', 'America/New_York'],
      templates: 18,
      density: 0.8,
    },
    graph: {
      pageSize: 50,
      order: 'shuffled',
      overlap: true,
      endIsIncluded: false,
      productType: 'upper',
      namesZone: true,
      emptySecondGroup: true,
    },
  },
  {
    name: 'a next on a foreign host, templates in pages of 3, end in the future refused',
    world: { seed: 4, now: NOW, zones: ['America/New_York'], templates: 18 },
    graph: { pageSize: 25, foreignNext: true, templatesPerPage: 3, refusesFutureEnd: true },
  },
  {
    name: 'a future end refused while the end is excluded: today is left for later, nothing else',
    world: { seed: 14, now: NOW, zones: ['America/Sao_Paulo'], templates: 6 },
    graph: { refusesFutureEnd: true, endIsIncluded: false, order: 'newest' },
  },
  {
    name: 'a time zone number Meta added later, the zone named in the answer',
    world: { seed: 15, now: NOW, zones: ['Asia/Kolkata', 'Europe/Lisbon'], templates: 8 },
    graph: { order: 'shuffled', namesZone: true, pageSize: 30 },
    timezoneId: '743',
  },
  {
    name: 'reads and clicks of old days dropped by Meta',
    world: { seed: 5, now: NOW, zones: ['America/Sao_Paulo'], templates: 20, resets: true },
    graph: { pageSize: 100, namesZone: true },
  },
  {
    name: 'no currency, zone east of the sheet, early morning there',
    world: {
      seed: 6,
      now: '2026-11-22T20:30:00Z',
      zones: ['Asia/Kolkata', 'Pacific/Auckland'],
      templates: 8,
      currencies: [null, 'NZD'],
    },
    graph: { order: 'shuffled', pageSize: 33 },
  },
  {
    name: 'late evening in Los Angeles: Meta is a day further in UTC',
    world: { seed: 7, now: '2026-11-23T05:30:00Z', zones: ['America/Los_Angeles'], templates: 8 },
    graph: { pageSize: 3, emptyPages: true, endIsIncluded: false },
  },
  {
    name: 'the day after New York left summer time, in Portuguese',
    world: {
      seed: 8,
      now: '2026-11-02T12:00:00Z',
      zones: ['America/New_York', 'America/Sao_Paulo'],
      templates: 18,
    },
    graph: { pageSize: 60, order: 'newest', productType: 'upper' },
    flags: ['--locale', 'pt_BR', '--timezone', 'America/Sao_Paulo'],
  },
  {
    name: 'Lisbon in the week of its change of clock, Spanish sheet in Tokyo time',
    world: { seed: 9, now: '2026-10-26T08:00:00Z', zones: ['Europe/Lisbon'], templates: 18 },
    graph: { pageSize: 1, order: 'shuffled' },
    flags: ['--locale', 'es_ES', '--timezone', 'Asia/Tokyo'],
  },
  {
    name: 'Santiago days after it skipped a midnight, spreadsheet in Santiago too',
    world: { seed: 10, now: '2026-09-09T15:00:00Z', zones: ['America/Santiago'], templates: 10 },
    graph: { pageSize: 40, order: 'newest', endIsIncluded: false, namesZone: true },
    flags: ['--timezone', 'America/Santiago'],
  },
  {
    name: 'three accounts and traffic on few days',
    world: {
      seed: 11,
      now: NOW,
      zones: ['America/Sao_Paulo', 'Europe/Lisbon', 'Asia/Kolkata'],
      templates: 12,
      density: 0.06,
    },
    graph: { pageSize: 10, overlap: true, foreignNext: true, templatesPerPage: 7 },
  },
  {
    name: 'German sheet, dense traffic',
    world: { seed: 12, now: NOW, zones: ['America/New_York'], templates: 12, density: 1 },
    graph: { pageSize: 1000, order: 'shuffled' },
    flags: ['--locale', 'de_DE', '--timezone', 'Europe/Berlin'],
  },
];

const more = Number(process.env.JUDGE_SEEDS ?? 0);
for (let seed = 1000; seed < 1000 + more; seed++) {
  const one = configurations[seed % configurations.length] as Configuration;
  configurations.push({ ...one, name: `seed ${seed}: ${one.name}`, world: { ...one.world, seed } });
}

test.each(configurations)(
  'every cell of WA Daily is right: $name',
  async ({ world: worldOptions, graph: graphOptions, flags, timezoneId }) => {
    const world = buildWorld(worldOptions);
    if (timezoneId) for (const account of world.accounts) account.timezoneId = timezoneId;
    const graph = await startJudgeGraph(world, { token: TOKEN, ...graphOptions });
    const bench = await startWorkbench(graph.url, flags);
    try {
      await bench.setClock(world.now);
      await bench.connect(TOKEN);
      const days = world.accounts.map((account) => civilDayOf(world.now, account.zone)).sort();
      const from = plusDays(days[days.length - 1] as string, -88);
      const to = days[days.length - 1] as string;
      const answer = await bench.sync({ from, to, templates: 'all' });
      const todayIsHidden = graphOptions.refusesFutureEnd && graphOptions.endIsIncluded === false;
      const expected = expectRows(world, from, todayIsHidden ? plusDays(to, -1) : to);
      expect(expected.length).toBeGreaterThan(40);
      const daily = await bench.range('WA Daily');
      expect(compareDaily(daily, expected).slice(0, 10)).toEqual([]);
      if (!flags?.includes('--locale')) expect(daily.values[0]).toEqual(HEADERS);
      expect(daily.values[0]).toHaveLength(HEADERS.length);
      expect(answer.counts.added).toBe(expected.length);
      const futureRefusals = graph.violations.filter((text) => text.includes('in the future'));
      if (graphOptions.refusesFutureEnd) expect(futureRefusals.length).toBeGreaterThan(0);
      expect(graph.violations.filter((text) => !futureRefusals.includes(text))).toEqual([]);
      expect(graph.seen.length).toBeGreaterThan(0);
      // Today is asked again by any further sync, and nothing is doubled by it.
      await bench.sync({ from, to, templates: 'all' });
      expect(compareDaily(await bench.range('WA Daily'), expected).slice(0, 10)).toEqual([]);
    } finally {
      await bench.stop();
      await graph.close();
    }
  },
  60_000,
);
