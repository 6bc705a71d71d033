// Sets of days as sorted, disjoint, inclusive intervals of day numbers.

/** `[first, last]` day numbers, both included. */
export type Interval = readonly [number, number];

/**
 * Adds an interval and joins what touches.
 *
 * @example addInterval([[1, 3]], [4, 6]) // [[1, 6]]
 */
export function addInterval(set: readonly Interval[], added: Interval): Interval[] {
  if (added[1] < added[0]) return [...set];
  let [first, last] = added;
  const before: Interval[] = [];
  const after: Interval[] = [];
  for (const [a, b] of set) {
    if (b < first - 1) before.push([a, b]);
    else if (a > last + 1) after.push([a, b]);
    else {
      first = Math.min(first, a);
      last = Math.max(last, b);
    }
  }
  return [...before, [first, last], ...after];
}

export function unite(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  return b.reduce<Interval[]>((set, interval) => addInterval(set, interval), [...a]);
}

/**
 * The days of `[first, last]` that the set lacks.
 *
 * @example missingIn([[3, 4]], [1, 6]) // [[1, 2], [5, 6]]
 */
export function missingIn(set: readonly Interval[], [first, last]: Interval): Interval[] {
  const gaps: Interval[] = [];
  let next = first;
  for (const [a, b] of set) {
    if (b < next) continue;
    if (a > last) break;
    if (a > next) gaps.push([next, a - 1]);
    next = b + 1;
  }
  if (next <= last) gaps.push([next, last]);
  return gaps;
}

/** The set without one day. @example removeDay([[1, 3]], 2) // [[1, 1], [3, 3]] */
export function removeDay(set: readonly Interval[], day: number): Interval[] {
  return set.flatMap(([a, b]) => missingIn([[day, day]], [a, b]));
}

export function holdsDay(set: readonly Interval[], day: number): boolean {
  return set.some(([a, b]) => a <= day && day <= b);
}
