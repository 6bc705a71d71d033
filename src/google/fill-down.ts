// Continues a person's formula columns beside ours into rows that were appended.
import type { Segment } from './table-columns';
import type { Sheet } from './types';

/** Consecutive columns. */
interface Group {
  column: number;
  count: number;
}

/**
 * Fills the formulas of row `from` down into rows below, as dragging their corner would, where the cells
 * are empty. A column of ours is never touched; one whose last row holds no formula is a person's own text.
 *
 * Two reads, and two copies for each stretch of cells to fill.
 */
export function continueFormulas(
  sheet: Sheet,
  segments: readonly Segment[],
  width: number,
  from: number,
  firstRow: number,
  count: number,
): void {
  const ours = new Set(segments.flatMap(({ column, keys }) => keys.map((_, i) => column + i)));
  const formulas = sheet.getRange(from, 1, 1, width).getFormulas()[0] ?? [];
  const columns = formulas.flatMap((text, i) => (text !== '' && !ours.has(i + 1) ? [i + 1] : []));
  const left = columns[0];
  const right = columns[columns.length - 1];
  if (left === undefined || right === undefined) return;
  const target = sheet.getRange(firstRow, left, count, right - left + 1);
  const [values, present] = [target.getValues(), target.getFormulas()];
  const isEmpty = (row: number, column: number): boolean =>
    values[row]?.[column - left] === '' && present[row]?.[column - left] === '';
  for (const { column, count: wide } of groupsOf(columns)) {
    for (const [first, rows] of emptyRows(count, (row) =>
      Array.from({ length: wide }, (_, i) => column + i).every((one) => isEmpty(row, one)),
    )) {
      const source = sheet.getRange(from, column, 1, wide);
      const cells = sheet.getRange(firstRow + first, column, rows, wide);
      // Closed by somebody else: their formula is not worth a row of ours.
      if (!cells.canEdit()) continue;
      source.copyTo(cells, SpreadsheetApp.CopyPasteType.PASTE_FORMULA, false);
      source.copyTo(cells, SpreadsheetApp.CopyPasteType.PASTE_FORMAT, false);
    }
  }
}

function groupsOf(columns: readonly number[]): Group[] {
  const groups: Group[] = [];
  for (const column of columns) {
    const last = groups[groups.length - 1];
    if (last && last.column + last.count === column) last.count += 1;
    else groups.push({ column, count: 1 });
  }
  return groups;
}

/** Stretches of empty rows as `[first, count]`, counted from 0. */
function emptyRows(count: number, isEmpty: (row: number) => boolean): [number, number][] {
  const stretches: [number, number][] = [];
  for (let row = 0; row < count; row += 1) {
    if (!isEmpty(row)) continue;
    const last = stretches[stretches.length - 1];
    if (last && last[0] + last[1] === row) last[1] += 1;
    else stretches.push([row, 1]);
  }
  return stretches;
}
