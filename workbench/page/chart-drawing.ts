// Draws a chart as SVG text: lines and columns over a grid, axes, title and legend.
import type { Locale } from '../host/text/locale';
import { plotOf } from './chart-layout';
import type { DrawingOptions } from './chart-options';
import type { ChartTable } from './chart-table';
import { attribute, element, shorten, text } from './svg';

const ink = '#3c4043';
const soft = '#5f6368';
const line = '#e0e3e7';
const base = '#9aa0a6';

/** @returns a whole `<svg>` element */
export function drawChart(table: ChartTable, options: DrawingOptions, locale: Locale): string {
  const { width, height, title, subtitle } = options;
  const plot = plotOf(table, options, locale);
  const parts = [
    element('rect', { width, height, fill: '#ffffff' }),
    title && text(shorten(title, 16, width - 32), { x: 16, y: 28, size: 16, fill: ink }),
    subtitle && text(shorten(subtitle, 12, width - 32), { x: 16, y: 47, size: 12, fill: soft }),
    ...plot.legend.map(
      ({ x, y, name, color, line: isLine }) =>
        element('rect', {
          x,
          y: y - (isLine ? 5 : 9),
          width: 12,
          height: isLine ? 3 : 12,
          rx: 1.5,
          fill: color,
        }) + text(name, { x: x + 18, y: y + 1, size: 12, fill: soft }),
    ),
    ...drawAxes(plot, options),
    ...drawColumns(plot),
    ...drawLines(plot),
  ];
  if (table.labels.length === 0) {
    parts.push(text('–', { x: width / 2, y: height / 2, size: 16, fill: soft, anchor: 'middle' }));
  }
  const label = attribute(title || plot.series.map(({ name }) => name).join(', '));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}" font-family="Roboto, Arial, sans-serif">${parts.join('')}</svg>`;
}

type Plot = ReturnType<typeof plotOf>;

function drawAxes({ box, left, right, labels, slot }: Plot, options: DrawingOptions): string[] {
  const { left: x, top: y, width, height } = box;
  const parts: string[] = [];
  for (const tick of left.ticks) {
    const at = Math.round(left.place(tick.value)) + 0.5;
    const zero = tick.value === 0;
    parts.push(
      element('line', { x1: x, x2: x + width, y1: at, y2: at, stroke: zero ? base : line }),
      text(tick.text, { x: x - 8, y: at + 4, size: 11, fill: soft, anchor: 'end' }),
    );
  }
  for (const tick of right?.ticks ?? []) {
    const at = (right as NonNullable<typeof right>).place(tick.value);
    parts.push(text(tick.text, { x: x + width + 8, y: at + 4, size: 11, fill: soft }));
  }
  for (const { index, text: label } of labels) {
    const at = x + (index + 0.5) * slot;
    parts.push(text(label, { x: at, y: y + height + 18, size: 11, fill: soft, anchor: 'middle' }));
  }
  const middle = y + height / 2;
  const [leftAxis, rightAxis] = options.axes;
  const titled = { size: 12, fill: soft, anchor: 'middle' } as const;
  if (options.xTitle) {
    parts.push(text(options.xTitle, { x: x + width / 2, y: y + height + 38, ...titled }));
  }
  if (leftAxis.title) {
    parts.push(text(leftAxis.title, { x: 20, y: middle, turn: -90, ...titled }));
  }
  if (right && rightAxis.title) {
    const at = box.left + width + right.room + 20;
    parts.push(text(rightAxis.title, { x: at, y: middle, turn: 90, ...titled }));
  }
  return parts;
}

const hint = (label: string, name: string, value: string): string =>
  element('title', {}, [label, name ? `${name}: ${value}` : value].join('\n'));

function drawColumns({ box, slot, table, columns }: Plot): string[] {
  const room = slot * 0.7;
  const groups = Math.max(1, ...columns.map(({ group }) => group + 1));
  const width = Math.max(1, Math.min(48, room / groups));
  return columns.map(({ group, index, from, to, series }) => {
    const x = box.left + (index + 0.5) * slot - (width * groups) / 2 + group * width;
    const shown = table.series[series.index]?.texts[index] ?? '';
    return element(
      'rect',
      {
        x: x + (width > 6 ? 1 : 0),
        y: Math.min(from, to),
        width: width > 6 ? width - 2 : width,
        height: Math.max(0.5, Math.abs(from - to)),
        fill: series.color,
      },
      hint(table.labels[index] ?? '', series.name, shown),
    );
  });
}

function drawLines({ box, slot, table, series }: Plot): string[] {
  return series
    .filter(({ kind }) => kind === 'line')
    .flatMap((one) => {
      const points = one.places.map((y, index) =>
        y === null ? null : { x: box.left + (index + 0.5) * slot, y, index },
      );
      let path = '';
      points.forEach((point, index) => {
        if (point) path += `${points[index - 1] ? 'L' : 'M'}${place(point.x)} ${place(point.y)}`;
      });
      const dots = points.map((point, index) => {
        if (!point) return '';
        const alone = !points[index - 1] && !points[index + 1];
        const radius = Math.max(one.point, alone ? 3 : 0);
        const shown = table.series[one.index]?.texts[index] ?? '';
        const { x, y } = { x: place(point.x), y: place(point.y) };
        const dot =
          radius > 0 ? element('circle', { cx: x, cy: y, r: radius, fill: one.color }) : '';
        // A wide invisible spot shows the number to whoever points near it.
        const spot = element(
          'circle',
          { cx: x, cy: y, r: 8, fill: 'transparent' },
          hint(table.labels[index] ?? '', one.name, shown),
        );
        return dot + spot;
      });
      const stroke = element('path', {
        d: path,
        fill: 'none',
        stroke: one.color,
        'stroke-width': one.width,
        'stroke-linejoin': 'round',
        'stroke-linecap': 'round',
        ...(one.dash ? { 'stroke-dasharray': one.dash } : {}),
      });
      return [stroke, ...dots];
    });
}

const place = (number: number): number => Math.round(number * 10) / 10;
