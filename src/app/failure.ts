// How the last sync ended, kept for the sidebar: when it worked, or why it did not.
import { readStored } from './connection';
import type { Ports } from './ports';

/** Instant of the last sync that worked, as ISO text. */
export const LAST_SYNC = 'lastSync';
const LAST_FAILURE = 'lastFailure';

/** A failure as stored: a code and its facts, so that it is shown in the reader's language. */
export interface StoredFailure {
  at: string;
  code: string;
  facts: Record<string, string | number>;
}

/** Keeps the last failure of a sync. Nothing in the spreadsheet changes for it. */
export function recordFailure(
  ports: Ports,
  code: string,
  facts: Record<string, string | number>,
): void {
  const failure: StoredFailure = { at: new Date(ports.clock.now()).toISOString(), code, facts };
  ports.document.set(LAST_FAILURE, JSON.stringify(failure));
}

/** A sync worked: what failed before is over. */
export function recordSuccess(ports: Ports, when: string): void {
  ports.document.set(LAST_SYNC, when);
  clearFailure(ports);
}

/** Something that stopped syncs was set right. */
export function clearFailure(ports: Ports): void {
  ports.document.remove(LAST_FAILURE);
}

export function lastFailure(ports: Ports): StoredFailure | null {
  return readStored(ports.document, LAST_FAILURE) as StoredFailure | null;
}
