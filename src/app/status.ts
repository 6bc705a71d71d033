// What the sidebar shows before anything is pressed: connection, last sync, last failure, history.
import { TABS } from '../core/columns';
import { addDays, dayOf } from '../core/day';
import { todayIn } from '../core/zone';
import type { AccountNode } from '../graph';
import { chosenAccounts, readStored, tokenTail } from './connection';
import { loadLedger } from './ledger';
import { REACH_DAYS } from './plan';
import type { Ports } from './ports';

const LAST_FAILURE = 'lastFailure';

/** A failure as stored: a code and its facts, so that it is shown in the reader's language. */
export interface StoredFailure {
  at: string;
  code: string;
  facts: Record<string, string | number>;
}

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
  tab: string | null;
  separator: ';' | ',';
}

/** Reads the state of this file; makes the hidden tab with the two named cells on the way. */
export function readOverview(ports: Ports): Overview {
  ports.lock.hold(() => ports.index.ensure());
  const { head } = loadLedger(ports);
  const accounts = chosenAccounts(ports);
  const zone = accounts[0]?.timeZone ?? ports.spreadsheetZone();
  const today = todayIn(ports.clock.now(), zone);
  const tail = tokenTail(ports);
  return {
    connected: tail !== null,
    tail,
    accounts,
    lastSync: ports.document.get('lastSync'),
    lastFailure: readStored(ports.document, LAST_FAILURE) as StoredFailure | null,
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
    tab: ports.tabExists(TABS.daily) ? TABS.daily : null,
    separator: ports.separator(),
  };
}

/** Keeps the last failure of a sync. Nothing in the spreadsheet changes for it. */
export function recordFailure(
  ports: Ports,
  code: string,
  facts: Record<string, string | number>,
): void {
  const failure: StoredFailure = { at: new Date(ports.clock.now()).toISOString(), code, facts };
  ports.document.set(LAST_FAILURE, JSON.stringify(failure));
}
