// What the Brazilian shop sends through Marketing Messages only, and what all it sends there has in common.
import {
  body,
  buttons,
  footer,
  linksTo,
  marketing,
  picture,
  quality,
  reply,
  title,
} from './catalogue-parts';
import { type MarketingPlan, marketingPlanOf, type Template } from './template';

const url = linksTo('aurora.example');
export const foot = footer('Loja Aurora · Responda SAIR para não receber mais');

/** The shop has an app, in which a good third of its customers buy. */
export const throughMeta = (own: Partial<MarketingPlan>) => marketingPlanOf({ app: 0.36, ...own });

export const META_ONLY_TEMPLATES: Template[] = [
  {
    ...marketing,
    ...quality('GREEN'),
    id: '17530942286610458',
    name: 'pre_venda_vip',
    language: 'pt_BR',
    components: [
      title('Só para clientes VIP'),
      body('{{1}}, você entra *24 horas antes* de todo mundo. 🤫\nAs peças são poucas.', 'Ana'),
      foot,
      buttons(
        url('Entrar na pré-venda', 'vip'),
        url('Baixar o app', 'app'),
        reply('Sair da lista'),
      ),
    ],
    plan: null,
    marketing: throughMeta({
      campaigns: [
        { kind: 'yearly', from: '11-19', to: '11-22', size: 1900 },
        { kind: 'monthly', nth: 2, weekday: 2, size: 1300 },
      ],
      read: 0.83,
      clicked: 0.2,
      carts: 0.33,
      checkouts: 0.5,
      purchases: 0.58,
      basket: 158,
    }),
  },
  {
    ...marketing,
    id: '806219457730914',
    name: 'frete_gratis',
    language: 'pt_BR',
    components: [
      picture,
      body('Frete grátis neste fim de semana para todo o Brasil. 🚚\nVale até domingo, às 23h59.'),
      foot,
      buttons(url('Aproveitar', 'frete-gratis'), reply('Parar promoções')),
    ],
    plan: null,
    marketing: throughMeta({
      campaigns: [{ kind: 'weekly', weekday: 5, size: 1500 }],
      clicked: 0.09,
      carts: 0.23,
      basket: 118,
    }),
  },
];
