// Sets the accounts a file keeps a ledger of, without taking one away from under a sync.
import { AddonError } from '../core/errors';
import type { AccountNode } from '../graph';
import { chosenAccounts, clientFor, saveAccounts } from './connection';
import type { SyncState } from './cursor';
import { holdAlone } from './lease';
import type { Ports } from './ports';

/**
 * Sets the accounts this file keeps a ledger of. Each is read from Meta first.
 *
 * @throws AddonError 'sync-running' when an account would go while somebody's sync has its turn
 */
export function chooseAccounts(ports: Ports, ids: readonly string[]): { accounts: AccountNode[] } {
  const client = clientFor(ports);
  const accounts = [...new Set(ids)].map((id) => client.readAccount(id));
  const save = (): void => saveAccounts(ports, accounts);
  if (chosenAccounts(ports).some(({ id }) => !ids.includes(id))) holdAlone(ports, save);
  else {
    ports.lock.hold(save, () => {
      throw new AddonError('sync-running');
    });
  }
  return { accounts };
}

/** Whether the accounts a sync was planned for are all still chosen. */
export function isStillChosen(ports: Ports, state: SyncState): boolean {
  const chosen = new Set(chosenAccounts(ports).map(({ id }) => id));
  return state.accounts.every(({ id }) => chosen.has(id));
}
