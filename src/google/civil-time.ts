// An instant as the serial number that shows a zone's wall clock in a date-time cell.
import { type Day, serialOf } from '../core/day';

const two = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;

/**
 * The serial of an instant's wall-clock time in a zone.
 *
 * @example civilTime(0, 'UTC') // 25569
 */
export function civilTime(epochMs: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    ...two,
  }).formatToParts(new Date(epochMs));
  const part = (type: string): string => parts.find((p) => p.type === type)?.value ?? '00';
  const day: Day = `${part('year')}-${part('month')}-${part('day')}`;
  const seconds = +part('hour') * 3600 + +part('minute') * 60 + +part('second');
  return serialOf(day) + seconds / 86_400;
}
