// Turns the host's cells and tabs into the form the grid draws, and grid places into the host's.
import {
  BooleanNumber,
  CellValueType,
  HorizontalAlign,
  type ICellData,
  type IRange,
  type IRowData,
  type IStyleData,
  type IWorkbookData,
  type IWorksheetData,
  LocaleType,
  type Nullable,
  VerticalAlign,
  WrapStrategy,
} from '@univerjs/core';
import type { CellData, Look, SheetSnapshot, WorkbookSnapshot } from '../host/api';
import { sheetsToUniver, unreadableFormula } from './dialect';

/** What the page keeps with a cell besides what the grid knows. */
export interface CellExtra {
  /** The formula as typed in Sheets. */
  text?: string;
  note?: string;
  /** What was typed just now, before the host has seen it. */
  typed?: string;
}

/** What the page keeps with a tab. */
export interface SheetExtra {
  /** The basic filter, places from 1. */
  filter?: Omit<NonNullable<SheetSnapshot['filter']>, 'hiddenRows'>;
  /** Somebody else protects the tab or a part of it. */
  guarded?: boolean;
}

export const workbookId = 'workbook';
export const unreadableText = 'Formula parse error.';

/** Grid ids of tabs carry a letter, so that no list of them is taken for numbers and re-ordered. */
export const toGridId = (sheetId: number): string => `s${sheetId}`;
export const toHostId = (gridId: string): number => Number(gridId.slice(1));

const alignments: Record<string, HorizontalAlign> = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
};

const verticals: Record<string, VerticalAlign> = {
  top: VerticalAlign.TOP,
  middle: VerticalAlign.MIDDLE,
  bottom: VerticalAlign.BOTTOM,
};

function toStyle(cell: CellData): IStyleData | null {
  const style: IStyleData = {};
  if (cell.n) style.n = { pattern: cell.n };
  if (cell.s?.b) style.bl = BooleanNumber.TRUE;
  if (cell.s?.i) style.it = BooleanNumber.TRUE;
  if (cell.s?.bg) style.bg = { rgb: cell.s.bg };
  if (cell.s?.fc) style.cl = { rgb: cell.s.fc };
  const align = cell.s?.ha ? alignments[cell.s.ha.toLowerCase()] : undefined;
  if (align !== undefined) style.ht = align;
  const vertical = cell.s?.va ? verticals[cell.s.va] : undefined;
  if (vertical !== undefined) style.vt = vertical;
  if (cell.s?.size) style.fs = cell.s.size;
  if (cell.s?.wrap) style.tb = WrapStrategy.WRAP;
  if (cell.s?.clip) style.tb = WrapStrategy.CLIP;
  return Object.keys(style).length === 0 ? null : style;
}

const alignmentNames = Object.keys(alignments) as NonNullable<Look['align']>[];
const isHex = (color: Nullable<string>): color is string => /^#[0-9a-f]{6}$/i.test(color ?? '');

const verticalNames = Object.keys(verticals) as NonNullable<Look['valign']>[];

/** What the host keeps of a style; the rest (font, lines, borders) stays in the page. */
export function lookOf(style: Nullable<IStyleData>): Look {
  const look: Look = {};
  if (!style) return look;
  if (style.n?.pattern) look.pattern = style.n.pattern;
  if (style.bl === BooleanNumber.TRUE) look.bold = true;
  if (style.it === BooleanNumber.TRUE) look.italic = true;
  if (isHex(style.bg?.rgb)) look.background = style.bg.rgb;
  if (isHex(style.cl?.rgb)) look.fontColor = style.cl.rgb;
  const align = alignmentNames.find((name) => alignments[name] === style.ht);
  if (align) look.align = align;
  const valign = verticalNames.find((name) => verticals[name] === style.vt);
  if (valign) look.valign = valign;
  if (style.fs && style.fs !== fontSize) look.size = style.fs;
  if (style.tb === WrapStrategy.WRAP) look.wrap = true;
  return look;
}

const typeOf: Record<string, CellValueType> = {
  string: CellValueType.STRING,
  number: CellValueType.NUMBER,
  boolean: CellValueType.BOOLEAN,
};

/** A cell for the grid. Every property stands in it, so that applying it over an old cell leaves nothing behind. */
export function toGridCell(cell: CellData | null, locale: string): ICellData {
  if (!cell) return { v: null, f: null, si: null, p: null, s: null, custom: null };
  const extra: CellExtra = {};
  const formula = cell.f ? (sheetsToUniver(cell.f, locale) ?? unreadableFormula) : null;
  if (cell.f) extra.text = cell.f;
  if (cell.note) extra.note = cell.note;
  const value = typeof cell.v === 'boolean' ? Number(cell.v) : cell.v;
  const data: ICellData = {
    v: value,
    f: formula,
    si: null,
    p: null,
    s: toStyle(cell),
    custom: Object.keys(extra).length === 0 ? null : { ...extra },
  };
  if (cell.v !== null) data.t = typeOf[typeof cell.v];
  return data;
}

