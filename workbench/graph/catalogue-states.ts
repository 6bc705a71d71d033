// The American shop's templates: English, and Spanish for part of its customers.
import { type Button, type Component, planOf, type Template } from './template';

const url = (text: string, path: string): Button => ({
  type: 'URL',
  text,
  url: `https://harborstreet.example/${path}`,
});
const reply = (text: string): Button => ({ type: 'QUICK_REPLY', text });
const body = (text: string): Component => ({ type: 'BODY', text });
const buttons = (...list: Button[]): Component => ({ type: 'BUTTONS', buttons: list });

const approved = { status: 'APPROVED', links: 'both' } as const;
const marketing = { ...approved, category: 'MARKETING', sub_category: 'CUSTOM' } as const;
const utility = { ...approved, category: 'UTILITY' } as const;

export const STATES_TEMPLATES: Template[] = [
  {
    ...marketing,
    id: '31477209958801263',
    name: 'black_friday_deals',
    language: 'en_US',
    quality_score: { score: 'GREEN', date: 1793577600 },
    components: [
      { type: 'HEADER', format: 'IMAGE' },
      body('Our Black Friday deals are live.'),
      { type: 'FOOTER', text: 'Harbor Street Goods' },
      buttons(url('Shop deals', 'deals'), reply('Stop promotions')),
    ],
    plan: planOf('MARKETING', { campaigns: [{ kind: 'black-friday', peak: 5600 }], clicked: 0.12 }),
  },
  {
    ...marketing,
    id: '31477209958801977',
    name: 'black_friday_deals',
    language: 'es',
    components: [
      body('Nuestras ofertas de Black Friday ya empezaron.'),
      buttons(url('Ver ofertas', 'es/deals'), reply('Dejar de recibir')),
    ],
    plan: planOf('MARKETING', { campaigns: [{ kind: 'black-friday', peak: 1700 }], clicked: 0.1 }),
  },
  {
    ...marketing,
    id: '664218003957124',
    name: 'weekly_specials',
    language: 'en_US',
    components: [
      body('This week at Harbor Street: {{1}}.'),
      buttons(url('See specials', 'specials'), url('Find a store', 'stores')),
    ],
    plan: planOf('MARKETING', {
      campaigns: [{ kind: 'weekly', weekday: 3, size: 2100 }],
      clicked: 0.06,
    }),
  },
  {
    ...marketing,
    id: '5518830274466901',
    name: 'cart_reminder',
    language: 'en_US',
    components: [
      body('{{1}}, you left something in your cart.'),
      buttons(url('Back to cart', 'cart/{{1}}')),
    ],
    plan: planOf('MARKETING', { base: 145, clicked: 0.16 }),
  },
  {
    ...marketing,
    id: '197332045890066',
    name: 'back_in_stock',
    language: 'en',
    links: 'unique',
    components: [body('{{1}} is back in stock.'), buttons(url('View item', 'p/{{1}}'))],
    plan: planOf('MARKETING', { base: 30, quiet: 0.7, clicked: 0.25 }),
  },
  {
    ...utility,
    id: '402278119900563',
    name: 'order_update',
    language: 'en_US',
    parameter_format: 'NAMED',
    components: [body('Order {{order_id}} left our store.')],
    plan: planOf('UTILITY', { base: 205 }),
  },
  {
    ...utility,
    id: '402278119900891',
    name: 'order_update',
    language: 'es',
    parameter_format: 'NAMED',
    components: [body('El pedido {{order_id}} salió de la tienda.')],
    plan: planOf('UTILITY', { base: 48, quiet: 0.04 }),
  },
  {
    ...utility,
    id: '88140275530019642',
    name: 'delivery_feedback',
    language: 'en_US',
    components: [
      body('Did everything arrive in one piece?'),
      buttons(reply('All good'), reply('Something is wrong'), {
        type: 'PHONE_NUMBER',
        text: 'Call us',
        phone_number: '+12125550140',
      }),
    ],
    plan: planOf('UTILITY', { base: 90, clicked: 0.3, replied: 0.08 }),
  },
  {
    ...utility,
    id: '9940183372265508',
    name: 'appointment_reminder',
    language: 'en_US',
    links: 'unique',
    components: [
      body('Your fitting is on {{1}} at {{2}}.'),
      buttons(url('Reschedule', 'fitting/{{1}}'), reply('I will be there')),
    ],
    plan: planOf('UTILITY', { base: 18, quiet: 0.2, clicked: 0.35 }),
  },
  {
    ...approved,
    id: '273900561184425',
    name: 'verification_code',
    language: 'en_US',
    category: 'AUTHENTICATION',
    components: [
      body('{{1}} is your verification code.'),
      buttons({ type: 'OTP', text: 'Copy code', otp_type: 'COPY_CODE' }),
    ],
    plan: planOf('AUTHENTICATION', { base: 130 }),
  },
];
