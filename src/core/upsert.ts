// Decides what a wave of points does to the ledger: rows to correct in place, rows to append. Touches nothing.
import { compareRows, type DailyKey, type DailyRow, keyOf, LABELS, type PointRow } from './daily';
import type { Day } from './day';
import { hasTraffic, NO_METRICS } from './metrics';
import {
  EXPIRING_METRICS,
  type Expiring,
  findUnbelievable,
  isPastLookBack,
  mergeMetrics,
  NOTHING_SEEN,
  resetsIn,
  type Seen,
  seeAlso,
  unbelievedKey,
} from './restatement';
import type { Table } from './tables';

/** A row of the sheet and where it stands. */
export interface ExistingRow extends DailyRow {
  rowNumber: number;
  /** Among the rows a run that was cut off was writing: it may be half there. */
  unfinished?: boolean;
  /** Its computed cells do not fit its numbers: a half-written correction, or somebody typed over them. */
  stale?: boolean;
}
export interface UpsertPlan {
  /** Whole rows to correct, by sheet row, ascending. */
  updates: ExistingRow[];
  /** New rows, by day, template, product. */
  appends: DailyRow[];
  counts: {
    added: number;
    changed: number;
    restated: number;
    /** Numbers of Meta's that were not taken: dropped counts of old days, and rows of days not believed. */
    held: number;
    /** Of these, the counts that Meta dropped and the ledger keeps. */
    kept: number;
  };
  /** Rows whose key stands further up already: copied by hand, and left alone. */
  copies: { count: number; firstRow: number };
}

/** What the plan needs to know beside the rows. */
export interface UpsertContext {
  /** The account's civil day of this sync, by account id. */
  syncDays: ReadonlyMap<string, Day>;
  /** Whether a day of an account was complete when it was last fetched. */
  wasComplete: (accountId: string, day: Day) => boolean;
  /** What earlier answers of this sync have shown, by account id: a first load may take several steps. */
  seen?: ReadonlyMap<string, Seen>;
  /** Whether a day of a template was ever fetched. */
  wasFetched: (accountId: string, day: Day, templateId: string) => boolean;
}

/** What is believed of Meta's answers of a wave, before any tab is looked at row by row. */
export interface Judgement {
  /** The points that are believed, zeros that are resets made "not reported". */
  points: readonly PointRow[];
  /** Days not believed, by account: to be asked again, so not complete. */
  doubted: { accountId: string; day: Day }[];
  /** Rows of `WA Daily` whose day is not believed. */
  held: number;
  /** What the answers have shown so far, by account id. */
  seen: ReadonlyMap<string, Seen>;
}

/**
 * Judges the points of one wave by the rules of `restatement.ts`, once for all tabs.
 *
 * @param existing the rows of `WA Daily` of the days and templates asked for
 */
export function judgePoints(
  existing: readonly ExistingRow[],
  incoming: readonly PointRow[],
  context: UpsertContext,
): Judgement {
  const known = [...firstOfEachKey(existing).byKey.values()];
  const unbelieved = findUnbelievable(
    known.filter((row) => !isCutOff(row, context)),
    incoming,
  );
  const seen = seeByAccount(incoming, context);
  const resets = new Map([...seen].map(([id, all]) => [id, new Set(resetsIn(all))]));
  const points = incoming
    .filter((point) => !unbelieved.has(unbelievedKey(point)))
    .map((point) => {
      const reset = resets.get(point.accountId);
      const past = isPastLookBack(point.day, syncDayOf(point, context));
      return reset && past && reset.size > 0 ? withoutResets(point, reset) : point;
    });
  return {
    points,
    doubted: [...unbelieved].map((key) => {
      const [accountId = '', day = ''] = key.split('|');
      return { accountId, day };
    }),
    held: known.filter((row) => unbelieved.has(unbelievedKey(row))).length,
    seen,
  };
}

const syncDayOf = (key: DailyKey, { syncDays }: UpsertContext): Day =>
  syncDays.get(key.accountId) ?? key.day;

/**
 * The rows a tab gets out of the points: theirs, and, where Meta no longer lists a button of a day that it
 * answers for, that button's row without clicks.
 *
 * @param existing the tab's rows of the days and templates asked for
 */
export function incomingRows(
  table: Table,
  existing: readonly ExistingRow[],
  points: readonly PointRow[],
): DailyRow[] {
  const rows = points.flatMap(table.rowsOf);
  if (!table.keyColumns.includes('button')) return rows;
  const listed = new Set(rows.map(keyOf));
  const byDay = new Map(points.map((point) => [dayKeyOf(point), point]));
  const silent = existing.flatMap((row) => {
    const point = byDay.get(dayKeyOf(row));
    if (!point || listed.has(keyOf(row))) return [];
    const { buttons: _, ...labels } = point;
    const { buttonType, button } = row;
    const metrics = { ...NO_METRICS, delivered: point.metrics.delivered };
    return [{ ...labels, buttonType, button, metrics }];
  });
  return [...rows, ...silent];
}

/** The key of a row's template, day and product, whichever tab it is of. */
const dayKeyOf = ({ accountId, day, templateId, product }: DailyKey): string =>
  keyOf({ accountId, day, templateId, product });

