// What the stand-in knows about a message template: the part that Meta shows and the plan of its traffic.

export type Category = 'MARKETING' | 'UTILITY' | 'AUTHENTICATION';

export type Button =
  | { type: 'URL'; text: string; url: string; example?: string[] }
  | { type: 'QUICK_REPLY'; text: string }
  | { type: 'PHONE_NUMBER'; text: string; phone_number: string }
  | { type: 'OTP'; text: string; otp_type: 'COPY_CODE' };

export type Component =
  | { type: 'HEADER'; format: string; text?: string; example?: Record<string, unknown> }
  | { type: 'BODY'; text: string; example?: Record<string, unknown> }
  | { type: 'FOOTER'; text: string }
  | { type: 'BUTTONS'; buttons: Button[] }
  | { type: 'CAROUSEL'; cards: { components: Component[] }[] };

/** A burst on top of the plain days. Sizes are messages. */
export type Campaign =
  | { kind: 'black-friday'; peak: number }
  /** The n-th weekday (0 = Monday) of each month, with stragglers on the day after. */
  | { kind: 'monthly'; nth: number; weekday: number; size: number }
  | { kind: 'weekly'; weekday: number; size: number }
  /** Every year between two `MM-DD` days, both included. */
  | { kind: 'yearly'; from: string; to: string; size: number };

/** Seven factors, Monday first. */
export type Week = readonly [number, number, number, number, number, number, number];

export interface Plan {
  /** Messages on a plain day; 0 for a template that lives from campaigns only. */
  base: number;
  week: Week;
  /** Share of days on which nothing is sent at all. */
  quiet: number;
  campaigns: Campaign[];
  /** First and last day with traffic, `YYYY-MM-DD`. */
  from?: string;
  until?: string;
  /** Shares: delivered of sent; read, replied, clicks a button of delivered. */
  delivered: number;
  read: number;
  replied: number;
  clicked: number;
  /** Share of delivered messages that cost money; 0 inside an open customer service window. */
  paid: number;
}

/** The two ways in which a template can be sent. */
export type Product = 'cloud' | 'marketing';

/** What goes through Marketing Messages, and what people do in the shop afterwards. */
export interface MarketingPlan extends Plan {
  /** Paid of the list price: what a message costs is bid for there. */
  price: number;
  /** Shares: cart of those who followed a link, checkouts of carts, purchases of checkouts. */
  carts: number;
  checkouts: number;
  purchases: number;
  /** What a purchase is worth, in the account's currency. */
  basket: number;
  /** Share of all that which happens in the shop's app; null for a shop without one. */
  app: number | null;
}

/** From a day on the list shows something else of a template, or the template is gone (null). */
export interface Change {
  from: string;
  to: Partial<Pick<Template, 'name' | 'status' | 'category' | 'previous_category'>> | null;
}

export interface Template {
  id: string;
  name: string;
  language: string;
  status: string;
  category: Category;
  sub_category?: string;
  previous_category?: string;
  parameter_format?: 'POSITIONAL' | 'NAMED';
  rejected_reason?: string;
  quality_score?: { score: string; date: number };
  cta_url_link_tracking_opted_out?: boolean;
  components: Component[];
  /** Which rows a URL button gives: total and unique, or unique alone. */
  links: 'both' | 'unique';
  /** Null for a template that never sent anything through the Cloud API. */
  plan: Plan | null;
  /** Absent for a template that never sent anything through Marketing Messages. */
  marketing?: MarketingPlan;
  /** In the order of their days. */
  changes?: readonly Change[];
}

export function planFor(template: Template, product: Product): Plan | null {
  return product === 'cloud' ? template.plan : (template.marketing ?? null);
}

/** Buttons whose clicks Meta counts, carousel cards included, in order. */
export function countedButtons(
  template: Template,
): { type: 'URL' | 'QUICK_REPLY'; text: string }[] {
  if (template.category === 'AUTHENTICATION' || template.cta_url_link_tracking_opted_out) return [];
  return template.components
    .flatMap(buttonsOf)
    .flatMap(({ type, text }) =>
      type === 'URL' || type === 'QUICK_REPLY' ? [{ type, text }] : [],
    );
}

function buttonsOf(component: Component): Button[] {
  if (component.type === 'BUTTONS') return component.buttons;
  if (component.type !== 'CAROUSEL') return [];
  return component.cards.flatMap((card) => card.components.flatMap(buttonsOf));
}

/** People shop towards the weekend and rest on Sunday. */
export const SHOPPING_WEEK: Week = [0.95, 1, 1.05, 1.15, 1.3, 0.95, 0.6];
/** Work is done from Monday to Friday. */
export const OFFICE_WEEK: Week = [1.1, 1.15, 1.1, 1.05, 1, 0.35, 0.15];

const DEFAULTS: Record<Category, Plan> = {
  MARKETING: {
    base: 0,
    week: SHOPPING_WEEK,
    quiet: 0,
    campaigns: [],
    delivered: 0.955,
    read: 0.66,
    replied: 0.03,
    clicked: 0.09,
    paid: 1,
  },
  UTILITY: {
    base: 0,
    week: OFFICE_WEEK,
    quiet: 0,
    campaigns: [],
    delivered: 0.985,
    read: 0.8,
    replied: 0.04,
    clicked: 0.22,
    paid: 0.9,
  },
  AUTHENTICATION: {
    base: 0,
    week: OFFICE_WEEK,
    quiet: 0,
    campaigns: [],
    delivered: 0.99,
    read: 0.9,
    replied: 0,
    clicked: 0,
    paid: 1,
  },
};

/** A plan with the usual rates of its category. */
export function planOf(category: Category, own: Partial<Plan>): Plan {
  return { ...DEFAULTS[category], ...own };
}

/**
 * A plan for Marketing Messages with the usual rates. Meta picks whom it delivers to, so less arrives and
 * more of it is read than through the Cloud API.
 */
export function marketingPlanOf(own: Partial<MarketingPlan>): MarketingPlan {
  return {
    ...DEFAULTS.MARKETING,
    delivered: 0.925,
    read: 0.72,
    replied: 0.022,
    price: 0.92,
    carts: 0.26,
    checkouts: 0.46,
    purchases: 0.55,
    basket: 100,
    app: null,
    ...own,
  };
}
