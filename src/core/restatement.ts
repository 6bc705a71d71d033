// What to believe when Meta's answer and the ledger differ (design §3 rule 4).

import type { DailyKey, PointRow } from './daily';
import type { Day } from './day';
import { dayNumber } from './day';
import { BASE_METRICS, type BaseMetric, CONVERSION_METRICS, type Metrics } from './metrics';

/** Days of look-back: the sync day and the seven before it. Inside it everything follows Meta. */
export const LOOK_BACK_DAYS = 8;

/** Counts that Meta keeps for seven days after sending and then drops to zero (reference §1.7). */
export const EXPIRING_METRICS: readonly BaseMetric[] = [
  'read',
  'replied',
  'clicks',
  'uniqueClicks',
  'quickReplies',
  ...CONVERSION_METRICS,
];

/** What expires, seen over all rows of a tab: the numbers of a day, and the counts of all its buttons. */
export const EXPIRING = [...EXPIRING_METRICS, 'buttonClicks', 'buttonUniqueClicks'] as const;
export type Expiring = (typeof EXPIRING)[number];

/** Whether Meta may already have dropped reads and clicks of this day. */
export function isPastLookBack(day: Day, syncDay: Day): boolean {
  return dayNumber(syncDay) - dayNumber(day) >= LOOK_BACK_DAYS;
}

/**
 * Merges an existing row's numbers with Meta's. Inside the look-back Meta wins. Before it, counts
 * that expire never fall and never vanish; what was sent, delivered and spent follows Meta.
 *
 * @example mergeMetrics({ read: 40 …}, { read: 0 …}, '2026-11-01', '2026-11-22').metrics.read // 40
 * @param names the numbers the tab holds
 * @returns the numbers to keep and how many of Meta's were held back
 */
export function mergeMetrics(
  old: Metrics,
  incoming: Metrics,
  day: Day,
  syncDay: Day,
  names: readonly BaseMetric[] = BASE_METRICS,
): { metrics: Metrics; held: number } {
  const metrics = { ...incoming };
  let held = 0;
  if (!isPastLookBack(day, syncDay)) return { metrics, held };
  for (const name of names) {
    const before = old[name];
    const after = incoming[name];
    const expires = EXPIRING_METRICS.includes(name);
    if (before === null) {
      // A 0 that comes after Meta dropped the counts says nothing; empty stays empty.
      if (expires && after === 0) metrics[name] = null;
      continue;
    }
    if (after === null || (expires && after < before)) {
      metrics[name] = before;
      if (after !== null || (expires && before > 0)) held += 1;
    }
  }
  return { metrics, held };
}

/** What the answers for one account have shown so far. Plain lists: it travels in the cursor of a sync. */
export interface Seen {
  /** Whether a day beyond the look-back had deliveries. */
  delivered: boolean;
  /** Expiring counts above 0 on days beyond the look-back. */
  old: Expiring[];
  /** The same on younger days. */
  young: Expiring[];
}
export const NOTHING_SEEN: Seen = { delivered: false, old: [], young: [] };

/** Adds the points of one account to what was seen of it. */
export function seeAlso(
  before: Seen,
  points: readonly Pick<PointRow, 'day' | 'metrics' | 'buttons'>[],
  syncDay: Day,
): Seen {
  const [old, young] = [new Set(before.old), new Set(before.young)];
  let { delivered } = before;
  for (const { day, metrics, buttons } of points) {
    const past = isPastLookBack(day, syncDay);
    if (past && (metrics.delivered ?? 0) > 0) delivered = true;
    const counted = past ? old : young;
    for (const name of EXPIRING_METRICS) if ((metrics[name] ?? 0) > 0) counted.add(name);
    for (const { clicks, uniqueClicks } of buttons) {
      if ((clicks ?? 0) > 0) counted.add('buttonClicks');
      if ((uniqueClicks ?? 0) > 0) counted.add('buttonUniqueClicks');
    }
  }
  const listed = (names: ReadonlySet<Expiring>) => EXPIRING.filter((name) => names.has(name));
  return { delivered, old: listed(old), young: listed(young) };
}

/**
 * Counts that are resets rather than zeros on a first load: a metric is 0 or absent on every old day that
 * had deliveries, while a younger day has it above 0. Their zeros on old days are to be written empty.
 */
export function resetsIn({ delivered, old, young }: Seen): Expiring[] {
  return delivered ? young.filter((name) => !old.includes(name)) : [];
}

const DAY_KEY = (key: Pick<DailyKey, 'accountId' | 'day' | 'product'>): string =>
  `${key.accountId}|${key.day}|${key.product}`;

/**
 * Account-day-products whose answer cannot be believed: every point is all zero or absent where the
 * ledger has Sent above 0 (Meta served zeros on 13-15 Nov 2024). A single absent point is no reason.
 *
 * @param existing the ledger's rows of the days and templates asked for
 * @param incoming Meta's points of the same days and templates
 * @returns keys made by `unbelievedKey`
 */
export function findUnbelievable(
  existing: readonly (DailyKey & { metrics: Metrics })[],
  incoming: readonly (DailyKey & { metrics: Metrics })[],
): Set<string> {
  const alive = new Set<string>();
  for (const point of incoming) {
    if (BASE_METRICS.some((name) => (point.metrics[name] ?? 0) !== 0)) alive.add(DAY_KEY(point));
  }
  const doubtful = new Set<string>();
  for (const row of existing) {
    if ((row.metrics.sent ?? 0) > 0 && !alive.has(DAY_KEY(row))) doubtful.add(DAY_KEY(row));
  }
  return doubtful;
}
export const unbelievedKey = DAY_KEY;