/** The same without the empty properties, for a workbook drawn from nothing. */
function toFreshCell(cell: CellData, locale: string): ICellData {
  const data = toGridCell(cell, locale) as Record<string, unknown>;
  for (const key of Object.keys(data)) if (data[key] === null) delete data[key];
  return data as ICellData;
}

const fontSize = 10;
const defaultColumnWidth = 100;
const rowHeight = 21;

function toWorksheet(sheet: SheetSnapshot, locale: string): Partial<IWorksheetData> {
  const cellData: Record<number, Record<number, ICellData>> = {};
  for (const [row, cells] of Object.entries(sheet.cells)) {
    const line: Record<number, ICellData> = {};
    for (const [column, cell] of Object.entries(cells)) {
      line[Number(column) - 1] = toFreshCell(cell, locale);
    }
    cellData[Number(row) - 1] = line;
  }
  const columnData: Record<number, { w: number }> = {};
  for (const [column, width] of Object.entries(sheet.columnWidths)) {
    columnData[Number(column) - 1] = { w: width };
  }
  const custom: SheetExtra = { guarded: sheet.guarded === true };
  if (sheet.filter) {
    const { hiddenRows: _hidden, ...filter } = sheet.filter;
    custom.filter = filter;
  }
  return {
    id: toGridId(sheet.id),
    name: sheet.name,
    hidden: sheet.hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    rowCount: sheet.rows,
    columnCount: sheet.columns,
    defaultColumnWidth,
    defaultRowHeight: rowHeight,
    defaultStyle: { ff: 'Arial', fs: fontSize },
    showGridlines: sheet.gridlinesHidden ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    tabColor: sheet.tabColor ?? '',
    mergeData: sheet.merges.map(toRange),
    cellData,
    columnData,
    rowData: toRows(sheet),
    custom: { ...custom },
    freeze: {
      startRow: sheet.frozenRows > 0 ? sheet.frozenRows : -1,
      startColumn: sheet.frozenColumns > 0 ? sheet.frozenColumns : -1,
      ySplit: sheet.frozenRows,
      xSplit: sheet.frozenColumns,
    },
  };
}

/** A box of the host's, from 1, as a range of the grid, from 0, ends included. */
const toRange = ({ row, column, rows, columns }: SheetSnapshot['merges'][number]): IRange => ({
  startRow: row - 1,
  endRow: row + rows - 2,
  startColumn: column - 1,
  endColumn: column + columns - 2,
});

function toRows(sheet: SheetSnapshot): Record<number, Partial<IRowData>> {
  const rows: Record<number, Partial<IRowData>> = {};
  for (const [row, { height, forced }] of Object.entries(sheet.rowHeights)) {
    // Without being forced the row grows with its text.
    rows[Number(row) - 1] = { h: height, ...(forced ? { ia: BooleanNumber.FALSE } : {}) };
  }
  for (const row of sheet.filter?.hiddenRows ?? []) {
    rows[row - 1] = { ...rows[row - 1], hd: BooleanNumber.TRUE };
  }
  return rows;
}

export interface GridName {
  id: string;
  name: string;
  formulaOrRefString: string;
  localSheetId: string;
}

/** Named cells; the engine knows them by an id, which is the name itself here. */
export function toGridNames(
  names: WorkbookSnapshot['names'],
  sheetName: (id: number) => string | undefined,
): Record<string, GridName> {
  const result: Record<string, GridName> = {};
  for (const { name, sheetId, a1 } of names) {
    const sheet = sheetName(sheetId);
    if (sheet === undefined) continue;
    const fixed = a1.replace(/\$/g, '').replace(/([A-Z]+)?(\d+)?/g, (_all, letters, digits) => {
      return (letters ? `$${letters}` : '') + (digits ? `$${digits}` : '');
    });
    result[name] = {
      id: name,
      name,
      formulaOrRefString: `'${sheet.replace(/'/g, "''")}'!${fixed}`,
      localSheetId: 'AllDefaultWorkbook',
    };
  }
  return result;
}

export function toWorkbook(snapshot: WorkbookSnapshot): Partial<IWorkbookData> {
  const sheets: IWorkbookData['sheets'] = {};
  for (const sheet of snapshot.sheets) {
    sheets[toGridId(sheet.id)] = toWorksheet(sheet, snapshot.locale);
  }
  const names = toGridNames(
    snapshot.names,
    (id) => snapshot.sheets.find((sheet) => sheet.id === id)?.name,
  );
  return {
    id: workbookId,
    name: 'Workbook',
    locale: LocaleType.EN_US,
    sheetOrder: snapshot.sheets.map((sheet) => toGridId(sheet.id)),
    sheets,
    resources: [{ name: 'SHEET_DEFINED_NAME_PLUGIN', data: JSON.stringify(names) }],
  };
}
