// Puts cells together that a person made look alike.
import type { Look } from '../host/api';

export interface DressedCells {
  look: Look;
  /** Rows and columns, from 1. */
  cells: [row: number, column: number][];
}

/** Cells with the same look together, so that few calls dress many. */
export function groupLooks(cells: { row: number; column: number; look: Look }[]): DressedCells[] {
  const groups = new Map<string, DressedCells>();
  for (const { row, column, look } of cells) {
    const key = JSON.stringify(look);
    const group = groups.get(key) ?? { look, cells: [] };
    group.cells.push([row, column]);
    groups.set(key, group);
  }
  return [...groups.values()];
}
