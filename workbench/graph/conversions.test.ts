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

test('part of a day keeps its order whatever rounding does', () => {
  const funnels = fc
    .tuple(fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(99_999))
    .map(([a, b, c, cents]) => {
      const [purchases = 0, checkouts = 0, carts = 0] = [a, b, c].sort((x, y) => x - y);
      const website = { carts, checkouts, purchases, cents: purchases === 0 ? 0 : cents + 1 };
      return { website, app: { ...website, activations: 5 } };
    });
  fc.assert(
    fc.property(funnels, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(1), (all, at, off) => {
      // As badly as a rounding can: one more or less than it should be.
      const cut = (total: number) => Math.max(0, Math.floor(total * at) - (total % 2) * off);
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
