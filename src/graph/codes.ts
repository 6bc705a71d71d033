// Meta's error codes as data: what each means to us, and whether trying again helps.
import type { ErrorCode } from '../core/errors';

/** 'soon' = within this run, with growing pauses; 'later' = stop calling and go on in a later run. */
export type Retry = 'no' | 'soon' | 'later';

/** The error people read, whether trying again helps, and how often after the first try. */
export type Meaning = readonly [error: ErrorCode, retry?: Retry, retries?: number];

/** What a refusal is about; the client decides on this. Beside each, what it means unless a code says otherwise. */
export const KINDS = {
  token: ['token-invalid'],
  permission: ['no-permission'],
  throttle: ['rate-limited', 'later'],
  busy: ['meta-busy', 'soon', 3],
  network: ['network', 'soon', 3],
  /** No JSON: often a cut connection, worth one more try, not three. */
  unreadable: ['bad-response', 'soon', 1],
  /** JSON of another shape than asked for. */
  shape: ['bad-response'],
  parameter: ['request-refused'],
  'too-much': ['request-refused'],
  missing: ['request-refused'],
  insights: ['insights-off'],
  coexistence: ['coexistence'],
  restricted: ['account-restricted'],
  unknown: ['request-refused'],
} as const satisfies Record<string, Meaning>;
export type Kind = keyof typeof KINDS;

/** Code 1 is as often a wrong question as a fault. */
export const RETRIES_OF_CODE_1 = 2;

/**
 * Which codes mean what: `190` a code, `190/463` a code with that subcode, `any/4182004` a subcode that decides
 * alone, `2xx` and `8000x` a whole range.
 */
export const CODE_TABLE: readonly (readonly [kind: Kind, codes: string, error?: ErrorCode])[] = [
  // Template insights. Codes from Meta's WhatsApp error codes page, subcodes as seen in public clients.
  ['insights', '200007 any/200007 any/4182004'],
  ['insights', '200005 any/4182002', 'insights-unavailable'],
  ['insights', '200006', 'request-refused'],
  // The token. WhatsApp error codes page (0, 104, 190) and a digest of Meta's "handle errors": 458 app removed,
  // 459 checkpoint, 460 password changed, 463 expired, 464 unconfirmed, 467 invalid, 492 role lost.
  ['token', '0 102 104 190 190/458 190/459 190/460 190/464 190/467 190/492'],
  ['token', '102/463 190/463', 'token-expired'],
  // Permissions. WhatsApp error codes page; 200 is also "no token sent" (access tokens guide).
  ['permission', '3 10 2xx 131005'],
  // Limits. WhatsApp error codes page (4, 80007, 130429), Graph API rate limits page, digest (341). 80007 and
  // 80008 are one limit on two pages; the other 8000x belong to other products.
  ['throttle', '4 17 32 341 613 613/1996 8000x 80014 130429'],
  // Faults of Meta's, and maintenance (131057, 2494100). WhatsApp error codes page.
  ['busy', '1 2 131000 131016 131057 133004 2494100'],
  // The question. WhatsApp error codes page; what 100/33, 803 and 2500 mean is inferred.
  ['parameter', '100 131008 131009'],
  ['missing', '100/33', 'account-not-found'],
  ['missing', '33 803'],
  ['unknown', '2500'],
  // The account: policy, country, lock, payment. WhatsApp error codes page.
  ['restricted', '368 130497 131031 131042'],
  // About sending messages; reading never answers them. WhatsApp error codes page.
  ['unknown', '131047 131049 131056'],
];

/**
 * The row for a code and its subcode: a subcode that decides alone, then the pair, then the code, then
 * a range.
 *
 * @example findCode(80008, null)?.[0] // 'throttle'
 */
export function findCode(
  code: number | null,
  subcode: number | null,
): (typeof CODE_TABLE)[number] | undefined {
  const text = String(code);
  const ranges = [text.replace(/.$/, 'x'), text.replace(/..$/, 'xx')];
  return [`any/${subcode}`, `${text}/${subcode}`, text, ...ranges]
    .map((word) => CODE_TABLE.find(([, codes]) => codes.split(' ').includes(word)))
    .find((row) => row);
}

/**
 * Where no code tells, words do; tried in order on everything the error says, the last only with that code.
 * Other languages are missed.
 */
export const TEXT_TABLE: readonly (readonly [kind: Kind, words: RegExp, code?: number])[] = [
  ['insights', /insights[\s\S]*not\s+(been\s+)?enabled|not\s+(been\s+)?enabled[\s\S]*insights/i],
  ['coexistence', /smb\s*business\s*type/i],
  ['too-much', /reduce the amount of data/i],
  ['permission', /^(\(#100\) )?missing permissions?\b/i, 100],
];
