// Searching templates the way people type.

import { textsOf } from './language';
import { searchTemplates } from './picker';
import { sampleTemplate } from './sample';

const list = [
  sampleTemplate({ id: '1', name: 'promo_verao', language: 'pt_BR', category: 'MARKETING' }),
  sampleTemplate({ id: '2', name: 'order_shipped', language: 'en_US', category: 'UTILITY' }),
  sampleTemplate({
    id: '3',
    name: 'Promoção',
    language: 'es',
    category: 'MARKETING',
    status: 'PAUSED',
  }),
];
const found = (search: string, language: 'en' | 'pt-BR' = 'en') =>
  searchTemplates(list, search, textsOf(language)).map(({ id }) => id);

test('an empty search shows everything', () => {
  expect(found('')).toEqual(['1', '2', '3']);
  expect(found('   ')).toEqual(['1', '2', '3']);
});

test('case and accents do not matter', () => {
  expect(found('PROMOCAO')).toEqual(['3']);
  expect(found('promo')).toEqual(['1', '3']);
});

test('every word must be found, in any of name, language, category and status', () => {
  expect(found('marketing pt')).toEqual(['1']);
  expect(found('promo paused')).toEqual(['3']);
  expect(found('promo utility')).toEqual([]);
});

test('categories and statuses are found by their names in the language shown', () => {
  expect(found('utilidade', 'pt-BR')).toEqual(['2']);
  expect(found('pausado', 'pt-BR')).toEqual(['3']);
});
