// The Brazilian shop's templates: Portuguese first, Spanish for the neighbours, one in English.
import { type Button, type Component, planOf, SHOPPING_WEEK, type Template } from './template';

const url = (text: string, path: string): Button => ({
  type: 'URL',
  text,
  url: `https://aurora.example/${path}`,
});
const reply = (text: string): Button => ({ type: 'QUICK_REPLY', text });
const body = (text: string, example?: string[]): Component => ({
  type: 'BODY',
  text,
  ...(example ? { example: { body_text: [example] } } : {}),
});
const buttons = (...list: Button[]): Component => ({ type: 'BUTTONS', buttons: list });
const footer: Component = { type: 'FOOTER', text: 'Loja Aurora' };
const card = (text: string, path: string) => ({
  components: [
    { type: 'HEADER', format: 'IMAGE' } as Component,
    body(text),
    buttons(url('Ver produto', path)),
  ],
});

/** Shared by the templates that a shop keeps in good standing. */
const approved = { status: 'APPROVED', links: 'both' } as const;
const marketing = { ...approved, category: 'MARKETING', sub_category: 'CUSTOM' } as const;
const utility = { ...approved, category: 'UTILITY' } as const;

export const BRAZIL_TEMPLATES: Template[] = [
  {
    ...marketing,
    id: '24018837501922746',
    name: 'black_friday',
    language: 'pt_BR',
    parameter_format: 'POSITIONAL',
    quality_score: { score: 'GREEN', date: 1793577600 },
    components: [
      {
        type: 'HEADER',
        format: 'TEXT',
        text: 'Black Friday, {{1}}!',
        example: { header_text: ['Ana'] },
      },
      body('A loja toda com até {{1}}% de desconto até domingo.', ['60']),
      footer,
      buttons(url('Ver ofertas', 'black-friday'), reply('Parar promoções')),
    ],
    plan: planOf('MARKETING', { campaigns: [{ kind: 'black-friday', peak: 9200 }], clicked: 0.13 }),
  },
  {
    ...marketing,
    id: '24018837501922811',
    name: 'black_friday',
    language: 'es',
    parameter_format: 'POSITIONAL',
    components: [
      body('Toda la tienda con hasta {{1}}% de descuento hasta el domingo.', ['60']),
      footer,
      buttons(url('Ver ofertas', 'es/black-friday'), reply('No recibir promociones')),
    ],
    plan: planOf('MARKETING', { campaigns: [{ kind: 'black-friday', peak: 1400 }], clicked: 0.11 }),
  },
  {
    ...marketing,
    id: '731904466281530',
    name: 'newsletter_mensal',
    language: 'pt_BR',
    components: [
      body('As novidades do mês chegaram. Qual delas combina com você?'),
      footer,
      buttons(url('Ver novidades', 'novidades'), url('Ler o blog', 'blog'), reply('Sair da lista')),
    ],
    plan: planOf('MARKETING', {
      campaigns: [{ kind: 'monthly', nth: 1, weekday: 1, size: 6400 }],
      clicked: 0.07,
    }),
  },
  {
    ...marketing,
    id: '1290557163340982',
    name: 'carrinho_abandonado',
    language: 'pt_BR',
    parameter_format: 'POSITIONAL',
    components: [
      body('Oi {{1}}, seu carrinho ainda está aqui.', ['Ana']),
      buttons(url('Finalizar compra', 'carrinho/{{1}}')),
    ],
    plan: planOf('MARKETING', { base: 310, clicked: 0.17 }),
  },
  {
    ...marketing,
    id: '1290557163341447',
    name: 'carrinho_abandonado',
    language: 'es',
    parameter_format: 'POSITIONAL',
    components: [
      body('Hola {{1}}, tu carrito sigue aquí.', ['Ana']),
      buttons(url('Terminar la compra', 'es/carrito/{{1}}')),
    ],
    plan: planOf('MARKETING', { base: 42, clicked: 0.15, quiet: 0.06 }),
  },
  {
    ...marketing,
    id: '905112347766201',
    name: 'boas_vindas',
    language: 'pt_BR',
    components: [
      body('Que bom ter você aqui. Do que você precisa?'),
      buttons(reply('Conhecer a loja'), reply('Falar com alguém'), reply('Agora não')),
    ],
    plan: planOf('MARKETING', { base: 65, clicked: 0.2, replied: 0.12, read: 0.78 }),
  },
  {
    ...marketing,
    id: '3390871225540196',
    name: 'cupom_aniversario',
    language: 'pt_BR',
    links: 'unique',
    components: [
      body('Feliz aniversário, {{1}}! Seu presente está esperando.', ['Ana']),
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
      body('A coleção nova acabou de chegar.'),
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
  },
  {
    ...marketing,
    id: '612090334518877',
    name: 'reativacao_clientes',
    language: 'pt_BR',
    status: 'PAUSED',
    quality_score: { score: 'RED', date: 1792454400 },
    components: [
      body('Faz tempo que você não aparece. Temos um presente.'),
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
  },
  {
    ...marketing,
    id: '28811045523009164',
    name: 'promo_inverno',
    language: 'pt_BR',
    status: 'ARCHIVED',
    previous_category: 'UTILITY',
    cta_url_link_tracking_opted_out: true,
    components: [body('Inverno com 30% de desconto.'), buttons(url('Ver inverno', 'inverno'))],
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
  {
    ...utility,
    id: '517733890024415',
    name: 'pedido_confirmado',
    language: 'pt_BR',
    parameter_format: 'NAMED',
    components: [body('Recebemos o pedido {{order_id}}. Obrigado!')],
    plan: planOf('UTILITY', { base: 420, week: SHOPPING_WEEK }),
  },
  {
    ...utility,
    id: '7702915544180336',
    name: 'pedido_enviado',
    language: 'pt_BR',
    parameter_format: 'NAMED',
    components: [
      body('O pedido {{order_id}} saiu para entrega.'),
      buttons(url('Rastrear pedido', 'rastreio/{{1}}')),
    ],
    plan: planOf('UTILITY', { base: 390, clicked: 0.38 }),
  },
  {
    ...utility,
    id: '7702915544180904',
    name: 'pedido_enviado',
    language: 'es',
    parameter_format: 'NAMED',
    components: [
      body('El pedido {{order_id}} está en camino.'),
      buttons(url('Seguir el pedido', 'es/envio/{{1}}')),
    ],
    plan: planOf('UTILITY', { base: 38, clicked: 0.35, quiet: 0.05 }),
  },
  {
    ...utility,
    id: '36620418875590127',
    name: 'pesquisa_atendimento',
    language: 'pt_BR',
    components: [
      body('Como foi o nosso atendimento?'),
      buttons(reply('Ótimo'), reply('Razoável'), reply('Ruim')),
    ],
    // Sent while the conversation is still open, so it costs nothing.
    plan: planOf('UTILITY', { base: 70, clicked: 0.14, paid: 0 }),
  },
  {
    ...approved,
    id: '820045119936672',
    name: 'codigo_acesso',
    language: 'pt_BR',
    category: 'AUTHENTICATION',
    components: [
      body('{{1}} é o seu código de verificação.', ['123456']),
      buttons({ type: 'OTP', text: 'Copiar código', otp_type: 'COPY_CODE' }),
    ],
    plan: planOf('AUTHENTICATION', { base: 260 }),
  },
];
