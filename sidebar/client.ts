// The sidebar's one way to the server: a typed call over `google.script.run`.

import type { CallName, Contract, RpcAnswer } from '../src/rpc/contract';
import { type Failure, failureFromGoogle, failureFromServer, localFailure } from './failures';

/** What `google.script.run` offers, as far as the sidebar uses it. */
export interface ScriptRunner {
  withSuccessHandler(handler: (answer: unknown) => void): ScriptRunner;
  withFailureHandler(handler: (error: unknown) => void): ScriptRunner;
  rpc(name: string, payload: unknown): void;
}

export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure };
export type Call = <N extends CallName>(
  name: N,
  input: Contract[N]['input'],
) => Promise<Result<Contract[N]['output']>>;

/** An execution ends after six minutes at most; a call that is silent longer will never answer. */
const SILENCE_MS = 7 * 60_000;

function isAnswer(answer: unknown): answer is RpcAnswer<unknown> {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return false;
  return answer.ok === true ? 'value' in answer : 'error' in answer;
}

/**
 * Makes the typed call. It never rejects: a refusal of ours, a failure of Google and silence all come
 * back as `{ ok: false, failure }`.
 */
export function createCall(run: ScriptRunner, silenceMs: number = SILENCE_MS): Call {
  return <N extends CallName>(name: N, input: Contract[N]['input']) =>
    new Promise<Result<Contract[N]['output']>>((resolve) => {
      const silence = setTimeout(
        () => resolve({ ok: false, failure: localFailure('noAnswer') }),
        silenceMs,
      );
      const fail = (thrown: unknown) => {
        clearTimeout(silence);
        resolve({ ok: false, failure: failureFromGoogle(thrown) });
      };
      const succeed = (answer: unknown) => {
        if (!isAnswer(answer)) return fail('The answer has no known shape.');
        clearTimeout(silence);
        // The contract ties the name to its output; what crosses the border has no type of its own.
        if (answer.ok) resolve({ ok: true, value: answer.value as Contract[N]['output'] });
        else resolve({ ok: false, failure: failureFromServer(answer.error) });
      };
      try {
        run.withSuccessHandler(succeed).withFailureHandler(fail).rpc(name, input);
      } catch (thrown) {
        fail(thrown);
      }
    });
}
