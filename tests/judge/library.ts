// What templates say and show: texts, buttons and quality, awkward where Meta's are.
import type { ButtonKind } from './points';
import type { Random } from './random';

export interface TemplateButton {
  type: string;
  /** Absent where Meta names none. */
  text?: string;
}
export interface TemplateContent {
  /** What the message says. */
  text: string;
  buttons: TemplateButton[];
  /** Meta's word, or null where Meta does not say. */
  quality: string | null;
  /** The buttons hang on the cards of a carousel. */
  carousel: boolean;
}

const TEXTS = [
  'Oi {{1}}, sua compra chegou! 🎉\nToque para ver.',
  '=SUM(1;2) off today',
  'Últimas vagas: {{1}} — só até amanhã',
  "It's back. Don't miss it.",
  '-10% em tudo\n\n*Só hoje*',
  '12:30',
  `Long text. ${'palavra '.repeat(120)}end`,
];
const QUALITIES = ['GREEN', 'YELLOW', 'RED', 'UNKNOWN', 'SOME_FUTURE_QUALITY', null];

/** Buttons whose labels are those that the clicks of a kind name. */
const BUTTONS: Record<ButtonKind, TemplateButton[]> = {
  none: [],
  'empty-list': [{ type: 'PHONE_NUMBER', text: 'Ligar' }],
  both: [
    { type: 'URL', text: 'Ver ofertas' },
    { type: 'URL', text: '=Site' },
  ],
  'only-unique': [
    { type: 'URL', text: 'See' },
    { type: 'URL', text: 'Go' },
  ],
  'only-total': [
    { type: 'URL', text: 'Same' },
    { type: 'URL', text: 'Same' },
  ],
  quick: [
    { type: 'QUICK_REPLY', text: 'Stop' },
    { type: 'QUICK_REPLY', text: 'OK' },
  ],
  unlabelled: [{ type: 'COPY_CODE' }],
  mixed: [
    { type: 'URL', text: 'Both' },
    { type: 'URL', text: 'Only unique' },
    { type: 'QUICK_REPLY', text: 'Stop' },
    { type: 'SOME_FUTURE_BUTTON', text: 'Odd' },
  ],
};

/** The content of a template, or undefined where Meta sends no parts of it. */
export function makeContent(kind: ButtonKind, random: Random): TemplateContent | undefined {
  if (random.chance(0.1)) return undefined;
  return {
    text: random.pick(TEXTS),
    buttons: BUTTONS[kind],
    quality: random.pick(QUALITIES),
    carousel: BUTTONS[kind].length > 1 && random.chance(0.2),
  };
}

/** The parts of a template's node that hold its content. */
export function nodeParts(content: TemplateContent): Record<string, unknown> {
  const { text, buttons, quality, carousel } = content;
  const ofButton = ({ type, text: label }: TemplateButton): object => ({
    type,
    ...(label === undefined ? {} : { text: label }),
    ...(type === 'URL' ? { url: 'https://shop.example/{{1}}', example: ['x'] } : {}),
  });
  const cards = buttons.map((button) => ({
    components: [
      { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['4::x'] } },
      { type: 'BUTTONS', buttons: [ofButton(button)] },
    ],
  }));
  const shown = carousel
    ? [{ type: 'CAROUSEL', cards }]
    : buttons.length > 0
      ? [{ type: 'BUTTONS', buttons: buttons.map(ofButton) }]
      : [];
  return {
    components: [
      { type: 'HEADER', format: 'TEXT', text: 'Not the message itself' },
      { type: 'BODY', text, example: { body_text: [['Ana']] } },
      { type: 'FOOTER', text: 'Stop promotions' },
      { type: 'SOME_FUTURE_PART', odd: [1, { text: 'odd' }] },
      ...shown,
    ],
    ...(quality === null ? {} : { quality_score: { score: quality, date: 1_790_000_000 } }),
  };
}
