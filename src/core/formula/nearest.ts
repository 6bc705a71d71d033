// Finds the name somebody probably meant.

/**
 * The name closest to what was typed, or null when none is near.
 *
 * @param most letters it may differ in
 */
export function nearestName(
  typed: string,
  names: readonly string[],
  most = Math.max(2, Math.floor(typed.length / 2)),
): string | null {
  let best: string | null = null;
  let bestDistance = most + 1;
  for (const name of new Set(names)) {
    const distance = editDistance(typed, name.toLowerCase(), bestDistance);
    if (distance < bestDistance) {
      best = name;
      bestDistance = distance;
    }
  }
  return best;
}

/** Levenshtein distance, given up once it reaches `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? limit;
}
