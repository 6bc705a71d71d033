// The analytics edge: checks the request as strictly as Meta's page reads, and gives the points page by page.
import type { Account } from './accounts';
import { DAY_SECONDS, dayAt, startOfDay } from './calendar';
import type { Call } from './call';
import { CONVERSIONS, cutFunnels } from './conversions';
import { countSpan, GROWING_DAYS, wholeHour } from './growth';
import { type Asked, otherWord, readMetrics, readProduct } from './metrics';
import { addOddConversions } from './odd-conversions';
import { cutPage } from './paging';
import { type Bucket, type Metric, makePoint, type Point } from './points';
import { readFlag, readList, readMoment, requireText } from './query';
import { addQuirk, zeroPoint } from './quirks';
import { seedOf } from './random';
import { Refusal } from './refusals';
import { planFor, type Template } from './template';
import type { DayTotals } from './traffic';
import { templatesOf } from './world';

const MOST_TEMPLATES = 10;
const REACH_DAYS = 90;

interface Wanted {
  templates: Template[];
  buckets: Bucket[];
  metrics: ReadonlySet<Metric>;
  byZone: boolean;
}

export function answerTemplateAnalytics(call: Call, account: Account): unknown {
  const asked = readProduct(call.query.get('product_type'), call.scenarios);
  const wanted = readRequest(call, account);
  if (hasNothing(account, asked, wanted)) return { data: [] };
  const points = order(collectPoints(call, account, asked, wanted), call);
  const page = cutPage(points, call, Number.MAX_SAFE_INTEGER);
  const group = {
    ...(wanted.byZone ? { waba_timezone: account.zone } : {}),
    granularity: 'DAILY',
    product_type: asked.word,
    data_points: page.items,
  };
  const data: unknown[] = page.isGap ? [] : [group];
  if (call.scenarios.has('quirks')) {
    data.push({ ...group, product_type: otherWord(asked), data_points: [] });
  }
  return { data, paging: page.paging };
}

/** A shop that never used Marketing Messages, and days before insights were switched on. */
function hasNothing(account: Account, { product }: Asked, { buckets }: Wanted): boolean {
  const isUnused = account.templates.every((template) => planFor(template, product) === null);
  const { recordedFrom } = account;
  return isUnused || (recordedFrom !== null && buckets.every(({ end }) => end <= recordedFrom));
}

function readRequest(call: Call, account: Account): Wanted {
  const byZone = readFlag(call, 'use_waba_timezone');
  const zone = byZone ? account.zone : 'UTC';
  const granularity = requireText(call, 'granularity');
  if (granularity !== 'DAILY' && granularity !== 'daily') {
    throw new Refusal('bad-granularity', { value: granularity });
  }
  const start = readMoment(call, 'start', zone, byZone);
  const end = readMoment(call, 'end', zone, byZone);
  if (end.seconds < start.seconds) throw new Refusal('end-before-start');
  if (start.seconds < call.now - REACH_DAYS * DAY_SECONDS) throw new Refusal('before-reach');
  if (end.day > dayAt(zone, call.now) + 1) throw new Refusal('end-in-future');
  const last = call.scenarios.has('exclusive-end') ? end.day - 1 : end.day;
  const buckets: Bucket[] = [];
  for (let day = start.day; day <= last; day += 1) {
    buckets.push({ start: startOfDay(zone, day), end: startOfDay(zone, day + 1) });
  }
  const metrics = new Set(readMetrics(readList(call, 'metric_types'), call.scenarios));
  // One provider says that conversions come only by the account's own days.
  if (!byZone) for (const name of CONVERSIONS) metrics.delete(name);
  return {
    templates: readTemplates(call, account),
    metrics,
    buckets,
    byZone,
  };
}

function readTemplates(call: Call, account: Account): Template[] {
  const ids = readList(call, 'template_ids');
  const value = call.query.get('template_ids');
  if (ids === null && value === null)
    throw new Refusal('missing-parameter', { name: 'template_ids' });
  if (ids === null || ids.some((id) => !/^\d+$/.test(id))) {
    throw new Refusal('bad-template-ids', { value: value ?? String(ids) });
  }
  if (ids.length === 0) throw new Refusal('missing-parameter', { name: 'template_ids' });
  if (ids.length > MOST_TEMPLATES) throw new Refusal('too-many-templates', { count: ids.length });
  const templates = templatesOf(account, call.now);
  return [...new Set(ids)].map((id) => {
    const template = templates.find((candidate) => candidate.id === id);
    if (template === undefined) throw new Refusal('unknown-template', { id });
    return template;
  });
}

function collectPoints(call: Call, account: Account, asked: Asked, wanted: Wanted): Point[] {
  const now = wholeHour(call.now * 1000);
  const { product } = asked;
  const isQuirky = call.scenarios.has('quirks');
  const isOdd = call.scenarios.has('odd-conversions');
  return wanted.buckets.flatMap((bucket) => {
    const isReset =
      call.scenarios.has('reset-reads') && bucket.end + GROWING_DAYS * DAY_SECONDS <= call.now;
    const from = Math.max(bucket.start, account.recordedFrom ?? bucket.start);
    return wanted.templates.flatMap((template): Point[] => {
      const counts = countSpan(template, account.zone, from, bucket.end, now, product);
      if (counts === null) {
        if (!isQuirky || bucket.end > now) return [];
        const zero = zeroPoint(template.id, bucket, wanted.metrics.has('cost'));
        return zero === null ? [] : [zero];
      }
      const seen = isReset ? resetReads(counts) : counts;
      const plain = makePoint(template, account, product, bucket, seen, wanted.metrics);
      if (plain === null) return [];
      const point = isOdd ? addOddConversions(plain) : plain;
      return [isQuirky ? addQuirk(point) : point];
    });
  });
}

function resetReads(counts: DayTotals): DayTotals {
  const buttons = counts.buttons.map((button) => ({ ...button, clicks: 0, unique: 0 }));
  const funnels = counts.funnels && cutFunnels(counts.funnels, () => 0);
  return { ...counts, read: 0, buttons, funnels };
}

function order(points: Point[], { scenarios }: Call): Point[] {
  if (scenarios.has('shuffled')) {
    const place = (point: Point) => seedOf('order', String(point.template_id), point.start);
    return [...points].sort((a, b) => place(a) - place(b));
  }
  return scenarios.has('newest-first') ? [...points].sort((a, b) => b.start - a.start) : points;
}
