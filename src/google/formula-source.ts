// Where formulas read: the document cache, and on a miss the hidden tab. Never a data cell, never a property.
import { CACHE_SECONDS, chunkKey, headKey } from '../app/index-keys';
import { TABS } from '../core/columns';
import { decodeHead, HEAD_PARTS, type Head } from '../core/index/head';
import type { ChunkPlace } from '../core/index/query';
import { LAYOUT } from './index-tab';

/** Chunk texts put back into the cache after a miss; more would crowd out the rest. */
const MOST_PUT_BACK = 200;

type Cache = GoogleAppsScript.Cache.Cache | null;

export interface FormulaSource {
  /** The head: one cache read, or one read of the hidden tab. */
  readHead(): Head | null;
  /** Chunk texts: one cache read, and one read of the hidden tab for what it lacks. */
  readChunks(places: ChunkPlace[]): string[];
}

/**
 * @param live version the live cell had when the formula was evaluated; an older cached head is not believed
 */
export function createFormulaSource(live: number | null): FormulaSource {
  let head: Head | null = null;
  const cache = CacheService.getDocumentCache() as Cache;

  return {
    readHead() {
      const keys = Array.from({ length: HEAD_PARTS }, (_, i) => headKey(i));
      const cached = cache?.getAll(keys) ?? {};
      head = decodeHead(keys.map((key) => cached[key]));
      if (head && (live === null || head.version >= live)) return head;
      const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(TABS.index);
      if (!sheet) return null;
      const parts = sheet
        .getRange(LAYOUT.headRow, 1, HEAD_PARTS, 1)
        .getValues()
        .map((line) => String(line[0] ?? ''));
      head = decodeHead(parts);
      if (head && cache)
        putBack(
          cache,
          parts.filter((part) => part !== ''),
          headKey,
        );
      return head;
    },

    readChunks(places) {
      const known = head;
      if (!known) return places.map(() => '');
      const keys = places.map(({ month, bucket }) => chunkKey(known, month, bucket));
      const cached = cache?.getAll(keys) ?? {};
      const texts = keys.map((key) => cached[key] ?? null);
      const missing = places.filter((_, i) => texts[i] === null);
      if (missing.length > 0) {
        const read = readFromTab(known, missing);
        const entries: Record<string, string> = {};
        let next = 0;
        texts.forEach((text, i) => {
          if (text !== null) return;
          const value = read[next] ?? '';
          next += 1;
          texts[i] = value;
          const key = keys[i];
          if (key && value !== '' && Object.keys(entries).length < MOST_PUT_BACK)
            entries[key] = value;
        });
        cache?.putAll(entries, CACHE_SECONDS);
      }
      return texts.map((text) => text ?? '');
    },
  };
}

function putBack(
  cache: GoogleAppsScript.Cache.Cache,
  parts: string[],
  key: (i: number) => string,
): void {
  const entries: Record<string, string> = {};
  parts.forEach((part, i) => {
    entries[key(i)] = part;
  });
  cache.putAll(entries, CACHE_SECONDS);
}

/** One read: the smallest block of the hidden tab that holds all the places. */
function readFromTab(head: Head, places: readonly ChunkPlace[]): string[] {
  const columnOf = (month: number): number => head.months.findIndex(([number]) => number === month);
  const columns = places.map((place) => columnOf(place.month));
  const buckets = places.map((place) => place.bucket);
  const left = Math.min(...columns);
  const top = Math.min(...buckets);
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(TABS.index);
  if (!sheet || left < 0) return places.map(() => '');
  const values = sheet
    .getRange(
      LAYOUT.firstChunkRow + top,
      left + 1,
      Math.max(...buckets) - top + 1,
      Math.max(...columns) - left + 1,
    )
    .getValues();
  return places.map((place, i) =>
    String(values[place.bucket - top]?.[(columns[i] ?? 0) - left] ?? ''),
  );
}
