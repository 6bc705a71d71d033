// Starts the built workbench on a free port and opens it in Chromium, for tests that act as a person would.
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { type Browser, chromium, type FrameLocator, type Page } from 'playwright-core';

export interface OpenWorkbench {
  url: string;
  page: Page;
  sidebar: FrameLocator;
  /** Errors and warnings of the browser's console, and uncaught exceptions. */
  complaints: string[];
  get: <T>(path: string) => Promise<T>;
  send: <T>(method: string, path: string, body: unknown) => Promise<T>;
  close: () => Promise<void>;
}

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * @param flags of the workbench, such as `--locale pt_BR`
 * @param folder where to start it: with a `dist` of its own it runs another script than the add-on
 */
export async function openWorkbench(
  flags: string[] = [],
  language = 'en-US',
  folder = process.cwd(),
): Promise<OpenWorkbench> {
  const child = spawn(
    process.execPath,
    [path.resolve('build/workbench/main.mjs'), '--no-open', '--port', '0', ...flags],
    { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const url = await readyUrl(child);
  const browser: Browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  const page = await browser.newPage({ viewport: { width: 1360, height: 820 }, locale: language });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);
  await page.waitForSelector('html[data-ready=true]', { timeout: 60_000 });
  const send = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(new URL(path, url), {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    return (await response.json()) as T;
  };
  return {
    url,
    page,
    sidebar: page.frameLocator('iframe[name=sidebar]'),
    complaints,
    get: (path) => send('GET', path),
    send,
    close: async () => {
      await browser.close();
      child.kill('SIGTERM');
    },
  };
}

function readyUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const match = /^Workbench ready at (http:\S+)$/m.exec(text);
      if (match?.[1]) resolve(match[1]);
    });
    child.once('exit', (code) => reject(new Error(`The workbench ended with ${code}: ${text}`)));
  });
}
