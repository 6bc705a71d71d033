// What a button's rows add up to: rows, clicks, and how many of the rows report clicks.
import type { ButtonCount } from '../clicks';

/** Adds a row of `WA Buttons`, in place. */
export function addButton(sums: number[], { clicks }: Pick<ButtonCount, 'clicks'>): void {
  sums[0] = (sums[0] ?? 0) + 1;
  if (clicks === null) return;
  sums[1] = (sums[1] ?? 0) + clicks;
  sums[2] = (sums[2] ?? 0) + 1;
}
