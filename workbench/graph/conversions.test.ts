// Checks the funnels of the shops: their order, how they grow and add up, and a story that holds together.
import * as fc from 'fast-check';
import { startOfDay, toDayNumber } from './calendar';
import { BRAZIL_TEMPLATES } from './catalogue-brazil';
import { ISTANBUL_TEMPLATES } from './catalogue-istanbul';
import { STATES_TEMPLATES } from './catalogue-states';
import { CONVERSIONS, cutFunnels, type Funnel, type Funnels, listConversions } from './conversions';
import { countSpan } from './growth';
import type { Template } from './template';
import { dayTotals } from './traffic';

const SHOPS = [...BRAZIL_TEMPLATES, ...STATES_TEMPLATES].filter(({ marketing }) => marketing);
const day = (text: string) => Number(toDayNumber(text));
const days = fc.integer({ min: day('2025-01-01'), max: day('2027-12-31') });
const shops = fc.constantFrom(...SHOPS);
const channels = ({ website, app }: Funnels): Funnel[] => (app ? [website, app] : [website]);
const values = (funnels: Funnels) => Object.values(listConversions(funnels));

test('of every day fewer buy than begin to pay, fewer pay than fill a cart, and value needs a purchase', () => {
  fc.assert(
    fc.property(shops, days, (template, number) => {
      const totals = dayTotals(template, number, 'marketing');
      if (totals === null) return;
      expect(totals.funnels).not.toBeNull();
      for (const funnel of channels(totals.funnels as Funnels)) {
        expect(funnel.carts).toBeLessThanOrEqual(totals.delivered);
        expect(funnel.checkouts).toBeLessThanOrEqual(funnel.carts);
        expect(funnel.purchases).toBeLessThanOrEqual(funnel.checkouts);
        expect(funnel.cents > 0).toBe(funnel.purchases > 0);
      }
      for (const value of values(totals.funnels as Funnels))
        expect(value).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 1000 },
  );
});

test('the Cloud API knows nothing of the shop', () => {
  const template = SHOPS.find(({ name }) => name === 'carrinho_abandonado') as Template;
  const own = day('2026-11-10');
  expect(dayTotals(template, own)?.funnels).toBeNull();
  expect(dayTotals(template, own)?.sent).not.toBe(dayTotals(template, own, 'marketing')?.sent);
});

test('only the shop with an app reports of one, and both report of their website', () => {
  const keys = (list: Template[]) =>
    new Set(
      list.flatMap((template) => {
        const totals = dayTotals(template, day('2026-11-19'), 'marketing');
        return totals?.funnels ? Object.keys(listConversions(totals.funnels)) : [];
      }),
    );
  expect([...keys(BRAZIL_TEMPLATES)].sort()).toEqual([...CONVERSIONS].sort());
  expect([...keys(STATES_TEMPLATES)].sort()).toEqual(
    CONVERSIONS.filter((name) => name.startsWith('website_')).sort(),
  );
  expect(keys(ISTANBUL_TEMPLATES)).toEqual(new Set());
});

test('as the clock goes on no conversion falls, and a week after its end the day is complete', () => {
  const zone = 'America/Sao_Paulo';
  const hours = fc.integer({ min: 1, max: 24 * 10 });
  fc.assert(
    fc.property(shops, hours, hours, (template, a, b) => {
      const start = startOfDay(zone, day('2026-11-19'));
      const at = (now: number) =>
        countSpan(template, zone, start, start + 86_400, now, 'marketing')?.funnels ?? null;
      const early = at(start + Math.min(a, b) * 3600);
      const late = at(start + Math.max(a, b) * 3600);
      if (early === null || late === null) return;
      const after = values(late);
      values(early).forEach((value, index) => {
        expect(after[index]).toBeGreaterThanOrEqual(value);
      });
      expect(at(start + 8 * 86_400)).toEqual(
        dayTotals(template, day('2026-11-19'), 'marketing')?.funnels,
      );
    }),
  );
});

test('when a day ends its messages are sent, and most but not all of its purchases are made', () => {
  const zone = 'America/Sao_Paulo';
  const template = SHOPS.find(({ name }) => name === 'black_friday') as Template;
  const [start, end] = [day('2026-11-24'), day('2026-11-25')].map((one) => startOfDay(zone, one));
  const at = (now = 0) => countSpan(template, zone, Number(start), Number(end), now, 'marketing');
  const totals = dayTotals(template, day('2026-11-24'), 'marketing');
  expect(at(end)?.sent).toBe(totals?.sent);
  const share =
    (at(end)?.funnels?.website.carts ?? 0) / Number(totals?.funnels?.website.carts ?? 0);
  expect(share).toBeGreaterThan(0.5);
  expect(share).toBeLessThan(0.7);
});

test('two days together hold the purchases of both', () => {
  const zone = 'America/Sao_Paulo';
  const late = startOfDay(zone, day('2026-12-10'));
  const [a, b, c] = ['2026-11-24', '2026-11-25', '2026-11-26'].map((text) =>
    startOfDay(zone, day(text)),
  );
  for (const template of SHOPS.filter(({ name }) => name.startsWith('black_friday'))) {
    const span = (from = 0, to = 0) =>
      values(countSpan(template, zone, from, to, late, 'marketing')?.funnels as Funnels);
    const [first, second] = [span(a, b), span(b, c)];
    span(a, c).forEach((value, index) => {
      expect(value).toBeCloseTo(Number(first[index]) + Number(second[index]), 9);
    });
  }
});

test('part of a day keeps its order whatever rounding does', () => {
  const funnels = fc
    .tuple(fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(99_999))
    .map(([a, b, c, cents]) => {
      const [purchases = 0, checkouts = 0, carts = 0] = [a, b, c].sort((x, y) => x - y);
      const website = { carts, checkouts, purchases, cents: purchases === 0 ? 0 : cents + 1 };
      return { website, app: { ...website, activations: 5 } };
    });
  fc.assert(
    fc.property(funnels, fc.array(fc.nat(9), { minLength: 10 }), (all, table) => {
      const cut = (total: number) => Math.min(total, table[total] ?? total);
      const { website } = cutFunnels(all, cut);
      expect(website.checkouts).toBeLessThanOrEqual(website.carts);
      expect(website.purchases).toBeLessThanOrEqual(website.checkouts);
      if (website.purchases === 0) expect(website.cents).toBe(0);
      expect(website.cents).toBeLessThanOrEqual(all.website.cents);
    }),
  );
});

test('every template earns between 1.5 and 12 times what it costs, but for one', () => {
  const listPrice = (template: Template) => (BRAZIL_TEMPLATES.includes(template) ? 0.35 : 0.025);
  const roas = SHOPS.map((template): [string, number] => {
    let [cents, spent] = [0, 0];
    for (let one = day('2026-08-31'); one <= day('2026-11-28'); one += 1) {
      const totals = dayTotals(template, one, 'marketing');
      if (!totals?.funnels) continue;
      cents += channels(totals.funnels).reduce((sum, funnel) => sum + funnel.cents, 0);
      spent += totals.delivered * listPrice(template) * (template.marketing?.price ?? 0);
    }
    return [template.name, cents / 100 / spent];
  });
  const poor = roas.filter(([, ratio]) => !(ratio >= 1.5 && ratio <= 12));
  expect(poor.map(([name]) => name)).toEqual(['reativacao_clientes']);
  expect(poor[0]?.[1]).toBeLessThan(1);
  expect(poor[0]?.[1]).toBeGreaterThan(0);
});
