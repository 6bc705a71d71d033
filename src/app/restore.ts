// Makes again what a person deleted from `WA Daily`, out of the hidden index: the tab, or columns of it.
import { KEY_COLUMNS } from '../core/columns';
import { forgetMonth } from '../core/coverage';
import { compareRows, type DailyRow, keyOf, LABELS } from '../core/daily';
import { rowsOfIndex } from '../core/index/rows';
import { BASE_METRICS, NO_METRICS } from '../core/metrics';
import { placesOf } from '../core/places';
import { type ExistingRow, firstOfEachKey } from '../core/upsert';
import { openDaily } from './commit';
import { clearFailure } from './failure';
import { loadReadable } from './index-rows';
import { holdAlone } from './lease';
import { forgetRows, type Ledger, loadLedger, saveLedger } from './ledger';
import type { Ports } from './ports';
import { RESTORING } from './restoring';

export interface Restored {
  tab: string;
  /** Rows written. */
  rows: number;
  /** Columns put back. */
  columns: number;
}

/**
 * Restores the deleted tab, or columns deleted from it, after the person agreed. A person's own columns
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
    const tab = ports.daily.open();
    const begun = ports.document.get(RESTORING);
    if (tab && tab.missing.length === 0 && !begun) return { tab: tab.name, rows: 0, columns: 0 };
    // A run that died while it made the tab left one without rows.
    const half = begun === 'tab' && tab !== null && tab.lastRow <= 1;
    if (!half && tab?.missing.some((column) => KEY_COLUMNS.includes(column))) {
      openDaily(ports, ledger);
    }
    const kept = rowsKept(ports, ledger);
    ports.guard.checkOwnTabs();
    if (tab) ports.guard.checkDaily([{ first: 1, last: Math.max(tab.lastRow, kept.length + 1) }]);
    else ports.guard.checkSpace(26 * Math.max(1_000, kept.length + 1));
    ports.document.set(RESTORING, begun ?? (tab ? 'columns' : 'tab'));
    if (!tab || half) ports.daily.create();
    else if (tab.missing.length > 0) ports.daily.addColumns(tab.missing);
    const rows = fill(ports, ledger, kept, { lastRow: tab?.lastRow ?? 1, goesOn: begun !== null });
    ports.flush();
    ports.document.remove(RESTORING);
    clearFailure(ports);
    saveLedger(ports, ledger, [], { changed: null, all: () => rows });
    const { name = '' } = ports.daily.open() ?? {};
    return { tab: name, rows: rows.length, columns: tab?.missing.length ?? 0 };
  });
}

/**
 * The rows the index holds, as far as it can be read; none when it is gone too. The days it cannot tell are
 * asked of Meta again.
 */
function rowsKept(ports: Ports, ledger: Ledger): DailyRow[] {
  if (ledger.found) {
    const { chunks, damaged } = loadReadable(ports, ledger.head);
    for (const month of damaged) forgetMonth(ledger.head, month);
    return rowsOfIndex(ledger.head, chunks);
  }
  if (!ports.daily.open()) forgetRows(ledger);
  return [];
}

/** Writes every row the index holds: in its place where its key stands, else below. @returns all rows */
function fill(
  ports: Ports,
  ledger: Ledger,
  kept: readonly DailyRow[],
  { lastRow, goesOn }: { lastRow: number; goesOn: boolean },
): DailyRow[] {
  const there = lastRow > 1 ? ports.daily.read(2, lastRow) : { rows: [], lastFilled: 1 };
  const { byKey } = firstOfEachKey(there.rows);
  const known = new Map(kept.map((row) => [keyOf(row), row]));
  const mended = there.rows.map((row) => mend(row, known.get(keyOf(row))));
  for (const block of blocksOfNeighbours(mended)) {
    const [first] = block;
    if (first) ports.daily.write(first.rowNumber, block);
  }
  const missing = kept.filter((row) => !byKey.has(keyOf(row))).sort(compareRows);
  // A run that died may have left half a row there; otherwise what stands below the table is a person's.
  const end = goesOn
    ? there.rows.reduce((last, row) => Math.max(last, row.rowNumber), 1)
    : there.lastFilled;
  if (missing.length > 0) ports.daily.append(end + 1, missing);
  const added = missing.map((row, i) => ({ ...row, rowNumber: end + 1 + i }));
  ports.flush();
  const last = end + missing.length;
  ledger.places = placesOf([...mended, ...added], last, Math.max(last, ports.daily.lastRow()));
  return [...firstOfEachKey([...mended, ...added]).byKey.values()];
}

/** A row with what the index knows where the sheet is empty. */
function mend(row: ExistingRow, known: DailyRow | undefined): ExistingRow {
  if (!known) return row;
  const metrics = { ...NO_METRICS };
  for (const name of BASE_METRICS) metrics[name] = row.metrics[name] ?? known.metrics[name];
  const labels = Object.fromEntries(LABELS.map((name) => [name, row[name] || known[name]]));
  return { ...row, ...(labels as Pick<DailyRow, (typeof LABELS)[number]>), metrics };
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
