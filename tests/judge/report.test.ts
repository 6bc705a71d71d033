// Checks from outside the report tab of one template: its numbers, that it is one, and that later syncs keep it up to date.
import { type Cell, same } from './compare-tab';
import { plusDays } from './days';
import { expectLater } from './expected-later';
import type { ExpectedPoint } from './expected-points';
import { expectTemplates, TOTAL_NAMES } from './expected-templates';
import { liveOn } from './live-on';
import { unexpectedChanges } from './named-cells';
import { openShop, type Shop } from './shop';
import { changedCells, type Loose } from './workbench';
import type { JudgeTemplate } from './world';

let shop: Shop;
afterEach(() => shop.close());

const report = (template: JudgeTemplate): Promise<Loose> =>
  shop.bench.rpc('report', { accountId: shop.account.id, templateId: template.id });
const tabNames = async (): Promise<string[]> =>
  (await shop.bench.json('GET', '/api/sheets')).map((one: { name: string }) => one.name);

/** Numbers of the template that stand nowhere in its tab: totals, days, buttons. */
async function missingIn(
  tab: string,
  template: JudgeTemplate,
  points: readonly ExpectedPoint[],
): Promise<string[]> {
  const cells = (await shop.bench.range(tab)).values.flat();
  const holds = (cell: Cell): boolean => cells.some((one) => same(one, cell));
  const own = points.filter((point) => point.template === template);
  const [wanted] = expectTemplates(own, { from: shop.from, to: shop.today() }, null);
  const missing: string[] = [];
  const need = (what: string, cell: Cell | undefined): void => {
    if (cell !== undefined && cell !== '' && !holds(cell)) missing.push(`${what}: ${cell}`);
  };
  for (const name of TOTAL_NAMES) need(name, wanted?.cells.get(name));
  for (const name of ['Cost per delivered', 'Cost per click', 'ROAS']) {
    need(name, wanted?.cells.get(name));
  }
  for (const day of new Set(own.map((point) => point.day))) {
    const sent = own.filter((point) => point.day === day).map(({ numbers }) => numbers.sent ?? 0);
    const sum = sent.reduce((a, b) => a + b, 0);
    // Both products in one row, or a row for each.
    if (sum > 0 && !holds(sum) && !sent.filter((n) => n > 0).every(holds)) {
      missing.push(`sent on ${day}: ${sum}`);
    }
  }
  const clicks = new Map<string, number>();
  for (const { type, label, clicks: n } of own.flatMap(({ buttons }) => buttons)) {
    const button = JSON.stringify([type, label]);
    clicks.set(button, (clicks.get(button) ?? 0) + (n ?? 0));
  }
  for (const [button, n] of clicks) {
    const [, label] = JSON.parse(button) as [string, string];
    need('button', label);
    if (n > 0) need(`clicks on ${label}`, n);
  }
  return missing.slice(0, 8);
}

test.each(['en_US', 'pt_BR'])(
  'a report is made once, repeated without a change, and refreshed by later syncs: %s',
  async (locale) => {
    shop = await openShop({ seed: 68, templates: 8, days: 40 }, {}, ['--locale', locale]);
    await shop.sync();
    const points = shop.points();
    const template = points.find(
      ({ product, buttons }) =>
        product === 'Marketing Messages' && buttons.some(({ label }) => label !== ''),
    )?.template as JudgeTemplate;
    const before = await tabNames();
    const asked = shop.graph.seen.length;
    const made = await report(template);
    expect(made.ok).toBe(true);
    const { tab } = made.value;
    expect(await tabNames()).toEqual(expect.arrayContaining([...before, tab]));
    expect(await missingIn(tab, template, points)).toEqual([]);
    expect(shop.graph.seen.length).toBe(asked);
    const { reports } = ((await shop.bench.rpc('status')) as Loose).value;
    expect(reports).toEqual([{ tab, templateId: template.id, accountId: shop.account.id }]);

    const dump = await shop.bench.dump();
    expect(await report(template)).toEqual({ ok: true, value: { tab } });
    expect(changedCells(dump, await shop.bench.dump())).toEqual([]);
    await shop.sync();
    expect(await unexpectedChanges(shop.bench, dump)).toEqual([]);

    await liveOn(shop, 1);
    await shop.sync();
    const later = expectLater(points, shop.points(), shop.world.now);
    expect(await missingIn(tab, template, later)).toEqual([]);
    expect((await tabNames()).length).toBe(before.length + 1);

    // A second template has a tab of its own; a deleted one is not made again by a sync.
    const other = shop.account.templates.find((one) => one !== template) as JudgeTemplate;
    const second = await report(other);
    expect(second.value.tab).not.toBe(tab);
    await shop.bench.edit('deleteSheet', tab);
    await shop.sync();
    expect(await tabNames()).not.toContain(tab);
    expect(await report(template)).toMatchObject({ ok: true });
    expect((await tabNames()).length).toBe(before.length + 2);
  },
  60_000,
);

test('a report follows its tab when a person renames it, and refuses what is no template', async () => {
  shop = await openShop({ seed: 69, templates: 6, days: 30 });
  const template = shop.account.templates[0] as JudgeTemplate;
  const early = await report(template);
  expect(early.ok).toBe(false);
  await shop.sync({ from: plusDays(shop.today(), -20) });
  const { tab } = (await report(template)).value;
  await shop.bench.edit('renameSheet', tab, { name: 'My report' });
  expect(await report(template)).toEqual({ ok: true, value: { tab: 'My report' } });
  expect(await tabNames()).not.toContain(tab);
  const before = await shop.bench.dump();
  for (const input of [
    {},
    { accountId: shop.account.id },
    { accountId: shop.account.id, templateId: '999999999999999' },
    { accountId: '999999999999999', templateId: template.id },
    { accountId: shop.account.id, templateId: Number(template.id) },
    { accountId: shop.account.id, templateId: '../me' },
  ]) {
    const answer = await shop.bench.rpc('report', input);
    expect([input, answer.ok]).toEqual([input, false]);
  }
  expect(changedCells(before, await shop.bench.dump())).toEqual([]);
}, 40_000);
