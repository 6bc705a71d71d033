// Checks from outside that in all three tabs old clicks and conversions never fall, young ones follow, and nothing is lost.
import { plusDays } from './days';
import { expectLater, pointKey } from './expected-later';
import { tabFaults } from './expected-tabs';
import { liveOn } from './live-on';
import { openShop, type Shop } from './shop';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop({ seed: 62, templates: 16 });
  await shop.sync();
}, 30_000);
afterEach(() => shop.close());

const sumOf = (cells: (string | number)[][], column: number): number =>
  cells.slice(1).reduce((sum, line) => sum + Number(line[column] || 0), 0);

test('ten days later, counts Meta dropped are kept and the look-back follows', async () => {
  const first = shop.points();
  await liveOn(shop, 10, true);
  const fresh = shop.points();
  const later = expectLater(first, fresh, shop.world.now);
  // The world does what the rule is about.
  const lastOld = plusDays(shop.today(), -8);
  const dropped = first.filter(({ day, buttons }) => day <= lastOld && buttons.length > 0);
  expect(dropped.length).toBeGreaterThan(50);
  const { held } = (await shop.sync()).counts;
  expect(held).toBeGreaterThan(0);
  expect(await tabFaults(shop.bench, later)).toEqual([]);
  await shop.sync();
  expect(await tabFaults(shop.bench, later)).toEqual([]);
}, 30_000);

test('three days in a row, corrections reach every tab and old rows stay', async () => {
  let known = shop.points();
  let fallen = 0;
  for (let day = 0; day < 3; day++) {
    await liveOn(shop, 1, true);
    const before = known;
    known = expectLater(known, shop.points(), shop.world.now);
    const wasOf = new Map(before.map((point) => [pointKey(point), point]));
    for (const point of known) {
      const was = wasOf.get(pointKey(point))?.conversions.appPurchases ?? 0;
      if (was > (point.conversions.appPurchases ?? 0)) fallen += 1;
    }
    await shop.sync();
    expect(await tabFaults(shop.bench, known)).toEqual([]);
  }
  // Meta counted down inside the look-back, and the tabs followed.
  expect(fallen).toBeGreaterThan(2);
}, 40_000);

test('a deleted template keeps its rows in all three tabs', async () => {
  const known = shop.points();
  const gone = shop.account.templates.splice(2, 4);
  const theirs = known.filter((point) => gone.includes(point.template));
  expect(theirs.some(({ buttons }) => buttons.some(({ clicks }) => clicks))).toBe(true);
  expect(theirs.some(({ conversions }) => conversions.appPurchases)).toBe(true);
  const clicks = sumOf((await shop.bench.range('WA Buttons')).values, 12);
  await shop.sync();
  expect(sumOf((await shop.bench.range('WA Buttons')).values, 12)).toBe(clicks);
  expect(await tabFaults(shop.bench, known)).toEqual([]);
  await liveOn(shop, 1, true);
  await shop.sync();
  const later = expectLater(known, shop.points(), shop.world.now);
  expect(await tabFaults(shop.bench, later)).toEqual([]);
}, 30_000);

test('a day of Marketing Messages that Meta answers with zeros is not believed in any tab', async () => {
  const known = shop.points();
  const day = plusDays(shop.today(), -3);
  const kept = shop.account.templates.map(({ marketing }) => marketing?.get(day));
  expect(kept.filter((point) => Number(point?.sent) > 0).length).toBeGreaterThan(2);
  for (const { marketing } of shop.account.templates) {
    const point = marketing?.get(day);
    if (!point) continue;
    const { template_id, start, end } = point;
    marketing?.set(day, { template_id, start, end, sent: 0, delivered: 0, app_purchases: 0 });
  }
  const { counts } = await shop.sync();
  expect(counts.held).toBeGreaterThan(0);
  expect(await tabFaults(shop.bench, known)).toEqual([]);
  shop.account.templates.forEach(({ marketing }, at) => {
    const point = kept[at];
    if (point) marketing?.set(day, point);
  });
  await shop.sync();
  expect(await tabFaults(shop.bench, known)).toEqual([]);
}, 30_000);
