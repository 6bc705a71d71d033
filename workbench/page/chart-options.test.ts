// Checks which of the chart gallery's options the drawing follows.
import type { Json } from '../host/api';
import { readOptions } from './chart-options';

const read = (options: { [name: string]: Json }, kind: 'LINE' | 'COLUMN' | 'COMBO' = 'LINE') =>
  readOptions({ kind, options });

test('without options a chart is as Sheets makes it', () => {
  expect(read({})).toMatchObject({
    title: '',
    legend: 'right',
    width: 600,
    height: 371,
    stacked: false,
  });
  expect(read({}).series(0)).toEqual({
    kind: 'line',
    axis: 0,
    color: '#4285f4',
    name: null,
    width: 2,
    dash: '',
    point: 0,
  });
  expect(read({}, 'COLUMN').series(1)).toMatchObject({ kind: 'bars', color: '#ea4335' });
  expect(read({}, 'COMBO').series(0).kind).toBe('bars');
});

test('series are dressed one by one', () => {
  const { series } = read(
    {
      seriesType: 'line',
      colors: ['#111111', '#222222'],
      series: {
        1: { type: 'bars', targetAxisIndex: 1, color: 'teal', labelInLegend: 'Two' },
        2: { lineWidth: 4, lineDashStyle: [4, 2], pointSize: 6 },
      },
    },
    'COMBO',
  );
  expect(series(0)).toMatchObject({ kind: 'line', axis: 0, color: '#111111' });
  expect(series(1)).toMatchObject({ kind: 'bars', axis: 1, color: 'teal', name: 'Two' });
  expect(series(2)).toMatchObject({ width: 4, dash: '4 2', point: 3, color: '#fbbc04' });
});

test('axes have titles and limits of their own', () => {
  const options = read({
    hAxis: { title: 'Day' },
    vAxis: { title: 'Left', minValue: 0 },
    vAxes: { 1: { title: 'Right', viewWindow: { max: 1 } } },
    legend: 'none',
  });
  expect(options).toMatchObject({
    xTitle: 'Day',
    legend: 'none',
    axes: [
      { title: 'Left', min: 0, max: null },
      { title: 'Right', min: null, max: 1 },
    ],
  });
});

test('what is no colour and no known place is ignored', () => {
  const options = read({ colors: ['url(#x)"'], legend: { position: 'in the middle' } });
  expect(options.series(0).color).toBe('#4285f4');
  expect(options.legend).toBe('right');
});
