// Provokes every refusal of the table once at least, and checks code, status and envelope.
import { SAMPLE_TOKEN } from './index';
import { REFUSALS, type RefusalName, type RefusalRow } from './refusals';
import type { Scenario } from './scenarios';
import { analyticsUrl, ask, BRAZIL, makeGraph, STATES } from './testing';

const ONE = '1290557163340982';
const url = (own: Record<string, string | null> = {}) =>
  analyticsUrl(BRAZIL, { template_ids: `[${ONE}]`, ...own });
const eleven = Array.from({ length: 11 }, (_, index) => String(1e14 + index)).join(',');
const GROUP = '/v26.0/500060007000801';
const switching = `/v26.0/${BRAZIL}?is_enabled_for_insights=true`;
const marketing = { product_type: 'MARKETING_MESSAGES_LITE_API' };
const inUtc = { use_waba_timezone: null };

interface Case {
  url: string;
  headers?: Record<string, string>;
  method?: string;
  scenarios?: Scenario[];
  /** Requests to make before the one that is refused. */
  before?: number;
}

const CASES: Record<RefusalName, Case[]> = {
  'no-token': [
    { url: url(), headers: {} },
    { url: `${url()}&access_token=${SAMPLE_TOKEN}`, headers: {} },
    { url: url(), headers: { Authorization: SAMPLE_TOKEN } },
    { url: url(), headers: { Authorization: 'Bearer ' } },
    { url: '/v26.0/me/businesses', headers: {} },
  ],
  'wrong-token': [
    { url: url(), headers: { Authorization: 'Bearer something-else' } },
    { url: `/v26.0/debug_token?input_token=${SAMPLE_TOKEN}`, scenarios: ['wrong-token'] },
  ],
  'expired-token': [
    { url: url(), scenarios: ['expired-token'] },
    { url: '/v26.0/me/assigned_whatsapp_business_accounts', scenarios: ['expired-token'] },
  ],
  'missing-permission': [
    { url: url(), scenarios: ['missing-permission'] },
    { url: `/v26.0/${BRAZIL}?fields=id`, scenarios: ['missing-permission'] },
    { url: '/v26.0/me/businesses', scenarios: ['no-businesses'] },
    { url: GROUP, scenarios: ['no-businesses'] },
    { url: switching, method: 'POST', scenarios: ['missing-permission'] },
  ],
  'wrong-method': [
    { url: url(), method: 'POST' },
    { url: '/v26.0/me', method: 'POST' },
    { url: `/v26.0/${BRAZIL}?is_enabled_for_insights=true`, method: 'DELETE' },
  ],
  'missing-object': [
    { url: '/v26.0/100020003000499?fields=id' },
    { url: '/v26.0/100020003000499/template_analytics' },
    { url: '/v26.0/' },
  ],
  'unknown-path': [
    { url: `/v26.0/${BRAZIL}/no_such_edge` },
    { url: `/v26.0/${BRAZIL}/message_templates/more` },
    { url: '/v26.0/me/no_such_edge' },
    { url: `/v26.0/${ONE}/message_templates` },
    { url: `${GROUP}/no_such_edge` },
    { url: `/v99.0/${BRAZIL}` },
  ],
  'bad-fields': [{ url: `/v26.0/${BRAZIL}?fields=id,,name` }],
  'unknown-field': [
    { url: `/v26.0/${BRAZIL}?fields=id,colour` },
    { url: `/v26.0/${BRAZIL}/message_templates?fields=colour` },
    { url: `/v26.0/${BRAZIL}/phone_numbers?fields=colour` },
    { url: '/v26.0/me/businesses?fields=colour' },
    { url: '/v26.0/me/businesses?fields=owned_whatsapp_business_accounts{colour}' },
    { url: `${GROUP}/client_whatsapp_business_accounts?fields=colour` },
    {
      url: `/v26.0/${BRAZIL}?fields=marketing_messages_onboarding_status`,
      scenarios: ['no-account-state'],
    },
  ],
  'not-played': [
    { url: `/v26.0/${BRAZIL}?fields=pricing_analytics.start(1).end(2).granularity(DAILY)` },
    { url: '/v26.0/me' },
    { url: `/v26.0/?ids=${BRAZIL},${STATES}` },
    { url: `/v26.0/${BRAZIL}/message_templates?summary=total_count` },
    { url: url({ before: 'MAZDZD' }) },
  ],
  'missing-parameter': [
    { url: url({ start: null }) },
    { url: url({ end: '' }) },
    { url: url({ granularity: null }) },
    { url: url({ template_ids: null }) },
    { url: url({ template_ids: '[]' }) },
    { url: '/v26.0/debug_token' },
    { url: `/v26.0/${BRAZIL}`, method: 'POST' },
    { url: `/v26.0/${BRAZIL}?name=Aurora`, method: 'POST' },
  ],
  'bad-template-ids': [
    { url: url({ template_ids: '[abc]' }) },
    { url: url({ template_ids: `[${ONE}` }) },
    { url: url({ template_ids: `${ONE},` }) },
    { url: url({ template_ids: '1.29e15' }) },
  ],
  'too-many-templates': [{ url: url({ template_ids: `[${eleven}]` }) }],
  'unknown-template': [
    { url: url({ template_ids: `[${ONE},100000000000001]` }) },
    // A template of the other account.
    { url: analyticsUrl(STATES, { template_ids: `[${ONE}]` }) },
  ],
  'bad-granularity': [
    { url: url({ granularity: 'DAY' }) },
    { url: url({ granularity: 'Daily' }) },
    { url: url({ granularity: 'HALF_HOUR' }) },
  ],
  'bad-day': [
    { url: url({ start: '01/11/2026' }) },
    { url: url({ end: '2026-02-30' }) },
    { url: url({ ...inUtc, start: 'yesterday' }) },
  ],
  'unix-with-zone': [
    { url: url({ start: '1794787200' }) },
    { url: url({ end: '1794873600', use_waba_timezone: '1' }) },
  ],
  'before-reach': [
    { url: url({ start: '2026-08-24' }) },
    { url: url({ ...inUtc, start: String(Date.parse('2026-08-24T18:49:59Z') / 1000) }) },
  ],
  'end-before-start': [{ url: url({ start: '2026-11-10', end: '2026-11-09' }) }],
  'end-in-future': [{ url: url({ end: '2026-11-24' }) }],
  'unknown-metric': [
    { url: url({ metric_types: 'SENT,WOWS' }) },
    { url: url({ metric_types: '["Sent"]' }) },
    { url: url({ metric_types: 'APP_PURCHASES_VALUE', ...marketing }) },
    { url: url({ metric_types: 'SENT,REPLIED' }), scenarios: ['no-replies'] },
    { url: url({ metric_types: 'WEBSITE_LEAD' }), scenarios: ['no-conversions'] },
    { url: url({ metric_types: 'APP_ACTIVATIONS' }), scenarios: ['some-conversions'] },
  ],
  'unknown-product': [
    { url: url({ product_type: 'CAMPAIGN_INSIGHTS' }) },
    { url: url(marketing), scenarios: ['marketing-other-word'] },
    { url: url(marketing), scenarios: ['no-marketing'] },
  ],
  'bad-flag': [
    { url: url({ use_waba_timezone: 'yes' }) },
    { url: `/v26.0/${BRAZIL}?is_enabled_for_insights=yes`, method: 'POST' },
  ],
  'bad-limit': [
    { url: url({ limit: '0' }) },
    { url: `/v26.0/${BRAZIL}/message_templates?limit=-5` },
    { url: `/v26.0/${BRAZIL}/message_templates?limit=ten` },
  ],
  'bad-cursor': [
    { url: url({ after: 'nonsense' }) },
    { url: url({ after: Buffer.from('5000').toString('base64') }) },
  ],
  throttled: [{ url: url(), scenarios: ['throttled'] }],
  'throttled-later': [{ url: url(), scenarios: ['throttled-later'], before: 5 }],
  'insights-off': [{ url: url(), scenarios: ['insights-off'] }],
  'insights-off-observed': [{ url: url(), scenarios: ['insights-off-observed'] }],
  'insights-off-subcode': [{ url: url(), scenarios: ['insights-off-subcode'] }],
  'insights-off-user-msg': [{ url: url(), scenarios: ['insights-off-user-msg'] }],
  'insights-off-json-data': [{ url: url(), scenarios: ['insights-off-json-data'] }],
  'insights-stay-on': [{ url: switching.replace('true', 'false'), method: 'POST' }],
  'insights-unavailable': [
    { url: url(), scenarios: ['insights-unavailable'] },
    { url: switching, method: 'POST', scenarios: ['insights-unavailable'] },
    { url: analyticsUrl(STATES, { template_ids: '[1]' }), scenarios: ['one-account-region'] },
  ],
  coexistence: [
    { url: url(), scenarios: ['coexistence'] },
    { url: switching, method: 'POST', scenarios: ['coexistence'] },
    { url: analyticsUrl(STATES, { template_ids: '[1]' }), scenarios: ['one-account-coexistence'] },
  ],
  'marketing-not-permitted': [{ url: url(marketing), scenarios: ['marketing-not-permitted'] }],
  'field-not-permitted': [
    {
      url: `/v26.0/${BRAZIL}?fields=id,is_enabled_for_insights`,
      scenarios: ['no-account-state'],
    },
    {
      url: '/v26.0/me/assigned_whatsapp_business_accounts?fields=is_enabled_for_insights',
      scenarios: ['no-account-state'],
    },
  ],
  flaky: [{ url: url(), scenarios: ['flaky'], before: 4 }],
};

