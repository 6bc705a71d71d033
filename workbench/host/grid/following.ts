// What points at rows and columns (formulas, names, metadata, protections, merges, filter) follows them when they change place.
import { type Follow, followLines } from '../text/formula-text';
import { type Box, boxInside } from './a1';
import type { Tab } from './tab';
import type { Workbook } from './workbook';

export type Axis = 'row' | 'column';

/** Lets everything that points at lines of the tab follow them. */
export function followTab(workbook: Workbook, tab: Tab, axis: Axis, follow: Follow): void {
  rewriteFormulas(workbook, (formula, home) =>
    followLines(formula, home.name, { sheet: tab.name, axis }, follow),
  );
  const line = (at: number): number | null => follow(at, at)?.[0] ?? null;
  workbook.names = workbook.names.filter(
    (named) => named.tabId !== tab.id || followBox(named.box, axis, follow),
  );
  workbook.protections = workbook.protections.filter(
    ({ tabId, box }) => tabId !== tab.id || !box || followBox(box, axis, follow),
  );
  workbook.metadata = workbook.metadata.filter((item) => {
    if (item.tabId !== tab.id || item.line?.axis !== axis) return true;
    const moved = line(item.line.at);
    if (moved !== null) item.line = { axis, at: moved };
    return moved !== null;
  });
  tab.merges = tab.merges.filter(
    (box) => followBox(box, axis, follow) && box.rows * box.columns > 1,
  );
  followFilter(tab, axis, follow, line);
  const { active } = workbook;
  if (active.tabId === tab.id && !boxInside(active.box, tab)) {
    workbook.active = { tabId: tab.id, box: { row: 1, column: 1, rows: 1, columns: 1 } };
  }
}

function followFilter(
  tab: Tab,
  axis: Axis,
  follow: Follow,
  line: (at: number) => number | null,
): void {
  const { filter } = tab;
  if (!filter) return;
  if (!followBox(filter.box, axis, follow)) {
    tab.filter = null;
    return;
  }
  if (axis === 'row') {
    filter.hidden = new Set([...filter.hidden].map(line).filter((row) => row !== null));
  } else if (filter.only) {
    const column = line(filter.only.column);
    // Without its column a criterion hides nothing any more.
    if (column === null) Object.assign(filter, { only: null, hidden: new Set() });
    else filter.only.column = column;
  }
}

/** Gives every formula its new text; one that lost a reference waits for its result. */
export function rewriteFormulas(
  workbook: Workbook,
  rewrite: (formula: string, home: Tab) => string,
): void {
  for (const home of workbook.tabs) {
    for (const { cell } of home.formulas()) {
      const text = rewrite(cell.f, home);
      if (text.includes('#REF!') && !cell.f.includes('#REF!')) cell.awaiting = true;
      cell.f = text;
    }
  }
}

/** @returns whether any of the box is left */
function followBox(box: Box, axis: Axis, follow: Follow): boolean {
  const [from, size] = axis === 'row' ? [box.row, box.rows] : [box.column, box.columns];
  const moved = follow(from, from + size - 1);
  if (!moved) return false;
  const count = moved[1] - moved[0] + 1;
  Object.assign(
    box,
    axis === 'row' ? { row: moved[0], rows: count } : { column: moved[0], columns: count },
  );
  return true;
}
