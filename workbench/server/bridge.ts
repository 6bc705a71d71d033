// The main thread's side of the worker: turns the host's methods into promises and serves its fetches.
import { MessageChannel, Worker } from 'node:worker_threads';
import type { FetchAnswer, FetchRequest, HostApi } from '../host/api';
import type {
  CallMessage,
  EventBatch,
  FetchAnswers,
  HostMethod,
  WorkerMessage,
  WorkerStart,
} from './messages';

export interface BridgeOptions
  extends Pick<WorkerStart, 'files' | 'locale' | 'timeZone' | 'saved'> {
  workerFile: string;
  /** Fetches for the add-on; `now` is the host's clock at that moment. */
  fetchAll: (requests: FetchRequest[], now: number) => Promise<FetchAnswer[]>;
}

/** A failed host call whose text is meant for the caller (an unknown tab, a wrong range). */
export class HostError extends Error {}

type Answer<M extends HostMethod> = ReturnType<HostApi[M]>;
interface Answered {
  value: unknown;
  sequence: number;
}

export interface HostBridge {
  call<M extends HostMethod>(method: M, ...args: Parameters<HostApi[M]>): Promise<Answer<M>>;
  /** The same, with the number of the last event batch sent before the answer. */
  callWithSequence<M extends HostMethod>(
    method: M,
    ...args: Parameters<HostApi[M]>
  ): Promise<{ value: Answer<M>; sequence: number }>;
  onEvents(listener: (batch: EventBatch) => void): void;
  /** Called when the worker ends by itself. */
  onExit(listener: (reason: string) => void): void;
  stop(): Promise<void>;
}

export function startHost(options: BridgeOptions): Promise<HostBridge> {
  const { port1, port2 } = new MessageChannel();
  const signal = new SharedArrayBuffer(4);
  const signalView = new Int32Array(signal);
  const start: WorkerStart = {
    files: options.files,
    locale: options.locale,
    timeZone: options.timeZone,
    saved: options.saved,
    signal,
    port: port2,
  };
  const worker = new Worker(options.workerFile, { workerData: start, transferList: [port2] });
  const waiting = new Map<
    number,
    { resolve: (answer: Answered) => void; reject: (error: Error) => void }
  >();
  const listeners: ((batch: EventBatch) => void)[] = [];
  const exitListeners: ((reason: string) => void)[] = [];
  let nextId = 1;
  let stopped = false;

  async function serveFetch(requests: FetchRequest[], now: number): Promise<void> {
    let answers: FetchAnswer[];
    try {
      answers = await options.fetchAll(requests, now);
    } catch (error) {
      answers = requests.map(() => ({ failed: String(error) }));
    }
    // The answers must be in the port before the worker wakes up and looks for them.
    port1.postMessage({ answers } satisfies FetchAnswers);
    Atomics.store(signalView, 0, 1);
    Atomics.notify(signalView, 0);
  }

  async function callWithSequence<M extends HostMethod>(
    method: M,
    ...args: Parameters<HostApi[M]>
  ): Promise<{ value: Answer<M>; sequence: number }> {
    if (stopped) throw new HostError('The workbench is shutting down.');
    const id = nextId++;
    const answer = new Promise<Answered>((resolve, reject) => {
      waiting.set(id, { resolve, reject });
    });
    worker.postMessage({ kind: 'call', id, method, args } satisfies CallMessage);
    const { value, sequence } = await answer;
    return { value: value as Answer<M>, sequence };
  }

  const bridge: HostBridge = {
    async call(method, ...args) {
      return (await callWithSequence(method, ...args)).value;
    },
    callWithSequence,
    onEvents: (listener) => void listeners.push(listener),
    onExit: (listener) => void exitListeners.push(listener),
    async stop() {
      stopped = true;
      await worker.terminate();
      port1.close();
    },
  };

  return new Promise((resolve, reject) => {
    let failure = 'The worker thread ended.';
    worker.on('message', (message: WorkerMessage) => {
      switch (message.kind) {
        case 'ready':
          resolve(bridge);
          break;
        case 'failed':
          reject(new Error(message.message));
          break;
        case 'events':
          for (const listener of listeners) listener(message);
          break;
        case 'log':
          // Standard output carries the ready line only.
          console.error(message.line);
          break;
        case 'fetch':
          void serveFetch(message.requests, message.now);
          break;
        case 'answer': {
          const call = waiting.get(message.id);
          waiting.delete(message.id);
          if (message.ok) call?.resolve(message);
          else call?.reject(new HostError(message.message));
        }
      }
    });
    worker.on('error', (error) => {
      failure = error instanceof Error ? error.message : String(error);
      reject(error);
    });
    worker.on('exit', () => {
      for (const call of waiting.values()) call.reject(new HostError(failure));
      waiting.clear();
      if (!stopped) for (const listener of exitListeners) listener(failure);
      stopped = true;
    });
  });
}