const rows = (Object.keys(REFUSALS) as RefusalName[]).flatMap((name) =>
  CASES[name].map((one, index) => ({ name, number: index + 1, one })),
);

test.each(rows)('$name is refused as its row says, case $number', ({ name, one }) => {
  const graph = makeGraph(one.scenarios);
  for (let index = 0; index < (one.before ?? 0); index += 1) {
    expect(ask(graph, url()).status).toBe(200);
  }
  const answer = ask(graph, one.url, one.headers, one.method);
  const row: RefusalRow = REFUSALS[name];
  const { error } = JSON.parse(answer.body);
  expect(error).toMatchObject({
    code: row.code,
    type: row.type ?? 'OAuthException',
    fbtrace_id: expect.stringMatching(/^A[\w-]{22}$/),
  });
  expect(error.error_subcode).toBe(row.subcode);
  expect(error.is_transient).toBe(row.transient);
  expect(answer.status).toBe(row.status);
  // No placeholder is left over and the words are this row's own.
  expect(error.error_user_msg).toBe(row.user?.text);
  const words = JSON.stringify([error.message, error.error_data]);
  expect(words).not.toMatch(/\{\w+\}/);
  const [start = ''] = (row.details ?? row.data ?? row.message).split('{');
  expect(words).toContain(start.length > 0 ? start : row.message);
  expect(answer.body + JSON.stringify(answer.headers)).not.toContain(SAMPLE_TOKEN);
});

