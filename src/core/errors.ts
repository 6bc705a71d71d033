// The one family of errors the add-on makes on purpose: a code, facts for the sentence, and what was kept.

/** Every way the add-on can refuse or fail. Each code has its sentences in `src/texts/<language>/errors.ts`. */
export type ErrorCode =
  | 'not-connected'
  | 'no-account'
  | 'token-expired'
  | 'token-invalid'
  | 'no-permission'
  | 'account-not-found'
  | 'account-restricted'
  | 'rate-limited'
  | 'insights-off'
  | 'insights-unavailable'
  | 'coexistence'
  | 'meta-busy'
  | 'network'
  | 'bad-response'
  | 'request-refused'
  | 'bad-input'
  | 'unknown-template'
  | 'out-of-reach'
  | 'sheet-changed'
  | 'key-column-missing'
  | 'tab-missing'
  | 'cell-rule'
  | 'sheet-busy'
  | 'tab-protected'
  | 'sync-running'
  | 'no-space'
  | 'too-many-templates'
  | 'google-limit'
  | 'no-cell'
  | 'own-tab'
  | 'cell-taken'
  | 'formula-refused'
  | 'authorization-needed'
  | 'unexpected';

/** Facts a sentence may name: an account, a day, minutes to wait. Never a token, never a raw answer. */
export type ErrorFacts = Readonly<Record<string, string | number>>;

/**
 * An error made where it is understood. It crosses to the sidebar as `{code, message, hint}`, in the
 * person's language.
 *
 * @example throw new AddonError('rate-limited', { minutes: 20 })
 */
export class AddonError extends Error {
  override readonly name = 'AddonError';
  readonly code: ErrorCode;
  readonly facts: ErrorFacts;
  constructor(code: ErrorCode, facts: ErrorFacts = {}) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
}
