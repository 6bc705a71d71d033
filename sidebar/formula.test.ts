// The example formula names a template that was synced and can be pasted as it is.

import { exampleFormula } from './formula';
import { sampleTemplate } from './sample';

const list = [
  sampleTemplate({ id: '1', name: 'order_shipped', category: 'UTILITY' }),
  sampleTemplate({ id: '2', name: 'old_promo', status: 'PAUSED' }),
  sampleTemplate({ id: '3', name: 'promo_verao' }),
];

test('of all templates it takes an approved marketing one', () => {
  expect(exampleFormula(list, 'all', ';')).toEqual({
    formula: '=WA_COST_PER_CLICK("promo_verao"; A1; A2; WA_LIVE)',
    named: true,
  });
});

test('of chosen templates it takes only a chosen one', () => {
  expect(exampleFormula(list, ['1', '2'], ';').formula).toContain('"old_promo"');
  expect(exampleFormula(list, ['1'], ';').formula).toContain('"order_shipped"');
});

test('arguments are separated as the spreadsheet separates them', () => {
  expect(exampleFormula(list, 'all', ',').formula).toBe(
    '=WA_COST_PER_CLICK("promo_verao", A1, A2, WA_LIVE)',
  );
});

test('a quotation mark in a name is doubled, as formulas need it', () => {
  const odd = [sampleTemplate({ name: 'say "hi"' })];
  expect(exampleFormula(odd, 'all', ';').formula).toContain('"say ""hi"""');
});

test('without a list it uses the selection of the sidebar', () => {
  expect(exampleFormula(null, 'all', ';')).toEqual({
    formula: '=WA_COST_PER_CLICK(WA_LIVE)',
    named: false,
  });
});
