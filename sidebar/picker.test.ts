// Searching templates the way people type.

import { textsOf } from './language';
import { groupByName, searchTemplates } from './picker';
import { sampleTemplate } from './sample';

const list = [
  sampleTemplate({
    id: '1',
    name: 'promo_verao',
    text: 'Só hoje.',
    language: 'pt_BR',
    category: 'MARKETING',
  }),
  sampleTemplate({
    id: '2',
    name: 'order_shipped',
    text: 'On its way!',
    buttons: ['Track it'],
    language: 'en_US',
    category: 'UTILITY',
  }),
  sampleTemplate({
    id: '3',
    name: 'Promoção',
    language: 'es',
    category: 'MARKETING',
    status: 'PAUSED',
    text: '',
    buttons: [],
    quality: 'RED',
  }),
];
const found = (search: string, language: 'en' | 'pt-BR' = 'en') =>
  searchTemplates(list, search, textsOf(language), language).map(({ id }) => id);

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

test('what the message and its buttons say is found', () => {
  expect(found('so hoje')).toEqual(['1']);
  expect(found('track')).toEqual(['2']);
});

test('languages and qualities are found by their names', () => {
  expect(found('brazilian')).toEqual(['1']);
  expect(found('espanhol', 'pt-BR')).toEqual(['3']);
  expect(found('low quality')).toEqual(['3']);
});

test('a template Meta no longer lists is found by what is said of it', () => {
  const deleted = [sampleTemplate({ status: 'DELETED', listed: false })];
  expect(searchTemplates(deleted, 'no longer', textsOf('en'), 'en')).toEqual(deleted);
});

test('the languages of one name stand together, but not those of another account', () => {
  const one = sampleTemplate({ id: '1' });
  const two = sampleTemplate({ id: '2', name: 'order_shipped' });
  const three = sampleTemplate({ id: '3', language: 'es' });
  const other = sampleTemplate({ id: '4', accountId: '7' });
  const groups = groupByName([one, two, three, other]);
  expect(groups.map(({ templates }) => templates.map(({ id }) => id))).toEqual([
    ['1', '3'],
    ['2'],
    ['4'],
  ]);
});
