// Checks the stand-in over real HTTP.
import { SAMPLE_TOKEN } from './index';
import { type GraphServer, serveGraph } from './serve';
import { ask, BRAZIL, type Loose, makeGraph } from './testing';

let server: GraphServer;
beforeAll(async () => {
  server = await serveGraph(makeGraph(), 0);
});
afterAll(() => server.close());

const path = `/v26.0/${BRAZIL}/message_templates?fields=name&limit=3`;

test('over HTTP it says what it says when called', async () => {
  const headers = { Authorization: `Bearer ${SAMPLE_TOKEN}` };
  const response = await fetch(server.url + path, { headers });
  expect(response.status).toBe(200);
  expect(response.headers.get('facebook-api-version')).toBe('v26.0');
  expect(await response.text()).toBe(ask(makeGraph(), path).body);
});

test('a refusal keeps its status and its envelope', async () => {
  const response = await fetch(server.url + path);
  expect(response.status).toBe(403);
  const answer: Loose = await response.json();
  expect(answer.error.code).toBe(200);
});

test('a body that is posted is taken in and refused', async () => {
  const headers = { Authorization: `Bearer ${SAMPLE_TOKEN}` };
  const response = await fetch(server.url + path, { method: 'POST', headers, body: 'a=b' });
  const answer: Loose = await response.json();
  expect(answer.error.code).toBe(100);
});

test('it listens on the loopback address and not on others', () => {
  expect(server.url).toBe(`http://127.0.0.1:${server.port}`);
});

test('a port that is taken is said', async () => {
  await expect(serveGraph(makeGraph(), server.port)).rejects.toThrow('EADDRINUSE');
});

test('a fault of the stand-in itself is plain text, not an answer of Meta', async () => {
  const broken = await serveGraph(
    {
      ...makeGraph(),
      handle() {
        throw new Error('sand in the gears');
      },
    },
    0,
  );
  const response = await fetch(broken.url);
  expect(response.status).toBe(500);
  expect(await response.text()).toBe('Stand-in failed: sand in the gears');
  await broken.close();
});
