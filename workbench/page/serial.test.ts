// Checks that date serials become the civil day and time they stand for.
import { serialToIso } from './serial';

test.each([
  [46327, '2026-11-01'],
  [1, '1899-12-31'],
  [0, '1899-12-30'],
  [46327.5, '2026-11-01T12:00:00'],
  [46327 + 1 / 86400, '2026-11-01T00:00:01'],
  [60, '1900-02-28'],
])('%d is %s', (serial, iso) => {
  expect(serialToIso(serial)).toBe(iso);
});
