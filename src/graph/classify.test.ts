// The code table row by row, the answers no table foresees, and that no answer whatever can throw.
import fc from 'fast-check';
import type { ErrorCode } from '../core/errors';
import { classify, type Refusal, toError } from './classify';
import { CODE_TABLE, findCode, type Retry } from './codes';
import { CANARY, ok, refused } from './testing/scripted-http';
import type { HttpAnswer } from './types';

function refusalOf(answer: HttpAnswer): Refusal {
  const result = classify(answer);
  if (!('refusal' in result)) throw new Error('Not refused');
  return result.refusal;
}
const answer = (
  status: number,
  body: string,
  headers: Record<string, string> = {},
): HttpAnswer => ({
  status,
  headers,
  body,
});

// Written by hand from the reference, so that a slip in the table does not go along with its test.
test.each<[string, number, number | undefined, ErrorCode, Retry]>([
  ['cannot authenticate', 0, undefined, 'token-invalid', 'no'],
  ['unknown fault', 1, undefined, 'meta-busy', 'soon'],
  ['unknown fault that means insights off', 1, 4182004, 'insights-off', 'no'],
  ['outage', 2, undefined, 'meta-busy', 'soon'],
  ['capability', 3, undefined, 'no-permission', 'no'],
  ['app limit', 4, undefined, 'rate-limited', 'later'],
  ['permission', 10, undefined, 'no-permission', 'no'],
  ['user limit', 17, undefined, 'rate-limited', 'later'],
  ['page limit', 32, undefined, 'rate-limited', 'later'],
  ['number deleted', 33, undefined, 'request-refused', 'no'],
  ['parameter', 100, undefined, 'request-refused', 'no'],
  ['parameter with a subcode we do not know', 100, 1234567, 'request-refused', 'no'],
  ['object missing', 100, 33, 'account-not-found', 'no'],
  ['insights off under code 100', 100, 200007, 'insights-off', 'no'],
  ['session', 102, undefined, 'token-invalid', 'no'],
  ['token missing', 104, undefined, 'token-invalid', 'no'],
  ['token refused', 190, undefined, 'token-invalid', 'no'],
  ['app removed', 190, 458, 'token-invalid', 'no'],
  ['checkpoint', 190, 459, 'token-invalid', 'no'],
  ['password changed', 190, 460, 'token-invalid', 'no'],
  ['token expired', 190, 463, 'token-expired', 'no'],
  ['unconfirmed', 190, 464, 'token-invalid', 'no'],
  ['token malformed', 190, 467, 'token-invalid', 'no'],
  ['role lost', 190, 492, 'token-invalid', 'no'],
  ['no access', 200, undefined, 'no-permission', 'no'],
  ['permission range', 201, undefined, 'no-permission', 'no'],
  ['permission range, its end', 299, undefined, 'no-permission', 'no'],
  ['beyond the permission range', 300, undefined, 'request-refused', 'no'],
  ['application limit', 341, undefined, 'rate-limited', 'later'],
  ['policy', 368, undefined, 'account-restricted', 'no'],
  ['custom limit', 613, undefined, 'rate-limited', 'later'],
  ['irregular volume', 613, 1996, 'rate-limited', 'later'],
  ['id does not exist', 803, undefined, 'request-refused', 'no'],
  ['query not understood', 2500, undefined, 'request-refused', 'no'],
  ['ads limit', 80000, undefined, 'rate-limited', 'later'],
  ['ads limit', 80004, undefined, 'rate-limited', 'later'],
  ['business account limit', 80007, undefined, 'rate-limited', 'later'],
  ['business management limit', 80008, undefined, 'rate-limited', 'later'],
  ['other limit', 80009, undefined, 'rate-limited', 'later'],
  ['catalog limit', 80014, undefined, 'rate-limited', 'later'],
  ['throughput', 130429, undefined, 'rate-limited', 'later'],
  ['country', 130497, undefined, 'account-restricted', 'no'],
  ['something went wrong', 131000, undefined, 'meta-busy', 'soon'],
  ['access denied', 131005, undefined, 'no-permission', 'no'],
  ['parameter missing', 131008, undefined, 'request-refused', 'no'],
  ['parameter wrong', 131009, undefined, 'request-refused', 'no'],
  ['service unavailable', 131016, undefined, 'meta-busy', 'soon'],
  ['account locked', 131031, undefined, 'account-restricted', 'no'],
  ['payment', 131042, undefined, 'account-restricted', 'no'],
  ['sending window', 131047, undefined, 'request-refused', 'no'],
  ['sending limit', 131049, undefined, 'request-refused', 'no'],
  ['pair limit', 131056, undefined, 'request-refused', 'no'],
  ['maintenance', 131057, undefined, 'meta-busy', 'soon'],
  ['server down', 133004, undefined, 'meta-busy', 'soon'],
  ['insights not offered', 200005, undefined, 'insights-unavailable', 'no'],
  ['insights not offered, by subcode', 1, 4182002, 'insights-unavailable', 'no'],
  ['insights stay on', 200006, undefined, 'request-refused', 'no'],
  ['insights off', 200007, undefined, 'insights-off', 'no'],
  ['maintenance', 2494100, undefined, 'meta-busy', 'soon'],
  ['a code nobody knows', 999999, undefined, 'request-refused', 'no'],
])('%s (%i, subcode %p) becomes %s, retry %s', (_name, code, subcode, error, retry) => {
  const more = subcode === undefined ? {} : { error_subcode: subcode };
  expect(refusalOf(refused(code, more))).toMatchObject({ error, retry });
  expect(refusalOf(refused(code, more, 200))).toMatchObject({ error, retry });
});

