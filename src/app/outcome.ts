// What a sync leaves behind beside its rows: notices, the choice formulas follow, the log.
import { type Day, dayOf, maxDay } from '../core/day';
import { fetchedDays } from '../core/index/covered';
import type { Head, Selection } from '../core/index/head';
import { forTables } from '../core/tables';
import type { Committed } from './commit';
import type { SyncState } from './cursor';
import { recordSuccess } from './failure';
import type { FetchedWave } from './fetch';
import type { Starter } from './lease';
import type { Ledger } from './ledger';
import { remember } from './memory';
import { askedDays } from './plan';
import type { Ports } from './ports';

/** Half of the ten million cells a spreadsheet may hold: time to think of a second one. */
const HALF_OF_ALL_CELLS = 5_000_000;

/** A sync of several steps says each thing once, with its counts added up. */
export function addNotice(
  notices: SyncState['notices'],
  code: string,
  facts: Record<string, string | number>,
): void {
  const said = notices.find((notice) => notice.code === code);
  if (!said) notices.push({ code, facts });
  else if (typeof said.facts.count === 'number') said.facts.count += Number(facts.count);
}

/** Adds a step to the counts and notices of its sync. */
export function noteOutcome(
  state: SyncState,
  answer: FetchedWave | null,
  committed: Committed,
): void {
  for (const name of ['added', 'changed', 'restated', 'held'] as const) {
    state.counts[name] += committed.counts[name];
  }
  for (const plan of state.accounts) {
    const days = committed.doubted.filter(({ accountId }) => accountId === plan.id);
    plan.doubted = [...new Set([...plan.doubted, ...days.map(({ day }) => day)])];
    plan.seen = committed.seen.get(plan.id) ?? plan.seen;
    const paid = answer?.paid.get(plan.id);
    if (paid !== undefined) plan.paid = plan.paid === true || paid;
  }
  const note = (code: string, facts: Record<string, string | number>): void =>
    addNotice(state.notices, code, facts);
  if (answer && answer.dropped > 0) note('dropped', { count: answer.dropped });
  if (answer && answer.missingTemplates.length > 0) {
    note('missing-templates', { count: answer.missingTemplates.length });
  }
  if (committed.movedRows) note('moved-rows', {});
  const { copies } = committed;
  if (copies.count > 0) {
    note('copied-rows', { count: copies.count, row: copies.firstRow, tab: copies.tab });
  }
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
export function select(head: Head, state: SyncState, who: Starter): void {
  const own = who === 'schedule' ? head.selection : null;
  const today = state.accounts[0]?.today;
  if (own && !(own.preset && today)) return;
  const chosen =
    own?.preset && today
      ? { ...own, ...askedDays({ preset: own.preset }, today) }
      : { ...state.selection };
  const first = firstHeld(head, state, chosen.templates);
  if (first !== null && first <= chosen.to) chosen.from = maxDay(chosen.from, first);
  if (!own) state.selection = chosen;
  head.selection = { ...chosen };
}

/** The first day the ledger holds within the selection, so that formulas without dates can answer. */
function firstHeld(head: Head, state: SyncState, templates: Selection['templates']): Day | null {
  let first: Day | null = null;
  for (const { id, refused } of state.accounts) {
    if (refused) continue;
    const scopes = templates === 'all' ? [null] : templates;
    for (const scope of scopes) {
      const start = fetchedDays(head, id, scope)[0]?.[0];
      if (start !== undefined) first = first === null ? dayOf(start) : maxDay(first, dayOf(start));
    }
  }
  return first;
}

/** The last-sync cell, the log, and what the sidebar shows of the last run. */
export function recordFinish(ports: Ports, state: SyncState, who: Starter, ledger: Ledger): void {
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
  remember(
    ports,
    ledger.head,
    forTables((id) => ledger.places[id].end - 1),
  );
  recordSuccess(ports, when);
}
