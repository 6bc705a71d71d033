// Checks from outside how refusals and broken answers of Meta are told, what they leave alone, and where the token goes.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { civilDayOf, plusDays } from './days';
import { compareDaily, expectRows } from './expected';
import { type Fault, type JudgeGraph, type Seen, startJudgeGraph } from './graph-server';
import { changedCells, startWorkbench, type Workbench } from './workbench';
import { buildWorld, type World } from './world';

const TOKEN = 'EAAJcanary7Qz9Xw8Vu6Ts5Rq4Po3Nm2Lk1Jh0Gf';
/** A token that the product never saw must not be told apart from one it did. */
const OTHER_TOKEN = 'EAAJcanaryOTHER1234567890abcdefghijKLMNOP';

const error = (status: number, body: object, headers: Record<string, string> = {}): Fault => ({
  status,
  headers,
  body: JSON.stringify({ error: { type: 'OAuthException', fbtrace_id: 'x', ...body } }),
});
const raw = (status: number, body: string, type = 'text/html'): Fault => ({
  status,
  headers: { 'content-type': type },
  body,
});
const usage = JSON.stringify({
  '100020003000401': [
    { type: 'w', call_count: 100, total_cputime: 25, estimated_time_to_regain_access: 19 },
  ],
});
const insights = 'Template Insights have not been enabled for this WhatsApp Business Account';

interface Case {
  name: string;
  fault: Fault;
  codes: string[];
  /** Words that must stand in message and hint. */
  en?: RegExp;
  pt?: RegExp;
  mostRequests?: number;
}
const CASES: Case[] = [
  {
    name: 'an expired token (190/463)',
    fault: error(401, { message: 'Session has expired', code: 190, error_subcode: 463 }),
    codes: ['token-expired'],
    en: /token/i,
    pt: /token/i,
    mostRequests: 1,
  },
  {
    name: 'a wrong token (190)',
    fault: error(400, { message: 'Invalid OAuth access token', code: 190 }),
    codes: ['token-invalid', 'token-expired'],
    en: /token/i,
    pt: /token/i,
    mostRequests: 1,
  },
  {
    name: 'permission missing (200)',
    fault: error(403, { message: '(#200) You do not have permission', code: 200 }),
    codes: ['no-permission'],
    en: /assign|permission/i,
    pt: /permiss|atribu/i,
  },
  {
    name: 'permission missing (10)',
    fault: error(403, { message: '(#10) Application does not have permission', code: 10 }),
    codes: ['no-permission'],
  },
  {
    name: 'a number of the WhatsApp Business app (10, SMB)',
    fault: error(400, {
      message: 'This operation can not be performed on SMB business type',
      code: 10,
    }),
    codes: ['coexistence'],
    en: /Business app/i,
  },
  {
    name: 'throttled (80007) with a wait of 19 minutes',
    fault: error(
      400,
      { message: '(#80007) Rate limit hit', code: 80007 },
      { 'x-business-use-case-usage': usage },
    ),
    codes: ['rate-limited'],
    en: /19/,
    pt: /19/,
    mostRequests: 1,
  },
  {
    name: 'throttled (4)',
    fault: error(400, { message: '(#4) Application request limit reached', code: 4 }),
    codes: ['rate-limited'],
  },
  {
    name: 'insights off as documented (200007)',
    fault: error(400, { message: 'Template Insights not enabled', code: 200007 }),
    codes: ['insights-off'],
    en: /insights/i,
    pt: /insights/i,
  },
  {
    name: 'insights off as observed (1/4182004)',
    fault: error(500, {
      message: 'An unknown error occurred',
      code: 1,
      error_subcode: 4182004,
      error_data: `${insights}.`,
    }),
    codes: ['insights-off'],
  },
  {
    name: 'insights off as a subcode of 100',
    fault: error(400, { message: 'Invalid parameter', code: 100, error_subcode: 200007 }),
    codes: ['insights-off'],
  },
  {
    name: 'insights off only in the text of error_data as an object',
    fault: error(400, { message: 'Unknown', code: 1, error_data: { details: insights } }),
    codes: ['insights-off'],
  },
  {
    name: 'insights off only in error_data as JSON text',
    fault: error(400, {
      message: 'Unknown',
      code: 1,
      error_data: JSON.stringify({ messaging_product: 'whatsapp', details: insights }),
    }),
    codes: ['insights-off'],
  },
  {
    name: 'insights off only in error_user_msg',
    fault: error(400, { message: 'Unknown', code: 1, error_user_msg: insights }),
    codes: ['insights-off'],
  },
  {
    name: 'insights not offered (200005/4182002)',
    fault: error(400, { message: 'not available yet', code: 200005, error_subcode: 4182002 }),
    codes: ['insights-unavailable'],
  },
  {
    name: 'an object Meta does not find (100/33)',
    fault: error(400, { message: 'Unsupported get request', code: 100, error_subcode: 33 }),
    codes: ['account-not-found', 'no-permission'],
  },
  {
    name: 'a page of HTML with 502',
    fault: raw(502, '<html>Bad gateway</html>'),
    codes: ['meta-busy'],
  },
  {
    name: 'a page of HTML with 200',
    fault: raw(200, '<!doctype html><title>Login</title>'),
    codes: ['bad-response', 'meta-busy'],
  },
  { name: 'an empty body', fault: raw(200, ''), codes: ['bad-response', 'meta-busy'] },
  {
    name: 'a bare 500',
    fault: raw(500, '', 'application/json'),
    codes: ['meta-busy'],
  },
  {
    name: 'JSON cut in the middle',
    fault: raw(200, '{"data":[{"granularity":"DAILY","data_po', 'application/json'),
    codes: ['bad-response', 'meta-busy'],
  },
  { name: 'an object without data', fault: raw(200, '{}'), codes: ['bad-response', 'meta-busy'] },
  {
    name: 'an error of null',
    fault: raw(200, '{"error":null}'),
    codes: ['bad-response', 'meta-busy'],
  },
  {
    name: 'a temporary outage (2)',
    fault: error(500, {
      message: '(#2) Service temporarily unavailable',
      code: 2,
      is_transient: true,
    }),
    codes: ['meta-busy'],
  },
  { name: 'a connection that breaks', fault: 'hang-up', codes: ['network'] },
  {
    name: 'a rounded id',
    fault: raw(
      200,
      '{"data":[{"granularity":"DAILY","data_points":[{"template_id":24018837501922746,"start":1795230000,"end":1795316400,"sent":5}]}]}',
    ),
    codes: ['bad-response'],
  },
  {
    name: 'an answer that quotes the token',
    fault: error(400, { message: `Bad token ${TOKEN}`, code: 999, error_user_msg: TOKEN }),
    codes: ['request-refused', 'meta-busy', 'unexpected'],
  },
];

