// Connecting: the person's token, and the accounts of this file.
import { AddonError } from '../core/errors';
import { type AccountNode, createGraphClient, type GraphClient } from '../graph';
import { forgetHabits, knownHabits } from './habits';
import type { Ports, TextStore } from './ports';
import { getLong, setLong } from './stored-text';

export const TOKEN = 'token';
const ACCOUNTS = 'accounts';

/** A client that speaks with the person's own token. @throws AddonError 'not-connected' */
export function clientFor(ports: Ports): GraphClient {
  const token = ports.user.get(TOKEN);
  if (!token) throw new AddonError('not-connected');
  return createGraphClient({ ...ports, token, habits: knownHabits(ports) });
}

/** The last four characters, all that ever leaves the store. */
export function tokenTail(ports: Ports): string | null {
  const token = ports.user.get(TOKEN);
  return token ? token.slice(-4) : null;
}

/**
 * Tries a token and keeps it only if Meta accepts it.
 *
 * @param accountId an account to read directly, for tokens that may not list accounts
 * @returns the accounts the token can see; empty when it may not list them
 */
export function connect(
  ports: Ports,
  token: string,
  accountId: string | undefined,
): { tail: string; expires: string | null; accounts: AccountNode[] } {
  const client = createGraphClient({ ...ports, token });
  const accounts = accountId ? [client.readAccount(accountId)] : client.findAccounts();
  ports.user.set(TOKEN, token);
  forgetHabits(ports);
  // Meta tells when a token ends only to a request that carries the token in its address; ours never does.
  return { tail: token.slice(-4), expires: null, accounts };
}

export function saveAccounts(ports: Ports, accounts: readonly AccountNode[]): void {
  setLong(ports.document, ACCOUNTS, JSON.stringify(accounts));
}

/** The accounts of this file; empty before any was chosen. */
export function chosenAccounts(ports: Ports): AccountNode[] {
  const accounts = parse(getLong(ports.document, ACCOUNTS));
  return Array.isArray(accounts) ? accounts : [];
}

/** JSON kept in a store; null when it is missing or no JSON any more. */
export const readStored = (store: TextStore, key: string): unknown => parse(store.get(key));

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
