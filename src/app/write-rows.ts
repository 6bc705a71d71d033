// Writes a plan's rows in as few blocks as worth it, each only where everything still stands as it was read.
import type { DailyRow } from '../core/daily';
import type { ExistingRow, UpsertPlan } from '../core/upsert';
import type { TableTab } from './ports';

/** Consecutive rows to write, and the template ids that stand there now; '' where nothing does yet. */
export interface WriteBlock {
  first: number;
  rows: DailyRow[];
  before: string[];
  /** Template id of the row above, where it was read: new rows must not leave a gap or cover a row. */
  above: string | null;
}

/** Unchanged rows between two changed ones are rewritten to save a call, up to this many. */
const MERGE_GAP = 2_000;

/**
 * The blocks of a plan: corrected rows with the unchanged ones between them, and the new rows with the
 * corrected ones above them where these are near.
 *
 * @param existing rows as they were read
 * @param end last row of the table
 */
export function blocksOf(
  existing: readonly ExistingRow[],
  plan: UpsertPlan,
  end: number,
): WriteBlock[] {
  const at = new Map(existing.map((row) => [row.rowNumber, row]));
  const changed: { rowNumber: number; row: DailyRow; before: string }[] = [
    ...plan.updates.map((row) => ({ rowNumber: row.rowNumber, row, before: row.templateId })),
    ...plan.appends.map((row, i) => ({ rowNumber: end + 1 + i, row, before: '' })),
  ];
  const blocks: WriteBlock[] = [];
  for (const { rowNumber, row, before } of changed) {
    const last = blocks[blocks.length - 1];
    const between = last ? bridge(at, last.first + last.rows.length, rowNumber) : null;
    if (last && between) {
      last.rows.push(...between, row);
      last.before.push(...between.map(({ templateId }) => templateId), before);
    } else {
      const above = at.get(rowNumber - 1)?.templateId ?? null;
      blocks.push({ first: rowNumber, rows: [row], before: [before], above });
    }
  }
  return blocks;
}

/** Our own unchanged rows from one row up to another, or null when they are many or not all ours. */
function bridge(
  at: ReadonlyMap<number, ExistingRow>,
  from: number,
  to: number,
): ExistingRow[] | null {
  if (to - from > MERGE_GAP) return null;
  const rows: ExistingRow[] = [];
  for (let n = from; n < to; n += 1) {
    const row = at.get(n);
    if (!row) return null;
    rows.push(row);
  }
  return rows;
}

/** @returns false when a person moved rows or columns meanwhile; that block and those after it are not written */
export function writeBlocks(tab: TableTab, blocks: readonly WriteBlock[]): boolean {
  return blocks.every((block) => tab.writeIfUnmoved(block));
}
