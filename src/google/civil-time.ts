// An instant as the serial number that shows a zone's wall clock in a date-time cell.
import { serialOf } from '../core/day';
import { civilClock } from '../core/zone';

/**
 * The serial of an instant's wall-clock time in a zone, to the second.
 *
 * @example civilTime(0, 'UTC') // 25569
 */
export function civilTime(epochMs: number, zone: string): number {
  const { day, seconds } = civilClock(Math.floor(epochMs / 1000), zone);
  return serialOf(day) + seconds / 86_400;
}
