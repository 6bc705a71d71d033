// CacheService: text for a while, per user, document or script.
import { isAbsent, needArray, needInteger, needObject, needText } from '../arguments';
import type { Execution, Scope } from '../execution';
import { at, type Misfits, type NoMisfits, Service } from '../service';
import type { CacheStore } from '../stores/cache-store';

const DEFAULT_SECONDS = 600;

export class CacheServiceService extends Service {
  static override readonly service = 'CacheService';

  getUserCache(): CacheStoreService {
    return new CacheStoreService(this[at], 'user');
  }
  getDocumentCache(): CacheStoreService {
    return new CacheStoreService(this[at], 'document');
  }
  getScriptCache(): CacheStoreService {
    return new CacheStoreService(this[at], 'script');
  }
}

export class CacheStoreService extends Service {
  static override readonly service = 'Cache';
  readonly #store: CacheStore;

  constructor(execution: Execution, scope: Scope) {
    super(execution);
    this.#store = execution.cache(scope);
  }
  get(key: string): string | null {
    return this.#store.get(needText(key, 'key'));
  }
  /** Only what is there: a missing key is missing in the answer. */
  getAll(keys: unknown): Record<string, string> {
    const found: Record<string, string> = {};
    for (const key of needArray(keys, 'keys')) {
      const value = this.#store.get(needText(key, 'keys'));
      if (value !== null) found[key as string] = value;
    }
    return found;
  }
  put(key: string, value: string, expirationInSeconds?: number): void {
    this.#store.put(needText(key, 'key'), needText(value, 'value'), seconds(expirationInSeconds));
  }
  putAll(values: unknown, expirationInSeconds?: number): void {
    const entries = Object.entries(needObject(values, 'values')).map(
      ([key, value]) => [key, needText(value, 'value')] as const,
    );
    for (const [key, value] of entries) this.#store.put(key, value, seconds(expirationInSeconds));
  }
  remove(key: string): void {
    this.#store.delete(needText(key, 'key'));
  }
  removeAll(keys: unknown): void {
    for (const key of needArray(keys, 'keys')) this.#store.delete(needText(key, 'keys'));
  }
}

const seconds = (value: unknown): number =>
  isAbsent(value) ? DEFAULT_SECONDS : needInteger(value, 'expirationInSeconds');

export type CacheServiceFits = NoMisfits<
  Misfits<CacheServiceService, GoogleAppsScript.Cache.CacheService>
>;
export type CacheFits = NoMisfits<Misfits<CacheStoreService, GoogleAppsScript.Cache.Cache>>;
