// What points at rows and columns (formulas, names, metadata, protections, merges, filter, conditional formats, charts)
// follows them when they change place.
import { type Follow, followLines } from '../text/formula-text';
import { boxInside } from './a1';
import { followCharts } from './charts';
import { applyFilter } from './filtering';
import { followBox } from './follow-box';
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
  for (const rule of tab.conditional) {
    rule.boxes = rule.boxes.filter((box) => followBox(box, axis, follow));
  }
  tab.conditional = tab.conditional.filter(({ boxes }) => boxes.length > 0);
  followCharts(workbook, tab, axis, follow);
  followFilter(workbook, tab, axis, follow, line);
  const { active } = workbook;
  if (active.tabId === tab.id && !boxInside(active.box, tab)) {
    workbook.active = { tabId: tab.id, box: { row: 1, column: 1, rows: 1, columns: 1 } };
  }
}

function followFilter(
  workbook: Workbook,
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
    return;
  }
  const before = filter.criteria.length;
  filter.criteria = filter.criteria.flatMap(({ column, hide }) => {
    const at = line(column);
    return at === null ? [] : [{ column: at, hide }];
  });
  // Without its column a criterion hides nothing any more.
  if (filter.criteria.length < before) applyFilter(workbook, tab);
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
