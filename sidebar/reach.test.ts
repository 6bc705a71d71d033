// Which days lie before Meta's reach, and which of those the sheet holds.

import { olderThanReach } from './reach';
import { aurora, home } from './sample';

const reach = '2026-08-24';
const one = { accounts: [aurora] };
const covered = (from: string, to: string, account = aurora) => ({
  accountId: account.id,
  from,
  to,
});

test('a range within reach has no older days', () => {
  const range = { from: reach, to: '2026-11-21' };
  expect(olderThanReach(range, reach, { ...one, coverage: [] })).toBeNull();
});

test('older days end the day before the reach, and nothing is held of an empty ledger', () => {
  const range = { from: '2026-08-01', to: '2026-11-21' };
  expect(olderThanReach(range, reach, { ...one, coverage: [] })).toEqual({
    days: { from: '2026-08-01', to: '2026-08-23' },
    held: [],
  });
});

test('held stretches are cut to the older days and joined where they touch', () => {
  const coverage = [covered('2026-08-11', '2026-11-21'), covered('2026-08-05', '2026-08-10')];
  const range = { from: '2026-08-01', to: '2026-11-21' };
  expect(olderThanReach(range, reach, { ...one, coverage })?.held).toEqual([
    { from: '2026-08-05', to: '2026-08-23' },
  ]);
});

test('with two accounts a day is held only where both have it', () => {
  const coverage = [covered('2026-08-01', '2026-08-20'), covered('2026-08-10', '2026-11-21', home)];
  const range = { from: '2026-08-01', to: '2026-08-31' };
  const found = olderThanReach(range, reach, { accounts: [aurora, home], coverage });
  expect(found?.held).toEqual([{ from: '2026-08-10', to: '2026-08-20' }]);
});

test('a range wholly before the reach keeps its own last day', () => {
  const range = { from: '2026-01-01', to: '2026-01-31' };
  expect(olderThanReach(range, reach, { ...one, coverage: [] })?.days).toEqual(range);
});
