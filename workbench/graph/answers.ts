// Wraps what an endpoint says into an HTTP answer with Graph's headers and its error envelope.
import type { GraphAnswer } from './api';
import { seedOf } from './random';
import { describeRefusal, type Refusal } from './refusals';

export interface Envelope {
  /** The version that answered, such as `v26.0`. */
  version: string;
  /** The account the call counts against, or null. */
  account: string | null;
  /** Something that tells this request from others; only the trace id depends on it. */
  trace: string;
}

/** Minutes that a throttled account has to wait. */
export const WAIT_MINUTES = 19;

export function answerJson(envelope: Envelope, value: unknown): GraphAnswer {
  return { status: 200, headers: headersOf(envelope, null), body: JSON.stringify(value) };
}

export function answerHtml(envelope: Envelope): GraphAnswer {
  return {
    status: 502,
    headers: { ...headersOf(envelope, null), 'content-type': 'text/html; charset=utf-8' },
    body: '<!DOCTYPE html><html><head><title>Error</title></head><body><h1>Sorry, something went wrong.</h1></body></html>',
  };
}

export function answerRefusal(envelope: Envelope, refusal: Refusal): GraphAnswer {
  const row = describeRefusal(refusal);
  const data = row.details ? { messaging_product: 'whatsapp', details: row.details } : row.data;
  const error = {
    message: row.message,
    type: row.type ?? 'OAuthException',
    ...(row.transient ? { is_transient: true } : {}),
    code: row.code,
    ...(row.subcode === undefined ? {} : { error_subcode: row.subcode }),
    ...(data === undefined ? {} : { error_data: data }),
    ...(row.user ? { error_user_title: row.user.title, error_user_msg: row.user.text } : {}),
    fbtrace_id: traceId(envelope.trace),
  };
  const headers = headersOf(envelope, refusal.refusal);
  return { status: row.status, headers, body: JSON.stringify({ error }) };
}

function headersOf({ version, account }: Envelope, refusal: string | null): Record<string, string> {
  const appIsFull = refusal === 'throttled-later';
  const accountIsFull = refusal === 'throttled';
  const usage = {
    type: 'whatsapp_business_management',
    call_count: accountIsFull ? 100 : 12,
    total_cputime: 5,
    total_time: 7,
    estimated_time_to_regain_access: accountIsFull ? WAIT_MINUTES : 0,
  };
  return {
    'content-type': 'application/json; charset=UTF-8',
    'facebook-api-version': version,
    'x-app-usage': JSON.stringify({
      call_count: appIsFull ? 100 : 9,
      total_time: 6,
      total_cputime: 4,
    }),
    ...(account === null
      ? {}
      : { 'x-business-use-case-usage': JSON.stringify({ [account]: [usage] }) }),
  };
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** 23 letters beginning with A, the same for the same request at the same moment. */
function traceId(trace: string): string {
  const letters = Array.from({ length: 22 }, (_, index) => LETTERS[seedOf(trace, index) % 64]);
  return `A${letters.join('')}`;
}
