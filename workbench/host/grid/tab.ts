// One tab: its grid of cells, their reading and writing, rows and columns that come and go.

import { type Move, movedLine } from '../text/formula-text';
import { type Box, boxHolds } from './a1';
import { Cell, type CellValue, changeStyle, emptyAlike, type Rule, type Style } from './cell';
import type { Chart } from './charts';
import type { ConditionalRule } from './conditional';

type Row = (Cell | undefined)[];

/** A basic filter: the rows it hid when it was set or the tab was sorted stay hidden until it is set again. */
export interface Filter {
  box: Box;
  /** At most one a column: hides rows whose text in it is one of these. */
  criteria: { column: number; hide: string[] }[];
  hidden: Set<number>;
}

export class Tab {
  hidden = false;
  frozenRows = 0;
  frozenColumns = 0;
  tabColor: string | null = null;
  columnWidths = new Map<number, number>();
  /** Only of rows that were given one. Without `forced` a row still grows with its text. */
  rowHeights = new Map<number, { height: number; forced: boolean }>();
  gridlinesHidden = false;
  /** Boxes of more than one cell, apart from each other. Only their top left cell holds anything. */
  merges: Box[] = [];
  filter: Filter | null = null;
  /** In the order in which they are asked. */
  conditional: ConditionalRule[] = [];
  charts: Chart[] = [];
  /** Whether any cell may have a validation rule. */
  ruled = false;
  /** `rows[row][column]`, both 1-based. */
  rows: (Row | undefined)[] = [undefined];
  #formulas = 0;

  constructor(
    readonly id: number,
    public name: string,
    public maxRows = 1000,
    public maxColumns = 26,
  ) {}

