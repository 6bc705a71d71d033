// Which separator stands between the arguments of a formula.
import { separatorFor } from './locale';

test.each([
  ['en_US', ','],
  ['en_GB', ','],
  ['en', ','],
  ['en_ZA', ';'],
  ['pt_BR', ';'],
  ['pt_PT', ';'],
  ['es_ES', ';'],
  ['es_AR', ';'],
  ['es_MX', ','],
  ['de_DE', ';'],
  ['fr_FR', ';'],
  ['it_IT', ';'],
  ['id_ID', ';'],
  ['ja_JP', ','],
  ['zh_CN', ','],
  ['ko_KR', ','],
  ['th_TH', ','],
  ['hi_IN', ','],
  ['iw_IL', ','],
  ['', ';'],
])('the locale %p separates with %p', (locale, separator) => {
  expect(separatorFor(locale)).toBe(separator);
});
