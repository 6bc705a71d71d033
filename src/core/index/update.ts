// Brings the formula index up to date with rows that were added or corrected in the ledger.
import type { DailyRow } from '../daily';
import { monthNumber, monthOf } from '../day';
import { NO_METRICS } from '../metrics';
import { TABLE_IDS, TABLES, type TableId } from '../tables';
import { type Chunks, recarry } from './carry';
import { bucketOf, CHUNK_LIMIT, type Chunk, type ChunkRow, encodeChunk } from './chunk';
import { type Head, lastActive, type SeriesEntry } from './head';
import { noSums } from './sums';

export type { Chunks } from './carry';

/** Rows of some tabs. */
export type TableRows = Partial<Record<TableId, readonly DailyRow[]>>;

/** A template as the directory knows it. */
export interface DirectoryTemplate {
  accountId: string;
  account: string;
  currency: string | null;
  timeZone: string | null;
  templateId: string;
  name: string;
  language: string;
  category: string;
}

/**
 * Enters templates into the directory, whether they have rows or not, and gives the series of each.
 * A template that changed its category has one series per category, so that a sum by category stays true.
 */
export function enterTemplate(head: Head, template: DirectoryTemplate): number {
  const account = enterAccount(head, template);
  let category = head.categories.indexOf(template.category);
  if (category < 0) category = head.categories.push(template.category) - 1;
  let found = -1;
  head.series.forEach((entry, i) => {
    if (entry[0] !== template.templateId || entry[4] !== account) return;
    // A list that leaves them out takes no name away that is known.
    entry[1] = template.name || entry[1];
    entry[2] = template.language || entry[2];
    if (entry[3] === category) found = i;
  });
  if (found >= 0) return found;
  const entry: SeriesEntry = [
    template.templateId,
    template.name,
    template.language,
    category,
    account,
    0,
    '',
  ];
  return head.series.push(entry) - 1;
}

function enterAccount(head: Head, template: DirectoryTemplate): number {
  const found = head.accounts.findIndex(
    ([id, , currency]) => id === template.accountId && currency === template.currency,
  );
  if (found < 0) {
    return (
      head.accounts.push([
        template.accountId,
        template.account,
        template.currency,
        template.timeZone,
      ]) - 1
    );
  }
  const entry = head.accounts[found];
  if (entry) {
    entry[1] = template.account;
    entry[3] = template.timeZone ?? entry[3];
  }
  return found;
}

/** The first month whose chunks must be at hand before `applyRows`. Infinity when there are no rows. */
export function firstMonthNeeded(head: Head, rows: TableRows): number {
  const earliest = new Map<string, number>();
  for (const row of Object.values(rows).flat()) {
    const month = monthNumber(monthOf(row.day));
    earliest.set(row.templateId, Math.min(earliest.get(row.templateId) ?? Infinity, month));
  }
  let first = Infinity;
  for (const month of earliest.values()) first = Math.min(first, month);
  for (const entry of head.series) {
    const month = earliest.get(entry[0]);
    if (month === undefined) continue;
    // The totals carried into the month come from the series' month before it.
    const before = lastActive(entry, month - 1);
    if (before !== null) first = Math.min(first, before);
  }
  return first;
}

/**
 * Writes rows into the chunks, in place, and carries the totals forward.
 *
 * @param chunks must hold every month of the head from `firstMonthNeeded` on
 * @param seriesOf the series of a row, from `enterTemplate`
 * @returns months whose chunks changed, ascending
 */
