// One cache: text that expires by the host's clock and is dropped, oldest first, above 1,000 items.
import type { Clock } from '../clock';
import { byteLength } from './property-store';

const VALUE_BYTES = 100 * 1024;
const KEY_LENGTH = 250;
const ITEMS = 1000;
/** How many items go at once when the cache is full. */
const EVICTED = 100;
const MAX_SECONDS = 21_600;

export class CacheStore {
  readonly #clock: Clock;
  #items = new Map<string, { value: string; until: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }
  get(key: string): string | null {
    checkKey(key);
    const item = this.#items.get(key);
    if (!item) return null;
    if (item.until > this.#clock.now()) return item.value;
    this.#items.delete(key);
    return null;
  }
  put(key: string, value: string, seconds: number): void {
    checkKey(key);
    if (!(seconds >= 1 && seconds <= MAX_SECONDS)) {
      throw new Error(`Invalid argument: expirationInSeconds must be from 1 to ${MAX_SECONDS}.`);
    }
    if (value.length > VALUE_BYTES / 3 && byteLength(value) > VALUE_BYTES) {
      throw new Error('Argument too large: value');
    }
    this.#items.delete(key);
    this.#items.set(key, { value, until: this.#clock.now() + seconds * 1000 });
    if (this.#items.size <= ITEMS) return;
    let left = EVICTED;
    for (const old of this.#items.keys()) {
      if (left-- === 0) break;
      this.#items.delete(old);
    }
  }
  delete(key: string): void {
    checkKey(key);
    this.#items.delete(key);
  }
}

function checkKey(key: string): void {
  if (key.length > KEY_LENGTH) throw new Error('Argument too large: key');
}
