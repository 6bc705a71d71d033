// Civil days over the awkward zones: midnights that do not exist, half-hour shifts, both ends of the world.
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { civilDay, isDayStart, isZone, todayIn } from './zone';

const at = (iso: string) => Date.parse(iso) / 1000;

test.each([
  ['the day before midnight', '2026-11-16T02:59:59Z', 'America/Sao_Paulo', '2026-11-15'],
  ['the first second of a day', '2026-11-16T03:00:00Z', 'America/Sao_Paulo', '2026-11-16'],
  ['the zone furthest ahead', '2026-11-15T10:00:00Z', 'Pacific/Kiritimati', '2026-11-16'],
  ['the last second before it', '2026-11-15T09:59:59Z', 'Pacific/Kiritimati', '2026-11-15'],
  ['a zone far behind', '2026-11-16T09:59:59Z', 'Pacific/Honolulu', '2026-11-15'],
  ['Lisbon in winter', '2026-12-01T00:00:00Z', 'Europe/Lisbon', '2026-12-01'],
  ['Lisbon in summer', '2026-07-01T23:00:00Z', 'Europe/Lisbon', '2026-07-02'],
  ['a quarter-hour zone', '2026-11-15T18:15:00Z', 'Asia/Kathmandu', '2026-11-16'],
  ['the last day of a year', '2026-12-31T23:59:59Z', 'UTC', '2026-12-31'],
  ['a leap day', '2028-02-29T12:00:00Z', 'UTC', '2028-02-29'],
])('%s', (_name, iso, zone, day) => {
  expect(civilDay(at(iso), zone)).toBe(day);
  expect(todayIn(Date.parse(iso) + 999, zone)).toBe(day);
});

test.each([
  ['an ordinary midnight', '2026-11-16T03:00:00Z', 'America/Sao_Paulo', true],
  ['a second later', '2026-11-16T03:00:01Z', 'America/Sao_Paulo', false],
  ['midnight of another zone', '2026-11-16T00:00:00Z', 'America/Sao_Paulo', false],
  ['one o’clock when Santiago skips midnight', '2026-09-06T04:00:00Z', 'America/Santiago', true],
  [
    'one o’clock when Sao Paulo skipped midnight',
    '2018-11-04T03:00:00Z',
    'America/Sao_Paulo',
    true,
  ],
  ['the repeated hour when Santiago goes back', '2026-04-05T03:00:00Z', 'America/Santiago', false],
  ['the midnight after that hour', '2026-04-05T04:00:00Z', 'America/Santiago', true],
  [
    'an evening reached by going back over midnight',
    '2006-10-29T02:31:00Z',
    'America/St_Johns',
    false,
  ],
  ['Casablanca in Ramadan', '2026-03-01T00:00:00Z', 'Africa/Casablanca', true],
  ['Casablanca otherwise', '2026-07-31T23:00:00Z', 'Africa/Casablanca', true],
  ['Lord Howe in summer', '2026-12-31T13:00:00Z', 'Australia/Lord_Howe', true],
  ['Lord Howe in winter', '2026-07-01T13:30:00Z', 'Australia/Lord_Howe', true],
])('a day begins, or not: %s', (_name, iso, zone, begins) => {
  expect(isDayStart(at(iso), zone)).toBe(begins);
});

test.each([
  'America/Santiago',
  'Africa/Casablanca',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'America/Sao_Paulo',
  'Europe/Lisbon',
])('every day of ten years begins exactly once in %s', (zone) => {
  fc.assert(
    fc.property(fc.integer({ min: at('2016-01-02'), max: at('2026-12-30') }), (instant) => {
      const day = civilDay(instant, zone);
      let begins = 0;
      // Every zone's offset is a multiple of 15 minutes in these years.
      const quarter = Math.floor(instant / 900) * 900;
      for (let t = quarter - 26 * 3600; t <= quarter + 26 * 3600; t += 900) {
        if (isDayStart(t, zone) && civilDay(t, zone) === day) begins += 1;
      }
      expect(begins).toBe(1);
    }),
    { numRuns: 20 },
  );
});

test('only real zone names are zones', () => {
  expect(['America/Sao_Paulo', 'Etc/UTC', 'UTC', 'Asia/Ho_Chi_Minh'].every(isZone)).toBe(true);
  expect(['', 'Mars/Olympus', '+03:00', '25', null, undefined, 3, {}].some(isZone)).toBe(false);
});

test('an unknown zone or an impossible instant throws', () => {
  expect(() => civilDay(0, 'Mars/Olympus')).toThrow(RangeError);
  expect(() => civilDay(1e15, 'UTC')).toThrow(RangeError);
  expect(() => civilDay(Number.NaN, 'UTC')).toThrow(RangeError);
});

test('the zone of the machine changes nothing', () => {
  const script = `
    require('@swc/core');
    const { code } = require('@swc/core').transformFileSync(${JSON.stringify(require.resolve('./zone.ts'))},
      { jsc: { parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } });
    const module_ = { exports: {} };
    new Function('module', 'exports', 'require', code)(module_, module_.exports, require);
    const { civilDay, isDayStart } = module_.exports;
    const seen = [];
    for (let t = ${at('2026-09-01')}; t < ${at('2026-11-10')}; t += 1800) {
      for (const zone of ['America/Santiago', 'Australia/Lord_Howe', 'Pacific/Kiritimati']) {
        if (isDayStart(t, zone)) seen.push(zone + t + civilDay(t, zone));
      }
    }
    console.log(new Date(0).getTimezoneOffset(), seen.length, seen.join());
  `;
  const [utc, ...others] = ['UTC', 'America/Santiago', 'Pacific/Kiritimati', 'Asia/Kolkata'].map(
    (TZ) =>
      execFileSync(process.execPath, ['-e', script], {
        env: { ...process.env, TZ, LANG: 'ar_EG.UTF-8' },
        cwd: __dirname,
        encoding: 'utf8',
      }).split(' '),
  );
  expect(Number(utc?.[1])).toBeGreaterThan(200);
  for (const other of others) {
    expect(other[0]).not.toBe(utc?.[0]);
    expect(other.slice(1)).toEqual(utc?.slice(1));
  }
});
