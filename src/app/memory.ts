// A second copy of what cannot be read from the rows, for the day the hidden tab is lost.
import { type Head, INDEX_FORMAT, packCoverage, unpackCoverage } from '../core/index/head';
import type { TableId } from '../core/tables';
import type { Ports } from './ports';
import { getLong, setLong } from './stored-text';

const MEMORY = 'memory';

/** What the hidden tab knew that the rows do not say. */
export interface Memory {
  coverage: Head['coverage'];
  selection: Head['selection'];
  /** Rows each tab had. */
  rows: Partial<Record<TableId, number>>;
}

/** Keeps the copy, if it differs from the one there is. */
export function remember(ports: Ports, head: Head, rows: Memory['rows']): void {
  const { coverage, selection } = head;
  const packed = packCoverage(coverage);
  const text = JSON.stringify({ format: INDEX_FORMAT, coverage: packed, selection, rows });
  if (getLong(ports.document, MEMORY) !== text) setLong(ports.document, MEMORY, text);
}

/** @returns null where there is no copy, or one of another layout */
export function recall(ports: Ports): Memory | null {
  const text = getLong(ports.document, MEMORY);
  if (text === null) return null;
  try {
    const memory = JSON.parse(text);
    if (memory.format !== INDEX_FORMAT || !Array.isArray(memory.coverage)) return null;
    return { ...(memory as Memory), coverage: unpackCoverage(memory.coverage) };
  } catch {
    return null;
  }
}

const VERSION = 'version';

/**
 * A version no earlier index of this file had, whatever happened to the hidden tab: it may be lost, or set
 * back to an earlier day by Google's version history, while formulas still hold texts of the versions since.
 */
export function nextVersion(ports: Ports, present: number): number {
  const next = Math.max(present, Number(ports.document.get(VERSION) ?? 0) || 0) + 1;
  ports.document.set(VERSION, String(next));
  return next;
}
