// The typed call over a stand-in for google.script.run that keeps Google's rules.

import { createCall, type ScriptRunner } from './client';

type Answer = (name: string, payload: unknown) => unknown;

/** Like Google's runner: each `with…` gives a new one, values cross as JSON, answers come later. */
function createRunner(
  answer: Answer,
  onSuccess: (value: unknown) => void = () => {},
  onFailure: (error: unknown) => void = () => {},
): ScriptRunner {
  return {
    withSuccessHandler: (handler) => createRunner(answer, handler, onFailure),
    withFailureHandler: (handler) => createRunner(answer, onSuccess, handler),
    rpc: (name, payload) => {
      const sent = JSON.parse(JSON.stringify(payload));
      setTimeout(() => {
        try {
          onSuccess(answer(name, sent));
        } catch (error) {
          onFailure(error);
        }
      }, 0);
    },
  };
}

test('a call carries its name and input, and gives the value', async () => {
  const seen: unknown[] = [];
  const run = createRunner((name, payload) => {
    seen.push([name, payload]);
    return { ok: true, value: { shown: true } };
  });
  const result = await createCall(run)('showTab', { tab: 'WA Daily' });
  expect(result).toEqual({ ok: true, value: { shown: true } });
  expect(seen).toEqual([['showTab', { tab: 'WA Daily' }]]);
});

test('a refusal of the server comes back with its sentences', async () => {
  const error = { code: 'token-expired', message: 'It ended.', hint: 'Make a new one.' };
  const result = await createCall(createRunner(() => ({ ok: false, error })))('status', {});
  expect(result).toEqual({ ok: false, failure: { from: 'server', ...error } });
});

test('a failure of Google comes back as one of ours', async () => {
  const run = createRunner(() => {
    throw new Error('NetworkError: Connection failure due to HTTP 0');
  });
  const result = await createCall(run)('status', {});
  expect(result).toMatchObject({ ok: false, failure: { from: 'local', code: 'network' } });
});

test.each([null, 'text', {}, { ok: true }, { ok: false }])(
  'the answer %j has no known shape and is a failure',
  async (answer) => {
    const result = await createCall(createRunner(() => answer))('status', {});
    expect(result).toMatchObject({ ok: false, failure: { code: 'unexpected' } });
  },
);

test('a call that is never answered ends as a failure', async () => {
  const silent: ScriptRunner = {
    withSuccessHandler: () => silent,
    withFailureHandler: () => silent,
    rpc: () => {},
  };
  const result = await createCall(silent, 5)('status', {});
  expect(result).toMatchObject({ ok: false, failure: { code: 'noAnswer' } });
});
