// The picker: what each template shows, and the languages of one name.

import { noFilters } from '../filters';
import { sampleTemplate } from '../sample';
import { reduce, type State } from '../state';
import { draw, everything, page, ready, stateAfter, textOf } from './drawn';

const SHORT = 'Oi, {{1}}! A promoção de verão começou.';
const LONG = `${SHORT} Até domingo, com frete grátis.`;

const picking = (...list: ReturnType<typeof sampleTemplate>[]): State =>
  stateAfter(ready, { type: 'mode-chosen', mode: 'some' }, { type: 'templates-read', list });
const shownIn = (state: State) =>
  everything(draw(state))
    .filter(({ props }) => props.class === 'scroll')
    .flatMap(({ children }) => everything(children));
const items = (state: State) =>
  shownIn(state).filter(({ props }) => String(props.class).split(' ').includes('item'));
const labels = (state: State) => shownIn(state).filter(({ tag }) => tag === 'label');
const several = [sampleTemplate({ id: '1' }), sampleTemplate({ id: '2', language: 'es' })];

test('a template shows what people know it by', () => {
  const shown = items(picking(sampleTemplate())).map(textOf).join();
  expect(shown).toContain('promo_verao');
  expect(shown).toContain('Brazilian Portuguese · Marketing · Loja Aurora');
  expect(shown).toContain('● High quality'.replace(' ', '  '));
  expect(shown).toContain(SHORT);
  expect(shown).toContain('Buttons: Ver ofertas');
});

test.each([
  [{ status: 'APPROVED' }, 'Approved', 'good'],
  [{ status: 'PAUSED' }, 'Paused', 'wait'],
  [{ status: 'PENDING' }, 'In review', 'wait'],
  [{ status: 'REJECTED' }, 'Rejected', 'bad'],
  [{ status: 'ARCHIVED' }, 'Archived', 'calm'],
  [{ status: 'DELETED', listed: false }, 'No longer at Meta, history kept', 'calm'],
  [{ status: 'NEW_WORD' }, 'NEW_WORD', 'wait'],
])('%j is marked %s', (changes, said, tone) => {
  const badges = everything(draw(picking(sampleTemplate(changes)))).filter(({ props }) =>
    String(props.class).startsWith('badge'),
  );
  expect(badges.map((badge) => [textOf(badge), badge.props.class])).toEqual([
    [said, `badge ${tone}`],
  ]);
});

test('a template that Meta has not rated and that says nothing shows no empty lines', () => {
  const [item] = items(picking(sampleTemplate({ quality: 'UNKNOWN', text: '', buttons: [] })));
  const classes = item && everything(item.children).map(({ props }) => props.class);
  expect(classes).toEqual([
    ...['choice', undefined, 'template', 'name', 'facts', 'standing', 'badge good'],
  ]);
});

test('several languages of one name stand under it, and its tick is for all of them', () => {
  const state = picking(...several);
  expect(labels(state).map((label) => textOf(label).includes('promo_verao'))).toEqual([
    ...[true, false, false],
  ]);
  expect(items(state).map((item) => textOf(item).includes('Spanish'))).toEqual([false, true]);
  expect(page(state)).toContain('2 languages');
  const ticks = (picked: string[]) =>
    shownIn({ ...state, templates: { ...state.templates, picked } }).flatMap(({ tag, props }) =>
      tag === 'input' ? [props.indeterminate ? 'some' : props.checked] : [],
    );
  expect(ticks([])).toEqual([false, false, false]);
  expect(ticks(['1'])).toEqual(['some', true, false]);
  expect(ticks(['1', '2'])).toEqual([true, true, true]);
});

test('reading a message ticks nothing, for it is no part of the label', () => {
  const texts = labels(picking(sampleTemplate({ text: LONG }))).map(textOf);
  expect(texts).toHaveLength(1);
  expect(texts.join()).not.toContain('verão');
});

test.each([
  ['short', SHORT, false],
  ['long', LONG, true],
  ['of many lines', 'Oi!\n\nTudo bem?', true],
])('a message that is %s can be unfolded where there is more to read', (_how, text, folded) => {
  const shown = shownIn(picking(sampleTemplate({ text })));
  expect(shown.some(({ tag }) => tag === 'details')).toBe(folded);
  expect(shown.map(textOf)).toContain(text);
});

describe('the filters', () => {
  const all = [
    ...several,
    sampleTemplate({ id: '3', name: 'order_shipped', category: 'UTILITY' }),
    sampleTemplate({ id: '4', name: 'old_promo', status: 'DELETED', listed: false }),
  ];
  const fields = (state: State) =>
    everything(draw(state)).filter(({ props }) => String(props.id).startsWith('filter-'));

  test('stand there only where they tell templates apart', () => {
    expect(fields(picking(sampleTemplate()))).toEqual([]);
    expect(fields(picking(...several)).map(({ props }) => props.id)).toEqual(['filter-language']);
    expect(fields(picking(...all)).map((field) => field.children.map(textOf))).toEqual([
      ['Category: any', 'Marketing', 'Utility'],
      ['Language: any', 'Brazilian Portuguese', 'Spanish'],
      ['Status: any', 'Approved', 'No longer at Meta'],
    ]);
  });

  test('leave what passes all of them, and Select all takes only that', () => {
    const filters = { category: 'MARKETING', language: 'pt_BR' };
    const state = reduce(picking(...all), { type: 'filtered', filters });
    expect(items(state).map((item) => item.key)).toEqual(['1', '4']);
    expect(page(state)).toContain('Select all shown (2)');
  });

  test('that hide everything can be removed', () => {
    const filters = { category: 'UTILITY', language: 'es' };
    const state = reduce(picking(...all), { type: 'filtered', filters });
    expect(page(state)).toContain('No template matches your search and filters.');
    expect(page(state)).toContain('Remove the filters');
    expect(items(reduce(state, { type: 'filtered', filters: noFilters }))).toHaveLength(4);
  });

  test('do not outlive the templates they are for', () => {
    const filters = { category: 'UTILITY', language: 'pt_BR' };
    const filtered = reduce(picking(...all), { type: 'filtered', filters });
    const state = reduce(filtered, { type: 'templates-read', list: several });
    expect(state.templates.filters).toEqual({ category: null, language: 'pt_BR', status: null });
  });

  test('keep the ticks of what they hide', () => {
    const ticked = reduce(picking(...all), { type: 'template-ticked', id: '3' });
    const state = reduce(ticked, { type: 'filtered', filters: { category: 'MARKETING' } });
    expect(page(state)).toContain('1 chosen');
  });
});
