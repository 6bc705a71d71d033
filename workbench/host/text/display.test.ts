import { displayValue } from './display';
import { readLocale } from './locale';

const noon = Date.UTC(2026, 10, 1, 18, 5, 9) / 86_400_000 + 25_569;

test.each([
  [1234.5, '', 'en_US', '1234.5'],
  [1234.5, '', 'pt_BR', '1234,5'],
  [1234.5, '#,##0.00', 'en_US', '1,234.50'],
  [1234.5, '#,##0.00', 'pt_BR', '1.234,50'],
  [0.123, '0.0%', 'en_US', '12.3%'],
  [-5, '0.00', 'en_US', '-5.00'],
  [-5, '0;(0)', 'en_US', '(5)'],
  [0, '0;-0;"none"', 'en_US', 'none'],
  [5.5, '[$R$ ]#,##0.00', 'pt_BR', 'R$ 5,50'],
  [12345, '0.00E+00', 'en_US', '1.23E+04'],
  [7, '000', 'en_US', '007'],
  [noon, 'yyyy-mm-dd', 'en_US', '2026-11-01'],
  [noon, 'dd/MM/yyyy H:mm:ss', 'pt_BR', '01/11/2026 18:05:09'],
  [noon, 'h:mm am/pm', 'en_US', '6:05 PM'],
  [noon, 'mmm yyyy', 'en_US', 'Nov 2026'],
  [1.5, '[h]:mm', 'en_US', '36:00'],
  [true, '', 'pt_BR', 'VERDADEIRO'],
  ['x', '0.00', 'en_US', 'x'],
  [null, '0.00', 'en_US', ''],
])('%p in %j and %s shows as %j', (value, pattern, locale, shown) => {
  expect(displayValue(value, pattern, readLocale(locale))).toBe(shown);
});
