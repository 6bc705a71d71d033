// Checks from outside that formulas over conversions and buttons equal sums over the expected points.
import { type Cell, same } from './compare-tab';
import { plusDays } from './days';
import { isCount } from './expected';
import type { ExpectedPoint } from './expected-points';
import { type ConversionName, sum } from './numbers';
import { openShop, type Shop } from './shop';

let shop: Shop;
let points: ExpectedPoint[];
let from: string;
let to: string;
beforeAll(async () => {
  shop = await openShop(
    {
      seed: 63,
      zones: ['America/Sao_Paulo', 'America/New_York'],
      currencies: ['BRL', 'USD'],
      templates: 14,
    },
    { order: 'shuffled', pageSize: 200 },
    ['--timezone', 'America/Sao_Paulo'],
  );
  from = shop.from;
  to = plusDays(shop.today(), -1);
  await shop.sync({ to });
  // A point without any number above 0 is no row.
  points = shop
    .points()
    .filter(({ day }) => day <= to)
    .filter(({ numbers, conversions }) =>
      [...Object.values(numbers), ...Object.values(conversions)].some(isCount),
    );
}, 30_000);
afterAll(() => shop.close());

type Read = (point: ExpectedPoint) => number | null;
const both =
  (...names: ConversionName[]): Read =>
  ({ conversions }) =>
    sum(names.map((name) => conversions[name]));
const value = both('appValue', 'webValue');
const total =
  (read: Read) =>
  (rows: ExpectedPoint[]): Cell =>
    rows.length === 0 ? 0 : (sum(rows.map(read)) ?? '');
const FORMULAS: Record<string, (rows: ExpectedPoint[]) => Cell> = {
  WA_ADD_TO_CART: total(both('appCart', 'webCart')),
  WA_CHECKOUTS: total(both('appCheckouts', 'webCheckouts')),
  WA_PURCHASES: total(both('appPurchases', 'webPurchases')),
  WA_PURCHASE_VALUE: total(value),
  WA_APP_ACTIVATIONS: total(both('activations')),
  WA_ROAS: (rows) => {
    const reported = rows.filter((row) => value(row) !== null && row.numbers.spent !== null);
    const spent = sum(reported.map((row) => row.numbers.spent)) ?? 0;
    return spent === 0 ? '' : (sum(reported.map(value)) ?? 0) / spent;
  },
  WA_SENT: total(({ numbers }) => numbers.sent),
  WA_CLICKS: total(({ numbers }) => numbers.clicks),
  WA_SPENT: total(({ numbers }) => numbers.spent),
};
const isMoney = (name: string): boolean => /VALUE|ROAS|SPENT/.test(name);
const within = (a: string, b: string, keep: (point: ExpectedPoint) => boolean) =>
  points.filter((point) => point.day >= a && point.day <= b && keep(point));
const plain = (answer: unknown): unknown => (answer === null ? '' : answer);

async function check(name: string, args: unknown[], wanted: Cell): Promise<void> {
  const answer = await shop.bench.formula(name, ...args);
  const fits = answer.ok && same(plain(answer.value), wanted);
  expect(fits ? null : { name, args, answer, wanted }).toBeNull();
}

test('each template, by name and by id, over any days', async () => {
  const spans = [
    [from, to],
    [plusDays(from, 9), plusDays(from, 30)],
  ] as const;
  let counted = 0;
  for (const account of shop.world.accounts) {
    for (const { id, name } of account.templates) {
      for (const [a, b] of spans) {
        const own = within(a, b, (point) => point.account === account);
        const named = own.filter(({ template }) => template.name === name);
        for (const [formula, compute] of Object.entries(FORMULAS)) {
          await check(formula, [name, a, b, account.id], compute(named));
          const wanted = compute(own.filter(({ template }) => template.id === id));
          if (typeof wanted === 'number' && wanted > 0) counted += 1;
          await check(formula, [id, a, b, null, { live: true }], wanted);
        }
      }
    }
  }
  expect(counted).toBeGreaterThan(200);
}, 60_000);

