// The sidebar's state from nothing to the first table and through what can go wrong.

import { dailyTicked, datesProblem, resumeCursor, syncRequest } from './choices';
import { failureFromServer, localFailure } from './failures';
import { aurora, home, sampleAnswer, sampleStatus, sampleTemplate } from './sample';
import { type Event, initialState, reduce, type State } from './state';

const stateAfter = (...events: Event[]): State => events.reduce(reduce, initialState);
const ready: Event = { type: 'status-read', status: sampleStatus() };
const request = { preset: 'last_30_days', templates: 'all' } as const;
const started: Event = { type: 'sync-started', request };
const halfway = sampleAnswer({ done: false, cursor: 'c1', progress: { done: 2, total: 4 } });

test.each([
  ['connect', sampleStatus({ connected: false, accounts: [] })],
  ['accounts', sampleStatus({ accounts: [] })],
  ['main', sampleStatus()],
] as const)('the sidebar opens on %s when that is what is left to do', (screen, status) => {
  expect(stateAfter({ type: 'status-read', status }).screen).toBe(screen);
});

test('the three steps are shown until the first sync is done', () => {
  const first = stateAfter({ type: 'status-read', status: sampleStatus({ lastSync: null }) });
  expect(first.firstRun).toBe(true);
  const done = [started, { type: 'sync-answered', answer: sampleAnswer() } as const];
  expect(done.reduce(reduce, first).firstRun).toBe(false);
});

test('all accounts a new token sees are ticked, and at a renewal only those of before', () => {
  const answer = { tail: 'ab12', expires: null, accounts: [aurora, home] };
  expect(stateAfter({ type: 'connected', answer }).ticked).toEqual([aurora.id, home.id]);
  expect(stateAfter(ready, { type: 'connected', answer }).ticked).toEqual([aurora.id]);
});

test('ticking an account twice leaves it as it was', () => {
  const tick: Event = { type: 'account-ticked', id: aurora.id };
  expect(stateAfter(tick).ticked).toEqual([aurora.id]);
  expect(stateAfter(tick, tick).ticked).toEqual([]);
});

test('changing accounts offers the chosen ones even when the list was never read', () => {
  const state = stateAfter(ready, { type: 'screen-chosen', screen: 'accounts' });
  expect(state.offered).toEqual([aurora]);
  expect(state.ticked).toEqual([aurora.id]);
});

test('another account drops the templates chosen for the one before', () => {
  const picked: Event[] = [
    { type: 'mode-chosen', mode: 'some' },
    { type: 'template-ticked', id: '1' },
  ];
  const moved: Event = { type: 'status-read', status: sampleStatus({ accounts: [home] }) };
  expect(stateAfter(ready, ...picked, ready).templates.picked).toEqual(['1']);
  expect(stateAfter(ready, ...picked, moved).templates).toEqual(initialState.templates);
});

test('a sidebar opened anew has the templates of last time, and its dates where a preset means them', () => {
  const selection = { from: '2026-11-15', to: '2026-11-21', templates: ['1', '2'] };
  const state = stateAfter({ type: 'status-read', status: sampleStatus({ selection }) });
  expect(state.dates.preset).toBe('last_7_days');
  expect(syncRequest(state)).toMatchObject({ preset: 'last_7_days', templates: ['1', '2'] });
});

test('a custom range starts from the days shown and is sent as two days', () => {
  const custom: Event = { type: 'preset-chosen', preset: 'custom' };
  const state = stateAfter(ready, custom, { type: 'day-chosen', end: 'from', day: '2026-11-01' });
  expect(syncRequest(state)).toMatchObject({
    from: '2026-11-01',
    to: '2026-11-21',
    templates: 'all',
  });
});

test('a sidebar opened anew compares as last time, and keeps a later choice when read again', () => {
  const status = sampleStatus({ compareTo: 'year' });
  const opened = stateAfter({ type: 'status-read', status });
  expect(syncRequest(opened)?.compareTo).toBe('year');
  const chosen = reduce(opened, { type: 'comparison-chosen', compareTo: 'none' });
  expect(syncRequest(reduce(chosen, { type: 'status-read', status }))?.compareTo).toBe('none');
});

