// What the sidebar shows before anything is pressed: connection, last sync, last failure, history.
import type { Comparison } from '../core/compare/periods';
import { addDays, dayOf } from '../core/day';
import { AddonError } from '../core/errors';
import { todayIn } from '../core/zone';
import type { AccountNode } from '../graph';
import { chosenAccounts, tokenTail } from './connection';
import { storedComparison } from './derived';
import { LAST_SYNC, lastFailure, type StoredFailure } from './failure';
import { loadLedger } from './ledger';
import { REACH_DAYS } from './plan';
import type { Ports } from './ports';
import { type ScheduleView, viewSchedule } from './schedule';

export interface Overview {
  connected: boolean;
  tail: string | null;
  accounts: AccountNode[];
  lastSync: string | null;
  lastFailure: StoredFailure | null;
  selection: { from: string; to: string; templates: 'all' | string[] } | null;
  today: string;
  reach: string;
  coverage: { accountId: string; from: string; to: string }[];
  compareTo: Comparison;
  reports: { tab: string; accountId: string; templateId: string }[];
  tab: string | null;
  schedule: ScheduleView;
  separator: ';' | ',';
}

/** Reads the state of this file; makes the hidden tab with the two named cells on the way. */
export function readOverview(ports: Ports): Overview {
  prepareFile(ports);
  const { head } = loadLedger(ports);
  const accounts = chosenAccounts(ports);
  const zone = accounts[0]?.timeZone ?? ports.spreadsheetZone();
  const today = todayIn(ports.clock.now(), zone);
  const tail = tokenTail(ports);
  return {
    connected: tail !== null,
    tail,
    accounts,
    lastSync: ports.document.get(LAST_SYNC),
    lastFailure: lastFailure(ports),
    selection: head.selection,
    today,
    reach: addDays(today, -REACH_DAYS),
    coverage: head.coverage
      .filter((entry) => entry.scope === 'all')
      .flatMap((entry) =>
        entry.fetched.map(([from, to]) => ({
          accountId: entry.accountId,
          from: dayOf(from),
          to: dayOf(to),
        })),
      ),
    compareTo: storedComparison(ports),
    reports: ports.reportTab.list(),
    tab: ports.tables.daily.open()?.name ?? null,
    schedule: viewSchedule(ports),
    separator: ports.separator(),
  };
}

/** Makes the hidden tab with the two named cells, unless it is there. */
export function prepareFile(ports: Ports): void {
  if (ports.index.isWhole()) return;
  ports.lock.hold(
    () => ports.index.ensure(),
    () => {
      throw new AddonError('sync-running');
    },
  );
}
