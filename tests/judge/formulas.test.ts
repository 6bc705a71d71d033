// Checks from outside that formulas equal sums over the expected rows, however their arguments are written.
import { civilDayOf, daysBetween, plusDays, serialOf } from './days';
import { type Cell, type ExpectedRow, expectRows, ratio, same, total } from './expected';
import { type JudgeGraph, startJudgeGraph } from './graph-server';
import { createRandom } from './random';
import { startWorkbench, type Workbench } from './workbench';
import { buildWorld, type World } from './world';

const TOKEN = 'EAAJudgeToken0123456789abcdefXYZ';
const FORMULAS: Record<string, (rows: ExpectedRow[]) => Cell> = {
  WA_SENT: (rows) => total(rows, 'sent'),
  WA_DELIVERED: (rows) => total(rows, 'delivered'),
  WA_READ: (rows) => total(rows, 'read'),
  WA_REPLIED: (rows) => total(rows, 'replied'),
  WA_CLICKS: (rows) => total(rows, 'clicks'),
  WA_UNIQUE_CLICKS: (rows) => total(rows, 'unique'),
  WA_QUICK_REPLIES: (rows) => total(rows, 'quick'),
  WA_SPENT: (rows) => total(rows, 'spent'),
  WA_COST_PER_DELIVERED: (rows) => ratio(rows, 'spent', 'delivered'),
  WA_COST_PER_CLICK: (rows) => ratio(rows, 'spent', 'clicks'),
  WA_COST_PER_REPLY: (rows) => ratio(rows, 'spent', 'replied'),
  WA_DELIVERY_RATE: (rows) => ratio(rows, 'delivered', 'sent'),
  WA_READ_RATE: (rows) => ratio(rows, 'read', 'delivered'),
  WA_REPLY_RATE: (rows) => ratio(rows, 'replied', 'delivered'),
  WA_CLICK_RATE: (rows) => ratio(rows, 'clicks', 'delivered'),
};
const NAMES = Object.keys(FORMULAS);

let world: World;
let graph: JudgeGraph;
let bench: Workbench;
let rows: ExpectedRow[];
let today: string;
let from: string;
let to: string;

beforeAll(async () => {
  world = buildWorld({
    seed: 77,
    now: '2026-11-22T15:00:00Z',
    zones: ['America/Sao_Paulo', 'America/New_York'],
    templates: 22,
    density: 0.35,
    currencies: ['BRL', 'USD'],
  });
  graph = await startJudgeGraph(world, { token: TOKEN, pageSize: 200, order: 'shuffled' });
  bench = await startWorkbench(graph.url, ['--timezone', 'America/Sao_Paulo']);
  await bench.setClock(world.now);
  await bench.connect(TOKEN);
  today = civilDayOf(world.now, 'America/Sao_Paulo');
  to = plusDays(today, -1);
  from = plusDays(today, -85);
  await bench.sync({ from, to, templates: 'all' });
  rows = expectRows(world, from, to);
  expect(rows.length).toBeGreaterThan(500);
}, 30_000);
afterAll(async () => {
  await bench?.stop();
  await graph?.close();
});

const within = (a: string, b: string, keep: (row: ExpectedRow) => boolean): ExpectedRow[] =>
  rows.filter((row) => row.day >= a && row.day <= b && keep(row));

/** Empty is `""` at a formula's border; null means the same in JSON. */
const plain = (value: unknown): unknown => (value === null ? '' : value);

async function check(name: string, args: unknown[], chosen: ExpectedRow[]): Promise<void> {
  const answer = await bench.formula(name, ...args);
  const wanted = FORMULAS[name]?.(chosen) as Cell;
  const fits = answer.ok && same(plain(answer.value), wanted);
  expect(fits ? null : { name, args, answer, wanted }).toBeNull();
}

const allCurrencies = (chosen: ExpectedRow[]): number =>
  new Set(chosen.map((row) => row.account.currency)).size;
const isMoney = (name: string): boolean => /SPENT|COST/.test(name);

test('a template by name, awkward names and all its languages included', async () => {
  const random = createRandom(5);
  for (const account of world.accounts) {
    for (const name of new Set(account.templates.map((template) => template.name))) {
      const [a, b] = [plusDays(from, random.int(0, 30)), plusDays(from, random.int(31, 84))];
      const chosen = within(a, b, (row) => row.account === account && row.template.name === name);
      for (const formula of NAMES) await check(formula, [name, a, b, account.id], chosen);
    }
  }
}, 30_000);

test('a template by its id, written as text', async () => {
  for (const { template } of rows.filter((_, index) => index % 37 === 0)) {
    const chosen = within(from, to, (row) => row.template === template);
    for (const formula of NAMES) await check(formula, [template.id, from, to], chosen);
  }
}, 30_000);

