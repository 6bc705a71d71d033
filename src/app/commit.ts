// Writes one wave into the spreadsheet: rows first, then the index, then what counts as done.

import { noteFetched, wasComplete } from '../core/coverage';
import { type DailyKey, type DailyRow, keyOf, type PointRow } from '../core/daily';
import { type Day, type DayRange, dayNumber } from '../core/day';
import { AddonError } from '../core/errors';
import { fetchedDays, type Scope } from '../core/index/covered';
import { holdsDay } from '../core/intervals';
import type { Seen } from '../core/restatement';
import { forTables, TABLE_IDS, TABLES, type TableId } from '../core/tables';
import {
  firstOfEachKey,
  incomingRows,
  isCutOff,
  type Judgement,
  judgePoints,
  planUpsert,
  type UpsertContext,
  type UpsertPlan,
} from '../core/upsert';
import { type Existing, readExisting } from './existing';
import type { IndexedRows, Ledger } from './ledger';
import { openTable } from './open-table';
import type { Ports } from './ports';
import type { Unfinished } from './unfinished';
import { type Change, completeCutOff, isChange, writeTables } from './write-tables';

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
  points: PointRow[];
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
  /** The present name of `WA Daily`. */
  tab: string;
  /** What the index has to follow. */
  rows: IndexedRows;
  /** Rows of `WA Daily`: the other tabs follow it. */
  counts: UpsertPlan['counts'];
  doubted: Judgement['doubted'];
  seen: Judgement['seen'];
  /** Rows copied by hand, with the first tab they stand in. */
  copies: UpsertPlan['copies'] & { tab: string };
  /** Rows did not stand where we left them: a whole tab was read once. */
  movedRows: boolean;
  /** Cells the file has now, where a tab had to grow; else 0. */
  cells: number;
}

/** A person who sorts while we write makes us read anew; one who goes on doing so is asked to wait. */
const MOST_TRIES = 3;

/**
 * Writes one wave's rows and notes its days as done in the loaded ledger, which the caller saves after.
 *
 * Must run under the document lock. Order matters: a mark in the store, rows, flush, then index and
 * coverage. Whatever moment this dies, the keys in the sheet are the truth, the mark says that the index
 * may not know them, and the days are asked for again.
 *
 * @param wave null when there was nothing to fetch: the tabs are then only looked at when `whole`
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
    ...(wave ? { seen: wave.seen } : {}),
    wasComplete: (accountId, day) => wasComplete(head, accountId, day),
    wasFetched: (accountId, day, templateId) =>
      holdsDay(fetchedDays(head, accountId, templateId), dayNumber(day)),
  };
  const isAsked = (row: DailyKey): boolean => wave?.asked(row) === true;
  for (let tries = 1; ; tries += 1) {
    const { changes, judgement } = planAll(ports, ledger, wave, context, isAsked, {
      whole: whole || tries > 1,
    });
    ports.guard.checkOwnTabs();
    const due = changes.filter(isChange);
    const cells = due.length > 0 ? writeTables(ports, ledger, due) : 0;
    const tabOf = (id: TableId): string =>
      changes.find((change) => change.id === id)?.tab?.name ?? TABLES[id].name;
    if (cells === null) {
      if (tries < MOST_TRIES) continue;
      throw new AddonError('sheet-busy', { tab: tabOf('daily') });
    }
    for (const change of changes) completeCutOff(ports, ledger, change);
    ledger.unfinishedAfter = leftUnfinished(ledger, changes, context, isAsked);
    if (wave) noteDone(ledger, wave, judgement);
    const daily = changes.find(({ id }) => id === 'daily') ?? changes[0];
    const copied = changes.map(({ id, found, plan }) => ({
      ...(found.whole ? firstOfEachKey(found.rows).copies : plan.copies),
      tab: tabOf(id),
    }));
    const anew = changes.some(({ found }) => found.whole);
    return {
      tab: tabOf('daily'),
      rows: {
        changed: anew ? null : byTable(changes, ({ plan }) => [...plan.updates, ...plan.appends]),
        all: () => byTable(changes, (change) => everyRow(ports, ledger, change)),
      },
      counts: withHeld(daily?.plan.counts, judgement.held),
      doubted: judgement.doubted,
      seen: judgement.seen,
      copies: copied.find(({ count }) => count > 0) ?? { count: 0, firstRow: 0, tab: '' },
      movedRows: changes.some(({ found }) => found.moved) || tries > 1,
      cells,
    };
  }
}

const byTable = (
  changes: readonly Change[],
  rows: (change: Change) => readonly DailyRow[],
): Record<TableId, readonly DailyRow[]> =>
  forTables((id) => {
    const change = changes.find((one) => one.id === id);
    return change ? rows(change) : [];
  });

const withHeld = (
  counts: UpsertPlan['counts'] = { added: 0, changed: 0, restated: 0, held: 0, kept: 0 },
  held: number,
): UpsertPlan['counts'] => ({ ...counts, held: counts.held + held });

/** Opens and reads every tab, judges the answer by `WA Daily`, and plans each tab. */
function planAll(
  ports: Ports,
  ledger: Ledger,
  wave: Wave | null,
  context: UpsertContext,
  isAsked: (row: DailyKey) => boolean,
  { whole }: { whole: boolean },
): { changes: Change[]; judgement: Judgement } {
  const opened = TABLE_IDS.map((id) => ({ id, tab: openTable(ports, ledger, TABLES[id]) }));
  const read = opened.map(({ id, tab }) => {
    const found = readExisting(ports, ledger, id, tab, wave?.span ?? null, whole);
    return { id, tab, found, asked: found.rows.filter(isAsked) };
  });
  const daily = read.find(({ id }) => id === 'daily');
  const judgement = judgePoints(daily?.asked ?? [], wave?.points ?? [], context);
  const changes = read.map(({ asked, ...rest }) => {
    const table = TABLES[rest.id];
    const incoming = incomingRows(table, asked, judgement.points);
    return { ...rest, plan: planUpsert(table, asked, incoming, context) };
  });
  return { changes, judgement };
}