/**
 * Plans the upsert of one wave into one tab.
 *
 * Unknown keys with traffic are appended; known ones are corrected by the rules of `restatement.ts`; a
 * point Meta leaves out changes nothing.
 *
 * @param existing the tab's rows of the days and templates asked for
 * @param incoming the tab's rows out of the points that are believed
 * @example planUpsert(TABLES.daily, [], judgePoints([], points, context).points, context).appends // the points
 */
export function planUpsert(
  table: Table,
  existing: readonly ExistingRow[],
  incoming: readonly DailyRow[],
  context: UpsertContext,
): UpsertPlan {
  const { byKey, copies } = firstOfEachKey(existing);
  const updates: ExistingRow[] = [];
  const appends: DailyRow[] = [];
  const counts = { added: 0, changed: 0, restated: 0, held: 0, kept: 0 };

  for (const point of incoming) {
    const old = byKey.get(keyOf(point));
    const syncDay = syncDayOf(point, context);
    const past = isPastLookBack(point.day, syncDay);
    if (!old) {
      if (!hasTraffic(point.metrics, table.metrics)) continue;
      appends.push(point);
      counts.added += 1;
      continue;
    }
    if (past && isCutOff(old, context)) {
      const whole: ExistingRow = { ...point, rowNumber: old.rowNumber };
      if (old.stale || !sameRow(table, old, whole)) updates.push(whole);
      counts.added += 1;
      continue;
    }
    const { metrics, held } = mergeMetrics(
      old.metrics,
      point.metrics,
      point.day,
      syncDay,
      table.metrics,
    );
    counts.held += held;
    counts.kept += held;
    // Labels are corrected inside the look-back only: older rows keep the category they were priced in.
    const labels = past ? old : withKnownLabels(point, old);
    const next: ExistingRow = { ...labels, rowNumber: old.rowNumber, metrics };
    if (!old.stale && sameRow(table, old, next)) continue;
    updates.push(next);
    counts.changed += 1;
    if (context.wasComplete(point.accountId, point.day)) counts.restated += 1;
  }
  updates.sort((a, b) => a.rowNumber - b.rowNumber);
  appends.sort(compareRows);
  return { updates, appends, counts, copies };
}

/**
 * Whether a row may be half of one: a run died over it and its day was never noted as fetched. A row that a
 * person sorted into the marked place was, so it is judged as any other.
 */
export const isCutOff = (row: ExistingRow, context: UpsertContext): boolean =>
  row.unfinished === true && !context.wasFetched(row.accountId, row.day, row.templateId);

/**
 * The row of each key. A row a person copied is not ours to correct: the first one found stays the row
 * of its key.
 */
export function firstOfEachKey(existing: readonly ExistingRow[]): {
  byKey: Map<string, ExistingRow>;
  copies: UpsertPlan['copies'];
} {
  const byKey = new Map<string, ExistingRow>();
  const copies = { count: 0, firstRow: 0 };
  for (const row of existing) {
    const key = keyOf(row);
    if (!byKey.has(key)) byKey.set(key, row);
    else {
      copies.firstRow ||= row.rowNumber;
      copies.count += 1;
    }
  }
  return { byKey, copies };
}

/** What is seen of each account once these points are added; days held before say nothing of a first load. */
function seeByAccount(incoming: readonly PointRow[], context: UpsertContext): Map<string, Seen> {
  const seen = new Map<string, Seen>();
  for (const [accountId, syncDay] of context.syncDays) {
    const fresh = incoming.filter(
      (point) =>
        point.accountId === accountId &&
        (!isPastLookBack(point.day, syncDay) ||
          !context.wasFetched(point.accountId, point.day, point.templateId)),
    );
    const before = context.seen?.get(accountId) ?? NOTHING_SEEN;
    seen.set(accountId, seeAlso(before, fresh, syncDay));
  }
  return seen;
}

function withoutResets(point: PointRow, reset: ReadonlySet<Expiring>): PointRow {
  const unless = (count: number | null, name: Expiring): number | null =>
    count === 0 && reset.has(name) ? null : count;
  const metrics = { ...point.metrics };
  for (const name of EXPIRING_METRICS) metrics[name] = unless(metrics[name], name);
  const buttons = point.buttons.map((button) => ({
    ...button,
    clicks: unless(button.clicks, 'buttonClicks'),
    uniqueClicks: unless(button.uniqueClicks, 'buttonUniqueClicks'),
  }));
  return { ...point, metrics, buttons };
}

/** A label Meta no longer sends keeps its last word; what has no name comes with its ID for one. */
function withKnownLabels(point: DailyRow, old: DailyRow): DailyRow {
  const isName = (label: string | null): boolean =>
    label !== null && !['', point.accountId, point.templateId].includes(label);
  const labels = LABELS.filter((name) => isName(point[name]));
  const said = Object.fromEntries(labels.map((name) => [name, point[name]]));
  const known = Object.fromEntries(LABELS.map((name) => [name, old[name] || point[name]]));
  return { ...point, ...known, ...said };
}

function sameRow(table: Table, a: DailyRow, b: DailyRow): boolean {
  return (
    table.metrics.every((name) => a.metrics[name] === b.metrics[name]) &&
    table.labels.every((name) => a[name] === b[name])
  );
}
