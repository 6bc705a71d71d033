// What people did in the shop after a marketing message: the funnels behind Meta's nine conversion metrics.
import type { MarketingPlan } from './template';

/** Meta's core conversions, as the keys that are assumed of a point: the metric in lower case. */
export const CONVERSIONS = [
  'app_activations',
  'app_add_to_cart',
  'app_checkouts_initiated',
  'app_purchases',
  'app_purchases_conversion_value',
  'website_add_to_cart',
  'website_checkouts_initiated',
  'website_purchases',
  'website_purchases_conversion_value',
] as const;
export type Conversion = (typeof CONVERSIONS)[number];

/** One place to buy: never more checkouts than carts, never more purchases than checkouts. */
export interface Funnel {
  carts: number;
  checkouts: number;
  purchases: number;
  /** Hundredths of the account's currency. */
  cents: number;
}
export interface Funnels {
  website: Funnel;
  /** Null for a shop without an app: nothing is reported of one then. */
  app: (Funnel & { activations: number }) | null;
}

/** Share of those who could use the app that open it. */
const OPENING = 0.35;

/** Where a day's funnels end up. */
export function drawFunnels(plan: MarketingPlan, delivered: number, random: () => number): Funnels {
  const visits = delivered * plan.clicked * (0.85 + 0.3 * random());
  const inApp = visits * (plan.app ?? 0);
  const website = drawFunnel(plan, visits - inApp, random);
  if (plan.app === null) return { website, app: null };
  const activations = round(inApp * OPENING, random);
  return { website, app: { ...drawFunnel(plan, inApp, random), activations } };
}

function drawFunnel(plan: MarketingPlan, visits: number, random: () => number): Funnel {
  const carts = round(visits * plan.carts * (0.9 + 0.2 * random()), random);
  const checkouts = round(carts * plan.checkouts, random);
  const purchases = round(checkouts * plan.purchases, random);
  const cents = Math.round(100 * purchases * plan.basket * (0.85 + 0.3 * random()));
  return { carts, checkouts, purchases, cents };
}

/** Up or down by chance, so that small templates sell something now and then, and on average as planned. */
const round = (value: number, random: () => number) => Math.floor(value + random());

/** Part of a day's funnels: every count cut by the same rule, and put in order again after rounding. */
export function cutFunnels({ website, app }: Funnels, cut: (total: number) => number): Funnels {
  return {
    website: cutFunnel(website, cut),
    app: app && { ...cutFunnel(app, cut), activations: cut(app.activations) },
  };
}

function cutFunnel(total: Funnel, cut: (total: number) => number): Funnel {
  const carts = cut(total.carts);
  const checkouts = Math.min(carts, cut(total.checkouts));
  const purchases = Math.min(checkouts, cut(total.purchases));
  // The purchases of a day count alike, so there is never a value without a purchase, nor the reverse.
  const share = total.purchases === 0 ? 0 : purchases / total.purchases;
  return { carts, checkouts, purchases, cents: Math.round(total.cents * share) };
}

export function addFunnels(a: Funnels, b: Funnels): Funnels {
  const app = a.app &&
    b.app && { ...addFunnel(a.app, b.app), activations: a.app.activations + b.app.activations };
  return { website: addFunnel(a.website, b.website), app };
}

const addFunnel = (a: Funnel, b: Funnel): Funnel => ({
  carts: a.carts + b.carts,
  checkouts: a.checkouts + b.checkouts,
  purchases: a.purchases + b.purchases,
  cents: a.cents + b.cents,
});

/** As a point has them. What a shop cannot have is absent, which is not 0. */
export function listConversions({ website, app }: Funnels): Partial<Record<Conversion, number>> {
  return {
    ...(app && {
      app_activations: app.activations,
      app_add_to_cart: app.carts,
      app_checkouts_initiated: app.checkouts,
      app_purchases: app.purchases,
      app_purchases_conversion_value: app.cents / 100,
    }),
    website_add_to_cart: website.carts,
    website_checkouts_initiated: website.checkouts,
    website_purchases: website.purchases,
    website_purchases_conversion_value: website.cents / 100,
  };
}
