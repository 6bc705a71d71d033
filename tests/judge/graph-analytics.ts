// template_analytics of the judge's Graph server: strict about every parameter, and only what was asked for comes.
import { CONVERSION_METRICS } from './conversions';
import { civilDayOf, plusDays, startOfDay } from './days';
import { type GraphOptions, MARKETING_WORDS, type Seen } from './graph-options';
import type { Pager } from './graph-pages';
import { foresee, refuse } from './graph-refusal';
import { createRandom } from './random';
import type { JudgeAccount, JudgeTemplate, RawPoint } from './world';

const PARAMETERS =
  'start end granularity template_ids metric_types product_type use_waba_timezone limit after before'.split(
    ' ',
  );
/** Where the number of each metric stands in a point. */
const KEYS = new Map<string, string>([
  ...['SENT', 'DELIVERED', 'READ', 'CLICKED', 'COST', 'REPLIED', ...CONVERSION_METRICS].map(
    (name): [string, string] => [name, name.toLowerCase()],
  ),
]);
const DAY_SECONDS = 86_400;

export interface Analytics {
  answer(account: JudgeAccount, one: Seen, now: number): unknown;
}

export function createAnalytics(pager: Pager, optionsNow: () => GraphOptions): Analytics {
  return {
    answer(account, one, now) {
      const { query } = one;
      for (const name of Object.keys(query)) {
        if (!PARAMETERS.includes(name)) throw refuse(100, `Unknown parameter ${name}`);
      }
      if (query.granularity?.toUpperCase() !== 'DAILY') {
        throw refuse(100, 'granularity must be DAILY');
      }
      const templates = readIds(query.template_ids).map((id) => {
        const template = account.templates.find((known) => known.id === id);
        if (!template) throw refuse(100, `Template ${id} is not of this account`);
        return template;
      });
      const metrics = readMetrics(query.metric_types);
      const word = query.product_type ?? 'CLOUD_API';
      const marketing = word !== 'CLOUD_API';
      if (marketing && !MARKETING_WORDS.some((known) => known === word)) {
        throw refuse(100, `Unknown product_type ${word}`);
      }
      const wabaZone = query.use_waba_timezone === 'true';
      const zone = wabaZone ? account.zone : 'UTC';
      const [start, end] = [query.start, query.end].map((text) => readBorder(text, wabaZone));
      if (start === undefined || end === undefined || start > end) {
        throw refuse(100, 'start and end are required, in order');
      }
      if (startOfDay(start, zone) < now / 1000 - 90 * DAY_SECONDS) {
        throw refuse(100, `start ${start} lies more than 90 days back`);
      }
      const today = civilDayOf(now, zone);
      const { refusesFutureEnd, endIsIncluded } = optionsNow();
      if (refusesFutureEnd && end > today) throw refuse(100, 'end lies in the future');
      refuseAsChosen(account, word, metrics);
      const last = endIsIncluded === false ? plusDays(end, -1) : end;
      const points = collect(templates, marketing, start, [last, today].sort()[0] as string);
      return pageOfPoints(
        account,
        one,
        word,
        arrange(points).map((point) => keepAsked(point, metrics)),
      );
    },
  };

  /** What this server was told to refuse of a question that is well put. */
  function refuseAsChosen(account: JudgeAccount, word: string, metrics: readonly string[]): void {
    const options = optionsNow();
    if (account.insights === false) {
      const { message = 'Template Insights not enabled', ...more } = options.insightsError ?? {};
      throw foresee(200007, String(message), more);
    }
    const marketing = word !== 'CLOUD_API';
    const known: string[] = [...MARKETING_WORDS].filter(
      (one) => options.marketingWord === undefined || one === options.marketingWord,
    );
    if (marketing && options.noMarketing?.accountIds.includes(account.id)) {
      const { code = 100, message } = options.noMarketing;
      throw foresee(code, message ?? `(#${code}) Param product_type must be one of {CLOUD_API}`);
    }
    if (marketing && !known.includes(word)) {
      const list = ['CLOUD_API', ...known].join(', ');
      throw foresee(100, `(#100) Param product_type must be one of {${list}}`);
    }
    const refused = (options.refusedMetrics ?? [])
      .filter((one) => one.product === (marketing ? 'marketing' : 'cloud'))
      .filter((one) => one.accountId === undefined || one.accountId === account.id)
      .flatMap((one) => one.metrics);
    const at = metrics.findIndex((name) => refused.includes(name));
    if (at < 0) return;
    const allowed = [...KEYS.keys()].filter((name) => !refused.includes(name)).join(', ');
    throw foresee(
      100,
      {
        named: `(#100) Metric ${metrics[at]} is not supported`,
        numbered: `(#100) Param metric_types[${at}] must be one of {${allowed}}`,
        silent: '(#100) Invalid parameter',
      }[options.metricRefusal ?? 'named'],
    );
  }

  function arrange(points: RawPoint[]): RawPoint[] {
    const sorted = [...points].sort((a, b) => a.start - b.start);
    const { order } = optionsNow();
    if (order === 'newest') return sorted.reverse();
    if (order === 'shuffled') return createRandom(points.length).shuffle(sorted);
    return sorted;
  }

  function pageOfPoints(
    account: JudgeAccount,
    one: Seen,
    word: string,
    points: RawPoint[],
  ): unknown {
    const options = optionsNow();
    const { pageSize = 1000, emptyPages, overlap, namesZone } = options;
    const { after: _, ...asked } = one.query;
    const key = `${one.path}?${JSON.stringify(asked)}`;
    // Every second page is empty when asked so: position 2n is page n, 2n + 1 the empty one after it.
    const step = emptyPages ? 2 : 1;
    const page = pager.readCursor(one, key);
    const size = Math.min(pager.readLimit(one) ?? 25, pageSize);
    const index = Math.floor(page / step);
    const from = Math.max(0, index * size - (overlap && index > 0 ? 1 : 0));
    const slice = page % step === 1 ? [] : points.slice(from, (index + 1) * size);
    const pages = Math.max(1, Math.ceil(points.length / size)) * step;
    const groupOf = (product: string, data_points: RawPoint[]): object => ({
      granularity: 'DAILY',
      ...(options.productType === 'absent' ? {} : { product_type: writeWord(product) }),
      ...(namesZone ? { waba_timezone: account.zone } : {}),
      data_points,
    });
    const data: unknown[] = slice.length === 0 && page > 0 ? [] : [groupOf(word, slice)];
    if (options.emptySecondGroup) {
      data.push(groupOf(word === 'CLOUD_API' ? MARKETING_WORDS[0] : 'CLOUD_API', []));
    }
    return { data, paging: pager.pagingFor(one, key, page, page + 1, pages) };
  }

  function writeWord(asked: string): string {
    const { answersOtherWord, productType } = optionsNow();
    const other = MARKETING_WORDS.find((word) => word !== asked) ?? asked;
    const word = answersOtherWord && asked !== 'CLOUD_API' ? other : asked;
    return productType === 'upper' ? word : word.toLowerCase();
  }
}

