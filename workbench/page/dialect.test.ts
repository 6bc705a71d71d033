// Checks the translation of formulas between Sheets and the page's engine.
import {
  sheetsToUniver,
  shownFormula,
  univerToSheets,
  unreadableFormula,
  usesDecimalComma,
} from './dialect';

test.each([
  ['=SUM(A1;A2)', '=SUM(A1,A2)'],
  ['=SUM(A1,A2)', '=SUM(A1,A2)'],
  [`=SUMIFS('WA Daily'!C:C;'WA Daily'!A:A;"x")`, `=SUMIFS('WA Daily'!C:C,'WA Daily'!A:A,"x")`],
  ['=WA_FOO("a;b,c";A1;A2;WA_LIVE)', '=WA_FOO("a;b,c",A1,A2,WA_LIVE)'],
  ['=A1&"say ""hi; there"""&B2', '=A1&"say ""hi; there"""&B2'],
  [`='it''s; mine'!A1;1`, `='it''s; mine'!A1,1`],
  ['=SUM({1,2;3,4};5)', '=SUM({1,2;3,4},5)'],
  ['=SUM(C2:C)', '=SUM(C2:C1048576)'],
  ['=SUM(Plan!$C$2:D;1)', '=SUM(Plan!$C$2:D1048576,1)'],
  [`=SUM('My plan'!C2:C)`, `=SUM('My plan'!C2:C1048576)`],
  ['=SUM(B2:2)', '=SUM(B2:XFD2)'],
  ['=SUM(C2:C9)+SUM(C:C)+SUM(2:5)', '=SUM(C2:C9)+SUM(C:C)+SUM(2:5)'],
  ['=IF(A1>1.5;.5;1e-3)', '=IF(A1>1.5,.5,1e-3)'],
  ['=ARRAYFORMULA(A1:A3*2)', '=(A1:A3*2)'],
  ['=LOG10(100)', '=LOG10(100)'],
  ['=IF(A1;;2)', '=IF(A1,,2)'],
])('in en_US %s becomes %s', (typed, expected) => {
  expect(sheetsToUniver(typed, 'en_US')).toBe(expected);
});

test.each([
  ['=SOMA(A1;1,5)', '=SOMA(A1,1.5)'],
  ['=SUM(A1;A2;1,25;,5)', '=SUM(A1,A2,1.25,.5)'],
  ['=SUM({1\\2,5;3\\4})', '=SUM({1,2.5;3,4})'],
  ['=IF("1,5"="1,5";A1;B1)', '=IF("1,5"="1,5",A1,B1)'],
  ['=WA_SPENT("promo";A1;A2;WA_LIVE)', '=WA_SPENT("promo",A1,A2,WA_LIVE)'],
  ['=SUM(C2:C)*1,1', '=SUM(C2:C1048576)*1.1'],
  ['=SUM(1,5;2;-,5)', '=SUM(1.5,2,-.5)'],
  ['=SUM(2:5)+A1*2,5', '=SUM(2:5)+A1*2.5'],
])('in pt_BR %s becomes %s', (typed, expected) => {
  expect(sheetsToUniver(typed, 'pt_BR')).toBe(expected);
});

test.each([
  ['=SUM(A1,A2)', 'pt_BR'],
  ['=SUM({1,B1})', 'pt_BR'],
  ['=SUM(1,)', 'pt_BR'],
  ['=SUM(1,5,2)', 'pt_BR'],
  ['=SUM(A1,5)', 'pt_BR'],
  ['=SUM(C2:C,5)', 'pt_BR'],
  ['=SUM("a" ,5)', 'pt_BR'],
  ['=MAX(SUM(A1),5)', 'pt_BR'],
  ['=SUM(1.5.2)', 'en_US'],
  ['=SUM("open', 'en_US'],
  ['=SUM({1\\2})', 'en_US'],
])('%s is no formula in %s', (typed, locale) => {
  expect(sheetsToUniver(typed, locale)).toBeNull();
});

test.each([
  ['=SUM(A1,1.5)', 'pt_BR', '=SUM(A1;1,5)'],
  ['=SUM({1,2.5;3,4})', 'pt_BR', '=SUM({1\\2,5;3\\4})'],
  ['=SUM(A1,"a,b",1.5)', 'en_US', '=SUM(A1,"a,b",1.5)'],
  ['=SUM(C2:C1048576)', 'en_US', '=SUM(C2:C)'],
  ['=SUM(Plan!B2:XFD2)', 'pt_BR', '=SUM(Plan!B2:2)'],
])('%s is shown in %s as %s', (formula, locale, expected) => {
  expect(univerToSheets(formula, locale)).toBe(expected);
});

test('what is shown translates back to the same formula', () => {
  for (const locale of ['en_US', 'pt_BR', 'es_ES', 'de_DE']) {
    for (const formula of ['=SUM(A1,{1,2.5;3,4},C2:C1048576,"x;y")', '=IF(A1>0.25,,-1.5)']) {
      expect(sheetsToUniver(univerToSheets(formula, locale), locale)).toBe(formula);
    }
  }
});

test.each([
  ['the words typed', '=sum( 1.5, 2)', '=sum( 1,5; 2)', '=sum( 1,5; 2)', 'pt_BR'],
  ['the words typed, unreadable too', unreadableFormula, '=SUM(A1,A2)', '=SUM(A1,A2)', 'pt_BR'],
  ['a copied formula, not the words of its origin', '=A2+1', '=A1+1', '=A2+1', 'en_US'],
  ['a formula nobody typed', '=SUM(1.5,2)', undefined, '=SUM(1,5;2)', 'pt_BR'],
] as const)('the editor shows %s', (_what, formula, typed, shown, locale) => {
  expect(shownFormula(formula, typed, locale)).toBe(shown);
});

test('the decimal mark follows the locale', () => {
  expect(['en_US', 'pt_BR', 'es_ES', 'es_MX', 'ja_JP'].map(usesDecimalComma)).toEqual([
    false,
    true,
    true,
    false,
    false,
  ]);
});