interface Stage {
  world: World;
  graph: JudgeGraph;
  bench: Workbench;
  today: string;
  file: string;
  folder: string;
}

async function prepare(locale: string): Promise<Stage> {
  const world = buildWorld({
    seed: 404,
    now: '2026-11-22T15:00:00Z',
    zones: ['America/Sao_Paulo'],
    templates: 14,
    density: 0.3,
  });
  const graph = await startJudgeGraph(world, { token: TOKEN });
  const folder = await mkdtemp(path.join(tmpdir(), 'judge-'));
  const file = path.join(folder, 'book.json');
  const bench = await startWorkbench(graph.url, ['--locale', locale, '--workbook', file]);
  await bench.setClock(world.now);
  return { world, graph, bench, today: civilDayOf(world.now, 'America/Sao_Paulo'), file, folder };
}
async function finish({ graph, bench, folder }: Stage): Promise<void> {
  await bench.stop();
  await graph.close();
  await rm(folder, { recursive: true, force: true });
}

const isAnalytics = (seen: Seen): boolean => seen.path.endsWith('/template_analytics');

describe.each(['en_US', 'pt_BR'])('with a sheet in %s', (locale) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await prepare(locale);
    const { bench, today } = stage;
    await bench.connect(TOKEN);
    await bench.sync({ from: plusDays(today, -40), to: today, templates: 'all' });
  }, 30_000);
  afterAll(() => finish(stage));

  test.each(CASES)(
    'a sync says plainly what happened and leaves the sheet alone: $name',
    async (one) => {
      const { bench, graph, today } = stage;
      const before = await bench.dump();
      const asked = graph.seen.length;
      graph.fault = (seen) => (isAnalytics(seen) ? one.fault : null);
      const answer = await bench.trySync({
        from: plusDays(today, -60),
        to: today,
        templates: 'all',
      });
      graph.fault = null;
      expect(answer.ok).toBe(false);
      if (answer.ok) return;
      const { code, message, hint } = answer.error;
      expect(one.codes).toContain(code);
      for (const text of [message, hint]) {
        expect(text.length).toBeGreaterThan(15);
        expect(text).not.toMatch(/undefined|null|NaN|\{|\}|<|OAuth|EAAJ/);
      }
      expect(`${message} ${hint}`.length).toBeLessThanOrEqual(320);
      const words = locale === 'pt_BR' ? one.pt : one.en;
      if (words) expect(`${message} ${hint}`).toMatch(words);
      expectLanguage(`${message} ${hint}`, locale);
      expect(changedCells(before, await bench.dump())).toEqual([]);
      const requests = graph.seen.slice(asked).filter(isAnalytics).length;
      // Two batches of ten ids go out together for each product; each may be tried four times.
      expect(requests).toBeLessThanOrEqual((one.mostRequests ?? 4) * 4);
      const status = await bench.rpc('status');
      expect(status.ok && status.value.lastFailure.code).toBe(code);
    },
    30_000,
  );

  test('the next sync works and brings what was missing', async () => {
    const { bench, world, today } = stage;
    const from = plusDays(today, -60);
    await bench.sync({ from, to: today, templates: 'all' });
    const expected = expectRows(world, from, today);
    expect(compareDaily(await bench.range('WA Daily'), expected).slice(0, 5)).toEqual([]);
  });

  test('the token is nowhere but in the Authorization header and the user property', async () => {
    const { bench, graph, file } = stage;
    await bench.rpc('status');
    await bench.rpc('templates');
    await bench.dump();
    await bench.fetch('GET', '/api/page/snapshot');
    await bench.fetch('GET', '/api/page/info');
    for (const seen of graph.seen) {
      expect(findSecret(seen.url, TOKEN)).toEqual([]);
      const { authorization, ...others } = seen.headers;
      expect(authorization).toBe(`Bearer ${TOKEN}`);
      expect(findSecret(JSON.stringify(others), TOKEN)).toEqual([]);
    }
    expect(findSecret(bench.heard.join('\n'), TOKEN)).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 900));
    const saved = JSON.parse(await readFile(file, 'utf8'));
    const places = pathsHolding(saved, TOKEN);
    expect(places.length).toBe(1);
    expect(places[0]).toMatch(/user/i);
  });

  test('connect with a token Meta refuses says so, keeps the old connection and repeats no token', async () => {
    const { bench, graph } = stage;
    const before = await bench.dump();
    const answer = await bench.rpc('connect', { token: OTHER_TOKEN });
    expect(answer.ok).toBe(false);
    if (!answer.ok) expect(answer.error.code).toMatch(/^token-/);
    expect(findSecret(bench.heard.join('\n'), OTHER_TOKEN)).toEqual([]);
    expect(changedCells(before, await bench.dump())).toEqual([]);
    const status = await bench.rpc('status');
    expect(status.ok && status.value.connected).toBe(true);
    expect(graph.seen.at(-1)?.headers.authorization).toBe(`Bearer ${OTHER_TOKEN}`);
  });
});

