// The views as data: what stands on each screen, and what may be pressed when.

import { LANGUAGES } from '../language';
import { aurora, home, sampleAnswer, sampleStatus, sampleTemplate } from '../sample';
import { type Event, initialState, reduce, type State } from '../state';
import {
  done,
  draw,
  everything,
  failed,
  gappy,
  insightsAsked,
  insightsOn,
  list,
  lostAfter,
  made,
  off,
  opened,
  page,
  ready,
  reportsOpen,
  started,
  stateAfter,
  textOf,
  understood,
} from './drawn';

const screens: [string, State][] = [
  ['loading', initialState],
  [
    'connect',
    stateAfter({ type: 'status-read', status: sampleStatus({ connected: false, accounts: [] }) }),
  ],
  [
    'accounts',
    stateAfter({
      type: 'connected',
      answer: { tail: 'x', expires: null, accounts: [aurora, home] },
    }),
  ],
  [
    'accounts without a list',
    stateAfter({ type: 'connected', answer: { tail: 'x', expires: null, accounts: [] } }),
  ],
  ['main', stateAfter(ready)],
  ['custom dates', stateAfter(ready, { type: 'preset-chosen', preset: 'custom' })],
  [
    'picker with filters',
    stateAfter(
      ready,
      { type: 'mode-chosen', mode: 'some' },
      {
        type: 'templates-read',
        list: [...list, sampleTemplate({ id: '3', language: 'es', category: 'UTILITY' })],
      },
      { type: 'filtered', filters: { category: 'UTILITY', language: 'pt_BR' } },
    ),
  ],
  [
    'picker',
    stateAfter(ready, { type: 'mode-chosen', mode: 'some' }, { type: 'templates-read', list }),
  ],
  [
    'picker with languages of one name',
    stateAfter(
      ready,
      { type: 'mode-chosen', mode: 'some' },
      {
        type: 'templates-read',
        list: [
          sampleTemplate({ id: '1', status: 'PAUSED', quality: 'RED' }),
          sampleTemplate({ id: '2', language: 'es', listed: false }),
        ],
      },
    ),
  ],
  [
    'sync on its way',
    stateAfter(ready, started, {
      type: 'sync-answered',
      answer: sampleAnswer({ done: false, cursor: 'c' }),
    }),
  ],
  ['result', stateAfter(ready, started, done)],
  ['failure', stateAfter(ready, started, failed('rate-limited'))],
  ['disconnecting', stateAfter(ready, { type: 'disconnect-asked' })],
  ['first sync', opened({ lastSync: null, schedule: off })],
  ['somebody else updates it', opened({ schedule: { ...off, on: true } })],
  ['daily update off', opened({ schedule: off })],
  ['gaps in the history', opened({ coverage: gappy })],
  ['deleted tab', stateAfter(ready, started, failed('tab-missing'))],
  ['question about the tab', lostAfter('tab-missing', 'tab')],
  ['question about a column', lostAfter('sheet-changed', 'column')],
  ['tab made again', reduce(lostAfter('tab-missing', 'tab'), { type: 'restored', made })],
  ['offer of insights', stateAfter(ready, started, failed('insights-off'))],
  ['question about insights', stateAfter(ready, insightsAsked(null))],
  ['insights agreed to', stateAfter(ready, insightsAsked(home.id), understood)],
  [
    'reports',
    reportsOpen(opened({ reports: [{ tab: 'WA x', accountId: aurora.id, templateId: '1' }] })),
  ],
  ['insights on', stateAfter(ready, insightsAsked(home.id), understood, insightsOn)],
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
  const elements = everything(draw(stateAfter(ready, started, half, failed('token-expired'))));
  const alert = elements.find(({ props }) => props.role === 'alert');
  expect(alert && textOf(alert)).toBe(
    'What happened. Before that, 123 rows were written. They stay in the sheet. What to do. Connect again',
  );
});

test('a stopped sync says that what was written stays', () => {
  const half: Event = { type: 'sync-answered', answer: sampleAnswer({ done: false, cursor: 'c' }) };
  const state = stateAfter(ready, started, { type: 'cancel-asked' }, half, {
    type: 'sync-stopped',
  });
  expect(page(state)).toContain('What was written stays in the sheet.');
});

test('the result shows the counts, the notices, the tab and a formula to copy', () => {
  const notices = [{ code: 'x', text: 'One thing to know.' }];
  const answer = sampleAnswer({ notices, counts: { ...sampleAnswer().counts, added: 1648 } });
  const state = stateAfter(ready, { type: 'templates-read', list }, started, {
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
  const state = stateAfter(ready, { type: 'preset-chosen', preset: 'this_year' });
  expect(page(state)).toContain('Meta only goes back to Aug 24, 2026.');
  expect(page(stateAfter(ready))).not.toContain('Meta only goes back');
});

test('choosing templates says that the history of the others is not kept', () => {
  expect(page(stateAfter(ready, { type: 'mode-chosen', mode: 'some' }))).toContain(
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
    page(stateAfter({ type: 'status-read', status: sampleStatus({ lastFailure, ...status }) }));
  expect(shown({})).toContain('It broke. Mend it.');
  expect(shown({ lastSync: '2026-11-21T14:00:00Z' })).not.toContain('It broke.');
  expect(shown({ lastSync: null })).toContain('It broke. Mend it.');
});

test('the last 90 days are not called missing for the day Meta just dropped', () => {
  const chosen = reduce(opened({}), { type: 'preset-chosen', preset: 'last_90_days' });
  const early = { ...chosen, status: sampleStatus({ reach: '2026-08-25' }) };
  expect(page(early)).toContain('You get all it still has, from Aug 25, 2026 on.');
  expect(page(early)).not.toContain('cannot be fetched');
});