  get cellCount(): number {
    return this.maxRows * this.maxColumns;
  }
  cell(row: number, column: number): Cell | undefined {
    return this.rows[row]?.[column];
  }
  /** The cell to write to, made when there is none. */
  ensure(row: number, column: number): Cell {
    const cells = this.#row(row);
    let cell = cells[column];
    if (!cell) {
      cell = new Cell();
      while (cells.length < column) cells.push(undefined);
      cells[column] = cell;
    }
    return cell;
  }
  #row(row: number): Row {
    while (this.rows.length <= row) this.rows.push(undefined);
    let cells = this.rows[row];
    if (!cells) {
      cells = [];
      this.rows[row] = cells;
    }
    return cells;
  }

  setValue(row: number, column: number, value: CellValue): void {
    if (value === null && !this.cell(row, column)) return;
    if (this.merges.length > 0 && this.covered(row, column)) return;
    const cell = this.ensure(row, column);
    this.#dropFormula(cell);
    cell.v = value === '' ? null : value;
    cell.spilled = false;
  }
  setFormula(row: number, column: number, formula: string): void {
    if (this.merges.length > 0 && this.covered(row, column)) return;
    const cell = this.ensure(row, column);
    this.#dropFormula(cell);
    cell.v = null;
    cell.spilled = false;
    cell.f = formula;
    cell.awaiting = true;
    this.#formulas++;
  }
  #dropFormula(cell: Cell): void {
    if (cell.f) this.#formulas--;
    cell.f = '';
    cell.e = '';
    cell.awaiting = false;
    cell.dirty = 0;
  }
  setFormat(row: number, column: number, pattern: string): void {
    if (pattern === '' && !this.cell(row, column)) return;
    this.ensure(row, column).n = pattern;
  }
  setStyle(row: number, column: number, change: Style): void {
    const style = changeStyle(this.cell(row, column)?.s, change);
    if (style || this.cell(row, column)) this.ensure(row, column).s = style;
  }
  setRule(row: number, column: number, rule: Rule | undefined): void {
    if (!rule && !this.cell(row, column)) return;
    if (rule) this.ruled = true;
    this.ensure(row, column).rule = rule;
  }
  /** Whether a merge hides the cell: what is written there is lost, as in Sheets. */
  covered(row: number, column: number): boolean {
    const merge = this.merges.find((box) => boxHolds(box, row, column));
    return merge !== undefined && (merge.row !== row || merge.column !== column);
  }
  /** Puts a whole cell into a place, or takes it away. */
  place(row: number, column: number, cell: Cell | undefined): void {
    if (!cell && !this.cell(row, column)) return;
    const old = this.cell(row, column);
    if (old?.f) this.#formulas--;
    if (cell?.f) this.#formulas++;
    if (cell?.rule) this.ruled = true;
    const cells = this.#row(row);
    while (cells.length < column) cells.push(undefined);
    cells[column] = cell;
  }

  lastRow(): number {
    for (let row = this.rows.length - 1; row > 0; row--) {
      if (this.rows[row]?.some((cell) => cell?.filled)) return row;
    }
    return 0;
  }
  lastColumn(): number {
    let last = 0;
    for (const cells of this.rows) {
      for (let column = (cells?.length ?? 0) - 1; cells && column > last; column--) {
        if (cells[column]?.filled) last = column;
      }
    }
    return last;
  }
  forEach(box: Box, visit: (cell: Cell | undefined, row: number, column: number) => void): void {
    for (let row = box.row; row < box.row + box.rows; row++) {
      for (let column = box.column; column < box.column + box.columns; column++) {
        visit(this.cell(row, column), row, column);
      }
    }
  }
  /** Whether a row is empty and looks like the one above it: a tab is mostly such rows. */
  repeatsAbove(row: number): boolean {
    const [above, cells] = [this.rows[row - 1], this.rows[row]];
    if (!above || !cells) return false;
    for (let column = Math.max(above.length, cells.length) - 1; column > 0; column--) {
      if (!emptyAlike(above[column], cells[column])) return false;
    }
    return true;
  }
  /** Every cell that holds a formula. */
  *formulas(): Generator<{ cell: Cell; row: number; column: number }> {
    if (this.#formulas === 0) return;
    for (let row = 1; row < this.rows.length; row++) {
      const cells = this.rows[row];
      if (!cells) continue;
      for (let column = 1; column < cells.length; column++) {
        const cell = cells[column];
        if (cell?.f) yield { cell, row, column };
      }
    }
  }

  /** Empty rows before row `at`, in the format of row `like`. */
  insertRows(at: number, count: number, like: number): void {
    this.maxRows += count;
    if (at <= this.frozenRows) this.frozenRows += count;
    this.rowHeights = shifted(this.rowHeights, (row) => (row >= at ? row + count : row));
    if (at >= this.rows.length && !this.rows[like]) return;
    const fresh: (Row | undefined)[] = Array.from({ length: count }, () =>
      this.rows[like]?.map((cell) => formatOnly(cell)),
    );
    while (this.rows.length < at) this.rows.push(undefined);
    this.rows = this.rows.slice(0, at).concat(fresh, this.rows.slice(at));
  }
  deleteRows(at: number, count: number): void {
    this.maxRows -= count;
    this.frozenRows = left(this.frozenRows, at, count);
    this.rows.splice(at, count);
    this.rowHeights = shifted(this.rowHeights, afterDeletion(at, count));
    this.recount();
  }
  insertColumns(at: number, count: number, like: number): void {
    this.maxColumns += count;
    if (at <= this.frozenColumns) this.frozenColumns += count;
    for (const cells of this.rows) {
      if (!cells || (cells.length <= at && !cells[like])) continue;
      while (cells.length < at) cells.push(undefined);
      cells.splice(at, 0, ...Array.from({ length: count }, () => formatOnly(cells[like])));
    }
    this.columnWidths = shifted(this.columnWidths, (column) =>
      column >= at ? column + count : column,
    );
  }
  deleteColumns(at: number, count: number): void {
    this.maxColumns -= count;
    this.frozenColumns = left(this.frozenColumns, at, count);
    for (const cells of this.rows) cells?.splice(at, count);
    this.columnWidths = shifted(this.columnWidths, afterDeletion(at, count));
    this.recount();
  }
  moveRows(move: Move): void {
    while (this.rows.length < Math.max(move.at + move.count, move.to)) this.rows.push(undefined);
    moveWithin(this.rows, move);
    this.rowHeights = shifted(this.rowHeights, (row) => movedLine(row, move));
  }
  moveColumns(move: Move): void {
    for (const cells of this.rows) {
      if (!cells || cells.length <= Math.min(move.at, move.to)) continue;
      while (cells.length < Math.max(move.at + move.count, move.to)) cells.push(undefined);
      moveWithin(cells, move);
    }
    this.columnWidths = shifted(this.columnWidths, (column) => movedLine(column, move));
  }
  /** Counts the formulas anew, after cells changed otherwise than through this tab. */
  recount(): void {
    this.#formulas = 0;
    for (const cells of this.rows) {
      if (cells) for (const cell of cells) if (cell?.f) this.#formulas++;
    }
  }
}

/** Sizes of lines where those lines are now; 0 for a line that is gone. */
function shifted<T>(sizes: Map<number, T>, move: (line: number) => number): Map<number, T> {
  const moved = [...sizes].map(([line, size]) => [move(line), size] as const);
  return new Map(moved.filter(([line]) => line > 0));
}
const afterDeletion =
  (at: number, count: number) =>
  (line: number): number =>
    line < at ? line : line < at + count ? 0 : line - count;

/** How many of the first lines are left when some are deleted. */
const left = (first: number, at: number, count: number): number =>
  first - Math.max(0, Math.min(first, at + count - 1) - at + 1);

function moveWithin<T>(lines: T[], { at, count, to }: Move): void {
  const moved = lines.splice(at, count);
  lines.splice(to > at ? to - count : to, 0, ...moved);
}

function formatOnly(cell: Cell | undefined): Cell | undefined {
  if (!cell || (!cell.n && !cell.s && !cell.rule)) return undefined;
  const copy = new Cell();
  copy.n = cell.n;
  copy.s = cell.s;
  copy.rule = cell.rule;
  return copy;
}
