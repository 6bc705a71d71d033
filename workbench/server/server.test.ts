// Drives the HTTP interface on a real listener with a real spreadsheet host behind it.
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HostApi } from '../host/api';
import { createHost } from '../host/index';
import { createApi } from './api';
import { type HostBridge, HostError } from './bridge';
import { createFeed } from './feed';
import { createPageApi } from './page-api';
import { type RunningServer, startServer } from './server';

const code = `
function onOpen() { SpreadsheetApp.getUi().createAddonMenu().addItem('Open', 'openIt').addToUi(); }
function openIt() { return 1; }
function tell() { PropertiesService.getUserProperties().setProperty('seen', 'yes'); }
function seen() { return PropertiesService.getUserProperties().getProperty('seen'); }
function write() { SpreadsheetApp.getActive().getSheetByName('Sheet1').getRange('H1').setValue('new'); SpreadsheetApp.getActive(); }
function ask() { return [String(ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationStatus()), UrlFetchApp.fetchAll(['https://graph.facebook.com/a']).length]; }
function rpc(name, payload) { return { name: name, payload: payload }; }
/**
 * Adds one.
 * @param {number} value A number.
 * @customfunction
 */
function WA_ADD(value) { if (value === 'bad') throw new Error('That is no number.'); return value + 1; }
`;
const manifest = JSON.stringify({
  timeZone: 'Etc/UTC',
  runtimeVersion: 'V8',
  oauthScopes: [
    'https://www.googleapis.com/auth/spreadsheets.currentonly',
    'https://www.googleapis.com/auth/script.container.ui',
    'https://www.googleapis.com/auth/script.external_request',
  ],
  urlFetchWhitelist: ['https://graph.facebook.com/'],
});

/** The same calls as through the worker thread, made in this one. */
function bridgeTo(host: HostApi): HostBridge {
  const bridge: HostBridge = {
    async call(method, ...args) {
      try {
        return (host[method] as (...all: unknown[]) => never).apply(host, args);
      } catch (error) {
        throw new HostError((error as Error).message);
      }
    },
    async callWithSequence(method, ...args) {
      return { value: await bridge.call(method, ...args), sequence: 0 };
    },
    onEvents: () => undefined,
    onExit: () => undefined,
    stop: async () => undefined,
  };
  return bridge;
}

let server: RunningServer;
let graphClock = 0;
let changes = 0;

beforeAll(async () => {
  const host = bridgeTo(
    createHost({
      code,
      manifest,
      sidebarHtml: '<p>hi</p>',
      fetch: (requests) => requests.map(() => ({ status: 200, headers: {}, body: '{}' })),
      locale: 'en_US',
    }),
  );
  const feed = createFeed();
  const changed = () => void changes++;
  server = await startServer(0, {
    ...createApi({
      host,
      changed,
      setGraphClock: (now) => {
        graphClock = now;
      },
    }),
    ...createPageApi({
      host,
      feed,
      changed,
      documentName: 'Test',
      sampleToken: null,
      sidebarOrigin: () => 'http://localhost:1',
    }),
  });
});
afterAll(() => server.close());

