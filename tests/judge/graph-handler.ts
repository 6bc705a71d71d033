// What a small Graph server answers, written from the reference: strict about requests as Meta is, and remembers each one.
import { civilDayOf, plusDays, startOfDay } from './days';
import { createRandom } from './random';
import type { JudgeAccount, JudgeTemplate, RawPoint, World } from './world';

export interface GraphOptions {
  token: string;
  /** Tokens of other people who see the same accounts. */
  otherTokens?: string[];
  /** Points per page of template_analytics. */
  pageSize?: number;
  order?: 'oldest' | 'newest' | 'shuffled';
  endIsIncluded?: boolean;
  /** An `end` after the account's today is refused with code 100. */
  refusesFutureEnd?: boolean;
  emptyPages?: boolean;
  /** The last point of a page comes again on the next one. */
  overlap?: boolean;
  foreignNext?: boolean;
  /** What stands as `next` where there is a further page, one after the other. */
  nextLinks?: unknown[];
  productType?: 'lower' | 'upper' | 'absent';
  namesZone?: boolean;
  templatesPerPage?: number;
  /** An empty group of the other product beside the asked one. */
  emptySecondGroup?: boolean;
  /** Each page of templates begins with the last one of the page before. */
  templatesOverlap?: boolean;
  /** Sent with every good answer. */
  headers?: Record<string, string>;
}
export interface Seen {
  method: string;
  url: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  status: number;
}
export type Fault = { status?: number; headers?: Record<string, string>; body: string } | 'hang-up';
export interface GraphRequest {
  method: string;
  /** Path and query, as they stand in the request's first line. */
  url: string;
  headers: Record<string, string>;
}
export interface GraphAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}
/** Answers requests one by one, without a network. */
export interface GraphHandler {
  options: GraphOptions;
  seen: Seen[];
  /** What Meta would never have been asked by a correct client. */
  violations: string[];
  /** Decides about a request before it is answered; null lets it through. */
  fault: ((seen: Seen, index: number) => Fault | null) | null;
  setNow(now: number): void;
  analyticsRequests(): Seen[];
  handle(request: GraphRequest): GraphAnswer | 'hang-up';
}

class Refused extends Error {
  constructor(
    readonly body: Record<string, unknown>,
    readonly status = 400,
  ) {
    super(String(body.message));
  }
}
const refuse = (code: number, message: string, more: Record<string, unknown> = {}): Refused =>
  new Refused({ message, type: 'OAuthException', code, fbtrace_id: 'JudgeTrace', ...more });

const ACCOUNT_FIELDS = new Set(
  'id name currency timezone_id country account_review_status business_verification_status ownership_type is_enabled_for_insights marketing_messages_onboarding_status owner_business_info status message_template_namespace'.split(
    ' ',
  ),
);
const TEMPLATE_FIELDS = new Set(
  'id name language status category previous_category correct_category sub_category parameter_format components quality_score rejected_reason library_template_name message_send_ttl_seconds cta_url_link_tracking_opted_out'.split(
    ' ',
  ),
);
const METRICS = new Set(['SENT', 'DELIVERED', 'READ', 'CLICKED', 'COST', 'REPLIED']);
const PRODUCTS = new Set([
  'CLOUD_API',
  'MARKETING_MESSAGES_LITE_API',
  'MARKETING_MESSAGES_API_FOR_WHATSAPP',
]);
const DAY_SECONDS = 86_400;