test('each code of the table stands there once and is found in its own row', () => {
  const words = CODE_TABLE.flatMap((row) =>
    row[1].split(' ').map((word): [string, typeof row] => [word, row]),
  );
  for (const [word, row] of words) {
    expect(word).toMatch(/^(\d+x{0,2}|(\d+|any)\/\d+)$/);
    const [code = '', subcode] = word.replace('any', '987654').split('/');
    const sub = subcode === undefined ? null : Number(subcode);
    for (const digit of code.includes('x') ? ['0', '5', '9'] : ['']) {
      expect([word, findCode(Number(code.replace(/x/g, digit)), sub)]).toEqual([word, row]);
    }
  }
  expect(new Set(words.map(([word]) => word)).size).toBe(words.length);
  expect(words.length).toBeGreaterThan(50);
});

test.each([
  [20, null],
  [29, null],
  [2000, null],
  [8000, null],
  [80010, null],
  [800000, null],
  [199, null],
  [300, null],
  [null, 458],
  [null, null],
])('the code %p with subcode %p is in no row', (code, subcode) => {
  expect(findCode(code, subcode)).toBeUndefined();
});

test('code 1 is tried again twice, an outage three times, a refusal never', () => {
  expect([1, 2, 190].map((code) => refusalOf(refused(code)).retries)).toEqual([2, 3, 0]);
});

test('"transient" helps an unknown code and changes nothing for a limit or a token', () => {
  const retry = (code: number) => refusalOf(refused(code, { is_transient: true })).retry;
  expect([987654, 4, 190, 100].map(retry)).toEqual(['soon', 'later', 'no', 'no']);
});

test('a code sent as text counts, nonsense does not', () => {
  expect(refusalOf(refused('190' as unknown as number)).error).toBe('token-invalid');
  expect(refusalOf(refused('x' as unknown as number, {}, 500)).error).toBe('meta-busy');
  expect(refusalOf(refused(null as unknown as number, {}, 401)).error).toBe('token-invalid');
});

const OFF = 'Template Insights have not been enabled for this WhatsApp Business Account.';
const insightsOff: [string, Record<string, unknown>][] = [
  ['message', { message: OFF }],
  ['a plain error_data', { error_data: 'Template Insights not enabled.' }],
  ['details', { error_data: { messaging_product: 'whatsapp', details: OFF } }],
  ['another word of error_data', { error_data: { messaging_product: 'whatsapp', message: OFF } }],
  ['a list in error_data', { error_data: [1, OFF] }],
  ['JSON in a text', { error_data: JSON.stringify({ details: OFF }) }],
  ['the words for the person', { error_user_msg: 'Insights is\nnot enabled' }],
  ['their title', { error_user_title: 'Insights are not enabled' }],
  ['title and words together', { error_user_title: 'Insights', error_user_msg: 'Not enabled.' }],
  ['words the other way round', { message: '(#10) Not enabled: template insights' }],
  [
    'title and words the other way round',
    { error_user_title: 'Not been  enabled', error_user_msg: 'See INSIGHTS' },
  ],
];
test.each(insightsOff)('insights off is read from %s when the code says nothing', (_name, more) => {
  for (const code of [1, 2, 3, 10, 100, 200, 299, 2500, 131005, 424242]) {
    expect([code, refusalOf(refused(code, more)).error]).toEqual([code, 'insights-off']);
  }
  expect(refusalOf(refused(null as unknown as number, more)).error).toBe('insights-off');
});

