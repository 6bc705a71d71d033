// The open workbook in the grid: drawing the host's snapshot and applying the host's changes to it.
import {
  BooleanNumber,
  type ICellData,
  ICommandService,
  type Injector,
  IUndoRedoService,
  IUniverInstanceService,
  UniverInstanceType,
  type Workbook,
  type Worksheet,
} from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import {
  RemoveDefinedNameMutation,
  SetDefinedNameMutation,
  SetRangeValuesMutation,
  SetWorksheetActiveOperation,
} from '@univerjs/preset-sheets-core';
import type { CellData, WorkbookSnapshot } from '../host/api';
import {
  type GridName,
  toGridCell,
  toGridId,
  toGridNames,
  toWorkbook,
  workbookId,
} from './convert';
import type { Wish } from './structure';
import { readView, restoreView } from './view';

/** Marks the grid's own commands that carry changes of the host, so that they are not sent back. */
export const fromHost = { fromHost: true } as const;

export interface Grid {
  /** Draws all anew; a wish says what to show and select once it is drawn. Nothing before it can be undone. */
  open(snapshot: WorkbookSnapshot, wish?: Wish | null): void;
  /** Nothing before this can be undone: its steps name cells that stand elsewhere now. */
  forgetSteps(): void;
  applyCells(sheetId: number, row: number, column: number, cells: (CellData | null)[][]): void;
  applyNames(names: WorkbookSnapshot['names']): void;
  activate(sheetId: number, a1: string | null): void;
  readonly locale: string;
  workbook(): Workbook;
  sheet(gridId: string): Worksheet | null;
}

export function createGrid(injector: Injector, api: FUniver): Grid {
  const commands = injector.get(ICommandService);
  const instances = injector.get(IUniverInstanceService);
  let locale = 'en_US';
  let names: Record<string, GridName> = {};

  function workbook(): Workbook {
    const found = instances.getUnit<Workbook>(workbookId, UniverInstanceType.UNIVER_SHEET);
    if (!found) throw new Error('No workbook is open.');
    return found;
  }
  const sheet = (gridId: string): Worksheet | null => workbook().getSheetBySheetId(gridId) ?? null;

  const forgetSteps = (): void => injector.get(IUndoRedoService).clearUndoRedo(workbookId);

  return {
    forgetSteps,
    get locale() {
      return locale;
    },
    workbook,
    sheet,
    open(snapshot, wish = null) {
      locale = snapshot.locale;
      const wasOpen = instances.getUnit<Workbook>(workbookId, UniverInstanceType.UNIVER_SHEET);
      const view = wasOpen ? readView(injector, api, wasOpen) : null;
      if (wasOpen) {
        api.disposeUnit(workbookId);
        forgetSteps();
      }
      const data = toWorkbook(snapshot);
      names = toGridNames(
        snapshot.names,
        (id) => snapshot.sheets.find((one) => one.id === id)?.name,
      );
      // The engine shows the first visible tab unless told otherwise.
      api.createWorkbook(data);
      api.getActiveWorkbook()?.setNumfmtLocal(locale as never);
      if (view) {
        restoreView(injector, workbook(), view, wish);
        return;
      }
      const wanted = toGridId(snapshot.activeSheet);
      const target = data.sheets?.[wanted];
      if (target && target.hidden !== BooleanNumber.TRUE) {
        commands.syncExecuteCommand(SetWorksheetActiveOperation.id, {
          unitId: workbookId,
          subUnitId: wanted,
        });
      }
    },
    applyCells(sheetId, row, column, cells) {
      const gridId = toGridId(sheetId);
      const target = sheet(gridId);
      if (!target) return;
      const matrix = target.getCellMatrix();
      const cellValue: Record<number, Record<number, ICellData>> = {};
      cells.forEach((line, r) => {
        const changes: Record<number, ICellData> = {};
        line.forEach((cell, c) => {
          const at = column - 1 + c;
          const old = matrix.getValue(row - 1 + r, at);
          if (!cell && !old) return;
          const next = toGridCell(cell, locale);
          // The engine's own result stays where the formula did not change.
          if (next.f && old?.f === next.f && old.v !== undefined) {
            delete next.v;
            delete next.t;
            delete next.f;
          } else if (next.f) {
            next.v = null;
          }
          changes[at] = next;
        });
        if (Object.keys(changes).length > 0) cellValue[row - 1 + r] = changes;
      });
      if (Object.keys(cellValue).length === 0) return;
      commands.syncExecuteCommand(
        SetRangeValuesMutation.id,
        { unitId: workbookId, subUnitId: gridId, cellValue },
        fromHost,
      );
    },
    applyNames(hostNames) {
      const next = toGridNames(hostNames, (id) => sheet(toGridId(id))?.getName());
      for (const name of Object.keys(names)) {
        if (next[name]) continue;
        commands.syncExecuteCommand(
          RemoveDefinedNameMutation.id,
          { unitId: workbookId, ...names[name] },
          fromHost,
        );
      }
      for (const [name, value] of Object.entries(next)) {
        if (names[name]?.formulaOrRefString === value.formulaOrRefString) continue;
        commands.syncExecuteCommand(
          SetDefinedNameMutation.id,
          { unitId: workbookId, ...value },
          fromHost,
        );
      }
      names = next;
    },
    activate(sheetId, a1) {
      const target = api.getActiveWorkbook()?.getSheetBySheetId(toGridId(sheetId));
      if (!target || target.isSheetHidden()) return;
      target.activate();
      if (a1) target.getRange(a1.replace(/\$/g, '')).activate();
    },
  };
}
