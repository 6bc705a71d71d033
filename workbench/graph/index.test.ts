// Checks the lists and objects of the stand-in, its headers, versions and the structure of its answers.
import { createGraph, SAMPLE_TOKEN } from './index';
import {
  analyticsUrl,
  ask,
  BRAZIL,
  type Loose,
  makeGraph,
  NOW,
  read,
  STATES,
  shapeOf,
} from './testing';

const graph = makeGraph();
const templates = (account: string): Loose[] =>
  read(graph, `/v26.0/${account}/message_templates?limit=100`).data;

test('an account shows the fields asked for and its id', () => {
  const fields = 'id,name,currency,timezone_id,country,is_enabled_for_insights';
  expect(read(graph, `/v26.0/${BRAZIL}?fields=${fields}`)).toEqual({
    id: BRAZIL,
    name: 'Loja Aurora',
    currency: 'BRL',
    timezone_id: '25',
    country: 'BR',
    is_enabled_for_insights: true,
  });
  expect(read(graph, `/v26.0/${STATES}?fields=currency,timezone_id`)).toEqual({
    id: STATES,
    currency: 'USD',
    timezone_id: '7',
  });
  expect(Object.keys(read(graph, `/v26.0/${STATES}`))).toContain('message_template_namespace');
});

test('the account has every key of the documented sample, of the same type', () => {
  const fields =
    'id,name,currency,timezone_id,country,account_review_status,business_verification_status,ownership_type,is_enabled_for_insights,marketing_messages_onboarding_status,owner_business_info,message_template_namespace';
  expect(shapeOf(read(graph, `/v26.0/${BRAZIL}?fields=${fields}`)).sort()).toEqual([
    'account_review_status: string',
    'business_verification_status: string',
    'country: string',
    'currency: string',
    'id: string',
    'is_enabled_for_insights: boolean',
    'marketing_messages_onboarding_status: string',
    'message_template_namespace: string',
    'name: string',
    'owner_business_info.id: string',
    'owner_business_info.name: string',
    'ownership_type: string',
    'timezone_id: string',
  ]);
});

test('29 templates: three categories, four languages, long ids, names in two languages', () => {
  const all = [...templates(BRAZIL), ...templates(STATES)];
  expect(all).toHaveLength(29);
  const values = (key: string) => new Set(all.map((template) => template[key]));
  expect(values('category')).toEqual(new Set(['MARKETING', 'UTILITY', 'AUTHENTICATION']));
  expect(values('language')).toEqual(new Set(['pt_BR', 'es', 'en_US', 'en']));
  expect(values('status')).toEqual(new Set(['APPROVED', 'PAUSED', 'ARCHIVED', 'REJECTED']));
  expect(values('id').size).toBe(29);
  expect(all.every(({ id }) => /^\d{15,17}$/.test(id))).toBe(true);
  expect(all.filter(({ id }) => !Number.isSafeInteger(Number(id))).length).toBeGreaterThan(4);
  const names = all.map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toHaveLength(5);
  expect(all.some(({ components }) => components.length === 1)).toBe(true);
});

test('templates have texts, several buttons, a carousel, and every grade of quality', () => {
  const all = [...templates(BRAZIL), ...templates(STATES)];
  const parts = (type: string): Loose[] =>
    all.flatMap(({ components }) => components.filter((part: Loose) => part.type === type));
  expect(parts('BODY')).toHaveLength(29);
  expect(parts('BODY').every(({ text }) => text.length > 10)).toBe(true);
  expect(parts('BUTTONS').filter(({ buttons }) => buttons.length > 1).length).toBeGreaterThan(8);
  expect(parts('CAROUSEL')).toHaveLength(1);
  const node = `/v26.0/${BRAZIL}/message_templates?limit=100&fields=quality_score`;
  const scores = [node, node.replace(BRAZIL, STATES)].flatMap((url) =>
    read(graph, url).data.map((template: Loose) => template.quality_score?.score),
  );
  expect(new Set(scores)).toEqual(new Set(['GREEN', 'YELLOW', 'RED', 'UNKNOWN', undefined]));
  expect(read(graph, '/v26.0/448120075539218?fields=status,rejected_reason')).toMatchObject({
    status: 'REJECTED',
    rejected_reason: 'INVALID_FORMAT',
  });
});

