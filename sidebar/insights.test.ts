// Agreeing to template insights: which account, a yes that counts for one account only, one call.

import type { Call } from './client';
import { createController } from './controller';
import { failureFromServer } from './failures';
import { aurora, home, sampleStatus } from './sample';
import { type Event, initialState, reduce, type State } from './state';

const lastFailure = { at: '2026-11-22T08:00:00Z', code: 'insights-off', message: '', hint: '' };
const opened = (accounts: State['offered']): State =>
  reduce(initialState, { type: 'status-read', status: sampleStatus({ accounts, lastFailure }) });
const asked = (state: State, accountId: string | null, ...more: Event[]): State =>
  [{ type: 'insights', act: { do: 'ask', accountId } } as const, ...more].reduce(reduce, state);
const understood: Event = { type: 'insights', act: { do: 'understand', understood: true } };

test.each([
  ['the one it names', [aurora, home], home.id, home.id],
  ['the only one there is', [aurora], null, aurora.id],
  ['none yet where there are several', [aurora, home], null, null],
  ['none yet where the named one is no longer chosen', [aurora, home], '7', null],
])('a refusal is about %s', (_which, accounts, named, about) => {
  expect(asked(opened(accounts), named).insights?.accountId).toBe(about);
});

test('a yes given for one account is not taken for another', () => {
  const other: Event = { type: 'insights', act: { do: 'choose', accountId: home.id } };
  const state = asked(opened([aurora, home]), aurora.id, understood, other);
  expect(state.insights).toEqual({ accountId: home.id, understood: false, enabled: null });
});

test('once they are on, the failure that led there is over; a new sync ends the news', () => {
  const failure = failureFromServer(lastFailure);
  const failed = reduce(opened([aurora]), { type: 'failed', task: 'sync', failure });
  const on: Event = { type: 'insights', act: { do: 'enabled', account: 'Loja Aurora' } };
  const state = asked(failed, null, understood, on);
  expect(state).toMatchObject({ failure: null, task: null, insights: { enabled: 'Loja Aurora' } });
  expect(state.status?.lastFailure).toBeNull();
  const request = { preset: 'today', templates: 'all' } as const;
  expect(reduce(state, { type: 'sync-started', request }).insights).toBeNull();
});

test('changed accounts end the question', () => {
  const status = sampleStatus({ accounts: [home] });
  expect(reduce(asked(opened([aurora]), null), { type: 'status-read', status }).insights).toBe(
    null,
  );
});

/** A server that refuses the first time it is asked to switch insights on. */
function play(accounts: State['offered']) {
  const sent: unknown[] = [];
  const focused: string[] = [];
  const call = (async (name: string, input: unknown) => {
    if (name === 'status') return { ok: true, value: sampleStatus({ accounts }) };
    sent.push([name, input]);
    const failure = failureFromServer({ code: 'meta-busy', message: 'm', hint: 'h' });
    return sent.length === 1 ? { ok: false, failure } : { ok: true, value: { account: 'Aurora' } };
  }) as Call;
  const ports = { call, draw: () => {}, focus: (id: string) => focused.push(id) };
  const controller = createController({ ...ports, copy: async () => true });
  return { controller, sent, focused };
}

test('nothing is sent before the account is chosen and the person has agreed', async () => {
  const { controller, sent, focused } = play([aurora, home]);
  await controller.start();
  controller.askInsights(null);
  expect(focused).toEqual(['insights']);
  await controller.enableInsights();
  controller.understandInsights(true);
  await controller.enableInsights();
  controller.chooseInsightsAccount(home.id);
  await controller.enableInsights();
  expect(sent).toEqual([]);
  controller.understandInsights(true);
  await controller.enableInsights();
  expect(sent).toEqual([['enableInsights', { accountId: home.id, understood: true }]]);
});

test('a refusal leaves the question, trying again sends it once more, and then never again', async () => {
  const { controller, sent, focused } = play([aurora]);
  await controller.start();
  controller.askInsights(aurora.id);
  controller.understandInsights(true);
  await controller.enableInsights();
  expect(controller.state()).toMatchObject({
    failure: { task: 'insights' },
    insights: { enabled: null },
  });
  await controller.retry();
  expect(controller.state()).toMatchObject({ failure: null, insights: { enabled: 'Aurora' } });
  await controller.enableInsights();
  expect(sent).toHaveLength(2);
  expect(focused.slice(-2)).toEqual(['failure', 'insights']);
});

test('Cancel closes the question and sends nothing', async () => {
  const { controller, sent, focused } = play([aurora]);
  await controller.start();
  controller.askInsights(null);
  controller.refuseInsights();
  expect([controller.state().insights, sent, focused.at(-1)]).toEqual([null, [], 'daily']);
});
