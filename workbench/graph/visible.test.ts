// Checks what a token can see where its lists are closed, silent, or go on for more than a page.
import { ISTANBUL } from './accounts';
import { SAMPLE_TOKEN, type Scenario } from './index';
import {
  analyticsUrl,
  ask,
  BRAZIL,
  type Loose,
  makeGraph,
  read,
  readPoints,
  STATES,
} from './testing';

const own = { start: '2026-08-25', end: '2026-11-22' };
const graphOf = (scenario: Scenario) => makeGraph([scenario]);

test('three-accounts: the third shop stands on the second page of a nested list and in no other', () => {
  const graph = graphOf('three-accounts');
  const assigned = read(graph, '/v26.0/me/assigned_whatsapp_business_accounts?limit=100');
  expect(assigned.data).toHaveLength(2);
  const debug = ask(graph, `/v26.0/debug_token?input_token=${SAMPLE_TOKEN}`).body;
  expect(debug).not.toContain(ISTANBUL);
  const edge = 'client_whatsapp_business_accounts';
  const fields = 'id,name,currency,timezone_id';
  const businesses = read(graph, `/v26.0/me/businesses?fields=id,${edge}.limit(50){${fields}}`);
  const { id, [edge]: nested } = businesses.data[0];
  expect(nested.data.map((account: Loose) => account.id)).toEqual([STATES]);
  expect(nested.paging.next).toContain(`/${id}/${edge}?`);
  const after = nested.paging.cursors.after;
  const rest = read(graph, `/v26.0/${id}/${edge}?fields=${fields}&limit=100&after=${after}`);
  expect(rest.data).toEqual([
    { id: ISTANBUL, name: 'Bosphorus Textiles', currency: 'EUR', timezone_id: '135' },
  ]);
  expect(rest.paging.next).toBeUndefined();
  const list = read(graph, `/v26.0/${ISTANBUL}/message_templates?fields=id`).data;
  const template_ids = `[${list.map((template: Loose) => template.id)}]`;
  const points = readPoints(graph, ISTANBUL, { ...own, template_ids });
  expect(points.length).toBeGreaterThan(150);
  // Midnight in Istanbul.
  expect(points.every(({ start }) => start % 86_400 === 21 * 3600)).toBe(true);
  const marketing = { template_ids, product_type: 'MARKETING_MESSAGES_LITE_API' };
  expect(read(graph, analyticsUrl(ISTANBUL, marketing))).toEqual({ data: [] });
  const status = 'marketing_messages_onboarding_status';
  expect(read(graph, `/v26.0/${ISTANBUL}?fields=${status}`)[status]).toBe('ELIGIBLE');
  expect(ask(makeGraph(), `/v26.0/${ISTANBUL}`).status).toBe(400);
});

test('no-account-state: two fields are refused, each in its way, and the rest answers', () => {
  const graph = graphOf('no-account-state');
  const code = (field: string) =>
    read(graph, `/v26.0/${BRAZIL}?fields=id,${field}`).error?.code ?? 0;
  expect(code('is_enabled_for_insights')).toBe(10);
  expect(code('marketing_messages_onboarding_status')).toBe(100);
  expect(code('marketing_messages_lite_api_status')).toBe(100);
  expect(code('name,currency,timezone_id')).toBe(0);
  const url = analyticsUrl(BRAZIL, { ...own, template_ids: '1290557163340982' });
  expect(ask(graph, url).body).toBe(ask(makeGraph(), url).body);
});

test('no-businesses: the list is refused and the assigned accounts still answer', () => {
  expect(read(graphOf('no-businesses'), '/v26.0/me/businesses').error.code).toBe(200);
  const assigned = '/v26.0/me/assigned_whatsapp_business_accounts';
  expect(read(graphOf('no-businesses'), assigned).data).toHaveLength(2);
});

test('id-only: no list names an account, and the accounts answer by id', () => {
  const graph = graphOf('id-only');
  for (const edge of ['businesses', 'assigned_whatsapp_business_accounts'])
    expect(read(graph, `/v26.0/me/${edge}`)).toEqual({ data: [] });
  expect(read(graph, `/v26.0/${BRAZIL}?fields=name`).name).toBe('Loja Aurora');
  const debug = ask(graph, `/v26.0/debug_token?input_token=${SAMPLE_TOKEN}`).body;
  expect(debug).toContain('whatsapp_business_management');
  expect(debug).not.toContain(BRAZIL);
});
