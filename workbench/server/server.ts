// The HTTP listener on loopback: guards each request, finds its route and never lets an error end the process.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HostError } from './bridge';
import { refuseForeign } from './guard';
import { RequestError, type Routes, sendError } from './http';

export interface RunningServer {
  port: number;
  close(): Promise<void>;
}

function refuseUnknown(routes: Routes, path: string, response: ServerResponse): void {
  const allowed = Object.keys(routes)
    .map((key) => key.split(' ') as [string, string])
    .filter(([, known]) => known === path)
    .map(([method]) => method)
    .join(', ');
  if (allowed === '') {
    sendError(response, 404, `There is nothing at ${path}.`);
    return;
  }
  response.setHeader('allow', allowed);
  sendError(response, 405, `${path} takes ${allowed}.`);
}

async function handle(
  routes: Routes,
  port: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const refusal = refuseForeign(request.headers, port, url.pathname);
    if (refusal !== null) return sendError(response, 403, refusal);
    // One workbook, one address: the page lives on 127.0.0.1, the sidebar on localhost.
    if (url.pathname === '/' && !request.headers.host?.startsWith('127.0.0.1')) {
      response.writeHead(302, { location: `http://127.0.0.1:${port}/` }).end();
      return;
    }
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const handler = routes[`${method} ${url.pathname}`];
    if (!handler) return refuseUnknown(routes, url.pathname, response);
    await handler({ request, response, query: url.searchParams });
  } catch (error) {
    if (error instanceof RequestError) sendError(response, error.status, error.message);
    else if (error instanceof HostError) sendError(response, 400, error.message);
    else {
      console.error(error);
      sendError(response, 500, error instanceof Error ? error.message : String(error));
    }
  }
}

function listen(server: Server, port: number, address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, () => {
      server.removeListener('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Listens on 127.0.0.1, and on ::1 too where the machine has it: `localhost` may mean either. */
export async function startServer(wantedPort: number, routes: Routes): Promise<RunningServer> {
  let port = wantedPort;
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    void handle(routes, port, request, response);
  };
  const servers: Server[] = [];
  for (let attempt = 0; ; attempt++) {
    const first = createServer(answer);
    port = await listen(first, wantedPort, '127.0.0.1');
    const second = createServer(answer);
    try {
      await listen(second, port, '::1');
      servers.push(first, second);
      break;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code !== 'EADDRINUSE') {
        servers.push(first);
        break;
      }
      // Another program has the same port on ::1; the sidebar's origin would reach that one.
      await close(first);
      if (wantedPort !== 0 || attempt > 20) throw error;
    }
  }
  return {
    port,
    close: async () => {
      await Promise.all(servers.map(close));
    },
  };
}
