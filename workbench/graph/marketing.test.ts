// Checks the analytics of Marketing Messages: points, conversions, words and every way they are refused.
import { CONVERSIONS } from './conversions';
import type { Scenario } from './scenarios';
import {
  analyticsUrl,
  ask,
  BRAZIL,
  type Loose,
  makeGraph,
  type ReadPoint,
  read,
  readPoints,
  STATES,
  shapeOf,
} from './testing';

const LITE = 'MARKETING_MESSAGES_LITE_API';
const OTHER = 'MARKETING_MESSAGES_API_FOR_WHATSAPP';
const CART = '1290557163340982';
const MAIL = '664218003957124';
const USUAL = 'SENT,DELIVERED,READ,REPLIED,CLICKED,COST';
const NINE = CONVERSIONS.map((name) => name.toUpperCase());
const whole = { start: '2026-08-25', end: '2026-11-22', product_type: LITE };
const cart = { ...whole, template_ids: CART };
const errorOf = (scenario: Scenario, own: Record<string, string>, account = BRAZIL) =>
  read(makeGraph([scenario]), analyticsUrl(account, { ...cart, ...own })).error;
const pointsOf = (scenario: Scenario, own: Record<string, string> = {}): Loose[] =>
  readPoints(makeGraph([scenario]), BRAZIL, { ...cart, ...own });
const graph = makeGraph();
const plain = readPoints(graph, BRAZIL, cart);
const idsOf = (account: string): string[] =>
  read(graph, `/v26.0/${account}/message_templates?fields=id&limit=100`).data.map(
    ({ id }: Loose) => id,
  );
/** All points of an account, ten templates a request. */
function all(account: string, own: Record<string, string>): ReadPoint[] {
  const ids = idsOf(account);
  return Array.from({ length: Math.ceil(ids.length / 10) }, (_, index) =>
    readPoints(graph, account, {
      ...whole,
      ...own,
      template_ids: `[${ids.slice(index * 10, index * 10 + 10)}]`,
    }),
  ).flat();
}
const sending = (account: string, product_type: string) =>
  new Set(all(account, { product_type }).map(({ template_id }) => template_id));

test('a day has the structure of the sample, conversions as plain numbers at its end', () => {
  const own = { ...cart, start: '2026-11-17', end: '2026-11-17' };
  expect(shapeOf(read(graph, analyticsUrl(BRAZIL, own)))).toEqual([
    'data[].waba_timezone: string',
    'data[].granularity: string',
    'data[].product_type: string',
    'data[].data_points[].template_id: string',
    'data[].data_points[].start: number',
    'data[].data_points[].end: number',
    ...['sent', 'delivered', 'read', 'replied'].map((key) => `data[].data_points[].${key}: number`),
    'data[].data_points[].clicked[].type: string',
    'data[].data_points[].clicked[].button_content: string',
    'data[].data_points[].clicked[].count: number',
    'data[].data_points[].cost[].type: string',
    'data[].data_points[].cost[].value: number',
    ...CONVERSIONS.map((name) => `data[].data_points[].${name}: number`),
    'paging.cursors.before: string',
    'paging.cursors.after: string',
  ]);
});

test('some templates are sent both ways, some through one alone', () => {
  for (const [account, both, alone] of [
    [BRAZIL, 6, 2],
    [STATES, 3, 1],
  ] as const) {
    const cloud = sending(account, 'CLOUD_API');
    const marketing = [...sending(account, LITE)];
    expect(marketing.filter((id) => cloud.has(id))).toHaveLength(both);
    expect(marketing.filter((id) => !cloud.has(id))).toHaveLength(alone);
    expect(cloud.size).toBeGreaterThan(marketing.length);
  }
});

test('at least half of the marketing templates of a shop go through Marketing Messages', () => {
  for (const account of [BRAZIL, STATES]) {
    const list = `/v26.0/${account}/message_templates?fields=id&limit=100&category=MARKETING`;
    const ids: string[] = read(graph, list).data.map(({ id }: Loose) => id);
    const marketing = sending(account, LITE);
    expect(marketing.size).toBeGreaterThanOrEqual(ids.length / 2);
    expect([...marketing].every((id) => ids.includes(id))).toBe(true);
  }
});

