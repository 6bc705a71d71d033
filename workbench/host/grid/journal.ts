// What an execution that is planned to die changed since its last commit, in order, so that it can be undone.
import type { Box } from './a1';
import { Cell } from './cell';
import type { Tab } from './tab';
import type { Workbook } from './workbook';

/** The fields that together are a cell's content; every other field is undone on its own. */
const CONTENT = ['v', 'f', 'e', 'spilled', 'awaiting', 'dirty'] as const;
const BLANK: Readonly<Cell> = Object.freeze(copyOf(new Cell()));

/** One cell before a write, and after it as soon as somebody else may touch it. */
interface CellImage {
  tab: Tab;
  row: number;
  column: number;
  /** Undefined while the write has not made it. */
  cell: Cell | undefined;
  was: Readonly<Cell>;
  /** Only once another execution or a person came in between; what differs from it then is theirs. */
  became?: Readonly<Cell>;
}
/** Counts as one: a cell's new value, the looks of a range, or a change of the workbook's shape. */
type Entry = { cells: CellImage[] } | { restore: () => void };

/**
 * Kept for one execution only, and only when a fault is planned for it. Cells are remembered as the
 * objects they are, so that lines which others insert or delete meanwhile do not matter.
 */
export class Journal {
  readonly #workbook: Workbook;
  #entries: Entry[] = [];
  /** Cells that the last writes may have made. */
  #unmade: CellImage[] = [];

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
  }
  /** To be called before cells change: one entry per cell, or one for them all. */
  cells(tab: Tab, box: Box, together: boolean): void {
    this.#findMade();
    const images: CellImage[] = [];
    tab.forEach(box, (cell, row, column) => {
      const image = { tab, row, column, cell, was: cell ? copyOf(cell) : BLANK };
      images.push(image);
      if (!cell) this.#unmade.push(image);
    });
    if (together) this.#entries.push({ cells: images });
    else for (const image of images) this.#entries.push({ cells: [image] });
  }
  /** To be called before tabs, lines, names, metadata or protections change. */
  shape(): void {
    this.#findMade();
    this.#entries.push({ restore: remember(this.#workbook) });
  }
  /** What was changed so far can no longer be lost. */
  commit(): void {
    this.#entries = [];
    this.#unmade = [];
  }
  /**
   * To be called before somebody else changes the workbook. Changes of its shape made so far then
   * stay, for undoing them would undo the other's work; cells are still undone, each on its own,
   * but for what the other overwrites.
   */
  interrupt(): void {
    this.#findMade();
    const later = new Map<Cell, Readonly<Cell>>();
    for (const image of this.#images().reverse()) {
      if (!image.cell) continue;
      image.became ??= later.get(image.cell) ?? copyOf(image.cell);
      later.set(image.cell, image.was);
    }
    this.#entries = this.#entries.filter((entry) => 'cells' in entry);
  }
  /** Takes back all changes, or in the order they were made the second half. */
  undo(what: 'all' | 'half'): void {
    this.#findMade();
    const kept = what === 'all' ? 0 : Math.floor(this.#entries.length / 2);
    if (this.#entries.length === kept) return;
    for (const entry of this.#entries.splice(kept).reverse()) {
      if ('restore' in entry) entry.restore();
      else for (const image of entry.cells) putBack(image);
    }
    this.commit();
    const { tabs, changes } = this.#workbook;
    for (const tab of tabs) {
      tab.recount();
      const everything = { row: 1, column: 1, rows: tab.maxRows, columns: tab.maxColumns };
      changes.cells(tab.id, everything, true);
    }
    changes.reload();
    changes.names();
  }

  #images(): CellImage[] {
    return this.#entries.flatMap((entry) => ('cells' in entry ? entry.cells : []));
  }
  /** Must come before anything moves them. */
  #findMade(): void {
    for (const image of this.#unmade) image.cell = image.tab.cell(image.row, image.column);
    this.#unmade = [];
  }
}

function copyOf(cell: Cell): Cell {
  return { ...cell } as Cell;
}

function putBack({ cell, was, became }: CellImage): void {
  if (!cell) return;
  if (!became) {
    Object.assign(cell, was);
    return;
  }
  const theirs = new Set<string>();
  for (const key of Object.keys(was) as (keyof Cell)[]) {
    if (!isContent(key) && cell[key] !== became[key]) theirs.add(key);
  }
  // A formula's value is its result, which may come at any time.
  const overwritten = cell.f !== became.f || (cell.f === '' && cell.v !== became.v);
  if (overwritten) for (const key of CONTENT) theirs.add(key);
  Object.assign(cell, Object.fromEntries(Object.entries(was).filter(([key]) => !theirs.has(key))));
}

const isContent = (key: string): boolean => (CONTENT as readonly string[]).includes(key);

/** @returns what brings back all but the cells' own values: places of cells, lines, tabs, names and the like */
function remember(workbook: Workbook): () => void {
  const { tabs: _tabs, changes: _changes, revision: _revision, ...rest } = workbook;
  const active = structuredClone(workbook.active);
  const fields = Object.entries(rest).map(([key, value]) => [
    key,
    Array.isArray(value) ? rememberList<object>(value) : () => value,
  ]) as [string, () => unknown][];
  const tabs = workbook.tabs.map((tab) => ({ tab, restore: rememberTab(tab) }));
  return () => {
    for (const [key, value] of fields) Object.assign(workbook, { [key]: value() });
    workbook.active = active;
    workbook.tabs = tabs.map(({ tab }) => tab);
    for (const { restore } of tabs) restore();
  };
}

function rememberTab(tab: Tab): () => void {
  const { rows, ...rest } = tab;
  const settings = structuredClone(rest);
  const lines = rows.map((cells) => cells?.slice());
  const formulas = [...tab.formulas()].map(({ cell }) => {
    const { f, awaiting } = cell;
    return [cell, { f, awaiting }] as const;
  });
  return () => {
    Object.assign(tab, settings, { rows: lines });
    for (const [cell, formula] of formulas) Object.assign(cell, formula);
  };
}

/** The items stay the same objects: services hold them. */
function rememberList<T extends object>(items: T[]): () => T[] {
  const was = items.map((item) => [item, structuredClone(item)] as const);
  return () => was.map(([item, fields]) => Object.assign(item, fields));
}
