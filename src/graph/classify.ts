// Turns any HTTP answer into either its JSON or a refusal we understand; it never throws.
import { AddonError, type ErrorCode, type ErrorFacts } from '../core/errors';
import {
  findCode,
  KINDS,
  type Kind,
  type Meaning,
  RETRIES_OF_CODE_1,
  type Retry,
  TEXT_TABLE,
} from './codes';
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

/** Error texts longer than this are not searched further. */
const TEXT_LIMIT = 2_000;

/** `minutes` counts only where waiting helps. */
function refuse(kind: Kind, more: Partial<Refusal> = {}): Refusal {
  const [error, retry = 'no', retries = 0]: Meaning = KINDS[kind];
  const minutes = retry === 'later' ? (more.minutes ?? null) : null;
  return { kind, retry, error, code: null, subcode: null, retries, ...more, minutes };
}

/** The refusal for an answer whose JSON is not what was asked for. */
export const shapeRefusal = (): Refusal => refuse('shape');

/** The refusal for what was not asked any more, because the run's time was up. */
export const lateRefusal = (): Refusal => refuse('busy', { retries: 0 });

/** Whether any further request would be refused too, or lengthen the block. */
export function isStop(refusal: Refusal): boolean {
  return refusal.retry === 'later' || refusal.kind === 'token';
}

/**
 * What the person is told when several questions were refused: the token and a pause concern all of them,
 * so these come first.
 */
export function findWorst(
  refusals: readonly Refusal[],
  isOther: (refusal: Refusal) => boolean,
): Refusal | undefined {
  return (
    refusals.find(({ kind }) => kind === 'token') ??
    refusals.find(({ kind }) => kind === 'throttle') ??
    refusals.find(isOther)
  );
}

export type Fields = Record<string, unknown>;
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Codes come as numbers, now and then as text. */
function readCode(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : null;
}

/** Everything an error says in words. `error_data` is an object, a plain text or JSON in a text. */
function wordsOf(error: Fields): string {
  const data = error.error_data;
  const said = typeof data === 'string' ? [data] : Object.values(Object(data));
  return [error.message, ...said, error.error_user_title, error.error_user_msg]
    .filter((text) => typeof text === 'string')
    .map((text) => text.slice(0, TEXT_LIMIT))
    .join('\n');
}

/** What the status alone tells, when no code does. */
function kindOfStatus(status: number): Kind {
  if (status === 429) return 'throttle';
  if (status >= 500) return 'busy';
  if (status === 401) return 'token';
  if (status === 403) return 'permission';
  return status >= 400 ? 'unknown' : 'shape';
}

/** Kinds whose code says enough; the words of any other error may tell more. */
const CERTAIN: readonly Kind[] = ['token', 'throttle', 'insights', 'missing', 'restricted'];

function classifyError(error: Fields, status: number, minutes: number): Refusal {
  const code = readCode(error.code);
  const subcode = readCode(error.error_subcode);
  const more = { code, subcode, minutes };
  const byStatus = kindOfStatus(status);
  const codeless = code === null && subcode === null;
  if (codeless && CERTAIN.includes(byStatus)) return refuse(byStatus, more);
  const [kind, , special] = findCode(code, subcode) ?? [];
  if (!kind || !CERTAIN.includes(kind)) {
    const words = wordsOf(error);
    const said = TEXT_TABLE.find(
      ([, pattern, only]) => pattern.test(words) && (only === undefined || only === code),
    );
    if (said) return refuse(said[0], more);
  }
  if (kind) {
    const refusal = refuse(kind, special ? { ...more, error: special } : more);
    return code === 1 && kind === 'busy' ? { ...refusal, retries: RETRIES_OF_CODE_1 } : refusal;
  }
  if (codeless) return refuse(byStatus, more);
  if (error.is_transient === true) return refuse('busy', more);
  return refuse(byStatus === 'shape' ? 'unknown' : byStatus, more);
}

/**
 * Understands an answer. Meta answers many limits with HTTP 400 and some errors with 200, so the code in
 * the body decides first, its words second, the status last.
 */
export function classify(answer: HttpAnswer): Result {
  if (!isFields(answer) || 'failed' in answer) return { refusal: refuse('network') };
  const status = typeof answer.status === 'number' ? answer.status : 0;
  const body = typeof answer.body === 'string' ? answer.body.trim() : '';
  const minutes = waitMinutes(answer.headers);
  const refused = (kind: Kind): Result => ({ refusal: refuse(kind, { minutes }) });
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    // A page of HTML comes from a proxy or from Meta's front door, whatever its status.
    if (status !== 429 && body.startsWith('<')) return refused('busy');
    return refused(status >= 400 ? kindOfStatus(status) : 'unreadable');
  }
  const error = isFields(json) ? json.error : undefined;
  if (isFields(error)) return { refusal: classifyError(error, status, minutes) };
  if (status < 200 || status > 299) return refused(kindOfStatus(status));
  if (!isFields(json) || (error !== undefined && error !== null)) return refused('shape');
  return { json };
}

/** The error a refusal becomes for the person. Facts hold ids and codes only, never a text of Meta's. */
export function toError(
  refusal: Refusal,
  facts: { endpoint: string; account?: string },
): AddonError {
  const named: Record<string, string | number> = { ...(facts as ErrorFacts) };
  for (const name of ['code', 'subcode', 'minutes'] as const) {
    const value = refusal[name];
    if (value !== null) named[name] = value;
  }
  return new AddonError(refusal.error, named);
}
