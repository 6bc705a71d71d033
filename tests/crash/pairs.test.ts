// Dies once, and dies again while recovering, in a small world: every pair of calls that leaves another state.
import { crash, crashHere, faultsAtCrash, faultsAtEnd, type Pending, recover } from './crash';
import { type Execution, openPlan, type Plan, type Reference, runReference } from './reference';
import { everything, spread } from './spread';
import { dailyRefresh, firstSync } from './stories';

/** First crashes of one story; CRASH=all has every one, and every second crash after it instead of one. */
const MOST = 90;
const WAYS: [Pending, Pending][] = everything
  ? (['lost', 'kept', 'half'] as const).flatMap((a) =>
      (['lost', 'kept', 'half'] as const).map((b): [Pending, Pending] => [a, b]),
    )
  : [
      ['half', 'half'],
      ['lost', 'kept'],
      ['kept', 'lost'],
    ];

const size = { seed: 511, templates: 12, days: 20, density: 0.4 };
const STORIES: [string, () => Plan][] = [
  ['first sync', () => firstSync(size)],
  ['daily refresh', () => dailyRefresh(size)],
];

describe.each(STORIES)('%s', (name, tell) => {
  test(
    'dying again while recovering loses nothing',
    () => {
      const reference = runReference(tell());
      const { pairs, firsts, states, faults } = crashTwice(reference);
      process.stdout.write(
        `${name}: ${firsts} states after the first crash, ${pairs} pairs, ${states} states after the second, ${faults.length} faults\n`,
      );
      expect(firsts).toBeGreaterThan(10);
      expect(pairs).toBeGreaterThan(10);
      expect(faults.slice(0, 12)).toEqual([]);
    },
    everything ? 3_600_000 : 240_000,
  );
});

function crashTwice(reference: Reference) {
  const tally = { firsts: 0, pairs: 0, states: 0, faults: [] as string[] };
  const [execution] = reference.executions;
  if (!execution) throw new Error('nothing ran');
  const firsts = new Set<string>();
  const seconds = new Set<string>();
  for (const { way1, way2, first } of spread(listFirsts(execution), MOST)) {
    const wreck = crash(reference, execution, { dieAt: first, pending: way1 });
    if (!wreck || firsts.has(`${wreck.state} ${way2}`)) continue;
    firsts.add(`${wreck.state} ${way2}`);
    tally.firsts += 1;
    // Each second crash begins from what the first one left.
    const [saved, now] = [wreck.bench.save(), wreck.bench.now()];
    for (let second = secondAfter(tally.firsts, execution); ; second += 1) {
      const bench = openPlan(reference.plan, saved, now);
      const again = crashHere(reference, bench, null, { dieAt: second, pending: way2 });
      if (!again) break;
      tally.pairs += 1;
      if (!seconds.has(again.state)) {
        seconds.add(again.state);
        tally.states += 1;
        const at = `calls ${first} (${way1}) and ${second} (${way2})`;
        const faults = [
          ...faultsAtCrash(reference, again.bench),
          ...recover(reference, again.bench),
          ...faultsAtEnd(reference, again.bench),
        ];
        tally.faults.push(...faults.slice(0, 2).map((fault) => `${at}: ${fault}`));
      }
      if (!everything) break;
    }
  }
  return tally;
}

interface First {
  way1: Pending;
  way2: Pending;
  first: number;
}

function listFirsts({ calls, alike, wet }: Execution): First[] {
  const all: First[] = [];
  for (const [way1, way2] of WAYS) {
    for (let first = 1; first <= calls; first++) {
      if (alike.has(first) || (way1 !== 'half' && !wet.has(first))) continue;
      all.push({ way1, way2, first });
    }
  }
  return all;
}

/** The first call, or one that lies elsewhere each time: parts of the golden section spread evenly, however many. */
const secondAfter = (turn: number, { calls }: Execution): number =>
  everything ? 1 : 1 + Math.floor(((turn * 0.618034) % 1) * calls);
