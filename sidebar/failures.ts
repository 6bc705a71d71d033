// Turns what Google reports when a call never reached our code into words people understand.

import type { RpcError } from '../src/rpc/contract';
import type { SidebarTexts } from '../src/texts/en/sidebar';

/** Failures that have their sentences in the sidebar's own texts, because no server answered. */
export type LocalCode = {
  [K in keyof SidebarTexts['failure']]: SidebarTexts['failure'][K] extends object ? K : never;
}[keyof SidebarTexts['failure']];

/** What a person meets: the server's own sentences, or ours with Google's text as a detail. */
export type Failure =
  | { from: 'server'; code: string; message: string; hint: string }
  | { from: 'local'; code: LocalCode; detail: string };

// Google words these in the person's language; the first alternatives are English, then Portuguese
// and Spanish. Order matters: the storage error also carries PERMISSION_DENIED.
const KNOWN: readonly [RegExp, LocalCode][] = [
  [/reading from storage|PERMISSION_DENIED/i, 'severalAccounts'],
  [
    /authori[sz]ation is required|autoriza(ção|ción)|do not have permission to call/i,
    'authorization',
  ],
  [/NetworkError|HTTP 0\b|failed to fetch|connection failure|offline/i, 'network'],
  [/maximum execution time|tempo máximo|tiempo máximo|timed? ?out/i, 'tooLong'],
  [/too many times|too many simultaneous|too much computer time|quota|\bcota\b/i, 'quota'],
  [/function not found|not found: rpc|unknown call/i, 'outdated'],
];

/** Long runs of letters and digits may be a secret, so a technical detail never shows them. */
function hideSecrets(text: string): string {
  return text.replace(/[A-Za-z0-9_-]{24,}/g, '…').slice(0, 300);
}

export function failureFromGoogle(thrown: unknown): Failure {
  const text =
    typeof thrown === 'string' ? thrown : String((thrown as { message?: unknown })?.message ?? '');
  const known = KNOWN.find(([pattern]) => pattern.test(text));
  return { from: 'local', code: known ? known[1] : 'unexpected', detail: hideSecrets(text) };
}

export function failureFromServer(error: RpcError): Failure {
  const { code, message, hint } = error;
  return { from: 'server', code, message, hint };
}

export function localFailure(code: LocalCode): Failure {
  return { from: 'local', code, detail: '' };
}

/** The two sentences of a failure in the sidebar's language. */
export function wordsOf(failure: Failure, texts: SidebarTexts): { message: string; hint: string } {
  return failure.from === 'server' ? failure : texts.failure[failure.code];
}

/** What a button under the failure offers. */
export type Remedy =
  | 'retry'
  | 'reconnect'
  | 'accounts'
  | 'templates'
  | 'insights'
  | 'tab'
  | 'column';

const REMEDIES: Record<string, readonly Remedy[]> = {
  'not-connected': ['reconnect'],
  'token-expired': ['reconnect'],
  'token-invalid': ['reconnect'],
  'no-permission': ['retry', 'reconnect'],
  'no-account': ['accounts'],
  'account-not-found': ['accounts'],
  'account-restricted': ['accounts'],
  coexistence: ['accounts'],
  'unknown-template': ['templates'],
  'insights-off': ['insights', 'retry'],
  'insights-unavailable': ['accounts', 'retry'],
  'tab-missing': ['tab', 'retry'],
  'sheet-changed': ['column', 'retry'],
  'google-limit': [],
  'authorization-needed': [],
  'bad-input': [],
  'out-of-reach': [],
  'no-cell': [],
  'own-tab': [],
  'cell-taken': [],
  'formula-refused': [],
  severalAccounts: [],
  outdated: [],
};

/** The ways out of a failure; trying again is right for everything not known to need more. */
export function remediesOf(failure: Failure): readonly Remedy[] {
  return REMEDIES[failure.code] ?? ['retry'];
}
