// Dies at every service call of a first sync, a daily refresh and a long backfill, and wants nothing lost, doubled or touched.
import { compareDaily, expectRows } from '../judge/expected';
import { crashEverywhere, type Pending } from './crash';
import { asRange, type LedgerView, theirCells } from './ledger-view';
import { type Plan, type Reference, runReference } from './reference';
import { dailyRefresh, firstSync, longBackfill } from './stories';

/** CRASH=all visits every call and way at the full amount of traffic. */
const everything = process.env.CRASH === 'all';
const density = everything ? 0.5 : 0.04;
/** Otherwise the daily refresh dies at every call, and the large stories at some, in every way. */
function stepOf(name: string, pending: Pending): number {
  if (everything || name === 'daily refresh') return 1;
  if (name === 'long backfill') return pending === 'half' ? 11 : 28;
  return pending === 'half' ? 5 : 10;
}

const STORIES: [string, () => Plan][] = [
  ['first sync', () => firstSync({ seed: 501, templates: 200, days: 89, density })],
  ['daily refresh', () => dailyRefresh({ seed: 502, templates: 60, days: 89, density })],
  [
    'long backfill',
    () => longBackfill({ seed: 503, templates: 1_120, days: 89, density: density / 10 }),
  ],
];

describe.each(STORIES)('%s', (name, tell) => {
  let reference: Reference;
  beforeAll(() => {
    reference = runReference(tell());
  }, 120_000);

  test('undisturbed, the rows are right and the user has what was theirs', () => {
    const { plan, afterView, beforeView, executions } = reference;
    const { from = '', to = '' } = plan.payload;
    expect(compareDaily(asRange(afterView), expectRows(plan.world, from, to)).slice(0, 5)).toEqual(
      [],
    );
    expect(afterView.flaws).toEqual([]);
    if (beforeView) expect(lostOf(beforeView, afterView)).toEqual([]);
    if (name === 'long backfill') expect(executions.length).toBeGreaterThanOrEqual(3);
  });

  test.each<Pending>(['lost', 'kept', 'half'])(
    'dying at any call with unflushed writes %s loses nothing',
    (pending) => {
      const step = stepOf(name, pending);
      const tally = crashEverywhere(reference, { pending: [pending], everything, step });
      const { calls, crashes, alike, left, states, faults, seconds } = tally;
      process.stdout.write(
        `${name}, ${pending}: n = ${calls} calls, ${crashes} crashes, ${alike} alike, ${left} left out, ${states} states, ${faults.length} faults, ${seconds} s\n`,
      );
      expect(crashes + alike + left).toBe(calls);
      expect(crashes).toBeGreaterThan(2);
      expect(faults.slice(0, 12)).toEqual([]);
    },
    everything ? 3_600_000 : 240_000,
  );
});

test('a formula column in the last row is filled down to the new rows', () => {
  const { beforeView, afterView } = runReference(
    dailyRefresh({ seed: 504, templates: 20, days: 30, density: 0.3 }),
  );
  const fresh = afterView.rows.filter((row) => !beforeView?.byKey.has(row.key));
  expect(fresh.length).toBeGreaterThan(3);
  for (const row of fresh) {
    expect([...row.theirs.keys()].sort()).toEqual(['Cost per sent', 'Double']);
    expect(row.theirs.get('Double')).toMatch(/^=2\*\$[A-Z]+\{row\}$/);
    expect(row.theirs.get('Cost per sent')).toMatch(/^=[A-Z]+\{row\}\/[A-Z]+\{row\}$/);
  }
});

test('a dead execution whose lock Google keeps is waited for, and then it is as if it had been freed', () => {
  const reference = runReference(
    dailyRefresh({ seed: 505, templates: 12, days: 20, density: 0.4 }),
  );
  const { faults, crashes } = crashEverywhere(reference, {
    pending: ['half'],
    everything: true,
    lock: 'held',
  });
  expect(crashes).toBeGreaterThan(50);
  expect(faults.slice(0, 8)).toEqual([]);
}, 120_000);

/** User cells of old rows that are not as they were. */
function lostOf(before: LedgerView, after: LedgerView): string[] {
  const now = theirCells(after);
  return [...theirCells(before)].flatMap(([place, text]) =>
    now.get(place) === text ? [] : [`${place}: ${now.get(place)}, was ${text}`],
  );
}
