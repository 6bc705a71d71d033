// Lets a second writer run wholly inside a first one before each of its calls, and leaves holders dead.
import type { Json } from '../../workbench/host/api';
import type { RpcError } from '../judge/workbench';
import { type Bench, openBench } from './bench';
import { faultsAtEnd, recover } from './crash';
import { openPlan, type Plan, type Reference, runOnce, runReference } from './reference';
import { dailyRefresh, firstSync, longBackfill } from './stories';

const size = { seed: 521, templates: 14, days: 20, density: 0.4 };
const MINUTE = 60_000;

/** The same story in a file where Ana is connected too. */
function withAna(plan: Plan): Plan {
  const bench = openPlan(plan);
  bench.connect('ana');
  return { ...plan, saved: bench.save() };
}

/** The second writer: what it was told, null when all went well. */
type Second = (bench: Bench, plan: Plan) => string | null;
const second: Record<string, Second> = {
  'another user': (bench, plan) => toldBy(bench, plan, 'ana'),
  'the same user, who clicked twice': (bench, plan) => toldBy(bench, plan, undefined),
  'the trigger': (bench) => {
    const fired = bench.host.fireTriggers();
    if (fired.length !== 1) return `${fired.length} triggers were due`;
    return fired[0]?.ok ? null : (fired[0]?.error ?? 'failed');
  },
};
function toldBy(bench: Bench, plan: Plan, user: string | undefined): string | null {
  const answer = bench.trySync(plan.payload, user, 20);
  return answer.ok ? null : answer.error.code;
}

/** The schedule is on, and its hour has come. */
function withTrigger(plan: Plan): Plan {
  const bench = openPlan(plan, plan.saved, plan.now - 2 * 60 * MINUTE);
  const answer = bench.rpc('schedule', { on: true });
  if (!answer.ok || !answer.value.on) throw new Error(`schedule: ${JSON.stringify(answer)}`);
  return { ...plan, saved: bench.save() };
}

/** CRASH=all lets the other in before every call; otherwise where a turn begins and ends, and few of the middle. */
const everything = process.env.CRASH === 'all';
const EDGE = 8;
const isLeftOut = (position: number, calls: number): boolean =>
  !everything && position > EDGE && position < calls - EDGE && position % 43 > 0;

interface Interleaved {
  positions: number;
  refused: number;
  faults: string[];
}

function interleave(reference: Reference, other: Second): Interleaved {
  const tally: Interleaved = { positions: 0, refused: 0, faults: [] };
  const { plan } = reference;
  reference.executions.forEach((execution, index) => {
    for (let position = 1; position <= execution.calls; position++) {
      if (execution.unpacking.has(position)) continue;
      if (isLeftOut(position, execution.calls)) continue;
      tally.positions += 1;
      const at = `execution ${index + 1}, call ${position}`;
      const bench = openPlan(plan, execution.saved, execution.now);
      let told: string | null = 'did not run';
      bench.onCall = ({ number }) => {
        if (number === position) told = other(bench, plan);
      };
      const step = runOnce(bench, plan, execution.cursor);
      bench.onCall = null;
      if (told === 'sync-running') tally.refused += 1;
      else if (told !== null) tally.faults.push(`${at}: the second was told ${told}`);
      if (step.fault !== null && step.fault !== 'sync-running') {
        tally.faults.push(`${at}: the first was told ${step.fault}`);
      }
      // The first goes on with its cursor; where it was overtaken it begins anew.
      const faults = step.done
        ? []
        : recover(reference, bench, step.fault === null ? step.cursor : null);
      // The lock is free again for everybody.
      faults.push(...faultsAtEnd(reference, bench));
      const last = bench.trySync(plan.payload, 'ana', 20);
      if (!last.ok) faults.push(`Ana afterwards: ${last.error.code}`);
      tally.faults.push(...faults.slice(0, 2).map((fault) => `${at} (${told}): ${fault}`));
    }
  });
  return tally;
}

const STORIES: [string, () => Plan][] = [
  ['first sync', () => firstSync(size)],
  ['daily refresh', () => dailyRefresh(size)],
];

describe.each(STORIES)('%s', (name, tell) => {
  test.each(['another user', 'the same user, who clicked twice'])(
    '%s inside it before any call: rows right, no doubles, lock free',
    (who) => {
      const reference = runReference(withAna(tell()));
      const { positions, refused, faults } = interleave(reference, second[who] as Second);
      process.stdout.write(
        `${name}, ${who}: ${positions} positions, ${refused} times refused, ${faults.length} faults\n`,
      );
      expect(faults.slice(0, 8)).toEqual([]);
      // Somewhere the first one holds the ledger, and the second has to be told.
      expect(refused).toBeGreaterThan(0);
    },
    120_000,
  );
});

test('the trigger inside a daily refresh before any call: rows right, no doubles, lock free', () => {
  const reference = runReference(withTrigger(withAna(dailyRefresh(size))));
  const { positions, faults } = interleave(reference, second['the trigger'] as Second);
  process.stdout.write(`the trigger: ${positions} positions, ${faults.length} faults\n`);
  expect(faults.slice(0, 8)).toEqual([]);
}, 120_000);

