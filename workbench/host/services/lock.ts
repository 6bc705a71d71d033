// LockService: executions run one after another here, so a lock is always free; it ends with its execution.
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
  readonly #scope: Scope;

  constructor(execution: Execution, scope: Scope) {
    super(execution);
    this.#scope = scope;
  }
  tryLock(timeout: number): boolean {
    needInteger(timeout, 'timeoutInMillis');
    this[at].locks.add(this.#scope);
    return true;
  }
  waitLock(timeout: number): void {
    this.tryLock(timeout);
  }
  hasLock(): boolean {
    return this[at].locks.has(this.#scope);
  }
  releaseLock(): void {
    this[at].locks.delete(this.#scope);
  }
}

export type LockServiceFits = NoMisfits<
  Misfits<LockServiceService, GoogleAppsScript.Lock.LockService>
>;
export type LockFits = NoMisfits<Misfits<LockHolderService, GoogleAppsScript.Lock.Lock>>;
