// What the sidebar knows, and how each event changes it; no browser, no server, only data.

import type { Day, DayRange } from '../src/core/day';
import type {
  Account,
  Comparison,
  Contract,
  Preset,
  Schedule,
  Status,
  SyncAnswer,
  SyncRequest,
} from '../src/rpc/contract';
import { type Browse, type BrowseAct, browseAfter, noBrowse } from './browse';
import { chosenRange } from './choices';
import type { Failure } from './failures';
import { type Fresh, type FreshAct, freshAfter, noFresh } from './fresh';
import { type Insights, type InsightsAct, insightsAfter } from './insights';
import type { LanguageChoice } from './language';
import { noTemplates, type Templates, type TemplatesEvent, templatesAfter, toggle } from './picked';
import { presetOf } from './presets';
import { noReports, type Reports, type ReportsAct, reportsAfter } from './reports';

export type Screen = 'loading' | 'connect' | 'accounts' | 'main';
export type Task =
  | 'status'
  | 'connect'
  | 'accounts'
  | 'templates'
  | 'sync'
  | 'schedule'
  | 'restore'
  | 'insights'
  | 'report'
  | 'insert'
  | 'fresh'
  | 'open'
  | 'disconnect';
export type PresetChoice = Preset | 'custom';
/** A field the person has to mend before the call is made. */
export type Problem = 'token' | 'account-id' | 'no-account';

/** One sync from its first call to its end, whichever end that is. */
export interface Run {
  request: SyncRequest;
  /** The last answer; its counts and notices are those of the whole run so far. */
  answer: SyncAnswer | null;
  end: 'running' | 'stopping' | 'done' | 'stopped' | 'failed';
  /** Whether it is the first sync of this file, after which the daily update is switched on. */
  first: boolean;
}

/** What a person deleted and we can make again. */
export type Lost = 'tab' | 'column';

/** Making again what was deleted: asked first, then done with what was made. */
export interface Restore {
  lost: Lost;
  made: Contract['restore']['output'] | null;
}

export interface State {
  screen: Screen;
  /** What the server is doing for us now; while it does, every button but Cancel is off. */
  task: Task | null;
  failure: { task: Task; failure: Failure } | null;
  problem: Problem | null;
  language: LanguageChoice;
  /** True until the first sync ever: the three steps are shown. */
  firstRun: boolean;
  status: Status | null;
  /** Accounts to choose from, and the ids ticked. */
  offered: Account[];
  ticked: string[];
  /** When the token ends, known only right after connecting. */
  expires: string | null;
  dates: { preset: PresetChoice; from: Day; to: Day };
  compareTo: Comparison;
  templates: Templates;
  run: Run | null;
  /** The daily update as the person wants it; null follows what the server says. */
  daily: boolean | null;
  restore: Restore | null;
  insights: Insights | null;
  reports: Reports;
  browse: Browse;
  fresh: Fresh;
  confirmingDisconnect: boolean;
  copied: 'no' | 'yes' | 'by-hand';
}

export type Event =
  | { type: 'started'; task: Task }
  | { type: 'failed'; task: Task; failure: Failure }
  | { type: 'finished' }
  | { type: 'problem'; problem: Problem }
  | { type: 'status-read'; status: Status }
  | { type: 'connected'; answer: Contract['connect']['output'] }
  | { type: 'account-ticked'; id: string }
  | { type: 'screen-chosen'; screen: Screen }
  | { type: 'preset-chosen'; preset: PresetChoice }
  | { type: 'day-chosen'; end: 'from' | 'to'; day: Day }
  | { type: 'comparison-chosen'; compareTo: Comparison }
  | TemplatesEvent
  | { type: 'sync-started'; request: SyncRequest }
  | { type: 'sync-answered'; answer: SyncAnswer }
  | { type: 'cancel-asked' }
  | { type: 'sync-stopped' }
  | { type: 'daily-wanted'; on: boolean }
  | { type: 'schedule-read'; schedule: Schedule }
  | { type: 'restore-asked'; lost: Lost }
  | { type: 'restore-refused' }
  | { type: 'restored'; made: Contract['restore']['output'] }
  | { type: 'insights'; act: InsightsAct }
  | { type: 'reports'; act: ReportsAct }
  | { type: 'browse'; act: BrowseAct }
  | { type: 'fresh'; act: FreshAct }
  | { type: 'gap-chosen'; days: DayRange }
  | { type: 'disconnect-asked' }
  | { type: 'disconnect-refused' }
  | { type: 'disconnected' }
  | { type: 'language-chosen'; language: LanguageChoice }
  | { type: 'copied'; how: 'yes' | 'by-hand' };

export const initialState: State = {
  screen: 'loading',
  task: null,
  failure: null,
  problem: null,
  language: 'auto',
  firstRun: true,
  status: null,
  offered: [],
  ticked: [],
  expires: null,
  dates: { preset: 'last_30_days', from: '', to: '' },
  compareTo: 'weekday',
  templates: noTemplates,
  run: null,
  daily: null,
  restore: null,
  insights: null,
  reports: noReports,
  browse: noBrowse,
  fresh: noFresh,
  confirmingDisconnect: false,
  copied: 'no',
};

const ids = (accounts: readonly Account[]): string[] => accounts.map(({ id }) => id);

