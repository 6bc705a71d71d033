// Template insights: switching them on at Meta, and telling "off" from "on, but no answer yet".
import { AddonError } from '../core/errors';
import type { GraphClient } from '../graph';
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

/**
 * An account may say that insights are on while Meta's numbers still say they are off (reference §10.16):
 * waiting is then the thing to do, not switching on. One request more, only after such a refusal.
 */
export function explainInsights(client: GraphClient, error: unknown): unknown {
  if (!(error instanceof AddonError) || error.code !== 'insights-off') return error;
  const { account } = error.facts;
  if (typeof account !== 'string') return error;
  try {
    const { insights } = client.readAccountState(account);
    return insights === true ? new AddonError('insights-off', { ...error.facts, on: 1 }) : error;
  } catch {
    return error;
  }
}
