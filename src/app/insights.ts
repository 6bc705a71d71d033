// Switches template insights on at Meta, after the person agreed.
import { AddonError } from '../core/errors';
import { chosenAccounts, clientFor } from './connection';
import { clearFailure } from './failure';
import { forgetHabits } from './habits';
import type { Ports } from './ports';

/**
 * Switches template insights on for one account of this file. It cannot be undone at Meta, so the sidebar
 * asks first, and this is called only after the person agreed.
 *
 * @returns the account's name
 * @throws AddonError 'no-account' for one that is not chosen, or what Meta refuses
 */
export function enableInsights(ports: Ports, accountId: string): { account: string } {
  const account = chosenAccounts(ports).find(({ id }) => id === accountId);
  if (!account) throw new AddonError('no-account');
  clientFor(ports).enableInsights(accountId);
  forgetHabits(ports);
  clearFailure(ports);
  return { account: account.name || accountId };
}
