// Reads from the grid's own commands what the person wants done to lines and tabs, as edits for the host.
import type { EditRequest } from '../host/api';

/** What has to be known of the open workbook to name things as the host does. Rows count from 0. */
export interface OpenSheets {
  activeId(): string;
  sheetName(gridId: string): string | undefined;
  isRowShown(gridId: string, row: number): boolean;
}

/** Cells of one tab, counted from 0, ends included. */
export interface GridRange {
  startRow: number;
  endRow: number;
  startColumn: number;
  endColumn: number;
}

export interface Wish {
  edits: EditRequest[];
  /** What to select once the edits are drawn; without it the same cells as before. */
  select?: GridRange;
  /** The tab to show once the edits are drawn. */
  show?: string;
}

interface CommandParams {
  subUnitId?: string;
  name?: string;
  range?: GridRange;
  order?: number;
  fromRange?: GridRange;
  toRange?: GridRange;
}

const rowsOf = (range: GridRange) => ({
  at: range.startRow + 1,
  count: range.endRow - range.startRow + 1,
});
const columnsOf = (range: GridRange) => ({
  at: range.startColumn + 1,
  count: range.endColumn - range.startColumn + 1,
});

/** Deleting lines leaves alone those that a filter hides, so they go in blocks, the lowest first. */
function shownBlocks(range: GridRange, isShown: (row: number) => boolean): GridRange[] {
  const blocks: GridRange[] = [];
  for (let row = range.endRow; row >= range.startRow; row--) {
    if (!isShown(row)) continue;
    const last = blocks[blocks.length - 1];
    if (last && last.startRow === row + 1) last.startRow = row;
    else blocks.push({ ...range, startRow: row, endRow: row });
  }
  return blocks;
}

type Lines = { at: number; count: number };

/** Null when the lines were put down where they are. */
function moved(lines: Lines, to: number): { select: Lines; to: number } | null {
  const { at, count } = lines;
  if (to >= at && to <= at + count) return null;
  return { to, select: { at: to > at ? to - count : to, count } };
}

const changesShape = new Set([
  'sheet.command.insert-row-by-range',
  'sheet.command.insert-col-by-range',
  'sheet.command.remove-row-by-range',
  'sheet.command.remove-col-by-range',
  'sheet.command.move-rows',
  'sheet.command.move-cols',
  'sheet.command.remove-sheet',
  'sheet.command.set-worksheet-hidden',
  'sheet.command.set-worksheet-show',
  'sheet.command.set-worksheet-name',
  'sheet.command.set-worksheet-order',
]);

/** Null for a command that does nothing to lines or tabs. */
export function wishOf(commandId: string, params: unknown, sheets: OpenSheets): Wish | null {
  // While a workbook is being drawn commands run that have no tab yet.
  if (!changesShape.has(commandId)) return null;
  const { subUnitId, name, order, range, fromRange, toRange } = (params ?? {}) as CommandParams;
  const gridId = subUnitId ?? sheets.activeId();
  const sheet = sheets.sheetName(gridId);
  if (sheet === undefined) return null;
  switch (commandId) {
    case 'sheet.command.insert-row-by-range':
      if (!range) return null;
      return { edits: [{ op: 'insertRows', sheet, ...rowsOf(range) }], select: range };
    case 'sheet.command.insert-col-by-range':
      if (!range) return null;
      return { edits: [{ op: 'insertColumns', sheet, ...columnsOf(range) }], select: range };
    case 'sheet.command.remove-row-by-range':
      if (!range) return null;
      return {
        edits: shownBlocks(range, (row) => sheets.isRowShown(gridId, row)).map((block) => ({
          op: 'deleteRows',
          sheet,
          ...rowsOf(block),
        })),
      };
    case 'sheet.command.remove-col-by-range':
      if (!range) return null;
      return { edits: [{ op: 'deleteColumns', sheet, ...columnsOf(range) }] };
    case 'sheet.command.move-rows': {
      if (!fromRange || !toRange) return null;
      const move = moved(rowsOf(fromRange), toRange.startRow + 1);
      if (!move) return { edits: [] };
      const startRow = move.select.at - 1;
      return {
        edits: [{ op: 'moveRows', sheet, ...rowsOf(fromRange), to: move.to }],
        select: { ...fromRange, startRow, endRow: startRow + move.select.count - 1 },
      };
    }
    case 'sheet.command.move-cols': {
      if (!fromRange || !toRange) return null;
      const move = moved(columnsOf(fromRange), toRange.startColumn + 1);
      if (!move) return { edits: [] };
      const startColumn = move.select.at - 1;
      return {
        edits: [{ op: 'moveColumns', sheet, ...columnsOf(fromRange), to: move.to }],
        select: { ...fromRange, startColumn, endColumn: startColumn + move.select.count - 1 },
      };
    }
    case 'sheet.command.remove-sheet':
      return { edits: [{ op: 'deleteSheet', sheet }] };
    case 'sheet.command.set-worksheet-hidden':
      return { edits: [{ op: 'hideSheet', sheet }] };
    case 'sheet.command.set-worksheet-show':
      return { edits: [{ op: 'showSheet', sheet }], show: gridId };
    case 'sheet.command.set-worksheet-name':
      if (name === undefined) return null;
      return { edits: [{ op: 'renameSheet', sheet, name }] };
    case 'sheet.command.set-worksheet-order':
      if (order === undefined) return null;
      return { edits: [{ op: 'moveSheet', sheet, to: order + 1 }] };
    default:
      return null;
  }
}
