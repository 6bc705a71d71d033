// What a filled form asks for: only what the function has, in the words of the person.

import type { FunctionName } from '../src/rpc/contract';
import { accountWord, type BrowseForm, callOf, emptyForm, formFor, missingIn } from './browse-form';
import { textsOf } from './language';
import { aurora, home, sampleStatus } from './sample';
import { initialState, type State } from './state';

const { metrics } = textsOf('pt-BR').formulas;
const values = (name: FunctionName, change: Partial<BrowseForm>) =>
  callOf(name, { ...emptyForm, ...change }, metrics)?.values;

test('a function gets the values it has parameters for, and no others', () => {
  const full = {
    kind: 'one',
    one: 'promo',
    days: 'last_month',
    by: 'week',
    button: ' Ver ',
  } as const;
  expect(values('WA_SPENT', full)).toEqual({ template: 'promo', from: 'last_month' });
  expect(values('WA_BUTTON_CLICKS', full)).toEqual({
    template: 'promo',
    button: 'Ver',
    from: 'last_month',
  });
  expect(values('WA_SERIES', { ...full, metric: 'costPerClick', account: 'Loja' })).toEqual({
    metric: 'Custo por clique',
    template: 'promo',
    from: 'last_month',
    by: 'week',
    account: 'Loja',
  });
  expect(values('WA_LAST_SYNC', full)).toEqual({});
});

test('two days go as they are, and the metrics of a table as one text', () => {
  const change = {
    days: 'custom',
    from: '2026-11-01',
    to: '2026-11-09',
    metrics: ['spent', 'roas'],
  };
  expect(values('WA_TABLE', change as Partial<BrowseForm>)).toEqual({
    metrics: 'Gasto, ROAS',
    template: '*',
    from: '2026-11-01',
    to: '2026-11-09',
  });
});

test('a series always says its rows; a table without them has a row per template', () => {
  expect(values('WA_SERIES', {})?.by).toBe('day');
  expect(values('WA_TABLE', {})?.by).toBeUndefined();
});

test('a list of names takes a pattern or a category, but not a single template', () => {
  expect(values('WA_TEMPLATES', { kind: 'pattern', pattern: 'promo_*' })).toEqual({
    pattern: 'promo_*',
  });
  expect(values('WA_TEMPLATES', { kind: 'category:UTILITY' })).toEqual({
    pattern: 'category:UTILITY',
  });
  expect(values('WA_TEMPLATES', { kind: 'one', one: null })).toEqual({ pattern: '*' });
});

test.each<[FunctionName, Partial<BrowseForm>, string | null]>([
  ['WA_SPENT', { kind: 'one' }, 'template'],
  ['WA_COVERAGE', { kind: 'one' }, null],
  ['WA_TEMPLATES', { kind: 'pattern', pattern: ' ' }, 'pattern'],
  ['WA_TABLE', { metrics: [] }, 'metrics'],
  ['WA_SPENT', { metrics: [] }, null],
  ['WA_SPENT', { days: 'custom', from: '2026-11-01' }, 'missing'],
  ['WA_SPENT', { days: 'custom', from: '2026-11-09', to: '2026-11-01' }, 'reversed'],
  ['WA_TEMPLATES', { days: 'custom' }, null],
])('%s with %p lacks %p', (name, change, missing) => {
  expect(missingIn(name, { ...emptyForm, ...change })).toBe(missing);
  expect(values(name, change) === undefined).toBe(missing !== null);
});

describe('the form opens with what was synced last', () => {
  const state = (changes: Partial<State>): State => ({ ...initialState, ...changes });
  const selection = { from: '2026-11-01', to: '2026-11-20', templates: ['1'] };
  test('by the name of the dates', () => {
    const opened = formFor(state({ status: sampleStatus({ selection: null }) }));
    expect(opened).toMatchObject({ kind: '*', days: 'last_30_days' });
  });
  test('as the days themselves where they have no name that formulas know', () => {
    for (const preset of ['custom', 'today'] as const) {
      const dates = { preset, from: '2026-11-01', to: '2026-11-02' };
      const opened = formFor(state({ status: sampleStatus({ selection }), dates }));
      expect(opened).toMatchObject({ kind: 'selected', days: 'selected' });
    }
  });
});

test('an account is named by its name, or by its ID where that does not tell', () => {
  expect(accountWord(aurora, [aurora, home])).toBe('Loja Aurora');
  expect(accountWord(aurora, [aurora, { ...home, name: aurora.name }])).toBe(aurora.id);
  expect(accountWord({ ...aurora, name: '' }, [aurora])).toBe(aurora.id);
});
