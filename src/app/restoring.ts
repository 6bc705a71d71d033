// The mark that something deleted is being made again, and is not whole yet.
import { AddonError } from '../core/errors';
import type { Ports } from './ports';

const RESTORING = 'restoring';

/** What is being made again: whole tabs, or columns of them. */
export type Restoring = 'tab' | 'columns';

export function isRestoring(ports: Ports): Restoring | null {
  const begun = ports.document.get(RESTORING);
  return begun === 'tab' || begun === 'columns' ? begun : null;
}

export function markRestoring(ports: Ports, what: Restoring): void {
  ports.document.set(RESTORING, what);
}

export function unmarkRestoring(ports: Ports): void {
  ports.document.remove(RESTORING);
}

/** @throws AddonError as if it were still deleted: only `restore` may go on */
export function refuseHalfRestored(ports: Ports, tab: string): void {
  const begun = isRestoring(ports);
  if (begun) throw new AddonError(begun === 'tab' ? 'tab-missing' : 'sheet-changed', { tab });
}
