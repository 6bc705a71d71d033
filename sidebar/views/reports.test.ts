// The section for reports of single templates.

import { aurora } from '../sample';
import { reduce, type State } from '../state';
import { draw, everything, list, opened, page, reportsOpen, textOf } from './drawn';

const report = { tab: 'WA promo_verao', accountId: aurora.id, templateId: '1' };
const button = (state: State, label: string) =>
  everything(draw(state)).find((one) => one.tag === 'button' && textOf(one) === label);
const choose = (templateId: string) =>
  ({ type: 'reports', act: { do: 'choose', templateId } }) as const;

test('is not there before the first sync, for a report needs its days', () => {
  expect(page(opened({ lastSync: null }))).not.toContain('Report of one template');
  expect(page(opened({}))).toContain('Report of one template');
});

test('draws the templates only once it is opened', () => {
  const read = reduce(opened({}), { type: 'templates-read', list });
  expect(page(read)).not.toContain('promo_verao');
  expect(page(reportsOpen(opened({})))).toContain('promo_verao');
});

test('offers to read the templates where they could not be read', () => {
  const state = reduce(opened({}), { type: 'reports', act: { do: 'open' } });
  expect(button(state, 'Choose a template')).toBeDefined();
  expect(button(reportsOpen(state), 'Choose a template')).toBeUndefined();
});

test('makes a report only of a chosen template that the search shows', () => {
  const state = reportsOpen(opened({}));
  expect(button(state, 'Make the report')?.props.disabled).toBe(true);
  const chosen = reduce(state, choose('1'));
  expect(button(chosen, 'Make the report')?.props.disabled).toBe(false);
  const away = reduce(chosen, { type: 'reports', act: { do: 'search', search: 'nothing' } });
  expect(button(away, 'Make the report')?.props.disabled).toBe(true);
  expect(page(away)).toContain('No template matches your search.');
});

test('leads to the tab that was made', () => {
  const { tab, ...of } = report;
  const state = reduce(reportsOpen(opened({})), {
    type: 'reports',
    act: { do: 'made', of, tab },
  });
  expect(page(state)).toContain('The report is on the tab “WA promo_verao”.');
  expect(button(state, 'Open WA promo_verao')).toBeDefined();
});

test('lists the reports there are, each to be opened and updated by its name', () => {
  const state = opened({ reports: [report] });
  expect(button(state, 'Open')?.props['aria-label']).toBe('Open WA promo_verao');
  expect(button(state, 'Update')?.props['aria-label']).toBe('Update WA promo_verao');
});
