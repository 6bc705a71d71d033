// Tells what Meta does not give an account, once: in a notice, and in the header notes of the columns.
import type { ColumnKey } from '../core/columns';
import type { AccountHabits, AccountNode } from '../graph';
import { CARRIED, updateColumnNotes } from './column-notes';
import type { SyncState } from './cursor';
import { tellOnce } from './news';
import type { Ports } from './ports';

/**
 * Notices and header notes of a sync that is through.
 *
 * @param before what the accounts had taught when this step began
 * @param after what they have taught since
 */
export function tellUnavailable(
  ports: Ports,
  state: SyncState,
  accounts: ReadonlyMap<string, AccountNode>,
  before: Readonly<Record<string, AccountHabits>>,
  after: Readonly<Record<string, AccountHabits>>,
): void {
  const unpaid = new Set(state.accounts.filter(({ paid }) => paid === false).map(({ id }) => id));
  for (const { id, refused } of state.accounts) {
    if (refused) continue;
    const account = accounts.get(id)?.name || id;
    const tell = (code: string, facts: Record<string, string> = {}): void => {
      state.notices.push({ code, facts: { account, accountId: id, ...facts } });
    };
    const { refused: metrics = [], noMarketing = false } = after[id] ?? {};
    const known = before[id] ?? {};
    const fresh = metrics.filter((word) => !known.refused?.includes(word));
    const columns = new Set(fresh.flatMap((word) => CARRIED[word.split(':')[1] ?? ''] ?? []));
    if (columns.size > 0) {
      const names = [...columns].map((column) => ports.columnTitle(column as ColumnKey));
      tell('metrics-refused', { names: names.join(', ') });
    }
    if (noMarketing && !known.noMarketing) tell('no-marketing');
    if (unpaid.has(id) && tellOnce(ports, [`no-cost:${id}`]).length > 0) tell('no-cost');
  }
  updateColumnNotes(ports, [...accounts.values()], after, unpaid);
}
