// One step of a sync: plan at the first call, then a few waves fetched, checked and written.
import { type Day, type DayRange, dayNumber, dayOf, maxDay, minDay } from '../core/day';
import { AddonError } from '../core/errors';
import { fetchedDays } from '../core/index/covered';
import type { Head, Selection } from '../core/index/head';
import type { Preset } from '../core/presets';
import { todayIn } from '../core/zone';
import type { AccountNode, GraphClient } from '../graph';
import { type Committed, writeWave } from './commit';
import { chosenAccounts, clientFor, saveAccounts } from './connection';
import type { SyncState } from './cursor';
import { recordSuccess } from './failure';
import { directoryOf, type FetchedWave, fetchWaves, type Listed } from './fetch';
import { isIndexDamaged } from './index-rows';
import { inTurn, type Starter } from './lease';
import { type Ledger, loadLedger, saveLedger } from './ledger';
import { remember } from './memory';
import { tellOnce } from './news';
import { type AccountPlan, askedDays, batchesOf, chooseIds, planSpan, reachOf } from './plan';
import type { Ports } from './ports';
import { keepRefusal, tellRefusal } from './refusal';

export interface SyncInput {
  from?: string;
  to?: string;
  preset?: Preset;
  templates: Selection['templates'];
}
export interface SyncStep {
  done: boolean;
  state: SyncState;
  /** Requests written, and planned in all. */
  progress: { done: number; total: number };
  range: DayRange;
  tab: string;
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
  tellRefusal(ports, run.id);
  const client = clientFor(ports);
  const listed: Listed = new Map();
  const state = previous ?? beginSync(ports, client, input, listed, run.id);
  const batches = batchesOf(state.accounts);
  const wave =
    state.next < batches.length ? fetchWaves(ports, client, state, batches, listed) : null;
  const next = wave?.next ?? batches.length;
  const done = next >= batches.length;
  const templates =
    wave?.templates ??
    chosenAccounts(ports).flatMap((account) => directoryOf(client, account, listed));
  state.counts.requests += client.requestCount();

  ports.index.ensure();
  const ledger = loadLedger(ports);
  const lost = isLost(ports, ledger, state, previous === null);
  if (ledger.unfinished) addNotice(state.notices, 'finished-earlier', {});
  else if (lost && ledger.hadRows) addNotice(state.notices, 'rebuilt', {});
  const committed = writeWave(ports, ledger, wave, lost);
  noteOutcome(state, wave, committed);
  const unknown = tellOnce(ports, wave?.unknown ?? []);
  if (unknown.length > 0) addNotice(state.notices, 'new-fields', { names: unknown.join(', ') });
  if (done) select(ledger.head, state, run.who);
  saveLedger(ports, ledger, templates, committed.rows);
  if (wave?.refusal) keepRefusal(ports, run.id, wave.refusal);
  if (done) recordFinish(ports, state, run.who, ledger);
  state.next = next;
  return {
    done,
    state,
    progress: { done: next, total: batches.length },
    range: { from: state.selection.from, to: state.selection.to },
    tab: committed.tab,
  };
}

/** Whether the index has to be made anew: it is gone, or was found damaged when this sync began. */
function isLost(ports: Ports, ledger: Ledger, state: SyncState, begins: boolean): boolean {
  if (!ledger.found) return true;
  const day = state.accounts[0]?.today;
  return begins && isIndexDamaged(ports, ledger.head, day ? dayNumber(day) : 0);
}

function beginSync(
  ports: Ports,
  client: GraphClient,
  input: SyncInput,
  listed: Listed,
  run: string,
): SyncState {
  const known = new Map(chosenAccounts(ports).map((account) => [account.id, account]));
  const ids = chosenAccounts(ports).map((account) => account.id);
  if (ids.length === 0) throw new AddonError('no-account');
  const startedAt = ports.clock.now();
  const accounts = ids.map((id) => client.readAccount(id));
  const { head } = loadLedger(ports);
  const notices: SyncState['notices'] = [];
  const plans = accounts.map((account): AccountPlan => {
    const today = todayIn(startedAt, account.timeZone ?? ports.spreadsheetZone());
    const asked = askedDays(input, today);
    const templates = client.listTemplates(account.id);
    listed.set(account.id, templates);
    const chosen = chooseIds(templates, input.templates);
    const scope = input.templates === 'all' ? 'all' : chosen;
    const span = planSpan(head, account.id, asked, today, scope);
    return { id: account.id, today, asked, span, ids: chosen };
  });
  checkChoice(input.templates, plans, head);
  checkReach(plans, head, notices);
  for (const account of accounts) noteChanges(known.get(account.id), account, notices);
  saveAccounts(ports, accounts);
  return {
    run,
    startedAt,
    selection: {
      from: plans.map((plan) => plan.asked.from).reduce(maxDay),
      to: plans.map((plan) => plan.asked.to).reduce(minDay),
      templates: input.templates,
      ...(input.preset ? { preset: input.preset } : {}),
    },
    accounts: plans,
    next: 0,
    counts: { added: 0, changed: 0, restated: 0, held: 0, requests: 0 },
    notices,
  };
}

