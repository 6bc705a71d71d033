// The Brazilian shop's templates that sell nothing: orders, deliveries, opinions, access codes.
import {
  authentication,
  body,
  buttons,
  copyCode,
  linksTo,
  reply,
  utility,
} from './catalogue-parts';
import { planOf, SHOPPING_WEEK, type Template } from './template';

const url = linksTo('aurora.example');

export const UTILITY_TEMPLATES: Template[] = [
  {
    ...utility,
    id: '517733890024415',
    name: 'pedido_confirmado',
    language: 'pt_BR',
    parameter_format: 'NAMED',
    components: [body('Recebemos o pedido {{order_id}}. Obrigado! Avisamos quando ele sair.')],
    plan: planOf('UTILITY', { base: 420, week: SHOPPING_WEEK }),
  },
  {
    ...utility,
    id: '7702915544180336',
    name: 'pedido_enviado',
    language: 'pt_BR',
    parameter_format: 'NAMED',
    components: [
      body('O pedido {{order_id}} saiu para entrega. 📦'),
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
      body('El pedido {{order_id}} está en camino. 📦'),
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
    ...authentication,
    id: '820045119936672',
    name: 'codigo_acesso',
    language: 'pt_BR',
    components: [
      body('{{1}} é o seu código de verificação.', '123456'),
      buttons(copyCode('Copiar código')),
    ],
    plan: planOf('AUTHENTICATION', { base: 260 }),
  },
];
