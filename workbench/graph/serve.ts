// Puts the stand-in behind plain HTTP on the loopback address.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Graph } from './api';

export interface GraphServer {
  /** Such as `http://127.0.0.1:4310`. */
  url: string;
  port: number;
  close(): Promise<void>;
}

/** Listens on 127.0.0.1 alone; port 0 takes a free one. */
export async function serveGraph(graph: Graph, port: number): Promise<GraphServer> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const headers: Record<string, string> = {};
      for (const [name, value] of Object.entries(request.headers)) headers[name] = String(value);
      const { method = 'GET', url = '/' } = request;
      const body = chunks.length === 0 ? null : Buffer.concat(chunks).toString('utf8');
      try {
        const answer = graph.handle({ method, url, headers, body });
        response.writeHead(answer.status, answer.headers).end(answer.body);
      } catch (error) {
        // A fault of the stand-in itself: said aloud, and in no shape that a client could take for Meta's.
        const text = error instanceof Error ? error.message : String(error);
        response.writeHead(500, { 'content-type': 'text/plain' }).end(`Stand-in failed: ${text}`);
      }
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: open } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${open}`,
    port: open,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
