// What happens when a person acts: calls to the server in the right order, events for the state.

import type { DayRange } from '../src/core/day';
import type { Comparison, Contract, SyncRequest } from '../src/rpc/contract';
import { browseActs } from './browse';
import { dailyTicked, resumeCursor, syncRequest } from './choices';
import type { Call, Result } from './client';
import { localFailure } from './failures';
import type { Filters } from './filters';
import { freshActs } from './fresh';
import { insightsActs } from './insights';
import type { LanguageChoice } from './language';
import { reportsActs } from './reports';
import {
  initialState,
  type Lost,
  type PresetChoice,
  reduce,
  type Screen,
  type State,
  type Event as StateEvent,
  type Task,
} from './state';

export interface Ports {
  call: Call;
  /** Draws the state. */
  draw(state: State): void;
  /** Moves the keyboard to the element with this id, once it is drawn. */
  focus(id: string): void;
  /** Puts text on the clipboard; false where the browser does not let us. */
  copy(text: string): Promise<boolean>;
  /** The browser's language. */
  language?: string;
}

/** A sync that answers the same this often without getting further is stopped. */
const MAX_IDLE_ANSWERS = 4;
/** Meta's ids are numbers, but longer than a number can hold. */
const ACCOUNT_ID = /^\d{5,25}$/;

/** A server refused what it was sent, such as a cursor that has grown old. */
const isRefused = (result: Result<unknown>): boolean =>
  !result.ok && result.failure.code === 'bad-input';

const compact = (text: string): string => text.replace(/\s+/g, '');

/** What a group of acts kept in its own file works with. */
export interface Tools {
  state(): State;
  dispatch(event: StateEvent): void;
  /** Runs one call as the task people see; null when it failed, which is then on the screen. */
  perform<N extends keyof Contract>(
    task: Task,
    name: N,
    input: Contract[N]['input'],
  ): Promise<Contract[N]['output'] | null>;
  /** The same without a task: nothing waits for it, and its failure is the caller's to show. */
  call: Call;
  focus(id: string): void;
}

export type Controller = ReturnType<typeof createController>;

