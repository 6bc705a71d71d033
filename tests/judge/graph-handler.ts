// What a small Graph server answers, written from the reference: strict about requests as Meta is, and remembers each one.
import { createAnalytics } from './graph-analytics';
import { createNodes } from './graph-nodes';
import type { GraphOptions, Seen } from './graph-options';
import { createPager } from './graph-pages';
import { Refused, refuse } from './graph-refusal';
import type { JudgeAccount, World } from './world';

export type { GraphOptions, Seen } from './graph-options';

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
  /** Refusals the options ask for: a correct client meets each once and remembers it. */
  refusals: string[];
  /** Decides about a request before it is answered; null lets it through. */
  fault: ((seen: Seen, index: number) => Fault | null) | null;
  setNow(now: number): void;
  analyticsRequests(): Seen[];
  /** Requests that were to change something at Meta. */
  posts(): Seen[];
  handle(request: GraphRequest): GraphAnswer | 'hang-up';
}

export function createGraphHandler(world: World, options: GraphOptions): GraphHandler {
  let now = world.now;
  const seen: Seen[] = [];
  const violations: string[] = [];
  const refusals: string[] = [];
  const graph: GraphHandler = {
    options,
    seen,
    violations,
    refusals,
    fault: null,
    setNow: (value) => {
      now = value;
    },
    analyticsRequests: () => seen.filter((one) => one.path.endsWith('/template_analytics')),
    posts: () => seen.filter((one) => one.method !== 'GET'),
    handle,
  };
  const optionsNow = (): GraphOptions => graph.options;
  const pager = createPager(optionsNow);
  const nodes = createNodes(world, pager, optionsNow);
  const analytics = createAnalytics(pager, optionsNow);

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
      const list = error.foreseen ? refusals : violations;
      list.push(`${one.method} ${one.url}: ${error.message}`);
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
    if (one.method !== 'GET' && one.method !== 'POST') {
      throw refuse(100, `Unsupported ${one.method} request`);
    }
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
    const account = world.accounts.find((known) => known.id === first);
    if (one.method === 'POST') return change(account, edge, one);
    if (first === 'me') return nodes.readMe(edge ?? '', one);
    if (!account) {
      const listed = nodes.ofBusiness(first, edge ?? '', one);
      if (listed !== null) return listed;
      throw refuse(100, `Unsupported get request. Object with ID '${first}' does not exist`, {
        error_subcode: 33,
      });
    }
    if (edge === undefined) return nodes.readAccount(account, one);
    if (edge === 'message_templates') return nodes.listTemplates(account, one);
    if (edge === 'template_analytics') return analytics.answer(account, one, now);
    if (edge === 'phone_numbers') return { data: [] };
    throw refuse(2500, `Unknown path components: /${edge}`);
  }

  /** The one thing a client may change: insights, switched on for good. */
  function change(account: JudgeAccount | undefined, edge: string | undefined, one: Seen): unknown {
    const asked = JSON.stringify(one.query);
    if (!account || edge !== undefined || asked !== '{"is_enabled_for_insights":"true"}') {
      throw refuse(100, 'Unsupported post request');
    }
    account.insights = true;
    return { id: Number(account.id) };
  }

  return graph;
}
