// The cells behind a Range: walks over them, counts what is read or written, and notes changes.
import type { Execution } from '../execution';
import type { Box } from '../grid/a1';
import type { Cell } from '../grid/cell';
import { refuseProtected } from '../grid/guards';
import type { Tab } from '../grid/tab';
import { Made } from '../realm';
import { needInside, needLive, workbookOf } from './document';

/** Key of a service object's region; the add-on does not see it. */
export const region: unique symbol = Symbol('region');

type Visit = (row: number, column: number, cell: Cell | undefined) => void;

export class Region {
  readonly tab: Tab;
  readonly box: Box;
  readonly #execution: Execution;

  /** @throws when the tab is gone or the box leaves its grid */
  constructor(execution: Execution, tab: Tab, box: Box) {
    this.#execution = execution;
    this.tab = needLive(execution, tab);
    this.box = needInside(tab, { ...box });
  }
  get size(): number {
    return this.box.rows * this.box.columns;
  }
  /** Reads the top left cell. */
  first<T>(read: (cell: Cell | undefined) => T): T {
    this.#check();
    this.#execution.reads(this.tab, 1);
    return read(this.tab.cell(this.box.row, this.box.column));
  }
  /**
   * Reads every cell into an array of rows, made in the add-on's context.
   *
   * @param counted cells this counts as read: none where only rules or looks are asked for
   */
  grid(read: (cell: Cell | undefined) => unknown, counted = this.size): Made {
    this.#check();
    this.#execution.reads(this.tab, counted);
    const { realm } = this.#execution;
    const { row, column, rows, columns } = this.box;
    const grid = realm.array(rows);
    for (let down = 0; down < rows; down++) {
      const source = this.tab.rows[row + down];
      const line = realm.array(columns);
      for (let right = 0; right < columns; right++) line[right] = read(source?.[column + right]);
      grid[down] = line;
    }
    return new Made(grid);
  }
  /** Whether any cell passes. */
  some(test: (cell: Cell) => boolean): boolean {
    this.#check();
    this.#execution.reads(this.tab, this.size);
    let found = false;
    this.tab.forEach(this.box, (cell) => {
      if (cell && test(cell)) found = true;
    });
    return found;
  }
  /** Writes values or formulas into every cell. */
  write(visit: Visit): void {
    this.#check();
    this.guard();
    this.#execution.writes(this.tab, this.size);
    this.#execution.touches(this.tab, this.box);
    this.#walk(visit, true);
  }
  /** Changes how every cell looks. */
  format(visit: Visit): void {
    this.#check();
    this.guard();
    this.#execution.formats(this.tab);
    this.#execution.touches(this.tab, this.box, true);
    this.#walk(visit, false);
  }
  /** @throws Google's sentence when somebody protected any of the cells */
  guard(): void {
    refuseProtected(workbookOf(this.#execution), this.tab, this.box);
  }
  #walk(visit: Visit, value: boolean): void {
    const { row, column, rows, columns } = this.box;
    try {
      for (let down = row; down < row + rows; down++) {
        for (let right = column; right < column + columns; right++) {
          visit(down, right, this.tab.cell(down, right));
        }
      }
    } finally {
      workbookOf(this.#execution).changes.cells(this.tab.id, this.box, value);
    }
  }
  #check(): void {
    needLive(this.#execution, this.tab);
    needInside(this.tab, this.box);
  }
}

interface Regional {
  readonly [region]: Region;
}
/** Writes and answers the range itself, as Google's setters do. */
export function write<T extends Regional>(range: T, visit: Visit): T {
  range[region].write(visit);
  return range;
}
export function format<T extends Regional>(range: T, visit: Visit): T {
  range[region].format(visit);
  return range;
}
