// Where formulas read: the document cache, and on a miss the hidden tab. Never a data cell, never a property.
import { CACHE_SECONDS, chunkKey, DAMAGED_KEY, headKey } from '../app/index-keys';
import { TABS } from '../core/columns';
import { liveText } from '../core/formula/arguments';
import type { ChunkLoader } from '../core/formula/call';
import { FormulaError } from '../core/formula/formula-error';
import { decodeHead, HEAD_PARTS, type Head } from '../core/index/head';
import type { ChunkPlace } from '../core/index/query';
import { chunkPlace, unseal } from '../core/index/seal';
import { LAYOUT, LIVE_NAME } from './index-tab';

/** Chunk texts put back into the cache after a miss; more would crowd out the rest. */
const MOST_PUT_BACK = 200;

type Cache = GoogleAppsScript.Cache.Cache | null;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A chunk of the tab is not the one the head speaks of. */
class ChunkMismatch extends Error {}

/**
 * Answers from head and chunks: the head by one cache read or one read of the hidden tab, the chunks by
 * one cache read and one read of the tab for what it lacks. What does not carry the right seal is never
 * used.
 *
 * @param live version the live cell had when the formula was evaluated: a cached head of another version
 *   is not believed, since the whole file may have been set back to an earlier day
 * @param ask may run twice, the second time with a newer head
 * @throws FormulaError 'nothing-synced' or 'index-damaged'
 */
export function answerFromIndex<T>(
  live: number | null,
  ask: (head: Head, load: ChunkLoader) => T,
): T {
  const cache = CacheService.getDocumentCache() as Cache;
  const cached = cachedHead(cache, live);
  const head = cached ?? readHead(cache, live);
  try {
    return ask(head, (places) => loadChunks(cache, head, places));
  } catch (error) {
    if (!(error instanceof ChunkMismatch)) throw error;
    // A head from the tab fits the chunks beside it, or one of them is damaged.
    if (!cached) throw damaged(cache);
    return answerFromWholeTab(cache, ask);
  }
}

function cachedHead(cache: Cache, live: number | null): Head | null {
  const keys = Array.from({ length: HEAD_PARTS }, (_, i) => headKey(i));
  const values = cache?.getAll(keys) ?? {};
  const head = decodeHead(keys.map((key) => values[key]));
  return head && (live === null || head.version === live) ? head : null;
}

function readHead(cache: Cache, live: number | null): Head {
  const sheet = findTab();
  if (!sheet) throw new FormulaError('nothing-synced');
  const parts = readBlock(sheet, LAYOUT.headRow, 1, HEAD_PARTS, 1)?.map((line) => textOf(line[0]));
  const head = parts ? decodeHead(parts) : null;
  // The head is written before the live cell, so an older one is a leftover.
  if (parts && head && (live === null || head.version >= live)) {
    putHeadBack(cache, parts);
    return head;
  }
  // A tab that was just made has no head yet; its live cell has not moved either.
  const isNew =
    parts?.every((part) => part === '') && sheet.getRange(LAYOUT.live).getValue() === liveText(0);
  throw isNew ? new FormulaError('nothing-synced') : damaged(cache);
}

/** Chunk texts in the order asked. @throws ChunkMismatch */
function loadChunks(cache: Cache, head: Head, places: ChunkPlace[]): string[] {
  const keys = places.map(({ month, bucket }) => chunkKey(head, month, bucket));
  const cached = cache?.getAll(keys) ?? {};
  const missing = places.filter((_, i) => cached[keys[i] ?? ''] === undefined);
  if (missing.length > 0) {
    const read = readChunks(head, missing);
    const entries: Record<string, string> = {};
    missing.forEach(({ month, bucket }, i) => {
      const key = chunkKey(head, month, bucket);
      cached[key] = read[i] ?? '';
      if (i < MOST_PUT_BACK) entries[key] = read[i] ?? '';
    });
    cache?.putAll(entries, CACHE_SECONDS);
  }
  return keys.map((key) => cached[key] ?? '');
}

/** One read: the smallest block of the hidden tab that holds all the places. */
function readChunks(head: Head, places: readonly ChunkPlace[]): string[] {
  const columns = places.map(({ month }) => columnOf(head, month));
  const buckets = places.map(({ bucket }) => bucket);
  const left = Math.min(...columns);
  const top = Math.min(...buckets);
  const sheet = findTab();
  const values =
    sheet && left >= 0
      ? readBlock(
          sheet,
          LAYOUT.firstChunkRow + top,
          left + 1,
          Math.max(...buckets) - top + 1,
          Math.max(...columns) - left + 1,
        )
      : null;
  return places.map((place, i) =>
    openChunk(head, place, values?.[place.bucket - top]?.[(columns[i] ?? 0) - left]),
  );
}

const columnOf = (head: Head, month: number): number =>
  head.months.findIndex(([number]) => number === month);

/** The text of a chunk's cell, when it is the one this head speaks of. @throws ChunkMismatch */
function openChunk(head: Head, place: ChunkPlace, cell: unknown): string {
  const version = head.months[columnOf(head, place.month)]?.[1];
  const text =
    version === undefined ? null : unseal(textOf(cell), version, chunkPlace(place, head.buckets));
  if (text === null) throw new ChunkMismatch();
  return text;
}

/**
 * The head in the cache may be older than the tab. Where the chunks of the newer one stand only it can
 * say, so head and chunks come in one read of the whole tab: rare, whole, and still the second read only.
 */
function answerFromWholeTab<T>(cache: Cache, ask: (head: Head, load: ChunkLoader) => T): T {
  const values: unknown[][] = findTab()?.getDataRange().getValues() ?? [];
  const parts = Array.from({ length: HEAD_PARTS }, (_, i) =>
    textOf(values[LAYOUT.headRow - 1 + i]?.[0]),
  );
  const head = decodeHead(parts);
  if (!head) throw damaged(cache);
  try {
    const answer = ask(head, (places) =>
      places.map((place) => {
        const line = values[LAYOUT.firstChunkRow - 1 + place.bucket];
        return openChunk(head, place, line?.[columnOf(head, place.month)]);
      }),
    );
    putHeadBack(cache, parts);
    return answer;
  } catch (error) {
    throw error instanceof ChunkMismatch ? damaged(cache) : error;
  }
}

/** The refusal for an index that cannot be trusted. It is noted, so that the next sync checks all of it. */
function damaged(cache: Cache): FormulaError {
  cache?.put(DAMAGED_KEY, '1', CACHE_SECONDS);
  return new FormulaError('index-damaged');
}

/** Where the named cell stands, since a person may have renamed the tab; else under its name. */
function findTab(): Sheet | null {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  return book.getRangeByName(LIVE_NAME)?.getSheet() ?? book.getSheetByName(TABS.index);
}

const textOf = (cell: unknown): string => String(cell ?? '');

/** @returns null when the tab has become too small for the block */
function readBlock(
  sheet: Sheet,
  row: number,
  column: number,
  rows: number,
  columns: number,
): unknown[][] | null {
  try {
    return sheet.getRange(row, column, rows, columns).getValues();
  } catch (error) {
    const fits =
      row + rows - 1 <= sheet.getMaxRows() && column + columns - 1 <= sheet.getMaxColumns();
    if (fits) throw error;
    return null;
  }
}

function putHeadBack(cache: Cache, parts: readonly string[]): void {
  const entries: Record<string, string> = {};
  parts.forEach((part, i) => {
    if (part !== '') entries[headKey(i)] = part;
  });
  cache?.putAll(entries, CACHE_SECONDS);
}
