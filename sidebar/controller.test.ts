// What people do, against a server that answers from a script.

import type { CallName } from '../src/rpc/contract';
import type { Call, Result } from './client';
import { createController } from './controller';
import { failureFromServer } from './failures';
import { aurora, sampleAnswer, sampleStatus, sampleTemplate } from './sample';

type Script = Partial<Record<CallName, unknown[]>>;

const refusal = (code: string): Result<never> => ({
  ok: false,
  failure: failureFromServer({ code, message: 'm', hint: 'h' }),
});

/** Answers each call with the next of its list, the last one again and again. */
function play(script: Script) {
  const calls: [CallName, unknown][] = [];
  const focused: string[] = [];
  const beforeAnswer: { run: () => void } = { run: () => {} };
  const call = (async (name: CallName, input: unknown) => {
    calls.push([name, input]);
    beforeAnswer.run();
    const answers = script[name] ?? [];
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer === undefined) throw new Error(`No answer for ${name}.`);
    const refused = typeof answer === 'object' && answer !== null && 'failure' in answer;
    return refused ? answer : { ok: true, value: answer };
  }) as Call;
  const controller = createController({
    call,
    draw: () => {},
    focus: (id) => focused.push(id),
    copy: async () => true,
  });
  const callsOf = (name: CallName) =>
    calls.filter((made) => made[0] === name).map((made) => made[1]);
  return { controller, calls, callsOf, focused, beforeAnswer };
}

const library = [[sampleTemplate()]];
const step = (cursor: string, done: number) =>
  sampleAnswer({ done: false, cursor, progress: { done, total: 4 } });

test('the opening read never takes the keyboard from the sheet', async () => {
  const { controller, focused } = play({ status: [sampleStatus()] });
  await controller.start();
  expect(controller.state().screen).toBe('main');
  expect(focused).toEqual([]);
});

test('a token is sent without the spaces and line breaks of a careless copy', async () => {
  const { controller, callsOf } = play({
    connect: [{ tail: 'cdef', expires: null, accounts: [aurora] }],
  });
  await controller.connect('  EAAG\nabcdef ', '');
  expect(callsOf('connect')).toEqual([{ token: 'EAAGabcdef' }]);
  expect(controller.state().screen).toBe('accounts');
});

test('the state never holds the token', async () => {
  const { controller } = play({ connect: [{ tail: 'cdef', expires: null, accounts: [aurora] }] });
  await controller.connect('EAAGsecretabcdef', '');
  expect(JSON.stringify(controller.state())).not.toContain('secret');
});

test('without a token, or with letters in the account ID, nothing is sent', async () => {
  const { controller, calls, focused } = play({});
  await controller.connect('  ', '');
  expect(controller.state().problem).toBe('token');
  await controller.connect('EAAG', '12345x');
  expect(controller.state().problem).toBe('account-id');
  expect(calls).toEqual([]);
  expect(focused).toEqual(['token', 'account-id']);
});

test('a typed account ID stays text, is joined to the ticked ones and leads to the main view', async () => {
  const { controller, callsOf } = play({
    connect: [{ tail: 'cdef', expires: null, accounts: [aurora] }],
    chooseAccounts: [{ accounts: [aurora] }],
    status: [sampleStatus()],
  });
  await controller.connect('EAAG', '');
  await controller.chooseAccounts(' 12345678901234567 ');
  expect(callsOf('chooseAccounts')).toEqual([{ ids: [aurora.id, '12345678901234567'] }]);
  expect(controller.state().screen).toBe('main');
});

test('a sync is called with its cursor until it is done', async () => {
  const { controller, callsOf } = play({
    status: [sampleStatus()],
    library,
    sync: [step('c1', 1), step('c2', 2), sampleAnswer()],
  });
  await controller.start();
  await controller.sync();
  const request = { preset: 'last_30_days', templates: 'all', compareTo: 'weekday' };
  expect(callsOf('sync')).toEqual([
    { ...request, cursor: null },
    { ...request, cursor: 'c1' },
    { ...request, cursor: 'c2' },
  ]);
  expect(controller.state().run?.end).toBe('done');
  expect(controller.state().templates.list).toHaveLength(1);
});

