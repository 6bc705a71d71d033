// Which days a sync asks Meta for: the look-back and what is missing, within Meta's reach.
import { addDays, dayNumber } from '../core/day';
import { emptyHead, type Head } from '../core/index/head';
import { planSpan } from './plan';

const TODAY = '2026-11-22';

/** A ledger whose days are complete from one to another. */
function ledgerOf(from: string, to: string): Head {
  const days = [[dayNumber(from), dayNumber(to)]] as [number, number][];
  const entry = { accountId: '1', dataset: 'templates', scope: 'all' } as const;
  return { ...emptyHead(), coverage: [{ ...entry, fetched: days, complete: days }] };
}
const asked = (from: string) => ({ from, to: TODAY });

test.each([
  ['synced today', addDays(TODAY, -1), addDays(TODAY, -7)],
  ['synced yesterday', addDays(TODAY, -2), addDays(TODAY, -7)],
  ['synced a month ago', addDays(TODAY, -31), addDays(TODAY, -30)],
])('the days asked for by a ledger last %s', (_name, complete, first) => {
  const span = planSpan(ledgerOf('2026-09-01', complete), '1', asked('2026-09-01'), TODAY, 'all');
  expect(span).toEqual({ from: first, to: TODAY });
});

test('a new ledger asks for everything, within what Meta still answers', () => {
  expect(planSpan(emptyHead(), '1', asked('2026-01-01'), TODAY, 'all')).toEqual({
    from: '2026-08-25',
    to: TODAY,
  });
});

test('dates beyond the reach of Meta are not asked for', () => {
  const range = { from: '2026-01-01', to: '2026-02-01' };
  expect(planSpan(emptyHead(), '1', range, TODAY, 'all')).toBeNull();
});
