// Copies blocks of cells: the source is read whole first, so that it may overlap the target.
import { moveFormula } from '../text/formula-text';
import type { Box } from './a1';
import { Cell } from './cell';
import type { Tab } from './tab';

export type PasteKind = 'everything' | 'contents' | 'looks';

/** A cell that is copied, and where it stood. */
interface Copied {
  cell: Cell | undefined;
  row: number;
  column: number;
}
export interface Block {
  rows: number;
  columns: number;
  cells: Copied[][];
}

/** @throws for formulas that would be turned: Sheets turns their references, this does not */
export function copyBlock(tab: Tab, box: Box, turned: boolean): Block {
  const cells: Copied[][] = [];
  tab.forEach(box, (cell, row, column) => {
    if (turned && cell?.f) throw new Error('not emulated: Range.copyTo transposed with formulas');
    const [down, right] = [row - box.row, column - box.column];
    const [line, place] = turned ? [right, down] : [down, right];
    cells[line] ??= [];
    (cells[line] as Copied[])[place] = { cell: cell && copyCell(cell), row, column };
  });
  return turned
    ? { rows: box.columns, columns: box.rows, cells }
    : { rows: box.rows, columns: box.columns, cells };
}

/** The cell of a block that fills a place of the target, which may be larger. */
export const sourceOf = (
  { rows, columns, cells }: Block,
  target: Box,
  row: number,
  column: number,
): Copied | undefined => cells[(row - target.row) % rows]?.[(column - target.column) % columns];

/** Puts a copy into a place; a formula's references move along. */
export function paste(
  tab: Tab,
  row: number,
  column: number,
  source: Copied | undefined,
  kind: PasteKind,
): void {
  const from = source?.cell;
  const formula =
    from?.f && source ? moveFormula(from.f, row - source.row, column - source.column) : '';
  if (kind === 'looks') {
    if (from || tab.cell(row, column)) {
      Object.assign(tab.ensure(row, column), { n: from?.n ?? '', s: from?.s });
    }
  } else if (kind === 'contents') {
    if (formula) tab.setFormula(row, column, formula);
    else tab.setValue(row, column, from?.v ?? null);
  } else {
    const copy = from && copyCell(from);
    if (copy && formula) copy.f = formula;
    tab.place(row, column, copy);
  }
}

function copyCell(cell: Cell): Cell {
  const copy = new Cell();
  copy.v = cell.f || cell.spilled ? null : cell.v;
  copy.f = cell.f;
  copy.n = cell.n;
  copy.s = cell.s;
  copy.note = cell.note;
  copy.rule = cell.rule;
  copy.awaiting = cell.f !== '';
  return copy;
}
