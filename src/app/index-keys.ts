// Names of the index's values in the document cache, shared by sync and formulas.
import type { Head } from '../core/index/head';

/** Cache key of a part of the head. */
export const headKey = (part: number): string => `wa:h${part}`;
/** Cache key of a chunk: with the version it was written at, so that an old text is never taken for a new one. */
export function chunkKey(head: Head, month: number, bucket: number): string {
  const version = head.months.find(([number]) => number === month)?.[1] ?? 0;
  return `wa:${version}:${month}:${bucket}:${head.buckets}`;
}

/** Where a formula notes that the hidden tab is damaged, so that the next sync checks all of it. */
export const DAMAGED_KEY = 'wa:damaged';

/** Six hours, the longest a cache value lives. */
export const CACHE_SECONDS = 21_600;
