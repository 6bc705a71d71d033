// Meta's error codes as data: what each means to us, whether trying again helps, and which page says so.
import type { ErrorCode } from '../core/errors';

/** 'soon' = within this run, with growing pauses; 'later' = stop calling and go on in a later run. */
export type Retry = 'no' | 'soon' | 'later';

/** What a refusal is about; the client decides on this, people read the error code's sentence. */
export type Kind =
  | 'token'
  | 'permission'
  | 'throttle'
  | 'busy'
  | 'network'
  | 'shape'
  | 'parameter'
  | 'too-much'
  | 'missing'
  | 'insights'
  | 'coexistence'
  | 'restricted'
  | 'sending'
  | 'unknown';

export interface CodeRow {
  code: number;
  /** Last code of a range that begins at `code`. */
  upTo?: number;
  /** Only with this subcode. `code` is then the one it was seen with. */
  subcode?: number;
  /** The subcode alone decides, whatever code it comes with. */
  anyCode?: true;
  kind: Kind;
  retry: Retry;
  error: ErrorCode;
  source: string;
}

/** Retries after the first try for rows with `retry: 'soon'`; code 1 is as often a wrong question as a fault. */
export const RETRIES = 3;
export const RETRIES_OF_CODE_1 = 2;

const CODES_PAGE = 'Meta, WhatsApp error codes';
const TOKENS_PAGE = 'Meta, access tokens guide';
const LIMITS_PAGE = 'Meta, Graph API rate limits';
const HANDLING = 'digest of Meta, handle errors';
const OBSERVED = 'seen in public clients';
const INFERRED = 'inferred';

/** A code, or where that matters `[code, subcode]`. */
type Entry = number | readonly [number, number];
const rows = (
  kind: Kind,
  retry: Retry,
  error: ErrorCode,
  source: string,
  entries: readonly Entry[],
  more: Pick<CodeRow, 'anyCode' | 'upTo'> = {},
): CodeRow[] =>
  entries.map((entry) => {
    const [code, subcode] = typeof entry === 'number' ? [entry] : entry;
    return {
      code,
      ...(subcode === undefined ? {} : { subcode }),
      ...more,
      kind,
      retry,
      error,
      source,
    };
  });

const ANY = { anyCode: true } as const;
// biome-ignore format: one family of codes a line
export const CODE_TABLE: readonly CodeRow[] = [
  // Subcodes that decide alone, with a code they were seen with.
  rows('insights', 'no', 'insights-off', OBSERVED, [[1, 4182004], [100, 200007]], ANY),
  rows('insights', 'no', 'insights-unavailable', OBSERVED, [[200005, 4182002]], ANY),
  rows('insights', 'no', 'insights-unavailable', CODES_PAGE, [200005]),
  rows('insights', 'no', 'insights-off', CODES_PAGE, [200007]),
  rows('insights', 'no', 'request-refused', CODES_PAGE, [200006]),
  // The token. 458 app removed, 459 checkpoint, 460 password changed, 464 unconfirmed, 467 invalid, 492 role lost.
  rows('token', 'no', 'token-invalid', CODES_PAGE, [0, 104, 190]),
  rows('token', 'no', 'token-invalid', HANDLING, [102, [190, 458], [190, 459], [190, 460], [190, 464], [190, 467], [190, 492]]),
  rows('token', 'no', 'token-expired', HANDLING, [[190, 463], [102, 463]]),
  // Permissions; 200 is also "no token sent".
  rows('permission', 'no', 'no-permission', CODES_PAGE, [3, 10, 131005]),
  rows('permission', 'no', 'no-permission', TOKENS_PAGE, [200]),
  rows('permission', 'no', 'no-permission', CODES_PAGE, [200], { upTo: 299 }),
  // Limits. 80007 and 80008 are one limit on two pages; the other 8000x belong to other products.
  rows('throttle', 'later', 'rate-limited', CODES_PAGE, [4, 80007, 130429]),
  rows('throttle', 'later', 'rate-limited', LIMITS_PAGE, [17, 32, 613, [613, 1996], 80008, 80014]),
  rows('throttle', 'later', 'rate-limited', LIMITS_PAGE, [80000], { upTo: 80009 }),
  rows('throttle', 'later', 'rate-limited', HANDLING, [341]),
  // Faults of Meta's, and maintenance (131057, 2494100).
  rows('busy', 'soon', 'meta-busy', CODES_PAGE, [1, 2, 131000, 131016, 131057, 133004, 2494100]),
  // The question.
  rows('parameter', 'no', 'request-refused', CODES_PAGE, [100, 131008, 131009]),
  rows('missing', 'no', 'account-not-found', INFERRED, [[100, 33]]),
  rows('missing', 'no', 'request-refused', CODES_PAGE, [33]),
  rows('missing', 'no', 'request-refused', INFERRED, [803]),
  rows('unknown', 'no', 'request-refused', INFERRED, [2500]),
  // The account: policy, country, lock, payment.
  rows('restricted', 'no', 'account-restricted', CODES_PAGE, [368, 130497, 131031, 131042]),
  // About sending messages; reading never answers them.
  rows('sending', 'no', 'request-refused', CODES_PAGE, [131047, 131049, 131056]),
].flat();

/**
 * The row for a code and its subcode: a subcode that decides alone, then the pair, then the code, then
 * a range.
 *
 * @example findCode(80008, null)?.retry // 'later'
 */
export function findCode(code: number | null, subcode: number | null): CodeRow | undefined {
  return (
    CODE_TABLE.find((row) => row.anyCode && row.subcode === subcode) ??
    CODE_TABLE.find((row) => row.code === code && row.subcode === subcode && subcode !== null) ??
    CODE_TABLE.find(
      (row) => row.code === code && row.subcode === undefined && row.upTo === undefined,
    ) ??
    CODE_TABLE.find(
      (row) => code !== null && row.upTo !== undefined && row.code <= code && code <= row.upTo,
    )
  );
}

/** Where no code tells, words do; tried in order on everything the error says. Other languages are missed. */
export const TEXT_TABLE: readonly (Pick<CodeRow, 'kind' | 'retry' | 'error'> & {
  /** Only for these codes; all when absent. */
  codes?: readonly number[];
  words: RegExp;
})[] = [
  {
    words: /insights[\s\S]*not (been )?enabled/i,
    kind: 'insights',
    retry: 'no',
    error: 'insights-off',
  },
  { words: /smb\s*business\s*type/i, kind: 'coexistence', retry: 'no', error: 'coexistence' },
  { words: /reduce the amount of data/i, kind: 'too-much', retry: 'no', error: 'request-refused' },
  {
    codes: [100],
    words: /^(\(#100\) )?missing permissions?\b/i,
    kind: 'permission',
    retry: 'no',
    error: 'no-permission',
  },
];