function collect(
  templates: readonly JudgeTemplate[],
  marketing: boolean,
  from: string,
  to: string,
): RawPoint[] {
  return templates.flatMap((template) =>
    [...((marketing ? template.marketing : template.points) ?? [])]
      .filter(([day]) => from <= day && day <= to)
      .map(([, point]) => point),
  );
}

/** A point without what was not asked; without any metric named, all of it. Words of no version stay. */
function keepAsked(point: RawPoint, metrics: readonly string[]): RawPoint {
  if (metrics.length === 0) return point;
  const kept = { ...point };
  for (const [metric, key] of KEYS) if (!metrics.includes(metric)) delete kept[key];
  return kept;
}

function readMetrics(text: string | undefined): string[] {
  const names = readNames(text).map((name) => name.toUpperCase());
  for (const name of names) if (!KEYS.has(name)) throw refuse(100, `Unknown metric ${name}`);
  if (new Set(names).size < names.length) throw refuse(100, 'metric_types must differ');
  return names;
}

function readIds(text: string | undefined): string[] {
  const match = /^\[(.*)\]$/.exec(text ?? '');
  const ids = readNames(match?.[1]).map((id) => id.replace(/^"(.*)"$/, '$1'));
  if (ids.length === 0 || ids.length > 10) throw refuse(100, 'template_ids takes 1 to 10 ids');
  if (!ids.every((id) => /^\d+$/.test(id)) || new Set(ids).size < ids.length) {
    throw refuse(100, 'template_ids must be different ids');
  }
  return ids;
}

const readNames = (text: string | undefined): string[] =>
  (text ?? '')
    .replace(/^\[|\]$|"/g, '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

function readBorder(text: string | undefined, wabaZone: boolean): string | undefined {
  if (text === undefined) return undefined;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  if (wabaZone) throw refuse(100, 'With use_waba_timezone dates must be YYYY-MM-DD');
  if (!/^\d+$/.test(text)) throw refuse(100, `Not a time: ${text}`);
  return civilDayOf(Number(text) * 1000, 'UTC');
}
