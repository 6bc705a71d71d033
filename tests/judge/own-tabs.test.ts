// Checks that tabs and columns a person made stay theirs where our log and hidden tab are kept.
import { type Bench, openBench } from '../crash/bench';
import { buildWorld } from './world';

const WHOLE = { from: '2026-11-01', to: '2026-11-22', templates: 'all' as const };
const open = (): Bench =>
  openBench({
    world: buildWorld({
      seed: 5,
      now: '2026-11-22T15:00:00.000Z',
      zones: ['America/Sao_Paulo'],
      templates: 4,
      days: 30,
      density: 0.6,
      currencies: ['BRL'],
      plainNames: true,
    }),
  });

test('a tab a person named `WA Index` before the first use is left alone', () => {
  const bench = open();
  const own = Array.from({ length: 6 }, (_, i) => [`mine ${i}`, `yours ${i}`]);
  bench.host.edit({ op: 'addSheet', sheet: 'WA Index' });
  bench.host.type('WA Index', 'A1:B6', own);
  bench.connect();
  bench.sync(WHOLE);
  bench.sync(WHOLE);
  expect(bench.host.range('WA Index', 'A1:B6').values).toEqual(own);
  expect(bench.host.sheets().filter(({ name }) => name.startsWith('WA Index'))).toHaveLength(2);
  expect(bench.formula('WA_SENT', '*', '2026-11-20', '2026-11-21')).toBeGreaterThan(0);
});

test('a log with a person’s column filled far below it keeps its lines, one more a sync', () => {
  const bench = open();
  bench.connect();
  bench.sync(WHOLE);
  const rows = bench.host.sheets().find(({ name }) => name === 'WA Log')?.rows ?? 0;
  bench.host.edit({ op: 'insertRows', sheet: 'WA Log', at: rows, count: 400 });
  const marks = Array.from({ length: 1_299 }, () => ['x']);
  bench.host.type('WA Log', 'L2:L1300', marks);
  for (let n = 2; n <= 4; n += 1) {
    bench.sync(WHOLE);
    const { values } = bench.host.range('WA Log');
    expect(values.slice(1).map(([when]) => when !== '')).toEqual(
      Array.from({ length: values.length - 1 }, (_, i) => i < n),
    );
    expect(bench.host.range('WA Log', 'L2:L1300').values).toEqual(marks);
  }
});
