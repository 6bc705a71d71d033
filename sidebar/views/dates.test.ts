// The comparison as people choose it, and where its result is found.

import { aurora, sampleAnswer } from '../sample';
import { type Event, reduce, type State } from '../state';
import { done, draw, everything, opened, page, ready, started, stateAfter, textOf } from './drawn';

const GAP = 'The sheet does not have all of them';
const compareTo = (choice: State['compareTo']): Event => ({
  type: 'comparison-chosen',
  compareTo: choice,
});
const field = (state: State) => everything(draw(state)).find(({ props }) => props.id === 'compare');

test('four comparisons are offered, and the one by weekday is chosen at first', () => {
  expect(field(opened({}))?.props.value).toBe('weekday');
  expect(field(opened({}))?.children.map(textOf)).toEqual([
    'No comparison',
    'Previous period',
    'Previous period (same weekdays)',
    'Previous year',
  ]);
});

test('the compared days are said in words', () => {
  const week = reduce(opened({}), { type: 'preset-chosen', preset: 'last_7_days' });
  expect(page(week)).toMatch(/Compared days: Nov 8\s–\s14, 2026\./);
  expect(page(reduce(week, compareTo('year')))).toMatch(/Compared days: Nov 15\s–\s21, 2025\./);
  expect(page(reduce(week, compareTo('none')))).not.toContain('Compared days');
});

test('unfinished dates have no compared days', () => {
  const custom: Event = { type: 'preset-chosen', preset: 'custom' };
  const empty = { type: 'day-chosen', end: 'from', day: '' } as const;
  expect(page(stateAfter(ready, custom, empty))).not.toContain('Compared days');
});

test('compared days that the sheet lacks are told, but for the first sync', () => {
  const coverage = [{ accountId: aurora.id, from: '2026-09-01', to: '2026-11-21' }];
  expect(page(opened({ coverage }))).not.toContain(GAP);
  expect(page(reduce(opened({ coverage }), compareTo('year')))).toContain(GAP);
  expect(page(opened({ lastSync: null }))).not.toContain(GAP);
});

test('the result leads to the comparison first, where there is one', () => {
  const labels = (state: State) =>
    everything(draw(state)).flatMap((one) => (one.tag === 'button' ? [textOf(one)] : []));
  const shown = labels(stateAfter(ready, started, done));
  const first = shown.indexOf('See how your templates compare');
  expect(shown.slice(first, first + 2)).toEqual([
    'See how your templates compare',
    'Open WA Daily',
  ]);
  const answer = sampleAnswer({ comparison: null });
  const without = labels(stateAfter(ready, started, { type: 'sync-answered', answer }));
  expect(without).not.toContain('See how your templates compare');
  expect(without).toContain('Open WA Daily');
});