test('its numbers agree with each other and are others than those of the Cloud API', () => {
  for (const account of [BRAZIL, STATES]) {
    for (const point of all(account, {})) {
      expect(point.sent).toBeGreaterThan(0);
      expect(point.delivered).toBeLessThanOrEqual(point.sent);
      expect(point.read).toBeLessThanOrEqual(point.delivered);
      expect(point.replied).toBeLessThanOrEqual(point.read);
      const urls = point.clicked?.filter(({ type }) => type.endsWith('url_button')) ?? [];
      const [total, unique] = ['url_button', 'unique_url_button'].map((wanted) =>
        urls.filter(({ type }) => type === wanted).reduce((sum, { count }) => sum + count, 0),
      );
      expect(urls.length % 2).toBe(0);
      expect(unique).toBeLessThanOrEqual(Number(total));
      const [spent] = point.cost;
      if (point.delivered > 0) expect(Number(spent?.value)).toBeGreaterThan(0);
    }
  }
  const cloud = readPoints(graph, BRAZIL, { ...cart, product_type: 'CLOUD_API' });
  expect(cloud).toHaveLength(plain.length);
  // Chance is thrown anew: the one is no multiple of the other.
  const ratios = cloud.slice(0, -1).map(({ sent }, index) => sent / Number(plain[index]?.sent));
  expect(Math.max(...ratios)).toBeGreaterThan(1.2 * Math.min(...ratios));
});

test('a message costs less than the list price', () => {
  const [first] = plain;
  expect(first?.cost[1]).toEqual({ type: 'cost_per_delivered', value: 0.322 });
});

test('conversions come when asked for by name or when nothing is named, and not otherwise', () => {
  const keys = (metric_types: string | null) =>
    Object.keys(readPoints(graph, BRAZIL, { ...cart, metric_types })[0] ?? {}).slice(3);
  expect(keys(null)).toEqual([...USUAL.toLowerCase().split(','), ...CONVERSIONS]);
  expect(keys(USUAL)).toEqual(USUAL.toLowerCase().split(','));
  expect(keys('APP_PURCHASES,website_add_to_cart')).toEqual([
    'app_purchases',
    'website_add_to_cart',
  ]);
  expect(keys([USUAL, ...NINE].join())).toEqual(keys(null));
  expect(keys('SENT,WEBSITE_LEAD')).toEqual(['sent']);
});

test('without the zone there are no conversions, and nothing else is missing', () => {
  const [point] = readPoints(graph, BRAZIL, { ...cart, use_waba_timezone: null });
  expect(Object.keys(point ?? {}).slice(3)).toEqual(USUAL.toLowerCase().split(','));
  const own = { ...cart, use_waba_timezone: null, metric_types: NINE.join() };
  expect(readPoints(graph, BRAZIL, own)).toEqual([]);
});

test('asked of the Cloud API conversions are accepted and never come', () => {
  const own = { ...cart, product_type: 'CLOUD_API' };
  const named = readPoints(graph, BRAZIL, { ...own, metric_types: [USUAL, ...NINE].join() });
  expect(named).toEqual(readPoints(graph, BRAZIL, { ...own, metric_types: USUAL }));
  expect(named.length).toBeGreaterThan(50);
});

test('the shop without an app has no key of one, asked for or not', () => {
  const own = { ...whole, template_ids: MAIL };
  for (const metric_types of [null, NINE.join()]) {
    const points = readPoints(graph, STATES, { ...own, metric_types });
    expect(points.length).toBeGreaterThan(10);
    for (const point of points) {
      expect(Object.keys(point).filter((key) => key.startsWith('app_'))).toEqual([]);
      expect(Object.keys(point)).toContain('website_purchases_conversion_value');
    }
  }
});

test('both words get the same answer', () => {
  const other = analyticsUrl(BRAZIL, { ...cart, product_type: OTHER });
  expect(JSON.parse(ask(graph, other).body)).toEqual(read(graph, analyticsUrl(BRAZIL, cart)));
});

test('a template that is not sent this way has no points', () => {
  const own = { ...whole, template_ids: '[905112347766201,820045119936672]' };
  expect(read(graph, analyticsUrl(BRAZIL, own)).data[0].data_points).toEqual([]);
});

test('reset-reads drops the conversions of days more than 7 days ago too', () => {
  const points = pointsOf('reset-reads');
  const oldest = Date.parse('2026-11-15T03:00:00Z') / 1000;
  expect(points).toHaveLength(plain.length);
  points.forEach((point, index) => {
    if (point.start >= oldest) expect(point).toEqual(plain[index]);
    else for (const name of ['read', ...CONVERSIONS]) expect(point[name]).toBe(0);
    expect(point.delivered).toBe(plain[index]?.delivered);
  });
});

test('marketing-other-word knows one word, and calls the group by it', () => {
  expect(errorOf('marketing-other-word', {}).code).toBe(100);
  expect(pointsOf('marketing-other-word', { product_type: OTHER })).toEqual(plain);
  const url = analyticsUrl(BRAZIL, { ...cart, product_type: OTHER });
  expect(read(makeGraph(['marketing-other-word']), url).data[0].product_type).toBe(OTHER);
});

test('no-marketing refuses both words and leaves the Cloud API alone', () => {
  for (const product_type of [LITE, OTHER])
    expect(errorOf('no-marketing', { product_type }).code).toBe(100);
  expect(pointsOf('no-marketing', { product_type: 'CLOUD_API' })).toHaveLength(plain.length);
  const fields = 'marketing_messages_onboarding_status';
  const node = `/v26.0/${BRAZIL}?fields=${fields}`;
  expect(read(makeGraph(['no-marketing']), node)[fields]).toBe('ELIGIBLE');
  expect(read(graph, node)[fields]).toBe('ONBOARDED');
});

