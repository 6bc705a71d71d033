// The mark that something deleted is being made again, and is not whole yet.
import { AddonError } from '../core/errors';
import type { Ports } from './ports';

export const RESTORING = 'restoring';

/** @throws AddonError as if it were still deleted: only `restore` may go on */
export function refuseHalfRestored(ports: Ports, tab: string): void {
  const begun = ports.document.get(RESTORING);
  if (begun) throw new AddonError(begun === 'tab' ? 'tab-missing' : 'sheet-changed', { tab });
}
