// Opens a data tab for writing, or says what a person did to it.
import { AddonError } from '../core/errors';
import type { Table } from '../core/tables';
import type { Ledger } from './ledger';
import type { OpenTab, Ports } from './ports';
import { refuseHalfRestored } from './restoring';

/**
 * Opens a data tab for writing.
 *
 * @returns null when there is no such tab and there never was a row in it
 * @throws AddonError 'tab-missing', 'key-column-missing' or 'sheet-changed': the person decides
 */
export function openTable(ports: Ports, ledger: Ledger, table: Table): OpenTab | null {
  const tab = ports.tables[table.id].open();
  if (!tab) {
    if (ledger.hadRows[table.id]) throw new AddonError('tab-missing', { tab: table.name });
    return null;
  }
  // A run died while it made the tab: the next one makes the rest of it.
  if (ledger.unfinished && tab.lastRow <= 1 && !ledger.hadRows[table.id]) return null;
  refuseHalfRestored(ports, tab.name);
  const key = tab.missing.find((column) => table.keyColumns.includes(column));
  const [column = key] = tab.missing;
  if (column) {
    throw new AddonError(key ? 'key-column-missing' : 'sheet-changed', {
      tab: tab.name,
      column: ports.columnTitle(key ?? column),
    });
  }
  return tab;
}
