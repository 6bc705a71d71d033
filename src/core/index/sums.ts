// Running totals that keep "not reported" apart from 0: per metric a sum and a count, per ratio a pair.
import { BASE_METRICS, type Metrics, RATIO_METRICS, RATIO_NAMES } from '../metrics';

/**
 * Totals over rows, as a flat list: number of rows; then per base metric its sum and the number of
 * rows that report it; then per ratio both parts, summed over the rows that report both.
 */
export type Sums = number[];

const RATIO_START = 1 + BASE_METRICS.length * 2;
export const SUMS_LENGTH = RATIO_START + RATIO_NAMES.length * 2;

export const noSums = (): Sums => new Array<number>(SUMS_LENGTH).fill(0);

/** Adds a row to totals, in place. */
export function addRow(sums: Sums, metrics: Metrics): void {
  add(sums, 0, 1);
  BASE_METRICS.forEach((name, i) => {
    const value = metrics[name];
    if (value === null) return;
    add(sums, 1 + i * 2, value);
    add(sums, 2 + i * 2, 1);
  });
  RATIO_NAMES.forEach((name, i) => {
    const [part, whole] = RATIO_METRICS[name];
    const a = metrics[part];
    const b = metrics[whole];
    if (a === null || b === null) return;
    add(sums, RATIO_START + i * 2, a);
    add(sums, RATIO_START + i * 2 + 1, b);
  });
}

/** Adds `other`, in place. */
export function addSums(sums: Sums, other: Sums): void {
  for (let i = 0; i < SUMS_LENGTH; i += 1) add(sums, i, other[i] ?? 0);
}

function add(sums: Sums, at: number, value: number): void {
  sums[at] = (sums[at] ?? 0) + value;
}

export const rowsIn = (sums: Sums): number => sums[0] ?? 0;

/** Sum and number of reporting rows of a base metric. */
export function baseIn(sums: Sums, metric: (typeof BASE_METRICS)[number]): [number, number] {
  const at = 1 + BASE_METRICS.indexOf(metric) * 2;
  return [sums[at] ?? 0, sums[at + 1] ?? 0];
}

/** Both parts of a ratio. */
export function ratioIn(sums: Sums, metric: (typeof RATIO_NAMES)[number]): [number, number] {
  const at = RATIO_START + RATIO_NAMES.indexOf(metric) * 2;
  return [sums[at] ?? 0, sums[at + 1] ?? 0];
}
