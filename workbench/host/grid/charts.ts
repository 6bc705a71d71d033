// Charts on a tab: what they show, where they stand, and their options as a tree of plain values.
import type { Json } from '../api';
import type { Follow } from '../text/formula-text';
import { type Box, boxA1 } from './a1';
import { followBox } from './follow-box';
import type { Axis } from './following';
import type { Tab } from './tab';
import type { Workbook } from './workbook';

export type ChartKind = 'LINE' | 'COLUMN' | 'COMBO';

export interface Chart {
  id: number;
  kind: ChartKind;
  ranges: { tabId: number; box: Box }[];
  /** How many first rows are headers; below 0 it is found out by looking. */
  headers: number;
  merge: string;
  hidden: string;
  transposed: boolean;
  /** The cell that its top left corner stands in, and how many pixels inside. */
  anchor: { row: number; column: number; x: number; y: number };
  options: { [name: string]: Json };
}

export const newChart = (): Chart => ({
  id: 0,
  kind: 'COLUMN',
  ranges: [],
  headers: -1,
  merge: 'MERGE_COLUMNS',
  hidden: 'IGNORE_ROWS',
  transposed: false,
  anchor: { row: 1, column: 1, x: 0, y: 0 },
  options: {},
});

/** A number that no chart of the spreadsheet has. */
export function freshChartId(workbook: Workbook): number {
  const taken = new Set(workbook.tabs.flatMap((tab) => tab.charts.map(({ id }) => id)));
  let id = 0;
  do id = 1 + Math.floor(Math.random() * (2 ** 31 - 1));
  while (taken.has(id));
  return id;
}

type Tree = { [name: string]: Json };
const isTree = (value: Json | undefined): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Sets an option by its path (`legend.position`); null takes it away. */
export function setOption(options: Tree, path: string, value: Json): void {
  const names = path.split('.');
  const last = names.pop() as string;
  let tree = options;
  for (const name of names) {
    const branch = tree[name];
    const next: Tree = isTree(branch) ? branch : {};
    tree[name] = next;
    tree = next;
  }
  if (value === null) delete tree[last];
  else tree[last] = value;
}

/** The option at a path, or null. An array's items count as options of their number. */
export function getOption(options: Tree, path: string): Json {
  let value: Json | undefined = options;
  for (const name of path.split('.')) {
    value = Array.isArray(value)
      ? value[Number(name)]
      : isTree(value) && Object.hasOwn(value, name)
        ? value[name]
        : undefined;
  }
  return value ?? null;
}

/** Lets charts follow the lines of a tab: their ranges there, and the place of those that stand on it. */
export function followCharts(workbook: Workbook, tab: Tab, axis: Axis, follow: Follow): void {
  for (const home of workbook.tabs) {
    for (const chart of home.charts) {
      chart.ranges = chart.ranges.filter(
        ({ tabId, box }) => tabId !== tab.id || followBox(box, axis, follow),
      );
      if (home !== tab) continue;
      const most = axis === 'row' ? tab.maxRows : tab.maxColumns;
      chart.anchor[axis] = Math.min(most, followPlace(chart.anchor[axis], follow));
    }
  }
}

/** A chart whose line was deleted stands in the one that took its place. */
function followPlace(line: number, follow: Follow): number {
  const moved = follow(line, line);
  if (moved) return moved[0];
  for (let before = line - 1; before >= 1; before--) {
    const left = follow(before, before);
    if (left) return left[0] + 1;
  }
  return 1;
}

/** Takes a deleted tab's cells out of the charts elsewhere. */
export function forgetTab(workbook: Workbook, tabId: number): void {
  for (const { charts } of workbook.tabs) {
    for (const chart of charts) {
      chart.ranges = chart.ranges.filter((range) => range.tabId !== tabId);
    }
  }
}

/** A chart's ranges with their tabs' names. */
export const chartRanges = (workbook: Workbook, chart: Chart): { sheet: string; a1: string }[] =>
  chart.ranges.map(({ tabId, box }) => ({
    sheet: workbook.tabById(tabId)?.name ?? '',
    a1: boxA1(box),
  }));
