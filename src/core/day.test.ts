// Civil days over leap years, month ends and new years, checked against a day-by-day walk of the calendar.
import fc from 'fast-check';
import {
  addDays,
  countDays,
  dayNumber,
  dayOf,
  dayOfSerial,
  hullOf,
  isDay,
  maxDay,
  minDay,
  monthAt,
  monthEnd,
  monthNumber,
  monthOf,
  monthStart,
  PERIODS,
  periodOf,
  serialOf,
  weekdayOf,
  weekStart,
} from './day';

const two = (n: number): string => String(n).padStart(2, '0');
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const lengthOf = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Every day of some years in order, by counting alone. 1 January 1999 was a Friday. */
const WALK: { day: string; weekday: number }[] = [];
for (let year = 1999, weekday = 5; year <= 2032; year += 1) {
  for (let month = 1; month <= 12; month += 1) {
    for (let date = 1; date <= lengthOf(year, month); date += 1) {
      WALK.push({ day: `${year}-${two(month)}-${two(date)}`, weekday });
      weekday = (weekday % 7) + 1;
    }
  }
}
const anyIndex = fc.integer({ min: 0, max: WALK.length - 1 });
const runs = { numRuns: 200, seed: 20260101 };
const at = (i: number): { day: string; weekday: number } => WALK[i] ?? { day: '', weekday: 0 };

test('day numbers, serials and weekdays follow the calendar one by one for 34 years', () => {
  // 1 January 1999 is day 10,592 of the Unix epoch and serial 36,161 in Sheets.
  const wrong = WALK.filter(
    ({ day, weekday }, i) =>
      dayNumber(day) !== 10_592 + i ||
      dayOf(10_592 + i) !== day ||
      serialOf(day) !== 36_161 + i ||
      dayOfSerial(36_161 + i) !== day ||
      weekdayOf(day) !== weekday ||
      !isDay(day),
  );
  expect(wrong).toEqual([]);
});

test('adding days is walking, and a range counts both ends', () => {
  fc.assert(
    fc.property(anyIndex, anyIndex, (a, b) => {
      expect(addDays(at(a).day, b - a)).toBe(at(b).day);
      expect(countDays({ from: at(a).day, to: at(b).day })).toBe(b - a + 1);
      expect(minDay(at(a).day, at(b).day)).toBe(at(Math.min(a, b)).day);
      expect(maxDay(at(a).day, at(b).day)).toBe(at(Math.max(a, b)).day);
    }),
    runs,
  );
});

test.each([
  ['2026-11-22', true],
  ['2024-02-29', true],
  ['2000-02-29', true],
  ['1900-01-01', true],
  ['9999-12-31', true],
  ['2026-02-29', false],
  ['1900-02-29', false],
  ['2026-04-31', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-11-00', false],
  ['1899-12-31', false],
  ['0000-00-00', false],
  ['2026-1-1', false],
  ['2026-11-22 ', false],
  ['2026-11-22T00:00', false],
  ['22/11/2026', false],
  ['', false],
])('%p is a day: %p', (text, answer) => {
  expect(isDay(text)).toBe(answer);
});

test('what is not text is not a day', () => {
  expect([20261122, null, undefined, {}, new Date(0), ['2026-11-22']].some(isDay)).toBe(false);
});

test.each([
  ['2026-11-22', '2026-11-16'],
  ['2026-11-16', '2026-11-16'],
  ['2027-01-01', '2026-12-28'],
  ['2027-01-03', '2026-12-28'],
  ['2027-01-04', '2027-01-04'],
  ['2024-03-01', '2024-02-26'],
  ['1969-12-31', '1969-12-29'],
  ['1960-01-01', '1959-12-28'],
])('the week of %s begins on Monday %s', (day, monday) => {
  expect(weekStart(day)).toBe(monday);
});

test.each([
  ['2026-02', '2026-02-28'],
  ['2024-02', '2024-02-29'],
  ['2100-02', '2100-02-28'],
  ['2026-04', '2026-04-30'],
  ['2026-12', '2026-12-31'],
])('%s ends on %s', (month, end) => {
  expect(monthEnd(month)).toBe(end);
});

test('months are numbered without a gap over every new year', () => {
  const months = [...new Set(WALK.map(({ day }) => day.slice(0, 7)))];
  expect(months.map(monthNumber)).toEqual(months.map((_, i) => 1999 * 12 + i));
  expect(months.map((_, i) => monthAt(1999 * 12 + i))).toEqual(months);
  expect(monthOf('2026-11-22')).toBe('2026-11');
  expect(monthStart('2026-11-22')).toBe('2026-11-01');
});

test.each([
  ['2026-11-22', 'day', '2026-11-22', '2026-11-22'],
  ['2027-01-02', 'week', '2026-12-28', '2027-01-03'],
  ['2024-02-10', 'month', '2024-02-01', '2024-02-29'],
  ['2026-01-01', 'quarter', '2026-01-01', '2026-03-31'],
  ['2026-06-30', 'quarter', '2026-04-01', '2026-06-30'],
  ['2026-09-01', 'quarter', '2026-07-01', '2026-09-30'],
  ['2026-12-31', 'quarter', '2026-10-01', '2026-12-31'],
  ['2026-07-15', 'year', '2026-01-01', '2026-12-31'],
] as const)('%s lies in the %s %s to %s', (day, period, from, to) => {
  expect(periodOf(day, period)).toEqual({ from, to });
});

test('every day of a period has that same period', () => {
  fc.assert(
    fc.property(anyIndex, fc.constantFrom(...PERIODS), fc.nat(), (i, period, offset) => {
      const { day } = at(i);
      const range = periodOf(day, period);
      expect(range.from <= day && day <= range.to).toBe(true);
      const other = addDays(range.from, offset % countDays(range));
      expect(periodOf(other, period)).toEqual(range);
      expect(periodOf(addDays(range.to, 1), period).from).toBe(addDays(range.to, 1));
    }),
    runs,
  );
});

test('a time of day in a serial is cut off', () => {
  expect(dayOfSerial(46_348)).toBe('2026-11-22');
  expect(dayOfSerial(46_348.9999)).toBe('2026-11-22');
});

test('the hull of spans reaches from the first day to the last', () => {
  expect(hullOf([])).toBeNull();
  expect(
    hullOf([
      { from: '2026-11-05', to: '2026-11-06' },
      { from: '2026-11-01', to: '2026-11-02' },
      { from: '2026-11-03', to: '2026-12-01' },
    ]),
  ).toEqual({ from: '2026-11-01', to: '2026-12-01' });
});
