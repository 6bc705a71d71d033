// What Meta began to send that the add-on does not know: said once for each word, not at every sync.
import { readStored } from './connection';
import type { Ports } from './ports';

const TOLD = 'told-words';
/** A store is small; what comes after so many is no news any more. */
const MOST = 100;

/** The words not told yet; they count as told from now on. */
export function tellOnce(ports: Ports, words: readonly string[]): string[] {
  if (words.length === 0) return [];
  const stored = readStored(ports.document, TOLD);
  const told = new Set<unknown>(Array.isArray(stored) ? stored : []);
  const fresh = words.filter((word) => !told.has(word));
  if (fresh.length === 0 || told.size >= MOST) return [];
  ports.document.set(TOLD, JSON.stringify([...told, ...fresh]));
  return fresh;
}
