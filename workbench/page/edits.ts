// Sends what a person does to cells in the grid (typing, pasting, deleting, filling, dressing, undo) to the host.
import {
  CellValueType,
  type ICellData,
  ICommandService,
  type IMutationCommonParams,
  type Injector,
  type IRange,
  type Nullable,
} from '@univerjs/core';
import {
  AFTER_CELL_EDIT,
  BEFORE_CELL_EDIT,
  type IMoveRangeMutationParams,
  type IRemoveNumfmtMutationParams,
  type ISetFrozenMutationParams,
  type ISetNumfmtMutationParams,
  type ISetRangeValuesMutationParams,
  type ISetWorksheetColWidthMutationParams,
  MoveRangeMutation,
  RemoveNumfmtMutation,
  SetFrozenMutation,
  SetNumfmtMutation,
  SetRangeValuesCommand,
  SetRangeValuesMutation,
  SetWorksheetColWidthMutation,
  SheetInterceptorService,
} from '@univerjs/preset-sheets-core';
import type { ColumnWidth, TypedCell } from './client';
import { type CellExtra, lookOf } from './convert';
import { sheetsToUniver, shownFormula, unreadableFormula } from './dialect';
import type { Grid } from './grid';
import { type DressedCells, groupLooks } from './looks';

const extraOf = (cell: Nullable<ICellData>): CellExtra => (cell?.custom ?? {}) as CellExtra;

