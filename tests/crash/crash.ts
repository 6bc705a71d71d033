// Kills an execution at one service call, looks at what is left, runs the sync again, and looks whether all is well.
import { createHash } from 'node:crypto';
import type { PlannedFault, WorkbookSnapshot } from '../../workbench/host/api';
import { HEADERS, same } from '../judge/expected';
import { type Bench, openBench } from './bench';
import {
  changedCells,
  compareLedgers,
  DAILY,
  type LedgerView,
  namedCell,
  SIDE_TABS,
  sumOf,
  theirCells,
  viewLedger,
} from './ledger-view';
import { type Execution, openPlan, type Reference, runOnce } from './reference';

export type Pending = PlannedFault['pending'];
export const PENDING: Pending[] = ['lost', 'kept', 'half'];
const DAY_MS = 86_400_000;
const LOOK_BACK_DAYS = 8;

export interface Wreck {
  bench: Bench;
  /** Everything that decides how it goes on, in one text. */
  state: string;
}

/** Dies at call `dieAt` of an execution that begins as `execution` did. Null when it ended before. */
export function crash(
  reference: Reference,
  execution: Execution,
  fault: PlannedFault,
): Wreck | null {
  const bench = openPlan(reference.plan, execution.saved, execution.now);
  return crashHere(reference, bench, execution.cursor, fault);
}

/** Dies at call `dieAt` of the next execution on a host as it stands. Null when it ended before, well or not. */
export function crashHere(
  reference: Reference,
  bench: Bench,
  cursor: string | null,
  fault: PlannedFault,
): Wreck | null {
  let cacheCalls = 0;
  bench.onCall = ({ service }) => {
    if (service === 'Cache') cacheCalls += 1;
  };
  bench.host.planFault(fault);
  const step = runOnce(bench, reference.plan, cursor);
  bench.onCall = null;
  bench.host.planFault(null);
  if (!step.died) return null;
  return { bench, state: `${hashOf(bench)} ${cacheCalls} ${fault.lock ?? ''}` };
}

/** The whole file and its stores in one short text; ids drawn at random say nothing. */
function hashOf(bench: Bench): string {
  const saved = bench.save();
  // Those of tabs first: whatever else carries such a number is no id drawn at random.
  const drawn = Array.from(saved.matchAll(/"id":(\d+),"name":/g), ([, id]) => id ?? '');
  const text = saved.replace(
    /\b\d{6,}\b|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
    (id, more?: string) => {
      if (more && !drawn.includes(id)) drawn.push(id);
      return drawn.includes(id) ? `drawn ${drawn.indexOf(id)}` : id;
    },
  );
  return `${createHash('sha1').update(text).digest('hex')} ${bench.now()}`;
}

/** What a crash has already spoilt, before anything is run again. */
export function faultsAtCrash({ before, beforeView, afterView, after }: Reference, bench: Bench) {
  const faults: string[] = [];
  const snapshot = bench.snapshot();
  const view = viewLedger(snapshot);
  if (!beforeView) return faults;
  if (!view) return [`the tab "${DAILY}" is gone`];
  for (const [key, old] of beforeView.byKey) {
    const row = view.tab.cells[old.row] ?? {};
    const wanted = afterView.byKey.get(key);
    for (const title of HEADERS) {
      const cell = row[view.columns.get(title) ?? 0];
      const value = cell?.f ?? cell?.v ?? null;
      const known = [old.ours.get(title) ?? null, wanted?.ours.get(title) ?? null];
      if (!known.includes(value))
        faults.push(`row ${old.row} ${title}: ${value} instead of ${known}`);
    }
  }
  const now = theirCells(view);
  for (const [place, text] of theirCells(beforeView)) {
    if (now.get(place) !== text) faults.push(`user's ${place}: ${now.get(place)}, was ${text}`);
  }
  // Tabs that are nobody's but the user's.
  const ours = new Set(after.sheets.map((sheet) => sheet.name).filter((name) => /^WA /.test(name)));
  for (const place of changedCells(before, snapshot)) {
    const tab = place.split(/!| \(tab\)/)[0] ?? '';
    if (!ours.has(tab)) faults.push(`user's tab changed: ${place}`);
  }
  return faults;
}

/**
 * Runs the sync again until it is done, with at most one execution more than planned.
 *
 * @param held Google's own lock outlives the dead execution: waiting is then all one can do
 */
export function recover(
  reference: Reference,
  bench: Bench,
  cursor: string | null = null,
  held = false,
): string[] {
  const most = reference.executions.length + 1;
  let next = cursor;
  const told: string[] = [];
  for (let turn = 0; turn < most; turn++) {
    const step = runOnce(bench, reference.plan, next);
    if (step.done) return [];
    if (step.fault !== null) {
      told.push(step.fault);
      if (!held || step.fault !== 'sync-running') return [`run again: ${told.join(', ')}`];
      bench.setNow(bench.now() + 10 * 60_000);
    }
    next = step.fault === null ? step.cursor : null;
  }
  return [`not done after ${most} executions: ${told.join(', ')}`];
}

