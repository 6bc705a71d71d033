// Says per account which days the sheet holds and which are missing, and of those which Meta still has.

import { addDays, type Day, type DayRange, dayNumber, minDay } from '../src/core/day';
import { addInterval, type Interval, missingIn } from '../src/core/intervals';
import type { Account, Status } from '../src/rpc/contract';
import { toInterval, toRange } from './reach';

/** A stretch of days: in the sheet, still to be had from Meta, or gone for good. */
export interface Stretch {
  days: DayRange;
  kind: 'held' | 'open' | 'lost';
}

export interface AccountHistory {
  accountId: string;
  /** The account if it is one of those chosen now; only these can be synced. */
  account: Account | null;
  /** Newest first, without a day left out from the first one held, or in reach, to yesterday. */
  stretches: Stretch[];
}

type Known = Pick<Status, 'accounts' | 'coverage' | 'today' | 'reach'>;

/**
 * The history of each chosen account, then of accounts of which only rows are left. Today is no gap: it
 * has not ended.
 */
export function historyOf(status: Known): AccountHistory[] {
  const chosen = status.accounts.map(({ id }) => id);
  const others = status.coverage.map(({ accountId }) => accountId);
  return [...new Set([...chosen, ...others])].map((accountId) => {
    const account = status.accounts.find(({ id }) => id === accountId) ?? null;
    return { accountId, account, stretches: stretchesOf(accountId, status) };
  });
}

function stretchesOf(accountId: string, { coverage, today, reach }: Known): Stretch[] {
  const held = coverage
    .filter((part) => part.accountId === accountId)
    .reduce<Interval[]>((set, part) => addInterval(set, toInterval(part)), []);
  const start = minDay(reach, held[0] ? toRange(held[0]).from : reach);
  const missing = missingIn(held, toInterval({ from: start, to: addDays(today, -1) }));
  return [
    ...held.map((part): Stretch => ({ days: toRange(part), kind: 'held' })),
    ...missing.flatMap((gap) => splitAt(toRange(gap), reach)),
  ].sort((a, b) => dayNumber(b.days.from) - dayNumber(a.days.from));
}

/** A gap in the part Meta no longer answers for and the part it does. */
function splitAt(days: DayRange, reach: Day): Stretch[] {
  if (days.from >= reach) return [{ days, kind: 'open' }];
  if (days.to < reach) return [{ days, kind: 'lost' }];
  return [
    { days: { from: days.from, to: addDays(reach, -1) }, kind: 'lost' },
    { days: { from: reach, to: days.to }, kind: 'open' },
  ];
}
