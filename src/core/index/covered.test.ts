// The formula path's reading of the coverage ledger.
import { completeDays, entryFor, fetchedDays } from './covered';
import { emptyHead, type Head } from './head';

const HEAD: Head = {
  ...emptyHead(),
  coverage: [
    { accountId: 'A', dataset: 'templates', scope: 'all', fetched: [[1, 10]], complete: [[1, 9]] },
    {
      accountId: 'A',
      dataset: 'templates',
      scope: '111',
      fetched: [
        [11, 12],
        [20, 22],
      ],
      complete: [[10, 12]],
    },
    { accountId: 'B', dataset: 'templates', scope: '111', fetched: [[50, 60]], complete: [] },
  ],
};

test('a template has the days of all templates and its own', () => {
  expect(fetchedDays(HEAD, 'A', '111')).toEqual([
    [1, 12],
    [20, 22],
  ]);
  expect(completeDays(HEAD, 'A', '111')).toEqual([[1, 12]]);
  expect(fetchedDays(HEAD, 'A', '999')).toEqual([[1, 10]]);
  expect(completeDays(HEAD, 'A', null)).toEqual([[1, 9]]);
});

test('accounts do not lend each other days', () => {
  expect(fetchedDays(HEAD, 'B', '111')).toEqual([[50, 60]]);
  expect(fetchedDays(HEAD, 'B', null)).toEqual([]);
  expect(fetchedDays(HEAD, 'C', '111')).toEqual([]);
  expect(entryFor(HEAD, 'B', 'all')).toBeUndefined();
});

test('what is read cannot change the ledger', () => {
  fetchedDays(HEAD, 'A', null).push([99, 99]);
  expect(fetchedDays(HEAD, 'A', null)).toEqual([[1, 10]]);
});
