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

/** The host's methods that can be called across the border. */
export type HostMethod = Exclude<keyof HostApi, 'onEvent'>;

export interface CallMessage {
  kind: 'call';
  id: number;
  method: HostMethod;
  args: unknown[];
  /** The call is skipped where events later than this number were sent. */
  unlessAfter?: number;
}

export type WorkerMessage =
  | { kind: 'ready' }
  | { kind: 'failed'; message: string }
  | { kind: 'answer'; id: number; ok: true; value: unknown; sequence: number; skipped?: true }
  | { kind: 'answer'; id: number; ok: false; message: string }
  | { kind: 'events'; sequence: number; events: HostEvent[] }
  /** `now` is the host's clock, so that the Graph server lives in the same moment. */
  | { kind: 'fetch'; requests: FetchRequest[]; now: number };

export interface FetchAnswers {
  answers: FetchAnswer[];
}
