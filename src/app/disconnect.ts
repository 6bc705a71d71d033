// Leaving: the token and everything that works with it goes, the data stays.
import { ACCOUNTS, TOKEN } from './connection';
import { giveUpTurn } from './lease';
import { headKeys } from './ledger';
import type { Ports } from './ports';
import { isScheduled, stopSchedule } from './schedule';

/** Forgets token, accounts, daily update, unfinished turn and cache. The data stays. */
export function disconnect(ports: Ports): { disconnected: boolean } {
  stopSchedule(ports);
  giveUpTurn(ports);
  ports.user.remove(TOKEN);
  // Somebody else's daily update still needs to know the accounts.
  if (!isScheduled(ports)) ports.document.remove(ACCOUNTS);
  ports.cache.removeAll(headKeys());
  return { disconnected: true };
}
