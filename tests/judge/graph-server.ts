// Serves the Graph handler over HTTP, for a workbench that runs as a process of its own.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGraphHandler, type GraphHandler, type GraphOptions } from './graph-handler';
import type { World } from './world';

export type { Fault, GraphOptions, Seen } from './graph-handler';

export interface JudgeGraph extends GraphHandler {
  url: string;
  port: number;
  close(): Promise<void>;
}

export async function startJudgeGraph(world: World, options: GraphOptions): Promise<JudgeGraph> {
  const handler = createGraphHandler(world, options);
  const server = createServer((request, response) => {
    const answer = handler.handle({
      method: request.method ?? '',
      url: request.url ?? '',
      headers: Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      ),
    });
    if (answer === 'hang-up') {
      request.socket.destroy();
      return;
    }
    response.writeHead(answer.status, answer.headers);
    response.end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(handler, {
    url: `http://127.0.0.1:${port}`,
    port,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}
