// Loads the chunks a call needs in one go, and gives their records.
import { type ChunkRecord, findRecord } from '../index/chunk';
import type { ChunkPlace, RecordReader } from '../index/query';
import type { ChunkLoader } from './call';

/** @param places may name a chunk many times; each is loaded once */
export function loadRecords(places: Iterable<ChunkPlace>, load: ChunkLoader): RecordReader {
  const wanted = new Map<string, ChunkPlace>();
  for (const place of places) wanted.set(`${place.month}:${place.bucket}`, place);
  const texts = wanted.size > 0 ? load([...wanted.values()]) : [];
  const byPlace = new Map([...wanted.keys()].map((key, i) => [key, texts[i] ?? '']));
  const records = new Map<string, ChunkRecord | null>();
  return (place, series) => {
    const key = `${place.month}:${series}`;
    let record = records.get(key);
    if (record === undefined) {
      record = findRecord(byPlace.get(`${place.month}:${place.bucket}`) ?? '', series);
      records.set(key, record);
    }
    return record;
  };
}
