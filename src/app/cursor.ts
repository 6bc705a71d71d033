// The text a sync hands back so that the next call goes on where it stopped.
import { type Day, maxDay } from '../core/day';
import type { Selection } from '../core/index/head';
import { todayIn } from '../core/zone';
import { chosenAccounts } from './connection';
import type { AccountPlan } from './plan';
import type { Ports } from './ports';

/** Everything a sync needs to go on. Holds no token; the server checks it like any other input. */
export interface SyncState {
  /** Tells this run from every other one. */
  run: string;
  startedAt: number;
  selection: Selection;
  accounts: AccountPlan[];
  /** Requests already written. */
  next: number;
  counts: { added: number; changed: number; restated: number; held: number; requests: number };
  notices: { code: string; facts: Record<string, string | number> }[];
}

/**
 * Each account's civil day now, never before the one its sync was planned on: what Meta may have dropped
 * is a question of this moment, also when the sync goes on past midnight.
 */
export function presentDays(ports: Ports, state: SyncState): Map<string, Day> {
  const zones = new Map(chosenAccounts(ports).map(({ id, timeZone }) => [id, timeZone]));
  const now = ports.clock.now();
  return new Map(
    state.accounts.map(({ id, today }) => [
      id,
      maxDay(today, todayIn(now, zones.get(id) ?? ports.spreadsheetZone())),
    ]),
  );
}