function readStatus(before: State, status: Status): State {
  // Another account has other templates: a choice made for the one before means nothing.
  const accountsBefore = ids(before.status?.accounts ?? []).join();
  const moved = accountsBefore !== '' && accountsBefore !== ids(status.accounts).join();
  const { templates: none, run, insights, reports, browse } = initialState;
  const state = moved ? { ...before, templates: none, run, insights, reports, browse } : before;
  // Reading anew mends what could not be read; a daily update that could not be switched stays told.
  const failure = before.failure?.task === 'schedule' ? before.failure : null;
  const next = { ...state, status, task: null, failure, firstRun: status.lastSync === null };
  if (!status.connected) return { ...next, screen: 'connect' };
  if (status.accounts.length === 0) return { ...next, screen: 'accounts' };
  const known = state.status?.connected === true;
  if (known) return { ...next, screen: 'main' };
  const { compareTo } = status;
  if (!status.selection) return { ...next, screen: 'main', compareTo };
  // A sidebar opened anew goes on with the templates of last time, and with its dates where they
  // still are what a preset means; a custom range of last week is seldom wanted again.
  const { from, to, templates } = status.selection;
  const preset = presetOf({ from, to }, status.today) ?? state.dates.preset;
  const chosen =
    templates === 'all'
      ? state.templates
      : { ...state.templates, mode: 'some' as const, picked: [...templates] };
  const dates = { ...state.dates, preset };
  return { ...next, screen: 'main', dates, compareTo, templates: chosen };
}

function endRun(state: State, end: Run['end']): Run | null {
  return state.run && { ...state.run, end };
}

/** The state after an event. */
export function reduce(state: State, event: Event): State {
  switch (event.type) {
    case 'started':
      return { ...state, task: event.task, failure: null, problem: null };
    case 'failed': {
      const run = event.task === 'sync' ? endRun(state, 'failed') : state.run;
      return { ...state, task: null, failure: { task: event.task, failure: event.failure }, run };
    }
    case 'finished':
      return { ...state, task: null };
    case 'problem':
      return { ...state, problem: event.problem, failure: null };
    case 'status-read':
      return readStatus(state, event.status);
    case 'connected': {
      const { accounts, expires } = event.answer;
      const before = ids(state.status?.accounts ?? []).filter((id) => ids(accounts).includes(id));
      return {
        ...state,
        screen: 'accounts',
        task: null,
        offered: accounts,
        ticked: before.length > 0 ? before : ids(accounts),
        expires,
        templates: { ...state.templates, list: null },
      };
    }
    case 'account-ticked':
      return { ...state, ticked: toggle(state.ticked, event.id), problem: null };
    case 'screen-chosen': {
      const next = { ...state, screen: event.screen, failure: null, problem: null };
      if (event.screen !== 'accounts') return next;
      const chosen = state.status?.accounts ?? [];
      const extra = chosen.filter(({ id }) => !ids(state.offered).includes(id));
      return { ...next, offered: [...state.offered, ...extra], ticked: ids(chosen) };
    }
    case 'preset-chosen': {
      if (event.preset !== 'custom') {
        return { ...state, dates: { ...state.dates, preset: event.preset } };
      }
      // Custom starts from the days shown until now, so that one change is enough.
      const shown = chosenRange(state) ?? { from: '', to: '' };
      return { ...state, dates: { preset: 'custom', ...shown } };
    }
    case 'day-chosen':
      return { ...state, dates: { ...state.dates, [event.end]: event.day } };
    case 'comparison-chosen':
      return { ...state, compareTo: event.compareTo };
    case 'templates-read': {
      const templates = templatesAfter(state.templates, event);
      return { ...state, task: state.task === 'templates' ? null : state.task, templates };
    }
    case 'mode-chosen':
    case 'template-ticked':
    case 'templates-set':
    case 'templates-cleared':
    case 'searched':
    case 'filtered':
      return { ...state, templates: templatesAfter(state.templates, event) };
    case 'sync-started':
      return {
        ...state,
        task: 'sync',
        failure: null,
        copied: 'no',
        restore: null,
        insights: null,
        run: { request: event.request, answer: null, end: 'running', first: state.firstRun },
      };
    case 'sync-answered': {
      if (!state.run) return state;
      const run = { ...state.run, answer: event.answer };
      if (!event.answer.done) return { ...state, run };
      return { ...state, task: null, firstRun: false, run: { ...run, end: 'done' } };
    }
    case 'cancel-asked':
      return { ...state, run: state.task === 'sync' ? endRun(state, 'stopping') : state.run };
    case 'sync-stopped':
      return { ...state, task: null, run: endRun(state, 'stopped') };
    case 'daily-wanted':
      return { ...state, daily: event.on };
    case 'schedule-read': {
      const status = state.status && { ...state.status, schedule: event.schedule };
      return { ...state, task: null, status, daily: null };
    }
    case 'restore-asked':
      return { ...state, restore: { lost: event.lost, made: null } };
    case 'restore-refused':
      return { ...state, restore: null };
    case 'restored': {
      const restore = state.restore && { ...state.restore, made: event.made };
      // The failure that led here is mended, in this sidebar and in what the last run left behind.
      const status = state.status && { ...state.status, tab: event.made.tab, lastFailure: null };
      return { ...state, task: null, failure: null, status, restore };
    }
    case 'insights':
      return { ...state, ...insightsAfter(state, event.act) };
    case 'reports':
      return { ...state, ...reportsAfter(state, event.act) };
    case 'browse':
      return { ...state, ...browseAfter(state, event.act) };
    case 'fresh':
      return { ...state, ...freshAfter(state, event.act) };
    case 'gap-chosen': {
      const { from, to } = event.days;
      // Only a sync of all templates fills a gap in the history of all templates.
      const templates = { ...state.templates, mode: 'all' as const };
      return { ...state, dates: { preset: 'custom', from, to }, templates };
    }
    case 'disconnect-asked':
      return { ...state, confirmingDisconnect: true };
    case 'disconnect-refused':
      return { ...state, confirmingDisconnect: false };
    case 'disconnected':
      return { ...initialState, screen: 'connect', language: state.language };
    case 'language-chosen':
      return { ...state, language: event.language };
    case 'copied':
      return { ...state, copied: event.how };
  }
}
