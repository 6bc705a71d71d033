// Sorts rows of a box as Sheets does: numbers, then text, then booleans, empty cells last either way.
// Whole cells move, with looks, notes and rules. A formula's relative references move along with its row
// (`=A2*2` reads `=A5*2` in row 5), as in a copy; references to the sorted cells from elsewhere stay.
import { moveFormula } from '../text/formula-text';
import { type Box, boxesMeet } from './a1';
import type { Cell } from './cell';
import type { Tab } from './tab';

export interface SortKey {
  /** Column number on the tab. */
  column: number;
  ascending: boolean;
}

export function sortRows(tab: Tab, box: Box, keys: SortKey[]): void {
  if (tab.merges.some((merge) => boxesMeet(merge, box))) {
    throw new Error('A range with merged cells cannot be sorted.');
  }
  const rows: { from: number; cells: (Cell | undefined)[] }[] = [];
  for (let row = box.row; row < box.row + box.rows; row++) {
    const cells: (Cell | undefined)[] = [];
    for (let i = 0; i < box.columns; i++) cells.push(tab.cell(row, box.column + i));
    rows.push({ from: row, cells });
  }
  rows.sort(({ cells: a }, { cells: b }) => {
    for (const { column, ascending } of keys) {
      const order = compareCells(a[column - box.column], b[column - box.column], ascending);
      if (order !== 0) return order;
    }
    return 0;
  });
  rows.forEach(({ from, cells }, down) => {
    const distance = box.row + down - from;
    cells.forEach((cell, right) => {
      if (cell?.f && distance !== 0) cell.f = moveFormula(cell.f, distance, 0);
      tab.place(box.row + down, box.column + right, cell);
    });
  });
}

const collator = new Intl.Collator();
const RANK: Record<string, number> = { number: 0, string: 1, boolean: 2 };

function compareCells(a: Cell | undefined, b: Cell | undefined, ascending: boolean): number {
  const [one, two] = [a?.v ?? null, b?.v ?? null];
  if (one === null || two === null) return Number(one === null) - Number(two === null);
  const rank = (RANK[typeof one] ?? 0) - (RANK[typeof two] ?? 0);
  const order =
    rank !== 0
      ? rank
      : typeof one === 'string'
        ? collator.compare(one, String(two))
        : Number(one) - Number(two);
  return ascending ? order : -order;
}
