// The American shop's templates: English, and Spanish for part of its customers. The shop has no app.
import {
  authentication,
  body,
  buttons,
  call,
  copyCode,
  footer,
  linksTo,
  marketing,
  picture,
  quality,
  reply,
  utility,
} from './catalogue-parts';
import { marketingPlanOf, planOf, type Template } from './template';

const url = linksTo('harborstreet.example');
const foot = footer('Harbor Street Goods · Reply STOP to opt out');

export const STATES_TEMPLATES: Template[] = [
  {
    ...marketing,
    ...quality('GREEN'),
    id: '31477209958801263',
    name: 'black_friday_deals',
    language: 'en_US',
    components: [
      picture,
      body(
        'Our Black Friday deals are live. 🛍️\nUp to *50% off* cookware, linen and lamps, today only.',
      ),
      foot,
      buttons(url('Shop deals', 'deals'), reply('Stop promotions')),
    ],
    plan: planOf('MARKETING', { campaigns: [{ kind: 'black-friday', peak: 5600 }], clicked: 0.12 }),
    marketing: marketingPlanOf({
      campaigns: [{ kind: 'black-friday', peak: 3900 }],
      clicked: 0.11,
      carts: 0.22,
      checkouts: 0.45,
      purchases: 0.5,
      basket: 38,
    }),
  },
  {
    ...marketing,
    id: '31477209958801977',
    name: 'black_friday_deals',
    language: 'es',
    components: [
      body('Nuestras ofertas de Black Friday ya empezaron. 🛍️ Hasta *50% menos*, solo hoy.'),
      buttons(url('Ver ofertas', 'es/deals'), reply('Dejar de recibir')),
    ],
    plan: planOf('MARKETING', { campaigns: [{ kind: 'black-friday', peak: 1700 }], clicked: 0.1 }),
  },
  {
    ...marketing,
    ...quality('YELLOW', 1794268800),
    id: '664218003957124',
    name: 'weekly_specials',
    language: 'en_US',
    components: [
      body(
        'This week at Harbor Street: *{{1}}*.\nIn store and online until Sunday.',
        'cast iron pans',
      ),
      buttons(url('See specials', 'specials'), url('Find a store', 'stores')),
    ],
    plan: planOf('MARKETING', {
      campaigns: [{ kind: 'weekly', weekday: 3, size: 2100 }],
      clicked: 0.06,
    }),
    marketing: marketingPlanOf({
      campaigns: [{ kind: 'weekly', weekday: 1, size: 1300 }],
      clicked: 0.05,
      carts: 0.15,
      checkouts: 0.42,
      purchases: 0.5,
      basket: 36,
    }),
  },
  {
    ...marketing,
    ...quality('GREEN'),
    id: '5518830274466901',
    name: 'cart_reminder',
    language: 'en_US',
    components: [
      body('{{1}}, you left something in your cart. We will keep it for another day.', 'Sam'),
      buttons(url('Back to cart', 'cart/{{1}}')),
    ],
    plan: planOf('MARKETING', { base: 145, clicked: 0.16 }),
    marketing: marketingPlanOf({
      base: 85,
      clicked: 0.15,
      carts: 0.25,
      checkouts: 0.4,
      purchases: 0.42,
      basket: 32,
    }),
  },
  {
    ...marketing,
    id: '197332045890066',
    name: 'back_in_stock',
    language: 'en',
    links: 'unique',
    components: [
      body('{{1}} is back in stock. Last time it was gone in two days.', 'The blue teapot'),
      buttons(url('View item', 'p/{{1}}')),
    ],
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
      buttons(reply('All good'), reply('Something is wrong'), call('Call us', '+12125550140')),
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
      body('Your fitting is on {{1}} at {{2}}.', 'Friday', '3 pm'),
      buttons(url('Reschedule', 'fitting/{{1}}'), reply('I will be there')),
    ],
    plan: planOf('UTILITY', { base: 18, quiet: 0.2, clicked: 0.35 }),
  },
  {
    ...authentication,
    id: '273900561184425',
    name: 'verification_code',
    language: 'en_US',
    components: [
      body('{{1}} is your verification code.', '123456'),
      buttons(copyCode('Copy code')),
    ],
    plan: planOf('AUTHENTICATION', { base: 130 }),
  },
  // Sent through Marketing Messages only.
  {
    ...marketing,
    ...quality('GREEN'),
    id: '26190873345510827',
    name: 'holiday_gift_guide',
    language: 'en_US',
    components: [
      picture,
      body(
        'Forty gifts under $40, picked by the people in our stores. 🎁\nWrapped for free until December 20.',
      ),
      foot,
      buttons(url('Open the guide', 'gifts'), url('Gift cards', 'gift-cards'), reply('No thanks')),
    ],
    plan: null,
    marketing: marketingPlanOf({
      campaigns: [{ kind: 'yearly', from: '11-05', to: '12-20', size: 420 }],
      clicked: 0.08,
      carts: 0.2,
      checkouts: 0.42,
      purchases: 0.5,
      basket: 44,
    }),
  },
];
