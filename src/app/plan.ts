// Plans a sync: which days of which account, in which batches of ten templates.
import { presetRange } from '../core/calendar';
import { spanToFetch } from '../core/coverage';
import { addDays, type Day, type DayRange, hullOf, maxDay, minDay } from '../core/day';
import { AddonError } from '../core/errors';
import { completeDays } from '../core/index/covered';
import type { Head, Selection } from '../core/index/head';
import type { Preset } from '../core/presets';
import { LOOK_BACK_DAYS, type Seen } from '../core/restatement';
import type { ProductName, TemplateNode } from '../graph';

/** Template ids Meta takes in one request. */
export const TEMPLATES_PER_REQUEST = 10;
/** Meta keeps template analytics 90 days: 89 full days and today are surely inside (reference §10.24). */
export const REACH_DAYS = 89;

/** What one account has to do in this sync. Travels in the cursor. */
export interface AccountPlan {
  id: string;
  /** The account's today when the sync began; it stays so past midnight. */
  today: Day;
  /** The days asked for, clipped to today; null when they have not begun here. */
  asked: DayRange | null;
  /** The days to ask Meta for, or null when the ledger has them all. */
  span: DayRange | null;
  /** Template ids, in the order of the requests. */
  ids: string[];
  /** Meta refused this account: it is not asked any more, and nothing of it counts as done. */
  refused: boolean;
  /** Days not believed by the steps so far: a later step that completes the span leaves them open. */
  doubted: Day[];
  /** What the steps so far have seen of counts that Meta drops. */
  seen: Seen;
  /** Whether messages that arrived had a cost; null while none arrived. */
  paid: boolean | null;
}

export interface Batch {
  account: number;
  product: ProductName;
  ids: string[];
}

/** Each batch of templates is asked about once for every way of sending: Meta answers for one at a time. */
const PRODUCTS: readonly ProductName[] = ['cloud_api', 'marketing_messages'];

/**
 * The days a request means for an account, or null when they have not begun there: with accounts in
 * several zones, one may be a day ahead.
 *
 * @throws AddonError 'bad-input' when the last day comes before the first
 */
export function askedDays(
  request: { from?: string; to?: string; preset?: Preset },
  today: Day,
): DayRange | null {
  const range = request.preset
    ? presetRange(request.preset, today, addDays(today, -1))
    : { from: request.from ?? today, to: request.to ?? request.from ?? today };
  if (range.from > range.to) throw new AddonError('bad-input', { what: 'dates' });
  return range.from > today ? null : { from: range.from, to: minDay(range.to, today) };
}

/** The earliest day Meta still answers for. */
export const reachOf = (today: Day): Day => addDays(today, -REACH_DAYS);

/**
 * Which days of the asked ones to fetch: those never complete and the look-back, within Meta's reach.
 *
 * @example planSpan(head, account, { from: '2026-11-01', to: '2026-11-22' }, '2026-11-22', 'all')
 */
export function planSpan(
  head: Head,
  accountId: string,
  asked: DayRange,
  today: Day,
  scope: 'all' | readonly string[],
): DayRange | null {
  const reach = reachOf(today);
  if (asked.to < reach) return null;
  const range = { from: maxDay(asked.from, reach), to: asked.to };
  const lookBackFrom = addDays(today, 1 - LOOK_BACK_DAYS);
  const scopes = scope === 'all' ? [null] : scope;
  const spans = scopes
    .map((id) => spanToFetch(completeDays(head, accountId, id), range, lookBackFrom))
    .filter((span): span is DayRange => span !== null);
  return hullOf(spans);
}

/** The ids to ask for: all listed, or those chosen. Ascending, so that a cursor always means the same. */
export function chooseIds(
  listed: readonly TemplateNode[],
  templates: Selection['templates'],
): string[] {
  const chosen = templates === 'all' ? null : new Set(templates);
  return listed
    .map((template) => template.id)
    .filter((id) => chosen === null || chosen.has(id))
    .sort();
}

/**
 * All requests of a sync, in order: the Cloud API for every account, then Marketing Messages, so that a
 * token or a limit that stops the first is not met once more by the second.
 */
export function batchesOf(accounts: readonly AccountPlan[]): Batch[] {
  return PRODUCTS.flatMap((product) =>
    accounts.flatMap(({ span, ids }, account) => {
      if (!span) return [];
      const batches: Batch[] = [];
      for (let at = 0; at < ids.length; at += TEMPLATES_PER_REQUEST) {
        batches.push({ account, product, ids: ids.slice(at, at + TEMPLATES_PER_REQUEST) });
      }
      return batches;
    }),
  );
}

/** The next requests that go out together: so many at the most, of one product. */
export function waveAt(batches: readonly Batch[], next: number, most: number): Batch[] {
  const wave = batches.slice(next, next + most);
  const other = wave.findIndex(({ product }) => product !== wave[0]?.product);
  return other < 0 ? wave : wave.slice(0, other);
}
