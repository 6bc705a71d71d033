// Checks from outside that WA Templates says of each template what an independent computation says.
import { type Asked, compareTemplates, readTemplates } from './compare-templates';
import { plusDays } from './days';
import { expectLater } from './expected-later';
import { type ExpectedPoint, expectPoints } from './expected-points';
import {
  type CompareTo,
  comparedPeriod,
  expectTemplates,
  type Period,
  type WantedTemplate,
} from './expected-templates';
import { liveOn, passTime } from './live-on';
import { makeMarketingPoint } from './marketing';
import { unexpectedChanges } from './named-cells';
import { makePoint } from './points';
import { createRandom } from './random';
import { openShop, type Shop } from './shop';

const TAB = 'WA Templates';
let shop: Shop;
afterEach(() => shop.close());

async function faultsOf(
  points: readonly ExpectedPoint[],
  chosen: Period,
  compared: Period | null,
  asked: Asked = {},
): Promise<string[]> {
  const view = readTemplates(await shop.bench.range(TAB));
  return compareTemplates(view, expectTemplates(points, chosen, compared), asked).slice(0, 8);
}

test('totals, rates, intervals and changes in every way of comparing, in reais and dollars', async () => {
  shop = await openShop({
    seed: 64,
    zones: ['America/Sao_Paulo', 'America/New_York'],
    currencies: ['BRL', 'USD'],
    templates: 14,
    density: 0.6,
  });
  const to = plusDays(shop.today(), -1);
  await shop.sync({ to, compareTo: 'none' });
  const points = expectPoints(shop.world, shop.from, to);
  expect(await faultsOf(points, { from: shop.from, to }, null)).toEqual([]);

  const words = new Set<unknown>();
  for (const [days, compareTo] of [
    [14, 'previous'],
    [10, 'weekday'],
    [10, 'previous'],
    [10, 'none'],
  ] as [number, CompareTo][]) {
    const chosen = { from: plusDays(to, 1 - days), to };
    const answer = await shop.sync({ ...chosen, compareTo });
    expect(answer.comparison).toBe(TAB);
    const compared = comparedPeriod(chosen, compareTo);
    const faults = await faultsOf(points, chosen, compared);
    expect([compareTo, days, faults]).toEqual([compareTo, days, []]);
    for (const { cells } of expectTemplates(points, chosen, compared)) {
      for (const cell of cells.values()) words.add(cell);
    }
  }
  for (const word of ['up', 'down', 'no clear change']) expect(words).toContain(word);

  // Days a year ago are not in the ledger: the totals stand, no change is made up.
  const chosen = { from: plusDays(to, -9), to };
  await shop.sync({ ...chosen, compareTo: 'year' });
  const wanted = expectTemplates(points, chosen, null).map(withoutComparedDays);
  const view = readTemplates(await shop.bench.range(TAB));
  expect(compareTemplates(view, wanted).slice(0, 8)).toEqual([]);

  // Only the chosen templates, and what was chosen last is compared with where nothing is said.
  await shop.sync({ ...chosen, compareTo: 'weekday' });
  const ids = shop.account.templates.slice(2, 8).map(({ id }) => id);
  await shop.sync({ ...chosen, templates: ids });
  const some = points.filter(({ template }) => ids.includes(template.id));
  expect(await faultsOf(some, chosen, comparedPeriod(chosen, 'weekday'))).toEqual([]);

  await passTime(shop, 3_600_000);
  const before = await shop.bench.dump();
  await shop.sync({ ...chosen, templates: ids });
  expect(await unexpectedChanges(shop.bench, before)).toEqual([]);
  const status = await shop.bench.rpc('status');
  expect(status.ok && status.value.compareTo).toBe('weekday');
}, 60_000);

/** The days that are not compared may be named or not. */
function withoutComparedDays({ template, cells, unsure }: WantedTemplate): WantedTemplate {
  const others = [...cells].filter(([header]) => !header.startsWith('Compared'));
  return { template, cells: new Map(others), unsure };
}