test('a server that is not there is told as a network failure when connecting and when syncing', async () => {
  const stage = await prepare('en_US');
  try {
    const { bench, graph, today } = stage;
    await bench.connect(TOKEN);
    await graph.close();
    const sync = await bench.trySync({ from: today, to: today, templates: 'all' });
    expect(sync.ok ? 'ok' : sync.error.code).toBe('network');
    const connect = await bench.rpc('connect', { token: TOKEN });
    expect(connect.ok ? 'ok' : connect.error.code).toBe('network');
  } finally {
    await finish(stage);
  }
}, 30_000);

test('a failure that passes on the second try is not seen by the person', async () => {
  const stage = await prepare('en_US');
  try {
    const { bench, graph, world, today } = stage;
    await bench.connect(TOKEN);
    const failed = new Set<string>();
    graph.fault = (seen) => {
      if (failed.has(seen.url)) return null;
      failed.add(seen.url);
      return raw(503, '<html>busy</html>');
    };
    const from = plusDays(today, -50);
    await bench.sync({ from, to: today, templates: 'all' });
    const expected = expectRows(world, from, today);
    expect(compareDaily(await bench.range('WA Daily'), expected).slice(0, 5)).toEqual([]);
  } finally {
    await finish(stage);
  }
}, 30_000);

test('disconnect forgets the token and keeps the rows', async () => {
  const stage = await prepare('en_US');
  try {
    const { bench, today, file } = stage;
    await bench.connect(TOKEN);
    await bench.sync({ from: plusDays(today, -20), to: today, templates: 'all' });
    const before = await bench.range('WA Daily');
    const gone = await bench.rpc('disconnect');
    expect(gone.ok).toBe(true);
    expect((await bench.range('WA Daily')).values).toEqual(before.values);
    const after = await bench.trySync({ from: today, to: today, templates: 'all' });
    expect(after.ok ? 'ok' : after.error.code).toBe('not-connected');
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(pathsHolding(JSON.parse(await readFile(file, 'utf8')), TOKEN)).toEqual([]);
  } finally {
    await finish(stage);
  }
}, 30_000);

const ENGLISH = /\b(the|was|and|again|your|you|changed|then)\b/gi;
const PORTUGUESE = /\b(o|a|os|não|nada|foi|para|de|do|da|na|no|e|ou|seu|sua|que|planilha)\b/gi;
function expectLanguage(text: string, locale: string): void {
  const english = text.match(ENGLISH)?.length ?? 0;
  const portuguese = text.match(PORTUGUESE)?.length ?? 0;
  if (locale === 'pt_BR') expect(portuguese).toBeGreaterThan(english);
  else expect(english).toBeGreaterThan(portuguese);
}

/** Forms and pieces of a secret that stand in a text. */
function findSecret(text: string, secret: string): string[] {
  const forms = [
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64').replace(/=+$/, ''),
    [...secret].reverse().join(''),
  ];
  // Any run of 12 characters counts; the last four may be shown.
  for (let at = 0; at + 12 <= secret.length; at++) forms.push(secret.slice(at, at + 12));
  return forms.filter((form) => text.includes(form));
}

function pathsHolding(value: unknown, secret: string, at = ''): string[] {
  if (typeof value === 'string') return findSecret(value, secret).length > 0 ? [at] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [
    ...(findSecret(key, secret).length > 0 ? [`${at}.${key} (key)`] : []),
    ...pathsHolding(item, secret, `${at}.${key}`),
  ]);
}
