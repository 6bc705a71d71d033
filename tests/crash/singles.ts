// Dies at every service call of one story, and wants nothing lost, doubled or touched.
import { compareDaily, expectRows } from '../judge/expected';
import { PENDING, type Pending } from './crash';
import { crashEverywhere } from './everywhere';
import { asRange, type LedgerView, theirCells } from './ledger-view';
import { type Plan, type Reference, runReference } from './reference';
import { everything } from './spread';

/** CRASH=all has the full amount of traffic. */
export const density = everything ? 0.5 : 0.04;

/**
 * @param most how many crash points are visited at most, by the way of dying; CRASH=all visits each
 * @param executions how many the undisturbed sync takes at least
 */
export function describeSingles(
  name: string,
  tell: () => Plan,
  most: Record<Pending, number>,
  executions = 1,
): void {
  describe(name, () => {
    let reference: Reference;
    beforeAll(() => {
      reference = runReference(tell());
    }, 120_000);

    test('undisturbed, the rows are right and the user has what was theirs', () => {
      const { plan, afterView, beforeView } = reference;
      const { from = '', to = '' } = plan.payload;
      const wanted = expectRows(plan.world, from, to);
      expect(compareDaily(asRange(afterView), wanted).slice(0, 5)).toEqual([]);
      expect(afterView.flaws).toEqual([]);
      if (beforeView) expect(lostOf(beforeView, afterView)).toEqual([]);
      expect(reference.executions.length).toBeGreaterThanOrEqual(executions);
    });

    test.each<Pending>(PENDING)(
      'dying at any call with unflushed writes %s loses nothing',
      (pending) => {
        const tally = crashEverywhere(reference, { pending: [pending], most: most[pending] });
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
}

/** User cells of old rows that are not as they were. */
function lostOf(before: LedgerView, after: LedgerView): string[] {
  const now = theirCells(after);
  return [...theirCells(before)].flatMap(([place, text]) =>
    now.get(place) === text ? [] : [`${place}: ${now.get(place)}, was ${text}`],
  );
}
