// The messages between the main thread and the worker that owns the spreadsheet host.
import type { FetchAnswer, FetchRequest, HostApi, HostEvent } from '../host/api';

/** What the worker needs to start; `port` carries the answers to blocking fetches. */
export interface WorkerStart {
  files: { code: string; sidebarHtml: string; manifest: string };
  locale: string;
  timeZone: string | null;
  saved: string | null;
  /** One Int32: the worker sleeps on it until the main thread has posted the fetch answers. */
  signal: SharedArrayBuffer;
  port: import('node:worker_threads').MessagePort;
}

/** Events in the order they happened; `revision` is the workbook's after them. */
export interface EventBatch {
  sequence: number;
  revision: number;
  events: HostEvent[];
}

/** The host's methods that can be called across the border. */
export type HostMethod = Exclude<keyof HostApi, 'onEvent'>;

export interface CallMessage {
  kind: 'call';
  id: number;
  method: HostMethod;
  args: unknown[];
}

export type WorkerMessage =
  | { kind: 'ready' }
  | { kind: 'failed'; message: string }
  | { kind: 'answer'; id: number; ok: true; value: unknown; sequence: number }
  | { kind: 'answer'; id: number; ok: false; message: string }
  | ({ kind: 'events' } & EventBatch)
  | { kind: 'log'; line: string }
  /** `now` is the host's clock, so that the Graph server lives in the same moment. */
  | { kind: 'fetch'; requests: FetchRequest[]; now: number };

export interface FetchAnswers {
  answers: FetchAnswer[];
}
