// Lets rows grow with wrapped text and large type, which the grid only does while somebody edits them.
import {
  BooleanNumber,
  type ICellData,
  ICommandService,
  type Injector,
  type IRange,
  type Nullable,
  WrapStrategy,
} from '@univerjs/core';
import {
  type ISetRangeValuesMutationParams,
  SetRangeValuesMutation,
  SetWorksheetActiveOperation,
  SetWorksheetRowAutoHeightMutation,
} from '@univerjs/preset-sheets-core';
import { workbookId } from './convert';
import { drawingOf, whenDrawn } from './drawn-sheet';
import { fromHost, type Grid } from './grid';

/** Type of this size, in points, fits into a row of the usual height. */
const usualSize = 11;

export interface RowGrowth {
  /** Looks at all rows of the tab in view. */
  grow(): void;
}

export function watchRowHeights(injector: Injector, grid: Grid): RowGrowth {
  const commands = injector.get(ICommandService);

  /** Tells, once per style, whether text in it may need a taller row. */
  function mayGrow(): (cell: Nullable<ICellData>) => boolean {
    const styles = grid.workbook().getStyles();
    const known = new Map<unknown, boolean>();
    return (cell) => {
      if (!cell?.s || cell.v === undefined || cell.v === null || cell.v === '') return false;
      let grows = known.get(cell.s);
      if (grows === undefined) {
        const style = styles.get(cell.s);
        grows = style?.tb === WrapStrategy.WRAP || (style?.fs ?? 0) > usualSize;
        known.set(cell.s, grows);
      }
      return grows;
    };
  }

  /** A height that was set is the least one, and one that was forced stays. */
  function grow(gridId: string, only?: number[]): void {
    const sheet = grid.sheet(gridId);
    const skeleton = drawingOf(injector)?.skeletons.ensureSkeleton(gridId);
    if (!sheet || !skeleton) return;
    const rows = sheet.getRowManager();
    const grows = mayGrow();
    const ranges: IRange[] = [];
    const matrix = sheet.getCellMatrix();
    for (const row of only ?? Array.from({ length: matrix.getLength() }, (_, i) => i)) {
      if (rows.getRow(row)?.ia === BooleanNumber.FALSE) continue;
      if (!Object.values(matrix.getRow(row) ?? {}).some(grows)) continue;
      const endColumn = sheet.getColumnCount() - 1;
      ranges.push({ startRow: row, endRow: row, startColumn: 0, endColumn });
    }
    if (ranges.length === 0) return;
    const heights = skeleton.calculateAutoHeightInRange(ranges).map(({ row, autoHeight = 0 }) => ({
      row,
      autoHeight: Math.max(autoHeight, rows.getRow(row)?.h ?? 0),
    }));
    const changed = heights.filter(({ row, autoHeight }) => rows.getRow(row)?.ah !== autoHeight);
    if (changed.length === 0) return;
    const params = { unitId: workbookId, subUnitId: gridId, rowsAutoHeightInfo: changed };
    commands.syncExecuteCommand(SetWorksheetRowAutoHeightMutation.id, params, fromHost);
  }

  const active = (): string => grid.workbook().getActiveSheet().getSheetId();

  commands.onCommandExecuted((command, options) => {
    if (command.id === SetWorksheetActiveOperation.id) {
      const { subUnitId } = command.params as { subUnitId: string };
      whenDrawn(injector, () => grow(subUnitId));
    } else if (
      command.id === SetRangeValuesMutation.id &&
      (options as Record<string, unknown> | undefined)?.fromHost
    ) {
      const { subUnitId, cellValue } = command.params as ISetRangeValuesMutationParams;
      if (subUnitId === active()) grow(subUnitId, Object.keys(cellValue ?? {}).map(Number));
    }
  });
  return { grow: () => whenDrawn(injector, () => grow(active())) };
}
