// Checks that new words of Meta's are found, the known ones are not, and nothing odd gets into a sentence.
import { unknownWords } from './unknown-words';

const point = (more: object) => ({ template_id: '1', start: 0, end: 86_400, ...more });
const words = (...points: object[]) => unknownWords([{ data_points: points as never[] }]);

test('metrics, buttons and costs that are known are no news', () => {
  const known = point({
    sent: 1,
    app_purchases: 2,
    website_custom: { value: 1 },
    clicked: [{ type: 'URL_BUTTON', count: 1 }, { type: 'unique_url_button' }],
    cost: [{ type: 'amount_spent', value: 1 }, { type: 'cost_per_url_button_click' }],
  });
  expect(words(known)).toEqual([]);
  expect(unknownWords([{}, { data_points: null }])).toEqual([]);
});

test('a conversion that is no number is told by its name, in any case', () => {
  const odd = { app_purchases: -1, WEBSITE_ADD_TO_CART: 'many', app_checkouts_initiated: [true] };
  const fine = { app_add_to_cart: '3', website_purchases: null, APP_ACTIVATIONS: [{ type: 'x' }] };
  expect(words(point({ ...odd, ...fine }))).toEqual([
    'WEBSITE_ADD_TO_CART',
    'app_checkouts_initiated',
    'app_purchases',
  ]);
});

test('each new word is told once, in order', () => {
  const fresh = point({
    shares: 1,
    clicked: [{ type: 'call_button', count: 1 }],
    cost: [{ type: 'credits_used' }],
  });
  expect(words(fresh, fresh)).toEqual(['call_button', 'credits_used', 'shares']);
});

test('what is no name is left out, and so is all beyond the fifth', () => {
  const odd = { '<b>': 1, '=1+1': 1, '': 1, ['x'.repeat(41)]: 1, 'EAAJ secret': 1 };
  expect(words(point({ ...odd, clicked: [{ type: null }, {}] }))).toEqual([]);
  expect(words(point({ a: 1, b: 1, c: 1, d: 1, e: 1, f: 1 }))).toEqual(['a', 'b', 'c', 'd', 'e']);
});
