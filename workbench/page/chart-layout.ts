// Where everything of a chart stands: its plot, the scales of its axes, the labels that find room, the legend.
import type { Locale } from '../host/text/locale';
import type { AxisOptions, DrawingOptions, SeriesOptions } from './chart-options';
import { axisPattern, extent, type Scale, scaleFor, tickText } from './chart-scale';
import type { ChartTable } from './chart-table';
import { shorten, widthOf } from './svg';

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}
interface Axis {
  ticks: { value: number; text: string }[];
  /** The height of a number in the drawing. */
  place: (value: number) => number;
  /** How wide its numbers are. */
  room: number;
}
interface PlotSeries extends Omit<SeriesOptions, 'name'> {
  index: number;
  name: string;
  /** Heights in the drawing. */
  places: (number | null)[];
}
interface Column {
  series: PlotSeries;
  /** Which of the columns beside each other. */
  group: number;
  /** Which label it stands over. */
  index: number;
  from: number;
  to: number;
}
interface LegendEntry {
  x: number;
  y: number;
  name: string;
  color: string;
  line: boolean;
}
interface Plot {
  table: ChartTable;
  box: Box;
  left: Axis;
  right: Axis | null;
  labels: { index: number; text: string }[];
  /** Width that one label has. */
  slot: number;
  series: PlotSeries[];
  columns: Column[];
  legend: LegendEntry[];
}

const edge = 16;
const legendLine = 20;

export function plotOf(table: ChartTable, options: DrawingOptions, locale: Locale): Plot {
  const all = table.series.map((series, index) => {
    const own = options.series(index);
    return { ...own, index, name: own.name ?? series.name, places: [] as (number | null)[] };
  });
  const { legend, ...room } = layLegend(all, options);
  const sides = ([0, 1] as const).map((axis) => ({
    axis,
    own: all.filter((one) => one.axis === axis),
  }));
  const [leftSide, rightSide] = sides.map(({ axis, own }) =>
    numbersOf(table, own, options.stacked, options.axes[axis]),
  ) as [Numbers, Numbers];
  const first =
    leftSide.used || !rightSide.used ? scaleOf(leftSide, 5, false) : { ticks: [], step: 1 };
  const second = rightSide.used
    ? scaleOf(rightSide, leftSide.used ? first.ticks.length - 1 : 5, leftSide.used)
    : null;
  const leftTexts = textsOf(first, leftSide.pattern, locale);
  const rightTexts = second && textsOf(second, rightSide.pattern, locale);
  const leftRoom = widest(leftTexts);
  const rightRoom = rightTexts ? widest(rightTexts) : 0;
  const titled = (axis: AxisOptions): number => (axis.title ? 22 : 0);
  const box: Box = {
    left: edge + titled(options.axes[0]) + leftRoom + 8,
    top: room.top,
    width: 0,
    height: 0,
  };
  const rightEnd =
    options.width - room.right - (second ? rightRoom + 12 + titled(options.axes[1]) : 0);
  box.width = Math.max(20, rightEnd - box.left);
  box.height = Math.max(
    20,
    options.height - room.bottom - box.top - 26 - (options.xTitle ? 20 : 0),
  );
  const left = axisOf(first, leftTexts, box, leftRoom);
  const right = second && rightTexts ? axisOf(second, rightTexts, box, rightRoom) : null;
  const slot = box.width / Math.max(1, table.labels.length);
  for (const one of all) {
    const axis = one.axis === 1 && right ? right : left;
    const values = table.series[one.index]?.values ?? [];
    one.places = values.map((value) => (value === null ? null : axis.place(value)));
  }
  const columns = columnsOf(table, all, options.stacked, (one) =>
    one.axis === 1 && right ? right : left,
  );
  return {
    table,
    box,
    left,
    right,
    labels: layLabels(table, slot),
    slot,
    series: all,
    columns,
    legend,
  };
}

interface Numbers {
  used: boolean;
  least: number;
  most: number;
  pattern: string;
}

