// Checks the judge's own statistics against published figures, and its view of the comparison against hand-made rows.
import type { Cell } from './compare-tab';
import { compareTemplates, readTemplates } from './compare-templates';
import { expectPoints } from './expected-points';
import { comparedPeriod, expectTemplates } from './expected-templates';
import { newcombe, wilson } from './statistics';
import { buildWorld } from './world';

test('the Wilson interval is the published one', () => {
  // Newcombe 1998, Statistics in Medicine 17:857, table I.
  const published: [number, number, number, number][] = [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ];
  for (const [k, n, low, high] of published) {
    const interval = wilson(k, n);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  }
  expect([wilson(3, 0), wilson(5, 4)]).toEqual([null, null]);
});

test('the interval of a difference is the published one', () => {
  // Newcombe 1998, Statistics in Medicine 17:873, table II, method 10.
  const published: [number, number, number, number, number, number][] = [
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [10, 10, 0, 10, 0.6075, 1],
  ];
  for (const [k, n, l, m, low, high] of published) {
    const interval = newcombe({ k, n }, { k: l, n: m });
    expect(interval?.low).toBeCloseTo(low, 3);
    expect(interval?.high).toBeCloseTo(high, 3);
  }
});

test('the compared days are as many, matched by weekday, or a year before', () => {
  const days = { from: '2026-11-02', to: '2026-11-11' };
  expect(comparedPeriod(days, 'none')).toBeNull();
  expect(comparedPeriod(days, 'previous')).toEqual({ from: '2026-10-23', to: '2026-11-01' });
  expect(comparedPeriod(days, 'weekday')).toEqual({ from: '2026-10-19', to: '2026-10-28' });
  expect(comparedPeriod(days, 'year')).toEqual({ from: '2025-11-02', to: '2025-11-11' });
  const week = { from: '2026-11-02', to: '2026-11-08' };
  expect(comparedPeriod(week, 'weekday')).toEqual(comparedPeriod(week, 'previous'));
});

test('a comparison that is right is found right, and each wrong cell of it is seen', () => {
  const world = buildWorld({
    seed: 21,
    now: '2026-11-22T15:00:00Z',
    zones: ['America/Sao_Paulo'],
    templates: 9,
    density: 0.6,
    marketing: 0.6,
    days: 40,
  });
  const points = expectPoints(world, '2026-10-20', '2026-11-22');
  const chosen = { from: '2026-11-08', to: '2026-11-21' };
  const wanted = expectTemplates(points, chosen, comparedPeriod(chosen, 'previous'));
  expect(wanted.length).toBeGreaterThan(6);
  const headers = [...(wanted[0]?.cells.keys() ?? []), 'Status', 'Quality', 'Text', 'Buttons'];
  const lines = wanted
    .map(({ template, cells }): Cell[] => [
      ...cells.values(),
      template.status,
      template.content?.quality ?? '',
      template.content?.text ?? '',
      template.content?.buttons.map(({ text }) => text ?? '').join(' | ') ?? '',
    ])
    .sort((a, b) => spentOf(b) - spentOf(a));
  function spentOf(line: Cell[]): number {
    return Number(line[headers.indexOf('Spent')] || 0);
  }
  const formats = headers.map((header) =>
    /^(From|To|Compared)/.test(header) ? 'yyyy-mm-dd' : / rate$/.test(header) ? '0.0%' : '',
  );
  const faultsOf = (rows: Cell[][]) =>
    compareTemplates(
      readTemplates({ values: [headers, ...rows], formats: [[], ...rows.map(() => formats)] }),
      wanted,
    );
  expect(faultsOf(lines)).toEqual([]);
  const words = new Set(wanted.flatMap(({ cells }) => [...cells.values()]));
  for (const word of ['up', 'down', 'no clear change']) expect(words).toContain(word);
  for (const [column, header] of headers.entries()) {
    if (header === 'Buttons') continue;
    const broken = lines.map((line, at) =>
      at === 2 ? line.map((cell, i) => (i === column ? `${cell}x` : cell)) : line,
    );
    expect([header, faultsOf(broken).length > 0]).toEqual([header, true]);
  }
  expect(faultsOf([...lines].reverse()).join()).toMatch(/spent more/);
  expect(faultsOf(lines.slice(1))[0]).toMatch(/^missing/);
  const total = headers.map((header) => (header === 'Sent' ? 5 : ''));
  expect(faultsOf([...lines, total])[0]).toMatch(/^extra/);
});
