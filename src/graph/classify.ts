// Turns any HTTP answer into either its JSON or a refusal we understand; it never throws.
import { AddonError, type ErrorCode, type ErrorFacts } from '../core/errors';
import { findCode, type Kind, RETRIES, RETRIES_OF_CODE_1, type Retry, TEXT_TABLE } from './codes';
import type { HttpAnswer } from './types';
import { waitMinutes } from './usage';

/** A refused or unusable answer. It holds no text of Meta's: that may be in any language and quote anything. */
export interface Refusal {
  kind: Kind;
  retry: Retry;
  error: ErrorCode;
  /** Meta's code and subcode, where the answer had them. */
  code: number | null;
  subcode: number | null;
  /** How often trying again is worth it. */
  retries: number;
  /** For 'later': how long to wait. */
  minutes: number | null;
}
export type Result = { json: unknown } | { refusal: Refusal };

/** An unreadable body is often a cut connection: worth one more try, not three. */
const RETRIES_OF_UNREADABLE = 1;
/** Error texts longer than this are not searched further. */
const TEXT_LIMIT = 2_000;

function refuse(
  row: { kind: Kind; retry: Retry; error: ErrorCode },
  more: Partial<Pick<Refusal, 'code' | 'subcode' | 'retries' | 'minutes'>> = {},
): Refusal {
  return {
    kind: row.kind,
    retry: row.retry,
    error: row.error,
    code: more.code ?? null,
    subcode: more.subcode ?? null,
    retries: row.retry === 'soon' ? (more.retries ?? RETRIES) : 0,
    minutes: more.minutes ?? null,
  };
}

const NETWORK = { kind: 'network', retry: 'soon', error: 'network' } as const;
const BUSY = { kind: 'busy', retry: 'soon', error: 'meta-busy' } as const;
const UNREADABLE = { kind: 'shape', retry: 'soon', error: 'bad-response' } as const;
const SHAPE = { kind: 'shape', retry: 'no', error: 'bad-response' } as const;
const THROTTLED = { kind: 'throttle', retry: 'later', error: 'rate-limited' } as const;
const REFUSED = { kind: 'unknown', retry: 'no', error: 'request-refused' } as const;
const TOKEN = { kind: 'token', retry: 'no', error: 'token-invalid' } as const;
const PERMISSION = { kind: 'permission', retry: 'no', error: 'no-permission' } as const;

/** The refusal for an answer whose JSON is not what was asked for. */
export const shapeRefusal = (): Refusal => refuse(SHAPE);

/** Whether any further request would be refused too, or lengthen the block. */
export function isStop(refusal: Refusal): boolean {
  return refusal.retry === 'later' || refusal.kind === 'token';
}

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Codes come as numbers, now and then as text. */
function readCode(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : null;
}

/** Everything an error says in words. `error_data` is an object, a plain text or JSON in a text. */
function wordsOf(error: Fields): string {
  const data = error.error_data;
  const details = isFields(data) ? data.details : data;
  return [error.message, details, error.error_user_title, error.error_user_msg]
    .filter((text) => typeof text === 'string')
    .map((text) => text.slice(0, TEXT_LIMIT))
    .join('\n');
}

/** What the status alone tells, when no code does. */
function refuseStatus(status: number, minutes: number): Refusal {
  if (status === 429) return refuse(THROTTLED, { minutes });
  if (status >= 500) return refuse(BUSY);
  if (status === 401) return refuse(TOKEN);
  if (status === 403) return refuse(PERMISSION);
  if (status >= 400) return refuse(REFUSED);
  return refuse(SHAPE);
}

/** Kinds whose code says enough; the words of any other error may tell more. */
const CERTAIN: readonly Kind[] = ['token', 'throttle', 'insights', 'missing', 'restricted'];

function classifyError(error: Fields, status: number, minutes: number): Refusal {
  const code = readCode(error.code);
  const subcode = readCode(error.error_subcode);
  if (code === null && subcode === null) return refuseStatus(status, minutes);
  const row = findCode(code, subcode);
  const ids = { code, subcode };
  if (!row || !CERTAIN.includes(row.kind)) {
    const words = wordsOf(error);
    const said = TEXT_TABLE.find(
      (text) =>
        text.words.test(words) && (!text.codes || (code !== null && text.codes.includes(code))),
    );
    if (said) return refuse(said, ids);
  }
  if (row) {
    const retries = row.code === 1 ? RETRIES_OF_CODE_1 : RETRIES;
    return refuse(row, { ...ids, retries, minutes: row.retry === 'later' ? minutes : null });
  }
  if (error.is_transient === true) return refuse(BUSY, ids);
  const byStatus = refuseStatus(status, minutes);
  return byStatus.kind === 'shape' ? refuse(REFUSED, ids) : { ...byStatus, ...ids };
}

/**
 * Understands an answer. Meta answers many limits with HTTP 400 and some errors with 200, so the code in
 * the body decides first, its words second, the status last.
 */
export function classify(answer: HttpAnswer): Result {
  if (!isFields(answer) || 'failed' in answer) return { refusal: refuse(NETWORK) };
  const status = typeof answer.status === 'number' ? answer.status : 0;
  const body = typeof answer.body === 'string' ? answer.body.trim() : '';
  const minutes = waitMinutes(answer.headers);
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    if (status === 429) return { refusal: refuse(THROTTLED, { minutes }) };
    // A page of HTML comes from a proxy or from Meta's front door, whatever its status.
    if (status >= 500 || body.startsWith('<')) return { refusal: refuse(BUSY) };
    if (status >= 400) return { refusal: refuseStatus(status, minutes) };
    return { refusal: refuse(UNREADABLE, { retries: RETRIES_OF_UNREADABLE }) };
  }
  const error = isFields(json) ? json.error : undefined;
  if (isFields(error)) return { refusal: classifyError(error, status, minutes) };
  if (status < 200 || status > 299) return { refusal: refuseStatus(status, minutes) };
  if (!isFields(json) || (error !== undefined && error !== null)) return { refusal: refuse(SHAPE) };
  return { json };
}

/** The error a refusal becomes for the person. Facts hold ids and codes only, never a text of Meta's. */
export function toError(
  refusal: Refusal,
  facts: { endpoint: string; account?: string },
): AddonError {
  const named: Record<string, string | number> = { ...(facts as ErrorFacts) };
  if (refusal.code !== null) named.code = refusal.code;
  if (refusal.subcode !== null) named.subcode = refusal.subcode;
  if (refusal.minutes !== null) named.minutes = refusal.minutes;
  return new AddonError(refusal.error, named);
}
