// Tables made anew at every sync: brought to show their rows in few calls, and no cell that is not ours.
import type { CompareWords } from '../texts/compare-words';
import { type RowPlan, rawOf } from './area-plan';
import { refuseProtected, refuseRules } from './guard';
import type { Sheet } from './types';
import { readWords } from './words';

const NOTHING: RowPlan = { insert: null, write: null, clear: [] };

/** Marks with a key on a tab or on rows of it. */
export const marksOn = (sheet: Sheet, key: string) =>
  sheet.createDeveloperMetadataFinder().withKey(key).find();

/** The words of these tables in every language they may have been made in. */
export const wordsInUse = (): CompareWords[] => Object.values(readWords().compare);

/**
 * Does what is planned.
 *
 * @param plan null where the rows are right and only `prepare` is due
 * @param prepare what goes before the cells, once there is room for them
 * @throws AddonError where protection, a merge or a rule would stop us half-way; nothing is written then
 */
export function carryOut(
  sheet: Sheet,
  plan: RowPlan | null,
  width: number,
  prepare: () => void,
): void {
  const { insert, write, clear } = plan ?? NOTHING;
  const end = write ? write.first + write.cells.length - 1 : 1;
  const rows = Math.min(Math.max(end, sheet.getLastRow()), sheet.getMaxRows());
  const area = sheet.getRange(1, 1, rows, Math.min(width, sheet.getMaxColumns()));
  refuseProtected(sheet, [area]);
  refuseRules(sheet, area);
  if (insert) sheet.insertRowsBefore(insert.before, insert.count);
  const lacking = end - sheet.getMaxRows();
  if (lacking > 0) sheet.insertRowsAfter(sheet.getMaxRows(), lacking);
  prepare();
  if (write) {
    const { first, cells } = write;
    sheet.getRange(first, 1, cells.length, width).setValues(cells.map((line) => line.map(rawOf)));
  }
  for (const { first, last } of clear) {
    sheet.getRange(first, 1, last - first + 1, width).clearContent();
  }
}
