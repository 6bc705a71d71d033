// Tells of a tab's looks, for outside checks: conditional formats, filter, charts, notes, sizes.
import type { LookAnswer } from './api';
import { boxA1 } from './grid/a1';
import { type Chart, chartRanges } from './grid/charts';
import { type ConditionalRule, paintTab } from './grid/conditional';
import type { Tab } from './grid/tab';
import type { Workbook } from './grid/workbook';
import { quoteSheet } from './text/formula-text';

export function lookAnswer(workbook: Workbook, tab: Tab): LookAnswer {
  const { frozenRows, frozenColumns, gridlinesHidden, tabColor, filter } = tab;
  const heights = [...tab.rowHeights].map(([row, { height }]) => [row, height] as const);
  return {
    conditionalFormats: tab.conditional.map(ruleAnswer),
    painted: paintedCells(tab),
    filter: filter && {
      range: boxA1(filter.box),
      criteria: filter.criteria.map(({ column, hide }) => ({ column, hiddenValues: hide })),
      hiddenRows: [...filter.hidden].sort((a, b) => a - b),
    },
    charts: tab.charts.map((chart) => chartAnswer(workbook, tab, chart)),
    notes: notesOf(tab),
    frozenRows,
    frozenColumns,
    columnWidths: Object.fromEntries(tab.columnWidths),
    rowHeights: Object.fromEntries(heights),
    gridlinesHidden,
    tabColor,
  };
}

function ruleAnswer(rule: ConditionalRule): LookAnswer['conditionalFormats'][number] {
  const ranges = rule.boxes.map(boxA1);
  if ('gradient' in rule) return { ranges, gradient: rule.gradient };
  return { ranges, condition: rule.condition, ...rule.look };
}

const cellA1 = (row: number, column: number): string => boxA1({ row, column, rows: 1, columns: 1 });

function paintedCells(tab: Tab): LookAnswer['painted'] {
  const answer: LookAnswer['painted'] = {};
  for (const [row, line] of Object.entries(paintTab(tab))) {
    for (const [column, look] of Object.entries(line)) {
      answer[cellA1(Number(row), Number(column))] = look;
    }
  }
  return answer;
}

function chartAnswer(workbook: Workbook, home: Tab, chart: Chart): LookAnswer['charts'][number] {
  const { id, kind, headers, anchor, options } = chart;
  return {
    id,
    type: kind,
    ranges: chartRanges(workbook, chart).map(({ sheet, a1 }) =>
      sheet === home.name ? a1 : `${quoteSheet(sheet)}!${a1}`,
    ),
    numHeaders: headers,
    anchor: { row: anchor.row, column: anchor.column, offsetX: anchor.x, offsetY: anchor.y },
    options,
  };
}

function notesOf(tab: Tab): Record<string, string> {
  const notes: Record<string, string> = {};
  tab.rows.forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      if (cell?.note) notes[cellA1(row, column)] = cell.note;
    });
  });
  return notes;
}