/**
 * Rows that a run which died was appending and that were not asked for again yet: they stay marked, because
 * they may be half there and nobody knows it from their numbers.
 */
function leftUnfinished(
  ledger: Ledger,
  changes: readonly Change[],
  context: UpsertContext,
  isAsked: (row: DailyKey) => boolean,
): Unfinished | null {
  const left: Unfinished = {};
  for (const { id, found } of changes) {
    const isLeft = found.rows.some((row) => isCutOff(row, context) && !isAsked(row));
    if (!isLeft || !found.cutOff) continue;
    const { first } = found.cutOff;
    left[id] = { first, count: ledger.places[id].end + 1 - first };
  }
  return Object.keys(left).length > 0 ? left : null;
}

/** Every row of a tab as it now stands, the first of each key: from what was read, or else read now. */
function everyRow(
  ports: Ports,
  ledger: Ledger,
  { id, found, plan, tab }: Pick<Change, 'id' | 'plan' | 'tab'> & { found: Existing },
): readonly DailyRow[] {
  if (!found.whole) {
    const { end } = ledger.places[id];
    const rows =
      end > 1 && (tab || plan.appends.length > 0) ? ports.tables[id].read(2, end).rows : [];
    return [...firstOfEachKey(rows).byKey.values()];
  }
  const now = new Map(
    [...firstOfEachKey(found.rows).byKey].map(([key, row]) => [key, row as DailyRow]),
  );
  for (const row of [...plan.updates, ...plan.appends]) now.set(keyOf(row), row);
  return [...now.values()];
}

function noteDone(ledger: Ledger, wave: Wave, judgement: Judgement): void {
  const doubted = new Map<string, Set<Day>>();
  for (const { accountId, day } of judgement.doubted) {
    doubted.set(accountId, (doubted.get(accountId) ?? new Set()).add(day));
  }
  for (const { accountId, scope, span, lastEnded, doubted: earlier } of wave.done) {
    const days = new Set([...earlier, ...(doubted.get(accountId) ?? [])]);
    noteFetched(ledger.head, accountId, scope, span, lastEnded, days);
  }
}