test('an id as a number above 15 digits is refused', async () => {
  const template = world.accounts[0]?.templates.find((one) => one.id.length > 15);
  const answer = await bench.formula('WA_SENT', Number(template?.id), from, to);
  expect(answer.ok).toBe(false);
  expect(answer.error.message).toMatch(/text|quotes/i);
});

test('patterns, "*", category and language choose the rows they say', async () => {
  const picks: [string, (row: ExpectedRow) => boolean][] = [
    ['promo_*', (row) => row.template.name.startsWith('promo_')],
    ['*_b', (row) => row.template.name.endsWith('_b')],
    ['tpl_*', (row) => row.template.name.startsWith('tpl_')],
    ['*', () => true],
    ['category:MARKETING', (row) => row.template.category === 'MARKETING'],
    ['category:FUTURE_CATEGORY', (row) => row.template.category === 'FUTURE_CATEGORY'],
    ['language:es', (row) => row.template.language === 'es'],
    ['language:pt_BR', (row) => row.template.language === 'pt_BR'],
  ];
  for (const account of world.accounts) {
    for (const [pattern, keep] of picks) {
      const chosen = within(from, to, (row) => row.account === account && keep(row));
      for (const formula of NAMES) {
        await check(formula, [pattern, from, to, account.id], chosen);
        await check(formula, [pattern, from, to, account.name], chosen);
      }
    }
  }
}, 30_000);

test('counts add up over accounts, money of two currencies never does', async () => {
  const chosen = within(from, to, () => true);
  expect(allCurrencies(chosen)).toBe(2);
  for (const formula of NAMES) {
    if (!isMoney(formula)) await check(formula, ['*', from, to], chosen);
    else {
      const answer = await bench.formula(formula, '*', from, to);
      expect(answer.ok).toBe(false);
      expect(answer.error.message).toMatch(/currenc/i);
    }
  }
}, 30_000);

test('days as ISO text, date cells, serials; a single day; a month; a period that holds the day', async () => {
  const account = world.accounts[0] as World['accounts'][0];
  const own = (a: string, b: string): ExpectedRow[] =>
    within(a, b, (row) => row.account === account);
  const id = account.id;
  for (const formula of NAMES) {
    const [a, b] = ['2026-10-05', '2026-11-10'];
    await check(formula, ['*', { date: a }, { date: b }, id], own(a, b));
    await check(formula, ['*', serialOf(a), serialOf(b), id], own(a, b));
    await check(formula, ['*', a, { date: b }, id, { live: true }], own(a, b));
    await check(formula, ['*', a, null, id], own(a, a));
    await check(formula, ['*', '2026-10', null, id], own('2026-10-01', '2026-10-31'));
    await check(formula, ['*', '2026-10-07', 'week', id], own('2026-10-05', '2026-10-11'));
    await check(formula, ['*', '2026-10-07', 'month', id], own('2026-10-01', '2026-10-31'));
    await check(formula, ['*', '2026-10-07', 'day', id], own('2026-10-07', '2026-10-07'));
    // Days after the last sync are left out.
    await check(formula, ['*', '2026-11', null, id], own('2026-11-01', to));
    await check(formula, ['*', '2026-10-07', 'quarter', id], own('2026-10-01', to));
  }
}, 30_000);

test('keywords count from the last complete day', async () => {
  const account = world.accounts[0] as World['accounts'][0];
  const ranges: [string, string, string][] = [
    ['yesterday', to, to],
    ['last_7_days', plusDays(to, -6), to],
    ['last_14_days', plusDays(to, -13), to],
    ['last_30_days', plusDays(to, -29), to],
    ['this_month', '2026-11-01', to],
    ['last_month', '2026-10-01', '2026-10-31'],
  ];
  for (const [word, a, b] of ranges) {
    const chosen = within(a, b, (row) => row.account === account);
    for (const formula of NAMES) await check(formula, ['*', word, null, account.id], chosen);
  }
}, 30_000);

test('absent arguments mean what the sidebar last synced, also in front of WA_LIVE', async () => {
  for (const formula of NAMES.filter((name) => !isMoney(name))) {
    await check(formula, [], rows);
    await check(formula, [{ live: true }], rows);
    await check(formula, ['selected', null, null, null, { live: true }], rows);
  }
  const account = world.accounts[1] as World['accounts'][0];
  const own = rows.filter((row) => row.account === account);
  for (const formula of NAMES) {
    await check(formula, [null, null, null, account.id, { live: true }], own);
  }
}, 30_000);

test('WA_LIVE may stand right after the last argument that is given', async () => {
  const name = 'promo_a';
  const chosen = within(from, to, (row) => row.template.name === name);
  const some = within('2026-10-05', '2026-10-25', (row) => row.template.name === name);
  await check('WA_SENT', [name, { live: true }], chosen);
  await check('WA_SENT', [name, '2026-10-05', '2026-10-25', { live: true }], some);
});

