// The text a sync hands back so that the next call goes on where it stopped.
import type { Selection } from '../core/index/head';
import type { AccountPlan } from './plan';

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
