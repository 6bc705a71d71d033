// Checks from outside the rules one by one: what Meta may do to a list, a batch, a label or an old number.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { civilDayOf, plusDays, serialOf } from './days';
import { compareDaily, type ExpectedRow, expectRows } from './expected';
import { type GraphOptions, type JudgeGraph, type Seen, startJudgeGraph } from './graph-server';
import { startWorkbench, type Workbench } from './workbench';
import {
  buildWorld,
  dropExpired,
  type JudgeAccount,
  type JudgeTemplate,
  type World,
  type WorldOptions,
} from './world';

const TOKEN = 'EAAJudgeToken0123456789abcdefXYZ';
const isAnalytics = (seen: Seen): boolean => seen.path.endsWith('/template_analytics');

interface Stage {
  world: World;
  account: JudgeAccount;
  graph: JudgeGraph;
  bench: Workbench;
  today: string;
  from: string;
  sync(from?: string, templates?: 'all' | string[]): ReturnType<Workbench['sync']>;
  expectDaily(expected?: ExpectedRow[]): Promise<void>;
}
let open: Stage | null = null;
async function prepare(
  options: Partial<WorldOptions> = {},
  graphOptions: Partial<GraphOptions> = {},
  flags: string[] = [],
): Promise<Stage> {
  const world = buildWorld({
    seed: 12,
    now: '2026-11-22T15:00:00Z',
    zones: ['America/Sao_Paulo'],
    templates: 22,
    density: 0.4,
    ...options,
  });
  const graph = await startJudgeGraph(world, { token: TOKEN, ...graphOptions });
  const bench = await startWorkbench(graph.url, flags);
  const today = civilDayOf(world.now, 'America/Sao_Paulo');
  const from = plusDays(today, -60);
  open = {
    world,
    account: world.accounts[0] as JudgeAccount,
    graph,
    bench,
    today,
    from,
    sync: (first = from, templates = 'all') => bench.sync({ from: first, to: today, templates }),
    async expectDaily(expected = expectRows(world, from, today)) {
      expect(expected.length).toBeGreaterThan(40);
      const faults = compareDaily(await bench.range('WA Daily'), expected);
      expect(faults.slice(0, 6)).toEqual([]);
    },
  };
  await bench.setClock(world.now);
  await bench.connect(TOKEN);
  return open;
}
afterEach(async () => {
  const stage = open;
  open = null;
  await stage?.graph.close();
  await stage?.bench.stop();
});

const refusal = (code: number, message: string) => ({
  status: 400,
  body: JSON.stringify({ error: { message, type: 'OAuthException', code } }),
});
const idsOf = (seen: Seen): string[] => (seen.query.template_ids ?? '').match(/\d+/g) ?? [];

test('connect and templates answer what Meta lists, in the words of the contract', async () => {
  const { world, bench } = await prepare(
    { zones: ['America/Sao_Paulo', 'Europe/Lisbon', 'Asia/Kolkata'], currencies: ['BRL', null] },
    { templatesPerPage: 4 },
  );
  const connected = await bench.rpc('connect', { token: ` ${TOKEN}\n` });
  expect(connected.ok && connected.value.tail).toBe(TOKEN.slice(-4));
  const accounts = connected.ok ? connected.value.accounts : [];
  expect(accounts).toHaveLength(3);
  for (const account of world.accounts) {
    const found = accounts.find((one: { id: string }) => one.id === account.id);
    expect(found).toEqual({
      id: account.id,
      name: account.name,
      currency: account.currency,
      timeZone: account.zone,
    });
  }
  const listed = await bench.rpc('templates');
  const wanted = world.accounts.flatMap((account) =>
    account.templates.map(({ id, name, language, category, status }) => ({
      id,
      name,
      language,
      category,
      status,
      accountId: account.id,
    })),
  );
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
  expect(listed.ok && [...listed.value].sort(byId)).toEqual([...wanted].sort(byId));
}, 30_000);

test('an account no list shows is reached by its id', async () => {
  const { world, bench, graph } = await prepare();
  (world.accounts[0] as JudgeAccount).seenBy = 'id';
  const id = world.accounts[0]?.id;
  const connected = await bench.rpc('connect', { token: TOKEN, accountId: id });
  expect(connected.ok && connected.value.accounts.map((one: { id: string }) => one.id)).toEqual([
    id,
  ]);
  const other = await bench.rpc('connect', { token: TOKEN, accountId: '999999999999999' });
  expect(other.ok ? 'ok' : other.error.code).toBe('account-not-found');
  expect(graph.seen.length).toBeGreaterThan(0);
}, 30_000);

test('a template listed on two pages is asked for and written once', async () => {
  const { sync, expectDaily, graph } = await prepare(
    {},
    { templatesPerPage: 5, templatesOverlap: true },
  );
  await sync();
  expect(graph.violations).toEqual([]);
  await expectDaily();
}, 30_000);

