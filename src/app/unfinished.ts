// The mark that rows or index are being written: it stays when the run dies, and tells the next one where.
import { readStored } from './connection';
import type { Ports } from './ports';

const UNFINISHED = 'unfinished';

/** Rows that were being appended when the run died; none when it wrote something else. */
export interface Unfinished {
  first: number;
  count: number;
}

/** Only rows in their places, or only the index, are being written. */
export const NO_ROWS: Unfinished = { first: 0, count: 0 };

/** A mark this old is no longer worth reading every row at each sync: its rows count as they stand. */
const LONGEST_MS = 7 * 86_400_000;

/**
 * Set before the first write and taken away once rows and index are flushed. A store is written at once,
 * cells are not, so the mark is there whatever became of them.
 */
export function markWriting(ports: Ports, appended: Unfinished): Unfinished {
  const since = readMark(ports)?.since ?? ports.clock.now();
  ports.document.set(UNFINISHED, JSON.stringify({ ...appended, since }));
  return appended;
}

export function unmarkWriting(ports: Ports): void {
  ports.document.remove(UNFINISHED);
}

export function unfinishedWrite(ports: Ports): Unfinished | null {
  const mark = readMark(ports);
  if (!mark || !Number.isInteger(mark.first) || !Number.isInteger(mark.count)) return null;
  const { first, count, since } = mark;
  return ports.clock.now() - since > LONGEST_MS ? NO_ROWS : { first, count };
}

const readMark = (ports: Ports): (Unfinished & { since: number }) | null =>
  readStored(ports.document, UNFINISHED) as (Unfinished & { since: number }) | null;
