// Checks from outside what a refused word, metric or product costs: one answer less, met once, and nothing else.
import { without } from './expected-points';
import { tabFaults } from './expected-tabs';
import { type GraphOptions, MARKETING_WORDS } from './graph-options';
import { openShop, type Shop } from './shop';
import type { Loose } from './workbench';
import type { World, WorldOptions } from './world';

let shop: Shop;
afterEach(() => shop.close());
const open = async (
  options: Partial<WorldOptions>,
  graph: Partial<GraphOptions> | ((world: World) => Partial<GraphOptions>),
): Promise<Shop> => {
  shop = await openShop(options, graph);
  return shop;
};
const TWO: Partial<WorldOptions> = {
  zones: ['America/Sao_Paulo', 'Europe/Lisbon'],
  currencies: ['BRL', 'USD'],
  templates: 8,
};

/** The refusals one more sync meets. */
async function refusedAgain(): Promise<string[]> {
  shop.graph.refusals.length = 0;
  await shop.sync();
  return shop.graph.refusals;
}
/** Notes of a tab's header row by header. */
async function headerNotes(tab: string): Promise<Record<string, string>> {
  const { workbook } = await shop.bench.json('GET', '/api/page/snapshot');
  const sheet = workbook.sheets.find((one: { name: string }) => one.name === tab);
  return Object.fromEntries(
    Object.values(sheet.cells[1] as Record<string, Loose>).map((cell) => [cell.v, cell.note ?? '']),
  );
}

test.each(MARKETING_WORDS)(
  'the word for Marketing Messages that works is found and remembered: %s',
  async (marketingWord) => {
    await open({}, { marketingWord });
    await shop.sync();
    expect(await tabFaults(shop.bench, shop.points())).toEqual([]);
    // At most each question of the first wave, once, and one that tries an earlier end.
    expect(shop.graph.refusals.length).toBeLessThanOrEqual(
      Math.ceil(shop.account.templates.length / 10) + 1,
    );
    if (marketingWord === MARKETING_WORDS[1]) expect(shop.graph.refusals).not.toEqual([]);
    expect(await refusedAgain()).toEqual([]);
    expect(shop.graph.violations).toEqual([]);
  },
  30_000,
);

test.each(['named', 'numbered', 'silent'] as const)(
  'refused metrics are dropped one by one and remembered, the others come: %s refusals',
  async (metricRefusal) => {
    await open(
      {},
      {
        metricRefusal,
        refusedMetrics: [
          { product: 'cloud', metrics: ['REPLIED'] },
          { product: 'marketing', metrics: ['REPLIED', 'APP_ACTIVATIONS', 'WEBSITE_PURCHASES'] },
        ],
      },
    );
    await shop.sync();
    const marketing = ['replied', 'app_activations', 'website_purchases'];
    const expected = shop
      .points(without(['replied'], (product) => product === 'Cloud API'))
      .filter(({ product }) => product === 'Cloud API');
    const others = shop
      .points(without(marketing, (product) => product !== 'Cloud API'))
      .filter(({ product }) => product !== 'Cloud API');
    expect(others.some(({ conversions }) => (conversions.appPurchases ?? 0) > 0)).toBe(true);
    expect(await tabFaults(shop.bench, [...expected, ...others])).toEqual([]);
    expect(shop.graph.refusals.length).toBeGreaterThan(0);
    expect(await refusedAgain()).toEqual([]);
    expect(shop.graph.violations).toEqual([]);
    const notes = await headerNotes('WA Conversions');
    expect(notes['App activations']).toMatch(/not available/i);
    expect(notes['App purchases']).not.toMatch(/not available/i);
    expect((await headerNotes('WA Daily')).Replied).toMatch(/not available/i);
  },
  40_000,
);

test('a metric that one account refuses still comes from the other', async () => {
  await open(TWO, (world) => ({
    refusedMetrics: [
      { product: 'cloud', metrics: ['CLICKED', 'COST'], accountId: world.accounts[0]?.id },
      { product: 'marketing', metrics: ['CLICKED'], accountId: world.accounts[0]?.id },
    ],
  }));
  await shop.sync();
  const isFirst = (account: unknown): boolean => account === shop.account;
  const cloud = shop
    .points(without(['clicked', 'cost'], (_, account) => isFirst(account)))
    .filter(({ product }) => product === 'Cloud API');
  const marketing = shop
    .points(without(['clicked'], (_, account) => isFirst(account)))
    .filter(({ product }) => product !== 'Cloud API');
  expect(marketing.some(({ buttons }) => buttons.length > 0)).toBe(true);
  expect(await tabFaults(shop.bench, [...cloud, ...marketing])).toEqual([]);
  expect(await refusedAgain()).toEqual([]);
}, 30_000);

test.each<[string, number, string | undefined]>([
  ['as an unknown word', 100, undefined],
  ['as a missing permission', 10, '(#10) Application does not have permission for this action'],
])(
  'Marketing Messages refused for one account %s: its other numbers come, and the other account whole',
  async (_, code, message) => {
    await open(TWO, (world) => ({
      noMarketing: { accountIds: [String(world.accounts[1]?.id)], code, message },
    }));
    await shop.sync();
    const [, second] = shop.world.accounts;
    const seen = shop.points((point, product, account) =>
      account === second && product !== 'Cloud API' ? null : point,
    );
    expect(seen.filter(({ account }) => account === second).length).toBeGreaterThan(40);
    expect(await tabFaults(shop.bench, seen)).toEqual([]);
    expect(shop.graph.refusals.length).toBeGreaterThan(0);
    expect(await refusedAgain()).toEqual([]);
    expect(await tabFaults(shop.bench, seen)).toEqual([]);
    const status = await shop.bench.rpc('status');
    expect(status.ok && status.value.lastFailure).toBeNull();
  },
  30_000,
);

test('without Marketing Messages anywhere, everything else is as it was', async () => {
  await open({}, (world) => ({ noMarketing: { accountIds: world.accounts.map(({ id }) => id) } }));
  await shop.sync();
  const cloud = shop.points((point, product) => (product === 'Cloud API' ? point : null));
  const faults = await tabFaults(shop.bench, cloud);
  // A tab without a row may be there or not.
  expect(faults.filter((fault) => !fault.includes('No sheet is named'))).toEqual([]);
  expect(await refusedAgain()).toEqual([]);
  const asked = shop.graph.analyticsRequests().at(-1)?.query.product_type;
  expect(asked).toBe('CLOUD_API');
}, 30_000);
