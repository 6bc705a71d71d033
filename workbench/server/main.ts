// Starts the workbench: the spreadsheet host in its worker, the Graph server, the page and its HTTP interface.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGraph } from '../graph/index';
import { createApi } from './api';
import { startHost } from './bridge';
import { createFeed } from './feed';
import { createFileRoutes } from './files';
import { FlagError, readFlags, usage, type WorkbenchFlags } from './flags';
import { type GraphServer, serveGraph } from './graph-server';
import { fetchAll } from './outbound';
import { createPageApi } from './page-api';
import { startServer } from './server';
import { keepWorkbook, readWorkbook } from './workbook-file';

async function readBuilt(name: string): Promise<string> {
  const file = path.join('dist', name);
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new Error(`${file} is missing. Run "npm run build" first, in the project's folder.`);
  }
}

function openBrowser(url: string): void {
  const command = process.platform === 'darwin' ? 'open' : 'xdg-open';
  // A machine without a browser is fine: the address stands in the terminal.
  spawn(command, [url], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

const untitled = (locale: string): string =>
  locale.startsWith('pt') ? 'Planilha sem título' : 'Untitled spreadsheet';

async function startWorkbench(flags: WorkbenchFlags): Promise<void> {
  const files = {
    code: await readBuilt('Code.js'),
    sidebarHtml: await readBuilt('sidebar.html'),
    manifest: await readBuilt('appsscript.json'),
  };
  const saved = flags.workbook === null ? null : await readWorkbook(flags.workbook);

  // Null = the real time. Set by tests, and moved on while a script sleeps.
  let standingClock: number | null = null;
  const graph =
    flags.graph === null
      ? createGraph({ now: () => standingClock ?? Date.now(), scenarios: flags.scenarios })
      : null;
  let graphServer: GraphServer | null = null;
  if (graph) graphServer = await serveGraph(graph);
  const graphUrl = graphServer?.url ?? (flags.graph as string);

  const host = await startHost({
    workerFile: path.join(path.dirname(fileURLToPath(import.meta.url)), 'worker.mjs'),
    files,
    locale: flags.locale,
    timeZone: flags.timeZone,
    saved,
    fetchAll: (requests, now) => {
      if (standingClock !== null) standingClock = now;
      return fetchAll(requests, graphUrl);
    },
  });

  const workbook =
    flags.workbook === null ? null : keepWorkbook(flags.workbook, () => host.call('save'));
  const changed = (): void => workbook?.changed();
  const feed = createFeed();
  host.onEvents((batch) => {
    feed.publish(batch);
    changed();
  });

  let port = 0;
  const documentName =
    flags.workbook === null ? untitled(flags.locale) : path.parse(flags.workbook).name;
  const server = await startServer(flags.port, {
    ...createFileRoutes(path.join('build', 'workbench', 'page'), feed),
    ...createApi({
      host,
      changed,
      setGraphClock: (now) => {
        standingClock = now;
      },
    }),
    ...createPageApi({
      host,
      feed,
      changed,
      documentName,
      sampleToken: graph?.sampleToken ?? null,
      sidebarOrigin: () => `http://localhost:${port}`,
    }),
  });
  port = server.port;

  let stopping = false;
  async function stop(code: number): Promise<void> {
    if (stopping) return;
    stopping = true;
    // A script that hangs must not keep the process alive.
    setTimeout(() => process.exit(code), 3000).unref();
    await workbook?.finish();
    feed.close();
    await server.close();
    graphServer?.close();
    await host.stop();
    process.exit(code);
  }
  host.onExit((reason) => {
    console.error(`The spreadsheet host stopped: ${reason}`);
    void stop(1);
  });
  process.on('SIGTERM', () => void stop(0));
  process.on('SIGINT', () => void stop(0));

  const url = `http://127.0.0.1:${port}/`;
  console.log(`Workbench ready at ${url}`);
  if (flags.open) openBrowser(url);
}

async function main(): Promise<void> {
  try {
    const flags = readFlags(process.argv.slice(2));
    if (flags.help) console.log(usage);
    else await startWorkbench(flags);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (error instanceof FlagError) console.error(`${error.message}\n\n${usage}`);
    else if (code === 'EADDRINUSE') {
      const port = (error as NodeJS.ErrnoException & { port?: number }).port;
      console.error(`Port ${port} is taken by another program. Choose another one with --port.`);
    } else console.error((error as Error).message);
    process.exit(1);
  }
}

void main();
