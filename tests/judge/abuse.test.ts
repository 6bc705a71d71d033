// Checks from outside that nonsense, foreign callers and unknown names are refused in words and change nothing.
import { civilDayOf, plusDays } from './days';
import { type JudgeGraph, startJudgeGraph } from './graph-server';
import { changedCells, startWorkbench, type Workbench } from './workbench';
import { buildWorld, type World } from './world';

const TOKEN = 'EAAJudgeToken0123456789abcdefXYZ';
let world: World;
let graph: JudgeGraph;
let bench: Workbench;
let today: string;

beforeAll(async () => {
  world = buildWorld({
    seed: 66,
    now: '2026-11-22T15:00:00Z',
    zones: ['America/Sao_Paulo'],
    templates: 8,
    density: 0.3,
  });
  graph = await startJudgeGraph(world, { token: TOKEN });
  bench = await startWorkbench(graph.url);
  await bench.setClock(world.now);
  await bench.connect(TOKEN);
  today = civilDayOf(world.now, 'America/Sao_Paulo');
  await bench.sync({ from: plusDays(today, -30), to: today, templates: 'all' });
}, 30_000);
afterAll(async () => {
  await bench?.stop();
  await graph?.close();
});

const BAD: unknown[] = [
  [],
  'text',
  7,
  true,
  [[]],
  { __proto__x: 1 },
  { constructor: { prototype: { polluted: true } } },
  { token: 5 },
  { token: '' },
  { token: 'a\r\nX-Evil: 1' },
  { token: 'x'.repeat(100_000) },
  { token: ['EAAJ'] },
  { ids: 'all' },
  { ids: [] },
  { ids: ['../me'] },
  { ids: [Number.MAX_SAFE_INTEGER] },
  { ids: ['999999999999999'] },
  { templates: 'some', from: '2026-11-01', to: '2026-11-02' },
  { templates: [], from: '2026-11-01', to: '2026-11-02' },
  { templates: ['1,2'], from: '2026-11-01', to: '2026-11-02' },
  { templates: ['123456789012345'], from: '2026-11-01', to: '2026-11-02' },
  { templates: 'all' },
  { templates: 'all', from: '2026-11-31', to: '2026-11-31' },
  { templates: 'all', from: '2026-11-10', to: '2026-11-01' },
  { templates: 'all', from: '01/11/2026', to: '02/11/2026' },
  { templates: 'all', from: '2027-01-01', to: '2027-02-01' },
  { templates: 'all', from: '2020-01-01', to: '2020-02-01' },
  { templates: 'all', from: 46000, to: 46001 },
  { templates: 'all', preset: 'last_century' },
  { templates: 'all', preset: 'constructor' },
  { templates: 'all', preset: 'last_7_days', cursor: 'nonsense' },
  { templates: 'all', preset: 'last_7_days', cursor: '{"next":-1}' },
  { templates: 'all', preset: 'last_7_days', cursor: '{"__proto__":{"next":1}}' },
  { templates: 'all', preset: 'last_7_days', cursor: 12 },
  { templates: 'all', preset: 'last_7_days', extra: 1 },
  { tab: 5 },
  { tab: 'x'.repeat(5000) },
];
const NAMES = ['connect', 'chooseAccounts', 'sync', 'showTab'];

test.each(NAMES)(
  '%s refuses every bad payload in words, and no cell changes',
  async (name) => {
    const before = await bench.dump();
    for (const payload of BAD) {
      const answer = await bench.rpc(name, payload);
      const fault = answer.ok ? payload : null;
      // showTab of an unknown tab may answer that it was not shown.
      if (name === 'showTab' && answer.ok) continue;
      expect(fault).toBeNull();
      if (answer.ok) continue;
      expect(Object.keys(answer.error).sort()).toEqual(['code', 'hint', 'message']);
      expect(answer.error.code).not.toBe('unexpected');
      expect(answer.error.message.length).toBeGreaterThan(10);
      expect(answer.error.hint.length).toBeGreaterThan(5);
      expect(`${answer.error.message}${answer.error.hint}`).not.toMatch(/undefined|NaN|\{|\}|zod/i);
    }
    expect(changedCells(before, await bench.dump())).toEqual([]);
    const status = await bench.rpc('status');
    expect(status.ok && status.value.connected).toBe(true);
    expect(status.ok && status.value.accounts).toHaveLength(1);
  },
  60_000,
);

