// How a day's numbers look from "now": today is still filling up; reads, clicks and purchases grow for a week.
import { DAY_SECONDS, dayAt, startOfDay } from './calendar';
import { addFunnels, cutFunnels } from './conversions';
import type { Product, Template } from './template';
import { type DayTotals, dayTotals } from './traffic';

/** Share of a day's messages sent in each hour: nothing much at night, peaks at 10 and at 19. */
const HOURS = [
  0.3, 0.2, 0.1, 0.1, 0.1, 0.3, 0.8, 2, 4.5, 7.5, 9, 8.5, 6.5, 5.5, 6, 6, 6, 6, 7.5, 8.5, 6.5, 4.5,
  2.6, 1,
];
const HOURS_TOTAL = HOURS.reduce((sum, hour) => sum + hour, 0);

/** Age in days from the end of the day at which reads, clicks and conversions are complete. */
export const GROWING_DAYS = 7;

/** The numbers of the hour that is running wait for its end: two reads within an hour agree. */
export function wholeHour(milliseconds: number): number {
  return Math.floor(milliseconds / 3_600_000) * 3600;
}

/** Share of a day's messages sent by a point of the day (0 = its start, 1 = its end). */
export function shareSent(elapsed: number): number {
  if (elapsed <= 0) return 0;
  if (elapsed >= 1) return 1;
  const hour = Math.floor(elapsed * 24);
  const before = HOURS.slice(0, hour).reduce((sum, weight) => sum + weight, 0);
  return (before + (HOURS[hour] ?? 0) * (elapsed * 24 - hour)) / HOURS_TOTAL;
}

/** Share of its reads, clicks and conversions that a day shows at an age; never falls, complete at 7 days. */
export function shareGrown(ageDays: number): number {
  if (ageDays <= 0) return 0.6;
  if (ageDays >= GROWING_DAYS) return 1;
  return 1 - 0.4 * Math.exp(-1.1 * ageDays);
}

/**
 * What a template shows for a span of time, put together from the account's own days, so that UTC days
 * and the account's days tell the same story. Null when nothing was sent in it yet.
 */
export function countSpan(
  template: Template,
  zone: string,
  start: number,
  end: number,
  now: number,
  product: Product = 'cloud',
): DayTotals | null {
  let sum: DayTotals | null = null;
  const last = Math.min(end, now);
  for (let day = dayAt(zone, start); startOfDay(zone, day) < last; day += 1) {
    const part = countPart(dayTotals(template, day, product), zone, day, start, last, now);
    if (part !== null) sum = sum === null ? part : add(sum, part);
  }
  return sum === null || sum.sent === 0 ? null : sum;
}

function countPart(
  totals: DayTotals | null,
  zone: string,
  day: number,
  start: number,
  end: number,
  now: number,
): DayTotals | null {
  if (totals === null) return null;
  const dayStart = startOfDay(zone, day);
  const dayEnd = startOfDay(zone, day + 1);
  const from = shareSent((start - dayStart) / (dayEnd - dayStart));
  const to = shareSent((end - dayStart) / (dayEnd - dayStart));
  const grown = shareGrown((now - dayEnd) / DAY_SECONDS);
  const part = (total: number) => Math.floor(total * to) - Math.floor(total * from);
  const late = (total: number) => Math.floor(part(total) * grown);
  const sent = part(totals.sent);
  // Rounding may put one message of a part on the wrong side; the order of the numbers must hold.
  const delivered = Math.min(sent, part(totals.delivered));
  const read = Math.min(delivered, late(totals.read));
  return {
    sent,
    delivered,
    read,
    replied: Math.min(read, late(totals.replied)),
    buttons: totals.buttons.map((button) => {
      const unique = Math.min(read, late(button.unique));
      return { ...button, unique, clicks: Math.max(unique, late(button.clicks)) };
    }),
    funnels: totals.funnels && cutFunnels(totals.funnels, late),
  };
}

function add(a: DayTotals, b: DayTotals): DayTotals {
  return {
    sent: a.sent + b.sent,
    delivered: a.delivered + b.delivered,
    read: a.read + b.read,
    replied: a.replied + b.replied,
    buttons: a.buttons.map((button, index) => ({
      ...button,
      unique: button.unique + (b.buttons[index]?.unique ?? 0),
      clicks: button.clicks + (b.buttons[index]?.clicks ?? 0),
    })),
    funnels: a.funnels && b.funnels && addFunnels(a.funnels, b.funnels),
  };
}
