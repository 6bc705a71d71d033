// Finds the tab and the cells to show again when a workbook of another shape is drawn.
import type { GridRange } from './structure';

export interface TabsInView {
  /** Grid ids of the tabs in their order. */
  order: string[];
  active: string;
}

/** The tab seen before, or else the one that stands where it stood. */
export function tabToShow(view: TabsInView, visible: string[]): string | undefined {
  if (visible.includes(view.active)) return view.active;
  const at = view.order.indexOf(view.active);
  const after = view.order.slice(at + 1).find((id) => visible.includes(id));
  return (
    after ??
    view.order
      .slice(0, at)
      .reverse()
      .find((id) => visible.includes(id)) ??
    visible[0]
  );
}

/** What is left of a selection in a tab that may have fewer lines now; whole lines stay whole. */
export function clipSelection(
  { startRow, endRow, startColumn, endColumn }: GridRange,
  rows: number,
  columns: number,
  whole: 'rows' | 'columns' | 'none',
): GridRange {
  const row = Math.min(startRow, rows - 1);
  const column = Math.min(startColumn, columns - 1);
  return {
    startRow: whole === 'columns' ? 0 : row,
    endRow: whole === 'columns' ? rows - 1 : Math.max(row, Math.min(endRow, rows - 1)),
    startColumn: whole === 'rows' ? 0 : column,
    endColumn: whole === 'rows' ? columns - 1 : Math.max(column, Math.min(endColumn, columns - 1)),
  };
}
