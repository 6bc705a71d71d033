// The templates of the third shop, which only `three-accounts` has: one name is used by another shop too.
import {
  body,
  buttons,
  footer,
  linksTo,
  marketing,
  quality,
  reply,
  utility,
} from './catalogue-parts';
import { planOf, type Template } from './template';

const url = linksTo('bosphorus.example');

export const ISTANBUL_TEMPLATES: Template[] = [
  {
    ...marketing,
    ...quality('GREEN'),
    id: '11836620945571203',
    name: 'new_season',
    language: 'en',
    components: [
      body('The new season is here: 24 towels, robes and throws in organic cotton.'),
      footer('Bosphorus Textiles'),
      buttons(url('See the season', 'en/new'), reply('Stop')),
    ],
    plan: planOf('MARKETING', {
      campaigns: [{ kind: 'weekly', weekday: 2, size: 900 }],
      clicked: 0.08,
    }),
  },
  {
    ...marketing,
    id: '11836620945571690',
    name: 'new_season',
    language: 'tr',
    components: [
      body('Yeni sezon geldi: organik pamuktan 24 yeni ürün.'),
      footer('Bosphorus Textiles'),
      buttons(url('Sezonu gör', 'tr/yeni'), reply('İstemiyorum')),
    ],
    plan: planOf('MARKETING', {
      campaigns: [{ kind: 'weekly', weekday: 2, size: 1600 }],
      clicked: 0.1,
    }),
  },
  {
    ...marketing,
    id: '540091173348826',
    name: 'cart_reminder',
    language: 'en',
    components: [
      body('{{1}}, your basket is waiting.', 'Deniz'),
      buttons(url('Open basket', 'en/basket/{{1}}')),
    ],
    plan: planOf('MARKETING', { base: 60, clicked: 0.14 }),
  },
  {
    ...utility,
    id: '6604417730298157',
    name: 'order_shipped',
    language: 'en',
    components: [
      body('Your order {{1}} is on its way.', '1042'),
      buttons(url('Track it', 'en/track/{{1}}')),
    ],
    plan: planOf('UTILITY', { base: 75, clicked: 0.3 }),
  },
];
