import type { FetchAnswer, FetchRequest } from '../api';
import { hostDoing, hostWith, MANIFEST, outcome, run } from '../testing';

const URL_1 = 'https://graph.facebook.com/v1/me';
const answering = (...answers: FetchAnswer[]) => {
  const sent: FetchRequest[] = [];
  const fetch = (requests: FetchRequest[]) => {
    sent.push(...requests);
    return answers.slice(0, requests.length);
  };
  return { sent, fetch };
};
const ok = (body: string, status = 200): FetchAnswer => ({ status, headers: { 'x-a': 'b' }, body });

test('a request goes out as asked and its answer comes back', () => {
  const { sent, fetch } = answering(ok('{"a":1}'));
  const body = `const answer = UrlFetchApp.fetch('${URL_1}', { method: 'post', payload: '{}', contentType: 'application/json', headers: { Authorization: 'Bearer t' } });
    return [answer.getResponseCode(), answer.getContentText(), answer.getHeaders(), answer.getAllHeaders()['x-a']];`;
  expect(run(body, { fetch })).toEqual([200, '{"a":1}', { 'x-a': 'b' }, 'b']);
  expect(sent).toEqual([
    {
      url: URL_1,
      method: 'POST',
      headers: { Authorization: 'Bearer t', 'Content-Type': 'application/json' },
      body: '{}',
    },
  ]);
});

test('fetchAll answers in the order of its requests and counts as one call', () => {
  const { fetch } = answering(ok('1'), ok('2', 404));
  const host = hostDoing(
    `return UrlFetchApp.fetchAll(['${URL_1}', { url: '${URL_1}?b', muteHttpExceptions: true }]).map((one) => one.getContentText());`,
    { fetch },
  );
  expect(outcome(host)).toEqual(['1', '2']);
  expect(host.calls().calls).toMatchObject({
    'UrlFetchApp.fetchAll': 1,
    'UrlFetchApp.requests': 2,
  });
});

test('an error status throws unless muted', () => {
  const { fetch } = answering(ok('{"error":1}', 400));
  expect(() => run(`UrlFetchApp.fetch('${URL_1}')`, { fetch })).toThrow(
    'Request failed for https://graph.facebook.com returned code 400. Truncated server response: {"error":1}',
  );
  expect(
    run(`return UrlFetchApp.fetch('${URL_1}', { muteHttpExceptions: true }).getResponseCode()`, {
      fetch,
    }),
  ).toBe(400);
});

test('an address that does not answer throws although muted, and takes the whole batch along', () => {
  const { fetch } = answering(ok('1'), { failed: 'DNS' });
  const muted = `{ url: '${URL_1}', muteHttpExceptions: true }`;
  expect(() => run(`UrlFetchApp.fetchAll([${muted}, ${muted}])`, { fetch })).toThrow(
    `Address unavailable: ${URL_1}`,
  );
});

test('a redirect is not followed', () => {
  const { fetch } = answering(ok('', 302));
  expect(
    run(`return UrlFetchApp.fetch('${URL_1}', { followRedirects: false }).getResponseCode()`, {
      fetch,
    }),
  ).toBe(302);
  expect(() => run(`UrlFetchApp.fetch('${URL_1}')`, { fetch })).toThrow('not emulated');
});

test.each([
  ['http://graph.facebook.com/', {}, 'not permitted'],
  ['https://graph.facebook.com.evil.example/', {}, 'not permitted'],
  ['https://example.com/', {}, 'not permitted'],
  ['nothing', {}, 'Invalid argument'],
  [`${URL_1}?${'x'.repeat(2082)}`, {}, 'URLFetch URL Length'],
  [URL_1, { muteHttpException: true }, 'not emulated: UrlFetchApp option muteHttpException'],
  [URL_1, { muteHttpExceptions: 'yes' }, 'muteHttpExceptions must be a boolean'],
  [URL_1, { method: 'trace' }, 'method trace'],
  [URL_1, { headers: { a: 5 } }, 'headers.a must be text'],
  [URL_1, { headers: { a: 'b\nc' } }, 'invalid value: Header:a'],
  [URL_1, { payload: 'x' }, 'a GET has no payload'],
  [URL_1, { timeoutSeconds: 361 }, 'timeoutSeconds'],
])('fetch(%.40s, %j) is refused', (url, options, message) => {
  const { sent, fetch } = answering(ok('1'));
  const host = hostDoing('return UrlFetchApp.fetch(a, b).getContentText()', { fetch });
  expect(() => outcome(host, url, options)).toThrow(message);
  expect(sent).toEqual([]);
});

test('a form is sent as one', () => {
  const { sent, fetch } = answering(ok('1'));
  run(`UrlFetchApp.fetch('${URL_1}', { method: 'post', payload: { a: 'b c', d: 'é' } })`, {
    fetch,
  });
  expect(sent[0]).toMatchObject({
    body: 'a=b+c&d=%C3%A9',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  });
});

test('without the scope in the manifest nothing is fetched', () => {
  const manifest = MANIFEST.replace('script.external_request', 'script.send_mail');
  expect(() => run(`UrlFetchApp.fetch('${URL_1}')`, { manifest })).toThrow(
    'Required permissions: https://www.googleapis.com/auth/script.external_request',
  );
});

test('a formula may fetch, and is counted', () => {
  const { fetch } = answering(ok('9'));
  const host = hostWith(
    `/** @customfunction */ function WA_GET() { return UrlFetchApp.fetch('${URL_1}').getContentText(); }`,
    { fetch },
  );
  expect(host.formula('WA_GET', [])).toEqual({ ok: true, value: '9' });
  expect(host.calls().calls['UrlFetchApp.fetch']).toBe(1);
});
