// The Brazilian shop's marketing templates: Portuguese first, Spanish for the neighbours.
import { foot, META_ONLY_TEMPLATES, throughMeta } from './catalogue-brazil-meta';
import { UTILITY_TEMPLATES } from './catalogue-brazil-service';
import {
  body,
  buttons,
  linksTo,
  marketing,
  picture,
  quality,
  reply,
  title,
} from './catalogue-parts';
import { type Component, planOf, SHOPPING_WEEK, type Template } from './template';

const url = linksTo('aurora.example');
const card = (text: string, path: string): { components: Component[] } => ({
  components: [picture, body(text), buttons(url('Ver produto', path))],
});

const MARKETING_TEMPLATES: Template[] = [
  {
    ...marketing,
    ...quality('GREEN'),
    id: '24018837501922746',
    name: 'black_friday',
    language: 'pt_BR',
    parameter_format: 'POSITIONAL',
    components: [
      title('Black Friday, {{1}}!', 'Ana'),
      body(
        'A loja toda com até *{{1}}% de desconto* até domingo. 🖤\nFrete grátis acima de R$ 199 e troca sem custo.',
        '60',
      ),
      foot,
      buttons(url('Ver ofertas', 'black-friday'), reply('Parar promoções')),
    ],
    plan: planOf('MARKETING', { campaigns: [{ kind: 'black-friday', peak: 9200 }], clicked: 0.13 }),
    marketing: throughMeta({
      campaigns: [{ kind: 'black-friday', peak: 5200 }],
      clicked: 0.14,
      carts: 0.29,
      checkouts: 0.5,
      purchases: 0.6,
      basket: 205,
    }),
  },
  {
    ...marketing,
    id: '24018837501922811',
    name: 'black_friday',
    language: 'es',
    parameter_format: 'POSITIONAL',
    components: [
      body(
        'Toda la tienda con hasta *{{1}}% de descuento* hasta el domingo. 🖤\nTambién enviamos a Uruguay y Argentina.',
        '60',
      ),
      foot,
      buttons(url('Ver ofertas', 'es/black-friday'), reply('No recibir promociones')),
    ],
    plan: planOf('MARKETING', { campaigns: [{ kind: 'black-friday', peak: 1400 }], clicked: 0.11 }),
  },
  {
    ...marketing,
    ...quality('GREEN'),
    id: '731904466281530',
    name: 'newsletter_mensal',
    language: 'pt_BR',
    components: [
      body(
        'As novidades do mês chegaram. ✨ Vestidos leves, linho e três cores novas.\nQual delas combina com você?',
      ),
      foot,
      buttons(url('Ver novidades', 'novidades'), url('Ler o blog', 'blog'), reply('Sair da lista')),
    ],
    plan: planOf('MARKETING', {
      campaigns: [{ kind: 'monthly', nth: 1, weekday: 1, size: 6400 }],
      clicked: 0.07,
    }),
    marketing: throughMeta({
      campaigns: [{ kind: 'monthly', nth: 3, weekday: 3, size: 4800 }],
      clicked: 0.075,
      carts: 0.24,
      checkouts: 0.42,
      purchases: 0.5,
      basket: 185,
    }),
  },
  {
    ...marketing,
    ...quality('GREEN'),
    id: '1290557163340982',
    name: 'carrinho_abandonado',
    language: 'pt_BR',
    parameter_format: 'POSITIONAL',
    components: [
      body(
        'Oi {{1}}, seu carrinho ainda está aqui. 🛒\nGuardamos tudo por mais 24 horas. Precisa de ajuda com o tamanho ou com o frete?',
        'Ana',
      ),
      buttons(url('Finalizar compra', 'carrinho/{{1}}')),
    ],
    plan: planOf('MARKETING', { base: 310, clicked: 0.17 }),
    marketing: throughMeta({
      base: 160,
      clicked: 0.18,
      carts: 0.48,
      checkouts: 0.5,
      purchases: 0.54,
      basket: 142,
    }),
  },
  {
    ...marketing,
    id: '1290557163341447',
    name: 'carrinho_abandonado',
    language: 'es',
    parameter_format: 'POSITIONAL',
    components: [
      body('Hola {{1}}, tu carrito sigue aquí. 🛒\nLo guardamos 24 horas más.', 'Ana'),
      buttons(url('Terminar la compra', 'es/carrito/{{1}}')),
    ],
    plan: planOf('MARKETING', { base: 42, clicked: 0.15, quiet: 0.06 }),
    marketing: throughMeta({
      base: 28,
      clicked: 0.15,
      carts: 0.44,
      checkouts: 0.48,
      purchases: 0.5,
      basket: 138,
    }),
  },
  {
    ...marketing,
    id: '905112347766201',
    name: 'boas_vindas',
    language: 'pt_BR',
    components: [
      body('Que bom ter você aqui! 💛 Somos uma loja de Porto Alegre.\nDo que você precisa hoje?'),
      buttons(reply('Conhecer a loja'), reply('Falar com alguém'), reply('Agora não')),
    ],
    plan: planOf('MARKETING', { base: 65, clicked: 0.2, replied: 0.12, read: 0.78 }),
  },
  {
    ...marketing,
    ...quality('UNKNOWN'),
    id: '3390871225540196',
    name: 'cupom_aniversario',
    language: 'pt_BR',
    links: 'unique',
    components: [
      body(
        'Feliz aniversário, {{1}}! 🎂\nSeu presente está esperando: 20% na peça que quiser.',
        'Ana',
      ),
      buttons(url('Usar meu cupom', 'cupom/{{1}}')),
    ],
    plan: planOf('MARKETING', { base: 24, week: [1, 1, 1, 1, 1, 1, 1], quiet: 0.1, clicked: 0.3 }),
  },
  {
    ...marketing,
    id: '9184400356217735',
    name: 'lancamento_colecao',
    language: 'pt_BR',
    components: [
      body('A coleção nova acabou de chegar. 👗 Escolha por onde começar:'),
      {
        type: 'CAROUSEL',
        cards: [
          card('Vestidos', 'c/vestidos'),
          card('Camisas', 'c/camisas'),
          card('Bolsas', 'c/bolsas'),
        ],
      },
    ],
    plan: planOf('MARKETING', {
      campaigns: [
        { kind: 'yearly', from: '09-14', to: '09-18', size: 2600 },
        { kind: 'yearly', from: '03-09', to: '03-13', size: 2600 },
        { kind: 'yearly', from: '11-09', to: '11-11', size: 1800 },
      ],
      clicked: 0.04,
    }),
    marketing: throughMeta({
      campaigns: [
        { kind: 'yearly', from: '10-05', to: '10-08', size: 2100 },
        { kind: 'yearly', from: '03-16', to: '03-19', size: 2100 },
        { kind: 'yearly', from: '11-16', to: '11-19', size: 1500 },
      ],
      clicked: 0.05,
      carts: 0.3,
      checkouts: 0.45,
      purchases: 0.5,
      basket: 260,
    }),
  },
  {
    ...marketing,
    ...quality('RED', 1792454400),
    id: '612090334518877',
    name: 'reativacao_clientes',
    language: 'pt_BR',
    status: 'PAUSED',
    components: [
      body('Faz tempo que você não aparece. Temos um presente: R$ 20 na próxima compra.'),
      buttons(url('Quero o presente', 'volta'), reply('Parar promoções')),
    ],
    plan: planOf('MARKETING', {
      base: 540,
      week: [0, 1, 0, 1, 0, 0, 0],
      until: '2026-10-20',
      read: 0.41,
      clicked: 0.02,
      delivered: 0.88,
    }),
    // The one that does not earn what it costs.
    marketing: throughMeta({
      base: 620,
      week: [1, 0, 1, 0, 0, 0, 0],
      until: '2026-10-20',
      read: 0.38,
      clicked: 0.022,
      delivered: 0.81,
      carts: 0.2,
      checkouts: 0.4,
      purchases: 0.5,
      basket: 165,
    }),
  },
  {
    ...marketing,
    id: '28811045523009164',
    name: 'promo_inverno',
    language: 'pt_BR',
    status: 'ARCHIVED',
    previous_category: 'UTILITY',
    cta_url_link_tracking_opted_out: true,
    components: [
      body('Inverno com 30% de desconto em casacos e botas. ❄️'),
      buttons(url('Ver inverno', 'inverno')),
    ],
    plan: planOf('MARKETING', { base: 190, week: SHOPPING_WEEK, until: '2026-09-06' }),
  },
  {
    ...marketing,
    id: '448120075539218',
    name: 'promo_relampago',
    language: 'pt_BR',
    status: 'REJECTED',
    rejected_reason: 'INVALID_FORMAT',
    components: [body('Só hoje!!! {{1}}'), buttons(url('Correr', 'relampago'))],
    plan: null,
  },
];

export const BRAZIL_TEMPLATES: Template[] = [
  ...MARKETING_TEMPLATES,
  ...UTILITY_TEMPLATES,
  ...META_ONLY_TEMPLATES,
];
