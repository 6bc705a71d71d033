// The picker: what each template shows, and the languages of one name.

import { sampleTemplate } from '../sample';
import type { State } from '../state';
import { draw, everything, page, ready, stateAfter, textOf } from './drawn';

const picking = (...list: ReturnType<typeof sampleTemplate>[]): State =>
  stateAfter(ready, { type: 'mode-chosen', mode: 'some' }, { type: 'templates-read', list });
const choices = (state: State) =>
  everything(draw(state))
    .filter(({ props }) => props.class === 'scroll')
    .flatMap(({ children }) => everything(children))
    .filter(({ tag }) => tag === 'label');

test('a template shows what people know it by', () => {
  const shown = choices(picking(sampleTemplate())).map(textOf).join();
  expect(shown).toContain('promo_verao');
  expect(shown).toContain('Brazilian Portuguese · pt_BR · Marketing · Loja Aurora');
  expect(shown).toContain('● High quality'.replace(' ', '  '));
  expect(shown).toContain('Oi, {{1}}! A promoção de verão começou.');
  expect(shown).toContain('Buttons: Ver ofertas');
  expect(shown).not.toContain('Approved');
});

test.each([
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
  const [choice] = choices(picking(sampleTemplate({ quality: 'UNKNOWN', text: '', buttons: [] })));
  const classes = choice && everything(choice.children).map(({ props }) => props.class);
  expect(classes).toEqual([undefined, 'template', 'name', 'facts']);
});

test('several languages of one name stand under it, and its tick is for all of them', () => {
  const several = [sampleTemplate({ id: '1' }), sampleTemplate({ id: '2', language: 'es' })];
  const state = picking(...several);
  const shown = choices(state);
  expect(shown.map((label) => textOf(label).includes('promo_verao'))).toEqual([true, false, false]);
  expect(page(state)).toContain('2 languages');
  const ticks = (picked: string[]) =>
    choices({ ...state, templates: { ...state.templates, picked } })
      .flatMap((label) => everything(label.children))
      .flatMap(({ tag, props }) => (tag === 'input' ? [props.checked] : []));
  expect(ticks(['1'])).toEqual([false, true, false]);
  expect(ticks(['1', '2'])).toEqual([true, true, true]);
});