test('no row is without a case', () => {
  expect(Object.values(CASES).every((cases) => cases.length > 0)).toBe(true);
  expect(Object.keys(CASES).sort()).toEqual(Object.keys(REFUSALS).sort());
});

test('the first day within reach and the last day allowed are answered', () => {
  const graph = makeGraph();
  expect(ask(graph, url({ start: '2026-08-25' })).status).toBe(200);
  expect(ask(graph, url({ end: '2026-11-23' })).status).toBe(200);
  const edge = String(Date.parse('2026-08-24T18:50:00Z') / 1000);
  expect(ask(graph, url({ ...inUtc, start: edge })).status).toBe(200);
});

test('ten ids in any spelling are answered alike', () => {
  const graph = makeGraph();
  const other = '517733890024415';
  const plain = ask(graph, url({ template_ids: `${ONE},${other}` })).body;
  expect(plain).toContain(other);
  for (const ids of [`[${ONE},${other}]`, `["${ONE}","${other}"]`, `[${ONE}, ${other}, ${ONE}]`])
    expect(ask(graph, url({ template_ids: ids })).body).toBe(plain);
  const repeated = `${url({ template_ids: null })}&template_ids[]=${ONE}&template_ids[]=${other}`;
  expect(ask(graph, repeated).body).toBe(plain);
});