test.each(insightsOff)('a code that is certain needs no words from %s', (_name, more) => {
  const errorOf = (code: number, subcode?: number) =>
    refusalOf(refused(code, { ...more, ...(subcode ? { error_subcode: subcode } : {}) })).error;
  expect([190, 4, 80007, 368, 200005].map((code) => errorOf(code))).toEqual([
    'token-invalid',
    'rate-limited',
    'rate-limited',
    'account-restricted',
    'insights-unavailable',
  ]);
  expect(errorOf(100, 33)).toBe('account-not-found');
  expect(errorOf(1, 4182002)).toBe('insights-unavailable');
  for (const status of [401, 429]) {
    expect(refusalOf(refused(null as unknown as number, more, status)).error).toBe(
      status === 401 ? 'token-invalid' : 'rate-limited',
    );
  }
});

test.each([
  ['insights', { message: 'Insights are enabled' }],
  ['not enabled', { message: 'This feature is not enabled' }],
  ['other facts beside the code', { error_data: { blame: { insights: 'not enabled' }, n: 1 } }],
])('%s alone means nothing', (_name, more) => {
  expect(refusalOf(refused(100, more)).kind).toBe('parameter');
});

test.each<[string, Record<string, unknown>]>([
  ['message', { message: 'This operation can not be performed on SMB business type' }],
  ['details', { error_data: { details: 'Not for smb  business\ntype.' } }],
  ['JSON in a text', { error_data: '{"details":"SMBBusinessType"}' }],
  ['the words for the person', { error_user_msg: 'SMB business type' }],
  ['the title', { error_user_title: 'Smb Business Type' }],
])('a number of the phone app is read from %s', (_name, more) => {
  for (const code of [1, 3, 10, 100, 200, 131005, 424242]) {
    expect([code, refusalOf(refused(code, more)).error]).toEqual([code, 'coexistence']);
  }
  expect(refusalOf(refused(190, more)).error).toBe('token-invalid');
});

test('too much data is no fault to wait for but a question to make smaller', () => {
  const message = 'Please reduce the amount of data you are asking for, then retry your request';
  for (const code of [1, 2, 100]) {
    expect(refusalOf(refused(code, { message }, 500))).toMatchObject({
      kind: 'too-much',
      retry: 'no',
    });
  }
});

test('a missing permission under code 100 is a permission', () => {
  expect(refusalOf(refused(100, { message: '(#100) Missing Permission' })).error).toBe(
    'no-permission',
  );
});

test.each<[string, HttpAnswer, ErrorCode, number]>([
  ['no answer', { failed: `Timeout: https://graph.facebook.com/?x=${CANARY}` }, 'network', 3],
  ['HTML with 200', answer(200, '<!DOCTYPE html><p>Sorry'), 'meta-busy', 3],
  ['HTML with 404', answer(404, '  <html>'), 'meta-busy', 3],
  ['HTML with 502', answer(502, '<html>Bad gateway'), 'meta-busy', 3],
  ['an empty 503', answer(503, ''), 'meta-busy', 3],
  ['JSON without an envelope and 500', answer(500, '{}'), 'meta-busy', 3],
  ['an empty body', answer(200, ''), 'bad-response', 1],
  ['cut JSON', answer(200, '{"data":[{"id":"1'), 'bad-response', 1],
  ['a list', answer(200, '[]'), 'bad-response', 0],
  ['a bare null', answer(200, 'null'), 'bad-response', 0],
  ['an error that is a text', answer(200, '{"error":"no"}'), 'bad-response', 0],
  ['an error without a code', answer(200, '{"error":{}}'), 'bad-response', 0],
  ['a redirect', answer(302, ''), 'bad-response', 1],
  ['429 in HTML', answer(429, '<html>'), 'rate-limited', 0],
  ['429 in JSON', answer(429, '{}'), 'rate-limited', 0],
  ['401', answer(401, '{}'), 'token-invalid', 0],
  ['403', answer(403, '{"data":[]}'), 'no-permission', 0],
  ['404', answer(404, 'Not found'), 'request-refused', 0],
])('%s becomes an error', (_name, given, error, retries) => {
  expect(refusalOf(given)).toMatchObject({ error, retries });
});

