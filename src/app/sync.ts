// One step of a sync: plan at the first call, then a few waves fetched, checked and written.
import { TABS } from '../core/columns';
import { type Day, type DayRange, dayNumber, dayOf, maxDay, minDay } from '../core/day';
import { AddonError } from '../core/errors';
import { fetchedDays } from '../core/index/covered';
import type { Head, Selection } from '../core/index/head';
import type { Preset } from '../core/presets';
import { todayIn } from '../core/zone';
import type { GraphClient } from '../graph';
import { type Committed, writeWave } from './commit';
import { chosenAccounts, clientFor, saveAccounts } from './connection';
import type { SyncState } from './cursor';
import { directoryOf, type FetchedWave, fetchWaves, type Listed } from './fetch';
import { loadLedger, saveLedger } from './ledger';
import { type AccountPlan, askedDays, batchesOf, chooseIds, planSpan, reachOf } from './plan';
import type { Ports } from './ports';

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
 * Runs one step; call again with the state until `done`.
 *
 * @throws AddonError when Meta or the sheet refuses; what earlier steps wrote stays
 */
export function syncStep(ports: Ports, input: SyncInput, previous: SyncState | null): SyncStep {
  const client = clientFor(ports);
  const listed: Listed = new Map();
  const state = previous ?? beginSync(ports, client, input, listed);
  const batches = batchesOf(state.accounts);
  const wave =
    state.next < batches.length ? fetchWaves(ports, client, state, batches, listed) : null;
  const next = wave?.next ?? batches.length;
  const done = next >= batches.length;
  const templates =
    wave?.templates ??
    chosenAccounts(ports).flatMap((account) => directoryOf(client, account, listed));
  state.counts.requests += client.requestCount();

  ports.lock.hold(() => {
    ports.index.ensure();
    const ledger = loadLedger(ports);
    const committed = wave ? writeWave(ports, ledger, wave) : null;
    if (wave && committed) noteOutcome(state, wave, committed);
    if (done) select(ledger.head, state);
    saveLedger(ports, ledger, templates, committed?.rows ?? []);
    if (done) recordFinish(ports, state);
  });
  state.next = next;
  return {
    done,
    state,
    progress: { done: next, total: batches.length },
    range: { from: state.selection.from, to: state.selection.to },
    tab: TABS.daily,
  };
}

function beginSync(ports: Ports, client: GraphClient, input: SyncInput, listed: Listed): SyncState {
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
  saveAccounts(ports, accounts);
  return {
    startedAt,
    selection: {
      from: plans.map((plan) => plan.asked.from).reduce(maxDay),
      to: plans.map((plan) => plan.asked.to).reduce(minDay),
      templates: input.templates,
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

function noteOutcome(state: SyncState, answer: FetchedWave, committed: Committed): void {
  for (const name of ['added', 'changed', 'restated', 'held'] as const) {
    state.counts[name] += committed.counts[name];
  }
  const note = (code: string, facts: Record<string, string | number>): void => {
    state.notices.push({ code, facts });
  };
  if (answer.dropped > 0) note('dropped', { count: answer.dropped });
  if (answer.missingTemplates.length > 0) {
    note('missing-templates', { count: answer.missingTemplates.length });
  }
  if (committed.movedRows) note('moved-rows', {});
  if (committed.tabWasMissing) note('tab-was-missing', { tab: TABS.daily });
  const doubted = committed.doubted[0];
  if (doubted) note('doubted', { day: doubted.day, count: committed.doubted.length });
}

/** What formulas without arguments mean from now on. */
function select(head: Head, state: SyncState): void {
  const first = firstHeld(head, state);
  if (first !== null) state.selection.from = maxDay(state.selection.from, first);
  head.selection = { ...state.selection };
}

/** The first day the ledger holds within the selection, so that formulas without dates can answer. */
function firstHeld(head: Head, state: SyncState): Day | null {
  let first: Day | null = null;
  for (const { id, ids } of state.accounts) {
    const scopes = state.selection.templates === 'all' ? [null] : ids;
    for (const scope of scopes) {
      const start = fetchedDays(head, id, scope)[0]?.[0];
      if (start !== undefined) first = first === null ? dayOf(start) : maxDay(first, dayOf(start));
    }
  }
  return first;
}

/** The last-sync cell, the log, and what the sidebar shows of the last run. */
function recordFinish(ports: Ports, state: SyncState): void {
  const now = ports.clock.now();
  const when = new Date(now).toISOString();
  ports.index.writeSynced(now);
  const { from, to } = state.selection;
  ports.log.append({
    when,
    who: 'sidebar',
    dates: from === to ? from : `${from} – ${to}`,
    ...state.counts,
    seconds: Math.round((now - state.startedAt) / 1000),
    result: ['ok', ...state.notices.map((notice) => notice.code)].join(', '),
  });
  ports.flush();
  ports.document.set('lastSync', when);
  ports.document.remove('lastFailure');
}
