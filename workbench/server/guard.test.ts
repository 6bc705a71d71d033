// Checks which requests the local server lets in.
import { refuseForeign } from './guard';

const port = 4173;

test.each([
  [{ host: '127.0.0.1:4173' }],
  [{ host: 'localhost:4173' }],
  [{ host: '[::1]:4173' }],
  [{ host: 'LOCALHOST:4173', origin: 'http://127.0.0.1:4173' }],
  [{ host: 'localhost:4173', origin: 'http://localhost:4173', 'sec-fetch-site': 'same-origin' }],
])('a request with %j may pass', (headers) => {
  expect(refuseForeign(headers, port, '/api/run')).toBeNull();
});

test.each([
  [{}],
  [{ host: 'evil.example:4173' }],
  [{ host: '127.0.0.1:4174' }],
  [{ host: '127.0.0.1' }],
  [{ host: '127.0.0.1:4173', origin: 'http://evil.example' }],
  [{ host: '127.0.0.1:4173', origin: 'https://127.0.0.1:4173' }],
  [{ host: '127.0.0.1:4173', origin: 'http://127.0.0.1:8080' }],
  [{ host: '127.0.0.1:4173', origin: 'null' }],
  [{ host: '127.0.0.1:4173', 'sec-fetch-site': 'cross-site' }],
])('a request with %j is foreign', (headers) => {
  expect(refuseForeign(headers, port, '/api/sheets')).not.toBeNull();
});

test('opening the page from a link on another site is allowed', () => {
  const headers = { host: '127.0.0.1:4173', 'sec-fetch-site': 'cross-site' };
  expect(refuseForeign(headers, port, '/')).toBeNull();
});
