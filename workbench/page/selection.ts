// Tells the host which tab and cells the person has selected: scripts ask for the current cell.
import { ICommandService, type Injector } from '@univerjs/core';
import {
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SheetsSelectionsService,
} from '@univerjs/preset-sheets-core';
import { boxA1 } from '../host/grid/a1';
import type { Grid } from './grid';

/** Calls back with every new selection, and at once with the present one. */
export function watchSelection(
  injector: Injector,
  grid: Grid,
  onSelect: (sheet: string, a1: string) => void,
): void {
  let told = '';
  const look = (): void => {
    const sheet = grid.workbook().getActiveSheet();
    const range = injector.get(SheetsSelectionsService).getCurrentLastSelection()?.range;
    if (!range) return;
    const { startRow, startColumn, endRow, endColumn } = range;
    const box = {
      row: startRow + 1,
      column: startColumn + 1,
      rows: endRow - startRow + 1,
      columns: endColumn - startColumn + 1,
    };
    // A selection without bounds (the whole tab) has no numbers in it.
    if (!Object.values(box).every((number) => number > 0)) return;
    const a1 = boxA1(box);
    const now = `${sheet.getName()}!${a1}`;
    if (now === told) return;
    told = now;
    onSelect(sheet.getName(), a1);
  };
  injector.get(ICommandService).onCommandExecuted(({ id }) => {
    if (id === SetSelectionsOperation.id || id === SetWorksheetActiveOperation.id) look();
  });
  look();
}
