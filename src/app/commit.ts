// Writes one wave into the spreadsheet: rows first, then the index, then what counts as done.

import { KEY_COLUMNS, TABS } from '../core/columns';
import { noteFetched, wasComplete } from '../core/coverage';
import { type DailyKey, type DailyRow, keyOf } from '../core/daily';
import { type Day, type DayRange, dayNumber } from '../core/day';
import { AddonError } from '../core/errors';
import { fetchedDays, type Scope } from '../core/index/covered';
import { holdsDay } from '../core/intervals';
import { addRows, lastRowAbove } from '../core/places';
import {
  firstOfEachKey,
  isCutOff,
  planUpsert,
  type UpsertContext,
  type UpsertPlan,
} from '../core/upsert';
import { type Existing, readExisting } from './existing';
import type { IndexedRows, Ledger } from './ledger';
import type { OpenTab, Ports } from './ports';
import { refuseHalfRestored } from './restoring';
import { markWriting, NO_ROWS, type Unfinished } from './unfinished';
import { blocksOf, writeBlocks } from './write-rows';

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
  /** The tab's present name. */
  tab: string;
  /** What the index has to follow. */
  rows: IndexedRows;
  counts: UpsertPlan['counts'];
  doubted: UpsertPlan['doubted'];
  copies: UpsertPlan['copies'];
  /** Rows did not stand where we left them: the whole tab was read once. */
  movedRows: boolean;
  /** Cells the file has now, where the tab had to grow; else 0. */
  cells: number;
}

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
  // A run died while it made the tab: the next one makes the rest of it.
  if (ledger.unfinished && tab.lastRow <= 1 && !ledger.hadRows) return null;
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
  const { head } = ledger;
  const context: UpsertContext = {
    syncDays: wave?.syncDays ?? new Map(),
    wasComplete: (accountId, day) => wasComplete(head, accountId, day),
    wasFetched: (accountId, day, templateId) =>
      holdsDay(fetchedDays(head, accountId, templateId), dayNumber(day)),
  };
  const isAsked = (row: DailyKey): boolean => wave?.asked(row) === true;
  for (let tries = 1; ; tries += 1) {
    const tab = openDaily(ports, ledger);
    const found = readExisting(ports, ledger, tab, wave?.span ?? null, whole || tries > 1);
    const plan = planUpsert(found.rows.filter(isAsked), wave?.rows ?? [], context);
    ports.guard.checkOwnTabs();
    const isChange = plan.updates.length + plan.appends.length > 0;
    const cells = isChange ? write(ports, ledger, tab, found, plan) : 0;
    if (cells === null) {
      if (tries < MOST_TRIES) continue;
      throw new AddonError('sheet-busy', { tab: tab?.name ?? TABS.daily });
    }
    if (found.cutOff) completeCutOff(ports, ledger, found.cutOff);
    ledger.unfinishedAfter = leftUnfinished(ledger, found, context, isAsked);
    if (wave) noteDone(ledger, wave, plan);
    return {
      tab: tab?.name ?? TABS.daily,
      rows: {
        changed: found.whole ? null : [...plan.updates, ...plan.appends],
        all: () => everyRow(ports, ledger, found, plan),
      },
      counts: plan.counts,
      doubted: plan.doubted,
      copies: found.whole ? firstOfEachKey(found.rows).copies : plan.copies,
      movedRows: found.moved || tries > 1,
      cells,
    };
  }
}

/** A person who sorts while we write makes us read anew; one who goes on doing so is asked to wait. */
const MOST_TRIES = 3;

/** @returns cells the file has when its tab grew, else 0; null when rows or columns were moved meanwhile */
function write(
  ports: Ports,
  ledger: Ledger,
  tab: OpenTab | null,
  found: Existing,
  plan: UpsertPlan,
): number | null {
  const first = ledger.places.end + 1;
  const count = plan.appends.length;
  // Below our rows something of the person's: it may have come to stand where the new rows go.
  const mayBeTaken = !found.whole && count > 0 && ledger.places.last > ledger.places.end;
  if (tab && mayBeTaken && !ports.daily.areEmpty(first, count)) return null;
  // Halves of rows that a dead run left where the new ones go.
  const { cutOff } = found;
  if (cutOff && cutOff.lastFilled >= first) ports.daily.clear(first, cutOff.lastFilled);
  const blocks = blocksOf(found.rows, plan, ledger.places.end);
  const cells = tab
    ? ports.guard.checkDaily(
        blocks.map((block) => ({ first: block.first, last: block.first + block.rows.length - 1 })),
      )
    : ports.guard.checkSpace(26 * Math.max(NEW_TAB_ROWS, count + 1));
  const before = ledger.unfinished;
  // What an earlier run left unfinished stays marked until this one is through.
  const from = Math.min(first, found.cutOff?.first ?? first);
  ledger.unfinished = markWriting(ports, { first: from, count: first + count - from });
  if (!tab) {
    ports.daily.create();
    // Whole before the first row comes, so that a half-made tab is one without rows.
    ports.flush();
  }
  if (!writeBlocks(ports, blocks)) {
    // No new row was written, so what stands in their place is not ours.
    ledger.unfinished = markWriting(ports, before ?? NO_ROWS);
    return null;
  }
  if (count > 0) {
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

/**
 * Rows that a run which died was appending and that were not asked for again yet: they stay marked, because
 * they may be half there and nobody knows it from their numbers.
 */
function leftUnfinished(
  ledger: Ledger,
  found: Existing,
  context: UpsertContext,
  isAsked: (row: DailyKey) => boolean,
): Unfinished | null {
  const left = found.rows.filter((row) => isCutOff(row, context) && !isAsked(row));
  if (left.length === 0 || !found.cutOff) return null;
  const { first } = found.cutOff;
  return { first, count: ledger.places.end + 1 - first };
}

/** A new tab of Sheets has so many rows of 26 columns. */
const NEW_TAB_ROWS = 1_000;

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
  for (const { accountId, scope, span, lastEnded } of wave.done) {
    noteFetched(ledger.head, accountId, scope, span, lastEnded, doubted.get(accountId));
  }
}