test('ranges stretch, pair and cross in one call', async () => {
  const account = world.accounts[0] as World['accounts'][0];
  const names = [...new Set(account.templates.map((template) => template.name))].slice(0, 9);
  const of = (name: string, a: string, b: string): ExpectedRow[] =>
    within(a, b, (row) => row.account === account && row.template.name === name);
  const columns = names.map((name) => [name]);
  const days = daysBetween('2026-10-20', '2026-11-08');
  for (const formula of NAMES) {
    const value = FORMULAS[formula] as (list: ExpectedRow[]) => Cell;
    const column = await bench.formula(formula, columns, from, to, account.id);
    expectGrid(
      column,
      names.map((name) => [value(of(name, from, to))]),
    );
    const crossed = await bench.formula(
      formula,
      columns,
      [days.map((date) => ({ date }))],
      null,
      account.id,
      { live: true },
    );
    expectGrid(
      crossed,
      names.map((name) => days.map((day) => value(of(name, day, day)))),
    );
    const starts = names.map((_, index) => plusDays('2026-10-01', index));
    const paired = await bench.formula(
      formula,
      columns,
      starts.map((d) => [d]),
      to,
      account.id,
    );
    expectGrid(
      paired,
      names.map((name, index) => [value(of(name, starts[index] as string, to))]),
    );
  }
}, 30_000);

test('a blank cell as template answers empty, in a range and alone', async () => {
  const account = world.accounts[0] as World['accounts'][0];
  const answer = await bench.formula(
    'WA_SENT',
    [['promo_a'], [''], ['promo_b']],
    from,
    to,
    account.id,
  );
  const sent = (name: string): Cell =>
    total(
      within(from, to, (row) => row.account === account && row.template.name === name),
      'sent',
    );
  expectGrid(answer, [[sent('promo_a')], [''], [sent('promo_b')]]);
  const alone = await bench.formula('WA_SENT', [['']], from, to);
  expect(alone.ok).toBe(true);
  expect([alone.value].flat(2).map(plain)).toEqual(['']);
});

test('a cell that cannot be answered refuses the whole call and names itself', async () => {
  const answer = await bench.formula('WA_SENT', [['promo_a'], ['prommo_b']], from, to);
  expect(answer.ok).toBe(false);
  expect(answer.error.message).toMatch(/prommo_b/);
  expect(answer.error.message).toMatch(/promo_b/);
  const reversed = await bench.formula('WA_SENT', 'promo_a', to, from);
  expect(reversed.ok).toBe(false);
});

test('before the first fetched day: empty when wholly before, refused when it begins before', async () => {
  const before = await bench.formula('WA_SENT', '*', '2026-07-01', '2026-07-31');
  expect(before.ok && plain(before.value)).toBe('');
  const across = await bench.formula('WA_SENT', '*', plusDays(from, -3), to);
  expect(across.ok).toBe(false);
  expect(across.error.message).toContain(plusDays(from, -3));
});

test('a formula asks nothing of Meta and reads no data cell', async () => {
  const asked = graph.seen.length;
  await bench.resetCalls();
  const answer = await bench.formula('WA_SENT', '*', from, to, null, { live: true });
  expect(answer.ok).toBe(true);
  expect(graph.seen.length).toBe(asked);
  const counts = await bench.calls();
  expect(Object.keys(counts.tabs).filter((name) => name !== 'WA Index')).toEqual([]);
  expect(JSON.stringify(counts.calls)).not.toMatch(/Propert|UrlFetch/);
});

test('on a warm cache every formula makes at most two cache reads and reads no tab', async () => {
  const asked: [string, unknown[]][] = [
    ...NAMES.map((name): [string, unknown[]] => [name, ['promo_a', from, to]]),
    ['WA_COVERAGE', [from, to]],
  ];
  for (const [name, args] of asked) {
    await bench.formula(name, ...args, { live: true });
    await bench.resetCalls();
    await bench.formula(name, ...args, { live: true });
    const { calls } = await bench.calls();
    const reads = Object.keys(calls).filter((call) => /^(Cache\.|Range\.get)/.test(call));
    expect([name, reads]).toEqual([name, ['Cache.getAll']]);
    expect(calls['Cache.getAll']).toBeLessThanOrEqual(name === 'WA_COVERAGE' ? 1 : 2);
  }
}, 30_000);

function expectGrid(answer: { ok: boolean; value?: unknown }, wanted: Cell[][]): void {
  const value = (answer.value ?? []) as unknown[][];
  const faults: unknown[] = answer.ok ? [] : [answer];
  wanted.forEach((line, row) => {
    line.forEach((cell, column) => {
      const is = plain(value[row]?.[column]);
      if (!same(is, cell)) faults.push({ row, column, is, wanted: cell });
    });
  });
  expect(faults.slice(0, 5)).toEqual([]);
  expect(value).toHaveLength(wanted.length);
}