test('a list of templates has the structure of the documented sample', () => {
  const list = read(graph, `/v26.0/${BRAZIL}/message_templates?limit=1`);
  expect(shapeOf(list)).toEqual([
    'data[].name: string',
    'data[].parameter_format: string',
    'data[].components[].type: string',
    'data[].components[].format: string',
    'data[].components[].text: string',
    'data[].components[].example.header_text[]: string',
    'data[].components[].example.body_text[][]: string',
    'data[].components[].buttons[].type: string',
    'data[].components[].buttons[].text: string',
    'data[].components[].buttons[].url: string',
    'data[].language: string',
    'data[].status: string',
    'data[].category: string',
    'data[].sub_category: string',
    'data[].id: string',
    'paging.cursors.before: string',
    'paging.cursors.after: string',
    'paging.next: string',
  ]);
});

test('the list is 25 long without a limit, and the cursors lead through it', () => {
  const many = makeGraph(['many-templates']);
  expect(read(many, `/v26.0/${BRAZIL}/message_templates?fields=id`).data).toHaveLength(25);
  const ids: string[] = [];
  let after = '';
  for (let page = 0; page < 30; page += 1) {
    const url = `/v26.0/${BRAZIL}/message_templates?fields=id,name&limit=60&after=${after}`;
    const { data, paging } = read(many, url);
    ids.push(...data.map((template: Loose) => template.id));
    if (!paging.next) break;
    expect(paging.next).toContain('fields=id%2Cname');
    after = paging.cursors.after;
  }
  expect(new Set(ids).size).toBe(250);
  expect(ids).toHaveLength(250);
});

test('templates are filtered by status, name, category and language', () => {
  const names = (query: string) =>
    read(graph, `/v26.0/${BRAZIL}/message_templates?fields=name&limit=100&${query}`).data.map(
      (template: Loose) => template.name,
    );
  expect(names('status=PAUSED')).toEqual(['reativacao_clientes']);
  expect(names('status=["archived","rejected"]')).toEqual(['promo_inverno', 'promo_relampago']);
  expect(names('name=carrinho')).toEqual(['carrinho_abandonado', 'carrinho_abandonado']);
  expect(names('category=AUTHENTICATION')).toEqual(['codigo_acesso']);
  expect(names('language=es&name=pedido')).toEqual(['pedido_enviado']);
  expect(names('name=nothing_like_it')).toEqual([]);
});

test('a template answers by its id', () => {
  expect(read(graph, '/v26.0/24018837501922746?fields=name,language')).toEqual({
    id: '24018837501922746',
    name: 'black_friday',
    language: 'pt_BR',
  });
});

test('phone numbers have the structure of the documented sample', () => {
  const fields =
    'verified_name,code_verification_status,display_phone_number,quality_rating,platform_type,throughput,id';
  expect(shapeOf(read(graph, `/v26.0/${BRAZIL}/phone_numbers?fields=${fields}`))).toEqual([
    'data[].verified_name: string',
    'data[].code_verification_status: string',
    'data[].display_phone_number: string',
    'data[].quality_rating: string',
    'data[].platform_type: string',
    'data[].throughput.level: string',
    'data[].id: string',
    'paging.cursors.before: string',
    'paging.cursors.after: string',
  ]);
});

test('the accounts a token is assigned to are listed with the fields asked for', () => {
  const url = '/v26.0/me/assigned_whatsapp_business_accounts';
  expect(read(graph, `${url}?fields=id,currency`).data).toEqual([
    { id: BRAZIL, currency: 'BRL' },
    { id: STATES, currency: 'USD' },
  ]);
  expect(read(graph, url).data[0]).toEqual({ id: BRAZIL, name: 'Loja Aurora' });
});

