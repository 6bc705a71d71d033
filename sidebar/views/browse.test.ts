// The section of formulas: what is offered, which fields a formula has, how its value is shown.

import type { FormulaPreview } from '../../src/rpc/contract';
import type { Preview } from '../browse';
import type { BrowseForm } from '../browse-form';
import type { Language } from '../language';
import { aurora, home } from '../sample';
import { type Event, reduce, type State } from '../state';
import { draw, everything, failed, list, opened, page, textOf } from './drawn';

type Name = Extract<Extract<Event, { type: 'browse' }>['act'], { do: 'choose' }>['name'];

const act = (state: State, ...acts: Extract<Event, { type: 'browse' }>['act'][]): State =>
  acts.map((one) => ({ type: 'browse', act: one }) as const).reduce(reduce, state);
const chosen = (name: Name, change: Partial<BrowseForm> = {}, state = opened({})): State =>
  act(state, { do: 'choose', name }, { do: 'fill', change });
const withPreview = (state: State, preview: Preview): State =>
  act(state, { do: 'preview', preview });
const showing = (name: Name, value: FormulaPreview, change: Partial<BrowseForm> = {}) =>
  withPreview(chosen(name, change), { is: 'shown', value });

/** Nothing but the section itself. */
const section = (state: State, language: Language = 'en') =>
  everything(draw(state, language)).find((one) => one.key === 'formulas' && one.tag === 'details');
const inside = (state: State, language: Language = 'en') => {
  const found = section(state, language);
  return found ? everything([found]) : [];
};
const text = (state: State, language: Language = 'en') => {
  const found = section(state, language);
  return found ? textOf(found).replace(/[\u00a0\u202f]/g, ' ') : '';
};
const labels = (state: State) =>
  inside(state)
    .filter(({ tag, props }) => tag === 'label' && props.class !== 'choice')
    .map(textOf);
const button = (state: State, label: string) =>
  inside(state).find((one) => one.tag === 'button' && textOf(one) === label);
const insert = 'Insert into the selected cell';

test('is not there before the first sync, for there is no number yet', () => {
  expect(page(opened({ lastSync: null }))).not.toContain('Formulas');
  expect(page(opened({}))).toContain('Formulas');
  expect(page(opened({}), 'pt-BR')).toContain('Fórmulas');
});

test('lists what a search means, or says that nothing does', () => {
  const found = act(opened({}), { do: 'search', search: 'cost click' });
  expect(text(found)).toContain('Cost per click');
  expect(text(found)).not.toContain('Read rate');
  const none = act(opened({}), { do: 'search', search: 'zebra' });
  expect(text(none)).toContain('No formula matches');
});

test.each<[Name, string[]]>([
  ['WA_SPENT', ['Templates', 'Dates']],
  ['WA_BUTTON_CLICKS', ['Templates', 'Button', 'Dates']],
  ['WA_CHANGE', ['Number', 'Templates', 'Dates']],
  ['WA_TABLE', ['Templates', 'Dates', 'Rows']],
  ['WA_SERIES', ['Number', 'Templates', 'Dates', 'Rows']],
  ['WA_TEMPLATES', ['Templates']],
  ['WA_COVERAGE', ['Dates']],
  ['WA_LAST_SYNC', []],
])('%s has its own fields only', (name, fields) => {
  expect(labels(chosen(name))).toEqual(fields);
});

test('accounts are a field where there are several', () => {
  const state = chosen('WA_SPENT', {}, opened({ accounts: [aurora, home] }));
  expect(labels(state)).toEqual(['Templates', 'Dates', 'Account']);
});

test('two days have two fields, and what is missing is said instead of a value', () => {
  const state = chosen('WA_SPENT', { days: 'custom' });
  expect(labels(state)).toEqual(['Templates', 'Dates', 'First day', 'Last day']);
  expect(text(state)).toContain('Choose the first and the last day.');
  expect(button(state, insert)).toBeUndefined();
});