test.each([
  ['missing', '', '2026-11-21'],
  ['reversed', '2026-11-21', '2026-11-01'],
  ['future', '2026-11-23', '2026-11-24'],
  [null, '2026-11-22', '2026-11-22'],
])('a custom range can be %s', (problem, from, to) => {
  const state = stateAfter(
    ready,
    { type: 'preset-chosen', preset: 'custom' },
    { type: 'day-chosen', end: 'from', day: from },
    { type: 'day-chosen', end: 'to', day: to },
  );
  expect(datesProblem(state)).toBe(problem);
  expect(syncRequest(state) === null).toBe(problem !== null);
});

test('choosing templates without ticking one cannot be synced', () => {
  const choose: Event = { type: 'mode-chosen', mode: 'some' };
  expect(syncRequest(stateAfter(ready, choose))).toBeNull();
  const state = stateAfter(ready, choose, { type: 'template-ticked', id: '1' });
  expect(syncRequest(state)?.templates).toEqual(['1']);
});

test('ticking all shown keeps what was ticked before, unticking them leaves the rest', () => {
  const tick: Event = { type: 'template-ticked', id: '1' };
  const shown = { type: 'templates-set' as const, ids: ['2', '3'] };
  expect(stateAfter(tick, { ...shown, picked: true }).templates.picked).toEqual(['1', '2', '3']);
  const untick = stateAfter(tick, { ...shown, picked: true }, { ...shown, picked: false });
  expect(untick.templates.picked).toEqual(['1']);
});

test('a chosen template that Meta no longer lists is dropped and counted', () => {
  const list = [sampleTemplate({ id: '1' })];
  const state = stateAfter(
    { type: 'templates-set', ids: ['1', '2'], picked: true },
    { type: 'templates-read', list },
  );
  expect(state.templates).toMatchObject({ picked: ['1'], gone: 1 });
});

test('a sync goes from running to done and is busy only on the way', () => {
  const running = stateAfter(ready, started, { type: 'sync-answered', answer: halfway });
  expect([running.task, running.run?.end]).toEqual(['sync', 'running']);
  const done = reduce(running, { type: 'sync-answered', answer: sampleAnswer() });
  expect([done.task, done.run?.end]).toEqual([null, 'done']);
});

test('Cancel waits for the answer under way and keeps its counts', () => {
  const asked = stateAfter(ready, started, { type: 'cancel-asked' });
  expect([asked.task, asked.run?.end]).toEqual(['sync', 'stopping']);
  const answered = reduce(asked, { type: 'sync-answered', answer: halfway });
  expect([answered.task, answered.run?.end]).toEqual(['sync', 'stopping']);
  const stopped = reduce(answered, { type: 'sync-stopped' });
  expect([stopped.task, stopped.run?.end]).toEqual([null, 'stopped']);
  expect(stopped.run?.answer?.counts.added).toBe(120);
});

describe('a sync that failed on the way', () => {
  const failWith = (code: string) =>
    stateAfter(
      ready,
      started,
      { type: 'sync-answered', answer: halfway },
      {
        type: 'failed',
        task: 'sync',
        failure: failureFromServer({ code, message: '', hint: '' }),
      },
    );

  test('goes on where it stopped when the same is asked again', () => {
    expect(resumeCursor(failWith('rate-limited'), request)).toBe('c1');
  });

  test('starts anew when other dates are asked, or when the cursor may be what was refused', () => {
    const other = { ...request, preset: 'last_7_days' } as const;
    expect(resumeCursor(failWith('rate-limited'), other)).toBeNull();
    expect(resumeCursor(failWith('bad-input'), request)).toBeNull();
  });

  test('goes on too when only the comparison is another, which is made at the end', () => {
    expect(resumeCursor(failWith('rate-limited'), { ...request, compareTo: 'year' })).toBe('c1');
  });

  test('is no longer busy and still knows what was written', () => {
    const state = failWith('rate-limited');
    expect([state.task, state.run?.end]).toEqual([null, 'failed']);
    expect(state.run?.answer?.counts.added).toBe(120);
  });
});