/** What a person would type to get this cell. */
function typedValue(cell: Nullable<ICellData>, locale: string): TypedCell['value'] {
  if (!cell) return null;
  const { typed, text } = extraOf(cell);
  if (typed !== undefined) return typed;
  if (cell.f) return shownFormula(cell.f, text, locale);
  if (cell.p?.body) return cell.p.body.dataStream.replace(/\r\n$/, '').replace(/\r/g, '\n');
  if (cell.v === null || cell.v === undefined || cell.v === '') return null;
  if (cell.t === CellValueType.BOOLEAN) return Boolean(cell.v);
  if (cell.t === CellValueType.FORCE_STRING) return `'${cell.v}`;
  if (cell.t === CellValueType.STRING) {
    const value = String(cell.v);
    // Text that looks like something else stays text: it was text where it was copied from.
    return /^[=+'\d.,-]|^(true|false)$/i.test(value) ? `'${value}` : value;
  }
  return cell.v;
}

type Matrix = Record<number, Record<number, Nullable<ICellData>>>;

/** Every place of a matrix as a change of content. */
function allContent(matrix: Matrix): Matrix {
  const result: Matrix = {};
  for (const [row, line] of Object.entries(matrix)) {
    result[Number(row)] = Object.fromEntries(
      Object.keys(line ?? {}).map((column) => [column, { v: null }]),
    );
  }
  return result;
}

/** Rows and columns, from 0, of the places whose change is wanted. */
function placesOf(
  matrix: Matrix,
  isWanted: (change: ICellData) => boolean = () => true,
): { row: number; column: number }[] {
  return Object.entries(matrix).flatMap(([row, line]) =>
    Object.entries(line ?? {})
      .filter(([, change]) => isWanted(change ?? {}))
      .map(([column]) => ({ row: Number(row), column: Number(column) })),
  );
}

function cellsOf(range: IRange): { row: number; column: number }[] {
  const cells: { row: number; column: number }[] = [];
  for (let row = range.startRow; row <= range.endRow; row++) {
    for (let column = range.startColumn; column <= range.endColumn; column++) {
      cells.push({ row, column });
    }
  }
  return cells;
}

export interface EditListeners {
  /** A cell's content was replaced by the person. */
  onEdit(sheetId: string, cells: TypedCell[]): void;
  /** Cells were made to look otherwise. */
  onDress(sheetId: string, looks: DressedCells[]): void;
  onWiden(sheetId: string, columns: ColumnWidth[]): void;
  /** So many first rows and columns were frozen. */
  onFreeze(sheetId: string, rows: number, columns: number): void;
}

export function watchEdits(injector: Injector, grid: Grid, listeners: EditListeners): void {
  const interceptors = injector.get(SheetInterceptorService);

  // The editor and the formula bar show the formula as it was typed in Sheets, not the engine's
  // form. This has to come after all of the engine's own steps: one of them puts its form back and
  // lets no other follow.
  const writing = interceptors.writeCellInterceptor;
  const steps = writing.fetchThroughInterceptors.bind(writing);
  writing.fetchThroughInterceptors = ((point: typeof BEFORE_CELL_EDIT) => {
    const run = steps(point);
    if (point !== BEFORE_CELL_EDIT) return run;
    return ((cell, location) => {
      const shown = run(cell, location);
      if (!shown?.f) return shown;
      return { ...shown, f: shownFormula(shown.f, extraOf(shown).text, grid.locale) };
    }) as typeof run;
  }) as typeof writing.fetchThroughInterceptors;

  // The text is caught before the grid reads numbers and dates out of it: that is the host's work.
  interceptors.writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    priority: 1000,
    handler: (cell, location, next) => {
      if (!cell) return next(cell);
      const old = location.worksheet.getCellRaw(location.row, location.col);
      const raw =
        cell.f ??
        (cell.t === CellValueType.FORCE_STRING
          ? `'${cell.v ?? ''}`
          : cell.p
            ? null
            : (cell.v ?? ''));
      const formula = cell.f ? (sheetsToUniver(cell.f, grid.locale) ?? unreadableFormula) : null;
      // Left as it was: nothing to do.
      if (cell.f && extraOf(old).text === cell.f) return old ?? cell;
      const result = next(formula === null ? cell : { ...cell, f: formula });
      if (!result) return result;
      const extra: CellExtra = {};
      if (raw !== null) extra.typed = String(raw);
      return { ...result, custom: { ...extra } };
    },
  });

  function report(sheetId: string, cellValue: Matrix): void {
    const sheet = grid.sheet(sheetId);
    if (!sheet) return;
    const cells: TypedCell[] = [];
    for (const [row, line] of Object.entries(cellValue)) {
      for (const [column, change] of Object.entries(line ?? {})) {
        // A change of the look alone does not touch the content.
        const keys = Object.keys(change ?? { v: null });
        if (!keys.some((key) => key === 'v' || key === 'f' || key === 'p')) continue;
        const cell = sheet.getCellRaw(Number(row), Number(column));
        cells.push({
          row: Number(row) + 1,
          column: Number(column) + 1,
          value: typedValue(cell, grid.locale),
        });
      }
    }
    if (cells.length > 0) listeners.onEdit(sheetId, cells);
  }

  /** Sends the whole look of cells, as it is now. */
  function reportLooks(sheetId: string, places: { row: number; column: number }[]): void {
    const sheet = grid.sheet(sheetId);
    if (!sheet || places.length === 0) return;
    const styles = grid.workbook().getStyles();
    listeners.onDress(
      sheetId,
      groupLooks(
        places.map(({ row, column }) => ({
          row: row + 1,
          column: column + 1,
          look: lookOf(styles.get(sheet.getCellRaw(row, column)?.s)),
        })),
      ),
    );
  }

  injector.get(ICommandService).onCommandExecuted((command, options) => {
    const flags = (options ?? {}) as Record<string, unknown>;
    if (flags.fromHost || flags.fromFormula || flags.onlyLocal) return;
    // What typing makes of a cell's look is the host's to say.
    const typed = (command.params as IMutationCommonParams)?.trigger === SetRangeValuesCommand.id;
    if (command.id === SetRangeValuesMutation.id) {
      const { subUnitId, cellValue } = command.params as ISetRangeValuesMutationParams;
      if (!cellValue) return;
      report(subUnitId, cellValue as Matrix);
      if (!typed)
        reportLooks(
          subUnitId,
          placesOf(cellValue as Matrix, (cell) => 's' in cell),
        );
    } else if (command.id === MoveRangeMutation.id) {
      // Cut and paste, or dragging a selection.
      const { from, to } = command.params as IMoveRangeMutationParams;
      report(from.subUnitId, allContent(from.value as Matrix));
      report(to.subUnitId, allContent(to.value as Matrix));
      reportLooks(from.subUnitId, placesOf(from.value as Matrix));
      reportLooks(to.subUnitId, placesOf(to.value as Matrix));
    } else if (command.id === SetNumfmtMutation.id && !typed) {
      const { subUnitId, values } = command.params as ISetNumfmtMutationParams;
      const ranges = Object.values(values).flatMap((value) => value.ranges);
      reportLooks(subUnitId, ranges.flatMap(cellsOf));
    } else if (command.id === RemoveNumfmtMutation.id && !typed) {
      const { subUnitId, ranges } = command.params as IRemoveNumfmtMutationParams;
      reportLooks(subUnitId, ranges.flatMap(cellsOf));
    } else if (command.id === SetFrozenMutation.id) {
      const { subUnitId, startRow, startColumn } = command.params as ISetFrozenMutationParams;
      // The grid can freeze from where it is scrolled to, Sheets only from the first line.
      listeners.onFreeze(subUnitId, Math.max(0, startRow), Math.max(0, startColumn));
    } else if (command.id === SetWorksheetColWidthMutation.id) {
      const { subUnitId, ranges } = command.params as ISetWorksheetColWidthMutationParams;
      const sheet = grid.sheet(subUnitId);
      const columns = ranges.flatMap(({ startColumn, endColumn }) =>
        Array.from({ length: endColumn - startColumn + 1 }, (_, i) => startColumn + i),
      );
      if (!sheet) return;
      listeners.onWiden(
        subUnitId,
        columns.map((column) => ({
          column: column + 1,
          width: Math.round(sheet.getColumnWidth(column)),
        })),
      );
    }
  });
}
