// How many messages a template sends on a civil day of its account, and what becomes of them in the end.
import { blackFridayOf, toDayNumber, toDayText, weekdayOf } from './calendar';
import { drawFunnels, type Funnels } from './conversions';
import { createRandom, seedOf } from './random';
import {
  type Campaign,
  countedButtons,
  type Plan,
  type Product,
  planFor,
  type Template,
} from './template';

/** The first day of the account's records: insights were switched on then, nothing is filled in before. */
export const FIRST_DAY = '2025-01-01';
const FIRST = Number(toDayNumber(FIRST_DAY));

export interface ButtonTotals {
  type: 'URL' | 'QUICK_REPLY';
  text: string;
  clicks: number;
  /** Accounts that clicked; never above the clicks, nor above the reads. */
  unique: number;
}

/** Where a day ends up once it has grown for a week. */
export interface DayTotals {
  sent: number;
  delivered: number;
  read: number;
  replied: number;
  buttons: ButtonTotals[];
  /** Null for the Cloud API, which knows nothing of the shop. */
  funnels: Funnels | null;
}

type Days = Map<number, DayTotals | null>;
const memory: Record<Product, WeakMap<Template, Days>> = {
  cloud: new WeakMap(),
  marketing: new WeakMap(),
};

/** The final numbers of a day, or null when nothing was sent. The same day always gives the same. */
export function dayTotals(
  template: Template,
  day: number,
  product: Product = 'cloud',
): DayTotals | null {
  let days = memory[product].get(template);
  if (days === undefined) {
    days = new Map();
    memory[product].set(template, days);
  }
  let totals = days.get(day);
  if (totals === undefined) {
    totals = computeTotals(template, day, product);
    days.set(day, totals);
  }
  return totals;
}

function computeTotals(template: Template, day: number, product: Product): DayTotals | null {
  const plan = planFor(template, product);
  if (plan === null || !isRunning(plan, day)) return null;
  const random = createRandom(
    product === 'cloud' ? seedOf(template.id, day) : seedOf(template.id, day, product),
  );
  const sent = volumeOf(plan, day, random);
  if (sent === 0) return null;
  const about = (share: number, spread: number) => share * (1 + spread * (2 * random() - 1));
  const delivered = Math.min(sent, Math.round(sent * Math.min(1, about(plan.delivered, 0.015))));
  const read = Math.min(delivered, Math.round(delivered * Math.min(0.98, about(plan.read, 0.08))));
  const replied = Math.min(read, Math.round(delivered * about(plan.replied, 0.4)));
  let readers = read;
  const buttons = countedButtons(template).map(({ type, text }, index): ButtonTotals => {
    // The first button of a message gets most of the attention.
    const share = about(plan.clicked, 0.25) / 2 ** index;
    const unique = Math.min(readers, Math.round(delivered * share));
    readers -= unique;
    const again = type === 'URL' ? 1.04 + 0.3 * random() : 1;
    return { type, text, unique, clicks: Math.round(unique * again) };
  });
  const { marketing } = template;
  const isShop = product === 'marketing' && marketing !== undefined;
  const funnels = isShop ? drawFunnels(marketing, delivered, random) : null;
  return { sent, delivered, read, replied, buttons, funnels };
}

function isRunning(plan: Plan, day: number): boolean {
  if (day < FIRST) return false;
  const text = toDayText(day);
  return (plan.from ?? text) <= text && text <= (plan.until ?? text);
}

function volumeOf(plan: Plan, day: number, random: () => number): number {
  const isQuiet = random() < plan.quiet;
  const noise = 0.85 + 0.3 * random();
  const plain = isQuiet ? 0 : plan.base * (plan.week[weekdayOf(day)] ?? 0) * noise;
  const bursts = plan.campaigns.map((campaign) => burstOf(campaign, day));
  // A campaign's list is known beforehand, so it varies less than the plain days.
  const campaigns = bursts.reduce((sum, burst) => sum + burst, 0) * (0.96 + 0.08 * random());
  return Math.round(plain + campaigns);
}

function burstOf(campaign: Campaign, day: number): number {
  const text = toDayText(day);
  switch (campaign.kind) {
    case 'black-friday':
      return campaign.peak * blackFridayShare(day - blackFridayOf(Number(text.slice(0, 4))), day);
    case 'monthly': {
      if (isNthWeekday(day, campaign.nth, campaign.weekday)) return campaign.size;
      return isNthWeekday(day - 1, campaign.nth, campaign.weekday) ? campaign.size * 0.04 : 0;
    }
    case 'weekly':
      return weekdayOf(day) === campaign.weekday ? campaign.size : 0;
    case 'yearly': {
      const date = text.slice(5);
      return campaign.from <= date && date <= campaign.to ? campaign.size : 0;
    }
  }
}

/** Teasers on Tuesdays and Thursdays for three weeks, a crowded week, the peak, and Cyber Monday. */
function blackFridayShare(distance: number, day: number): number {
  if (distance === 0) return 1;
  if (distance === 3) return 0.55;
  if (distance < -24 || distance > 3) return 0;
  if (distance > 0) return 0.2;
  if (distance >= -4) return 0.45;
  return [1, 3].includes(weekdayOf(day)) ? 0.25 : 0.02;
}

function isNthWeekday(day: number, nth: number, weekday: number): boolean {
  const date = Number(toDayText(day).slice(8));
  return weekdayOf(day) === weekday && Math.ceil(date / 7) === nth;
}
