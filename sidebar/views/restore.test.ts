// The way back from a deleted tab or column: offer, question, what was made.

import { reduce, type State } from '../state';
import {
  draw,
  everything,
  failed,
  lostAfter,
  made,
  opened,
  page,
  ready,
  started,
  stateAfter,
  textOf,
} from './drawn';

describe('what was deleted', () => {
  const labels = (state: State) =>
    everything(draw(state)).flatMap((one) => (one.tag === 'button' ? [textOf(one)] : []));

  test('is offered to be made again, and asks with what does not come back', () => {
    expect(labels(stateAfter(ready, started, failed('tab-missing')))).toContain(
      'Make the tab again',
    );
    expect(labels(stateAfter(ready, started, failed('sheet-changed')))).toContain(
      'Add the column again',
    );
    const asked = lostAfter('tab-missing', 'tab');
    expect(labels(asked)).toContain('Yes, make the tab');
    expect(labels(asked)).not.toContain('Make the tab again');
    expect(page(asked)).toContain('Your own columns, notes and colors on the deleted tab do not');
    expect(page(lostAfter('sheet-changed', 'column'))).toContain('at the end of the table');
  });

  test('is offered too when the daily update met it', () => {
    const lastFailure = { at: '2026-11-22T08:00:00Z', code: 'tab-missing', message: '', hint: '' };
    expect(labels(opened({ lastFailure }))).toContain('Make the tab again');
  });

  test('is said with its rows and columns once it is back, beside Sync', () => {
    const back = reduce(lostAfter('tab-missing', 'tab'), { type: 'restored', made });
    expect(page(back)).toContain('The tab “WA Daily” is back, with 1,648 rows.');
    expect(labels(back)).toContain('Sync now');
    const none = { ...made, rows: 0, columns: 0 };
    expect(
      page(reduce(lostAfter('tab-missing', 'tab'), { type: 'restored', made: none })),
    ).toContain('Nothing is missing from “WA Daily” any more.');
    const column = { ...made, columns: 1 };
    expect(
      page(reduce(lostAfter('sheet-changed', 'column'), { type: 'restored', made: column })),
    ).toContain('1 column was added to “WA Daily”, which has 1,648 rows.');
  });
});
