import { formatJavaDate, parseJavaDate } from './java-date';

const instant = Date.parse('2026-11-01T02:05:09Z');

test.each([
  ['yyyy-MM-dd', 'America/Sao_Paulo', '2026-10-31'],
  ['yyyy-MM-dd', 'Etc/UTC', '2026-11-01'],
  ["yyyy-MM-dd'T'HH:mm:ssXXX", 'America/Sao_Paulo', '2026-10-31T23:05:09-03:00'],
  ['EEE d MMM yy, h:mm a', 'Etc/UTC', 'Sun 1 Nov 26, 2:05 AM'],
  ['u HH Z', 'Asia/Kolkata', '7 07 +0530'],
])('%s in %s', (pattern, zone, text) => {
  expect(formatJavaDate(instant, zone, pattern)).toBe(text);
});

test('a day is read at midnight of the zone', () => {
  expect(parseJavaDate('2026-11-01', 'America/Sao_Paulo', 'yyyy-MM-dd')).toBe(
    Date.parse('2026-11-01T03:00:00Z'),
  );
});

test('text that does not follow the pattern is refused, and so are letters it does not know', () => {
  expect(() => parseJavaDate('2026-02-30', 'Etc/UTC', 'yyyy-MM-dd')).toThrow('Unparseable date');
  expect(() => parseJavaDate('1/2', 'Etc/UTC', 'yyyy-MM-dd')).toThrow('Unparseable date');
  expect(() => formatJavaDate(0, 'Etc/UTC', 'w')).toThrow('not emulated: date pattern letter w');
});