test('one id Meta refuses does not keep the nine beside it from coming', async () => {
  const { sync, expectDaily, graph, account, world, from, today } = await prepare();
  const gone = account.templates[7] as JudgeTemplate;
  graph.fault = (seen) =>
    isAnalytics(seen) && idsOf(seen).includes(gone.id)
      ? refusal(100, '(#100) Invalid parameter')
      : null;
  const answer = await sync();
  await expectDaily(expectRows(world, from, today).filter((row) => row.template !== gone));
  expect(answer.notices.length).toBeGreaterThan(0);
}, 30_000);

test('asked to reduce the amount of data, smaller questions bring everything', async () => {
  const { sync, expectDaily, graph } = await prepare();
  graph.fault = (seen) =>
    isAnalytics(seen) && idsOf(seen).length > 3
      ? refusal(1, "Please reduce the amount of data you're asking for, then retry your request")
      : null;
  await sync();
  await expectDaily();
}, 30_000);

test('a cursor refused half-way starts its list again', async () => {
  const { sync, expectDaily, graph } = await prepare({}, { pageSize: 20 });
  let refused = false;
  graph.fault = (seen) => {
    if (refused || !isAnalytics(seen) || seen.query.after === undefined) return null;
    refused = true;
    return refusal(100, 'Invalid cursor');
  };
  await sync();
  expect(refused).toBe(true);
  await expectDaily();
}, 30_000);

test.each([
  ['the same cursor for ever', (n: number) => `same${n * 0}`],
  ['two cursors in turn', (n: number) => `turn${n % 2}`],
])(
  'a list that goes round is left and nothing is written: %s',
  async (_, cursorOf) => {
    const { bench, graph, from, today } = await prepare();
    let answered = 0;
    graph.fault = (seen) => {
      if (!isAnalytics(seen)) return null;
      const after = cursorOf(answered++);
      const paging = { cursors: { after }, next: `https://graph.facebook.com/?after=${after}` };
      return { body: JSON.stringify({ data: [], paging }) };
    };
    const answer = await bench.trySync({ from, to: today, templates: 'all' });
    expect(answer.ok ? 'ok' : answer.error.code).toBe('bad-response');
    expect(answered).toBeLessThan(60);
  },
  30_000,
);

test.each([
  ['not JSON', 'x{'],
  ['null', 'null'],
  ['an empty list', '{"1":[]}'],
  ['a wait in words', '{"1":[{"estimated_time_to_regain_access":"soon","call_count":null}]}'],
  ['95 percent used', '{"1":[{"type":"odd","call_count":97,"estimated_time_to_regain_access":0}]}'],
])(
  'an odd usage header does not stop a sync: %s',
  async (_, value) => {
    const { sync, expectDaily } = await prepare(
      { templates: 12 },
      { headers: { 'x-business-use-case-usage': value, 'x-app-usage': value } },
    );
    await sync();
    await expectDaily();
  },
  30_000,
);

test('a point off midnight, reversed or of an unasked day is dropped, the others come', async () => {
  const { sync, expectDaily, account, world, from, today } = await prepare();
  const expected = expectRows(world, from, today);
  const [a, b, c] = account.templates as [JudgeTemplate, JudgeTemplate, JudgeTemplate];
  const point = (template: JudgeTemplate) => [...template.points].find(([day]) => day > from);
  for (const [template, shift] of [
    [a, { start: 4_321, end: 4_321 }],
    [b, { start: 0, end: -3 * 86_400 }],
    [c, { start: -400 * 86_400, end: -400 * 86_400 }],
  ] as const) {
    const [day, raw] = point(template) as [
      string,
      JudgeTemplate['points'] extends Map<string, infer P> ? P : never,
    ];
    template.points.set(day, { ...raw, start: raw.start + shift.start, end: raw.end + shift.end });
    const at = expected.findIndex((row) => row.template === template && row.day === day);
    if (at >= 0) expected.splice(at, 1);
  }
  const answer = await sync();
  await expectDaily(expected);
  expect(answer.notices.map((one: { code: string }) => one.code)).toContain('dropped');
}, 30_000);

test('a new category reaches the days of the look-back, older rows keep the one they were priced in', async () => {
  const { sync, expectDaily, account, world, from, today } = await prepare();
  await sync();
  const before = expectRows(world, from, today);
  const template = account.templates.find(
    (one) =>
      one.category !== 'UTILITY' &&
      [...one.points.keys()].filter((day) => day >= plusDays(today, -7)).length > 1,
  ) as JudgeTemplate;
  const was = template.category;
  template.category = 'UTILITY';
  await sync();
  const old = { ...template, category: was };
  await expectDaily(
    before.map((row) =>
      row.template === template && row.day < plusDays(today, -7) ? { ...row, template: old } : row,
    ),
  );
}, 30_000);

