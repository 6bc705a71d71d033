// Texts longer than one property may be, kept in a store in parts.
import { hashText } from '../core/index/hash';
import type { TextStore } from './ports';

/** A property holds 9 KB; a character may take three bytes. */
const PART = 3_000;

/** What the key itself holds: where the parts stand, how many, and the hash of the whole. */
interface Label {
  place: string;
  parts: number;
  hash: string;
}

/**
 * Keeps a text. The parts go beside those of the text before, and only then the key speaks of them: a run
 * that dies on the way leaves the text before.
 *
 * @example setLong(ports.document, 'cursor', text)
 */
export function setLong(store: TextStore, key: string, text: string): void {
  const before = labelOf(store, key);
  const place = before?.place === 'a' ? 'b' : 'a';
  const parts = Math.ceil(text.length / PART);
  try {
    for (let i = 0; i < parts; i += 1) {
      store.set(partKey(key, place, i), text.slice(i * PART, (i + 1) * PART));
    }
  } catch (error) {
    // A store that is full must not stay so for the sake of parts nobody will read.
    removeParts(store, key, { place, parts });
    throw error;
  }
  store.set(key, `${place}:${parts}:${hashText(text).toString(36)}`);
  if (before) removeParts(store, key, before);
}

/** @returns null when nothing is kept, or not as it was written */
export function getLong(store: TextStore, key: string): string | null {
  const label = labelOf(store, key);
  if (!label) return null;
  const parts = Array.from({ length: label.parts }, (_, i) =>
    store.get(partKey(key, label.place, i)),
  );
  const text = parts.join('');
  return hashText(text).toString(36) === label.hash && !parts.includes(null) ? text : null;
}

export function removeLong(store: TextStore, key: string): void {
  const label = labelOf(store, key);
  store.remove(key);
  if (label) removeParts(store, key, label);
}

const partKey = (key: string, place: string, i: number): string => `${key}.${place}${i}`;

function removeParts(
  store: TextStore,
  key: string,
  { place, parts }: Pick<Label, 'place' | 'parts'>,
): void {
  for (let i = 0; i < parts; i += 1) store.remove(partKey(key, place, i));
}

function labelOf(store: TextStore, key: string): Label | null {
  const [, place, parts, hash] = /^([ab]):(\d+):([0-9a-z]+)$/.exec(store.get(key) ?? '') ?? [];
  return place && hash ? { place, parts: Number(parts), hash } : null;
}
