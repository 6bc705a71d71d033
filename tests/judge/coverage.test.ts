// Checks from outside that WA_COVERAGE says of every day what a list of the syncs that were made says.
import { civilDayOf, daysBetween, plusDays, serialOf } from './days';
import { type JudgeGraph, startJudgeGraph } from './graph-server';
import { startWorkbench, type Workbench } from './workbench';
import { buildWorld, type World } from './world';

const TOKEN = 'EAAJudgeToken0123456789abcdefXYZ';
const TODAY = '2026-11-22';

interface Made {
  accounts: number[];
  from: string;
  to: string;
  /** One template only. */
  single: boolean;
}
/** Overlapping, with gaps, one account before the other, one of a single template, one that reaches today. */
const SYNCS: Made[] = [
  { accounts: [0], from: '2026-10-01', to: '2026-10-10', single: false },
  { accounts: [0, 1], from: '2026-10-08', to: '2026-10-20', single: false },
  { accounts: [1], from: '2026-10-25', to: '2026-10-27', single: true },
  { accounts: [0, 1], from: '2026-11-12', to: TODAY, single: false },
];

let world: World;
let graph: JudgeGraph;
let bench: Workbench;

beforeAll(async () => {
  world = buildWorld({
    seed: 12,
    now: `${TODAY}T15:00:00Z`,
    zones: ['America/Sao_Paulo', 'America/New_York'],
    templates: 6,
    density: 0.4,
    currencies: ['BRL', 'USD'],
  });
  expect(world.accounts.map(({ zone }) => civilDayOf(world.now, zone))).toEqual([TODAY, TODAY]);
  graph = await startJudgeGraph(world, { token: TOKEN, pageSize: 200, order: 'shuffled' });
  bench = await startWorkbench(graph.url, ['--timezone', 'America/Sao_Paulo']);
  await bench.setClock(world.now);
  await bench.connect(TOKEN);
  const early = await bench.formula('WA_COVERAGE', '2026-10-01', TODAY);
  expect(early.error.message).toMatch(/Nothing has been synced/);
  for (const { accounts, from, to, single } of SYNCS) {
    const chosen = accounts.map((at) => world.accounts[at] as World['accounts'][0]);
    await bench.rpc('chooseAccounts', { ids: chosen.map(({ id }) => id) });
    const ids = [String(chosen[0]?.templates[0]?.id)];
    await bench.sync({ from, to, templates: single ? ids : 'all' });
  }
}, 30_000);
afterAll(async () => {
  await bench?.stop();
  await graph?.close();
});

function wordOf(day: string, accounts: readonly number[]): string {
  const of = (account: number): Made[] =>
    SYNCS.filter((s) => s.accounts.includes(account) && s.from <= day && day <= s.to);
  const whole = (account: number): boolean => of(account).some((s) => !s.single && day < TODAY);
  if (accounts.every(whole)) return 'complete';
  return accounts.some((account) => of(account).length > 0) ? 'partial' : 'never fetched';
}

/** The answer's rows as a word per day. */
function wordsIn(rows: [number, number, string][]): [string, string][] {
  const dayOf = (serial: number): string => plusDays('2026-01-01', serial - serialOf('2026-01-01'));
  return rows.flatMap(([first, last, word]) =>
    daysBetween(dayOf(first), dayOf(last)).map((day): [string, string] => [day, word]),
  );
}

async function check(args: unknown[], from: string, to: string, accounts: number[]): Promise<void> {
  const answer = await bench.formula('WA_COVERAGE', ...args);
  const rows = (answer.value ?? []) as [number, number, string][];
  const wanted = daysBetween(from, to).map((day) => [day, wordOf(day, accounts)]);
  expect({ args, ok: answer.ok, days: wordsIn(rows) }).toEqual({ args, ok: true, days: wanted });
  for (const [i, row] of rows.entries()) expect(row[2]).not.toBe(rows[i + 1]?.[2]);
}

test('every day has its word, for one account and for all', async () => {
  const [a, b] = world.accounts;
  await check(['2026-09-25', '2026-12-05'], '2026-09-25', '2026-12-05', [0, 1]);
  await check(['2026-09-25', '2026-12-05', a?.id], '2026-09-25', '2026-12-05', [0]);
  await check(['2026-09-25', '2026-12-05', b?.name], '2026-09-25', '2026-12-05', [1]);
});

test('dates are written as in the other formulas, and days to come are not left out', async () => {
  const id = world.accounts[0]?.id;
  await check([{ date: '2026-10-05' }, { date: TODAY }, id], '2026-10-05', TODAY, [0]);
  await check(['2026-10-09'], '2026-10-09', '2026-10-09', [0, 1]);
  await check(['2026-11', { live: true }], '2026-11-01', '2026-11-30', [0, 1]);
  await check(['2026-10-07', 'quarter', null, { live: true }], '2026-10-01', '2026-12-31', [0, 1]);
  await check(['last_7_days'], '2026-11-15', '2026-11-21', [0, 1]);
  // Left out: the dates of the last sync.
  await check([], '2026-11-12', TODAY, [0, 1]);
  await check([{ live: true }], '2026-11-12', TODAY, [0, 1]);
});

test('what cannot be answered is refused in a sentence', async () => {
  const refused = async (...args: unknown[]): Promise<string> =>
    (await bench.formula('WA_COVERAGE', ...args)).error.message;
  expect(await refused([['2026-10-01'], ['2026-10-02']])).toMatch(/one value or one cell/);
  expect(await refused('2026-10-01', TODAY, 'Nobody')).toMatch(/"Nobody"/);
  expect(await refused('promo_a')).toMatch(/"promo_a"/);
  const blank = await bench.formula('WA_COVERAGE', [['']]);
  expect([blank.ok, blank.value || '']).toEqual([true, '']);
});

test('a keyword before any day is complete has a sentence of its own', async () => {
  const fresh = await startWorkbench(graph.url, ['--timezone', 'America/Sao_Paulo']);
  try {
    await fresh.setClock(world.now);
    await fresh.connect(TOKEN);
    await fresh.sync({ from: TODAY, to: TODAY, templates: 'all' });
    for (const name of ['WA_SENT', 'WA_COST_PER_REPLY']) {
      const answer = await fresh.formula(name, '*', 'last_7_days');
      expect(answer.error.message).toMatch(/"last_7_days".*no day is complete yet/);
    }
    const held = await fresh.formula('WA_COVERAGE', TODAY, null, { live: true });
    expect(held.value[0][2]).toBe('partial');
  } finally {
    await fresh.stop();
  }
}, 30_000);
