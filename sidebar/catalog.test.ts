// Which formulas a search finds, and which one first, in the words people use.

import { FUNCTIONS } from '../src/rpc/contract';
import { BROWSED, searchFormulas, titleOf } from './catalog';
import { LANGUAGES, textsOf } from './language';

const en = textsOf('en');
const pt = textsOf('pt-BR');

test.each([
  ['cost of a click', 'WA_COST_PER_CLICK'],
  ['CPC', 'WA_COST_PER_CLICK'],
  ['Clicks on a button', 'WA_BUTTON_CLICKS'],
  ['how much did I spend', 'WA_SPENT'],
  ['open rate', 'WA_READ_RATE'],
  ['wa_roas', 'WA_ROAS'],
  ['WA_COST_PER_R', 'WA_COST_PER_REPLY'],
  ['sent', 'WA_SENT'],
  ['revenue', 'WA_PURCHASE_VALUE'],
  ['missing days', 'WA_COVERAGE'],
])('%p finds first %s', (search, name) => {
  expect(searchFormulas(search, en)[0]).toBe(name);
});

test.each([
  ['custo por clique', 'WA_COST_PER_CLICK'],
  ['quanto custa um clique', undefined],
  ['custo de um clique', 'WA_COST_PER_CLICK'],
  ['LIDAS', 'WA_READ'],
  ['variacao', 'WA_CHANGE'],
  ['Botão', 'WA_BUTTON_CLICKS'],
  ['ultima sincronizacao', 'WA_LAST_SYNC'],
  ['tabela', 'WA_TABLE'],
])('in Portuguese %p finds first %s', (search, name) => {
  expect(searchFormulas(search, pt)[0]).toBe(name);
});

test('every word must begin some word of a formula', () => {
  expect(searchFormulas('click rat', en)).toEqual(['WA_CLICK_RATE']);
  expect(searchFormulas('lick', en)).toEqual([]);
  expect(searchFormulas('clicks zebra', en)).toEqual([]);
});

test('a search of nothing but small words or signs is taken as it is', () => {
  expect(searchFormulas('', en)).toEqual(BROWSED);
  expect(searchFormulas(' .,! ', en)).toEqual(BROWSED);
  expect(searchFormulas('per', en)).toContain('WA_COST_PER_CLICK');
});

test('every function has a field for each of its parameters and is offered', () => {
  expect(BROWSED).toEqual(Object.keys(FUNCTIONS));
});

test.each(LANGUAGES)('in %s every formula has a title of its own', (language) => {
  const titles = BROWSED.map((name) => titleOf(name, textsOf(language)));
  expect(titles.filter((title) => title === '' || title.startsWith('WA_'))).toEqual([]);
  expect(new Set(titles).size).toBe(titles.length);
});