/** What an axis has to cover. */
function numbersOf(
  table: ChartTable,
  own: PlotSeries[],
  stacked: boolean,
  { min, max }: AxisOptions,
): Numbers {
  const lines = own.filter(({ kind }) => kind === 'line' || !stacked);
  const numbers = lines.flatMap(
    ({ index }) => table.series[index]?.values.filter((value) => value !== null) ?? [],
  );
  const bars = own.filter(({ kind }) => kind === 'bars');
  if (stacked) {
    table.labels.forEach((_, at) => {
      const values = bars.map(({ index }) => table.series[index]?.values[at] ?? 0);
      for (const sign of [1, -1]) {
        numbers.push(values.reduce((sum, value) => (value * sign > 0 ? sum + value : sum), 0));
      }
    });
  }
  const [least, most] = extent(numbers, bars.length > 0);
  const pattern = own.map(({ index }) => table.series[index]?.pattern).find((one) => one) ?? '';
  return { used: own.length > 0, least: min ?? least, most: max ?? most, pattern };
}

const scaleOf = ({ least, most }: Numbers, intervals: number, exactly: boolean): Scale =>
  scaleFor(least, Math.max(most, least), intervals, exactly);

const textsOf = ({ ticks, step }: Scale, pattern: string, locale: Locale): string[] =>
  ticks.map((tick) => tickText(tick, axisPattern(pattern, step), locale));

const widest = (texts: string[]): number =>
  Math.max(0, ...texts.map((content) => widthOf(content, 11)));

function axisOf({ ticks }: Scale, texts: string[], box: Box, room: number): Axis {
  const [least, most] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  return {
    ticks: ticks.map((value, index) => ({ value, text: texts[index] ?? '' })),
    place: (value) => box.top + box.height * (1 - (value - least) / (most - least || 1)),
    room,
  };
}

function columnsOf(
  table: ChartTable,
  all: PlotSeries[],
  stacked: boolean,
  axisFor: (series: PlotSeries) => Axis,
): Column[] {
  const bars = all.filter(({ kind }) => kind === 'bars');
  const columns: Column[] = [];
  table.labels.forEach((_, index) => {
    const heights = { up: 0, down: 0 };
    bars.forEach((series, group) => {
      const value = table.series[series.index]?.values[index];
      if (value === null || value === undefined) return;
      const axis = axisFor(series);
      const way = value < 0 ? 'down' : 'up';
      const start = stacked ? heights[way] : Math.max(0, axis.ticks[0]?.value ?? 0);
      const end = stacked ? start + value : value;
      heights[way] = end;
      const [from, to] = [axis.place(start), axis.place(end)];
      columns.push({ series, group: stacked ? 0 : group, index, from, to });
    });
  });
  return columns;
}

/** As many labels as find room, at equal distances. */
function layLabels({ labels }: ChartTable, slot: number): Plot['labels'] {
  const most = Math.max(slot - 6, 84);
  const texts = labels.map((label) => shorten(label, 11, most));
  const every = Math.max(1, Math.ceil((widest(texts) + 10) / slot));
  return texts.flatMap((content, index) => (index % every === 0 ? [{ index, text: content }] : []));
}

/** The legend's entries, and what it leaves of the drawing. */
function layLegend(
  all: PlotSeries[],
  { legend, title, subtitle, width, height }: DrawingOptions,
): { legend: LegendEntry[]; top: number; right: number; bottom: number } {
  const top = (title ? 40 : edge) + (subtitle ? 18 : 0);
  const named = all.filter(({ name }) => name !== '');
  const free = { legend: [], top: top + 8, right: edge, bottom: edge };
  if (legend === 'none' || named.length === 0) return free;
  const entry = (one: PlotSeries, name: string, x: number, y: number): LegendEntry => ({
    x,
    y,
    name,
    color: one.color,
    line: one.kind === 'line',
  });
  if (legend === 'right') {
    const room = Math.min(
      width * 0.28,
      18 + Math.max(...named.map(({ name }) => widthOf(name, 12))),
    );
    const entries = named.map((one, index) =>
      entry(
        one,
        shorten(one.name, 12, room - 18),
        width - edge - room,
        top + 18 + index * legendLine,
      ),
    );
    return { ...free, legend: entries, right: room + edge + 16 };
  }
  const entries: LegendEntry[] = [];
  let [x, lines] = [edge, 1];
  for (const one of named) {
    const name = shorten(one.name, 12, width - 2 * edge - 18);
    const size = 18 + widthOf(name, 12) + 16;
    if (x > edge && x + size > width - edge) [x, lines] = [edge, lines + 1];
    entries.push(entry(one, name, x, lines * legendLine));
    x += size;
  }
  const room = lines * legendLine;
  const start = legend === 'top' ? top - 4 : height - edge - room;
  for (const one of entries) one.y += start;
  return legend === 'top'
    ? { ...free, legend: entries, top: top + room + 12 }
    : { ...free, legend: entries, bottom: edge + room + 8 };
}
