// The section for formulas that stay old: when it is there, what it lists, which buttons it has.

import type { LiveFormulas } from '../../src/rpc/contract';
import type { FreshDone } from '../fresh';
import { LANGUAGES } from '../language';
import { reduce, type State } from '../state';
import { draw, everything, opened, page, textOf } from './drawn';

const lacking = {
  tab: 'Plan',
  cell: 'B2',
  formula: '=WA_SENT(A2)',
  fresh: '=WA_SENT(A2;WA_LIVE)',
};
const found: LiveFormulas = { lacking: [lacking], more: 0, fresh: 0, undo: 0 };
const withFound = (changes: Partial<LiveFormulas>, done?: FreshDone): State => {
  const acts = [
    ...(done ? [{ do: 'done', done } as const] : []),
    { do: 'found', found: { ...found, ...changes } } as const,
  ];
  return acts.reduce((state, act) => reduce(state, { type: 'fresh', act }), opened({}));
};
const buttons = (state: State) =>
  everything(draw(state))
    .filter(({ tag }) => tag === 'button')
    .map(textOf);

test('is not there before the first sync', () => {
  expect(page(opened({ lastSync: null }))).not.toContain('Formulas that stay old');
  expect(page(opened({}))).toContain('Formulas that stay old');
  expect(page(opened({}), 'pt-BR')).toContain('Fórmulas que não se atualizam');
});

test('lists each formula and what it becomes, with what is new in bold', () => {
  const state = withFound({});
  const item = everything(draw(state)).find(({ tag, key }) => tag === 'li' && key === 'Plan B2');
  expect(item?.children.map(textOf)).toEqual([
    'Plan · B2',
    '=WA_SENT(A2)',
    '=WA_SENT(A2 ;WA_LIVE )',
  ]);
  expect(everything(item ? [item] : []).find(({ tag }) => tag === 'strong')?.children).toEqual([
    ';WA_LIVE',
  ]);
  expect(buttons(state)).toContain('Add WA_LIVE to it');
  expect(buttons(state).some((label) => label.startsWith('Put '))).toBe(false);
});

test('counts those it does not show', () => {
  const state = withFound({ more: 1_301 });
  expect(page(state)).toContain('1,302 formulas do not have it yet:');
  expect(page(state)).toContain('And 1,301 more, not shown here.');
  expect(buttons(state)).toContain('Add WA_LIVE to all 1,302');
});

test('says clearly when all is well, and offers to put back what was added', () => {
  const state = withFound({ lacking: [], fresh: 12, undo: 3 });
  expect(page(state)).toContain('All is well: every sync updates all your 12 formulas.');
  expect(buttons(state)).toContain('Put 3 formulas back as they were');
  expect(page(withFound({ lacking: [] }))).toContain('There is nothing to do');
});

test('from 201 formulas on it tells of tables in one formula', () => {
  const tip = 'WA_TABLE';
  expect(page(withFound({ fresh: 199 }))).not.toContain(tip);
  expect(page(withFound({ fresh: 200 }))).toContain(`has 201 of our formulas`);
  expect(page(withFound({ more: 1_300 }), 'pt-BR')).toContain('tem 1.301 fórmulas nossas');
});

test('tells what was done, what was skipped, and what there was no room for', () => {
  const done: FreshDone = { what: 'added', changed: 1, skipped: 2, left: 0 };
  expect(page(withFound({}, done))).toMatch(
    /1 formula was changed\..*2 formulas stayed as they were/,
  );
  expect(buttons(withFound({}, done))).not.toContain('Go on, and keep what was changed so far');
  const full = withFound({}, { ...done, skipped: 0, left: 40 });
  expect(page(full)).toContain('40 formulas are still to do.');
  expect(buttons(full)).toContain('Go on, and keep what was changed so far');
  const back = withFound({}, { what: 'restored', restored: 2, left: 1 });
  expect(page(back)).toMatch(/2 formulas are back as before\..*1 formula stays as it is/);
});

test.each(LANGUAGES)('has every sentence in %s, for none, one and many', (language) => {
  for (const count of [0, 1, 2]) {
    for (const done of [
      { what: 'added', changed: count, skipped: count, left: count },
      { what: 'restored', restored: count, left: count },
    ] as const) {
      const shown = page(withFound({ more: count, fresh: count, undo: count }, done), language);
      expect(shown).not.toMatch(/undefined|NaN|\[object/);
    }
  }
});
