// What the page sees: the whole workbook at once, or the cells an event carries.
import type {
  CellData,
  ChartData,
  HostEvent,
  RangeAnswer,
  SheetSnapshot,
  WorkbookSnapshot,
} from './api';
import type { Box } from './grid/a1';
import { cellData } from './grid/cell';
import { type Changes, separateBoxes } from './grid/changes';
import type { Chart } from './grid/charts';
import { paintTab } from './grid/conditional';
import type { Tab } from './grid/tab';
import type { Workbook } from './grid/workbook';

export function snapshotOf(workbook: Workbook): WorkbookSnapshot {
  return {
    revision: workbook.revision,
    locale: workbook.locale.code,
    timeZone: workbook.zone,
    sheets: workbook.tabs.map((tab) => snapshotTab(workbook, tab)),
    activeSheet: workbook.activeTab().id,
    names: workbook.listNames(),
  };
}

function snapshotTab(workbook: Workbook, tab: Tab): SheetSnapshot {
  const cells: SheetSnapshot['cells'] = {};
  tab.rows.forEach((row, rowNumber) => {
    if (cells[rowNumber - 1] && tab.repeatsAbove(rowNumber)) {
      // The same object: the empty rows of a tab are many.
      cells[rowNumber] = cells[rowNumber - 1] as Record<number, CellData>;
      return;
    }
    let line: Record<number, CellData> | undefined;
    row?.forEach((cell, column) => {
      const data = cellData(cell);
      if (!data) return;
      line ??= {};
      line[column] = data;
    });
    if (line) cells[rowNumber] = line;
  });
  return {
    id: tab.id,
    name: tab.name,
    hidden: tab.hidden,
    rows: tab.maxRows,
    columns: tab.maxColumns,
    frozenRows: tab.frozenRows,
    frozenColumns: tab.frozenColumns,
    columnWidths: Object.fromEntries(tab.columnWidths),
    rowHeights: Object.fromEntries(tab.rowHeights),
    ...(tab.gridlinesHidden ? { gridlinesHidden: true as const } : {}),
    ...(tab.tabColor === null ? {} : { tabColor: tab.tabColor }),
    merges: tab.merges.map((box) => ({ ...box })),
    ...(tab.filter
      ? {
          filter: {
            ...tab.filter.box,
            criteria: structuredClone(tab.filter.criteria),
            hiddenRows: [...tab.filter.hidden],
          },
        }
      : {}),
    painted: paintTab(tab),
    charts: tab.charts.map(chartData),
    ...(workbook.protections.some((one) => one.foreign && one.tabId === tab.id)
      ? { guarded: true as const }
      : {}),
    cells,
  };
}

function chartData(chart: Chart): ChartData {
  const { id, kind, headers, merge, hidden, transposed, anchor, options } = chart;
  return {
    id,
    kind,
    ranges: chart.ranges.map(({ tabId, box }) => ({ sheetId: tabId, ...box })),
    headers,
    stacked: merge === 'MERGE_ROWS',
    transposed,
    showsHidden: hidden === 'SHOW_BOTH' || hidden === 'IGNORE_COLUMNS',
    anchor: { ...anchor },
    options: structuredClone(options),
  };
}

/** The events for what changed, in the order a page can apply them. A reload makes cell events needless. */
export function eventsOf(workbook: Workbook, changes: Changes): HostEvent[] {
  const events: HostEvent[] = [];
  if (changes.reload) events.push({ kind: 'reload' });
  else {
    for (const tab of workbook.tabs) {
      for (const box of separateBoxes(changes.drawn.get(tab.id) ?? [])) {
        events.push(cellsEvent(tab, box));
      }
      const repaint =
        changes.painted.has(tab.id) || (tab.conditional.length > 0 && changes.valued.has(tab.id));
      if (repaint) events.push(paintEvent(tab));
    }
  }
  if (changes.names) events.push({ kind: 'names', names: workbook.listNames() });
  return [...events, ...changes.events];
}

export const paintEvent = (tab: Tab): HostEvent => ({
  kind: 'paint',
  sheetId: tab.id,
  painted: paintTab(tab),
});

function cellsEvent(tab: Tab, box: Box): HostEvent {
  const cells: (CellData | null)[][] = [];
  for (let row = box.row; row < box.row + box.rows; row++) {
    const line: (CellData | null)[] = [];
    for (let column = box.column; column < box.column + box.columns; column++) {
      line.push(cellData(tab.cell(row, column)));
    }
    cells.push(line);
  }
  return { kind: 'cells', sheetId: tab.id, row: box.row, column: box.column, cells };
}

/** Cells as outside checks read them. */
export function rangeAnswer(tab: Tab, box: Box): RangeAnswer {
  const answer: RangeAnswer = { values: [], formulas: [], formats: [], errors: [], pending: 0 };
  for (let row = box.row; row < box.row + box.rows; row++) {
    const values: RangeAnswer['values'][number] = [];
    const formulas: string[] = [];
    const formats: string[] = [];
    const errors: string[] = [];
    for (let column = box.column; column < box.column + box.columns; column++) {
      const cell = tab.cell(row, column);
      values.push(cell?.e ? '#ERROR!' : (cell?.v ?? ''));
      formulas.push(cell?.f ?? '');
      formats.push(cell?.n ?? '');
      errors.push(cell?.e ?? '');
      if (cell?.f && (cell.awaiting || cell.dirty > 0)) answer.pending++;
    }
    answer.values.push(values);
    answer.formulas.push(formulas);
    answer.formats.push(formats);
    answer.errors.push(errors);
  }
  return answer;
}
