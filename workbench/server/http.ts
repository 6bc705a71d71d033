// Small helpers of the HTTP server: reading JSON bodies, writing answers, errors with a status.
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod/mini';

/** An error the caller made; its text is written for people. */
export class RequestError extends Error {
  readonly status: number;
  constructor(message: string, status = 400) {
    super(message);
    this.status = status;
  }
}

/** Pasting a full tab into the grid stays far below this. */
const maxBodyBytes = 64 * 1024 * 1024;

export async function readBody(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > maxBodyBytes) throw new RequestError('The request is too large.', 413);
    parts.push(part);
  }
  const text = Buffer.concat(parts).toString('utf8');
  try {
    return JSON.parse(text === '' ? 'null' : text);
  } catch {
    throw new RequestError('The request body is not valid JSON.');
  }
}

/** Checks a body against a shape; the shape's own words become the error. */
export function check<T>(shape: z.ZodMiniType<T>, body: unknown): T {
  const result = z.safeParse(shape, body);
  if (result.success) return result.data;
  throw new RequestError(
    result.error.issues[0]?.message ?? 'The request is not in the right form.',
  );
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  const text = JSON.stringify(value === undefined ? null : value);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(text);
}

export function sendError(response: ServerResponse, status: number, message: string): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  sendJson(response, status, { ok: false, error: { message } });
}

export type Handler = (call: {
  request: IncomingMessage;
  response: ServerResponse;
  query: URLSearchParams;
}) => Promise<void> | void;

/** Handlers by method and exact path, such as `POST /api/run`. */
export type Routes = Record<string, Handler>;