test('templates deleted, renamed and archived stay and are marked; the tab is the same one', async () => {
  shop = await openShop({ seed: 65, templates: 12, plainNames: true });
  const to = plusDays(shop.today(), -1);
  await shop.sync({ to, compareTo: 'previous' });
  const chosen = { from: plusDays(to, -13), to };
  const points = expectPoints(shop.world, shop.from, to);
  const gone = shop.account.templates.splice(1, 2);
  const [renamed, archived] = shop.account.templates.slice(3);
  if (renamed) renamed.name = 'renamed_since';
  if (archived) archived.status = 'ARCHIVED';
  await shop.sync(chosen);
  const asked = { gone };
  expect(await faultsOf(points, chosen, comparedPeriod(chosen, 'previous'), asked)).toEqual([]);
  const names = (await shop.bench.json('GET', '/api/sheets')).map(
    (one: { name: string }) => one.name,
  );
  expect(names.filter((name: string) => name.startsWith(TAB))).toEqual([TAB]);

  // A day later everything follows.
  await liveOn(shop, 1);
  const next = { from: plusDays(chosen.from, 1), to: plusDays(chosen.to, 1) };
  const fresh = expectPoints(shop.world, shop.from, next.to);
  const later = expectLater(points, fresh, shop.world.now);
  await shop.sync(next);
  expect(await faultsOf(later, next, comparedPeriod(next, 'previous'), asked)).toEqual([]);
}, 60_000);

test('the year before is compared where the ledger has it', async () => {
  shop = await openShop({ seed: 66, now: '2025-11-20T15:00:00Z', templates: 10, density: 0.8 });
  await shop.sync({ to: shop.today(), compareTo: 'year' });
  const old = shop.points();
  await passTime(shop, 365 * 86_400_000);
  const random = createRandom(9);
  const { account } = shop;
  for (let back = 0; back < 25; back++) {
    const day = plusDays(shop.today(), -back);
    for (const template of account.templates) {
      template.points.set(day, makePoint(template, account, day, random));
      template.marketing?.set(day, makeMarketingPoint(template, account, day, random));
    }
  }
  const to = plusDays(shop.today(), -2);
  const chosen = { from: plusDays(to, -13), to };
  await shop.sync(chosen);
  const compared = comparedPeriod(chosen, 'year') as Period;
  expect(
    old.filter(({ day }) => day >= compared.from && day <= compared.to).length,
  ).toBeGreaterThan(50);
  const fresh = expectPoints(shop.world, chosen.from, to);
  expect(await faultsOf([...old, ...fresh], chosen, compared)).toEqual([]);
}, 60_000);

test('native filter, number formats and marks stand where a person looks for them', async () => {
  shop = await openShop({ seed: 67, templates: 10 });
  const to = plusDays(shop.today(), -1);
  await shop.sync({ from: plusDays(to, -20), to, compareTo: 'none' });
  const { headers, formats } = readTemplates(await shop.bench.range(TAB));
  const formatOf = (header: string): string =>
    formats.map((line) => line.get(header) ?? '').find((format) => format !== '') ?? '';
  for (const rate of ['Delivery rate', 'Read rate', 'Reply rate', 'Click rate']) {
    for (const part of ['', ' low', ' high', ' change'])
      expect(headers).toContain(`${rate}${part}`);
    expect(formatOf(rate)).toMatch(/%/);
  }
  expect(formatOf('Spent')).toMatch(/0\.0|0,0|00/);
  const { workbook } = await shop.bench.json('GET', '/api/page/snapshot');
  const sheet = workbook.sheets.find((one: { name: string }) => one.name === TAB);
  expect(sheet.frozenRows).toBe(1);
  expect(sheet.filter).toBeDefined();
  const { conditionalFormats } = await shop.bench.json(
    'GET',
    `/api/look?sheet=${encodeURIComponent(TAB)}`,
  );
  expect(conditionalFormats.length).toBeGreaterThan(5);
}, 30_000);
