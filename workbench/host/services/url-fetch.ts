// UrlFetchApp: checks requests as Google does, sends them through the host's door, and judges the answers.
import type { FetchAnswer, FetchRequest } from '../api';
import { isAbsent, needArray, needFlag, needInteger, needObject, needText } from '../arguments';
import type { Execution } from '../execution';
import { at, type Misfits, type NoMisfits, Service } from '../service';

const MAX_URL = 2082;
const MAX_HEADERS = 100;
const MAX_HEADER = 8 * 1024;
const MAX_BODY = 50 * 1024 * 1024;
const METHODS = ['get', 'delete', 'patch', 'post', 'put'];
const SHOWN_BODY = 200;

interface Prepared {
  request: FetchRequest;
  muted: boolean;
  followRedirects: boolean;
}

export class UrlFetchAppService extends Service {
  static override readonly service = 'UrlFetchApp';

  fetch(url: string, params?: unknown): HttpResponseService {
    const options = isAbsent(params) ? {} : needObject(params, 'params');
    const prepared = prepare(this[at], url, options);
    const [answer] = this.#send([prepared]);
    if (!answer) throw new Error(`Address unavailable: ${url}`);
    return answer;
  }
  fetchAll(requests: unknown): HttpResponseService[] {
    const prepared = needArray(requests, 'requests').map((item) => {
      if (typeof item === 'string') return prepare(this[at], item, {});
      const { url, ...options } = needObject(item, 'requests');
      return prepare(this[at], url, options);
    });
    return this.#send(prepared);
  }
  /** One address that does not answer fails the whole batch, muted or not. */
  #send(prepared: Prepared[]): HttpResponseService[] {
    const { counter, options } = this[at].world;
    counter.call('UrlFetchApp.requests', prepared.length);
    if (prepared.length === 0) return [];
    spendQuota(this[at], prepared.length);
    const answers = options.fetch(prepared.map(({ request }) => request));
    if (answers.length !== prepared.length) throw new Error('The fetch door lost an answer.');
    return prepared.map((one, index) => judge(this[at], one, answers[index]));
  }
}

/** A batch that is larger than what is left sends nothing, and nothing is left for others. */
function spendQuota({ world: { planned } }: Execution, requests: number): void {
  if (planned.fetchesLeft === null) return;
  const left = planned.fetchesLeft - requests;
  planned.fetchesLeft = Math.max(0, left);
  if (left < 0) throw new Error('Service invoked too many times for one day: urlfetch.');
}

function judge(
  execution: Execution,
  { request, muted, followRedirects }: Prepared,
  answer: FetchAnswer | undefined,
): HttpResponseService {
  if (!answer || 'failed' in answer) throw new Error(`Address unavailable: ${request.url}`);
  if (answer.status >= 300 && answer.status < 400 && followRedirects) {
    throw new Error(
      'not emulated: UrlFetchApp following a redirect (set followRedirects to false)',
    );
  }
  if (answer.body.length > MAX_BODY) throw new Error(`URLFetch response too large: ${request.url}`);
  if (!muted && (answer.status < 200 || answer.status >= 400)) {
    throw new Error(
      `Request failed for ${new URL(request.url).origin} returned code ${answer.status}. Truncated server response: ${answer.body.slice(0, SHOWN_BODY)} (use muteHttpExceptions option to examine full response)`,
    );
  }
  return new HttpResponseService(execution, answer.status, answer.headers, answer.body);
}

const OPTIONS = new Set([
  'contentType',
  'headers',
  'method',
  'payload',
  'validateHttpsCertificates',
  'followRedirects',
  'muteHttpExceptions',
  'escaping',
  'timeoutSeconds',
]);