test('a template of several accounts is chosen together with its account', () => {
  const two = [
    { ...list[0], id: '1' },
    { ...list[0], id: '2', accountId: home.id },
  ] as typeof list;
  const state = reduce(chosen('WA_SPENT', { kind: 'one' }, opened({ accounts: [aurora, home] })), {
    type: 'templates-read',
    list: two,
  });
  const checked = (form: Partial<BrowseForm>) =>
    inside(act(state, { do: 'fill', change: form }))
      .filter(({ props }) => props.name === 'formula-template')
      .map(({ props }) => props.checked);
  expect(checked({ one: 'promo_verao', account: home.name })).toEqual([true]);
  expect(checked({ one: 'promo_verao', account: '' })).toEqual([false, false]);
});

test('a value is shown in its unit, and may be inserted', () => {
  const state = showing('WA_SPENT', { kind: 'value', value: 1234.5 });
  expect(text(state)).toContain('R$1,234.50');
  expect(text(state, 'pt-BR')).toContain('R$ 1.234,50');
  expect(text(state)).toContain('=WA_SPENT("*"; "last_30_days"; WA_LIVE)');
  expect(button(state, insert)?.props.disabled).toBe(false);
  expect(text(showing('WA_SPENT', { kind: 'value', value: '' }))).toContain('Empty:');
});

test('the sheet’s own separator is shown', () => {
  const state = chosen('WA_SPENT', {}, opened({ separator: ',' }));
  expect(text(state)).toContain('=WA_SPENT("*", "last_30_days", WA_LIVE)');
});

test('a table shows its titles, its first rows and how many more there are', () => {
  const rows = [
    ['Week (Mon)', 'Spent'],
    [46_346, 12],
  ];
  const change = { metrics: ['spent'], by: 'week' } as Partial<BrowseForm>;
  const state = showing('WA_TABLE', { kind: 'table', rows, more: 1200 }, change);
  expect(
    inside(state)
      .filter(({ tag }) => tag === 'th')
      .map(textOf),
  ).toEqual(rows[0]);
  expect(text(state)).toContain('Nov 20, 2026 R$12.00');
  expect(text(state)).toContain('and 1,200 more rows');
});

test('a sentence in place of a value is shown, and nothing can be inserted', () => {
  const state = showing('WA_SPENT', { kind: 'refusal', text: 'Sync first.' });
  expect(text(state)).toContain('Sync first.');
  expect(button(state, insert)?.props.disabled).toBe(true);
  const waiting = withPreview(chosen('WA_SPENT'), { is: 'asked' });
  expect(text(waiting)).toContain('Working it out…');
  expect(button(waiting, insert)?.props.disabled).toBe(true);
});

test('while anything runs, every field and button of it is off', () => {
  const ready = showing(
    'WA_BUTTON_CLICKS',
    { kind: 'value', value: 3 },
    { days: 'custom', from: '2026-11-01', to: '2026-11-02' },
  );
  const state = reduce(ready, { type: 'started', task: 'insert' });
  const fields = inside(state).filter(({ tag }) => ['button', 'input', 'select'].includes(tag));
  expect(fields.length).toBeGreaterThan(6);
  expect(fields.filter(({ props }) => props.disabled !== true)).toEqual([]);
  expect(text(state)).toContain('Inserting…');
});

test('where the formula went is said, and a refusal stands in the section alone', () => {
  const ready = showing('WA_SENT', { kind: 'value', value: 3 });
  const answer = { tab: 'Plan', cell: 'B2', formula: '=X' };
  expect(text(act(ready, { do: 'inserted', answer }))).toContain('in B2 on the tab “Plan”');
  const { failure } = failed('cell-taken') as Extract<Event, { type: 'failed' }>;
  const state = reduce(ready, { type: 'failed', task: 'insert', failure });
  expect(text(state)).toContain('What happened.');
  expect(page(state).split('What happened.')).toHaveLength(2);
});

test('what it can be given is told without the marks of code', () => {
  expect(text(chosen('WA_SPENT'))).toContain('"category:MARKETING"');
  expect(text(chosen('WA_SPENT'))).not.toContain('`');
});
