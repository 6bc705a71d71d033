// LockService: a lock is its execution's until released or until the execution ends.
import { needInteger } from '../arguments';
import type { Execution, Scope } from '../execution';
import { at, type Misfits, type NoMisfits, Service } from '../service';

export class LockServiceService extends Service {
  static override readonly service = 'LockService';

  getDocumentLock(): LockHolderService {
    return new LockHolderService(this[at], 'document');
  }
  getUserLock(): LockHolderService {
    return new LockHolderService(this[at], 'user');
  }
  getScriptLock(): LockHolderService {
    return new LockHolderService(this[at], 'script');
  }
}

export class LockHolderService extends Service {
  static override readonly service = 'Lock';
  readonly #name: string;

  constructor(execution: Execution, scope: Scope) {
    super(execution);
    this.#name = scope === 'user' ? `user ${execution.user}` : scope;
  }
  /**
   * Waits on the host's clock. An execution that still runs lets nobody else go on, so waiting for
   * it is always in vain; the lock of a dead one becomes free in time.
   */
  tryLock(timeout: number): boolean {
    const ms = needInteger(timeout, 'timeoutInMillis');
    const { clock, locks } = this[at].world;
    const now = clock.now();
    const free = locks.take(this.#name, this[at], now);
    if (free === 0) return true;
    clock.sleep(Math.max(0, Math.min(ms, free - now)));
    return locks.take(this.#name, this[at], clock.now()) === 0;
  }
  waitLock(timeout: number): void {
    if (this.tryLock(timeout)) return;
    throw new Error('Lock timeout: another process was holding the lock for too long.');
  }
  hasLock(): boolean {
    return this[at].world.locks.holds(this.#name, this[at]);
  }
  releaseLock(): void {
    this[at].world.locks.release(this.#name, this[at]);
  }
}

export type LockServiceFits = NoMisfits<
  Misfits<LockServiceService, GoogleAppsScript.Lock.LockService>
>;
export type LockFits = NoMisfits<Misfits<LockHolderService, GoogleAppsScript.Lock.Lock>>;
