// Decides what a wave of points does to the ledger: rows to correct in place, rows to append. Touches nothing.
import { compareRows, type DailyKey, type DailyRow, keyOf, LABELS } from './daily';
import type { Day } from './day';
import { BASE_METRICS, hasTraffic, type Metrics, NO_METRICS } from './metrics';
import {
  findResets,
  findUnbelievable,
  isPastLookBack,
  mergeMetrics,
  unbelievedKey,
} from './restatement';

/** Meta's numbers for a row, with the labels the row gets if it is new or inside the look-back. */
export interface IncomingRow extends DailyRow {}
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
  /** Days not believed, by account: to be asked again, so not complete. */
  doubted: { accountId: string; day: Day }[];
  /** Rows whose key stands further up already: copied by hand, and left alone. */
  copies: { count: number; firstRow: number };
}

/** What the plan needs to know beside the rows. */
export interface UpsertContext {
  /** The account's civil day of this sync, by account id. */
  syncDays: ReadonlyMap<string, Day>;
  /** Whether a day of an account was complete when it was last fetched. */
  wasComplete: (accountId: string, day: Day) => boolean;
  /** Whether a day of a template was ever fetched. */
  wasFetched: (accountId: string, day: Day, templateId: string) => boolean;
}

/**
 * Plans the upsert of one wave.
 *
 * Keys: account, day, template id, product. Unknown keys with traffic are appended; known ones are
 * corrected by the rules of `restatement.ts`; a point Meta leaves out changes nothing.
 *
 * @example planUpsert([], [row], context).appends // [row]
 */
export function planUpsert(
  existing: readonly ExistingRow[],
  incoming: readonly IncomingRow[],
  context: UpsertContext,
): UpsertPlan {
  const { byKey, copies } = firstOfEachKey(existing);
  const syncDayOf = (key: DailyKey): Day => context.syncDays.get(key.accountId) ?? key.day;
  const unbelieved = findUnbelievable(
    [...byKey.values()].filter((row) => !isCutOff(row, context)),
    incoming,
  );
  const resets = findResetsByAccount(incoming, context);

  const updates: ExistingRow[] = [];
  const appends: DailyRow[] = [];
  const counts = { added: 0, changed: 0, restated: 0, held: 0, kept: 0 };

  for (const row of byKey.values()) {
    if (unbelieved.has(unbelievedKey(row))) counts.held += 1;
  }
  for (const point of incoming) {
    if (unbelieved.has(unbelievedKey(point))) continue;
    const old = byKey.get(keyOf(point));
    const syncDay = syncDayOf(point);
    const past = isPastLookBack(point.day, syncDay);
    const reset = past ? resets.get(point.accountId) : undefined;
    const cleaned = reset ? withoutResets(point.metrics, reset) : point.metrics;
    if (!old) {
      if (!hasTraffic(cleaned)) continue;
      appends.push({ ...point, metrics: cleaned });
      counts.added += 1;
      continue;
    }
    if (past && isCutOff(old, context)) {
      const whole: ExistingRow = { ...point, rowNumber: old.rowNumber, metrics: cleaned };
      if (old.stale || !sameRow(old, whole)) updates.push(whole);
      counts.added += 1;
      continue;
    }
    const { metrics, held } = mergeMetrics(old.metrics, cleaned, point.day, syncDay);
    counts.held += held;
    counts.kept += held;
    // Labels are corrected inside the look-back only: older rows keep the category they were priced in.
    const labels = past ? old : withKnownLabels(point, old);
    const next: ExistingRow = { ...labels, rowNumber: old.rowNumber, metrics };
    if (!old.stale && sameRow(old, next)) continue;
    updates.push(next);
    counts.changed += 1;
    if (context.wasComplete(point.accountId, point.day)) counts.restated += 1;
  }
  updates.sort((a, b) => a.rowNumber - b.rowNumber);
  appends.sort(compareRows);
  const doubted = [...unbelieved].map((key) => {
    const [accountId = '', day = ''] = key.split('|');
    return { accountId, day };
  });
  return { updates, appends, counts, doubted, copies };
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

function findResetsByAccount(
  incoming: readonly IncomingRow[],
  context: UpsertContext,
): ReturnType<typeof findResets> {
  const merged: ReturnType<typeof findResets> = new Map();
  for (const [accountId, syncDay] of context.syncDays) {
    const fresh = incoming.filter(
      (point) =>
        point.accountId === accountId &&
        (!isPastLookBack(point.day, syncDay) ||
          !context.wasFetched(point.accountId, point.day, point.templateId)),
    );
    for (const [id, names] of findResets(fresh, syncDay)) merged.set(id, names);
  }
  return merged;
}

function withoutResets(metrics: Metrics, reset: ReadonlySet<string>): Metrics {
  const cleaned = { ...NO_METRICS };
  for (const name of BASE_METRICS) {
    cleaned[name] = reset.has(name) && (metrics[name] ?? 0) === 0 ? null : metrics[name];
  }
  return cleaned;
}

/** A label Meta no longer sends keeps its last word; an account without a name comes with its ID for one. */
function withKnownLabels(point: IncomingRow, old: DailyRow): DailyRow {
  const labels = LABELS.filter((name) => point[name] && point[name] !== point.accountId);
  const said = Object.fromEntries(labels.map((name) => [name, point[name]]));
  const known = Object.fromEntries(LABELS.map((name) => [name, old[name] || point[name]]));
  return { ...point, ...known, ...said };
}

function sameRow(a: DailyRow, b: DailyRow): boolean {
  return (
    BASE_METRICS.every((name) => a.metrics[name] === b.metrics[name]) &&
    LABELS.every((name) => a[name] === b[name])
  );
}