test('marketing-not-permitted refuses for want of a permission, not the Cloud API', () => {
  for (const product_type of [LITE, OTHER])
    expect(errorOf('marketing-not-permitted', { product_type }).code).toBe(10);
  const cloud = pointsOf('marketing-not-permitted', { product_type: 'CLOUD_API' });
  expect(cloud).toHaveLength(plain.length);
});

test('no-replies refuses the metric by name in both products, and gives none unasked', () => {
  for (const product_type of [LITE, 'CLOUD_API']) {
    const error = errorOf('no-replies', { product_type, metric_types: USUAL });
    expect(error).toMatchObject({ code: 100 });
    expect(error.error_data.details).toContain('REPLIED');
    const points = pointsOf('no-replies', { product_type });
    expect(points).toHaveLength(plain.length);
    for (const point of points) expect(point).not.toHaveProperty('replied');
  }
});

test('no-conversions refuses each of the nine, and gives none unasked', () => {
  for (const metric_types of NINE)
    expect(errorOf('no-conversions', { metric_types }).error_data.details).toContain(metric_types);
  for (const point of pointsOf('no-conversions'))
    for (const name of CONVERSIONS) expect(point).not.toHaveProperty(name);
  expect(pointsOf('no-conversions', { metric_types: USUAL })).toHaveLength(plain.length);
});

test('some-conversions refuses three, one after the other, and gives the six others', () => {
  let asked = [...NINE];
  const refused: string[] = [];
  for (;;) {
    const error = errorOf('some-conversions', { metric_types: asked.join() });
    if (error === undefined) break;
    expect(error.code).toBe(100);
    const name = NINE.find((one) => error.error_data.details.includes(`${one}.`)) ?? '';
    refused.push(name);
    asked = asked.filter((one) => one !== name);
  }
  expect(refused).toEqual([
    'APP_ACTIVATIONS',
    'APP_PURCHASES_CONVERSION_VALUE',
    'WEBSITE_CHECKOUTS_INITIATED',
  ]);
  const named = pointsOf('some-conversions', { metric_types: asked.join() });
  const keys = Object.keys(named[0]).slice(3);
  expect(keys).toEqual(asked.map((name) => name.toLowerCase()));
  expect(Object.keys(pointsOf('some-conversions')[0])).not.toContain('app_activations');
});

test('no-cost accepts the metric and gives none, in both products', () => {
  for (const product_type of [LITE, 'CLOUD_API']) {
    const points = pointsOf('no-cost', { product_type, metric_types: USUAL });
    expect(points).toHaveLength(plain.length);
    for (const point of points) expect(point).not.toHaveProperty('cost');
  }
  expect(pointsOf('no-cost', { metric_types: 'COST' })).toEqual([]);
});

test('odd-conversions changes the conversions alone', () => {
  const points = pointsOf('odd-conversions');
  const bare = (point: Loose) =>
    Object.fromEntries(Object.entries(point).filter(([key]) => !/^(app|website)_/.test(key)));
  expect(points.map(bare)).toEqual(plain.map(bare));
  const shapes = new Set(points.flatMap((point) => CONVERSIONS.map((name) => typeof point[name])));
  expect(shapes).toEqual(new Set(['number', 'string', 'object', 'undefined']));
  expect(pointsOf('odd-conversions', { product_type: 'CLOUD_API' })).toEqual(
    readPoints(graph, BRAZIL, { ...cart, product_type: 'CLOUD_API' }),
  );
});

test('quirks meet Marketing Messages as well, with an empty group of the other product', () => {
  const { data } = read(makeGraph(['quirks']), analyticsUrl(BRAZIL, cart));
  expect(data[0].product_type).toBe(LITE);
  expect(data[0].data_points.some((point: Loose) => point.some_future_metric === 7)).toBe(true);
  expect(data[1]).toMatchObject({ product_type: 'cloud_api', data_points: [] });
});

test('of 250 templates each has traffic, and many are sent both ways', () => {
  const many = makeGraph(['many-templates']);
  const list = `/v26.0/${BRAZIL}/message_templates?fields=id&limit=300`;
  const ids: string[] = read(many, list).data.map(({ id }: Loose) => id);
  const week = { start: '2026-11-10', end: '2026-11-16', product_type: LITE };
  const sent = new Set<string>();
  for (let index = 0; index < 250; index += 10) {
    const template_ids = `[${ids.slice(index, index + 10)}]`;
    const points = readPoints(many, BRAZIL, { ...week, template_ids });
    for (const { template_id } of points) sent.add(template_id);
    expect(points.length % 7).toBe(0);
  }
  expect(sent.size).toBeGreaterThan(60);
});
