// Puts the built-in Graph server behind a loopback port, so that it is reached like any other one.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Graph } from '../graph/api';

export interface GraphServer {
  url: string;
  close(): void;
}

export async function serveGraph(graph: Graph): Promise<GraphServer> {
  const server = createServer(async (request, response) => {
    try {
      const parts: Buffer[] = [];
      for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
      const headers: Record<string, string> = {};
      for (const [name, value] of Object.entries(request.headers)) {
        if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
      }
      const answer = graph.handle({
        method: request.method ?? 'GET',
        url: request.url ?? '/',
        headers,
        body: parts.length === 0 ? null : Buffer.concat(parts).toString('utf8'),
      });
      response.writeHead(answer.status, answer.headers);
      response.end(answer.body);
    } catch (error) {
      console.error(error);
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end('The built-in Graph server failed.');
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve());
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
