// Switching template insights on: asked once, whatever Meta answers.
import type { ErrorCode } from '../core/errors';
import { clientOf, errorOf } from './testing/scripted-analytics';
import { ACCOUNT, CANARY, ok, refused, script } from './testing/scripted-http';
import type { HttpAnswer } from './types';

const INSIGHTS = 'is_enabled_for_insights';

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
    expect(errorOf(() => clientOf(made).enableInsights(id)).code).toBe('account-not-found');
    expect(made.raw).toEqual([]);
  });
});
