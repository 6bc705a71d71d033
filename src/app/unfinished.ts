// The mark that rows or index are being written: it stays when the run dies, and tells the next one where.
import { readStored } from './connection';
import type { Ports } from './ports';

const UNFINISHED = 'unfinished';

/** Rows that were being appended when the run died; none when it wrote something else. */
export interface Unfinished {
  first: number;
  count: number;
}

/**
 * Set before the first write and taken away once rows and index are flushed. A store is written at once,
 * cells are not, so the mark is there whatever became of them.
 */
export function markWriting(ports: Ports, appended: Unfinished): Unfinished {
  ports.document.set(UNFINISHED, JSON.stringify(appended));
  return appended;
}

export function unmarkWriting(ports: Ports): void {
  ports.document.remove(UNFINISHED);
}

export function unfinishedWrite(ports: Ports): Unfinished | null {
  const mark = readStored(ports.document, UNFINISHED) as Unfinished | null;
  return mark && Number.isInteger(mark.first) && Number.isInteger(mark.count) ? mark : null;
}
