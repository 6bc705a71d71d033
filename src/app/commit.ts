// Writes one wave into the spreadsheet: rows first, then the index, then what counts as done.
import { noteFetched, wasComplete } from '../core/coverage';
import type { DailyKey, DailyRow } from '../core/daily';
import { type Day, type DayRange, dayNumber } from '../core/day';
import { fetchedDays, type Scope } from '../core/index/covered';
import { holdsDay } from '../core/intervals';
import { addRows, agree, blocksFor, placesOf } from '../core/places';
import { type ExistingRow, planUpsert, type UpsertPlan } from '../core/upsert';
import { type Ledger, resetLedger } from './ledger';
import type { Ports } from './ports';

/** A span of days that is done once this wave is written. */
export interface Done {
  accountId: string;
  scope: Scope;
  span: DayRange;
  /** Last day that had ended in the account's zone when it was fetched. */
  lastEnded: Day;
}
export interface Wave {
  rows: DailyRow[];
  /** First and last day asked for in this wave. */
  span: DayRange | null;
  /** Whether a row was asked for: rows that were not cannot be doubted. */
  asked: (row: DailyKey) => boolean;
  /** The account's civil day of this sync. */
  syncDays: ReadonlyMap<string, Day>;
  done: Done[];
}
export interface Committed {
  /** Rows as they now stand, for the index. */
  rows: DailyRow[];
  counts: UpsertPlan['counts'];
  doubted: UpsertPlan['doubted'];
  /** Rows did not stand where we left them: the whole tab was read once. */
  movedRows: boolean;
  /** The tab was gone although the ledger had rows in it. */
  tabWasMissing: boolean;
}

/** Unchanged rows between two changed ones are rewritten to save a call, up to this many. */
const MERGE_GAP = 2_000;

/**
 * Writes one wave's rows and notes its days as done in the loaded ledger, which the caller saves after.
 *
 * Must run under the document lock. Order matters: rows, flush, then index and coverage. Whatever moment
 * this dies, the keys in the sheet are the truth, and the days are asked for again.
 */
export function writeWave(ports: Ports, ledger: Ledger, wave: Wave): Committed {
  const tab = ports.daily.open();
  const tabWasMissing = !tab && ledger.places.total > 0;
  if (tabWasMissing) resetLedger(ledger);
  const { existing, movedRows, rebuilt } = readExisting(ports, ledger, tab, wave.span);

  const plan = planUpsert(existing.filter(wave.asked), wave.rows, {
    syncDays: wave.syncDays,
    wasComplete: (accountId, day) => wasComplete(ledger.head, accountId, day),
    wasFetched: (accountId, day, templateId) =>
      holdsDay(fetchedDays(ledger.head, accountId, templateId), dayNumber(day)),
  });
  writeUpdates(ports, existing, plan.updates);
  if (plan.appends.length > 0) {
    if (!tab) ports.daily.create();
    const firstRow = ports.daily.append(plan.appends);
    ledger.places = addRows(
      ledger.places,
      firstRow,
      plan.appends.map((row) => row.day),
    );
  }
  ports.flush();

  const doubted = new Map<string, Set<Day>>();
  for (const { accountId, day } of plan.doubted) {
    doubted.set(accountId, (doubted.get(accountId) ?? new Set()).add(day));
  }
  for (const { accountId, scope, span, lastEnded } of wave.done) {
    noteFetched(ledger.head, accountId, scope, span, lastEnded, doubted.get(accountId));
  }
  return {
    rows: [...rebuilt, ...plan.updates, ...plan.appends],
    counts: plan.counts,
    doubted: plan.doubted,
    movedRows,
    tabWasMissing,
  };
}

/** The rows of the wave's days, from where the places say they are, or else from the whole tab. */
function readExisting(
  ports: Ports,
  ledger: Ledger,
  tab: { lastRow: number } | null,
  span: DayRange | null,
): { existing: ExistingRow[]; movedRows: boolean; rebuilt: DailyRow[] } {
  if (!tab || !span || tab.lastRow < 2) return { existing: [], movedRows: false, rebuilt: [] };
  const rows = tab.lastRow - 1;
  if (ledger.found && ledger.places.total === rows) {
    const read = blocksFor(ledger.places, span.from, span.to).flatMap(({ first, last }) =>
      ports.daily.read(first, last),
    );
    if (agree(ledger.places, read, span.from, span.to)) {
      return { existing: read, movedRows: false, rebuilt: [] };
    }
  }
  const all = ports.daily.read(2, tab.lastRow);
  ledger.places = placesOf(all, rows);
  // Without a head the index is built anew from the rows, which are the truth.
  return { existing: all, movedRows: ledger.found, rebuilt: ledger.found ? [] : all };
}

/** Corrected rows in as few writes as worth it: neighbours together, with unchanged rows between. */
function writeUpdates(
  ports: Ports,
  existing: readonly ExistingRow[],
  updates: readonly ExistingRow[],
): void {
  const at = new Map<number, ExistingRow>();
  for (const row of existing) at.set(row.rowNumber, row);
  for (const row of updates) at.set(row.rowNumber, row);
  let block: ExistingRow[] = [];
  const writeBlock = (): void => {
    const first = block[0];
    if (first) ports.daily.write(first.rowNumber, block);
  };
  for (const row of updates) {
    const last = block[block.length - 1];
    const between = last ? bridge(at, last.rowNumber, row.rowNumber) : null;
    if (between) block.push(...between, row);
    else {
      writeBlock();
      block = [row];
    }
  }
  writeBlock();
}

/** Our own unchanged rows between two rows, or null when the gap is long or not all ours. */
function bridge(
  at: ReadonlyMap<number, ExistingRow>,
  from: number,
  to: number,
): ExistingRow[] | null {
  if (to - from > MERGE_GAP) return null;
  const rows: ExistingRow[] = [];
  for (let n = from + 1; n < to; n += 1) {
    const row = at.get(n);
    if (!row) return null;
    rows.push(row);
  }
  return rows;
}