test('calls without input refuse what is not an object, and unknown calls are refused', async () => {
  for (const name of ['status', 'templates']) {
    for (const payload of [7, 'x', true, [1], { extra: 1 }]) {
      const answer = await bench.rpc(name, payload);
      expect(answer.ok ? 'ok' : answer.error.code).toBe('bad-input');
    }
  }
  for (const name of ['', 'constructor', '__proto__', 'toString', 'Sync', 'eval']) {
    const answer = await bench.rpc(name, {});
    expect(answer.ok ? 'ok' : answer.error.code).toBe('bad-input');
  }
  const odd = await bench.json('POST', '/api/run', { function: 'rpc', args: [{ a: 1 }, null] });
  expect(odd.ok && odd.value.ok).toBe(false);
  const none = await bench.json('POST', '/api/run', { function: 'rpc', args: [] });
  expect(none.ok && none.value.ok).toBe(false);
});

test('functions that are not public cannot be run', async () => {
  const names = [
    'eval',
    'loadHeavy_',
    'heavyHalf_',
    'ledger_',
    'constructor',
    '__proto__',
    'nope',
    '',
  ];
  for (const name of names) {
    for (const route of ['/api/run', '/api/formula']) {
      const { status, text } = await bench.fetch('POST', route, { function: name, args: [] });
      const refused = status >= 400 || JSON.parse(text).ok === false;
      expect({ name, route, refused }).toEqual({ name, route, refused: true });
    }
  }
  // What the sidebar may run is no formula.
  const rpc = await bench.formula('rpc', 'status', {}).catch(() => ({ ok: false }));
  expect(rpc.ok).toBe(false);
});

test('foreign hosts and origins are refused on every route', async () => {
  const foreign: Record<string, string>[] = [
    { host: 'evil.example' },
    { host: `evil.example:${bench.port}` },
    { host: `127.0.0.1.evil.example:${bench.port}` },
    { host: '127.0.0.1:1' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: `http://evil.example:${bench.port}` },
    { origin: `https://127.0.0.1:${bench.port}` },
  ];
  for (const headers of foreign) {
    for (const [method, route, body] of [
      ['GET', '/api/sheets', undefined],
      ['GET', '/', undefined],
      ['POST', '/api/run', { function: 'rpc', args: ['status', {}] }],
      ['PUT', '/api/range', { sheet: 'WA Daily', a1: 'A1', values: [['x']] }],
    ] as const) {
      const { status } = await bench.fetch(method, route, body, headers);
      expect({ headers, route, refused: status >= 400 }).toEqual({ headers, route, refused: true });
    }
  }
  const own = await bench.fetch('GET', '/api/sheets', undefined, {
    origin: `http://127.0.0.1:${bench.port}`,
  });
  expect(own.status).toBe(200);
});

test('garbage bodies, ranges and routes are refused with a text and the server lives on', async () => {
  const before = await bench.dump();
  const tries: [string, string, unknown][] = [
    ['POST', '/api/run', '{"function":'],
    ['POST', '/api/run', ''],
    ['POST', '/api/run', '[]'],
    ['POST', '/api/run', 'null'],
    ['POST', '/api/run', { function: 5 }],
    ['POST', '/api/run', { function: 'rpc', args: 'x' }],
    ['POST', '/api/formula', { function: 'WA_SENT', args: [{ odd: 1 }] }],
    ['POST', '/api/formula', { function: 'WA_SENT', args: [{ date: 'never' }] }],
    ['GET', '/api/range', undefined],
    ['GET', '/api/range?sheet=Nope', undefined],
    ['GET', '/api/range?sheet=WA%20Daily&a1=ZZZZZ9', undefined],
    ['GET', '/api/range?sheet=WA%20Daily&a1=A0', undefined],
    ['GET', '/api/range?sheet=WA%20Daily&a1=%3D1', undefined],
    ['PUT', '/api/range', { sheet: 'Nope', a1: 'A1', values: [['x']] }],
    ['PUT', '/api/range', { sheet: 'WA Daily', a1: 'A1', values: 'x' }],
    ['POST', '/api/clock', { now: 'soon' }],
    ['POST', '/api/clock', { now: null }],
    ['GET', '/api/nope', undefined],
    ['DELETE', '/api/sheets', undefined],
    ['GET', '/../../etc/passwd', undefined],
    ['GET', '/%2e%2e/%2e%2e/package.json', undefined],
    ['GET', '/%zz', undefined],
  ];
  for (const [method, route, body] of tries) {
    const { status, text } = await bench.fetch(method, route, body);
    const refused = status >= 400 || (text.startsWith('{') && JSON.parse(text).ok === false);
    expect({ method, route, refused, status: status < 500 || status === 501 }).toEqual({
      method,
      route,
      refused: true,
      status: true,
    });
    expect(text).not.toMatch(/\n\s+at |node:internal|root:x/);
  }
  expect(changedCells(before, await bench.dump())).toEqual([]);
});

test('a template id cannot reach another place of Meta, and nothing foreign was ever asked', async () => {
  for (const seen of graph.seen) {
    expect(seen.method).toBe('GET');
    expect(seen.path).toMatch(/^\/v26\.0\//);
    expect(seen.url).not.toContain('access_token');
  }
});
