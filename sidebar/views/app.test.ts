// The views as data: what stands on each screen, and what may be pressed when.

import { createController } from '../controller';
import type { Child, Described } from '../dom';
import { failureFromServer } from '../failures';
import { LANGUAGES, type Language, textsOf } from '../language';
import { aurora, home, sampleAnswer, sampleStatus, sampleTemplate } from '../sample';
import { type Event, initialState, reduce, type State } from '../state';
import { appView } from './app';

const on = createController({
  call: () => Promise.reject(new Error('Drawing makes no calls.')),
  draw: () => {},
  focus: () => {},
  copy: async () => false,
});

function draw(state: State, language: Language = 'en'): Described[] {
  return appView({ state, texts: textsOf(language), locale: language, on });
}

function everything(children: readonly Child[]): Described[] {
  return children.flatMap((child) =>
    typeof child === 'string' ? [] : [child, ...everything(child.children)],
  );
}

function textOf(child: Child): string {
  return typeof child === 'string' ? child : child.children.map(textOf).join(' ');
}

const page = (state: State, language: Language = 'en') =>
  draw(state, language).map(textOf).join(' ');
const after = (...events: Event[]): State => events.reduce(reduce, initialState);
const ready: Event = { type: 'status-read', status: sampleStatus({ accounts: [aurora, home] }) };
const list = [sampleTemplate({ id: '1' }), sampleTemplate({ id: '2', name: '=1+1' })];
const started: Event = {
  type: 'sync-started',
  request: { preset: 'last_30_days', templates: 'all' },
};
const done: Event = { type: 'sync-answered', answer: sampleAnswer() };
const failed = (code: string): Event => ({
  type: 'failed',
  task: 'sync',
  failure: failureFromServer({ code, message: 'What happened.', hint: 'What to do.' }),
});

const screens: [string, State][] = [
  ['loading', initialState],
  [
    'connect',
    after({ type: 'status-read', status: sampleStatus({ connected: false, accounts: [] }) }),
  ],
  [
    'accounts',
    after({ type: 'connected', answer: { tail: 'x', expires: null, accounts: [aurora, home] } }),
  ],
  [
    'accounts without a list',
    after({ type: 'connected', answer: { tail: 'x', expires: null, accounts: [] } }),
  ],
  ['main', after(ready)],
  ['custom dates', after(ready, { type: 'preset-chosen', preset: 'custom' })],
  ['picker', after(ready, { type: 'mode-chosen', mode: 'some' }, { type: 'templates-read', list })],
  [
    'sync on its way',
    after(ready, started, {
      type: 'sync-answered',
      answer: sampleAnswer({ done: false, cursor: 'c' }),
    }),
  ],
  ['result', after(ready, started, done)],
  ['failure', after(ready, started, failed('rate-limited'))],
  ['disconnecting', after(ready, { type: 'disconnect-asked' })],
];

test.each(screens)('on the screen %s every field has a label', (_name, state) => {
  const elements = everything(draw(state));
  const labelled = new Set(
    elements.filter(({ tag }) => tag === 'label').map(({ props }) => props.for),
  );
  const wrapped = new Set(
    elements.filter(({ tag }) => tag === 'label').flatMap((label) => everything(label.children)),
  );
  for (const field of elements.filter(({ tag }) => tag === 'input' || tag === 'select')) {
    expect(labelled.has(field.props.id) || wrapped.has(field)).toBe(true);
  }
});

test.each(screens)(
  'on the screen %s every button but Cancel is off while it works',
  (_name, state) => {
    const busy = { ...state, task: state.task ?? ('open' as const) };
    const buttons = everything(draw(busy)).filter(({ tag }) => tag === 'button');
    const open = buttons.filter(({ props }) => props.disabled !== true).map(textOf);
    expect(open).toEqual(state.run?.end === 'running' ? ['Cancel'] : []);
  },
);

test.each(screens)('the screen %s reads differently in each language', (_name, state) => {
  const [english, portuguese] = LANGUAGES.map((language) => page(state, language));
  expect(english).not.toBe(portuguese);
  expect(`${english}${portuguese}`).not.toMatch(/undefined|\[object|NaN/);
});

test.each(screens)('the screen %s has one primary button at most', (_name, state) => {
  const primary = everything(draw(state)).filter(({ props }) =>
    String(props.class).includes('primary'),
  );
  expect(primary.length).toBeLessThanOrEqual(1);
});

test('a failure says what happened, what was kept and what to do, as an alert', () => {
  const half: Event = { type: 'sync-answered', answer: sampleAnswer({ done: false, cursor: 'c' }) };
  const elements = everything(draw(after(ready, started, half, failed('token-expired'))));
  const alert = elements.find(({ props }) => props.role === 'alert');
  expect(alert && textOf(alert)).toBe(
    'What happened. Before that, 123 rows were written. They stay in the sheet. What to do. Connect again',
  );
});

test('a stopped sync says that what was written stays', () => {
  const half: Event = { type: 'sync-answered', answer: sampleAnswer({ done: false, cursor: 'c' }) };
  const state = after(ready, started, { type: 'cancel-asked' }, half, { type: 'sync-stopped' });
  expect(page(state)).toContain('What was written stays in the sheet.');
});

test('the result shows the counts, the notices, the tab and a formula to copy', () => {
  const notices = [{ code: 'x', text: 'One thing to know.' }];
  const answer = sampleAnswer({ notices, counts: { ...sampleAnswer().counts, added: 1648 } });
  const state = after(ready, { type: 'templates-read', list }, started, {
    type: 'sync-answered',
    answer,
  });
  const text = page(state);
  expect(text).toContain('Rows added 1,648');
  expect(text).toContain('One thing to know.');
  expect(text).toContain('Open WA Daily');
  expect(text).toContain('=WA_COST_PER_CLICK("promo_verao"; A1; A2; WA_LIVE)');
});

test('days older than the reach are said to come from the sheet only', () => {
  const state = after(ready, { type: 'preset-chosen', preset: 'this_year' });
  expect(page(state)).toContain('Meta only goes back to Aug 24, 2026.');
  expect(page(after(ready))).not.toContain('Meta only goes back');
});

test('choosing templates says that the history of the others is not kept', () => {
  expect(page(after(ready, { type: 'mode-chosen', mode: 'some' }))).toContain(
    'The history of the other templates is not kept',
  );
});

test('a failure of the last schedule is shown until a sync has worked since', () => {
  const lastFailure = {
    at: '2026-11-21T13:00:00Z',
    code: 'x',
    message: 'It broke.',
    hint: 'Mend it.',
  };
  const shown = (status: Partial<ReturnType<typeof sampleStatus>>) =>
    page(after({ type: 'status-read', status: sampleStatus({ lastFailure, ...status }) }));
  expect(shown({})).toContain('It broke. Mend it.');
  expect(shown({ lastSync: '2026-11-21T14:00:00Z' })).not.toContain('It broke.');
});