/** A chosen template must be one Meta lists, or one whose history the ledger keeps. */
function checkChoice(
  templates: Selection['templates'],
  plans: readonly AccountPlan[],
  head: Head,
): void {
  if (templates === 'all') return;
  const known = new Set([...plans.flatMap((plan) => plan.ids), ...head.series.map(([id]) => id)]);
  const unknown = templates.find((id) => !known.has(id));
  if (templates.length === 0) throw new AddonError('bad-input', { what: 'templates' });
  if (unknown !== undefined) throw new AddonError('unknown-template', { id: unknown });
}

/** Days beyond Meta's reach come from the ledger alone: say so, or refuse when it has none of them. */
function checkReach(
  plans: readonly AccountPlan[],
  head: Head,
  notices: SyncState['notices'],
): void {
  for (const { id, today, asked, ids } of plans) {
    const reach = reachOf(today);
    if (asked.from >= reach) continue;
    const [from, to] = [dayNumber(asked.from), dayNumber(asked.to)];
    const held = [null, ...ids].some((template) =>
      fetchedDays(head, id, template).some(([first, last]) => first <= to && last >= from),
    );
    if (asked.to < reach && !held) throw new AddonError('out-of-reach', { reach });
    if (!notices.some((notice) => notice.code === 'clipped')) {
      notices.push({ code: 'clipped', facts: { reach } });
    }
  }
}

/** What Meta changed about an account; days and amounts already in the sheet stay as they are. */
function noteChanges(
  before: AccountNode | undefined,
  account: AccountNode,
  notices: SyncState['notices'],
): void {
  const name = account.name || account.id;
  if (before?.timeZone && account.timeZone && before.timeZone !== account.timeZone) {
    notices.push({ code: 'zone-changed', facts: { account: name, zone: account.timeZone } });
  }
  if (before?.currency && account.currency && before.currency !== account.currency) {
    notices.push({
      code: 'currency-changed',
      facts: { account: name, currency: account.currency },
    });
  }
}

/** Half of the ten million cells a spreadsheet may hold: time to think of a second one. */
const HALF_OF_ALL_CELLS = 5_000_000;

/** A sync of several steps says each thing once, with its counts added up. */
function addNotice(
  notices: SyncState['notices'],
  code: string,
  facts: Record<string, string | number>,
): void {
  const said = notices.find((notice) => notice.code === code);
  if (!said) notices.push({ code, facts });
  else if (typeof said.facts.count === 'number') said.facts.count += Number(facts.count);
}

function noteOutcome(state: SyncState, answer: FetchedWave | null, committed: Committed): void {
  for (const name of ['added', 'changed', 'restated', 'held'] as const) {
    state.counts[name] += committed.counts[name];
  }
  const note = (code: string, facts: Record<string, string | number>): void =>
    addNotice(state.notices, code, facts);
  if (answer && answer.dropped > 0) note('dropped', { count: answer.dropped });
  if (answer && answer.missingTemplates.length > 0) {
    note('missing-templates', { count: answer.missingTemplates.length });
  }
  if (committed.movedRows) note('moved-rows', {});
  const { copies } = committed;
  if (copies.count > 0) note('copied-rows', { count: copies.count, row: copies.firstRow });
  if (committed.cells > HALF_OF_ALL_CELLS) note('half-full', { cells: committed.cells });
  const { kept } = committed.counts;
  if (kept > 0) note('kept-counts', { count: kept });
  const doubted = committed.doubted[0];
  if (doubted) note('doubted', { day: doubted.day, count: committed.doubted.length });
}

/**
 * What formulas without arguments mean from now on. A scheduled sync changes nobody's choice, but dates
 * chosen by name move along with the days.
 */
function select(head: Head, state: SyncState, who: Starter): void {
  const own = who === 'schedule' ? head.selection : null;
  const today = state.accounts[0]?.today;
  if (own && !(own.preset && today)) return;
  const chosen =
    own?.preset && today
      ? { ...own, ...askedDays({ preset: own.preset }, today) }
      : { ...state.selection };
  const first = firstHeld(head, state, chosen.templates);
  if (first !== null) chosen.from = maxDay(chosen.from, first);
  if (!own) state.selection = chosen;
  head.selection = { ...chosen };
}

/** The first day the ledger holds within the selection, so that formulas without dates can answer. */
function firstHeld(head: Head, state: SyncState, templates: Selection['templates']): Day | null {
  let first: Day | null = null;
  for (const { id } of state.accounts) {
    const scopes = templates === 'all' ? [null] : templates;
    for (const scope of scopes) {
      const start = fetchedDays(head, id, scope)[0]?.[0];
      if (start !== undefined) first = first === null ? dayOf(start) : maxDay(first, dayOf(start));
    }
  }
  return first;
}

/** The last-sync cell, the log, and what the sidebar shows of the last run. */
function recordFinish(ports: Ports, state: SyncState, who: Starter, ledger: Ledger): void {
  const now = ports.clock.now();
  const when = new Date(now).toISOString();
  ports.index.writeSynced(now);
  const { from, to } = state.selection;
  ports.log.append({
    when,
    who,
    dates: from === to ? from : `${from} – ${to}`,
    ...state.counts,
    seconds: Math.round((now - state.startedAt) / 1000),
    result: ['ok', ...state.notices.map((notice) => notice.code)].join(', '),
  });
  ports.flush();
  remember(ports, ledger.head, ledger.places.end - 1);
  recordSuccess(ports, when);
}
