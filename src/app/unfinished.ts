// The mark that rows or index are being written: it stays when the run dies, and tells the next one where.
import { TABLE_IDS, type TableId } from '../core/tables';
import { readStored } from './connection';
import type { Ports } from './ports';

const UNFINISHED = 'unfinished';

/** Rows that were being appended to a tab. */
export interface Appended {
  first: number;
  count: number;
}
/** Rows that were being appended when the run died, by tab; none when it wrote something else. */
export type Unfinished = Partial<Record<TableId, Appended>>;

/** Only rows in their places, or only the index, are being written. */
export const NO_ROWS: Unfinished = {};

/** A mark this old is no longer worth reading every row at each sync: its rows count as they stand. */
const LONGEST_MS = 7 * 86_400_000;

/**
 * Set before the first write and taken away once rows and index are flushed. A store is written at once,
 * cells are not, so the mark is there whatever became of them.
 */
export function markWriting(ports: Ports, appended: Unfinished): Unfinished {
  const since = readMark(ports)?.since ?? ports.clock.now();
  ports.document.set(UNFINISHED, JSON.stringify({ appended, since }));
  return appended;
}

export function unmarkWriting(ports: Ports): void {
  ports.document.remove(UNFINISHED);
}

export function unfinishedWrite(ports: Ports): Unfinished | null {
  const mark = readMark(ports);
  if (!mark || !(ports.clock.now() - mark.since <= LONGEST_MS)) return mark && NO_ROWS;
  const unfinished: Unfinished = {};
  for (const id of TABLE_IDS) {
    const { first, count } = mark.appended?.[id] ?? {};
    if (Number.isInteger(first) && Number.isInteger(count)) {
      unfinished[id] = { first, count } as Appended;
    }
  }
  return unfinished;
}

const readMark = (ports: Ports): { appended?: Unfinished; since: number } | null =>
  readStored(ports.document, UNFINISHED) as { appended?: Unfinished; since: number } | null;