export function createController(ports: Ports) {
  let state = initialState;
  /** The tab asked for last, for another try. */
  let opening: string | null = null;

  function dispatch(event: StateEvent): void {
    state = reduce(state, event);
    ports.draw(state);
  }

  async function perform<N extends keyof Contract>(
    task: Task,
    name: N,
    input: Contract[N]['input'],
  ): Promise<Contract[N]['output'] | null> {
    dispatch({ type: 'started', task });
    return settle(task, await ports.call(name, input));
  }

  function settle<T>(task: Task, result: Result<T>): T | null {
    if (result.ok) return result.value;
    dispatch({ type: 'failed', task, failure: result.failure });
    ports.focus('failure');
    return null;
  }

  const { call, focus } = ports;
  const tools: Tools = { state: () => state, dispatch, perform, call, focus };
  const insights = insightsActs(tools);
  const reports = reportsActs(tools, readTemplates);
  const browse = browseActs(tools, readTemplates, ports);
  const fresh = freshActs(tools);

  async function readStatus(): Promise<boolean> {
    const status = await perform('status', 'status', {});
    if (!status) return false;
    dispatch({ type: 'status-read', status });
    if (state.screen === 'main' && state.templates.mode === 'some' && !state.templates.list) {
      await readTemplates();
    }
    return true;
  }

  async function readTemplates(): Promise<boolean> {
    const list = await perform('templates', 'library', {});
    if (list) dispatch({ type: 'templates-read', list });
    return list !== null;
  }

  async function connect(tokenTyped: string, accountIdTyped: string): Promise<void> {
    const token = compact(tokenTyped);
    const accountId = compact(accountIdTyped);
    if (!token) return refuse('token', 'token');
    if (accountId && !ACCOUNT_ID.test(accountId)) return refuse('account-id', 'account-id');
    const input = accountId ? { token, accountId } : { token };
    const answer = await perform('connect', 'connect', input);
    if (!answer) return;
    dispatch({ type: 'connected', answer });
    ports.focus('title');
  }

  async function chooseAccounts(accountIdTyped: string): Promise<void> {
    const accountId = compact(accountIdTyped);
    if (accountId && !ACCOUNT_ID.test(accountId)) return refuse('account-id', 'account-id');
    const ids = [...new Set(accountId ? [...state.ticked, accountId] : state.ticked)];
    if (ids.length === 0) return refuse('no-account', 'account-id');
    const answer = await perform('accounts', 'chooseAccounts', { ids });
    if (answer && (await readStatus())) ports.focus('title');
  }

  function refuse(problem: 'token' | 'account-id' | 'no-account', field: string): void {
    dispatch({ type: 'problem', problem });
    ports.focus(field);
  }

  async function sync(): Promise<void> {
    const request = syncRequest(state);
    if (!request || state.task) return;
    const resumed = resumeCursor(state, request);
    dispatch({ type: 'sync-started', request });
    ports.focus('progress');
    await callUntilDone(request, resumed);
  }

  /** Switches the daily update; where it fails, the state keeps what was wanted, for another try. */
  async function setSchedule(on: boolean): Promise<void> {
    dispatch({ type: 'daily-wanted', on });
    const schedule = await perform('schedule', 'schedule', { on });
    if (schedule) dispatch({ type: 'schedule-read', schedule });
  }

  /** Before the first sync a tick is only a wish; later it is the switch itself. */
  async function tickDaily(on: boolean): Promise<void> {
    if (state.firstRun) return dispatch({ type: 'daily-wanted', on });
    await setSchedule(on);
    // A switch that was off for a moment has lost the keyboard.
    if (!state.failure) ports.focus('daily');
  }

  async function restore(): Promise<void> {
    const made = await perform('restore', 'restore', {});
    if (!made) return;
    dispatch({ type: 'restored', made });
    ports.focus('restore');
  }

  function fetchGap(days: DayRange): void {
    dispatch({ type: 'gap-chosen', days });
    ports.focus('day-from');
  }

  const stopping = (): boolean => state.run?.end === 'stopping';

  async function callUntilDone(request: SyncRequest, resumed: string | null): Promise<void> {
    let cursor = resumed;
    let idle = 0;
    for (;;) {
      const before = cursor;
      const result = await ports.call('sync', { ...request, cursor });
      if (resumed !== null && cursor === resumed && isRefused(result) && !stopping()) {
        // What an earlier day began cannot go on; the rows it wrote are known, so nothing is lost.
        dispatch({ type: 'sync-started', request });
        return callUntilDone(request, null);
      }
      const answer = settle('sync', result);
      if (!answer) return;
      const progressBefore = state.run?.answer?.progress.done ?? 0;
      const switchOn = state.firstRun && dailyTicked(state) && !state.status?.schedule.mine;
      dispatch({ type: 'sync-answered', answer });
      if (answer.done) return finishSync(switchOn);
      if (stopping()) {
        dispatch({ type: 'sync-stopped' });
        return ports.focus('result');
      }
      cursor = answer.cursor;
      const further = cursor !== before || answer.progress.done > progressBefore;
      idle = further ? 0 : idle + 1;
      if (cursor === null || idle >= MAX_IDLE_ANSWERS) {
        settle('sync', { ok: false, failure: localFailure('stalled') });
        return;
      }
    }
  }

  function cancel(): void {
    dispatch({ type: 'cancel-asked' });
    // The button is off from now on and would take the keyboard's place with it.
    ports.focus('progress');
  }

  /**
   * What belongs to the end of a sync: the daily update after the first one, and what the result shows
   * beside the counts. The sync itself is done, so a failure to read is silent.
   */
  async function finishSync(switchOn: boolean): Promise<void> {
    ports.focus('result');
    const list = state.templates.list === null ? ports.call('library', {}) : null;
    // The buttons stay off until the daily update is on, so that no other act gets between.
    if (switchOn) await setSchedule(true);
    const status = await ports.call('status', {});
    if (status.ok && !state.task) dispatch({ type: 'status-read', status: status.value });
    const read = await list;
    if (read?.ok) dispatch({ type: 'templates-read', list: read.value });
    browse.previewFormula();
  }

  async function disconnect(): Promise<void> {
    const answer = await perform('disconnect', 'disconnect', {});
    if (!answer) return;
    dispatch({ type: 'disconnected' });
    ports.focus('title');
  }

  async function open(tab: string): Promise<void> {
    opening = tab;
    if (await perform('open', 'showTab', { tab })) dispatch({ type: 'finished' });
  }

  async function copy(text: string): Promise<void> {
    dispatch({ type: 'copied', how: (await ports.copy(text)) ? 'yes' : 'by-hand' });
  }

  function show(screen: Screen): void {
    dispatch({ type: 'screen-chosen', screen });
    ports.focus('title');
  }

  /** Does again what failed. Where that needs what was typed, its own button stands on the screen. */
  async function retry(): Promise<void> {
    const task = state.failure?.task;
    if (task === 'status' && (await readStatus())) ports.focus('title');
    if (task === 'templates') await readTemplates();
    if (task === 'sync') await sync();
    if (task === 'schedule') await setSchedule(state.daily ?? true);
    if (task === 'restore') await restore();
    if (task === 'insights') await insights.enableInsights();
    if (task === 'report') await reports.remakeReport();
    if (task === 'insert') await browse.insertFormula();
    if (task === 'fresh') await fresh.retryFresh();
    if (task === 'disconnect') await disconnect();
    if (task === 'open' && opening) await open(opening);
  }

  async function chooseMode(mode: 'all' | 'some'): Promise<void> {
    dispatch({ type: 'mode-chosen', mode });
    if (mode === 'all' || state.templates.list) return;
    if (await readTemplates()) ports.focus('template-search');
  }

  return {
    start: readStatus,
    connect,
    chooseAccounts,
    tickAccount: (id: string) => dispatch({ type: 'account-ticked', id }),
    show,
    choosePreset: (preset: PresetChoice) => dispatch({ type: 'preset-chosen', preset }),
    chooseDay: (end: 'from' | 'to', day: string) => dispatch({ type: 'day-chosen', end, day }),
    chooseComparison: (compareTo: Comparison) => dispatch({ type: 'comparison-chosen', compareTo }),
    chooseMode,
    tickTemplate: (id: string) => dispatch({ type: 'template-ticked', id }),
    setTemplates: (ids: string[], picked: boolean) =>
      dispatch({ type: 'templates-set', ids, picked }),
    clearTemplates: () => dispatch({ type: 'templates-cleared' }),
    search: (search: string) => dispatch({ type: 'searched', search }),
    filter: (filters: Partial<Filters>) => dispatch({ type: 'filtered', filters }),
    sync,
    cancel,
    tickDaily,
    askRestore: (lost: Lost) => {
      dispatch({ type: 'restore-asked', lost });
      ports.focus('restore');
    },
    refuseRestore: () => {
      dispatch({ type: 'restore-refused' });
      ports.focus(state.failure ? 'failure' : 'daily');
    },
    restore,
    ...insights,
    ...reports,
    ...browse,
    ...fresh,
    fetchGap,
    open,
    copy,
    retry,
    reloadTemplates: readTemplates,
    askDisconnect: () => {
      dispatch({ type: 'disconnect-asked' });
      ports.focus('confirm');
    },
    keepConnected: () => dispatch({ type: 'disconnect-refused' }),
    disconnect,
    chooseLanguage: (language: LanguageChoice) => dispatch({ type: 'language-chosen', language }),
    state: () => state,
  };
}
