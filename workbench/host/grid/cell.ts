// One cell: value, formula, number format, style, note, validation rule. Cells without any of these are not kept.
import type { CellData } from '../api';

export type CellValue = string | number | boolean | null;

/** Styles are shared between cells and never changed in place. */
export interface Style {
  bold?: true;
  italic?: true;
  bg?: string;
  fc?: string;
  ha?: string;
  va?: string;
  size?: number;
  wrap?: string;
  border?: string;
}

/** What a cell accepts. Shared between cells and never changed in place. */
export interface Rule {
  kind: 'checkbox' | 'list';
  /** What a list offers; empty for a checkbox. */
  values: readonly string[];
  /** Other input is marked, not refused. */
  warn: boolean;
}

export class Cell {
  v: CellValue = null;
  f = '';
  n = '';
  s: Style | undefined = undefined;
  e = '';
  note = '';
  rule: Rule | undefined = undefined;
  /** The value spilled from a formula elsewhere: shown and read, but not the cell's own. */
  spilled = false;
  /** The formula's text has no result yet. */
  awaiting = false;
  /** Revision of the change the formula's result does not know yet, 0 when it knows all. */
  dirty = 0;

  get filled(): boolean {
    return this.v !== null || this.f !== '';
  }
  get bare(): boolean {
    return this.v === null && !this.f && !this.n && !this.s && !this.note && !this.rule;
  }
}

/** Whether two cells are empty and look alike, as most of a tab whose columns have a number format do. */
export function emptyAlike(a: Cell | undefined, b: Cell | undefined): boolean {
  if (holdsSomething(a) || holdsSomething(b)) return false;
  return (a?.n ?? '') === (b?.n ?? '') && a?.s === b?.s && a?.rule === b?.rule;
}
const holdsSomething = (cell: Cell | undefined): boolean =>
  cell !== undefined && (cell.v !== null || cell.f !== '' || cell.note !== '' || cell.e !== '');

const shared = new Map<string, Style>();

/** A style with some of its settings replaced; undefined removes a setting. */
export function changeStyle(style: Style | undefined, change: Style): Style | undefined {
  const next = { ...style, ...change } as Record<string, unknown>;
  const keys = Object.keys(next)
    .filter((key) => next[key] !== undefined)
    .sort();
  if (keys.length === 0) return undefined;
  const text = JSON.stringify(keys.map((key) => [key, next[key]]));
  let kept = shared.get(text);
  if (!kept) {
    kept = Object.freeze(Object.fromEntries(keys.map((key) => [key, next[key]]))) as Style;
    shared.set(text, kept);
  }
  return kept;
}

/** A cell as the page draws it. Spilled values are left out: the page's engine spills them itself. */
export function cellData(cell: Cell | undefined): CellData | null {
  if (!cell || (cell.spilled && !cell.n && !cell.s && !cell.note)) return null;
  if (cell.v === null && !cell.f && !cell.n && !cell.s && !cell.note) return null;
  const data: CellData = { v: cell.spilled ? null : cell.v };
  if (cell.f) data.f = cell.f;
  if (cell.n) data.n = cell.n;
  if (cell.e) data.e = cell.e;
  if (cell.note) data.note = cell.note;
  if (!cell.s) return data;
  const { bold, italic, bg, fc, size, ha, va, wrap } = cell.s;
  const style: NonNullable<CellData['s']> = {};
  if (bold) style.b = true;
  if (italic) style.i = true;
  if (bg) style.bg = bg;
  if (fc) style.fc = fc;
  if (size) style.size = size;
  if (ha) style.ha = ha;
  if (va) style.va = va;
  if (wrap === 'WRAP') style.wrap = true;
  if (wrap === 'CLIP') style.clip = true;
  if (Object.keys(style).length > 0) data.s = style;
  return data;
}
