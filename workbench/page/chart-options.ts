// What a chart's options say of its drawing, by the names of Google's chart gallery; what is not known is ignored.
import type { ChartData, Json } from '../host/api';
import { getOption } from '../host/grid/charts';

export interface AxisOptions {
  title: string;
  min: number | null;
  max: number | null;
}
export interface SeriesOptions {
  kind: 'line' | 'bars';
  /** On the left axis, or on the right one. */
  axis: 0 | 1;
  color: string;
  /** In place of the header's text. */
  name: string | null;
  width: number;
  dash: string;
  /** Radius of its points. */
  point: number;
}
export interface DrawingOptions {
  title: string;
  subtitle: string;
  legend: 'right' | 'top' | 'bottom' | 'none';
  xTitle: string;
  axes: [AxisOptions, AxisOptions];
  width: number;
  height: number;
  stacked: boolean;
  series: (index: number) => SeriesOptions;
}

/** The colours that Sheets gives series, in their order. */
const palette = ['#4285f4', '#ea4335', '#fbbc04', '#34a853', '#ff6d01', '#46bdc6'];
const legends = ['right', 'top', 'bottom', 'none'] as const;

export function readOptions({
  kind,
  options,
}: Pick<ChartData, 'kind' | 'options'>): DrawingOptions {
  const get = (path: string): Json => getOption(options, path);
  const text = (...paths: string[]): string =>
    (paths.map(get).find((value) => typeof value === 'string') as string | undefined) ?? '';
  const number = (...paths: string[]): number | null =>
    (paths.map(get).find((value) => typeof value === 'number') as number | undefined) ?? null;
  const color = (path: string): string | null => safeColor(get(path));

  const axis = (index: number): AxisOptions => {
    const names = index === 0 ? [`vAxes.0`, 'vAxis'] : [`vAxes.${index}`];
    const all = (last: string) => names.map((name) => `${name}.${last}`);
    return {
      title: text(...all('title')),
      min: number(...all('viewWindow.min'), ...all('minValue')),
      max: number(...all('viewWindow.max'), ...all('maxValue')),
    };
  };
  const series = (index: number): SeriesOptions => {
    const own = `series.${index}`;
    const word = text(`${own}.type`) || (kind === 'COMBO' ? text('seriesType') || 'bars' : '');
    const bars = word === '' ? kind === 'COLUMN' : /^(bars|columns?)$/.test(word);
    return {
      kind: bars ? 'bars' : 'line',
      axis: number(`${own}.targetAxisIndex`) === 1 ? 1 : 0,
      color:
        color(`${own}.color`) ?? color(`colors.${index}`) ?? palette[index % palette.length] ?? '',
      name: text(`${own}.labelInLegend`) || null,
      width: number(`${own}.lineWidth`, 'lineWidth') ?? 2,
      dash: dashOf(get(`${own}.lineDashStyle`)),
      point: (number(`${own}.pointSize`, 'pointSize') ?? 0) / 2,
    };
  };
  const legend = text('legend.position', 'legend') as (typeof legends)[number];
  return {
    title: text('title'),
    subtitle: text('subtitle'),
    legend: legends.includes(legend) ? legend : 'right',
    xTitle: text('hAxis.title'),
    axes: [axis(0), axis(1)],
    width: number('width') ?? 600,
    height: number('height') ?? 371,
    stacked: get('isStacked') === true || get('isStacked') === 'absolute',
    series,
  };
}

/** A colour goes into the drawing as it is, so only what looks like one does. */
const safeColor = (value: Json): string | null =>
  typeof value === 'string' && /^(#[0-9a-f]{3,8}|[a-z]+)$/i.test(value) ? value : null;

const dashOf = (value: Json): string =>
  Array.isArray(value) && value.every((one) => typeof one === 'number') ? value.join(' ') : '';
