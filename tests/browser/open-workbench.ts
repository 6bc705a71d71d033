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

/** Runs in the page: opens the sidebar in the very moment in which its button is there. */
function openAtOnce(): void {
  new MutationObserver((_changes, observer) => {
    const button = document.getElementById('open-sidebar');
    if (!button) return;
    observer.disconnect();
    button.click();
  }).observe(document, { childList: true, subtree: true });
}

/**
 * @param flags of the workbench, such as `--locale pt_BR`
 * @param isHasty a person who opens the sidebar before the grid is there
 * @param folder where to start it: with a `dist` of its own it runs another script than the add-on
 */
export async function openWorkbench(
  flags: string[] = [],
  language = 'en-US',
  isHasty = false,
  folder = process.cwd(),
): Promise<OpenWorkbench> {
  const child = spawn(
    process.execPath,
    [path.resolve('build/workbench/main.mjs'), '--no-open', '--port', '0', ...flags],
    { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let browser: Browser | undefined;
  const close = async (): Promise<void> => {
    await browser?.close();
    child.kill('SIGTERM');
  };
  try {
    const url = await readyUrl(child);
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
    return { url, close, ...(await openPage(browser, url, language, isHasty)) };
  } catch (error) {
    // What a failed test leaves running would keep Jest waiting.
    await close();
    throw error;
  }
}

async function openPage(
  browser: Browser,
  url: string,
  language: string,
  isHasty: boolean,
): Promise<Omit<OpenWorkbench, 'url' | 'close'>> {
  const page = await browser.newPage({ viewport: { width: 1360, height: 820 }, locale: language });
  // A loaded machine takes its time; a lost click never comes back, however long the wait.
  page.setDefaultTimeout(60_000);
  if (isHasty) await page.addInitScript(openAtOnce);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);
  await page.waitForSelector('html[data-ready=true]');
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
    page,
    sidebar: page.frameLocator('iframe[name=sidebar]'),
    complaints,
    get: (path) => send('GET', path),
    send,
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