/** Compares the end with the uncrashed run's, then asks the formulas, then syncs once more. */
export function faultsAtEnd(reference: Reference, bench: Bench): string[] {
  const snapshot = bench.snapshot();
  const view = viewLedger(snapshot);
  if (!view) return [`the tab "${DAILY}" is gone`];
  const faults = faultsOfFormulas(reference, bench, view, 'warm');
  // Crashes far apart often end in the same file, and what follows depends on the file alone.
  const known = ends.get(reference) ?? new Map<string, string[]>();
  ends.set(reference, known);
  const end = hashOf(bench);
  let rest = known.get(end);
  if (!rest) {
    const { world } = reference.plan;
    const cold = openBench({ world, saved: bench.save(), now: bench.now() });
    rest = [
      ...faultsOfRows(reference, snapshot, view),
      ...faultsOfFormulas(reference, cold, view, 'cold'),
      ...faultsOfNext(reference, bench, snapshot),
    ];
    known.set(end, rest);
  }
  faults.push(...rest);
  if (bench.foreign.length > 0) faults.push(`asked ${bench.foreign[0]}`);
  return faults;
}
const ends = new WeakMap<Reference, Map<string, string[]>>();

function faultsOfRows(
  { after, afterView, theirs, before, beforeView }: Reference,
  snapshot: WorkbookSnapshot,
  view: LedgerView,
): string[] {
  const faults = compareLedgers(view, afterView);
  for (const tab of SIDE_TABS) {
    const [found, wanted] = [snapshot, after].map((one) => viewLedger(one, tab));
    if (!found || !wanted) {
      if (found || wanted) faults.push(`${tab} is ${found ? 'there' : 'gone'}`);
    } else faults.push(...compareLedgers(found, wanted).map((fault) => `${tab}: ${fault}`));
  }
  const mine = theirCells(view);
  for (const place of new Set([...mine.keys(), ...theirs.keys()])) {
    const [a, b] = [mine.get(place), theirs.get(place)];
    if (a !== b) faults.push(`user's ${place}: ${a}, not ${b}`);
  }
  for (const [key, old] of beforeView?.byKey ?? []) {
    const row = view.byKey.get(key)?.row;
    if (row !== old.row) faults.push(`${key} moved from row ${old.row} to ${row}`);
  }
  for (const [what, list] of [
    ['tabs', (one: WorkbookSnapshot) => one.sheets],
    ['names', (one: WorkbookSnapshot) => one.names],
  ] as const) {
    const [a, b] = [snapshot, after].map((one) =>
      list(one)
        .map(({ name }) => name)
        .sort()
        .join(),
    );
    if (a !== b) faults.push(`${what}: ${a}, not ${b}`);
  }
  const changed = !beforeView || compareLedgers(afterView, beforeView).length > 0;
  const live = namedCell(snapshot, 'WA_LIVE')?.value ?? null;
  if (changed && live === (namedCell(before, 'WA_LIVE')?.value ?? null)) {
    faults.push('WA_LIVE did not change');
  }
  return faults;
}

/** What formulas say over all days must be what stands in the tab. */
function faultsOfFormulas(
  { plan }: Reference,
  bench: Bench,
  view: LedgerView,
  cache: string,
): string[] {
  const faults: string[] = [];
  const { from = '', to = '' } = plan.payload;
  for (const [name, title] of [
    ['WA_SENT', 'Sent'],
    ['WA_SPENT', 'Spent'],
  ] as const) {
    const wanted = sumOf(view, title);
    const answer = bench.host.formula(name, ['*', from, to]);
    const value = answer.ok ? answer.value : answer.error.message;
    if (!same(value, wanted)) faults.push(`${name} on a ${cache} cache: ${value}, not ${wanted}`);
  }
  return faults;
}

/** One more sync of unchanged data asks only for the look-back and writes nothing but its own traces. */
function faultsOfNext({ plan }: Reference, bench: Bench, before: WorkbookSnapshot): string[] {
  const faults: string[] = [];
  bench.graph.seen.length = 0;
  bench.setNow(bench.now() + 60_000);
  bench.host.resetCalls();
  const answer = bench.trySync(plan.payload, undefined, 20);
  if (!answer.ok) return [`the next sync: ${answer.error.code}`];
  const earliest = new Date(bench.now() - LOOK_BACK_DAYS * DAY_MS).toISOString().slice(0, 10);
  const asked = bench.graph.analyticsRequests().map(({ query }) => query.start ?? '');
  const tooEarly = asked.filter((day) => readDay(day) < earliest);
  if (tooEarly.length > 0) {
    faults.push(`the next sync asks from ${tooEarly[0]} in ${tooEarly.length} of ${asked.length}`);
  }
  const synced = namedCell(before, 'WA_SYNCED')?.place;
  const changed = changedCells(before, bench.snapshot()).filter(
    (place) => !place.startsWith('WA Log') && place !== synced,
  );
  if (changed.length > 0)
    faults.push(`the next sync writes ${changed.length} cells: ${changed[0]}`);
  for (const tab of [DAILY, ...SIDE_TABS]) {
    const written = bench.host.calls().tabs[tab]?.cellsWritten ?? 0;
    if (written > 0) faults.push(`the next sync writes ${written} cells of ${tab} anew`);
  }
  return faults;
}
const readDay = (text: string): string =>
  /^\d+$/.test(text) ? new Date(Number(text) * 1000).toISOString().slice(0, 10) : text;
