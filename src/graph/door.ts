// The one door to Meta: builds every URL from its parts, carries the token in a header, counts requests.
import { AddonError } from '../core/errors';
import type { HttpAnswer, HttpPort, HttpRequest } from './types';

const BASE = 'https://graph.facebook.com/';
/** Released 29 July 2026. An ended version is answered by an older one without a word, so name it always. */
const VERSION = 'v26.0';
/** More at once brings no speed in Apps Script and a harder fall when Meta throttles. */
export const WIDTH = 25;
/** Apps Script refuses longer URLs at about 2,080 characters. */
const LONGEST_URL = 2_000;

/** A question to Meta: path segments after the version, and query values, all unencoded. */
export interface Query {
  /** For the one question that changes something; a GET when absent. */
  method?: 'post';
  path: readonly string[];
  values: Readonly<Record<string, string>>;
}

export interface Door {
  /** Sends at most `WIDTH` queries at once; one answer each, in order. */
  send(queries: readonly Query[]): HttpAnswer[];
  count(): number;
}

/** The URL of a query. Nothing in it comes from a link Meta sent. */
function urlOf(query: Query): string {
  const path = [VERSION, ...query.path.map(encodeURIComponent)].join('/');
  const values = Object.entries(query.values).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  );
  return `${BASE}${path}${values.length > 0 ? `?${values.join('&')}` : ''}`;
}

/** Words for errors: which of Meta's lists was asked. */
const endpointOf = (query: Query): string => query.path[query.path.length - 1] ?? '';

/**
 * The URL, or null where it must not be sent. A cursor is the only foreign text in it: one that is too long,
 * is no proper text, or quotes the token goes nowhere.
 */
function safeUrlOf(query: Query, token: string): string | null {
  if ([...query.path, ...Object.values(query.values)].some((part) => part.includes(token)))
    return null;
  try {
    const url = urlOf(query);
    return url.length <= LONGEST_URL ? url : null;
  } catch {
    return null; // half of a surrogate pair cannot be encoded
  }
}

export function openDoor(http: HttpPort, token: string): Door {
  let count = 0;
  const request = (query: Query): HttpRequest => {
    const url = safeUrlOf(query, token);
    if (url === null) throw new AddonError('bad-response', { endpoint: endpointOf(query) });
    const headers = { Authorization: `Bearer ${token}`, Accept: 'application/json' };
    return query.method ? { url, method: query.method, headers } : { url, headers };
  };
  return {
    send(queries) {
      if (queries.length > WIDTH) throw new RangeError(`At most ${WIDTH} requests at once`);
      // Anything else would break the header or let a second one in.
      if (!/^[\x21-\x7e]+$/.test(token)) throw new AddonError('token-invalid');
      const requests = queries.map(request);
      if (requests.length === 0) return [];
      count += requests.length;
      const answers = http.fetchAll(requests);
      return requests.map((_, index) => answers[index] ?? { failed: 'no answer' });
    },
    count: () => count,
  };
}
