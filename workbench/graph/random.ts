// Repeatable numbers: the same seed always gives the same sequence, so a day never changes its mind.

/** Folds names and numbers into one 32-bit seed. */
export function seedOf(...parts: (string | number)[]): number {
  let seed = 0x811c9dc5;
  for (const character of parts.join('\u0000')) {
    seed = Math.imul(seed ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return mix(seed);
}

/** A source of numbers from 0 (included) to 1 (excluded). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    return mix(state) / 0x100000000;
  };
}

function mix(value: number): number {
  let mixed = value >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