test('businesses nest their own and their clients’ accounts; one without any lacks the keys', () => {
  const nested = '{id,name,currency,timezone_id}';
  const fields = `id,name,owned_whatsapp_business_accounts.limit(5)${nested},client_whatsapp_business_accounts${nested}`;
  const { data } = read(graph, `/v26.0/me/businesses?fields=${encodeURIComponent(fields)}`);
  expect(data[0].owned_whatsapp_business_accounts.data).toEqual([
    { id: BRAZIL, name: 'Loja Aurora', currency: 'BRL', timezone_id: '25' },
  ]);
  expect(data[0].client_whatsapp_business_accounts.data[0].id).toBe(STATES);
  expect(data[0].client_whatsapp_business_accounts.paging.cursors.after).toBe('MAZDZD');
  expect(Object.keys(data[1])).toEqual(['id', 'name']);
});

test('a business answers by its id, and its lists go on where the nested ones stopped', () => {
  const group = '/v26.0/500060007000801';
  expect(read(graph, group)).toEqual({ id: '500060007000801', name: 'Grupo Aurora' });
  const edge = `${group}/client_whatsapp_business_accounts`;
  expect(read(graph, `${edge}?fields=id,currency`)).toEqual({
    data: [{ id: STATES, currency: 'USD' }],
    paging: { cursors: { before: 'MAZDZD', after: 'MAZDZD' } },
  });
  expect(read(graph, `${edge.replace('801', '802')}?fields=id`)).toEqual({ data: [] });
});

test('debug_token knows the sample token and says of any other that it is not valid', () => {
  const { data } = read(graph, `/v26.0/debug_token?input_token=${SAMPLE_TOKEN}`);
  expect(data).toMatchObject({ is_valid: true, type: 'SYSTEM_USER', expires_at: 0 });
  expect(data.granular_scopes[1].target_ids).toEqual([BRAZIL, STATES]);
  const other = ask(graph, '/v26.0/debug_token?input_token=another');
  expect(other.status).toBe(200);
  expect(JSON.parse(other.body).data).toMatchObject({ is_valid: false, error: { code: 190 } });
});

test('the same request at the same moment gives the same bytes, from any stand-in', () => {
  const paths = [
    analyticsUrl(BRAZIL, { template_ids: '1290557163340982' }),
    `/v26.0/${BRAZIL}/message_templates`,
    '/v26.0/nobody',
  ];
  for (const path of paths) expect(ask(makeGraph(), path)).toEqual(ask(graph, path));
});

test('usage headers count against the account, and the version that answers is named', () => {
  const { headers } = ask(graph, `/v26.0/${BRAZIL}/message_templates`);
  expect(headers['facebook-api-version']).toBe('v26.0');
  expect(JSON.parse(headers['x-app-usage'] ?? '')).toMatchObject({ call_count: 9 });
  const [usage] = JSON.parse(headers['x-business-use-case-usage'] ?? '')[BRAZIL];
  expect(Object.keys(usage)).toEqual([
    'type',
    'call_count',
    'total_cputime',
    'total_time',
    'estimated_time_to_regain_access',
  ]);
});

test.each([
  ['/v24.0', 'v24.0'],
  ['/v20.0', 'v21.0'],
  ['', 'v26.0'],
])('a call to "%s" is answered by %s', (prefix, version) => {
  const answer = ask(graph, `${prefix}/${BRAZIL}?fields=id`);
  expect(answer.status).toBe(200);
  expect(answer.headers['facebook-api-version']).toBe(version);
});

test('the whole address works as well as the path, and the header in any case', () => {
  const path = `/v26.0/${BRAZIL}?fields=id`;
  const lower = { authorization: `Bearer ${SAMPLE_TOKEN}` };
  expect(ask(graph, `https://graph.facebook.com${path}`, lower).body).toBe(ask(graph, path).body);
});

test('a next link never repeats a token', () => {
  const url = `/v26.0/${BRAZIL}/message_templates?limit=2&access_token=${SAMPLE_TOKEN}`;
  expect(read(graph, url).paging.next).toBe(
    `https://graph.facebook.com/v26.0/${BRAZIL}/message_templates?limit=2&after=MQZDZD`,
  );
});

test('the clock is read for each request', () => {
  let now = NOW;
  const moving = createGraph({ now: () => now });
  const url = analyticsUrl(BRAZIL, { template_ids: '1290557163340982', end: '2026-11-24' });
  expect(ask(moving, url).status).toBe(400);
  now += 86_400_000;
  expect(ask(moving, url).status).toBe(200);
});
