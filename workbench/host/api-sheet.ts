// How the host tells of a tab: its cells as the page draws them, its looks, filter, charts, and the same for checks.
import type { Json } from './api';

/** How a person made cells look. What a look does not name is as in a new cell. */
export interface Look {
  /** Number format pattern. */
  pattern?: string;
  bold?: boolean;
  italic?: boolean;
  /** Colours as `#rrggbb`. */
  background?: string;
  fontColor?: string;
  align?: 'left' | 'center' | 'right';
  valign?: 'top' | 'middle' | 'bottom';
  /** Font size in points. */
  size?: number;
  wrap?: boolean;
}

/** One stored cell as the page draws it. `v` null = empty. A date is a number with a date pattern. */
export interface CellData {
  v: string | number | boolean | null;
  /** Formula text as typed, with `=`. */
  f?: string;
  /** Number format pattern. */
  n?: string;
  /** Style: bold, italic, background, font colour and size, alignment, wrapped or cut off at the cell's edge. */
  s?: {
    b?: true;
    i?: true;
    bg?: string;
    fc?: string;
    size?: number;
    ha?: string;
    va?: string;
    wrap?: true;
    clip?: true;
  };
  /** Note. */
  note?: string;
  /** Error text of a formula. */
  e?: string;
}

/** What conditional formats make of cells: `painted[row][column]`, both from 1. Not bold takes bold type away. */
export type Painted = Record<
  number,
  Record<number, { background?: string; fontColor?: string; bold?: boolean }>
>;

/** A rectangle of cells of some tab, from 1. */
export interface SheetBox {
  sheetId: number;
  row: number;
  column: number;
  rows: number;
  columns: number;
}
export interface ChartData {
  id: number;
  kind: 'LINE' | 'COLUMN' | 'COMBO';
  ranges: SheetBox[];
  /** How many first rows are headers; below 0: look for yourself. */
  headers: number;
  /** Whether several ranges stand below each other; else beside. */
  stacked: boolean;
  transposed: boolean;
  /** Whether hidden rows show, too. */
  showsHidden: boolean;
  /** The cell that its top left corner stands in, and how many pixels inside. */
  anchor: { row: number; column: number; x: number; y: number };
  /** By the names of the chart gallery: `title`, `legend.position`, `series.0.type` as a tree. */
  options: { [name: string]: Json };
}

export interface SheetSnapshot {
  id: number;
  name: string;
  hidden: boolean;
  rows: number;
  columns: number;
  frozenRows: number;
  frozenColumns: number;
  columnWidths: Record<number, number>;
  rowHeights: Record<number, { height: number; forced: boolean }>;
  gridlinesHidden?: true;
  tabColor?: string;
  merges: Omit<SheetBox, 'sheetId'>[];
  /** The basic filter: its range, the texts it hides by column, and the rows that are hidden. */
  filter?: Omit<SheetBox, 'sheetId'> & {
    criteria: { column: number; hide: string[] }[];
    hiddenRows: number[];
  };
  painted: Painted;
  charts: ChartData[];
  /** Set where somebody else protects the tab or a part of it. */
  guarded?: true;
  /** `cells[row][col]`, both 1-based, sparse. */
  cells: Record<number, Record<number, CellData>>;
}
export interface WorkbookSnapshot {
  revision: number;
  locale: string;
  timeZone: string;
  sheets: SheetSnapshot[];
  activeSheet: number;
  names: { name: string; sheetId: number; a1: string }[];
}

interface PointAnswer {
  color: string;
  type: string;
  value: string;
}
/** A tab's looks as outside checks read them; cells and ranges by their A1 text. */
export interface LookAnswer {
  /** In the order in which they are asked. */
  conditionalFormats: {
    ranges: string[];
    gradient?: { min: PointAnswer; mid?: PointAnswer; max: PointAnswer };
    condition?: { criteria: string; values: (number | string)[] };
    background?: string;
    fontColor?: string;
    bold?: boolean;
  }[];
  /** What they make of the cells now. */
  painted: Record<string, { background?: string; fontColor?: string; bold?: boolean }>;
  filter: {
    range: string;
    criteria: { column: number; hiddenValues: string[] }[];
    hiddenRows: number[];
  } | null;
  charts: {
    id: number;
    type: string;
    ranges: string[];
    numHeaders: number;
    anchor: { row: number; column: number; offsetX: number; offsetY: number };
    options: { [name: string]: Json };
  }[];
  notes: Record<string, string>;
  frozenRows: number;
  frozenColumns: number;
  columnWidths: Record<number, number>;
  rowHeights: Record<number, number>;
  gridlinesHidden: boolean;
  tabColor: string | null;
}
