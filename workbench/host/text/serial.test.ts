import fc from 'fast-check';
import {
  civilOfInstant,
  civilOfIso,
  instantOfCivil,
  instantOfSerial,
  serialOfCivil,
  serialOfInstant,
  zoneOffset,
} from './serial';

const ZONES = ['America/Sao_Paulo', 'America/New_York', 'Etc/UTC', 'Asia/Kolkata', 'Pacific/Apia'];
const HOUR = 3_600_000;

test('serials count days since 30 December 1899', () => {
  expect(serialOfCivil(Date.UTC(1899, 11, 30))).toBe(0);
  expect(serialOfCivil(Date.UTC(2026, 10, 1))).toBe(46_327);
  expect(serialOfInstant(Date.parse('2026-11-01T03:00:00Z'), 'America/Sao_Paulo')).toBe(46_327);
});

test('a serial keeps its civil time in any zone', () => {
  const serial = fc.integer({ min: 30_000, max: 60_000 });
  fc.assert(
    fc.property(serial, fc.constantFrom(...ZONES), (day, zone) => {
      const instant = instantOfSerial(day + 0.5, zone);
      expect(serialOfInstant(instant, zone)).toBeCloseTo(day + 0.5, 9);
    }),
  );
});

test('offsets agree with an independent reading of the zone', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(1975, 0), max: Date.UTC(2035, 0) }),
      fc.constantFrom(...ZONES),
      (instant, zone) => {
        const whole = Math.floor(instant / 1000) * 1000;
        const text = new Intl.DateTimeFormat('sv-SE', {
          timeZone: zone,
          dateStyle: 'short',
          timeStyle: 'medium',
        }).format(whole);
        expect(Date.parse(`${text.replace(' ', 'T')}Z`) - whole).toBe(zoneOffset(whole, zone));
      },
    ),
  );
});

test('a time that the clock skips becomes the one an hour later, a doubled time the first', () => {
  const skipped = Date.UTC(2026, 2, 8, 2, 30);
  expect(civilOfInstant(instantOfCivil(skipped, 'America/New_York'), 'America/New_York')).toBe(
    skipped + HOUR,
  );
  const doubled = Date.UTC(2026, 10, 1, 1, 30);
  expect(instantOfCivil(doubled, 'America/New_York')).toBe(doubled + 4 * HOUR);
});

test('ISO text is read as a civil time, and refused when the calendar has no such day', () => {
  expect(civilOfIso('2026-11-01')).toBe(Date.UTC(2026, 10, 1));
  expect(civilOfIso('2026-11-01T10:30:15')).toBe(Date.UTC(2026, 10, 1, 10, 30, 15));
  expect(civilOfIso('2028-02-29')).toBe(Date.UTC(2028, 1, 29));
  for (const text of ['2026-02-29', '2026-13-01', '2026-11-01T24:00', '2026-11-01Z', 'today']) {
    expect(civilOfIso(text)).toBeNull();
  }
});
