// What the chosen dates, templates and ticks add up to: the request to send, or why there is none yet.

import { comparedPeriod } from '../src/core/compare/periods';
import type { DayRange } from '../src/core/day';
import type { SyncRequest } from '../src/rpc/contract';
import { presetRange } from './presets';
import type { State } from './state';

/** The days chosen now, or null while a custom range is unfinished or today is not known. */
export function chosenRange(state: State): DayRange | null {
  const { preset, from, to } = state.dates;
  if (preset === 'custom') return from && to ? { from, to } : null;
  return state.status ? presetRange(preset, state.status.today) : null;
}

/** Why the chosen dates cannot be synced, or null. */
export function datesProblem(state: State): 'missing' | 'reversed' | 'future' | null {
  const range = chosenRange(state);
  if (!range) return 'missing';
  if (range.to < range.from) return 'reversed';
  return state.status && range.from > state.status.today ? 'future' : null;
}

/** The days they are compared with, or null without a comparison or without days. */
export function chosenComparison(state: State): DayRange | null {
  const range = datesProblem(state) ? null : chosenRange(state);
  return range && comparedPeriod(range, state.compareTo);
}

/** What Sync would ask for, or null while something is still to be chosen. */
export function syncRequest(state: State): SyncRequest | null {
  const { mode, picked } = state.templates;
  if (datesProblem(state) || (mode === 'some' && picked.length === 0)) return null;
  const templates = mode === 'all' ? ('all' as const) : picked;
  const { preset, from, to } = state.dates;
  const { compareTo } = state;
  return preset === 'custom'
    ? { from, to, templates, compareTo }
    : { preset, templates, compareTo };
}

/**
 * Whether the daily update is ticked. Before the first sync it is unless the person unticks it, or
 * somebody else in this file has one already; later it is what the server says.
 */
export function dailyTicked(state: State): boolean {
  const { on, mine } = state.status?.schedule ?? { on: false, mine: false };
  const pending = state.firstRun || state.task === 'schedule';
  if (pending && state.daily !== null) return state.daily;
  return state.firstRun ? mine || !on : mine;
}

/** What is asked of Meta is the same; the comparison is made at the end, from what the sheet then holds. */
const sameRequest = (a: SyncRequest, b: SyncRequest): boolean =>
  JSON.stringify({ ...a, compareTo: null }) === JSON.stringify({ ...b, compareTo: null });

/** Where a sync that failed on the way goes on, if the same is asked again; null starts anew. */
export function resumeCursor(state: State, request: SyncRequest): string | null {
  const { run, failure } = state;
  if (run?.end !== 'failed' || !sameRequest(run.request, request)) return null;
  // A refusal of what we sent may be a refusal of the cursor.
  const refused = failure?.failure.code === 'bad-input' || failure?.failure.code === 'unexpected';
  return refused ? null : (run.answer?.cursor ?? null);
}
