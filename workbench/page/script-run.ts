// A stand-in for `google.script.run`: an immutable runner with handlers, ten calls at once.
import { checkArguments, type Plain } from './arguments';

export type Send = (name: string, args: Plain[]) => Promise<Plain>;

interface Handlers {
  success: ((value: unknown, userObject?: unknown) => void) | null;
  failure: ((error: Error, userObject?: unknown) => void) | null;
  userObject: { value: unknown } | null;
}

export interface Runner {
  withSuccessHandler(handler: (value: never, userObject: never) => void): Runner;
  withFailureHandler(handler: (error: Error, userObject: never) => void): Runner;
  withUserObject(value: unknown): Runner;
  [serverFunction: string]: (...args: never[]) => unknown;
}

const maxCalls = 10;

export function createRunner(send: Send): Runner {
  let running = 0;
  const waiting: (() => void)[] = [];

  function enqueue(start: () => Promise<void>): void {
    const begin = (): void => {
      running++;
      void start().finally(() => {
        running--;
        waiting.shift()?.();
      });
    };
    if (running < maxCalls) begin();
    else waiting.push(begin);
  }

  function call(name: string, args: unknown[], handlers: Handlers): void {
    // Thrown at the caller, as in Sheets: nothing was sent yet.
    const checked = checkArguments(args);
    const extra = handlers.userObject ? [handlers.userObject.value] : [];
    enqueue(async () => {
      let value: Plain;
      try {
        if (name.endsWith('_')) throw new Error(`Script function not found: ${name}`);
        value = await send(name, checked);
      } catch (error) {
        const failure = error instanceof Error ? error : new Error(String(error));
        if (handlers.failure) handlers.failure(failure, ...extra);
        else console.error('Uncaught', failure.message);
        return;
      }
      handlers.success?.(value, ...extra);
    });
  }

  function makeRunner(handlers: Handlers): Runner {
    return new Proxy({} as Runner, {
      get(_target, name) {
        if (typeof name !== 'string') return undefined;
        if (name === 'withSuccessHandler') {
          return (success: Handlers['success']) => makeRunner({ ...handlers, success });
        }
        if (name === 'withFailureHandler') {
          return (failure: Handlers['failure']) => makeRunner({ ...handlers, failure });
        }
        if (name === 'withUserObject') {
          return (value: unknown) => makeRunner({ ...handlers, userObject: { value } });
        }
        return (...args: unknown[]) => call(name, args, handlers);
      },
    });
  }
  return makeRunner({ success: null, failure: null, userObject: null });
}
