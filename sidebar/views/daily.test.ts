// The daily update as people see it: before the first sync, later, of somebody else, failing.

import { failureFromServer } from '../failures';
import { reduce, type State } from '../state';
import { done, draw, everything, off, opened, page, ready, started, stateAfter } from './drawn';

describe('the daily update', () => {
  const box = (state: State) =>
    everything(draw(state)).find(({ props }) => props.id === 'daily')?.props;

  test('is a ticked box that explains itself before the first sync, and a switch later', () => {
    const first = opened({ lastSync: null, schedule: off });
    expect(box(first)).toMatchObject({ type: 'checkbox', role: null, checked: true });
    expect(page(first)).toContain('Update every day');
    expect(page(first)).toContain('around 5:00, even with the sheet closed');
    expect(page(first)).not.toContain('Last success');
    expect(box(opened({}))).toMatchObject({ role: 'switch', checked: true });
    expect(box(opened({ schedule: off }))).toMatchObject({ role: 'switch', checked: false });
  });

  test.each([
    ['2026-11-22', 'today around 5:00'],
    ['2026-11-23', 'tomorrow around 5:00'],
    ['2026-11-25', 'Nov 25, 2026, around 5:00'],
    ['2026-11-20', 'within the next hours'],
  ])('comes next on %s: %s', (day, said) => {
    expect(page(opened({ schedule: { on: true, mine: true, next: { day, hour: 5 } } }))).toContain(
      `Next update ${said}`,
    );
  });

  test('of somebody else is named, with why to add your own', () => {
    const state = opened({ schedule: { on: true, mine: false, next: null } });
    expect(page(state)).toContain('Somebody else in this file updates it every day.');
    expect(page(state)).toContain('Their update stops if their token ends.');
    expect(box(state)).toMatchObject({ checked: false });
  });

  test('that could not be switched on leaves the result of the sync in sight', () => {
    const failure = failureFromServer({ code: 'unexpected', message: 'No.', hint: '' });
    const state = stateAfter(ready, started, done, { type: 'failed', task: 'schedule', failure });
    expect(page(state)).toContain(
      'The daily update could not be switched on. The sync itself worked.',
    );
    expect(page(state)).toContain('Rows added');
  });

  test('is told in the result of the first sync, and in that one only', () => {
    const first = opened({ lastSync: null });
    expect([started, done].reduce(reduce, first)).toMatchObject({ run: { first: true } });
    expect(page([started, done].reduce(reduce, first))).toContain('The daily update is on.');
    expect(page(stateAfter(ready, started, done))).not.toContain('The daily update is on.');
  });

  test('stops with a disconnect, which says so', () => {
    expect(page(reduce(opened({}), { type: 'disconnect-asked' }))).toContain(
      'Your daily update stops.',
    );
    expect(page(reduce(opened({ schedule: off }), { type: 'disconnect-asked' }))).not.toContain(
      'Your daily update stops.',
    );
  });
});
