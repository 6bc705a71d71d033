// What an account is set up for, field by field, and the one question that changes something.
import type { ErrorCode } from '../core/errors';
import { clientOf, errorOf } from './testing/scripted-analytics';
import { ACCOUNT, CANARY, ok, refused, script } from './testing/scripted-http';
import type { AccountState, HttpAnswer } from './types';

const INSIGHTS = 'is_enabled_for_insights';
const STATUS = 'marketing_messages_onboarding_status';
const OLDER = 'marketing_messages_lite_api_status';
/** Meta as it answers each field; a field that is not named is absent. */
const metaOf = (fields: Record<string, HttpAnswer | string | boolean | number | null>) =>
  script(({ values }) => {
    const value = fields[values.fields ?? ''];
    if (value !== null && typeof value === 'object') return value;
    return ok({ id: ACCOUNT, ...(value === undefined ? {} : { [values.fields ?? '']: value }) });
  });

test.each<[string, Parameters<typeof metaOf>[0], AccountState, string[]]>([
  [
    'both told',
    { [INSIGHTS]: true, [STATUS]: 'ONBOARDED' },
    { insights: true, marketing: 'ONBOARDED' },
    [INSIGHTS, STATUS],
  ],
  [
    'insights off, an older Meta',
    { [INSIGHTS]: false, [STATUS]: refused(100), [OLDER]: 'ELIGIBLE' },
    { insights: false, marketing: 'ELIGIBLE' },
    [INSIGHTS, STATUS, OLDER],
  ],
  [
    'flags as text, a word nobody knows',
    { [INSIGHTS]: 'false', [STATUS]: 'HALFWAY' },
    { insights: false, marketing: 'HALFWAY' },
    [INSIGHTS, STATUS],
  ],
  ['nothing told', {}, { insights: null, marketing: null }, [INSIGHTS, STATUS, OLDER]],
  [
    'one refused, the other told',
    { [INSIGHTS]: refused(200), [STATUS]: 'ELIGIBLE' },
    { insights: null, marketing: 'ELIGIBLE' },
    [INSIGHTS, STATUS],
  ],
  [
    'values of other kinds',
    { [INSIGHTS]: 1, [STATUS]: 3, [OLDER]: null },
    { insights: null, marketing: null },
    [INSIGHTS, STATUS, OLDER],
  ],
  [
    'all refused',
    { [INSIGHTS]: refused(10), [STATUS]: refused(100), [OLDER]: refused(3) },
    { insights: null, marketing: null },
    [INSIGHTS, STATUS, OLDER],
  ],
])('the state with %s', (_name, fields, state, asked) => {
  const made = metaOf(fields);
  expect(clientOf(made).readAccountState(ACCOUNT)).toEqual(state);
  expect(made.asked).toEqual(asked.map((name) => ({ path: ACCOUNT, values: { fields: name } })));
  expect(made.raw.every(({ method }) => method === undefined)).toBe(true);
});

test.each<[string, HttpAnswer, ErrorCode]>([
  ['the token', refused(190, { error_subcode: 463 }), 'token-expired'],
  ['a pause', refused(80008), 'rate-limited'],
])('a refusal of %s is told, not taken for a silence', (_name, answer, code) => {
  const client = clientOf(metaOf({ [INSIGHTS]: true, [STATUS]: answer }));
  const error = errorOf(() => client.readAccountState(ACCOUNT));
  expect([error.code, error.facts.account]).toEqual([code, ACCOUNT]);
});

describe('switching insights on', () => {
  test.each<[string, string]>([
    ['the id as a number', `{"id":${ACCOUNT}}`],
    ['the id as text', `{"id":"${ACCOUNT}"}`],
    ['success', '{"success":true}'],
  ])('is sent once, as a POST, and answered with %s', (_name, body) => {
    const made = script(() => ({ status: 200, headers: {}, body }));
    clientOf(made).enableInsights(ACCOUNT);
    expect(made.raw).toEqual([
      {
        method: 'post',
        url: `https://graph.facebook.com/v26.0/${ACCOUNT}?${INSIGHTS}=true`,
        headers: { Authorization: `Bearer ${CANARY}`, Accept: 'application/json' },
      },
    ]);
  });

  test('takes an id of more digits than a number holds', () => {
    const id = '142198801208852411';
    const made = script(() => ({ status: 200, headers: {}, body: `{"id":${id}}` }));
    expect(() => clientOf(made).enableInsights(id)).not.toThrow();
  });

  test.each<[string, HttpAnswer, ErrorCode]>([
    ['not offered', refused(200005), 'insights-unavailable'],
    ['not offered, by subcode', refused(1, { error_subcode: 4182002 }), 'insights-unavailable'],
    ['not permitted', refused(200), 'no-permission'],
    ['of the phone app', refused(10, { message: 'SMB business type' }), 'coexistence'],
    ['missing', refused(100, { error_subcode: 33 }), 'account-not-found'],
    ['an expired token', refused(190, { error_subcode: 463 }), 'token-expired'],
    ['to wait', refused(4), 'rate-limited'],
    ['a fault', refused(1), 'meta-busy'],
    ['an outage', refused(2, {}, 500), 'meta-busy'],
    ['no connection', { failed: 'x' }, 'network'],
    ['cut', { status: 200, headers: {}, body: '{"id":' }, 'bad-response'],
    ['nothing', ok({}), 'bad-response'],
    ['another account', ok({ id: '7' }), 'bad-response'],
    ['no success', ok({ success: false }), 'bad-response'],
    ['a page', ok({ data: [] }), 'bad-response'],
  ])('that is answered with %s is told and never sent again', (_name, answer, code) => {
    const made = script(() => answer);
    const error = errorOf(() => clientOf(made).enableInsights(ACCOUNT));
    expect([error.code, error.facts.account]).toEqual([code, ACCOUNT]);
    expect(made.raw).toHaveLength(1);
    expect(made.slept).toEqual([]);
  });

  test.each(['', '../me', CANARY])('is not sent for %p', (id) => {
    const made = script(() => ok({}));
    for (const work of ['enableInsights', 'readAccountState'] as const) {
      expect(errorOf(() => clientOf(made)[work](id)).code).toBe('account-not-found');
    }
    expect(made.raw).toEqual([]);
  });
});
