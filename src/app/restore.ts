// Makes again what a person deleted from the data tabs, out of the hidden index: a tab, or columns of it.
import { forgetMonth } from '../core/coverage';
import { compareRows, type DailyRow, keyOf } from '../core/daily';
import { rowsOfIndex } from '../core/index/rows';
import { NO_METRICS } from '../core/metrics';
import { placesOf } from '../core/places';
import { forTables, TABLE_IDS, TABLES, type Table, type TableId } from '../core/tables';
import { type ExistingRow, firstOfEachKey } from '../core/upsert';
import { clearFailure } from './failure';
import { loadReadable } from './index-rows';
import { holdAlone } from './lease';
import { forgetRows, type Ledger, loadLedger, saveLedger } from './ledger';
import { openTable } from './open-table';
import type { OpenTab, Ports } from './ports';
import { isRestoring, markRestoring, unmarkRestoring } from './restoring';
import { newTabCells } from './write-tables';

export interface Restored {
  /** The tab restored, or `WA Daily` where nothing was missing. */
  tab: string;
  /** Rows written. */
  rows: number;
  /** Columns put back. */
  columns: number;
}

/** A tab that lacks something. */
interface Lacking {
  table: Table;
  tab: OpenTab | null;
  /** A run that died while it made the tab left one without rows. */
  half: boolean;
}

/**
 * Restores deleted tabs, or columns deleted from them, after the person agreed. A person's own columns
 * and notes do not come back with a tab: only Google's version history has them.
 *
 * Until it is through, a mark keeps syncs away: the index is the only copy of older rows then, and a sync
 * would believe the half-filled tab instead.
 *
 * @throws AddonError 'key-column-missing', 'tab-protected', 'no-space', 'sync-running'
 */
export function restore(ports: Ports): Restored {
  return holdAlone(ports, () => {
    ports.index.ensure();
    const ledger = loadLedger(ports);
    const begun = isRestoring(ports);
    const lacking = findLacking(ports, ledger, begun);
    if (lacking.length === 0) {
      return { tab: ports.tables.daily.open()?.name ?? '', rows: 0, columns: 0 };
    }
    for (const { table, tab, half } of lacking) {
      const isKey = tab?.missing.some((column) => table.keyColumns.includes(column));
      if (!half && isKey) openTable(ports, ledger, table);
    }
    const kept = rowsKept(ports, ledger);
    const sizeOf = (id: TableId): number => kept[id].length + 1;
    ports.guard.checkOwnTabs();
    ports.guard.checkTables(
      Object.fromEntries(
        lacking.flatMap(({ table, tab }) =>
          tab ? [[table.id, [{ first: 1, last: Math.max(tab.lastRow, sizeOf(table.id)) }]]] : [],
        ),
      ),
      lacking
        .filter(({ tab }) => !tab)
        .reduce((cells, { table }) => cells + newTabCells(sizeOf(table.id)), 0),
    );
    markRestoring(ports, begun ?? (lacking.some(({ tab }) => !tab) ? 'tab' : 'columns'));
    const restored = { tab: '', rows: 0, columns: 0 };
    for (const { table, tab, half } of lacking) {
      const port = ports.tables[table.id];
      if (!tab || half) port.create();
      else if (tab.missing.length > 0) port.addColumns(tab.missing);
      const rows = fill(ports, ledger, table, kept[table.id], {
        lastRow: tab?.lastRow ?? 1,
        goesOn: begun !== null,
      });
      restored.tab ||= port.open()?.name ?? table.name;
      restored.rows += rows.length;
      restored.columns += tab?.missing.length ?? 0;
    }
    ports.flush();
    unmarkRestoring(ports);
    clearFailure(ports);
    const all = (): Record<TableId, readonly DailyRow[]> =>
      forTables((id) => {
        const last = ports.tables[id].open()?.lastRow ?? 1;
        const rows = last > 1 ? ports.tables[id].read(2, last).rows : [];
        return [...firstOfEachKey(rows).byKey.values()];
      });
    saveLedger(ports, ledger, [], { changed: null, all });
    return restored;
  });
}

/** Tabs that had rows and are gone, tabs that lack columns, and, where a run died over it, all there are. */
function findLacking(ports: Ports, ledger: Ledger, begun: 'tab' | 'columns' | null): Lacking[] {
  return TABLE_IDS.flatMap((id): Lacking[] => {
    const table = TABLES[id];
    const tab = ports.tables[id].open();
    const half = begun === 'tab' && tab !== null && tab.lastRow <= 1;
    const isMissing = tab === null && (id === 'daily' || ledger.hadRows[id]);
    const lacks = isMissing || half || (tab?.missing.length ?? 0) > 0;
    return lacks || (begun !== null && tab !== null) ? [{ table, tab, half }] : [];
  });
}

/**
 * The rows the index holds, as far as it can be read; none when it is gone too. The days it cannot tell are
 * asked of Meta again.
 */
function rowsKept(ports: Ports, ledger: Ledger): Record<TableId, DailyRow[]> {
  if (ledger.found) {
    const { chunks, damaged } = loadReadable(ports, ledger.head);
    for (const month of damaged) forgetMonth(ledger.head, month);
    return rowsOfIndex(ledger.head, chunks);
  }
  if (!ports.tables.daily.open()) forgetRows(ledger);
  return forTables(() => []);
}

/** Writes every row the index holds: in its place where its key stands, else below. @returns all rows */
function fill(
  ports: Ports,
  ledger: Ledger,
  table: Table,
  kept: readonly DailyRow[],
  { lastRow, goesOn }: { lastRow: number; goesOn: boolean },
): DailyRow[] {
  const port = ports.tables[table.id];
  const there = lastRow > 1 ? port.read(2, lastRow) : { rows: [], lastFilled: 1 };
  const { byKey } = firstOfEachKey(there.rows);
  const known = new Map(kept.map((row) => [keyOf(row), row]));
  const mended = there.rows.map((row) => mend(table, row, known.get(keyOf(row))));
  for (const block of blocksOfNeighbours(mended)) {
    const [first] = block;
    if (first) port.write(first.rowNumber, block);
  }
  const missing = kept.filter((row) => !byKey.has(keyOf(row))).sort(compareRows);
  // A run that died may have left half a row there; otherwise what stands below the table is a person's.
  const end = goesOn
    ? there.rows.reduce((last, row) => Math.max(last, row.rowNumber), 1)
    : there.lastFilled;
  if (missing.length > 0) port.append(end + 1, missing);
  const added = missing.map((row, i) => ({ ...row, rowNumber: end + 1 + i }));
  ports.flush();
  const last = end + missing.length;
  ledger.places[table.id] = placesOf([...mended, ...added], last, Math.max(last, port.lastRow()));
  return [...firstOfEachKey([...mended, ...added]).byKey.values()];
}

/** A row with what the index knows where the sheet is empty. */
function mend(table: Table, row: ExistingRow, known: DailyRow | undefined): ExistingRow {
  if (!known) return row;
  const metrics = { ...NO_METRICS };
  for (const name of table.metrics) metrics[name] = row.metrics[name] ?? known.metrics[name];
  const labels = Object.fromEntries(table.labels.map((name) => [name, row[name] || known[name]]));
  return { ...row, ...labels, metrics };
}

function blocksOfNeighbours(rows: readonly ExistingRow[]): ExistingRow[][] {
  const blocks: ExistingRow[][] = [];
  for (const row of rows) {
    const block = blocks[blocks.length - 1];
    const before = block?.[block.length - 1];
    if (block && before && before.rowNumber === row.rowNumber - 1) block.push(row);
    else blocks.push([row]);
  }
  return blocks;
}
