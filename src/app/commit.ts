// Writes one wave into the spreadsheet: rows first, then the index, then what counts as done.

import { KEY_COLUMNS, TABS } from '../core/columns';
import { noteFetched, wasComplete } from '../core/coverage';
import { type DailyKey, type DailyRow, keyOf } from '../core/daily';
import { type Day, type DayRange, dayNumber } from '../core/day';
import { AddonError } from '../core/errors';
import { fetchedDays, type Scope } from '../core/index/covered';
import { holdsDay } from '../core/intervals';
import { addRows, lastRowAbove } from '../core/places';
import type { Seen } from '../core/restatement';
import { type ExistingRow, firstOfEachKey, planUpsert, type UpsertPlan } from '../core/upsert';
import { type Existing, readExisting } from './existing';
import type { IndexedRows, Ledger } from './ledger';
import type { Blocks, OpenTab, Ports } from './ports';
import { refuseHalfRestored } from './restoring';
import { markWriting } from './unfinished';

/** A span of days that is done once this wave is written. */
export interface Done {
  accountId: string;
  scope: Scope;
  span: DayRange;
  /** Last day that had ended in the account's zone when it was fetched. */
  lastEnded: Day;
  /** Days that earlier steps of the same sync did not believe. */
  doubted: readonly Day[];
}
export interface Wave {
  rows: DailyRow[];
  /** First and last day asked for in this wave. */
  span: DayRange | null;
  /** Whether a row was asked for: rows that were not cannot be doubted. */
  asked: (row: DailyKey) => boolean;
  /** The account's civil day of this sync. */
  syncDays: ReadonlyMap<string, Day>;
  /** What earlier steps of the same sync have seen, by account id. */
  seen: ReadonlyMap<string, Seen>;
  done: Done[];
}
export interface Committed {
  /** The tab's present name. */
  tab: string;
  /** What the index has to follow. */
  rows: IndexedRows;
  counts: UpsertPlan['counts'];
  doubted: UpsertPlan['doubted'];
  seen: UpsertPlan['seen'];
  copies: UpsertPlan['copies'];
  /** Rows did not stand where we left them: the whole tab was read once. */
  movedRows: boolean;
  /** Cells the file has now, where the tab had to grow; else 0. */
  cells: number;
}

/** Unchanged rows between two changed ones are rewritten to save a call, up to this many. */
const MERGE_GAP = 2_000;

/**
 * Opens `WA Daily` for writing.
 *
 * @returns null when there is no such tab and there never was a row in it
 * @throws AddonError 'tab-missing', 'key-column-missing' or 'sheet-changed': the person decides
 */
export function openDaily(ports: Ports, ledger: Ledger): OpenTab | null {
  const tab = ports.daily.open();
  if (!tab) {
    if (ledger.hadRows) throw new AddonError('tab-missing', { tab: TABS.daily });
    return null;
  }
  refuseHalfRestored(ports, tab.name);
  const key = tab.missing.find((column) => KEY_COLUMNS.includes(column));
  const [column = key] = tab.missing;
  if (column) {
    throw new AddonError(key ? 'key-column-missing' : 'sheet-changed', {
      tab: tab.name,
      column: ports.columnTitle(key ?? column),
    });
  }
  return tab;
}

/**
 * Writes one wave's rows and notes its days as done in the loaded ledger, which the caller saves after.
 *
 * Must run under the document lock. Order matters: a mark in the store, rows, flush, then index and
 * coverage. Whatever moment this dies, the keys in the sheet are the truth, the mark says that the index
 * may not know them, and the days are asked for again.
 *
 * @param wave null when there was nothing to fetch: the tab is then only looked at when `whole`
 * @param whole read every row and make the index anew, because it is known to be damaged
 */
