// How a formula is written out: quotes, separators, values left out, the named cell.
import { FUNCTION_NAMES } from './formula/functions';
import { argumentsOf, writeFormula } from './written-formula';

test.each([
  [',', '=WA_SPENT("promo", "last_30_days", WA_LIVE)'],
  [';', '=WA_SPENT("promo"; "last_30_days"; WA_LIVE)'],
] as const)(
  'values are separated by %p and WA_LIVE stands right behind them',
  (separator, text) => {
    const values = { from: 'last_30_days', template: 'promo' };
    expect(writeFormula({ name: 'WA_SPENT', values }, separator)).toBe(text);
  },
);

test('a quote in a text is doubled, so that no text can end its quotes', () => {
  const values = { template: 'say "hi"', button: '")&IMPORTDATA("x', from: '2026-11-01' };
  expect(writeFormula({ name: 'WA_BUTTON_CLICKS', values }, ';')).toBe(
    '=WA_BUTTON_CLICKS("say ""hi"""; """)&IMPORTDATA(""x"; "2026-11-01"; WA_LIVE)',
  );
});

test('a value left out between others leaves its place empty', () => {
  const values = { metrics: 'Spent', template: '*', from: 'last_month', account: 'Loja' };
  expect(writeFormula({ name: 'WA_TABLE', values }, ',')).toBe(
    '=WA_TABLE("Spent", "*", "last_month", , , "Loja", WA_LIVE)',
  );
});

test('what a formula without values would count is said in words', () => {
  const write = (name: (typeof FUNCTION_NAMES)[number]) => writeFormula({ name, values: {} }, ';');
  expect(write('WA_SPENT')).toBe('=WA_SPENT("selected"; "selected"; WA_LIVE)');
  expect(write('WA_BUTTON_CLICKS')).toBe('=WA_BUTTON_CLICKS("selected"; "*"; "selected"; WA_LIVE)');
  expect(write('WA_TEMPLATES')).toBe('=WA_TEMPLATES("*"; WA_LIVE)');
  expect(write('WA_LAST_SYNC')).toBe('=WA_LAST_SYNC(WA_SYNCED)');
});

test('an empty text is a value left out', () => {
  const values = { template: '', from: 'last_7_days', account: '' };
  expect(argumentsOf({ name: 'WA_READ', values })).toEqual({
    texts: ['selected', 'last_7_days'],
    cell: 'WA_LIVE',
  });
});

test('every function ends with its named cell', () => {
  for (const name of FUNCTION_NAMES) {
    expect(writeFormula({ name, values: {} }, ';')).toMatch(/WA_(LIVE|SYNCED)\)$/);
  }
});
