// The worker thread: owns the synchronous spreadsheet host and answers calls from the main thread.
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { FetchAnswer, FetchRequest, HostApi } from '../host/api';
import { createHost } from '../host/index';
import type { CallMessage, FetchAnswers, WorkerMessage, WorkerStart } from './messages';

const start = workerData as WorkerStart;
const signal = new Int32Array(start.signal);

function send(message: WorkerMessage): void {
  if (!parentPort) throw new Error('This file runs as a worker thread only.');
  parentPort.postMessage(message);
}

function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

let host: HostApi | null = null;

/** Blocks this thread until the main thread has fetched everything in parallel. */
function fetchAndWait(requests: FetchRequest[]): FetchAnswer[] {
  Atomics.store(signal, 0, 0);
  send({ kind: 'fetch', requests, now: host ? host.now() : Date.now() });
  Atomics.wait(signal, 0, 0);
  const received = receiveMessageOnPort(start.port);
  if (!received) throw new Error('The fetch ended without an answer.');
  return (received.message as FetchAnswers).answers;
}

let sequence = 0;

function answer(call: CallMessage): void {
  try {
    if (!host) throw new Error('The spreadsheet host did not start.');
    const method = host[call.method] as (...args: unknown[]) => unknown;
    const value = method.apply(host, call.args);
    send({ kind: 'answer', id: call.id, ok: true, value, sequence });
  } catch (error) {
    send({ kind: 'answer', id: call.id, ok: false, message: errorText(error) });
  }
}

try {
  const created = createHost({
    ...start.files,
    fetch: fetchAndWait,
    locale: start.locale,
    ...(start.timeZone === null ? {} : { timeZone: start.timeZone }),
    saved: start.saved,
    log: (line) => send({ kind: 'log', line }),
  });
  host = created;
  created.onEvent((events, revision) => {
    sequence++;
    send({ kind: 'events', sequence, revision, events });
  });
  parentPort?.on('message', (message: CallMessage) => answer(message));
  send({ kind: 'ready' });
} catch (error) {
  send({ kind: 'failed', message: errorText(error) });
}
