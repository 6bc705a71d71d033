// Runs the built add-on on the in-memory host inside the test's own process, with the judge's Graph as its network.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type {
  FetchAnswer,
  FetchRequest,
  HostApi,
  Json,
  PlannedFault,
  RunAnswer,
  ServiceCall,
  WorkbookSnapshot,
} from '../../workbench/host/api';
import { createHost } from '../../workbench/host/index';
import { createGraphHandler, type GraphHandler, type GraphOptions } from '../judge/graph-handler';
import type { Loose, Rpc, SyncPayload } from '../judge/workbench';
import type { World } from '../judge/world';

/** Tests run on the project's own build; JUDGE_ROOT points at another built copy. */
const root = path.resolve(process.env.JUDGE_ROOT ?? process.cwd());
const GRAPH = 'https://graph.facebook.com';

const built = new Map<string, string>();
function readBuilt(name: string): string {
  const known = built.get(name);
  if (known !== undefined) return known;
  const text = readFileSync(path.join(root, 'dist', name), 'utf8');
  built.set(name, text);
  return text;
}

export const TOKEN = 'EAAJudgeToken0123456789abcdefXYZ';
/** Tokens by person; without a name the file's owner. */
const TOKENS: Record<string, string> = {
  ana: 'EAAJudgeTokenOfAna9876543210zyx',
  bea: 'EAAJudgeTokenOfBea5555555555qrs',
};

export interface BenchOptions {
  world: World;
  graph?: Partial<GraphOptions>;
  /** State made by `save()`. */
  saved?: string;
  /** Where the clock stands; the world's instant when absent. */
  now?: number;
  /** How long one wave of requests takes. */
  fetchMs?: number;
}

/** What came of one call: Google's own end of the execution, or the add-on's answer. */
export type Ending = { died: string; answer: null } | { died: null; answer: Rpc };

export interface Bench {
  host: HostApi;
  graph: GraphHandler;
  /** Addresses asked for outside the Graph host. */
  foreign: string[];
  /** Highest call number of the last outermost execution that made one. */
  lastCalls: number;
  /** Runs before each service call of outermost executions; its own executions and edits are not observed. */
  onCall: ((call: ServiceCall) => void) | null;
  now(): number;
  setNow(now: number): void;
  call(name: string, payload?: Json, user?: string): Ending;
  /** The same, for calls that have to reach an answer. */
  rpc(name: string, payload?: Json, user?: string): Rpc;
  connect(user?: string): void;
  /** Calls `sync` until done or refused, at most `most` times. */
  trySync(payload: SyncPayload, user?: string, most?: number): Rpc;
  sync(payload: SyncPayload, user?: string): Loose;
  /** One call of a sync, with the fault planned for it. */
  syncOnce(
    payload: SyncPayload,
    cursor: string | null,
    fault?: PlannedFault | null,
    user?: string,
  ): Ending;
  formula(name: string, ...args: Loose[]): Loose;
  snapshot(): WorkbookSnapshot;
  save(): string;
}

export function openBench(options: BenchOptions): Bench {
  const graph = createGraphHandler(options.world, {
    token: TOKEN,
    otherTokens: Object.values(TOKENS),
    ...options.graph,
  });
  const foreign: string[] = [];
  let inside = false;

  const fetchOne = ({ url, method, headers }: FetchRequest): FetchAnswer => {
    if (!url.startsWith(`${GRAPH}/`)) {
      foreign.push(url);
      return { failed: `Address unavailable: ${url}` };
    }
    const answer = graph.handle({
      method: method.toUpperCase(),
      url: url.slice(GRAPH.length),
      headers,
    });
    return answer === 'hang-up' ? { failed: `Timeout: ${url}` } : answer;
  };

  const host = createHost({
    code: readBuilt('Code.js'),
    sidebarHtml: readBuilt('sidebar.html'),
    manifest: readBuilt('appsscript.json'),
    fetch: (requests) => {
      if (options.fetchMs) host.setClock(host.now() + options.fetchMs);
      return requests.map(fetchOne);
    },
    saved: options.saved ?? null,
    onCall: (call) => {
      if (inside) return;
      bench.lastCalls = call.number;
      if (!bench.onCall) return;
      inside = true;
      try {
        bench.onCall(call);
      } finally {
        inside = false;
      }
    },
  });

  const setNow = (now: number): void => {
    host.setClock(now);
    graph.setNow(now);
  };
  setNow(options.now ?? options.world.now);

  const bench: Bench = {
    host,
    graph,
    foreign,
    lastCalls: 0,
    onCall: null,
    now: () => host.now(),
    setNow,
    call(name, payload = {}, user) {
      return endingOf(host.run('rpc', [name, payload], user));
    },
    rpc(name, payload = {}, user) {
      const ending = bench.call(name, payload, user);
      if (ending.died !== null) throw new Error(`rpc ${name} ended: ${ending.died}`);
      return ending.answer;
    },
    connect(user) {
      const token = user === undefined ? TOKEN : TOKENS[user];
      const connected = bench.rpc('connect', { token: token ?? '' }, user);
      if (!connected.ok) throw new Error(`connect: ${JSON.stringify(connected.error)}`);
      const ids = connected.value.accounts.map((account: { id: string }) => account.id);
      const chosen = bench.rpc('chooseAccounts', { ids }, user);
      if (!chosen.ok) throw new Error(`chooseAccounts: ${JSON.stringify(chosen.error)}`);
    },
    syncOnce(payload, cursor, fault = null, user) {
      const asked = cursor === null ? { ...payload } : { ...payload, cursor };
      if (fault) host.planFault(fault);
      return bench.call('sync', asked as Json, user);
    },
    trySync(payload, user, most = 500) {
      let cursor: string | null = null;
      for (let turn = 0; turn < most; turn++) {
        const ending = bench.syncOnce(payload, cursor, null, user);
        if (ending.died !== null) throw new Error(`sync ended: ${ending.died}`);
        const { answer } = ending;
        if (!answer.ok || answer.value.done) return answer;
        cursor = answer.value.cursor;
      }
      throw new Error(`The sync is not done after ${most} calls.`);
    },
    sync(payload, user) {
      const answer = bench.trySync(payload, user);
      if (!answer.ok) throw new Error(`sync: ${JSON.stringify(answer.error)}`);
      return answer.value;
    },
    formula(name, ...args) {
      const answer = host.formula(name, args);
      if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`);
      return answer.value;
    },
    snapshot: () => host.snapshot(),
    save: () => host.save(),
  };
  return bench;
}

const endingOf = (answer: RunAnswer): Ending =>
  answer.ok
    ? { died: null, answer: answer.value as unknown as Rpc }
    : { died: answer.error.message, answer: null };
