// What formulas answer about buttons, added up by hand: labels, kinds, days, templates, and slips of the finger.
import { noteFetched, refreshKeywords } from '../coverage';
import type { DailyRow } from '../daily';
import { asking } from '../testing/asking';
import { createStore, textAt, writeRows } from '../testing/index-store';
import { row } from '../testing/rows';
import type { Argument } from './arguments';
import { FormulaError } from './formula-error';

const button = (
  templateId: string,
  day: string,
  label: string,
  clicks: number | null,
  buttonType = 'url_button',
): DailyRow => row(templateId, day, { clicks, delivered: 50 }, { buttonType, button: label });
const day = (templateId: string, date: string): DailyRow =>
  row(templateId, date, { sent: 60, delivered: 50 });

const STORE = createStore();
writeRows(
  STORE,
  [day('1', '2026-10-30'), day('1', '2026-11-02'), day('1', '2026-11-05'), day('2', '2026-11-05')],
  [
    button('1', '2026-10-30', 'Ver ofertas', 7),
    button('1', '2026-11-02', 'Ver ofertas', 10),
    button('1', '2026-11-02', 'Parar', 2, 'quick_reply_button'),
    button('1', '2026-11-05', 'Ver ofertas', 3),
    button('1', '2026-11-05', 'ver ofertas', 1, 'quick_reply_button'),
    button('2', '2026-11-05', 'Ver tudo', null),
    button('2', '2026-11-05', '', 4),
  ],
);
noteFetched(STORE.head, 'A', 'all', { from: '2026-10-25', to: '2026-11-10' }, '2026-11-10');
refreshKeywords(STORE.head, []);

const asked = asking({
  head: STORE.head,
  load: (places) => places.map((place) => textAt(STORE, place)),
});
const ask = (...args: Argument[]) => asked.ask('WA_BUTTON_CLICKS', args);
const NOV = ['2026-11-01', '2026-11-10'];

test.each<[string, Argument[], number | '']>([
  ['a label, whatever its kind and capitals: 10 + 3 + 1', ['1', 'Ver ofertas', ...NOV], 14],
  ['over a month end: 7 + 14', ['1', 'VER OFERTAS', '2026-10-26', '2026-11-10'], 21],
  ['one day', ['1', 'Ver ofertas', '2026-11-02'], 10],
  ['a pattern: 14 of one template, none reported of the other', ['*', 'ver*', ...NOV], 14],
  ['no label given: every button', ['1', undefined, ...NOV], 16],
  ['a button without a label, by the pattern of all', ['2', '*', ...NOV], 4],
  ['empty where no row reports clicks', ['2', 'Ver tudo', ...NOV], ''],
  ['0 where the template has no such button', ['2', 'Parar', ...NOV], 0],
  ['0 on held days without a row', ['1', 'Ver ofertas', '2026-11-07'], 0],
  ['empty before the first day ever fetched', ['1', 'Ver ofertas', '2026-09-01'], ''],
  ['empty for a blank label', ['1', '', ...NOV], ''],
  ['empty for a blank template', ['', 'Ver ofertas', ...NOV], ''],
])('%s', (_name, args, answer) => {
  expect(ask(...args)).toBe(answer);
});

test('labels down and templates across answer in one call', () => {
  expect(ask([['1', '2']], [['Ver ofertas'], ['Parar'], ['Ver tudo']], ...NOV)).toEqual([
    [14, 0],
    [2, 0],
    [0, ''],
  ]);
});

const refusal = (...args: Argument[]): FormulaError => {
  try {
    ask(...args);
  } catch (error) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
  throw new Error('It answered.');
};

test('a slip of the finger is told from a button that is not there', () => {
  expect(refusal('1', 'Ver oferta', ...NOV)).toMatchObject({
    code: 'button-guess',
    facts: { name: 'Ver oferta', guess: 'Ver ofertas' },
  });
  expect(ask('1', 'Comprar agora', ...NOV)).toBe(0);
});

test('days that were never fetched are refused with a formula that works', () => {
  const { code, facts } = refusal('1', 'Parar', '2026-10-20', '2026-11-10');
  expect([code, facts.formula]).toEqual([
    'before-coverage',
    '=WA_BUTTON_CLICKS("1";"Parar";"2026-10-25";"2026-11-10")',
  ]);
});

test('a date for a label and a sixth value are refused', () => {
  expect(refusal('1', { day: '2026-11-01' }, ...NOV).code).toBe('button-bad');
  expect(refusal('1', 'Parar', ...NOV, undefined, 'x').code).toBe('too-many-arguments');
});