async function ask(method: string, path: string, body?: unknown) {
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`, {
    method,
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

/** fetch does not let a test choose its Host. */
function statusWithHeaders(headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: server.port, path: '/api/sheets', headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

test('a public function runs and its value comes back', async () => {
  expect(await ask('POST', '/api/run', { function: 'rpc', args: ['a', { b: [1] }] })).toEqual({
    status: 200,
    body: { ok: true, value: { name: 'a', payload: { b: [1] } } },
  });
});

test('a function that does not exist is an answer, not a broken request', async () => {
  const { status, body } = await ask('POST', '/api/run', { function: 'nothing', args: [] });
  expect(status).toBe(200);
  expect(body.ok).toBe(false);
  expect(body.error.message).toContain('nothing');
});

test('a formula is answered, with its error text when it throws', async () => {
  expect((await ask('POST', '/api/formula', { function: 'WA_ADD', args: [41] })).body).toEqual({
    ok: true,
    value: 42,
  });
  const failed = await ask('POST', '/api/formula', { function: 'WA_ADD', args: ['bad'] });
  expect(failed.body.error.message).toContain('That is no number.');
});

test('typed cells are read back with formats and formulas, and formulas wait for a page', async () => {
  const sheet = (await ask('GET', '/api/sheets')).body[0].name;
  const typed = { sheet, a1: 'A1:C1', values: [['2026-11-01', "'007", '=A1+1']] };
  expect(await ask('PUT', '/api/range', typed)).toEqual({ status: 200, body: { ok: true } });
  const range = (await ask('GET', `/api/range?sheet=${sheet}&a1=A1:C1`)).body;
  expect(range.values[0].slice(0, 2)).toEqual([46327, '007']);
  expect(range.formats[0][0]).not.toBe('');
  expect(range.formulas[0]).toEqual(['', '', '=A1+1']);
  expect(range.pending).toBe(1);

  const { body: snapshot } = await ask('GET', '/api/page/snapshot');
  const cells = [{ sheetId: snapshot.workbook.sheets[0].id, row: 1, column: 3, value: 46328 }];
  const { revision } = snapshot.workbook;
  expect((await ask('POST', '/api/page/results', { revision, cells })).status).toBe(200);
  const after = (await ask('GET', `/api/range?sheet=${sheet}&a1=C1`)).body;
  expect(after).toMatchObject({ values: [[46328]], pending: 0 });
});

test('a tab can be added, edited and deleted', async () => {
  await ask('POST', '/api/edit', { op: 'addSheet', sheet: 'Budget' });
  const names = (await ask('GET', '/api/sheets')).body.map((one: { name: string }) => one.name);
  expect(names).toContain('Budget');
  const values = [
    ['Who', 'Many'],
    ['b', 2],
    ['a', 1],
  ];
  await ask('PUT', '/api/range', { sheet: 'Budget', a1: 'A1:B3', values });
  expect(
    await ask('POST', '/api/edit', { op: 'moveColumn', sheet: 'Budget', from: 'Many', to: 1 }),
  ).toEqual({
    status: 200,
    body: { ok: true, edit: { op: 'moveColumns', sheet: 'Budget', at: 2, count: 1, to: 1 } },
  });
  await ask('POST', '/api/edit', { op: 'sort', sheet: 'Budget', by: 'Who' });
  const range = (await ask('GET', '/api/range?sheet=Budget&a1=A1:B3')).body;
  expect(range.values).toEqual([
    ['Many', 'Who'],
    [1, 'a'],
    [2, 'b'],
  ]);
  await ask('POST', '/api/edit', { op: 'freeze', sheet: 'Budget', rows: 1 });
  await ask('POST', '/api/edit', { op: 'filter', sheet: 'Budget', column: 'Who', show: ['a'] });
  expect(await ask('GET', '/api/look?sheet=Budget')).toMatchObject({
    status: 200,
    body: { frozenRows: 1, filter: { range: 'A1:B3', hiddenRows: [3] }, charts: [] },
  });
  await ask('POST', '/api/edit', { op: 'deleteSheet', sheet: 'Budget' });
  expect((await ask('GET', '/api/range?sheet=Budget')).status).toBe(400);
  await ask('POST', '/api/edit', { op: 'addSheet', sheet: 'Budget' });
});

test('an execution dies as planned, once', async () => {
  const plan = (body: unknown) => ask('POST', '/api/faults', body);
  const write = async () => (await ask('POST', '/api/run', { function: 'write' })).body;
  const cell = async () => (await ask('GET', '/api/range?sheet=Sheet1&a1=H1')).body.values;
  expect(await plan({ dieAt: 5, pending: 'lost', lock: 'held' })).toEqual({
    status: 200,
    body: { ok: true },
  });
  expect(await write()).toEqual({
    ok: false,
    error: {
      message:
        'The execution was ended by a planned fault at service call 5 (SpreadsheetApp.getActive).',
    },
  });
  expect(await cell()).toEqual([['']]);
  expect(await write()).toEqual({ ok: true, value: null });
  expect(await cell()).toEqual([['new']]);
  for (const nothing of [{}, null]) {
    await plan({ dieAt: 1, pending: 'kept' });
    await plan(nothing);
    expect((await write()).ok).toBe(true);
  }
});

test('authorization and the daily quota are taken away and given back', async () => {
  const plan = (body: unknown) => ask('POST', '/api/faults', body);
  const fetching = async () => {
    const { body } = await ask('POST', '/api/run', { function: 'ask' });
    return body.ok ? body.value : body.error.message;
  };
  expect(await fetching()).toEqual(['NOT_REQUIRED', 1]);
  await plan({ authorization: 'withdrawn' });
  expect(await fetching()).toBe('Authorization is required to perform that action.');
  await plan({ authorization: 'granted', fetchesLeft: 1 });
  expect(await fetching()).toEqual(['NOT_REQUIRED', 1]);
  expect(await fetching()).toBe('Service invoked too many times for one day: urlfetch.');
  await plan({ fetchesLeft: null });
  expect(await fetching()).toEqual(['NOT_REQUIRED', 1]);
  await plan({ authorization: 'withdrawn', fetchesLeft: 0 });
  await plan({});
  expect(await fetching()).toEqual(['NOT_REQUIRED', 1]);
});

test('each user has their own properties', async () => {
  const run = async (name: string, user?: string) =>
    (await ask('POST', '/api/run', { function: name, ...(user ? { user } : {}) })).body.value;
  await run('tell', 'ana');
  expect([await run('seen', 'ana'), await run('seen', 'rui'), await run('seen')]).toEqual([
    'yes',
    null,
    null,
  ]);
});

test('the clock is set for the host and for the Graph server', async () => {
  const { body } = await ask('POST', '/api/clock', { now: '2026-11-01T12:00:00Z' });
  expect(body).toEqual({ ok: true, now: '2026-11-01T12:00:00.000Z' });
  expect(graphClock).toBe(Date.UTC(2026, 10, 1, 12));
});

test.each([
  ['POST', '/api/run', '{bad', 'valid JSON'],
  ['POST', '/api/run', [], 'JSON object'],
  ['POST', '/api/run', { function: 3 }, '"function"'],
  ['POST', '/api/run', { function: 'rpc', args: 'x' }, '"args"'],
  ['POST', '/api/formula', { function: 'WA_ADD', args: [{ x: 1 }] }, 'Each argument'],
  ['PUT', '/api/range', { sheet: 'Budget', a1: 'A1', values: [[{}]] }, 'Each value'],
  ['PUT', '/api/range', { sheet: 'Nowhere', a1: 'A1', values: [[1]] }, 'Nowhere'],
  ['POST', '/api/edit', { op: 'sort', sheet: 'Budget' }, '"column" is missing'],
  ['POST', '/api/edit', { op: 'sort', sheet: 'Nowhere', column: 1 }, 'Nowhere'],
  ['POST', '/api/edit', { op: 'deleteRows', sheet: 'Budget', at: 9999 }, '"at" must be'],
  ['GET', '/api/range', undefined, 'which tab'],
  ['GET', '/api/range?sheet=Nowhere', undefined, 'Nowhere'],
  ['GET', '/api/look', undefined, 'which tab'],
  ['GET', '/api/look?sheet=Nowhere', undefined, 'Nowhere'],
  ['POST', '/api/clock', { now: 'soon' }, '"now"'],
  ['POST', '/api/run', { function: 'rpc', user: '' }, '"user"'],
  ['POST', '/api/faults', [], 'JSON object'],
  ['POST', '/api/faults', { dieAt: 0, pending: 'lost' }, '"dieAt"'],
  ['POST', '/api/faults', { dieAt: 1.5, pending: 'lost' }, '"dieAt"'],
  ['POST', '/api/faults', { pending: 'lost' }, '"dieAt"'],
  ['POST', '/api/faults', { dieAt: 1 }, '"pending"'],
  ['POST', '/api/faults', { dieAt: 1, pending: 'gone' }, '"pending"'],
  ['POST', '/api/faults', { dieAt: 1, pending: 'lost', lock: true }, '"lock"'],
  ['POST', '/api/faults', { authorization: 'no' }, '"authorization"'],
  ['POST', '/api/faults', { fetchesLeft: -1 }, '"fetchesLeft"'],
  ['POST', '/api/faults', { dieat: 1 }, '"dieat" is no fault'],
])('%s %s with %j is refused in plain words', async (method, path, body, words) => {
  const answer = await ask(method, path, body);
  expect(answer.status).toBe(400);
  expect(answer.body.ok).toBe(false);
  expect(answer.body.error.message).toContain(words);
});

test('unknown addresses and methods are named', async () => {
  expect((await ask('GET', '/api/nothing')).status).toBe(404);
  const wrong = await ask('PUT', '/api/run', {});
  expect(wrong).toMatchObject({
    status: 405,
    body: { error: { message: '/api/run takes POST.' } },
  });
});

test('a foreign Host or Origin is refused, the sidebar is not foreign', async () => {
  const own = `127.0.0.1:${server.port}`;
  expect(await statusWithHeaders({ host: own })).toBe(200);
  expect(await statusWithHeaders({ host: own, origin: 'http://example.com' })).toBe(403);
  expect(await statusWithHeaders({ host: `example.com:${server.port}` })).toBe(403);
  expect(await statusWithHeaders({ host: own, origin: `http://localhost:${server.port}` })).toBe(
    200,
  );
});

test('a port that is taken is an error with its code', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', () => resolve()));
  const { port } = other.address() as AddressInfo;
  await expect(startServer(port, {})).rejects.toMatchObject({ code: 'EADDRINUSE' });
  other.close();
});

test('what may have changed the workbook asks for a save', () => {
  expect(changes).toBeGreaterThan(4);
});
