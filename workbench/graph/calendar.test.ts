// Checks days, weekdays and the midnights of zones with and without daylight saving.
import * as fc from 'fast-check';
import { blackFridayOf, dayAt, startOfDay, toDayNumber, toDayText, weekdayOf } from './calendar';

const iso = (seconds: number) => new Date(seconds * 1000).toISOString();
const day = (text: string) => Number(toDayNumber(text));

test('a day that does not exist is no day', () => {
  for (const text of ['2026-02-30', '2026-13-01', '2026-1-1', '', '1794787200', '2026-11-01T00:00'])
    expect(toDayNumber(text)).toBeNull();
});

test('the weekday of a known Sunday is the last of the week', () => {
  expect(weekdayOf(day('2026-11-22'))).toBe(6);
  expect(weekdayOf(day('2026-11-23'))).toBe(0);
  expect(weekdayOf(-1)).toBe(2);
});

test('midnight follows the zone, and New York has a day of 25 hours in November', () => {
  expect(iso(startOfDay('America/Sao_Paulo', day('2026-11-22')))).toBe('2026-11-22T03:00:00.000Z');
  expect(iso(startOfDay('America/New_York', day('2026-11-01')))).toBe('2026-11-01T04:00:00.000Z');
  expect(iso(startOfDay('America/New_York', day('2026-11-02')))).toBe('2026-11-02T05:00:00.000Z');
});

test('east of Greenwich midnight is right even when the clock is put forward before UTC midnight', () => {
  expect(iso(startOfDay('Australia/Sydney', day('2026-10-04')))).toBe('2026-10-03T14:00:00.000Z');
});

test('every instant lies inside the day that it belongs to', () => {
  const zones = fc.constantFrom('UTC', 'America/Sao_Paulo', 'America/New_York');
  const instants = fc.integer({ min: 1_735_700_000, max: 1_830_000_000 });
  fc.assert(
    fc.property(zones, instants, (zone, seconds) => {
      const number = dayAt(zone, seconds);
      expect(startOfDay(zone, number)).toBeLessThanOrEqual(seconds);
      expect(startOfDay(zone, number + 1)).toBeGreaterThan(seconds);
      expect(toDayNumber(toDayText(number))).toBe(number);
    }),
  );
});

test.each([
  [2025, '2025-11-28'],
  [2026, '2026-11-27'],
  [2029, '2029-11-23'],
])('Black Friday of %i is %s', (year, text) => {
  expect(toDayText(blackFridayOf(year))).toBe(text);
});