test('Cancel stops after the call under way', async () => {
  const { controller, callsOf, focused, beforeAnswer } = play({
    status: [sampleStatus()],
    sync: [step('c1', 1), step('c2', 2), sampleAnswer()],
  });
  await controller.start();
  beforeAnswer.run = () => callsOf('sync').length === 2 && controller.cancel();
  await controller.sync();
  expect(callsOf('sync')).toHaveLength(2);
  expect(controller.state().run).toMatchObject({ end: 'stopped', answer: { cursor: 'c2' } });
  // The Cancel button goes off under the person's finger; the keyboard stays with the progress.
  expect(focused).toEqual(['progress', 'progress', 'result']);
});

test('where the last cursor is refused as too old, the sync begins anew by itself', async () => {
  const { controller, callsOf } = play({
    status: [sampleStatus()],
    sync: [step('c1', 1), refusal('rate-limited'), refusal('bad-input'), sampleAnswer()],
    library,
  });
  await controller.start();
  await controller.sync();
  await controller.sync();
  expect(callsOf('sync').map((input) => (input as { cursor: unknown }).cursor)).toEqual([
    null,
    'c1',
    'c1',
    null,
  ]);
  expect(controller.state()).toMatchObject({ failure: null, run: { end: 'done' } });
});

test('after a failure on the way, trying again goes on from the last cursor', async () => {
  const { controller, callsOf } = play({
    status: [sampleStatus()],
    library,
    sync: [step('c1', 1), refusal('rate-limited'), sampleAnswer()],
  });
  await controller.start();
  await controller.sync();
  expect(controller.state().failure?.failure.code).toBe('rate-limited');
  await controller.retry();
  expect(callsOf('sync')[2]).toMatchObject({ cursor: 'c1' });
  expect(controller.state()).toMatchObject({ failure: null, run: { end: 'done' } });
});

test('a sync that gets no further is stopped instead of asked for ever', async () => {
  const { controller, callsOf } = play({ status: [sampleStatus()], sync: [step('c1', 0)] });
  await controller.start();
  await controller.sync();
  expect(controller.state().failure?.failure.code).toBe('stalled');
  expect(callsOf('sync').length).toBeLessThan(8);
});

test('a second press while a sync runs does nothing', async () => {
  const { controller, callsOf } = play({
    status: [sampleStatus()],
    library,
    sync: [sampleAnswer()],
  });
  await controller.start();
  await Promise.all([controller.sync(), controller.sync()]);
  expect(callsOf('sync')).toHaveLength(1);
});

test('a failed reading of extras after a sync leaves the result as it is', async () => {
  const { controller } = play({
    status: [sampleStatus(), refusal('network')],
    library: [refusal('meta-busy')],
    sync: [sampleAnswer()],
  });
  await controller.start();
  await controller.sync();
  expect(controller.state()).toMatchObject({ failure: null, run: { end: 'done' } });
});

test('the list of templates is read once, when it is first needed', async () => {
  const { controller, callsOf } = play({ status: [sampleStatus()], library });
  await controller.start();
  expect(callsOf('library')).toHaveLength(0);
  await controller.chooseMode('some');
  await controller.chooseMode('all');
  await controller.chooseMode('some');
  expect(callsOf('library')).toHaveLength(1);
});