export function applyRows(
  head: Head,
  chunks: Chunks,
  rows: TableRows,
  seriesOf: (row: DailyRow) => number,
): number[] {
  const touched = new Set<number>();
  const families = new Map<string, number[]>();
  head.series.forEach((entry, i) => {
    const account = head.accounts[entry[4]]?.[0] ?? '';
    const key = `${account}|${entry[0]}`;
    const family = families.get(key);
    if (family) family.push(i);
    else families.set(key, [i]);
  });
  const dirty = new Map<number, Set<number>>();
  const mark = (series: number, month: number): void => {
    const months = dirty.get(series) ?? new Set<number>();
    dirty.set(series, months.add(month));
  };
  // `WA Daily` first: it decides in which series a day stands.
  for (const table of TABLE_IDS) {
    for (const row of rows[table] ?? []) {
      const month = monthNumber(monthOf(row.day));
      const chunk = chunkAt(chunks, head, month, bucketOf(row.templateId, head.buckets));
      const family = families.get(`${row.accountId}|${row.templateId}`) ?? [];
      const found = findDay(chunk, family, row);
      const before = found?.row ?? {
        dayOfMonth: Number(row.day.slice(8, 10)),
        product: row.product,
        metrics: NO_METRICS,
        noDaily: true as const,
      };
      const series = found && table !== 'daily' ? found.series : seriesOf(row);
      // A corrected category moves the day to another series: it must leave the old one.
      if (found) {
        found.rows.splice(found.rows.indexOf(found.row), 1);
        mark(found.series, month);
      }
      const record = chunk.get(series) ?? { carried: noSums(), rows: [] };
      chunk.set(series, record);
      record.rows.push(withPart(before, table, row));
      mark(series, month);
    }
  }
  for (const [series, months] of dirty) {
    for (const month of recarry(head, chunks, series, Math.min(...months))) touched.add(month);
  }
  return [...touched].sort((a, b) => a - b);
}

/** Where a day of a template stands, in whichever of its series. */
function findDay(
  chunk: Chunk,
  family: readonly number[],
  { day, product }: DailyRow,
): { series: number; rows: ChunkRow[]; row: ChunkRow } | null {
  const dayOfMonth = Number(day.slice(8, 10));
  for (const series of family) {
    const rows = chunk.get(series)?.rows;
    const row = rows?.find((one) => one.dayOfMonth === dayOfMonth && one.product === product);
    if (rows && row) return { series, rows, row };
  }
  return null;
}

/** A day with what one tab says of it. */
function withPart(before: ChunkRow, table: TableId, row: DailyRow): ChunkRow {
  if (table === 'buttons') {
    const { buttonType: type = '', button: label = '', metrics } = row;
    const { clicks, uniqueClicks, delivered } = metrics;
    const others = (before.buttons ?? []).filter(
      (other) => other.type !== type || other.label !== label,
    );
    return {
      ...before,
      buttons: [...others, { type, label, clicks, uniqueClicks, delivered }],
    };
  }
  const metrics = { ...before.metrics };
  // What both tabs hold is said by `WA Daily`, where it has the row.
  const own = TABLES[table].metrics.filter(
    (name) => table === 'daily' || before.noDaily || !TABLES.daily.metrics.includes(name),
  );
  for (const name of own) metrics[name] = row.metrics[name];
  if (table === 'conversions') return { ...before, metrics, conversions: true };
  const { noDaily: _, ...present } = before;
  return { ...present, metrics };
}

function chunkAt(chunks: Chunks, head: Head, month: number, bucket: number): Chunk {
  let buckets = chunks.get(month);
  if (!buckets) {
    buckets = Array.from({ length: head.buckets }, () => new Map());
    chunks.set(month, buckets);
  }
  const chunk = buckets[bucket];
  if (!chunk) throw new RangeError(`The index has no bucket ${bucket}.`);
  return chunk;
}

/** Texts of a month's chunks, by bucket. @returns null when one is too long for a cell: use more buckets */
export function encodeMonth(chunks: Chunks, head: Head, month: number): string[] | null {
  const buckets = chunks.get(month) ?? Array.from({ length: head.buckets }, () => new Map());
  const texts = buckets.map(encodeChunk);
  return texts.some((text) => text.length > CHUNK_LIMIT) ? null : texts;
}

/** Spreads all chunks over another number of buckets. Every month must be at hand. */
export function rebucket(head: Head, chunks: Chunks, buckets: number): Chunks {
  const spread: Chunks = new Map();
  for (const [month, old] of chunks) {
    const fresh: Chunk[] = Array.from({ length: buckets }, () => new Map());
    for (const chunk of old) {
      for (const [series, record] of chunk) {
        fresh[bucketOf(head.series[series]?.[0] ?? '', buckets)]?.set(series, record);
      }
    }
    spread.set(month, fresh);
  }
  head.buckets = buckets;
  return spread;
}
