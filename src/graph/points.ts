// Turns the groups of an analytics answer into points of the ledger, and leaves out what cannot be believed.
import { addDays, type Day } from '../core/day';
import { CONVERSION_METRICS } from '../core/metrics';
import { civilDay, isDayStart, isZone } from '../core/zone';
import { numberOf, type RawGroup, type RawPoint } from './answers';
import { readConversions } from './conversions';
import type { AnalyticsRequest, ButtonClicks, Point, ProductName } from './types';

/** What was asked in one request: some of a wave's templates over some of its days. */
export interface Job {
  request: AnalyticsRequest;
  ids: readonly string[];
  from: Day;
  to: Day;
}
export interface ReadPoints {
  points: Point[];
  dropped: number;
  /** The zone Meta says it counts this account's days in. */
  zone: string | null;
}

const HOUR = 3_600;
/** The longest civil day is 24 hours and the widest step of a clock, two hours. */
const LONGEST_DAY = 26 * HOUR;
/** 1 January 2100: beyond it an instant is a mistake, and far beyond it Intl throws. */
const LAST_INSTANT = 4_102_444_800;

/** Reads the points of one answered request. */
export function readPoints(groups: readonly RawGroup[], job: Job): ReadPoints {
  const { request } = job;
  const points: Point[] = [];
  let dropped = 0;
  let zone: string | null = null;
  // Asked for on purpose, see `endOf`, and left out in silence.
  const dayAfter = addDays(job.to, 1);
  for (const group of groups) {
    const named = isZone(group.waba_timezone) ? group.waba_timezone : null;
    zone ??= named;
    const inZone = named ?? [request.timeZone, request.fallbackZone].find(isZone) ?? 'UTC';
    const product = group.product_type ? productOf(group.product_type) : request.product;
    for (const raw of group.data_points ?? []) {
      const day = dayOfPoint(raw, inZone);
      if (day === dayAfter) continue;
      const wanted = day !== null && job.from <= day && day <= job.to;
      const point = toPoint(raw, request.accountId, day ?? job.from, request.product);
      // The other product has a question of its own: what came here too would be counted twice.
      if (product !== request.product) dropped += saysSomething(point) ? 1 : 0;
      else if (!wanted || !job.ids.includes(point.templateId)) dropped += 1;
      else points.push(point);
    }
  }
  return { points, dropped, zone };
}

/** Meta writes the product in any case and has two words for the second. */
function productOf(word: string): ProductName | null {
  const lower = word.toLowerCase();
  if (lower === 'cloud_api') return 'cloud_api';
  return lower.startsWith('marketing_messages_') ? 'marketing_messages' : null;
}

const COUNTS = ['sent', 'delivered', 'read', 'replied', 'spent'] as const;

const saysSomething = ({ buttons, conversions, ...point }: Point): boolean =>
  [...COUNTS.map((name) => point[name]), ...Object.values(conversions)].some(
    (n) => n !== null && n > 0,
  ) || (buttons ?? []).some(({ count }) => count > 0);

/** The civil day a bucket holds: by its start in the zone, else by UTC; null when it is neither's day. */
export function dayOfPoint(raw: Pick<RawPoint, 'start' | 'end'>, zone: string): Day | null {
  const start = numberOf(raw.start);
  const end = numberOf(raw.end);
  if (start === null || start >= LAST_INSTANT) return null;
  if (end !== null && (end <= start || end - start > LONGEST_DAY)) return null;
  if (isDayStart(start, zone)) return civilDay(start, zone);
  return start % (24 * HOUR) === 0 ? civilDay(start, 'UTC') : null;
}

function toPoint(raw: RawPoint, accountId: string, day: Day, product: ProductName): Point {
  const isSpent = ({ type, value }: NonNullable<RawPoint['cost']>[number]) =>
    type?.toLowerCase() === 'amount_spent' && value != null;
  return {
    accountId,
    templateId: String(raw.template_id),
    day,
    product,
    sent: numberOf(raw.sent),
    delivered: numberOf(raw.delivered),
    read: numberOf(raw.read),
    replied: numberOf(raw.replied),
    buttons: raw.clicked ? raw.clicked.flatMap(toClicks) : null,
    spent: numberOf(raw.cost?.find(isSpent)?.value),
    conversions: readConversions(raw),
  };
}

/** A row without a count reports nothing. */
function toClicks(row: NonNullable<RawPoint['clicked']>[number]): ButtonClicks[] {
  const count = numberOf(row.count);
  if (count === null) return [];
  return [{ type: row.type || 'unknown', label: row.button_content || null, count }];
}

/**
 * Puts points of the same account, template, day and product together. Overlapping pages repeat a point;
 * when the repetition differs, Meta counted on between the two answers. Its counts only grow within
 * minutes, so the larger of each number is the newer one, in whatever order the two arrived.
 */
export function mergePoints(points: readonly Point[]): Point[] {
  const merged = new Map<string, Point>();
  for (const point of points) {
    const key = `${point.accountId}/${point.templateId}/${point.day}/${point.product}`;
    const known = merged.get(key);
    merged.set(key, known ? mergeTwo(known, point) : point);
  }
  return [...merged.values()];
}

function mergeTwo(a: Point, b: Point): Point {
  const merged = {
    ...a,
    buttons: fuller(a.buttons, b.buttons),
    conversions: { ...a.conversions },
  };
  for (const name of COUNTS) merged[name] = larger(a[name], b[name]);
  for (const name of CONVERSION_METRICS) {
    merged.conversions[name] = larger(a.conversions[name], b.conversions[name]);
  }
  return merged;
}

const larger = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.max(one, other);

/** The list with more clicks: taken whole, since rows of two buttons with one label cannot be paired. */
function fuller(a: ButtonClicks[] | null, b: ButtonClicks[] | null): ButtonClicks[] | null {
  if (a === null || b === null) return a ?? b;
  const total = (rows: ButtonClicks[]) => rows.reduce((sum, { count }) => sum + count, 0);
  const more = total(a) - total(b) || a.length - b.length;
  if (more !== 0) return more > 0 ? a : b;
  return JSON.stringify(a) >= JSON.stringify(b) ? a : b;
}