test('a user inside the trigger before any call: rows right, no doubles, lock free', () => {
  const plan = withTrigger(withAna(dailyRefresh(size)));
  const reference = runReference(plan);
  const calls = countTriggerCalls(plan);
  expect(calls).toBeGreaterThan(20);
  const all: string[] = [];
  for (let position = 1; position <= calls; position++) {
    if (isLeftOut(position, calls)) continue;
    const bench = openPlan(plan);
    let told: string | null = 'did not run';
    bench.onCall = ({ number, service }) => {
      if (number !== position || service === 'HTTPResponse') return;
      told = toldBy(bench, plan, 'ana');
    };
    const [fired] = bench.host.fireTriggers();
    bench.onCall = null;
    const at = `call ${position} (${told})`;
    if (!fired?.ok) all.push(`${at}: the trigger failed: ${fired?.error}`);
    if (told !== null && told !== 'sync-running' && told !== 'did not run') all.push(at);
    const answer = bench.trySync(plan.payload, 'ana', 20);
    if (!answer.ok) all.push(`${at}: Ana afterwards: ${answer.error.code}`);
    all.push(...faultsAtEnd(reference, bench).map((fault) => `${at}: ${fault}`));
  }
  expect(all.slice(0, 8)).toEqual([]);
}, 120_000);

function countTriggerCalls(plan: Plan): number {
  const bench = openPlan(plan);
  bench.onCall = () => {};
  bench.host.fireTriggers();
  return bench.lastCalls;
}

/** Ana is told who works and since when. */
function expectRefusal(bench: Bench, plan: Plan): void {
  const answer = bench.trySync(plan.payload, 'ana');
  expect(answer).toMatchObject({ ok: false, error: { code: 'sync-running' } });
  const { message, hint } = (answer as { error: RpcError }).error;
  expect(`${message} ${hint}`).toMatch(/\d{1,2}:\d{2}/);
}

describe('a holder that died', () => {
  test.each(['freed', 'held'] as const)(
    "inside its writes, Google's lock %s: another is refused, and let in after ten minutes",
    (lock) => {
      const reference = runReference(withAna(dailyRefresh(size)));
      const { plan } = reference;
      const [execution] = reference.executions;
      const writes = firstWrite(plan);
      expect(writes).toBeGreaterThan(0);
      const bench = openPlan(plan);
      bench.host.planFault({ dieAt: writes + 1, pending: 'half', lock });
      expect(runOnce(bench, plan, execution?.cursor ?? null).fault).not.toBeNull();
      expectRefusal(bench, plan);
      bench.setNow(bench.now() + 10 * MINUTE);
      const answer = bench.trySync(plan.payload, 'ana');
      expect(answer.ok).toBe(true);
      expect(faultsAtEnd(reference, bench)).toEqual([]);
    },
  );
});

describe('between two calls of a long sync', () => {
  let reference: Reference;
  let plan: Plan;
  beforeAll(() => {
    reference = runReference(withAna(longBackfill({ ...size, templates: 520 })));
    plan = reference.plan;
    expect(reference.executions.length).toBeGreaterThan(1);
  }, 120_000);

  test('another is refused, and let in after ten minutes', () => {
    const bench = openPlan(plan);
    expect(runOnce(bench, plan, null)).toMatchObject({ done: false, fault: null });
    expectRefusal(bench, plan);
    bench.setNow(bench.now() + 10 * MINUTE);
    expect(bench.trySync(plan.payload, 'ana').ok).toBe(true);
    expect(faultsAtEnd(reference, bench)).toEqual([]);
  });

  test('the same user begins anew at once', () => {
    const bench = openPlan(plan);
    expect(runOnce(bench, plan, null)).toMatchObject({ done: false, fault: null });
    expect(bench.trySync(plan.payload).ok).toBe(true);
    expect(faultsAtEnd(reference, bench)).toEqual([]);
  });
});

test('a sync that Meta refuses leaves the lock free for another user at once', () => {
  const plan = withAna(dailyRefresh(size));
  const bench = openBench({ world: plan.world, saved: plan.saved, now: plan.now });
  let asked = 0;
  bench.graph.fault = ({ path }) => {
    if (!path.endsWith('/template_analytics')) return null;
    asked += 1;
    const error = { message: 'Session has expired', code: 190, error_subcode: 463 };
    return { status: 401, body: JSON.stringify({ error }) };
  };
  const answer = bench.trySync(plan.payload);
  expect(answer.ok).toBe(false);
  expect(asked).toBeGreaterThan(0);
  bench.graph.fault = null;
  expect(bench.trySync(plan.payload, 'ana').ok).toBe(true);
});

test('a tab that may not be written leaves the lock free for another user at once', () => {
  const plan = withAna(dailyRefresh(size));
  const bench = openPlan(plan);
  bench.host.edit({ op: 'protect', sheet: 'WA Daily' });
  expect(bench.trySync(plan.payload)).toMatchObject({
    ok: false,
    error: { code: 'tab-protected' },
  });
  bench.host.edit({ op: 'unprotect', sheet: 'WA Daily' });
  expect(bench.trySync(plan.payload, 'ana').ok).toBe(true);
});

/** The number of the first call that writes cells in the plan's first execution. */
function firstWrite(plan: Plan): number {
  const bench = openPlan(plan);
  let first = 0;
  bench.onCall = ({ service, method, number }) => {
    if (first === 0 && service === 'Range' && method === 'setValues') first = number;
  };
  bench.call('sync', plan.payload as unknown as Json);
  return first;
}
