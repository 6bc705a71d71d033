// A formula index kept as texts, as the hidden tab keeps it: for tests of what reads and writes it.
import type { DailyRow } from '../daily';
import { bucketOf, type Chunk, decodeChunk, findRecord } from '../index/chunk';
import { decodeHead, emptyHead, encodeHead, type Head } from '../index/head';
import { type ChunkPlace, chunksFor, sumSeries } from '../index/query';
import { noSums, type Sums } from '../index/sums';
import {
  applyRows,
  type Chunks,
  encodeMonth,
  enterTemplate,
  firstMonthNeeded,
  rebucket,
  type TableRows,
} from '../index/update';

export interface IndexStore {
  head: Head;
  /** Chunk texts by month number, then by bucket. */
  texts: Map<number, string[]>;
}

export function createStore(buckets = 4): IndexStore {
  return { head: { ...emptyHead(), buckets }, texts: new Map() };
}

/** The series of a row, entered into the directory when it is new. */
export function seriesOf(head: Head, row: DailyRow): number {
  return enterTemplate(head, {
    accountId: row.accountId,
    account: row.account,
    currency: row.currency,
    timeZone: null,
    templateId: row.templateId,
    name: row.template,
    language: row.language,
    category: row.category,
  });
}

/** Chunks of the months from `first` on, and of no month before: what is not needed is not read. */
export function loadChunks(store: IndexStore, first: number): Chunks {
  const chunks: Chunks = new Map();
  for (const [month, texts] of store.texts) {
    if (month >= first)
      chunks.set(
        month,
        texts.map((text): Chunk => decodeChunk(text)),
      );
  }
  return chunks;
}

/**
 * Writes rows into the store as a sync does, head and chunks through their texts.
 *
 * @param daily rows of `WA Daily`; their conversions go in with them
 * @param buttons rows of `WA Buttons`
 * @returns the months that were rewritten
 */
export function writeRows(
  store: IndexStore,
  daily: readonly DailyRow[],
  buttons: readonly DailyRow[] = [],
): number[] {
  const rows: TableRows = { daily, buttons, conversions: daily };
  const head = decodeHead(encodeHead(store.head));
  if (!head) throw new Error('The head did not come back.');
  store.head = head;
  for (const row of daily) seriesOf(head, row);
  const chunks = loadChunks(store, firstMonthNeeded(head, rows));
  const changed = applyRows(head, chunks, rows, (row) => seriesOf(head, row));
  for (const month of changed) {
    const texts = encodeMonth(chunks, head, month);
    if (!texts) throw new Error(`Month ${month} does not fit.`);
    store.texts.set(month, texts);
  }
  return changed;
}

/** Spreads the whole store over another number of buckets. */
export function rebucketStore(store: IndexStore, buckets: number): void {
  const chunks = rebucket(store.head, loadChunks(store, 0), buckets);
  for (const month of chunks.keys()) {
    const texts = encodeMonth(chunks, store.head, month);
    if (!texts) throw new Error(`Month ${month} does not fit.`);
    store.texts.set(month, texts);
  }
}

/** The text of a chunk. @throws Error where a formula asks for a chunk that was never written */
export function textAt(store: IndexStore, { month, bucket }: ChunkPlace): string {
  const text = store.texts.get(month)?.[bucket];
  if (text === undefined) throw new Error(`There is no chunk ${month}/${bucket}.`);
  return text;
}

/** Totals of a series over a range, reading only what `chunksFor` names. @throws Error otherwise */
export function sumOver(store: IndexStore, series: number, from: string, to: string): Sums {
  const places = chunksFor(store.head, series, from, to);
  const bucket = bucketOf(store.head.series[series]?.[0] ?? '', store.head.buckets);
  if (places.length > 2) throw new Error('More than two chunks for one series.');
  const sums = noSums();
  sumSeries(
    store.head,
    series,
    from,
    to,
    (place, wanted) => {
      const named = places.some((p) => p.month === place.month && p.bucket === place.bucket);
      if (!named || wanted !== series || place.bucket !== bucket) {
        throw new Error(`Chunk ${place.month}/${place.bucket} was not announced.`);
      }
      return findRecord(textAt(store, place), wanted);
    },
    sums,
  );
  return sums;
}
