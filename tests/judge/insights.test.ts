// Checks from outside that insights are switched on only after a person said so, with one post, and that the rest goes on.
import { tabFaults } from './expected-tabs';
import { openShop, type Shop, TOKEN } from './shop';
import type { JudgeAccount } from './world';

let shop: Shop;
afterEach(() => shop.close());
const enable = (input: unknown) => shop.bench.rpc('enableInsights', input);

test('off, refused without a word of understanding, switched on by exactly one post, then numbers come', async () => {
  shop = await openShop({ seed: 70, templates: 6 });
  const { account, graph, bench } = shop;
  account.insights = false;
  const payload = { from: shop.from, to: shop.today(), templates: 'all' as const };
  const off = await bench.trySync(payload);
  expect(off.ok ? 'ok' : off.error.code).toBe('insights-off');
  expect(graph.posts()).toEqual([]);

  const accountId = account.id;
  for (const input of [
    { accountId },
    { accountId, understood: false },
    { accountId, understood: 'true' },
    { accountId, understood: 1 },
    { accountId, understood: null },
    { understood: true },
    { accountId: '../me', understood: true },
    { accountId: '999999999999999', understood: true },
  ]) {
    const answer = await enable(input);
    expect([input, answer.ok]).toEqual([input, false]);
  }
  expect(graph.posts()).toEqual([]);
  expect(account.insights).toBe(false);

  const answer = await enable({ accountId, understood: true });
  expect(answer).toEqual({ ok: true, value: { account: account.name } });
  const [post, ...more] = graph.posts();
  expect(more).toEqual([]);
  expect(post).toMatchObject({
    method: 'POST',
    path: `/v26.0/${accountId}`,
    query: { is_enabled_for_insights: 'true' },
  });
  expect(post?.headers.authorization).toBe(`Bearer ${TOKEN}`);
  expect(post?.url).not.toContain(TOKEN.slice(0, 12));

  await shop.sync();
  expect(await tabFaults(bench, shop.points())).toEqual([]);
  expect(graph.posts()).toHaveLength(1);
  expect(graph.violations).toEqual([]);
}, 30_000);

test('a post that fails is told and never sent again by itself', async () => {
  shop = await openShop({ seed: 71, templates: 4 });
  const { account, graph } = shop;
  account.insights = false;
  const input = { accountId: account.id, understood: true };
  const failures = [
    { status: 503, body: '<html>busy</html>' },
    { status: 500, body: JSON.stringify({ error: { code: 2, message: 'busy' } }) },
    { status: 400, body: JSON.stringify({ error: { code: 200005, message: 'not available' } }) },
    'hang-up' as const,
  ];
  for (const [n, failure] of failures.entries()) {
    graph.fault = (seen) => (seen.method === 'POST' ? failure : null);
    const answer = await enable(input);
    expect([n, answer.ok]).toEqual([n, false]);
    if (!answer.ok) expect(answer.error.code).not.toBe('unexpected');
    expect(graph.posts()).toHaveLength(n + 1);
  }
  graph.fault = null;
  await shop.bench.rpc('status');
  await shop.bench.rpc('templates');
  expect(graph.posts()).toHaveLength(failures.length);
}, 30_000);

test.each<[string, Record<string, unknown>]>([
  ['as documented', {}],
  ['as observed', { code: 1, message: 'An unknown error occurred', error_subcode: 4182004 }],
  [
    'only in words',
    {
      code: 100,
      message: 'Invalid parameter',
      error_data: JSON.stringify({
        details: 'Template Insights have not been enabled for this WhatsApp Business Account',
      }),
    },
  ],
])(
  'one account of two with insights off, told %s: the other goes on, and it is named',
  async (_, insightsError) => {
    shop = await openShop(
      { seed: 72, zones: ['America/Sao_Paulo', 'Europe/Lisbon'], templates: 6 },
      { insightsError },
    );
    const [healthy, off] = shop.world.accounts as [JudgeAccount, JudgeAccount];
    off.insights = false;
    const answer = await shop.sync();
    const seen = shop.points((point, __, account) => (account === healthy ? point : null));
    expect(seen.length).toBeGreaterThan(100);
    expect(await tabFaults(shop.bench, seen)).toEqual([]);
    const told = answer.notices.map(({ text }: { text: string }) => text).join('\n');
    expect(told).toContain(off.name);
    expect(told).toMatch(/insights/i);
    expect(shop.graph.posts()).toEqual([]);
    await enable({ accountId: off.id, understood: true });
    await shop.sync();
    expect(await tabFaults(shop.bench, shop.points())).toEqual([]);
  },
  30_000,
);