test('patterns and columns of names; counts add up over currencies, money never does', async () => {
  for (const account of shop.world.accounts) {
    for (const [formula, compute] of Object.entries(FORMULAS)) {
      const own = within(from, to, (point) => point.account === account);
      await check(formula, ['*', from, to, account.name], compute(own));
      const utility = own.filter(({ template }) => template.category === 'MARKETING');
      await check(formula, ['category:MARKETING', from, to, account.id], compute(utility));
      const names = [...new Set(account.templates.map(({ name }) => name))].slice(0, 6);
      const answer = await shop.bench.formula(
        formula,
        names.map((name) => [name]),
        from,
        to,
        account.id,
        { live: true },
      );
      const wanted = names.map((name) => compute(own.filter((p) => p.template.name === name)));
      wanted.forEach((cell, row) => {
        const is = plain(answer.value?.[row]?.[0]);
        expect([formula, names[row], same(is, cell) || is]).toEqual([formula, names[row], true]);
      });
    }
  }
  for (const [formula, compute] of Object.entries(FORMULAS)) {
    if (!isMoney(formula))
      await check(formula, ['*', from, to], compute(within(from, to, Boolean)));
    else {
      const answer = await shop.bench.formula(formula, '*', from, to);
      expect(answer.ok).toBe(false);
      expect(answer.error.message).toMatch(/currenc/i);
    }
  }
}, 60_000);

test('clicks on a button by its label', async () => {
  const clicksOf = (rows: readonly ExpectedPoint[], label: string): Cell => {
    const own = rows.flatMap(({ buttons }) => buttons.filter((button) => button.label === label));
    return own.length === 0 ? 0 : (sum(own.map(({ clicks }) => clicks)) ?? '');
  };
  let asked = 0;
  for (const account of shop.world.accounts) {
    for (const { id, name } of account.templates) {
      const own = within(from, to, (point) => point.account === account);
      const mine = own.filter(({ template }) => template.id === id);
      const labels = new Set(mine.flatMap(({ buttons }) => buttons.map(({ label }) => label)));
      for (const label of labels) {
        if (label === '') continue;
        asked += 1;
        await check('WA_BUTTON_CLICKS', [id, label, from, to], clicksOf(mine, label));
        const named = own.filter(({ template }) => template.name === name);
        await check(
          'WA_BUTTON_CLICKS',
          [name, label, from, to, account.id, { live: true }],
          clicksOf(named, label),
        );
        const [a, b] = [plusDays(from, 12), plusDays(from, 25)];
        const some = mine.filter(({ day }) => day >= a && day <= b);
        await check('WA_BUTTON_CLICKS', [id, label, a, b, account.id], clicksOf(some, label));
      }
    }
  }
  expect(asked).toBeGreaterThan(40);
  const all = within(from, to, Boolean);
  await check('WA_BUTTON_CLICKS', ['*', '=Site', from, to], clicksOf(all, '=Site'));
  await check('WA_BUTTON_CLICKS', ['*', 'Stop', from, to], clicksOf(all, 'Stop'));
}, 60_000);

test('a button nobody has is refused in a sentence that names one that is there', async () => {
  const { id } = points.find(({ buttons }) => buttons.some(({ label }) => label === 'Ver ofertas'))
    ?.template ?? { id: '' };
  const answer = await shop.bench.formula('WA_BUTTON_CLICKS', id, 'Ver oferta', from, to);
  expect(answer.ok).toBe(false);
  expect(answer.error.message).toMatch(/Ver ofertas/);
});

test('none of them asks Meta or reads a data cell', async () => {
  const asked = shop.graph.seen.length;
  for (const name of [...Object.keys(FORMULAS), 'WA_BUTTON_CLICKS']) {
    const account = shop.account.id;
    const args = name === 'WA_BUTTON_CLICKS' ? ['*', 'Stop', from, to] : ['*', from, to, account];
    await shop.bench.formula(name, ...args, { live: true });
    await shop.bench.resetCalls();
    await shop.bench.formula(name, ...args, { live: true });
    const { calls, tabs } = await shop.bench.calls();
    expect([name, Object.keys(tabs).filter((tab) => tab !== 'WA Index')]).toEqual([name, []]);
    // On a warm cache at most two reads of it, and none of the hidden tab.
    expect(Object.keys(calls).filter((call) => /^Range\.get/.test(call))).toEqual([]);
    expect(calls['Cache.getAll'] ?? 0).toBeLessThanOrEqual(2);
  }
  expect(shop.graph.seen.length).toBe(asked);
}, 30_000);
