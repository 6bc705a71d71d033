// One execution of the script: its mode, its clock limit, its counts, and what ends with it.
import type { HostOptions, MenuItem } from './api';
import type { Clock } from './clock';
import type { CallCounter } from './counting';
import type { Tab } from './grid/tab';
import type { Workbook } from './grid/workbook';
import { type Manifest, type Mode, type Purpose, refuseCall } from './permissions';
import type { Realm } from './realm';
import type { CacheStore } from './stores/cache-store';
import type { PropertyStore } from './stores/property-store';
import type { TriggerList } from './stores/trigger-list';

export type Scope = 'user' | 'document' | 'script';

/** Everything that outlives an execution. */
export interface World {
  options: HostOptions;
  manifest: Manifest;
  clock: Clock;
  workbook: Workbook;
  properties: Record<Scope, PropertyStore>;
  caches: Record<Scope, CacheStore>;
  triggers: TriggerList;
  counter: CallCounter;
  /** Names of the public functions that triggers and menus may call. */
  functions: ReadonlySet<string>;
  /** The add-on's menu as it was last put up. */
  menu: MenuItem[];
  userLocale: string;
  log: (line: string) => void;
}

const LIMIT_MS = { call: 360_000, trigger: 360_000, open: 30_000, formula: 30_000 };

export class Execution {
  /** Set as soon as the realm stands. */
  realm!: Realm;
  /** Names of the write calls since the last flush or read: what a dying execution may lose. */
  unflushed: string[] = [];
  /** Why nothing can be called any more. */
  ended: string | null = null;
  readonly locks = new Set<Scope>();
  readonly #startedAt: number;
  #current = '';

  constructor(
    readonly world: World,
    readonly mode: Mode,
    readonly purpose: Purpose,
  ) {
    this.#startedAt = world.clock.now();
  }

  get limit(): number {
    return LIMIT_MS[this.purpose];
  }
  /** Counts a call, and refuses it after the end, past the time limit or without permission. */
  enter(service: string, method: string): void {
    if (!this.ended && this.world.clock.now() - this.#startedAt > this.limit) {
      this.ended = 'Exceeded maximum execution time';
    }
    if (this.ended) throw new Error(this.ended);
    this.#current = `${service}.${method}`;
    this.world.counter.call(this.#current);
    const refusal = refuseCall(service, method, this.mode, this.purpose, this.world.manifest);
    if (refusal) throw new Error(refusal);
  }
  /** The present call reads cells; a read commits what was written before. */
  reads(tab: Tab, cells: number): void {
    this.unflushed = [];
    this.world.counter.touch(tab.name, this.#current, cells, 0);
  }
  writes(tab: Tab, cells: number): void {
    this.unflushed.push(this.#current);
    this.world.counter.touch(tab.name, this.#current, 0, cells);
  }
  /** The present call changes only how cells look. */
  formats(tab: Tab): void {
    this.unflushed.push(this.#current);
    this.world.counter.touch(tab.name, this.#current, 0, 0);
  }
}
