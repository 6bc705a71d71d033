// One execution of the script: its mode, its clock limit, its counts, and what ends with it.
import type { HostOptions, MenuItem, PlannedFault } from './api';
import type { Clock } from './clock';
import type { CallCounter } from './counting';
import type { Box } from './grid/a1';
import { Journal } from './grid/journal';
import type { Tab } from './grid/tab';
import type { Workbook } from './grid/workbook';
import { changesDocument, type Manifest, type Mode, type Purpose, refuseCall } from './permissions';
import type { Realm } from './realm';
import type { CacheStore } from './stores/cache-store';
import type { LockTable } from './stores/lock-table';
import type { PropertyStore } from './stores/property-store';
import type { TriggerList } from './stores/trigger-list';
import type { UserStores } from './stores/user-stores';

export type Scope = 'user' | 'document' | 'script';

/** Everything that outlives an execution. */
export interface World {
  options: HostOptions;
  manifest: Manifest;
  clock: Clock;
  workbook: Workbook;
  users: UserStores;
  properties: Record<Exclude<Scope, 'user'>, PropertyStore>;
  caches: Record<Exclude<Scope, 'user'>, CacheStore>;
  triggers: TriggerList;
  locks: LockTable;
  planned: Planned;
  /** The executions that have not ended: each was started within the one before it. */
  running: Execution[];
  counter: CallCounter;
  /** Names of the public functions that triggers and menus may call. */
  functions: ReadonlySet<string>;
  /** The add-on's menu as it was last put up. */
  menu: MenuItem[];
  userLocale: string;
  log: (line: string) => void;
}

/** What tests planned to go wrong. */
export interface Planned {
  /** How the next execution dies. */
  fault: PlannedFault | null;
  /** The user took the add-on's authorization back. */
  unauthorized: boolean;
  /** How many requests the daily quota still allows; null = any number. */
  fetchesLeft: number | null;
}

/** The range methods that journal the cells they change; every other change is one of the workbook's shape. */
const CELL_CALL =
  /^(RangeList\.|Range\.(set(Value|Formula|NumberFormat|Background|Font|Horizontal|Vertical|Wrap|Border|Note)|clear))/;
/** Notes are no content: like looks they come or go for the whole range at once. */
const NOTE_CALL = /Notes?$/;

/** How long Google may keep the lock of an execution that died: as long as one may run. */
const LOCK_OF_THE_DEAD_MS = 360_000;
const LIMIT_MS = { call: 360_000, trigger: 360_000, open: 30_000, formula: 30_000 };

export class Execution {
  /** Set as soon as the realm stands. */
  realm!: Realm;
  /** Why nothing can be called any more. */
  ended: string | null = null;
  readonly #startedAt: number;
  readonly #fault: PlannedFault | null;
  /** What may be lost, where something may. */
  readonly #journal: Journal | null;
  #died = false;
  #number = 0;
  #current = '';

  constructor(
    readonly world: World,
    readonly mode: Mode,
    readonly purpose: Purpose,
    /** Who runs it. */
    readonly user: string,
    fault: PlannedFault | null,
  ) {
    this.#startedAt = world.clock.now();
    this.#fault = fault;
    this.#journal = fault && fault.pending !== 'kept' ? new Journal(world.workbook) : null;
  }

  get limit(): number {
    return LIMIT_MS[this.purpose];
  }
  properties(scope: Scope): PropertyStore {
    const { users, properties } = this.world;
    return scope === 'user' ? users.of(this.user).properties : properties[scope];
  }
  cache(scope: Scope): CacheStore {
    const { users, caches } = this.world;
    return scope === 'user' ? users.of(this.user).cache : caches[scope];
  }

  /**
   * Counts a call, and refuses it after the end, past the time limit or without permission.
   * A planned fault ends the execution here; whatever else is to happen between two calls happens here, too.
   */
  enter(service: string, method: string): void {
    this.#needTime();
    const name = `${service}.${method}`;
    const number = ++this.#number;
    if (this.#fault?.dieAt === number) this.#die(name);
    this.#interlude(service, method, number);
    this.#current = name;
    this.world.counter.call(name);
    const refusal = refuseCall(service, method, this);
    if (refusal) throw new Error(refusal);
    // The usual execution is alone and has nothing to lose.
    if (!this.#journal && this.world.running.length === 1) return;
    if (!changesDocument(service, method)) return;
    for (const other of this.world.running) if (other !== this) other.interrupt();
    if (!CELL_CALL.test(name)) this.#journal?.shape();
  }
  #needTime(): void {
    if (!this.ended && this.world.clock.now() - this.#startedAt > this.limit) {
      this.ended = 'Exceeded maximum execution time';
    }
    if (this.ended) throw new Error(this.ended);
  }
  #die(name: string): never {
    this.#died = true;
    this.ended = `The execution was ended by a planned fault at service call ${this.#number} (${name}).`;
    this.#journal?.undo(this.#fault?.pending === 'half' ? 'half' : 'all');
    throw new Error(this.ended);
  }
  /** Lets a test do something else before the call. Its own error ends the execution: the script cannot hide it. */
  #interlude(service: string, method: string, number: number): void {
    const { onCall } = this.world.options;
    if (!onCall) return;
    try {
      onCall({ service, method, number });
    } catch (error) {
      this.ended = error instanceof Error ? error.message : String(error);
    }
    this.#needTime();
  }

  /** The present call is about to change these cells. */
  touches(tab: Tab, box: Box, looksOnly = false): void {
    this.#journal?.cells(tab, box, looksOnly || NOTE_CALL.test(this.#current));
  }
  /** Somebody else is about to change the workbook. */
  interrupt(): void {
    this.#journal?.interrupt();
  }
  /** What was changed so far stays, however the execution ends. */
  commit(): void {
    this.#journal?.commit();
  }
  /** The present call reads cells; a read commits what was written before. */
  reads(tab: Tab, cells: number): void {
    this.commit();
    this.world.counter.touch(tab.name, this.#current, cells, 0);
  }
  writes(tab: Tab, cells: number): void {
    this.world.counter.touch(tab.name, this.#current, 0, cells);
  }
  /** The present call changes only how cells look. */
  formats(tab: Tab): void {
    this.world.counter.touch(tab.name, this.#current, 0, 0);
  }

  /** Nothing can be called any more, and the locks are free, unless the fault holds them. */
  end(): void {
    const held = this.#died && this.#fault?.lock === 'held';
    this.world.locks.end(this, held ? this.#startedAt + LOCK_OF_THE_DEAD_MS : null);
    this.ended ??= 'The execution has ended';
  }
}
