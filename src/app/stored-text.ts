// Texts longer than one property may be, kept in a store in parts.
import type { TextStore } from './ports';

/** A property holds 9 KB; a character may take three bytes. */
const PART = 3_000;

/** @example setLong(ports.document, 'cursor', text) */
export function setLong(store: TextStore, key: string, text: string): void {
  const parts = Math.ceil(text.length / PART);
  const before = partsOf(store, key);
  for (let i = 0; i < parts; i += 1) {
    store.set(`${key}.${i}`, text.slice(i * PART, (i + 1) * PART));
  }
  // The count goes last: until then the old one belongs to parts that are no longer a whole.
  store.set(key, `${parts}:${text.length}`);
  for (let i = parts; i < before; i += 1) store.remove(`${key}.${i}`);
}

/** @returns null when nothing is kept, or not all of it */
export function getLong(store: TextStore, key: string): string | null {
  const length = Number(store.get(key)?.split(':')[1] ?? -1);
  if (!(length >= 0)) return null;
  const parts = Array.from({ length: partsOf(store, key) }, (_, i) => store.get(`${key}.${i}`));
  const text = parts.join('');
  return text.length === length && !parts.includes(null) ? text : null;
}

export function removeLong(store: TextStore, key: string): void {
  const parts = partsOf(store, key);
  store.remove(key);
  for (let i = 0; i < parts; i += 1) store.remove(`${key}.${i}`);
}

const partsOf = (store: TextStore, key: string): number =>
  Number(store.get(key)?.split(':')[0] ?? 0) || 0;