function prepare(
  execution: Execution,
  address: unknown,
  options: Record<string, unknown>,
): Prepared {
  for (const key of Object.keys(options)) {
    if (!OPTIONS.has(key)) throw new Error(`not emulated: UrlFetchApp option ${key}`);
  }
  const flag = (name: string, without: boolean): boolean =>
    isAbsent(options[name]) ? without : needFlag(options[name], name);
  if (!flag('validateHttpsCertificates', true) || !flag('escaping', true)) {
    throw new Error('not emulated: UrlFetchApp without certificate checks or escaping');
  }
  if (!isAbsent(options.timeoutSeconds)) {
    const seconds = needInteger(options.timeoutSeconds, 'timeoutSeconds');
    if (seconds < 1 || seconds > 360) throw new Error('Invalid argument: timeoutSeconds');
  }
  const url = checkUrl(execution, needText(address, 'url'));
  const method = isAbsent(options.method)
    ? 'get'
    : needText(options.method, 'method').toLowerCase();
  if (!METHODS.includes(method)) throw new Error(`Invalid argument: method ${method}`);
  const headers = readHeaders(options.headers);
  const body = readPayload(options.payload);
  if (body !== null && method === 'get') throw new Error('Invalid argument: a GET has no payload.');
  if (!isAbsent(options.contentType)) {
    headers['Content-Type'] = needText(options.contentType, 'contentType');
  } else if (body !== null && !Object.keys(headers).some((key) => /^content-type$/i.test(key))) {
    headers['Content-Type'] = 'application/x-www-form-urlencoded';
  }
  return {
    request: { url, method: method.toUpperCase(), headers, body },
    muted: flag('muteHttpExceptions', false),
    followRedirects: flag('followRedirects', true),
  };
}

function checkUrl(execution: Execution, url: string): string {
  if (url.length > MAX_URL) throw new Error(`Limit exceeded: URLFetch URL Length.`);
  if (!URL.canParse(url)) throw new Error(`Invalid argument: ${url}`);
  const { fetchPrefixes } = execution.world.manifest;
  const allowed = fetchPrefixes.some(
    (prefix) => prefix.startsWith('https://') && url.startsWith(prefix),
  );
  if (!url.startsWith('https://') || !allowed) {
    throw new Error(`Calls to ${url} are not permitted by the urlFetchWhitelist of the manifest.`);
  }
  return url;
}

function readHeaders(value: unknown): Record<string, string> {
  const headers: Record<string, string> = {};
  if (isAbsent(value)) return headers;
  const entries = Object.entries(needObject(value, 'headers'));
  if (entries.length > MAX_HEADERS) throw new Error('Limit exceeded: URLFetch header count.');
  for (const [key, item] of entries) {
    const text = needText(item, `headers.${key}`);
    if (key.length + text.length > MAX_HEADER)
      throw new Error('Limit exceeded: URLFetch header size.');
    if (/[\r\n]/.test(key + text))
      throw new Error(`Attribute provided with invalid value: Header:${key}`);
    headers[key] = text;
  }
  return headers;
}

function readPayload(value: unknown): string | null {
  if (isAbsent(value)) return null;
  const body =
    typeof value === 'string'
      ? value
      : new URLSearchParams(
          Object.entries(needObject(value, 'payload')).map(([key, item]): [string, string] => [
            key,
            needText(item, `payload.${key}`),
          ]),
        ).toString();
  if (body.length > MAX_BODY) throw new Error('Limit exceeded: URLFetch POST Size.');
  return body;
}

export class HttpResponseService extends Service {
  static override readonly service = 'HTTPResponse';
  readonly #status: number;
  readonly #headers: Record<string, string>;
  readonly #body: string;

  constructor(execution: Execution, status: number, headers: Record<string, string>, body: string) {
    super(execution);
    this.#status = status;
    this.#headers = headers;
    this.#body = body;
  }
  getResponseCode(): number {
    return this.#status;
  }
  getContentText(charset?: unknown): string {
    if (!isAbsent(charset) && !/^utf-?8$/i.test(needText(charset, 'charset'))) {
      throw new Error(`not emulated: HTTPResponse charset ${charset}`);
    }
    return this.#body;
  }
  getHeaders(): Record<string, string> {
    return this.#headers;
  }
  getAllHeaders(): Record<string, string> {
    return this.#headers;
  }
}

export type UrlFetchAppFits = NoMisfits<
  Misfits<UrlFetchAppService, GoogleAppsScript.URL_Fetch.UrlFetchApp>
>;
export type HttpResponseFits = NoMisfits<
  Misfits<HttpResponseService, GoogleAppsScript.URL_Fetch.HTTPResponse>
>;
