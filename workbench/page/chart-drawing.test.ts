// Checks the drawing against the numbers it shows: heights, gaps, stacks, axes, legend, escaping.
import type { Json } from '../host/api';
import { readLocale } from '../host/text/locale';
import { drawChart } from './chart-drawing';
import { readOptions } from './chart-options';
import type { ChartTable } from './chart-table';

const series = (name: string, values: (number | null)[], pattern = '') => ({
  name,
  values,
  texts: values.map((value) => (value === null ? '' : `${value}`)),
  pattern,
});
const draw = (
  kind: 'LINE' | 'COLUMN' | 'COMBO',
  table: ChartTable,
  options: { [name: string]: Json } = {},
): string => drawChart(table, readOptions({ kind, options }), readLocale('en_US'));

/** The columns with a title, and their places. */
const columns = (svg: string) =>
  [...svg.matchAll(/<rect ([^>]*)><title>([^<]*)<\/title>/g)].map(([, attributes = '', title]) => {
    const number = (name: string) =>
      Number(new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1]);
    const fill = /fill="([^"]*)"/.exec(attributes)?.[1];
    return { x: number('x'), y: number('y'), height: number('height'), title, fill };
  });
const texts = (svg: string) => [...svg.matchAll(/<text [^>]*>([^<]*)</g)].map(([, text]) => text);

test('columns are as high as their numbers, stand on zero and say what they are', () => {
  const table = { labels: ['a', 'b', 'c'], series: [series('Sent', [10, 5, -10])] };
  const [a, b, c] = columns(draw('COLUMN', table)) as [Column, Column, Column];
  expect(a.height).toBeCloseTo(2 * b.height, 5);
  expect(c.height).toBeCloseTo(a.height, 5);
  expect(a.y + a.height).toBeCloseTo(c.y, 5);
  expect(b.y + b.height).toBeCloseTo(c.y, 5);
  expect([a.title, b.title, c.title]).toEqual(['a\nSent: 10', 'b\nSent: 5', 'c\nSent: -10']);
  expect(a.x).toBeLessThan(b.x);
});
type Column = ReturnType<typeof columns>[number];

test('stacked columns stand on each other', () => {
  const table = { labels: ['a'], series: [series('x', [3]), series('y', [6])] };
  const [x, y] = columns(draw('COLUMN', table, { isStacked: true })) as [Column, Column];
  expect(x.x).toBe(y.x);
  expect(y.y + y.height).toBeCloseTo(x.y, 5);
  expect(y.height).toBeCloseTo(2 * x.height, 5);
  const [, beside] = columns(draw('COLUMN', table)) as [Column, Column];
  expect(beside.x).toBeGreaterThan(x.x);
});

test('a line has a gap where there is no number, and a number alone is a dot', () => {
  const table = { labels: ['a', 'b', 'c', 'd', 'e'], series: [series('x', [1, 2, null, 4, null])] };
  const svg = draw('LINE', table);
  const path = / d="([^"]*)"/.exec(svg)?.[1] ?? '';
  expect(path.replace(/[^ML]/g, '')).toBe('MLM');
  expect([...svg.matchAll(/r="3"/g)]).toHaveLength(1);
  expect(svg).toContain('<title>d\nx: 4</title>');
});

test('a second axis has numbers of its own at the right', () => {
  const table = {
    labels: ['a', 'b'],
    series: [series('Sent', [2000, 1000], '#,##0'), series('Rate', [0.6, 0.3], '0.0%')],
  };
  const svg = draw('COMBO', table, {
    series: { 1: { type: 'line', targetAxisIndex: 1 } },
    vAxes: { 0: { title: 'Messages' }, 1: { title: 'Read rate' } },
    hAxis: { title: 'Day' },
    title: 'All',
  });
  expect(texts(svg)).toEqual(
    expect.arrayContaining(['All', 'Messages', 'Read rate', 'Day', '2,000', '60%', 'a', 'b']),
  );
  expect(columns(svg)).toHaveLength(2);
});

test('labels that find no room are left out, at equal distances', () => {
  const labels = Array.from({ length: 90 }, (_, i) => `2026-11-${i}`);
  const table = {
    labels,
    series: [
      series(
        'x',
        labels.map((_, i) => i),
      ),
    ],
  };
  const shown = texts(draw('LINE', table)).filter((text) => text?.startsWith('2026'));
  expect(shown.length).toBeGreaterThan(3);
  expect(shown.length).toBeLessThan(12);
  const steps = shown.map((label) => labels.indexOf(label ?? ''));
  const first = (steps[1] ?? 0) - (steps[0] ?? 0);
  expect(steps).toEqual(steps.map((_, i) => i * first));
});

test('the legend names the series at its place, or not at all', () => {
  const table = { labels: ['a'], series: [series('Sent', [1]), series('Read', [2])] };
  const at = (legend: string) =>
    [
      ...draw('LINE', table, { legend }).matchAll(
        /<text x="([\d.]+)" y="([\d.]+)"[^>]*>(Sent|Read)</g,
      ),
    ].map(([, x, y]) => [Number(x), Number(y)]);
  expect(at('none')).toEqual([]);
  const [[topX, topY], [topX2, topY2]] = at('top') as [[number, number], [number, number]];
  expect(topY).toBe(topY2);
  expect(topX).toBeLessThan(topX2);
  const [[rightX]] = at('right') as [[number, number]];
  expect(rightX).toBeGreaterThan(400);
  const [[, bottomY]] = at('bottom') as [[number, number]];
  expect(bottomY).toBeGreaterThan(topY + 250);
});

test('texts of cells cannot be anything but text', () => {
  const table = { labels: ['<b>'], series: [series('"><script>', [1])] };
  const svg = draw('COLUMN', table, { title: '<img onerror="x">' });
  expect(svg).not.toMatch(/<(script|img|b)\b/);
  expect(svg).toContain('aria-label="&lt;img onerror=&quot;x&quot;&gt;"');
});

test('a chart without data says so and breaks nothing', () => {
  expect(texts(draw('LINE', { labels: [], series: [] }))).toContain('–');
  expect(draw('LINE', { labels: ['a'], series: [series('x', [null])] })).not.toContain('NaN');
  expect(draw('COLUMN', { labels: ['a'], series: [series('x', [0])] })).not.toContain('NaN');
});
