// Writes the plans of one wave into their tabs: all is looked at first, then marked, then written and flushed.
import { addRows, lastRowAbove } from '../core/places';
import type { TableId } from '../core/tables';
import type { UpsertPlan } from '../core/upsert';
import type { Existing } from './existing';
import type { Ledger } from './ledger';
import type { OpenTab, Ports, TableBlocks } from './ports';
import { markWriting, type Unfinished } from './unfinished';
import { blocksOf, type WriteBlock, writeBlocks } from './write-rows';

/** What is to be done to one tab. */
export interface Change {
  id: TableId;
  tab: OpenTab | null;
  found: Existing;
  plan: UpsertPlan;
}

/** A new tab of Sheets has so many rows of 26 columns. */
const NEW_TAB_ROWS = 1_000;
const NEW_TAB_COLUMNS = 26;

/** Cells a new tab takes once it holds so many rows, its header among them. */
export const newTabCells = (rows: number): number => NEW_TAB_COLUMNS * Math.max(NEW_TAB_ROWS, rows);

export const isChange = ({ plan }: Change): boolean =>
  plan.updates.length + plan.appends.length > 0;

const firstFree = (ledger: Ledger, { id }: Change): number => ledger.places[id].end + 1;

/**
 * Carries out the changes.
 *
 * @returns cells the file has when a tab grew, else 0; null when rows or columns were moved meanwhile: what
 *   was not written yet is then left, and everything has to be read anew
 */
export function writeTables(
  ports: Ports,
  ledger: Ledger,
  changes: readonly Change[],
): number | null {
  if (changes.some((change) => isTaken(ports, ledger, change))) return null;
  for (const change of changes) {
    // Halves of rows that a dead run left where the new ones go.
    const { cutOff } = change.found;
    const first = firstFree(ledger, change);
    if (cutOff && cutOff.lastFilled >= first) {
      ports.tables[change.id].clear(first, cutOff.lastFilled);
    }
  }
  const blocks = new Map(
    changes.map((change) => {
      const { id, found, plan } = change;
      return [id, blocksOf(found.rows, plan, ledger.places[id].end)];
    }),
  );
  const cells = checkAll(ports, changes, blocks);
  const before = ledger.unfinished;
  ledger.unfinished = markWriting(ports, { ...before, ...appendedBy(ledger, changes) });
  const made = changes.filter(({ tab }) => !tab);
  for (const { id } of made) ports.tables[id].create();
  // Whole before the first row comes, so that a half-made tab is one without rows.
  if (made.length > 0) ports.flush();
  for (const [i, change] of changes.entries()) {
    if (!writeBlocks(ports.tables[change.id], blocks.get(change.id) ?? [])) {
      // No new row was written there or further on, so what stands in their place is not ours.
      const written = appendedBy(ledger, changes.slice(0, i));
      ledger.unfinished = markWriting(ports, { ...before, ...written });
      return null;
    }
    continueBelow(ports, ledger, change);
  }
  for (const { id, plan } of changes) {
    const days = plan.appends.map((row) => row.day);
    const { places } = ledger;
    if (days.length > 0) places[id] = addRows(places[id], places[id].end + 1, days);
  }
  ports.flush();
  return cells;
}

/** Below our rows something of the person's: it may have come to stand where the new rows go. */
function isTaken(ports: Ports, ledger: Ledger, change: Change): boolean {
  const { id, tab, found, plan } = change;
  const count = plan.appends.length;
  const places = ledger.places[id];
  const mayBe = !found.whole && count > 0 && places.last > places.end;
  return tab !== null && mayBe && !ports.tables[id].areEmpty(places.end + 1, count);
}

function checkAll(
  ports: Ports,
  changes: readonly Change[],
  blocks: ReadonlyMap<TableId, readonly WriteBlock[]>,
): number {
  const checked: TableBlocks = {};
  let newCells = 0;
  for (const { id, tab, plan } of changes) {
    if (tab) {
      checked[id] = (blocks.get(id) ?? []).map(({ first, rows }) => ({
        first,
        last: first + rows.length - 1,
      }));
    } else newCells += newTabCells(plan.appends.length + 1);
  }
  return ports.guard.checkTables(checked, newCells);
}

/** The rows about to be appended, and those an earlier run left unfinished, which stay marked till then. */
function appendedBy(ledger: Ledger, changes: readonly Change[]): Unfinished {
  const appended: Unfinished = {};
  for (const change of changes) {
    const first = firstFree(ledger, change);
    const from = Math.min(first, change.found.cutOff?.first ?? first);
    appended[change.id] = { first: from, count: first + change.plan.appends.length - from };
  }
  return appended;
}

/** A person's formula columns go on into the new rows. */
function continueBelow(ports: Ports, ledger: Ledger, { id, plan }: Change): void {
  const count = plan.appends.length;
  if (count === 0) return;
  const first = ledger.places[id].end + 1;
  const pattern = lastRowAbove(ledger.places[id], first);
  if (pattern > 1) ports.tables[id].fillDown(pattern, first, count);
}

/** What a run that died left beside its rows: halves of rows without a key, and formulas not continued. */
export function completeCutOff(ports: Ports, ledger: Ledger, { id, found }: Change): void {
  const { cutOff } = found;
  if (!cutOff) return;
  const places = ledger.places[id];
  const { end } = places;
  const tab = ports.tables[id];
  if (cutOff.lastFilled > end) tab.clear(end + 1, cutOff.lastFilled);
  const pattern = lastRowAbove(places, cutOff.first);
  if (pattern > 1 && end >= cutOff.first) {
    tab.fillDown(pattern, cutOff.first, end - cutOff.first + 1);
  }
  ports.flush();
  places.last = Math.max(end, tab.lastRow());
}
