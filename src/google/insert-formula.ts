// Puts one formula into the selected cell, where nothing stands in its way.
import { AddonError } from '../core/errors';
import { marksOn } from './area';
import { lettersOf } from './area-plan';
import { refuseProtected, refuseRules } from './guard';
import { TAB_MARK } from './tabs';
import type { Range } from './types';

/** What a named cell holds; undefined where the name is gone, as a formula without it. */
export const readNamed = (name: string): unknown =>
  SpreadsheetApp.getActiveSpreadsheet().getRangeByName(name)?.getValue();

/**
 * Writes a formula into the selected cell, growing the grid where its answer would not fit.
 *
 * @param rows of its answer
 * @param columns of its answer
 * @throws AddonError 'no-cell' | 'own-tab' | 'cell-taken' | 'tab-protected' | 'cell-rule'; nothing is written then
 */
export function insertFormula(
  formula: string,
  rows: number,
  columns: number,
): { tab: string; cell: string } {
  const cell = SpreadsheetApp.getActiveSpreadsheet().getCurrentCell() as Range | null;
  if (!cell) throw new AddonError('no-cell');
  const sheet = cell.getSheet();
  // Every tab of ours carries the mark, whatever it is called now.
  if (marksOn(sheet, TAB_MARK).length > 0) {
    throw new AddonError('own-tab', { tab: sheet.getName() });
  }
  const [row, column] = [cell.getRow(), cell.getColumn()];
  const [lastRow, lastColumn] = [row + rows - 1, column + columns - 1];
  const [mostRows, mostColumns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  const area = sheet.getRange(
    row,
    column,
    Math.min(lastRow, mostRows) - row + 1,
    Math.min(lastColumn, mostColumns) - column + 1,
  );
  const a1 = cell.getA1Notation();
  const isTable = rows * columns > 1;
  refuseFilled(area, isTable ? `${a1}:${lettersOf(lastColumn)}${lastRow}` : '');
  refuseProtected(sheet, [area]);
  // One value may well stand in merged cells; a table cannot be spread over them.
  if (isTable || !cell.isPartOfMerge()) refuseRules(sheet, area);
  if (lastRow > mostRows) sheet.insertRowsAfter(mostRows, lastRow - mostRows);
  if (lastColumn > mostColumns) sheet.insertColumnsAfter(mostColumns, lastColumn - mostColumns);
  cell.setFormula(formula);
  return { tab: sheet.getName(), cell: a1 };
}

/** A formula that shows nothing fills its cell too. */
function refuseFilled(area: Range, size: string): void {
  const formulas = area.getFormulas();
  area.getValues().forEach((line, row) => {
    line.forEach((value, column) => {
      if (value === '' && !formulas[row]?.[column]) return;
      const cell = area.getCell(row + 1, column + 1).getA1Notation();
      throw new AddonError('cell-taken', { cell, size });
    });
  });
}
