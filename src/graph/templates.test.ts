// The list of templates: what is asked, what is given up where Meta refuses, and what odd parts leave behind.
import { clientOf, errorOf } from './testing/scripted-analytics';
import { ACCOUNT, ok, refused, script } from './testing/scripted-http';
import type { HttpAnswer, TemplateNode } from './types';

const PLAIN = 'id,name,language,category,status';
const ALL = `${PLAIN},quality_score,components`;
const page = (...data: object[]): HttpAnswer => ok({ data });
const list = (answer: HttpAnswer): TemplateNode[] =>
  clientOf(script(() => answer)).listTemplates(ACCOUNT);
const read = (more: object): TemplateNode | undefined => list(page({ id: '1', ...more }))[0];

const body = (text: unknown) => ({ type: 'BODY', text });
const buttons = (...list: unknown[]) => ({ type: 'BUTTONS', buttons: list });
const url = { type: 'URL', text: 'Buy', url: 'https://shop.example/' };
const reply = { type: 'QUICK_REPLY', text: 'Stop' };

test.each<[string, unknown, string, object[]]>([
  ['no components', undefined, '', []],
  ['null', null, '', []],
  ['a text', 'BODY', '', []],
  ['an object', { type: 'BODY', text: 'x' }, '', []],
  ['odd entries', [null, 1, 'x', [], {}, { type: 7 }], '', []],
  ['a header only', [{ type: 'HEADER', format: 'TEXT', text: 'Hello' }], '', []],
  [
    'a body',
    [{ type: 'HEADER', text: 'Hello' }, body('Hi {{1}}\n=1+1'), { type: 'FOOTER', text: 'Shop' }],
    'Hi {{1}}\n=1+1',
    [],
  ],
  ['a body in lower case', [{ type: 'body', text: 'Hi' }], 'Hi', []],
  ['a body without text', [{ type: 'BODY', add_security_recommendation: true }], '', []],
  ['a body whose text is none', [body({ text: 'x' })], '', []],
  [
    'buttons in order',
    [body('Hi'), buttons(url, reply)],
    'Hi',
    [
      { type: 'URL', text: 'Buy' },
      { type: 'QUICK_REPLY', text: 'Stop' },
    ],
  ],
  [
    'a button of a kind nobody knows',
    [buttons({ type: 'TELEPORT', text: 'Go' })],
    '',
    [{ type: 'TELEPORT', text: 'Go' }],
  ],
  [
    'buttons with odd parts',
    [buttons(null, 'x', {}, { type: 'OTP' }, { text: 5 })],
    '',
    [
      { type: '', text: '' },
      { type: 'OTP', text: '' },
      { type: '', text: '' },
    ],
  ],
  ['buttons that are no list', [{ type: 'BUTTONS', buttons: url }], '', []],
  [
    'a carousel',
    [
      body('New'),
      {
        type: 'CAROUSEL',
        cards: [
          { components: [body('First card'), buttons(url)] },
          null,
          { components: 'x' },
          { components: [{ type: 'HEADER', format: 'IMAGE' }, buttons(reply, url)] },
        ],
      },
    ],
    'New',
    [
      { type: 'URL', text: 'Buy' },
      { type: 'QUICK_REPLY', text: 'Stop' },
      { type: 'URL', text: 'Buy' },
    ],
  ],
  [
    'a carousel that says all in its cards',
    [{ type: 'CAROUSEL', cards: [{ components: [body('x')] }] }],
    '',
    [],
  ],
])('components: %s', (_name, components, text, expected) => {
  expect(read({ components })).toMatchObject({ text, buttons: expected });
});

test.each<[unknown, string | null]>([
  [undefined, null],
  [null, null],
  [{ score: 'GREEN', date: 1_790_000_000 }, 'GREEN'],
  ['YELLOW', 'YELLOW'],
  [{ score: 'UNKNOWN' }, 'UNKNOWN'],
  [{ score: 'ULTRAVIOLET' }, 'ULTRAVIOLET'],
  [{ date: 1 }, null],
  [{ score: 3 }, null],
  ['', null],
  [[], null],
  [3, null],
])('a quality of %j is %j', (quality_score, quality) => {
  expect(read({ quality_score })?.quality).toBe(quality);
});

test('words nobody knows pass through, what is absent is an empty text', () => {
  expect(read({ category: 'GREETING', status: 'LOCKED', language: 'xx_YY' })).toEqual({
    id: '1',
    name: '',
    language: 'xx_YY',
    category: 'GREETING',
    status: 'LOCKED',
    quality: null,
    text: '',
    buttons: [],
  });
});

describe('what is asked', () => {
  const message = 'Please reduce the amount of data';
  const askedBy = (answer: (fields: string, limit: string) => HttpAnswer) => {
    const made = script(({ values: { fields = '', limit = '' } }) => answer(fields, limit));
    const run = () =>
      clientOf(made)
        .listTemplates(ACCOUNT)
        .map(({ id }) => id);
    const asked = () => made.asked.map(({ values }) => [values.fields, values.limit]);
    return { run, asked };
  };

  test('is everything at once', () => {
    const { run, asked } = askedBy(() => page({ id: '1' }));
    expect(run()).toEqual(['1']);
    expect(asked()).toEqual([[ALL, '100']]);
  });

  test('is the plain fields where Meta refuses one of the others', () => {
    const { run, asked } = askedBy((fields) =>
      fields === PLAIN ? page({ id: '1' }) : refused(100),
    );
    expect(run()).toEqual(['1']);
    expect(asked()).toEqual([
      [ALL, '100'],
      [PLAIN, '100'],
    ]);
  });

  test('is smaller pages where Meta finds these too much, then fewer fields', () => {
    const smaller = askedBy((_, limit) =>
      limit === '100' ? refused(1, { message }) : page({ id: '1' }),
    );
    expect(smaller.run()).toEqual(['1']);
    expect(smaller.asked()).toHaveLength(2);
    const plain = askedBy((fields) =>
      fields === PLAIN ? page({ id: '1' }) : refused(1, { message }),
    );
    expect(plain.run()).toEqual(['1']);
    expect(plain.asked()).toEqual([
      [ALL, '100'],
      [ALL, '25'],
      [PLAIN, '25'],
    ]);
  });

  test.each([
    ['the question', refused(100), 2],
    ['too much', refused(1, { message }), 3],
    ['permission', refused(200), 1],
    ['the token', refused(190), 1],
  ])('is given up where Meta refuses %s for good', (_name, answer, count) => {
    const { run, asked } = askedBy(() => answer);
    expect(errorOf(run).facts).toMatchObject({ endpoint: 'message_templates', account: ACCOUNT });
    expect(asked()).toHaveLength(count);
  });
});