test('an empty object or a null error is JSON; whether it is a page is not decided here', () => {
  expect(classify(answer(200, '{}'))).toEqual({ json: {} });
  expect(classify(answer(200, '{"error":null,"data":[]}'))).toEqual({
    json: { error: null, data: [] },
  });
});

const usage = (text: string) => ({ 'X-Business-Use-Case-Usage': text });
test.each<[string, Record<string, string>, number]>([
  ['no header', {}, 5],
  ['minutes', usage('{"1":[{"estimated_time_to_regain_access":19}]}'), 19],
  [
    'the longest of several',
    usage(
      '{"1":[{"estimated_time_to_regain_access":7}],"2":[{},{"estimated_time_to_regain_access":"30"}]}',
    ),
    30,
  ],
  ['a short wait', usage('{"1":[{"estimated_time_to_regain_access":1}]}'), 5],
  ['half minutes', usage('{"1":[{"estimated_time_to_regain_access":6.2}]}'), 7],
  ['beyond a day', usage('{"1":[{"estimated_time_to_regain_access":1e300}]}'), 1440],
  ['not JSON', usage('{'), 5],
  ['null', usage('null'), 5],
  ['an empty list', usage('{"1":[]}'), 5],
  ['a null entry', usage('{"1":[null]}'), 5],
  ['no list', usage('{"1":{"estimated_time_to_regain_access":12}}'), 12],
  ['a negative wait', usage('{"1":[{"estimated_time_to_regain_access":-3}]}'), 5],
  ['nonsense', usage('{"1":[{"estimated_time_to_regain_access":"soon"}]}'), 5],
])('a limit with %s asks for a pause', (_name, headers, minutes) => {
  const refusal = refusalOf(refused(80008, {}, 400, headers));
  expect(refusal.minutes).toBe(minutes);
  expect(toError(refusal, { endpoint: 'x' }).facts).toEqual({
    endpoint: 'x',
    code: 80008,
    minutes,
  });
});

test('an error carries codes and ids, none of Meta’s words', () => {
  const refusal = refusalOf(refused(190, { error_subcode: 463, message: `Bad token ${CANARY}` }));
  const error = toError(refusal, { endpoint: 'account', account: '1' });
  expect({ ...error, message: error.message, stack: '' }).toEqual({
    name: 'AddonError',
    code: 'token-expired',
    facts: { endpoint: 'account', account: '1', code: 190, subcode: 463 },
    message: 'token-expired',
    stack: '',
  });
});

test('any answer at all is either JSON or a refusal', () => {
  const envelope = fc.record(
    {
      code: fc.oneof(fc.integer(), fc.string(), fc.constant(null), fc.double()),
      error_subcode: fc.oneof(fc.integer(), fc.string(), fc.constant(null)),
      message: fc.anything(),
      error_data: fc.anything(),
      error_user_msg: fc.anything(),
      is_transient: fc.anything(),
    },
    { requiredKeys: [] },
  );
  const body = fc.oneof(
    fc.string(),
    fc.json(),
    envelope.map((error) =>
      JSON.stringify({ error }, (_k, v) => (typeof v === 'bigint' ? String(v) : v)),
    ),
    fc.anything(),
  );
  const headers = fc.oneof(
    fc.dictionary(fc.string(), fc.anything()),
    fc.json().map((text) => ({ 'x-business-use-case-usage': text })),
    fc.anything(),
  );
  const status = fc.oneof(fc.integer({ min: 100, max: 599 }), fc.anything());
  fc.assert(
    fc.property(fc.oneof(fc.record({ status, headers, body }), fc.anything()), (any) => {
      const result = classify(any as HttpAnswer);
      if ('json' in result) return;
      const { refusal } = result;
      expect(['no', 'soon', 'later']).toContain(refusal.retry);
      expect(refusal.retry === 'soon' ? refusal.retries > 0 : refusal.retries === 0).toBe(true);
      expect(refusal.retry === 'later').toBe(refusal.minutes !== null);
    }),
    { numRuns: 1000 },
  );
});

test('a good answer passes unchanged', () => {
  expect(classify(ok({ data: [1] }))).toEqual({ json: { data: [1] } });
});
