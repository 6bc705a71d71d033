// An account that Meta refuses by itself is left out of a sync, so that the others go on.
import { AddonError, type ErrorCode } from '../core/errors';
import type { SyncState } from './cursor';

/** What Meta says of one account; any other refusal is about the token, the hour or the way to Meta. */
const OF_ONE_ACCOUNT: readonly ErrorCode[] = [
  'no-permission',
  'account-not-found',
  'account-restricted',
  'insights-off',
  'insights-unavailable',
  'coexistence',
  'request-refused',
  'bad-response',
];

export const isOfOneAccount = (error: unknown): error is AddonError =>
  error instanceof AddonError && OF_ONE_ACCOUNT.includes(error.code);

/** The notice for an account left out: `why` is the refusal's own code, with what its sentence names. */
export const tellSkipped = (
  name: string,
  { code, facts }: AddonError,
): SyncState['notices'][number] => ({
  code: 'account-refused',
  facts: { ...facts, account: name, accountId: facts.account ?? '', why: code },
});

/**
 * Leaves the refused account out of the rest of a sync.
 *
 * @returns false when the refusal is not of one account, or no other account would be left
 */
export function skipAccount(
  state: SyncState,
  error: unknown,
  nameOf: (id: string) => string,
): boolean {
  if (!isOfOneAccount(error)) return false;
  const plan = state.accounts.find(({ id, refused }) => id === error.facts.account && !refused);
  const others = state.accounts.some((other) => other !== plan && !other.refused);
  if (!plan || !others) return false;
  plan.refused = true;
  state.notices.push(tellSkipped(nameOf(plan.id), error));
  return true;
}
