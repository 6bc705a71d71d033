// One cheap hash of text, for spreading templates over buckets and for noticing a changed cell.

// A formula hashes the whole head. Asking for the global `Math` at each character may cost more than all
// else: a script's globals can be looked up by the engine's host.
const { imul } = Math;

/**
 * FNV-1a over UTF-16 units, 32 bits. Every step is reversible, so two texts that differ in one unit
 * never have the same hash.
 *
 * @example hashText('a') // 0xe40c292c
 */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash = imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}
