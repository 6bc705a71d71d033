// Looking for formulas that stay old, adding, putting back: which calls are made, and what another try repeats.

import type { LiveFormulas } from '../src/rpc/contract';
import type { Call, Result } from './client';
import { createController } from './controller';
import { failureFromServer } from './failures';
import { freshPieces } from './fresh';
import { sampleStatus } from './sample';

const refused: Result<never> = {
  ok: false,
  failure: failureFromServer({ code: 'sync-running', message: 'm', hint: 'h' }),
};
const one = { tab: 'Plan', cell: 'B2', formula: '=WA_SENT(A2)', fresh: '=WA_SENT(A2;WA_LIVE)' };
const found: LiveFormulas = { lacking: [one], more: 0, fresh: 2, undo: 0 };

/** A server that refuses the calls of one name so often. */
function play(refusing = '', refusals = 0) {
  const calls: [string, unknown][] = [];
  const focused: string[] = [];
  let left = refusals;
  const call = (async (name: string, input: unknown) => {
    calls.push([name, input]);
    if (name === refusing && left-- > 0) return refused;
    if (name === 'status') return { ok: true, value: sampleStatus() };
    if (name === 'formulas') return { ok: true, value: found };
    if (name === 'undoLive') return { ok: true, value: { restored: 3, left: 1 } };
    return { ok: true, value: { changed: 1, skipped: 0, left: 0 } };
  }) as Call;
  const ports = { call, draw: () => {}, focus: (id: string) => focused.push(id) };
  const controller = createController({ ...ports, copy: async () => true });
  const made = () => calls.slice(1).map(([name]) => name);
  return { controller, calls, made, focused };
}

test('a look tells what lacks and changes nothing', async () => {
  const { controller, made } = play();
  await controller.start();
  await controller.lookForOld();
  expect(made()).toEqual(['formulas']);
  expect(controller.state()).toMatchObject({ task: null, fresh: { found, done: null } });
});

test('adding is followed by a look, and the keyboard goes to what was done', async () => {
  const { controller, made, focused } = play();
  await controller.start();
  await controller.addLive();
  expect(made()).toEqual(['addLive', 'formulas']);
  expect(controller.state().fresh.done).toEqual({ what: 'added', changed: 1, skipped: 0, left: 0 });
  expect(focused.at(-1)).toBe('fresh-done');
});

test('going on gives up what could be put back, and says so to the server', async () => {
  const { controller, calls } = play();
  await controller.start();
  await controller.addLive();
  await controller.addLiveForGood();
  expect(calls.filter(([name]) => name === 'addLive')).toEqual([
    ['addLive', {}],
    ['addLive', { forget: true }],
  ]);
});

test('putting back tells how many stay', async () => {
  const { controller } = play();
  await controller.start();
  await controller.undoLive();
  expect(controller.state().fresh.done).toEqual({ what: 'restored', restored: 3, left: 1 });
});

test.each([
  ['undoLive', ['undoLive', 'undoLive', 'formulas']],
  ['addLive', ['addLive', 'addLive', 'formulas']],
  ['formulas', ['addLive', 'formulas', 'formulas']],
] as const)('another try repeats only what failed: %s', async (refusing, expected) => {
  const { controller, made } = play(refusing, 1);
  await controller.start();
  if (refusing === 'undoLive') await controller.undoLive();
  else await controller.addLive();
  expect(controller.state()).toMatchObject({ failure: { task: 'fresh' }, task: null });
  await controller.retry();
  expect(made()).toEqual(expected);
  expect(controller.state().failure).toBeNull();
});

test('opening it while something runs does not disturb that', async () => {
  const { controller, made } = play();
  await controller.start();
  const stopping = controller.tickDaily(false);
  await controller.lookForOld();
  await controller.addLive();
  await stopping;
  expect(made()).toEqual(['schedule']);
});

test.each([
  ['=WA_SENT()', '=WA_SENT(WA_LIVE)', '=WA_SENT([WA_LIVE])'],
  ['=WA_SENT(A1)', '=WA_SENT(A1;WA_LIVE)', '=WA_SENT(A1[;WA_LIVE])'],
  ['=WA_A(WA_B();WA_LIVE)', '=WA_A(WA_B(WA_LIVE);WA_LIVE)', '=WA_A(WA_B([WA_LIVE]);WA_LIVE)'],
  [
    '=WA_A(A1, B1)/WA_B("WA_LIVE")',
    '=WA_A(A1, B1, WA_LIVE)/WA_B("WA_LIVE",WA_LIVE)',
    '=WA_A(A1, B1[, WA_LIVE])/WA_B("WA_LIVE"[,WA_LIVE])',
  ],
])('shows what is new in %s', (formula, fresh, expected) => {
  const pieces = freshPieces(formula, fresh);
  expect(pieces.map(({ text, added }) => (added ? `[${text}]` : text)).join('')).toBe(expected);
});
