// The wire between the add-on and the Graph server: passes requests on, breaks answers as a fault file says, sees all.
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { applyChange, toJson } from './changes';
import type { Bound, Fault, FaultAnswer, FaultOn } from './form';

export interface WireRequest {
  method: string;
  url: string;
  endpoint: 'template_analytics' | 'message_templates' | 'account' | 'me' | 'other';
  account: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  /** Which of the faults answered it, if any. */
  fault: number | null;
  /** Whether some faulty answer was already on its way when this request came. */
  late: boolean;
}
export interface Wire {
  url: string;
  seen: WireRequest[];
  /** Faults count from here on. */
  setFaults(faults: readonly Fault[]): void;
  close(): Promise<void>;
}
/** What the wire must know of the world to recognise requests. */
export interface Known {
  accounts: () => string[];
  templateIds: () => string[];
  token: string;
}

interface Armed {
  fault: Fault;
  matched: number;
  answered: number;
  tries: Map<string, number>;
  firstPage: string | null;
}
interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export async function startWire(graphUrl: string, known: Known): Promise<Wire> {
  const seen: WireRequest[] = [];
  /** Cursors made up by a fault; the Graph server never gave them out, so they are taken off again. */
  const madeUp = new Set<string>();
  let armed: Armed[] = [];
  let broken = false;

  const server = createServer((incoming, response) => {
    serve(incoming, response).catch((error: Error) => {
      // A file the wire cannot play must not hang: the answer says so to whoever reads the log.
      send(response, { status: 599, headers: {}, body: `The wire broke: ${error.message}` });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const one = readRequest(incoming, known);
    one.late = broken;
    seen.push(one);
    const found = armed.findIndex((each) => answers(each, one, known));
    const rule = armed[found];
    if (!rule) {
      send(response, await pass(one));
      return;
    }
    one.fault = found;
    const answer = rule.fault.answer;
    if (answer.delayMs) await new Promise((resolve) => setTimeout(resolve, answer.delayMs));
    if (answer.hangUp) {
      broken = true;
      incoming.socket.destroy();
      return;
    }
    const given = await build(answer, one, rule);
    broken = true;
    send(response, given);
  }

  async function build(answer: FaultAnswer, one: WireRequest, rule: Armed): Promise<Answer> {
    const place = (words: string): string =>
      words
        .replaceAll('{token}', known.token)
        .replaceAll('{url}', one.url)
        .replaceAll('{account}', one.account);
    const headers = Object.fromEntries(
      Object.entries(answer.headers ?? {}).map(([name, value]) => [
        name.toLowerCase(),
        place(value),
      ]),
    );
    const made = (status: number, type: string, body: string): Answer => ({
      status: answer.status ?? status,
      headers: { 'content-type': type, ...headers },
      body: place(body),
    });
    if (answer.error !== undefined) {
      const error = answer.error && {
        type: 'OAuthException',
        fbtrace_id: 'FaultTrace',
        ...answer.error,
      };
      return made(400, 'application/json; charset=UTF-8', toJson({ error }));
    }
    if ('body' in answer) return made(200, 'application/json; charset=UTF-8', toJson(answer.body));
    if (answer.text !== undefined) return made(200, 'application/json', answer.text);
    if (answer.html !== undefined) return made(502, 'text/html', answer.html);

    const right = await pass(one);
    const result = {
      status: answer.status ?? right.status,
      headers: { ...right.headers, ...headers },
      body: right.body,
    };
    if (answer.cutAfter !== undefined) result.body = result.body.slice(0, answer.cutAfter);
    if (answer.change && right.status === 200) {
      if (answer.change.repeatPage) result.body = rule.firstPage ??= result.body;
      result.body = applyChange(answer.change, result.body, {
        turn: rule.answered - 1,
        place,
        invent: (cursor) => madeUp.add(cursor),
      });
    }
    return result;
  }

  function pass(one: WireRequest): Promise<Answer> {
    const url = new URL(one.url, graphUrl);
    if (madeUp.has(url.searchParams.get('after') ?? '')) url.searchParams.delete('after');
    // Written by hand: the Graph server shall see the very characters the add-on sent.
    const target = madeUp.has(one.query.after ?? '') ? `${url.pathname}${url.search}` : one.url;
    return new Promise((resolve, reject) => {
      const sent = request(
        graphUrl + target,
        { method: one.method, headers: { ...one.headers, host: url.host } },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('end', () => {
            const {
              'content-length': _,
              'transfer-encoding': __,
              connection: ___,
              ...headers
            } = answer.headers;
            resolve({
              status: answer.statusCode ?? 0,
              headers: Object.fromEntries(
                Object.entries(headers).map(([name, value]) => [name, String(value)]),
              ),
              body: Buffer.concat(chunks).toString('utf8'),
            });
          });
        },
      );
      sent.on('error', reject);
      sent.end();
    });
  }

  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    setFaults(faults) {
      broken = false;
      armed = faults.map((fault) => ({
        fault,
        matched: 0,
        answered: 0,
        tries: new Map(),
        firstPage: null,
      }));
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, headers);
  response.end(body);
}

function readRequest(incoming: IncomingMessage, known: Known): WireRequest {
  const url = new URL(incoming.url ?? '/', 'http://wire');
  const [, first = '', edge] = url.pathname.split('/').slice(1);
  const isEdge = edge === 'template_analytics' || edge === 'message_templates';
  const endpoint =
    first === 'me' || edge?.endsWith('_whatsapp_business_accounts')
      ? 'me'
      : isEdge
        ? edge
        : edge === undefined && known.accounts().includes(first)
          ? 'account'
          : 'other';
  return {
    method: incoming.method ?? '',
    url: incoming.url ?? '',
    endpoint,
    account: first,
    query: Object.fromEntries(url.searchParams),
    headers: Object.fromEntries(
      Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
    ),
    fault: null,
    late: false,
  };
}

/** Whether a fault is for this request, counting it on the way. */
function answers(armed: Armed, one: WireRequest, known: Known): boolean {
  const { on = {} } = armed.fault;
  if (!matches(on, one, known)) return false;
  if (on.tries !== undefined) {
    const tries = (armed.tries.get(one.url) ?? 0) + 1;
    armed.tries.set(one.url, tries);
    if (tries > on.tries) return false;
  }
  armed.matched += 1;
  const place = armed.matched - (on.from ?? 1);
  if (place < 0 || place % (on.every ?? 1) !== 0) return false;
  if (on.times !== undefined && on.times !== 'always' && armed.answered >= on.times) return false;
  armed.answered += 1;
  return true;
}

function matches(on: FaultOn, one: WireRequest, known: Known): boolean {
  const { endpoint = 'template_analytics' } = on;
  if (endpoint !== 'any' && endpoint !== one.endpoint) return false;
  if (on.account !== undefined && known.accounts()[on.account] !== one.account) return false;
  const ids: string[] = (one.query.template_ids ?? '').match(/\d+/g) ?? [];
  if (on.template !== undefined && !ids.includes(known.templateIds()[on.template] ?? ''))
    return false;
  if (on.ids !== undefined && !fits(on.ids, ids.length)) return false;
  if (on.days !== undefined && !fits(on.days, daysOf(one))) return false;
  return on.after === undefined || on.after === (one.query.after !== undefined);
}

/** Days a request spans by its words; 0 where it names none. */
function daysOf({ query }: WireRequest): number {
  const span = Date.parse(query.end ?? '') - Date.parse(query.start ?? '');
  return Number.isFinite(span) ? Math.round(span / 86_400_000) : 0;
}

/** Whether a number keeps to a bound. */
export function fits(limit: Bound, n: number): boolean {
  if (typeof limit === 'number') return n === limit;
  const { least = -Infinity, most = Infinity, exactly } = limit;
  return n >= least && n <= most && (exactly === undefined || n === exactly);
}