describe('the daily update', () => {
  const off = { on: false, mine: false, next: null };
  const mine = { on: true, mine: true, next: { day: '2026-11-23', hour: 5 } };
  const newcomer = sampleStatus({ lastSync: null, schedule: off });

  test('is switched on once, after the first sync', async () => {
    const { controller, calls, callsOf } = play({
      status: [newcomer, sampleStatus({ schedule: mine })],
      library,
      sync: [step('c1', 1), sampleAnswer()],
      schedule: [mine],
    });
    await controller.start();
    await controller.sync();
    expect(callsOf('schedule')).toEqual([{ on: true }]);
    const names = calls.map(([name]) => name);
    expect(names.lastIndexOf('sync')).toBeLessThan(names.indexOf('schedule'));
    await controller.sync();
    expect(callsOf('schedule')).toHaveLength(1);
  });

  test('is left alone for a person who unticks it, also at later syncs', async () => {
    const { controller, callsOf } = play({
      status: [newcomer, sampleStatus({ schedule: off })],
      library,
      sync: [sampleAnswer()],
    });
    await controller.start();
    await controller.tickDaily(false);
    await controller.sync();
    await controller.sync();
    expect(callsOf('schedule')).toEqual([]);
  });

  test.each([
    ['failed', refusal('network')],
    ['was cancelled', step('c1', 1)],
  ])('waits for a sync that works when the first %s', async (_how, first) => {
    const { controller, callsOf, beforeAnswer } = play({
      status: [newcomer],
      library,
      sync: [first, sampleAnswer()],
      schedule: [mine],
    });
    await controller.start();
    beforeAnswer.run = () => callsOf('sync').length === 1 && controller.cancel();
    await controller.sync();
    expect(callsOf('schedule')).toEqual([]);
    beforeAnswer.run = () => {};
    await controller.sync();
    expect(callsOf('schedule')).toEqual([{ on: true }]);
  });

  test('that fails to start is told beside a sync that worked, and can be tried again', async () => {
    const { controller, callsOf } = play({
      status: [newcomer, sampleStatus({ schedule: off })],
      library,
      sync: [sampleAnswer()],
      schedule: [refusal('unexpected'), mine],
    });
    await controller.start();
    await controller.sync();
    expect(controller.state()).toMatchObject({
      run: { end: 'done' },
      failure: { task: 'schedule' },
      status: { lastSync: '2026-11-21T12:00:00Z' },
    });
    await controller.retry();
    expect(callsOf('schedule')).toEqual([{ on: true }, { on: true }]);
    expect(controller.state()).toMatchObject({ failure: null, status: { schedule: mine } });
  });

  test('is switched at once in the main view', async () => {
    const { controller, callsOf, focused } = play({ status: [sampleStatus()], schedule: [off] });
    await controller.start();
    await controller.tickDaily(false);
    expect(focused).toEqual(['daily']);
    expect(callsOf('schedule')).toEqual([{ on: false }]);
    expect(controller.state().status?.schedule).toEqual(off);
  });
});

test('a deleted tab is made again only after the person agrees, and then Sync goes on', async () => {
  const { controller, callsOf, focused } = play({
    status: [sampleStatus()],
    library,
    sync: [refusal('tab-missing'), sampleAnswer()],
    restore: [refusal('network'), { tab: 'WA Daily', rows: 120, columns: 21 }],
  });
  await controller.start();
  await controller.sync();
  controller.askRestore('tab');
  controller.refuseRestore();
  expect(focused.slice(-2)).toEqual(['restore', 'failure']);
  controller.askRestore('tab');
  expect(callsOf('restore')).toEqual([]);
  await controller.restore();
  expect(controller.state()).toMatchObject({
    failure: { task: 'restore' },
    restore: { made: null },
  });
  await controller.retry();
  expect(callsOf('restore')).toEqual([{}, {}]);
  expect(controller.state()).toMatchObject({ failure: null, restore: { made: { rows: 120 } } });
  expect(focused.at(-1)).toBe('restore');
  await controller.sync();
  expect(controller.state()).toMatchObject({ restore: null, run: { end: 'done' } });
});

test('a tab that could not be opened is the one tried again', async () => {
  const { controller, callsOf } = play({
    status: [sampleStatus()],
    library,
    sync: [sampleAnswer()],
    showTab: [refusal('network'), { shown: true }],
  });
  await controller.start();
  await controller.sync();
  await controller.open('WA Templates');
  await controller.retry();
  expect(callsOf('showTab')).toEqual([{ tab: 'WA Templates' }, { tab: 'WA Templates' }]);
  expect(controller.state().failure).toBeNull();
});

test('a gap is put into the dates and nothing is fetched before Sync', async () => {
  const { controller, callsOf, focused } = play({ status: [sampleStatus()] });
  await controller.start();
  controller.fetchGap({ from: '2026-10-01', to: '2026-10-05' });
  expect(controller.state().dates).toEqual({
    preset: 'custom',
    from: '2026-10-01',
    to: '2026-10-05',
  });
  expect(callsOf('sync')).toEqual([]);
  expect(focused).toEqual(['day-from']);
});
