// Reads the cells of a chart's ranges as labels and series of numbers.
import type { ChartData, SheetBox } from '../host/api';

export interface ChartCell {
  value: string | number | boolean | null;
  /** As the cell shows it. */
  text: string;
  /** Its number format. */
  pattern: string;
}
export interface Series {
  name: string;
  /** Null where the cell holds no number: the line has a gap there. */
  values: (number | null)[];
  texts: string[];
  /** The number format of its first number. */
  pattern: string;
}
export interface ChartTable {
  labels: string[];
  series: Series[];
}

export interface CellReader {
  cell(sheetId: number, row: number, column: number): ChartCell;
  isRowShown(sheetId: number, row: number): boolean;
}

export const emptyCell: ChartCell = { value: null, text: '', pattern: '' };

/** The first column is the labels, unless there is only one. Empty rows at the end are left out. */
export function readTable(chart: ChartData, reader: CellReader): ChartTable {
  const parts = chart.ranges.map((range) => readRange(range, chart.showsHidden, reader));
  const merged = chart.stacked ? parts.flat() : besides(parts);
  const rows = chart.transposed ? turned(merged) : merged;
  while (rows.at(-1)?.every(({ value }) => value === null)) rows.pop();
  const headers = Math.min(chart.headers < 0 ? headersOf(rows) : chart.headers, rows.length);
  const body = rows.slice(headers);
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const first = columns > 1 ? 1 : 0;
  const labels = body.map((row, index) => (first === 0 ? `${index + 1}` : (row[0]?.text ?? '')));
  const series = Array.from({ length: columns - first }, (_, index) => {
    const cells = body.map((row) => row[first + index] ?? emptyCell);
    const titles = rows.slice(0, headers).map((row) => row[first + index]?.text ?? '');
    return toSeries(titles.join(' ').trim(), cells);
  });
  return { labels, series };
}

function toSeries(name: string, cells: ChartCell[]): Series {
  return {
    name,
    values: cells.map(({ value }) => (typeof value === 'number' ? value : null)),
    texts: cells.map(({ text }) => text),
    pattern: cells.find(({ value }) => typeof value === 'number')?.pattern ?? '',
  };
}

function readRange(
  { sheetId, row, column, rows, columns }: SheetBox,
  showsHidden: boolean,
  reader: CellReader,
): ChartCell[][] {
  const grid: ChartCell[][] = [];
  for (let at = row; at < row + rows; at++) {
    if (!showsHidden && !reader.isRowShown(sheetId, at)) continue;
    grid.push(Array.from({ length: columns }, (_, i) => reader.cell(sheetId, at, column + i)));
  }
  return grid;
}

/** Ranges beside each other: their rows become one. */
function besides(parts: ChartCell[][][]): ChartCell[][] {
  const height = Math.max(0, ...parts.map((part) => part.length));
  return Array.from({ length: height }, (_, row) =>
    parts.flatMap((part) => part[row] ?? part[0]?.map(() => emptyCell) ?? []),
  );
}

const turned = (rows: ChartCell[][]): ChartCell[][] =>
  (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? emptyCell));

/** A first row of texts over numbers is a header. */
function headersOf([first = [], second = []]: ChartCell[][]): number {
  const over = first.some(
    ({ value }, column) => typeof value === 'string' && typeof second[column]?.value === 'number',
  );
  return over ? 1 : 0;
}