test('a failure stays until the next thing is started', () => {
  const failed = stateAfter({ type: 'failed', task: 'status', failure: localFailure('network') });
  expect(failed.failure?.task).toBe('status');
  expect(reduce(failed, { type: 'started', task: 'status' }).failure).toBeNull();
});

describe('the daily update', () => {
  const off = { on: false, mine: false, next: null };
  const others = { on: true, mine: false, next: null };
  const opened = (changes: Parameters<typeof sampleStatus>[0]) =>
    stateAfter({ type: 'status-read', status: sampleStatus(changes) });

  test('is ticked before the first sync, but for a file where somebody else has it', () => {
    expect(dailyTicked(opened({ lastSync: null, schedule: off }))).toBe(true);
    expect(dailyTicked(opened({ lastSync: null, schedule: others }))).toBe(false);
  });

  test('keeps the untick of a person through the first sync', () => {
    const first = opened({ lastSync: null, schedule: off });
    const unticked = [{ type: 'daily-wanted', on: false } as const, started].reduce(reduce, first);
    expect(dailyTicked(unticked)).toBe(false);
  });

  test('is later what the server says, and what was wanted only while it is switched', () => {
    const state = opened({ schedule: off });
    expect(dailyTicked(state)).toBe(false);
    const wanted = reduce(state, { type: 'daily-wanted', on: true });
    const switching = reduce(wanted, { type: 'started', task: 'schedule' });
    expect(dailyTicked(switching)).toBe(true);
    const failure = localFailure('network');
    expect(dailyTicked(reduce(switching, { type: 'failed', task: 'schedule', failure }))).toBe(
      false,
    );
    const schedule = { on: true, mine: true, next: { day: '2026-11-23', hour: 5 } };
    const switched = reduce(switching, { type: 'schedule-read', schedule });
    expect([dailyTicked(switched), switched.task, switched.daily]).toEqual([true, null, null]);
  });

  test('that could not be switched stays told when the status is read anew', () => {
    const failed: Event = { type: 'failed', task: 'schedule', failure: localFailure('network') };
    expect(stateAfter(ready, failed, ready).failure?.task).toBe('schedule');
  });
});

test('making the tab again asks first, and what was made ends the failure', () => {
  const failure = failureFromServer({ code: 'tab-missing', message: '', hint: '' });
  const asked = stateAfter(
    ready,
    started,
    { type: 'failed', task: 'sync', failure },
    { type: 'restore-asked', lost: 'tab' },
  );
  expect(asked.restore).toEqual({ lost: 'tab', made: null });
  expect(asked.failure).not.toBeNull();
  expect(reduce(asked, { type: 'restore-refused' }).restore).toBeNull();
  const made = { tab: 'WA Daily 2', rows: 9, columns: 21 };
  const restored = reduce(asked, { type: 'restored', made });
  expect(restored).toMatchObject({ failure: null, restore: { lost: 'tab', made } });
  expect(restored.status).toMatchObject({ tab: 'WA Daily 2', lastFailure: null });
  expect(reduce(restored, started).restore).toBeNull();
});

test('fetching a gap asks for its days and all templates, whatever was chosen', () => {
  const state = stateAfter(
    ready,
    { type: 'mode-chosen', mode: 'some' },
    { type: 'gap-chosen', days: { from: '2026-10-01', to: '2026-10-05' } },
  );
  expect(syncRequest(state)).toMatchObject({
    from: '2026-10-01',
    to: '2026-10-05',
    templates: 'all',
  });
});

test('disconnecting forgets everything but the language', () => {
  const state = stateAfter(
    ready,
    { type: 'language-chosen', language: 'pt-BR' },
    { type: 'disconnected' },
  );
  expect(state).toEqual({ ...initialState, screen: 'connect', language: 'pt-BR' });
});
