import { readLocale } from './locale';
import { isDatePattern, keepPattern } from './pattern';
import { readTyped } from './typing';

const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + 25_569;
const typed = (text: string, locale = 'en_US', format = '') =>
  readTyped(text, readLocale(locale), format, 2026);

test.each([
  ['1.5', 'en_US', 1.5],
  ['1,5', 'pt_BR', 1.5],
  ['1,5', 'es_ES', 1.5],
  ['1,234.5', 'en_US', 1234.5],
  ['1.234,5', 'pt_BR', 1234.5],
  ['-3', 'en_US', -3],
  ['(3)', 'en_US', -3],
  ['.5', 'en_US', 0.5],
  ['12%', 'en_US', 0.12],
  ['12,3%', 'pt_BR', 0.123],
  ['$5.25', 'en_US', 5.25],
  ['R$ 5,25', 'pt_BR', 5.25],
  ['1e3', 'en_US', 1000],
  ['017', 'en_US', 17],
  ['+5', 'en_US', 5],
])('%s in %s is the number %d', (text, locale, value) => {
  expect(typed(text, locale).v).toBe(value);
});

test('digits beyond 2^53 lose their end when typed: ids need the apostrophe', () => {
  expect(typed('142198801208852411').v).toBe(142198801208852420);
  expect(typed("'142198801208852411").v).toBe('142198801208852411');
});

test.each([
  ['1,5', 'en_US'],
  ['1.5', 'pt_BR'],
  ['1,23', 'en_US'],
  ['12a', 'en_US'],
  ['1.2.3', 'en_US'],
  ['promo', 'en_US'],
  ['2026-13-01', 'en_US'],
  ['31/02/2026', 'pt_BR'],
  ['10:99', 'en_US'],
])('%s in %s stays text', (text, locale) => {
  expect(typed(text, locale)).toEqual({ v: text });
});

test.each([
  ['2026-11-01', 'pt_BR', '2026-11-01', 'yyyy-mm-dd'],
  ['11/2/2026', 'en_US', '2026-11-02', 'M/d/yyyy'],
  ['02/11/2026', 'pt_BR', '2026-11-02', 'dd/MM/yyyy'],
  ['2/11', 'es_ES', '2026-11-02', 'd/M/yyyy'],
  ['Nov 2, 2026', 'en_US', '2026-11-02', 'M/d/yyyy'],
  ['2 de novembro de 2026', 'pt_BR', '2026-11-02', 'dd/MM/yyyy'],
  ['1/2/99', 'en_US', '1999-01-02', 'M/d/yyyy'],
])('%s in %s is a date', (text, locale, iso, pattern) => {
  expect(typed(text, locale)).toEqual({ v: day(iso), n: pattern });
});

test('a time goes with a date or stands alone', () => {
  expect(typed('2026-11-01 12:00')).toEqual({
    v: day('2026-11-01') + 0.5,
    n: 'yyyy-mm-dd H:mm:ss',
  });
  expect(typed('6:00 PM')).toEqual({ v: 0.75, n: 'h:mm:ss am/pm' });
  expect(typed('18:00')).toEqual({ v: 0.75, n: 'H:mm:ss' });
});

test('true and false are known in English and in the locale', () => {
  expect(typed('TRUE').v).toBe(true);
  expect(typed('falso', 'pt_BR').v).toBe(false);
  expect(typed('VERDADERO', 'es_ES').v).toBe(true);
  expect(typed('VERDADERO', 'en_US').v).toBe('VERDADERO');
});

test('an equals sign begins a formula, and a sign before words does, too', () => {
  expect(typed('=1+1')).toEqual({ v: null, f: '=1+1' });
  expect(typed('+A1')).toEqual({ v: null, f: '=+A1' });
  expect(typed('-sale')).toEqual({ v: null, f: '=-sale' });
  expect(typed('=')).toEqual({ v: '=' });
  expect(typed('- note')).toEqual({ v: '- note' });
});

test('an apostrophe makes text of anything and is not stored', () => {
  expect(typed("'=1+1")).toEqual({ v: '=1+1' });
  expect(typed("'2026-11-01")).toEqual({ v: '2026-11-01' });
  expect(typed("''quoted'")).toEqual({ v: "'quoted'" });
});

test('a cell in the text format keeps everything, one in percent reads plain numbers as percent', () => {
  expect(typed('007', 'en_US', '@')).toEqual({ v: '007' });
  expect(typed('=1+1', 'en_US', '@')).toEqual({ v: '=1+1' });
  expect(typed('5', 'en_US', '0.00%')).toEqual({ v: 0.05 });
});

test.each(['yyyy-mm-dd', 'd/M/yyyy', 'h:mm', '[h]:mm', 'mmm', '"Day" d'])(
  '%s shows dates',
  (pattern) => {
    expect(isDatePattern(pattern)).toBe(true);
  },
);
test.each(['', '@', '0.00', '#,##0', '0%', '0.00E+00', '[Red]0', '"days" 0', '[$R$ ]#,##0.00'])(
  '%j shows no dates',
  (pattern) => {
    expect(isDatePattern(pattern)).toBe(false);
  },
);
test('general in any spelling is the automatic format', () => {
  expect(['general', 'General', '0.###############', ''].map(keepPattern)).toEqual([
    '',
    '',
    '',
    '',
  ]);
});
