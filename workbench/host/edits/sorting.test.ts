// The filter as a person sets it, column by column.
import type { HostApi } from '../api';
import { hostDoing, outcome } from '../testing';

describe('filter', () => {
  const HIDDEN = `return [sheet.getFilter() && sheet.getFilter().getRange().getA1Notation(),
    [1, 2, 3, 4, 5].filter((row) => sheet.isRowHiddenByFilter(row))];`;
  function filtered(): HostApi {
    const host = hostDoing(
      `if (a === 'write') { sheet.getRange('A2:A3').setValues([['B'], ['Z']]); return; } ${HIDDEN}`,
    );
    host.type('Sheet1', 'A1:B4', [
      ['Key', 'N'],
      ['a', 1],
      ['b', 2],
      ['a', 3],
    ]);
    host.edit({ op: 'filter', sheet: 'Sheet1', column: 1, show: ['b'] });
    return host;
  }
  test('hides the other rows, and scripts still write them', () => {
    const host = filtered();
    expect(outcome(host)).toEqual(['A1:B4', [2, 4]]);
    outcome(host, 'write');
    expect(host.range('Sheet1', 'A2:A3').values).toEqual([['B'], ['Z']]);
    // What was written does not change what is hidden until the filter is set anew.
    expect(outcome(host)).toEqual(['A1:B4', [2, 4]]);
    host.edit({ op: 'clearFilter', sheet: 'Sheet1' });
    expect(outcome(host)).toEqual([null, []]);
  });
  test('follows its rows and columns, and a sort', () => {
    const host = filtered();
    host.edit({ op: 'insertRows', sheet: 'Sheet1', at: 3, count: 1 });
    host.edit({ op: 'moveColumns', sheet: 'Sheet1', at: 1, count: 1, to: 3 });
    expect(outcome(host)).toEqual(['A1:B5', [2, 5]]);
    host.edit({ op: 'sort', sheet: 'Sheet1', a1: 'A2:B5', column: 2, ascending: false });
    // A filter keeps the texts that it hides, so the empty row that was inserted shows.
    expect(outcome(host)).toEqual(['A1:B5', [3, 4]]);
  });
  test('chooses by several columns, each on its own, until it is set for a range', () => {
    const host = filtered();
    host.edit({ op: 'filter', sheet: 'Sheet1', column: 2, show: ['1', '3'] });
    expect(outcome(host)).toEqual(['A1:B4', [2, 3, 4]]);
    host.edit({ op: 'filter', sheet: 'Sheet1', column: 1, show: ['a', 'b'] });
    expect(outcome(host)).toEqual(['A1:B4', [3]]);
    host.edit({ op: 'deleteColumns', sheet: 'Sheet1', at: 2, count: 1 });
    expect(outcome(host)).toEqual(['A1:A4', []]);
    host.edit({ op: 'filter', sheet: 'Sheet1', a1: 'A1:A3', column: 1, show: [] });
    expect(outcome(host)).toEqual(['A1:A3', [2, 3]]);
  });
  test('of an older file, which named what it shows, hides the same rows', () => {
    const saved = JSON.parse(filtered().save());
    saved.tabs[0].filter = { ...saved.tabs[0].filter, only: { column: 1, show: ['b'] } };
    delete saved.tabs[0].filter.criteria;
    const host = hostDoing(HIDDEN, { saved: JSON.stringify(saved) });
    expect(outcome(host)).toEqual(['A1:B4', [2, 4]]);
    host.edit({ op: 'sort', sheet: 'Sheet1', column: 2, ascending: false });
    expect(outcome(host)).toEqual(['A1:B4', [2, 4]]);
  });
});
