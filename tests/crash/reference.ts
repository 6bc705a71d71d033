// A sync that nothing disturbs, execution by execution: what each crashed one must come out as in the end.
import type { ServiceCall, WorkbookSnapshot } from '../../workbench/host/api';
import type { GraphOptions } from '../judge/graph-handler';
import type { SyncPayload } from '../judge/workbench';
import type { World } from '../judge/world';
import { type Bench, openBench } from './bench';
import { type LedgerView, theirCells, viewLedger } from './ledger-view';

export interface Plan {
  name: string;
  world: World;
  /** State of the file before the sync; the token and the accounts are in it. */
  saved: string;
  now: number;
  payload: SyncPayload;
  graph?: Partial<GraphOptions>;
  /** How long one wave of requests takes; decides how many executions a sync needs. */
  fetchMs?: number;
  /** Runs the schedule's handler instead of the sidebar's sync. */
  trigger?: boolean;
}
export interface Execution {
  /** State, time and cursor it begins with. */
  saved: string;
  now: number;
  cursor: string | null;
  calls: number;
  /** Numbers of calls that come right after one that only looked, with nothing unflushed: dying is the same at both. */
  alike: ReadonlySet<number>;
  /** Numbers of calls that come right after one that does not concern the spreadsheet: an edit is the same at both. */
  aside: ReadonlySet<number>;
  /** Numbers of calls that read or write cells. */
  touching: ReadonlySet<number>;
  /** Numbers of calls that come right after one that took a fetched answer apart: for anybody else the same. */
  unpacking: ReadonlySet<number>;
  /** Numbers of calls before which something was written and not flushed: only then does it matter how one dies. */
  wet: ReadonlySet<number>;
}
export interface Reference {
  plan: Plan;
  executions: Execution[];
  before: WorkbookSnapshot;
  beforeView: LedgerView | null;
  after: WorkbookSnapshot;
  afterView: LedgerView;
  /** The user's cells as the uncrashed sync leaves them, by key and header. */
  theirs: ReadonlyMap<string, string>;
}

export function openPlan(plan: Plan, saved = plan.saved, now = plan.now): Bench {
  const { world, graph, fetchMs } = plan;
  return openBench({ world, saved, now, graph, fetchMs });
}

export function runReference(plan: Plan): Reference {
  const executions: Execution[] = [];
  const first = openPlan(plan);
  const before = first.snapshot();
  let [saved, now, cursor] = [plan.saved, plan.now, null as string | null];
  for (;;) {
    // Each execution begins on a fresh host, as those that will crash do: the cache is cold for both.
    const bench = openPlan(plan, saved, now);
    const alike = new Set<number>();
    const aside = new Set<number>();
    const touching = new Set<number>();
    const unpacking = new Set<number>();
    const wet = new Set<number>();
    let last: ServiceCall | null = null;
    let pending = false;
    bench.onCall = (call) => {
      if (last && ((!pending && looks(last)) || builds(last))) alike.add(call.number);
      if (last && ASIDE.test(last.service)) aside.add(call.number);
      if (last?.service === 'HTTPResponse') unpacking.add(call.number);
      if (call.service.startsWith('Range')) touching.add(call.number);
      if (pending) wet.add(call.number);
      last = call;
      pending = (pending && call.method !== 'flush') || writes(call);
    };
    const step = runOnce(bench, plan, cursor);
    if (step.fault)
      throw new Error(`${plan.name}, execution ${executions.length + 1}: ${step.fault}`);
    executions.push({
      saved,
      now,
      cursor,
      calls: bench.lastCalls,
      alike,
      aside,
      touching,
      unpacking,
      wet,
    });
    if (executions.length > 100) throw new Error(`${plan.name} does not end`);
    [saved, now, cursor] = [bench.save(), bench.now(), step.cursor];
    if (!step.done) continue;
    const after = bench.snapshot();
    const afterView = viewLedger(after);
    if (!afterView) throw new Error(`${plan.name} made no ledger`);
    return {
      plan,
      executions,
      before,
      beforeView: viewLedger(before),
      after,
      afterView,
      theirs: theirCells(afterView),
    };
  }
}

/** Services that know nothing of the spreadsheet. */
const ASIDE = /^(Properties|Cache|Lock|HTTPResponse|UrlFetchApp|Utilities|Session|Html|ScriptApp)/;

/** Whether a call only puts a rule or a chart together, which is nowhere until it is set or inserted. */
const builds = ({ service, method }: ServiceCall): boolean =>
  /^(ConditionalFormatRule|Embedded\w*Chart)Builder$/.test(service) ||
  method === 'newConditionalFormatRule' ||
  method === 'newChart';

/** Whether a call changes nothing that outlives its execution. */
const looks = ({ service, method }: ServiceCall): boolean =>
  /^(HTTPResponse|UrlFetchApp|Session|Html)/.test(service) || /^(get|is|find|flush)/.test(method);

/** Whether a call may leave something unflushed: what stores hold is never pending. */
const writes = ({ service, method }: ServiceCall): boolean =>
  !/^(Properties|Cache|Lock|HTTPResponse|UrlFetchApp)/.test(service) &&
  !/^(get|is|flush|create|find|with|build)/.test(method);

export interface Step {
  done: boolean;
  cursor: string | null;
  /** How it ended when not well: Google's words or the add-on's code. */
  fault: string | null;
  /** Whether Google ended it, so that the add-on could say nothing. */
  died: boolean;
}

/** One execution of the plan: a call of the sidebar's loop. */
export function runOnce(bench: Bench, plan: Plan, cursor: string | null): Step {
  const ending = bench.syncOnce(plan.payload, cursor);
  if (ending.died !== null) return { done: false, cursor, fault: ending.died, died: true };
  const { answer } = ending;
  if (!answer.ok) return { done: false, cursor, fault: answer.error.code, died: false };
  const { done, cursor: next } = answer.value;
  return { done, cursor: next, fault: null, died: false };
}
