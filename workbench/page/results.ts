// Tells the host what the engine computed: values, error texts and spilled cells of all formulas.
import {
  CellValueType,
  type ICellData,
  ICommandService,
  type Injector,
  type Nullable,
} from '@univerjs/core';
import {
  FormulaDataModel,
  FormulaExecutedStateType,
  type ISetFormulaCalculationNotificationMutation,
  SetFormulaCalculationNotificationMutation,
} from '@univerjs/preset-sheets-core';
import type { ComputedCell } from '../host/api';
import { client } from './client';
import { toHostId, unreadableText, workbookId } from './convert';
import { unreadableFormula } from './dialect';
import type { FunctionMemory } from './functions';
import type { Grid } from './grid';
import { functionError } from './values';

/** What Sheets tells a person who points at an error of a built-in function. */
const errorTexts: Record<string, string> = {
  '#DIV/0!': 'Division by zero.',
  '#N/A': 'The value was not found.',
  '#NAME?': 'Unknown function or range name.',
  '#NULL!': 'The ranges do not meet.',
  '#NUM!': 'A number is out of range.',
  '#REF!': 'The reference does not exist.',
  '#SPILL!': 'Array result was not expanded because it would overwrite data.',
  '#VALUE!': 'A value has the wrong type.',
  '#CALC!': 'The formula could not be calculated.',
};

function readValue(cell: Nullable<ICellData>): ComputedCell['value'] {
  if (!cell || cell.v === undefined || cell.v === null || cell.v === '') return null;
  if (cell.t === CellValueType.BOOLEAN) return cell.v === 1 || cell.v === true || cell.v === 'TRUE';
  return cell.v;
}

export interface Results {
  /** Text of the error a cell shows, or null. Rows and columns count from 0. */
  errorAt(gridId: string, row: number, column: number): string | null;
  /** Says that the host waits for results up to this revision. */
  expect(revision: number): void;
  /** Forgets what was sent: the next round sends everything. */
  restart(revision: number): void;
}

/** Calculations start about 100 ms after a change; a pause this long means none is coming. */
const quietMs = 350;

export function watchResults(injector: Injector, grid: Grid, memory: FunctionMemory): Results {
  const formulas = injector.get(FormulaDataModel);
  let revision = 0;
  let wanted = false;
  let running = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  /** Cells filled by a spill when results were sent last. */
  let spilledBefore = new Set<string>();

  function errorAt(gridId: string, row: number, column: number): string | null {
    const cell = grid.sheet(gridId)?.getCellRaw(row, column);
    const value = cell?.v;
    if (!cell?.f || typeof value !== 'string' || !value.startsWith('#')) return null;
    if (cell.f === unreadableFormula) return unreadableText;
    if (value === functionError) return memory.errorAt(gridId, row, column) ?? 'Error';
    return errorTexts[value] ?? null;
  }

  function collect(): ComputedCell[] {
    const cells: ComputedCell[] = [];
    const spilled = new Set<string>();
    const data = formulas.getFormulaData()[workbookId] ?? {};
    const arrays = formulas.getArrayFormulaCellData()[workbookId] ?? {};
    for (const [gridId, rows] of Object.entries(data)) {
      const sheet = grid.sheet(gridId);
      if (!sheet || !rows) continue;
      for (const [rowText, line] of Object.entries(rows)) {
        for (const columnText of Object.keys(line ?? {})) {
          const row = Number(rowText);
          const column = Number(columnText);
          const cell = sheet.getCellRaw(row, column);
          if (!cell?.f && !cell?.si) continue;
          const error = errorAt(gridId, row, column);
          const place = { sheetId: toHostId(gridId), row: row + 1, column: column + 1 };
          if (error === null) cells.push({ ...place, value: readValue(cell) });
          else {
            const shown = cell.f === unreadableFormula ? functionError : readValue(cell);
            cells.push({ ...place, value: shown, error });
          }
        }
      }
    }
    for (const [gridId, rows] of Object.entries(arrays)) {
      const sheet = grid.sheet(gridId);
      if (!sheet || !rows) continue;
      for (const [rowText, line] of Object.entries(rows)) {
        for (const [columnText, result] of Object.entries(line ?? {})) {
          const row = Number(rowText);
          const column = Number(columnText);
          if (sheet.getCellRaw(row, column)?.f || !result) continue;
          spilled.add(`${toHostId(gridId)}:${row + 1}:${column + 1}`);
          cells.push({
            sheetId: toHostId(gridId),
            row: row + 1,
            column: column + 1,
            value: readValue(result as ICellData),
          });
        }
      }
    }
    for (const place of spilledBefore) {
      if (spilled.has(place)) continue;
      const [sheetId, row, column] = place.split(':').map(Number) as [number, number, number];
      cells.push({ sheetId, row, column, value: null });
    }
    spilledBefore = spilled;
    return cells;
  }

  async function send(): Promise<void> {
    if (!wanted || running) return;
    wanted = false;
    try {
      await client.results(revision, collect());
    } catch {
      // The server is gone; when it is back the page starts afresh.
    }
  }

  function plan(): void {
    wanted = true;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      void send();
    }, quietMs);
  }

  injector.get(ICommandService).onCommandExecuted((command) => {
    if (command.id !== SetFormulaCalculationNotificationMutation.id) return;
    const params = command.params as ISetFormulaCalculationNotificationMutation;
    if (params.functionsExecutedState === undefined) {
      running = true;
      return;
    }
    running = params.functionsExecutedState === FormulaExecutedStateType.STOP_EXECUTION;
    if (!running) plan();
  });

  return {
    errorAt,
    expect(next) {
      revision = next;
      plan();
    },
    restart(next) {
      revision = next;
      spilledBefore = new Set();
      plan();
    },
  };
}
