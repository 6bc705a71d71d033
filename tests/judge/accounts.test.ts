// Checks from outside syncs that take several steps or several accounts: what one step or account must not do to another.
import { type Bench, openBench } from '../crash/bench';
import { civilDayOf, daysBetween, plusDays } from './days';
import { createRandom } from './random';
import type { Loose, Rpc } from './workbench';
import { buildWorld, dropExpired, type JudgeAccount, makePoint, type World } from './world';

const START = Date.parse('2026-11-22T15:00:00Z');
const DAY = 86_400_000;
const TODAY = '2026-11-22';
/** So slow that each wave of 25 requests is a step of its own. */
const SLOW = 11_000;

const worldOf = (some: Partial<Parameters<typeof buildWorld>[0]>): World =>
  buildWorld({
    seed: 5,
    now: new Date(START).toISOString(),
    zones: ['America/Sao_Paulo'],
    templates: 4,
    days: 40,
    density: 0.8,
    currencies: ['BRL'],
    plainNames: true,
    ...some,
  });
const open = (world: World, fetchMs = 0): Bench => {
  const bench = openBench({ world, fetchMs });
  bench.connect();
  return bench;
};
const accountOf = (world: World, index = 0): JudgeAccount => world.accounts[index] as JudgeAccount;
const refusal = (code: number, status = 400) => ({
  status,
  headers: {},
  body: JSON.stringify({ error: { code, message: 'no', type: 'OAuthException' } }),
});
const november = (to = TODAY) => ({ from: '2026-11-01', to, templates: 'all' as const });

/** The rows as records by header. */
function rowsOf(bench: Bench): Record<string, Loose>[] {
  const [header = [], ...lines] = bench.host.range('WA Daily').values;
  return lines.map((line) =>
    Object.fromEntries(header.map((title, i) => [String(title), line[i]])),
  );
}
const sumOf = (bench: Bench, column: string): number =>
  rowsOf(bench).reduce((sum, row) => sum + (Number(row[column]) || 0), 0);
const answerOf = (ending: ReturnType<Bench['call']>): Rpc => {
  if (ending.died !== null) throw new Error(ending.died);
  return ending.answer;
};
const valueIn = (answer: Rpc): Loose => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
};
const codesOf = (answer: Loose): string[] =>
  answer.notices.map((notice: { code: string }) => notice.code);

describe('a sync that was put aside', () => {
  const putAside = () => {
    const world = worldOf({ templates: 220, days: 30, density: 0.2 });
    const bench = open(world, SLOW);
    bench.sync(november());
    bench.setNow(START + DAY);
    const { cursor } = valueIn(answerOf(bench.syncOnce(november('2026-11-23'), null)));
    return { world, bench, cursor };
  };

  test('for days is refused, so that what Meta dropped meanwhile is not taken for news', () => {
    const { world, bench, cursor } = putAside();
    bench.setNow(START + 12 * DAY);
    for (const { points } of accountOf(world).templates) {
      for (const [day, point] of points) if (day < '2026-11-27') dropExpired(point);
    }
    const read = sumOf(bench, 'Read');
    expect(read).toBeGreaterThan(0);
    expect(answerOf(bench.syncOnce(november('2026-11-23'), cursor))).toMatchObject({
      ok: false,
      error: { code: 'bad-input', message: expect.stringContaining('can no longer be continued') },
    });
    bench.sync(november('2026-12-04'));
    expect(sumOf(bench, 'Read')).toBe(read);
  });

  test('over midnight goes on, but by the look-back of the new day', () => {
    const { world, bench, cursor } = putAside();
    // Eight days before the new day: the last day of the look-back only for the day before.
    const edge = plusDays('2026-11-24', -8);
    bench.setNow(START + 2 * DAY);
    for (const { points } of accountOf(world).templates) {
      const point = points.get(edge);
      if (point) dropExpired(point);
    }
    const read = sumOf(bench, 'Read');
    const step = valueIn(answerOf(bench.syncOnce(november('2026-11-23'), cursor)));
    expect(step.counts.held).toBeGreaterThan(0);
    expect(sumOf(bench, 'Read')).toBe(read);
  });
});
