// One step of a sync: plan at the first call, then a few waves fetched, checked and written.
import { addDays, type DayRange, dayNumber } from '../core/day';
import { AddonError } from '../core/errors';
import type { DirectoryTemplate } from '../core/index/update';
import type { AccountHabits, AccountNode, GraphClient } from '../graph';
import { beginSync, type SyncInput } from './begin-sync';
import { writeWave } from './commit';
import { updateTabs } from './comparison';
import { chosenAccounts, clientFor, saveAccounts } from './connection';
import { presentDays, type SyncState } from './cursor';
import { storeComparison } from './derived';
import { directoryOf, fetchWaves, type Listed } from './fetch';
import { keepHabits } from './habits';
import { isIndexDamaged } from './index-rows';
import { inTurn, type Starter } from './lease';
import { assertFits, type Ledger, loadLedger, saveLedger } from './ledger';
import { tellOnce } from './news';
import { addNotice, noteOutcome, recordFinish, select } from './outcome';
import { batchesOf } from './plan';
import type { Ports } from './ports';
import { keepRefusal, tellRefusal } from './refusal';
import { tellUnavailable } from './unavailable';

export type { SyncInput };

export interface SyncStep {
  done: boolean;
  state: SyncState;
  /** Requests written, and planned in all. */
  progress: { done: number; total: number };
  range: DayRange;
  tab: string;
  /** The tab of the comparison; null while the sync goes on, and where it could not be shown. */
  comparison: string | null;
}

/**
 * Runs one step; call again with the state until `done`. One execution of a file at a time runs a step.
 *
 * @throws AddonError when Meta or the sheet refuses; what earlier steps wrote stays
 */
export function syncStep(
  ports: Ports,
  input: SyncInput,
  previous: SyncState | null,
  who: Starter = 'sidebar',
): SyncStep {
  const run = { id: previous?.run ?? ports.newId(), who, begins: previous === null };
  return inTurn(ports, run, () => runStep(ports, input, previous, run));
}

function runStep(
  ports: Ports,
  input: SyncInput,
  previous: SyncState | null,
  run: { id: string; who: Starter },
): SyncStep {
  if (previous) refuseOld(ports, previous);
  tellRefusal(ports, run.id);
  const client = clientFor(ports);
  const habits = client.habits();
  try {
    return takeStep(ports, input, previous, run, client, habits);
  } catch (error) {
    // What was learnt is worth keeping whatever became of the step.
    keepHabits(ports, client.habits());
    throw error;
  }
}

function takeStep(
  ports: Ports,
  input: SyncInput,
  previous: SyncState | null,
  run: { id: string; who: Starter },
  client: GraphClient,
  habits: Record<string, AccountHabits>,
): SyncStep {
  const listed: Listed = new Map();
  const accounts = new Map(chosenAccounts(ports).map((account) => [account.id, account]));
  const state = previous ?? beginSync(ports, client, input, accounts, listed, run.id);
  const batches = batchesOf(state.accounts);
  const wave =
    state.next < batches.length
      ? fetchWaves(ports, client, state, batches, accounts, listed)
      : null;
  const next = wave?.next ?? batches.length;
  const done = next >= batches.length;
  const templates = wave?.templates ?? allTemplates(client, state, accounts, listed);
  // A sync of several steps has listed the others before: the comparison says what Meta says of all.
  if (done && previous) listRest(client, state, accounts, listed);
  state.counts.requests += client.requestCount();

  ports.index.ensure();
  const ledger = loadLedger(ports);
  const lost = isLost(ports, ledger, state, previous === null);
  if (ledger.unfinished) addNotice(state.notices, 'finished-earlier', {});
  else if (lost && ledger.hadRows.daily) addNotice(state.notices, 'rebuilt', {});
  assertFits(ledger, templates);
  const committed = writeWave(ports, ledger, wave, lost);
  noteOutcome(state, wave, committed);
  const unknown = tellOnce(ports, wave?.unknown ?? []);
  if (unknown.length > 0) addNotice(state.notices, 'new-fields', { names: unknown.join(', ') });
  if (done) select(ledger.head, state, run.who);
  saveLedger(ports, ledger, templates, committed.rows);
  // Not before the rows are safe: what changed about an account is told by a sync that gets this far.
  if (!previous || wave?.learnt) saveAccounts(ports, [...accounts.values()]);
  const learnt = client.habits();
  keepHabits(ports, learnt);
  if (done) tellUnavailable(ports, state, accounts, habits, learnt);
  if (wave?.refusal) keepRefusal(ports, run.id, wave.refusal);
  if (input.compareTo) storeComparison(ports, input.compareTo);
  const { selection } = ledger.head;
  const built = done && selection ? updateTabs(ports, ledger.head, selection, listed) : null;
  for (const { code, facts } of built?.notices ?? []) {
    // Who did not choose a period to compare with need not hear that it is not there.
    if (code !== 'compare-missing' || input.compareTo) addNotice(state.notices, code, facts);
  }
  if (done) recordFinish(ports, state, run.who, ledger);
  state.next = next;
  return {
    done,
    state,
    progress: { done: next, total: batches.length },
    range: { from: state.selection.from, to: state.selection.to },
    tab: committed.tab,
    comparison: built?.tab ?? null,
  };
}

function listRest(
  client: GraphClient,
  state: SyncState,
  accounts: ReadonlyMap<string, AccountNode>,
  listed: Listed,
): void {
  try {
    allTemplates(client, state, accounts, listed);
  } catch (error) {
    // The rows are what matters: what is not listed now keeps the words it had.
    if (!(error instanceof AddonError)) throw error;
  }
}

/** With nothing to fetch, the directory still follows what Meta lists. */
function allTemplates(
  client: GraphClient,
  state: SyncState,
  accounts: ReadonlyMap<string, AccountNode>,
  listed: Listed,
): DirectoryTemplate[] {
  return state.accounts
    .filter((plan) => !plan.refused)
    .flatMap(({ id }) => directoryOf(client, accounts.get(id), listed));
}

/**
 * A cursor that was put aside for days knows neither the days since nor what Meta dropped meanwhile; the
 * sync is then planned anew.
 */
function refuseOld(ports: Ports, state: SyncState): void {
  const days = presentDays(ports, state);
  const old = state.accounts.some(({ id, today }) => addDays(today, 1) < (days.get(id) ?? today));
  if (old) throw new AddonError('bad-input', { what: 'cursor' });
}

/** Whether the index has to be made anew: it is gone, or was found damaged when this sync began. */
function isLost(ports: Ports, ledger: Ledger, state: SyncState, begins: boolean): boolean {
  if (!ledger.found) return true;
  const day = state.accounts[0]?.today;
  return begins && isIndexDamaged(ports, ledger.head, day ? dayNumber(day) : 0);
}
