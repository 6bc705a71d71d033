// What belongs to one user: their properties and their cache.
import type { Clock } from '../clock';
import { CacheStore } from './cache-store';
import { PropertyStore } from './property-store';

/** Whoever made the file: who runs what no other user is named for, and whose properties formulas read. */
export const OWNER = 'owner';

interface Stores {
  properties: PropertyStore;
  cache: CacheStore;
}

export class UserStores {
  readonly #clock: Clock;
  readonly #byName = new Map<string, Stores>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }
  of(user: string): Stores {
    let stores = this.#byName.get(user);
    if (!stores) {
      stores = { properties: new PropertyStore(), cache: new CacheStore(this.#clock) };
      this.#byName.set(user, stores);
    }
    return stores;
  }
  /** Everybody's properties but the owner's, without users who have none. */
  othersProperties(): Record<string, Record<string, string>> {
    const found = [...this.#byName]
      .filter(([user]) => user !== OWNER)
      .map(([user, { properties }]) => [user, properties.entries()] as const)
      .filter(([, entries]) => Object.keys(entries).length > 0);
    return Object.fromEntries(found);
  }
}
