// By how much a number changed against the period before.
import { tidy } from '../money';

/**
 * @example changeOf(150, 100) // 0.5
 * @returns null where one of the two is not reported, or there is nothing to compare with
 */
export function changeOf(value: number | null, before: number | null): number | null {
  return value === null || before === null || before === 0 ? null : tidy(value / before - 1);
}
