// Dies at every service call of a sync, or at some that are spread evenly, and counts what was wrong afterwards.
import type { PlannedFault } from '../../workbench/host/api';
import { crash, faultsAtCrash, faultsAtEnd, PENDING, type Pending, recover } from './crash';
import type { Execution, Reference } from './reference';
import { everything, spread } from './spread';

export interface Tally {
  /** Service calls of the uncrashed run. */
  calls: number;
  /** Crash points visited, and those that are equal to their neighbour by what the call between can do. */
  crashes: number;
  alike: number;
  /** Crash points left out between those that are visited. */
  left: number;
  /** Different states of the file they left, each run to its end. */
  states: number;
  faults: string[];
  /** Seconds of processor time. */
  seconds: number;
}

/**
 * Dies once at every call of every execution and in every way, and runs on from each different state.
 *
 * @param everyCall visits also the calls between which nothing can have changed
 * @param most how many crash points are visited at most, evenly spread
 */
export function crashEverywhere(
  reference: Reference,
  options: { pending?: Pending[]; everyCall?: boolean; lock?: 'held'; most?: number } = {},
): Tally {
  const {
    pending = PENDING,
    everyCall = everything,
    lock,
    most = Number.POSITIVE_INFINITY,
  } = options;
  const began = process.cpuUsage();
  const calls = reference.executions.reduce((sum, execution) => sum + execution.calls, 0);
  const points = listPoints(reference, pending, everyCall);
  const visited = spread(points, most);
  const tally: Tally = {
    calls,
    crashes: visited.length,
    alike: calls * pending.length - points.length,
    left: points.length - visited.length,
    states: 0,
    faults: [],
    seconds: 0,
  };
  const seen = new Set<string>();
  for (const { execution, dieAt, way, at } of visited) {
    const fault: PlannedFault = lock ? { dieAt, pending: way, lock } : { dieAt, pending: way };
    const wreck = crash(reference, execution, fault);
    if (!wreck) {
      tally.faults.push(`${at}: did not die`);
      continue;
    }
    // The sidebar may ask again with the cursor it has, or begin anew.
    const cursor = dieAt % 2 === 0 ? execution.cursor : null;
    const state = `${wreck.state} ${cursor}`;
    if (seen.has(state)) continue;
    seen.add(state);
    tally.states += 1;
    const faults = [
      ...faultsAtCrash(reference, wreck.bench).map((fault) => `at the crash ${fault}`),
      ...recover(reference, wreck.bench, cursor, lock === 'held'),
      ...faultsAtEnd(reference, wreck.bench),
    ];
    tally.faults.push(...faults.slice(0, 3).map((fault) => `${at}: ${fault}`));
  }
  const { user, system } = process.cpuUsage(began);
  tally.seconds = Math.round((user + system) / 1e6);
  return tally;
}

interface Point {
  execution: Execution;
  dieAt: number;
  way: Pending;
  at: string;
}

function listPoints({ executions }: Reference, pending: Pending[], everyCall: boolean): Point[] {
  const points: Point[] = [];
  executions.forEach((execution, index) => {
    for (let dieAt = 1; dieAt <= execution.calls; dieAt++) {
      for (const way of pending) {
        const differs = way === 'half' || execution.wet.has(dieAt);
        if (!everyCall && (execution.alike.has(dieAt) || !differs)) continue;
        const at = `execution ${index + 1}, call ${dieAt}, ${way}`;
        points.push({ execution, dieAt, way, at });
      }
    }
  });
  return points;
}