export function writeWave(
  ports: Ports,
  ledger: Ledger,
  wave: Wave | null,
  whole: boolean,
): Committed {
  const tab = openDaily(ports, ledger);
  const found = readExisting(ports, ledger, tab, wave?.span ?? null, whole);
  const asked = wave ? found.rows.filter(wave.asked) : [];
  const plan = planUpsert(asked, wave?.rows ?? [], {
    syncDays: wave?.syncDays ?? new Map(),
    ...(wave ? { seen: wave.seen } : {}),
    wasComplete: (accountId, day) => wasComplete(ledger.head, accountId, day),
    wasFetched: (accountId, day, templateId) =>
      holdsDay(fetchedDays(ledger.head, accountId, templateId), dayNumber(day)),
  });
  ports.guard.checkOwnTabs();
  const isChange = plan.updates.length + plan.appends.length > 0;
  const cells = isChange ? write(ports, ledger, tab, found, plan) : 0;
  if (found.cutOff) completeCutOff(ports, ledger, found.cutOff);
  if (wave) noteDone(ledger, wave, plan);
  return {
    tab: tab?.name ?? TABS.daily,
    rows: {
      changed: found.whole ? null : [...plan.updates, ...plan.appends],
      all: () => everyRow(ports, ledger, found, plan),
    },
    counts: plan.counts,
    doubted: plan.doubted,
    seen: plan.seen,
    copies: found.whole ? firstOfEachKey(found.rows).copies : plan.copies,
    movedRows: found.moved,
    cells,
  };
}

function write(
  ports: Ports,
  ledger: Ledger,
  tab: OpenTab | null,
  found: Existing,
  plan: UpsertPlan,
): number {
  const first = ledger.places.end + 1;
  const count = plan.appends.length;
  const cells = tab
    ? ports.guard.checkDaily(blocksOf(plan, first))
    : ports.guard.checkSpace(26 * Math.max(NEW_TAB_ROWS, count + 1));
  // What an earlier run left unfinished stays marked until this one is through.
  const from = Math.min(first, found.cutOff?.first ?? first);
  ledger.unfinished = markWriting(ports, { first: from, count: first + count - from });
  writeUpdates(ports, found.rows, plan.updates);
  if (count > 0) {
    if (!tab) ports.daily.create();
    ports.daily.append(first, plan.appends);
    const pattern = lastRowAbove(ledger.places, first);
    if (pattern > 1) ports.daily.fillDown(pattern, first, count);
    ledger.places = addRows(
      ledger.places,
      first,
      plan.appends.map((row) => row.day),
    );
  }
  ports.flush();
  return cells;
}

/** A new tab of Sheets has so many rows of 26 columns. */
const NEW_TAB_ROWS = 1_000;

const blocksOf = (plan: UpsertPlan, first: number): Blocks => {
  const rows = plan.updates.map((row) => row.rowNumber);
  const corrected = rows.length > 0 ? [{ first: Math.min(...rows), last: Math.max(...rows) }] : [];
  const added = plan.appends.length;
  return added > 0 ? [...corrected, { first, last: first + added - 1 }] : corrected;
};

/** What a run that died left beside its rows: halves of rows without a key, and formulas not continued. */
function completeCutOff(
  ports: Ports,
  ledger: Ledger,
  cutOff: NonNullable<Existing['cutOff']>,
): void {
  const { end } = ledger.places;
  if (cutOff.lastFilled > end) ports.daily.clear(end + 1, cutOff.lastFilled);
  const pattern = lastRowAbove(ledger.places, cutOff.first);
  if (pattern > 1 && end >= cutOff.first) {
    ports.daily.fillDown(pattern, cutOff.first, end - cutOff.first + 1);
  }
  ports.flush();
  ledger.places.last = Math.max(end, ports.daily.lastRow());
}

/** Every row as it now stands, the first of each key: from what was read, or else read now. */
function everyRow(
  ports: Ports,
  ledger: Ledger,
  found: Existing,
  plan: UpsertPlan,
): readonly DailyRow[] {
  if (!found.whole) {
    const { end } = ledger.places;
    const rows = end > 1 ? ports.daily.read(2, end).rows : [];
    return [...firstOfEachKey(rows).byKey.values()];
  }
  const now = new Map(
    [...firstOfEachKey(found.rows).byKey].map(([key, row]) => [key, row as DailyRow]),
  );
  for (const row of [...plan.updates, ...plan.appends]) now.set(keyOf(row), row);
  return [...now.values()];
}

function noteDone(ledger: Ledger, wave: Wave, plan: UpsertPlan): void {
  const doubted = new Map<string, Set<Day>>();
  for (const { accountId, day } of plan.doubted) {
    doubted.set(accountId, (doubted.get(accountId) ?? new Set()).add(day));
  }
  for (const { accountId, scope, span, lastEnded, doubted: earlier } of wave.done) {
    const days = new Set([...earlier, ...(doubted.get(accountId) ?? [])]);
    noteFetched(ledger.head, accountId, scope, span, lastEnded, days);
  }
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
