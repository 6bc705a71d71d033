// Leaving: the token and everything of this person that works with it goes, the data stays.
import { TOKEN } from './connection';
import { giveUpTurn } from './lease';
import { headKeys } from './ledger';
import type { Ports } from './ports';
import { stopSchedule } from './schedule';

/**
 * Forgets this person's token, daily update and unfinished turn, and the cache. The data stays, and so do
 * the file's accounts: others may work with them, and their names stand in every row anyway.
 */
export function disconnect(ports: Ports): { disconnected: boolean } {
  stopSchedule(ports);
  giveUpTurn(ports);
  ports.user.remove(TOKEN);
  ports.cache.removeAll(headKeys());
  return { disconnected: true };
}
