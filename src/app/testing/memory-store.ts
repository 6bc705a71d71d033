// A text store in memory, which can be made to die after some writes, for tests.
import type { TextStore } from '../ports';

export interface MemoryStore extends TextStore {
  /** Every key that is kept. */
  keys(): string[];
  /** From now on so many writes succeed, and the next one throws. */
  dieAfter(writes: number): void;
}

export function storeInMemory(): MemoryStore {
  const values = new Map<string, string>();
  let left = Infinity;
  const count = (): void => {
    left -= 1;
    if (left < 0) throw new Error('The run died.');
  };
  return {
    get: (key) => values.get(key) ?? null,
    set: (key, value) => {
      count();
      if (value.length > 9_000) throw new Error('Argument too large: value');
      values.set(key, value);
    },
    remove: (key) => {
      count();
      values.delete(key);
    },
    keys: () => [...values.keys()],
    dieAfter: (writes) => {
      left = writes;
    },
  };
}
