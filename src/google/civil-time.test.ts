// The serial of an instant shows what a clock on that wall shows.
import fc from 'fast-check';
import { civilTime } from './civil-time';

/** 22 November 2026 as Sheets counts days. */
const DAY = 46_348;
const clock = (hour: number, minute = 0, second = 0): number =>
  (hour * 3_600 + minute * 60 + second) / 86_400;

test.each([
  ['2026-11-22T00:00:00Z', 'UTC', DAY],
  ['2026-11-22T23:59:59Z', 'UTC', DAY + clock(23, 59, 59)],
  ['2026-11-22T02:59:59Z', 'America/Sao_Paulo', DAY - 1 + clock(23, 59, 59)],
  ['2026-11-22T03:00:00Z', 'America/Sao_Paulo', DAY],
  ['2026-11-21T10:00:00Z', 'Pacific/Kiritimati', DAY],
  ['2026-11-21T18:15:00Z', 'Asia/Kathmandu', DAY],
  ['2026-11-21T13:00:00Z', 'Australia/Lord_Howe', DAY],
  ['2026-07-01T13:30:00Z', 'Australia/Lord_Howe', 46_205],
  ['2018-11-04T03:00:00Z', 'America/Sao_Paulo', 43_408 + clock(1)],
])('%s in %s', (iso, zone, serial) => {
  expect(civilTime(Date.parse(iso), zone)).toBeCloseTo(serial, 9);
});

test('in UTC it is plain arithmetic, to the second', () => {
  const anyInstant = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2100, 0, 1) });
  fc.assert(
    fc.property(anyInstant, (ms) => {
      expect(civilTime(ms, 'UTC')).toBeCloseTo(25_569 + Math.floor(ms / 1000) / 86_400, 9);
    }),
    { numRuns: 200, seed: 20260101 },
  );
});

test('an unknown zone is an error, not a wrong time', () => {
  expect(() => civilTime(0, 'Mars/Olympus')).toThrow(RangeError);
});
