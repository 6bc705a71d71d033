// Keeps a ledger for 400 simulated days of faults, restatement and people, and compares it with an independent one.
import { openBench } from '../crash/bench';
import { asRange, DAILY, sumOf, viewLedger } from '../crash/ledger-view';
import { plusDays } from '../judge/days';
import { compareDaily, same } from '../judge/expected';
import { createRandom } from '../judge/random';
import { spoil } from './faults';
import { startHistory, todayOf } from './history';
import { createLedger } from './ledger';
import { createPerson } from './person';

/** SOAK=200 keeps that many templates; SOAK_DAYS that many days. */
const TEMPLATES = Number(process.env.SOAK ?? 8);
const DAYS = Number(process.env.SOAK_DAYS ?? 400);
const SEED = Number(process.env.SOAK_SEED ?? 20_260_101);
const FIRST = '2026-01-05';
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MOST_TRIES = 20;

test(
  'the ledger equals the independent one',
  () => {
    const random = createRandom(SEED);
    const history = startHistory(SEED, TEMPLATES, FIRST);
    const bench = openBench({ world: history.world, graph: { pageSize: 40, order: 'shuffled' } });
    bench.connect();
    bench.connect('ana');
    bench.graph.fault = spoil(createRandom(SEED + 1), 0.05);
    const firstAsked = plusDays(FIRST, -59);
    const ledger = createLedger(history.account, firstAsked);
    const tally = { sidebar: 0, trigger: 0, failed: 0, away: 0, most: 0 };

    const trySidebar = (today: string, user: string | undefined): boolean => {
      const from = [firstAsked, plusDays(today, -88)].sort()[1] ?? today;
      const answer = bench.trySync({ from, to: today, templates: 'all' }, user);
      return answer.ok;
    };
    const tryTrigger = (began: number): boolean => {
      bench.host.fireTriggers();
      const status = bench.rpc('status');
      return status.ok && Date.parse(status.value.lastSync ?? '') >= began;
    };
    /** Until it worked, with a pause in between: what a person or the next hour does. */
    const insist = (attempt: () => boolean, pause: number): void => {
      for (let tries = 0; !attempt(); tries++) {
        tally.failed += 1;
        if (tries === MOST_TRIES) throw new Error(`not done after ${tries} tries`);
        bench.setNow(bench.now() + pause);
      }
    };

    const noon = Date.parse(`${FIRST}T15:00:00Z`);
    insist(() => trySidebar(FIRST, undefined), HOUR_MS / 4);
    ledger.sync(FIRST);
    const person = createPerson(bench, createRandom(SEED + 2));
    const scheduled = bench.rpc('schedule', { on: true });
    expect(scheduled).toMatchObject({ ok: true, value: { on: true, mine: true } });

    let backOn = 0;
    for (let n = 1; n <= DAYS; n++) {
      // Seven in the morning of the account.
      bench.setNow(noon + n * DAY_MS - 5 * HOUR_MS);
      const today = todayOf(bench.now());
      history.nextDay(today);
      if (n % 23 === 0) history.remove();
      if (n % 23 === 5) history.remake();
      if (n % 31 === 0) history.rename();
      if (n % 37 === 0) history.recategorize();
      if (n % 41 === 0) history.blank(plusDays(today, -2));
      // Now and then nobody is there; once for so long that Meta has dropped counts meanwhile.
      if (n === 170) backOn = n + 13;
      else if (n > backOn && random.chance(0.04)) backOn = n + random.int(1, 3);
      if (n < backOn && n % 41 !== 0) {
        tally.away += 1;
        continue;
      }
      person.work(today);
      if (n % 3 === 1) {
        const began = bench.now();
        insist(() => tryTrigger(began), HOUR_MS);
        tally.trigger += 1;
      } else {
        insist(() => trySidebar(today, n % 3 === 2 ? 'ana' : undefined), HOUR_MS / 4);
        tally.sidebar += 1;
      }
      if (todayOf(bench.now()) !== today) throw new Error(`day ${n} took past midnight`);
      ledger.sync(today);
      if (n % 50 === 0 || n === DAYS) compareAll(n, today);
    }
    expect(bench.graph.violations).toEqual([]);
    expect(bench.foreign).toEqual([]);
    process.stdout.write(
      `${DAYS} days, ${ledger.rows.size} rows, ${tally.sidebar} by hand, ${tally.trigger} by trigger, ${tally.failed} tries failed, ${tally.away} days away, stores at most ${tally.most} bytes\n`,
    );
    expect(tally.failed).toBeGreaterThan(5);

    function compareAll(n: number, today: string): void {
      const snapshot = bench.snapshot();
      const view = viewLedger(snapshot);
      if (!view) throw new Error(`day ${n}: no ${DAILY}`);
      const at = (fault: string): string => `day ${n}: ${fault}`;
      const faults = compareDaily(asRange(view), [...ledger.rows.values()]);
      faults.push(...view.flaws, ...person.missing(view));
      const cold = openBench({ world: history.world, saved: bench.save(), now: bench.now() });
      for (const [name, title] of [
        ['WA_SENT', 'Sent'],
        ['WA_DELIVERED', 'Delivered'],
        ['WA_CLICKS', 'Link clicks'],
        ['WA_SPENT', 'Spent'],
      ] as const) {
        for (const host of [bench.host, cold.host]) {
          const answer = host.formula(name, ['*', firstAsked, today]);
          const value = answer.ok ? answer.value : answer.error.message;
          const wanted = sumOf(view, title);
          if (!same(value, wanted)) faults.push(`${name}: ${value}, not ${wanted}`);
        }
      }
      const state = JSON.parse(bench.save());
      const bytes = Buffer.byteLength(JSON.stringify(state.properties));
      tally.most = Math.max(tally.most, bytes);
      if (bytes > 400_000) faults.push(`the stores hold ${bytes} bytes`);
      if (state.triggers.length > 1) faults.push(`${state.triggers.length} triggers`);
      const log = snapshot.sheets.find((sheet) => sheet.name === 'WA Log');
      const logged = Object.keys(log?.cells ?? {}).length;
      if (logged > 1001) faults.push(`${logged} rows of log`);
      expect(faults.slice(0, 10).map(at)).toEqual([]);
    }
  },
  TEMPLATES > 20 ? 3_600_000 : 300_000,
);