export function createGraphHandler(world: World, options: GraphOptions): GraphHandler {
  let now = world.now;
  const seen: Seen[] = [];
  const violations: string[] = [];
  const cursors = new Map<string, { key: string; at: number }>();
  let cursorCount = 0;
  let linkCount = 0;

  const graph: GraphHandler = {
    options,
    seen,
    violations,
    fault: null,
    setNow: (value) => {
      now = value;
    },
    analyticsRequests: () => seen.filter((one) => one.path.endsWith('/template_analytics')),
    handle,
  };

  function handle({ method, url: asked, headers }: GraphRequest): GraphAnswer | 'hang-up' {
    const url = new URL(asked, 'http://graph');
    const one: Seen = {
      method,
      url: asked,
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
      ),
      status: 0,
    };
    seen.push(one);
    const fault = graph.fault?.(one, seen.length - 1) ?? null;
    if (fault === 'hang-up') return fault;
    if (fault) {
      one.status = fault.status ?? 200;
      return {
        status: one.status,
        headers: { 'content-type': 'application/json', ...fault.headers },
        body: fault.body,
      };
    }
    let body: unknown;
    try {
      body = answer(one);
      one.status = 200;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      body = { error: error.body };
      one.status = error.status;
      violations.push(`${one.method} ${one.url}: ${error.message}`);
    }
    return {
      status: one.status,
      headers: {
        'content-type': 'application/json; charset=UTF-8',
        'facebook-api-version': 'v26.0',
        ...graph.options.headers,
      },
      body: JSON.stringify(body),
    };
  }

  function answer(one: Seen): unknown {
    if (one.method !== 'GET') throw refuse(100, `Unsupported ${one.method} request`);
    if ('access_token' in one.query) throw refuse(100, 'The token stands in the URL');
    const bearer = one.headers.authorization;
    if (bearer === undefined) throw new Refused({ message: 'No token', code: 200 }, 401);
    const tokens = [graph.options.token, ...(graph.options.otherTokens ?? [])];
    if (!tokens.some((token) => bearer === `Bearer ${token}`)) {
      throw new Refused(
        { message: 'Invalid OAuth access token', type: 'OAuthException', code: 190 },
        401,
      );
    }
    const [version, first = '', edge, ...rest] = one.path.split('/').slice(1);
    if (version !== 'v26.0' || rest.length > 0) throw refuse(2500, 'Unknown path components');
    if (first === 'me') return answerMe(edge ?? '', one);
    const account = world.accounts.find((known) => known.id === first);
    if (!account) {
      if (first === '555000000000001' && edge?.endsWith('_whatsapp_business_accounts')) {
        return pageOf(accountsBy(edge.startsWith('owned') ? 'owned' : 'client'), one, 25);
      }
      throw refuse(100, `Unsupported get request. Object with ID '${first}' does not exist`, {
        error_subcode: 33,
      });
    }
    if (edge === undefined) return pickFields(nodeOf(account), one, ACCOUNT_FIELDS);
    if (edge === 'message_templates') return listTemplates(account, one);
    if (edge === 'template_analytics') return analytics(account, one);
    if (edge === 'phone_numbers') return { data: [] };
    throw refuse(2500, `Unknown path components: /${edge}`);
  }

  const nodeOf = (account: JudgeAccount): Record<string, unknown> => ({
    id: account.id,
    name: account.name,
    ...(account.currency === null ? {} : { currency: account.currency }),
    ...(account.timezoneId === undefined ? {} : { timezone_id: account.timezoneId }),
    is_enabled_for_insights: true,
  });
  const accountsBy = (way: JudgeAccount['seenBy']): Record<string, unknown>[] =>
    world.accounts.filter((account) => account.seenBy === way).map(nodeOf);

  function answerMe(edge: string, one: Seen): unknown {
    if (edge === 'assigned_whatsapp_business_accounts') {
      return pageOf(accountsBy('assigned'), one, 25);
    }
    if (edge === 'businesses') {
      return {
        data: [
          {
            id: '555000000000001',
            name: 'Judge Group',
            owned_whatsapp_business_accounts: { data: accountsBy('owned'), paging: {} },
            client_whatsapp_business_accounts: { data: accountsBy('client') },
          },
          { id: '555000000000002', name: 'Nothing here' },
        ],
        paging: { cursors: { before: 'MAZDZD', after: 'MjQZD' } },
      };
    }
    if (edge === '') return { id: '122100009000801', name: 'System user' };
    throw refuse(2500, `Unknown path components: /${edge}`);
  }

  function pickFields(
    node: Record<string, unknown>,
    one: Seen,
    known: ReadonlySet<string>,
  ): Record<string, unknown> {
    const picked: Record<string, unknown> = { id: node.id };
    for (const field of (one.query.fields ?? 'id,name').split(',')) {
      if (!known.has(field)) throw refuse(100, `Tried accessing nonexisting field (${field})`);
      if (field in node) picked[field] = node[field];
    }
    return picked;
  }

  function listTemplates(account: JudgeAccount, one: Seen): unknown {
    const nodes = account.templates.map((template, index) =>
      pickFields(
        {
          id: template.numericId ? Number(template.id) : template.id,
          name: template.name,
          language: template.language,
          category: template.category,
          status: template.status,
          ...(index % 3 === 0 ? {} : { components: [{ type: 'BODY', text: '{{1}}' }] }),
        },
        one,
        TEMPLATE_FIELDS,
      ),
    );
    return pageOf(nodes, one, graph.options.templatesPerPage ?? 100);
  }

  /** One page of a plain list. */
  function pageOf(items: unknown[], one: Seen, cap: number): unknown {
    const key = `${one.path}?${one.query.fields}`;
    const at = readCursor(one, key);
    const size = Math.min(readLimit(one) ?? 25, cap);
    const from = graph.options.templatesOverlap ? Math.max(0, at - 1) : at;
    return {
      data: items.slice(from, at + size),
      paging: pagingFor(one, key, at, at + size, items),
    };
  }

  function readLimit(one: Seen): number | null {
    if (one.query.limit === undefined) return null;
    if (!/^[1-9]\d{0,5}$/.test(one.query.limit)) throw refuse(100, 'limit must be positive');
    return Number(one.query.limit);
  }
  function readCursor(one: Seen, key: string): number {
    if (one.query.after === undefined) return 0;
    const cursor = cursors.get(one.query.after);
    if (!cursor || cursor.key !== key) throw refuse(100, 'Invalid cursor');
    return cursor.at;
  }
  function pagingFor(one: Seen, key: string, from: number, to: number, items: unknown[]): object {
    const after = `QVFIU${(cursorCount++).toString(36)}+/=&${one.path.length}`;
    cursors.set(after, { key, at: to });
    const cursorsPart = { before: `before${from}`, after };
    // Cursors stand on the last page too; only `next` is left out there.
    if (to >= items.length) return { cursors: cursorsPart };
    const { nextLinks } = graph.options;
    if (nextLinks && nextLinks.length > 0) {
      linkCount += 1;
      return { cursors: cursorsPart, next: nextLinks[(linkCount - 1) % nextLinks.length] };
    }
    const host = graph.options.foreignNext
      ? 'https://evil.example/v1.0/steal?access_token=junk&after=WRONG#'
      : 'https://graph.facebook.com/v26.0';
    return { cursors: cursorsPart, next: `${host}${one.path}?after=${encodeURIComponent(after)}` };
  }

  function analytics(account: JudgeAccount, one: Seen): unknown {
    const { query } = one;
    for (const name of Object.keys(query)) {
      const known =
        'start end granularity template_ids metric_types product_type use_waba_timezone limit after before';
      if (!known.split(' ').includes(name)) throw refuse(100, `Unknown parameter ${name}`);
    }
    if (query.granularity?.toUpperCase() !== 'DAILY') {
      throw refuse(100, 'granularity must be DAILY');
    }
    const ids = readIds(query.template_ids);
    const templates = ids.map((id) => {
      const template = account.templates.find((known) => known.id === id);
      if (!template) throw refuse(100, `Template ${id} is not of this account`);
      return template;
    });
    for (const metric of readNames(query.metric_types)) {
      if (!METRICS.has(metric.toUpperCase())) throw refuse(100, `Unknown metric ${metric}`);
    }
    const product = query.product_type ?? 'CLOUD_API';
    if (!PRODUCTS.has(product)) throw refuse(100, `Unknown product_type ${product}`);
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
    if (graph.options.refusesFutureEnd && end > today) throw refuse(100, 'end lies in the future');
    const last = graph.options.endIsIncluded === false ? plusDays(end, -1) : end;
    const points =
      product === 'CLOUD_API' ? collect(templates, start, [last, today].sort()[0] as string) : [];
    return pageOfPoints(account, one, product, arrange(points));
  }

  function collect(templates: JudgeTemplate[], from: string, to: string): RawPoint[] {
    return templates.flatMap((template) =>
      [...template.points].filter(([day]) => from <= day && day <= to).map(([, point]) => point),
    );
  }
  function arrange(points: RawPoint[]): RawPoint[] {
    const sorted = [...points].sort((a, b) => a.start - b.start);
    if (graph.options.order === 'newest') return sorted.reverse();
    if (graph.options.order === 'shuffled') return createRandom(points.length).shuffle(sorted);
    return sorted;
  }

  function pageOfPoints(
    account: JudgeAccount,
    one: Seen,
    product: string,
    points: RawPoint[],
  ): unknown {
    const { pageSize = 1000, emptyPages, overlap, productType, namesZone } = graph.options;
    const { after: _, ...asked } = one.query;
    const key = `${one.path}?${JSON.stringify(asked)}`;
    // Every second page is empty when asked so: position 2n is page n, 2n + 1 the empty one after it.
    const step = emptyPages ? 2 : 1;
    const page = readCursor(one, key);
    const size = Math.min(readLimit(one) ?? 25, pageSize);
    const index = Math.floor(page / step);
    const from = Math.max(0, index * size - (overlap && index > 0 ? 1 : 0));
    const slice = page % step === 1 ? [] : points.slice(from, (index + 1) * size);
    const pages = Math.max(1, Math.ceil(points.length / size)) * step;
    const word = productType === 'upper' ? product : product.toLowerCase();
    const group = {
      granularity: 'DAILY',
      ...(productType === 'absent' ? {} : { product_type: word }),
      ...(namesZone ? { waba_timezone: account.zone } : {}),
      data_points: slice,
    };
    const data: unknown[] = slice.length === 0 && page > 0 ? [] : [group];
    if (graph.options.emptySecondGroup) {
      data.push({
        granularity: 'DAILY',
        product_type: 'MARKETING_MESSAGES_LITE_API',
        data_points: [],
      });
    }
    return { data, paging: pagingFor(one, key, page, page + 1, Array.from({ length: pages })) };
  }

  return graph;
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
