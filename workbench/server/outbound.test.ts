// Checks where the add-on's requests go, with a real loopback server.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fetchAll, mapToGraph } from './outbound';

let server: Server;
let base: string;
const seen: { url: string; authorization: string | undefined }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push({ url: request.url ?? '', authorization: request.headers.authorization });
    if (request.url?.startsWith('/away')) {
      response.writeHead(302, { location: 'https://example.com/' }).end();
      return;
    }
    setTimeout(() => response.writeHead(200, { 'x-kind': 'test' }).end('{"a":1}'), 150);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const get = (url: string) => ({
  url,
  method: 'get',
  headers: { Authorization: 'Bearer T' },
  body: null,
});

test('only the exact Graph origin is mapped', () => {
  expect(mapToGraph('https://graph.facebook.com/v26.0/1?a=%5B1%5D', 'http://x:1')).toBe(
    'http://x:1/v26.0/1?a=%5B1%5D',
  );
  expect(mapToGraph('https://graph.facebook.com.evil.example/v26.0', 'http://x:1')).toBeNull();
  expect(mapToGraph('http://graph.facebook.com/v26.0', 'http://x:1')).toBeNull();
  expect(mapToGraph('https://graph.facebook.com@evil.example/', 'http://x:1')).toBeNull();
});

test('path, query and Authorization reach the server unchanged, and requests run in parallel', async () => {
  seen.length = 0;
  const started = Date.now();
  const answers = await fetchAll(
    [1, 2, 3, 4].map((n) => get(`https://graph.facebook.com/v26.0/${n}?fields=a%2Cb&ids=[1]`)),
    base,
  );
  expect(Date.now() - started).toBeLessThan(550);
  expect(answers).toHaveLength(4);
  expect(answers[0]).toMatchObject({ status: 200, body: '{"a":1}', headers: { 'x-kind': 'test' } });
  expect(seen.map((one) => one.url).sort()[0]).toBe('/v26.0/1?fields=a%2Cb&ids=[1]');
  expect(seen.every((one) => one.authorization === 'Bearer T')).toBe(true);
});

test('a redirect is handed back, not followed', async () => {
  const [answer] = await fetchAll([get('https://graph.facebook.com/away')], base);
  expect(answer).toMatchObject({ status: 302 });
});

test('another host is refused and a dead server is a failure, without the query in the text', async () => {
  const [foreign] = await fetchAll([get('https://example.com/x?secret=1')], base);
  expect(foreign).toEqual({
    failed: 'The add-on may only call https://graph.facebook.com/, not https://example.com.',
  });
  const [dead] = await fetchAll(
    [get('https://graph.facebook.com/v26.0/1?secret=1')],
    'http://127.0.0.1:9',
  );
  expect(dead).toEqual({ failed: 'Address unavailable: https://graph.facebook.com' });
});