test('old days asked again for other templates keep the reads of those known before', async () => {
  const { sync, expectDaily, account, world, from, today } = await prepare();
  const chosen = account.templates.slice(0, 6).map((one) => one.id);
  await sync(from, chosen);
  const known = expectRows(world, from, today).filter((row) => chosen.includes(row.template.id));
  for (const template of account.templates) {
    for (const [day, point] of template.points) {
      if (day <= plusDays(today, -8)) dropExpired(point);
    }
  }
  await sync();
  const others = expectRows(world, from, today).filter((row) => !chosen.includes(row.template.id));
  await expectDaily([...known, ...others]);
}, 30_000);

test('whether old zeros are resets is decided over the whole account, not wave by wave', async () => {
  const { sync, expectDaily, account, world, from, today } = await prepare({
    templates: 300,
    density: 0.15,
    plainNames: true,
  });
  // The first 250 ids, one wave, were never read before the look-back; the others were.
  const first = [...account.templates].sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, 250);
  for (const template of first) {
    for (const [day, point] of template.points) {
      if (day <= plusDays(today, -8) && point.read !== undefined) point.read = 0;
    }
  }
  await sync();
  const expected = expectRows(world, from, today);
  expect(expected.some((row) => row.numbers.read === 0)).toBe(true);
  await expectDaily(expected);
}, 30_000);

test('another choice of dates changes WA_LIVE though no number changed', async () => {
  const { sync, bench, today } = await prepare();
  await sync();
  const before = await bench.dump();
  await bench.sync({ from: plusDays(today, -5), to: today, templates: 'all' });
  const [a, b] = [before, await bench.dump()].map(
    (tabs) => JSON.stringify(tabs.get('WA Index')?.values).match(/WA_LIVE \d+/)?.[0],
  );
  expect(a).toBeDefined();
  expect(b).not.toBe(a);
}, 30_000);

test('every preset syncs, and asks Meta for no day beyond its reach', async () => {
  const { bench, graph } = await prepare({ templates: 6 });
  for (const preset of [
    'today',
    'yesterday',
    'last_7_days',
    'last_30_days',
    'last_90_days',
    'this_week',
    'this_month',
    'last_month',
    'this_year',
    'last_12_months',
  ]) {
    const answer = await bench.trySync({ preset, templates: 'all' });
    expect(answer.ok ? preset : { preset, error: answer.error }).toBe(preset);
  }
  expect(graph.violations).toEqual([]);
}, 30_000);

/** A day as an English reader writes it. @example inWords('2026-08-05') // '5 Aug 2026' */
const inWords = (day: string): string =>
  new Date(`${day}T00:00:00Z`).toUTCString().slice(5, 16).replace(/^0/, '');

test('dates wholly before what Meta and the ledger hold are refused and named', async () => {
  const { sync, bench, today } = await prepare({ templates: 6, density: 0.9 });
  await sync();
  const answer = await bench.trySync({ from: '2020-01-01', to: '2020-02-01', templates: 'all' });
  expect(answer.ok ? 'ok' : answer.error.code).toBe('out-of-reach');
  if (!answer.ok) expect(answer.error.hint).toContain(inWords(plusDays(today, -89)));
}, 30_000);

test('a workbook opened again answers formulas from the file alone', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'judge-'));
  try {
    const flags = ['--workbook', path.join(folder, 'book.json')];
    const { sync, bench, world, graph, from, today } = await prepare({}, {}, flags);
    await sync();
    await bench.stop();
    const asked = graph.seen.length;
    const again = await startWorkbench(graph.url, flags);
    (open as Stage).bench = again;
    await again.setClock(world.now);
    const sent = expectRows(world, from, today).reduce((n, row) => n + (row.numbers.sent ?? 0), 0);
    expect((await again.formula('WA_SENT', '*', from, today)).value).toBe(sent);
    expect((await again.formula('WA_SENT', null, null, { live: true })).value).toBe(sent);
    expect(graph.seen.length).toBe(asked);
    const last = await again.formula('WA_LAST_SYNC', { date: '2026-11-22' });
    expect(last.value).toBe(serialOf('2026-11-22'));
    // The connection is kept too: the next sync needs no new token.
    await again.sync({ from, to: today, templates: 'all' });
  } finally {
    await open?.bench.stop();
    await rm(folder, { recursive: true, force: true });
  }
}, 30_000);

test('a formula refuses in the language of the sheet', async () => {
  const { sync, bench, from, today } = await prepare({}, {}, ['--locale', 'pt_BR']);
  const early = await bench.formula('WA_SENT', 'promo_a', from, today);
  expect(early.ok).toBe(false);
  expect(early.error.message).toMatch(/sincroniz/i);
  await sync();
  const unknown = await bench.formula('WA_SENT', 'promo_zzzz', from, today);
  expect(unknown.ok).toBe(false);
  expect(unknown.error.message).toMatch(/não/i);
}, 30_000);
