// Makes the pictures of the README: starts the built workbench, goes through it as a new user does, and photographs it.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

interface Picture {
  file: string;
  locale: string;
  /** The account's currency, as a person types it: a cell keeps the format of what was typed first. */
  zero: string;
  words: {
    from: string;
    to: string;
    total: string;
    heads: [string, string, string, string, string, string];
  };
  /** Templates of one account, with the month's budget. */
  budgets: [template: string, budget: number][];
}

const FOLDER = path.join('docs', 'images');
/** The day the pictures are of: with a standing clock the same run gives the same numbers. */
const NOW = '2026-11-22T12:00:00Z';
const FIRST_DAY = '2026-10-23';
const LAST_DAY = '2026-11-21';
const PATIENCE = 60_000;

const PICTURES: Picture[] = [
  {
    file: 'workbench.png',
    locale: 'en_US',
    zero: '$0.00',
    words: {
      from: 'First day',
      to: 'Last day',
      total: 'Total',
      heads: ['Template', 'Budget', 'Spent', 'Left', 'Link clicks', 'Cost per click'],
    },
    budgets: [
      ['black_friday_deals', 400],
      ['weekly_specials', 250],
      ['cart_reminder', 120],
      ['back_in_stock', 30],
    ],
  },
  {
    file: 'workbench-pt-BR.png',
    locale: 'pt_BR',
    zero: 'R$ 0,00',
    words: {
      from: 'Primeiro dia',
      to: 'Último dia',
      total: 'Total',
      heads: ['Modelo', 'Orçamento', 'Gasto', 'Saldo', 'Cliques', 'Custo por clique'],
    },
    budgets: [
      ['black_friday', 7000],
      ['carrinho_abandonado', 4000],
      ['newsletter_mensal', 2500],
      ['cupom_aniversario', 300],
    ],
  },
];

/** Row of the first template in the budget. */
const TOP = 5;

/** The budget as a person would type it, from A1. Names run on into the empty column B. */
function budgetCells({ words, budgets }: Picture): string[][] {
  const end = TOP + budgets.length - 1;
  const metric = (name: string, row: number) => `=${name}($A${row}; $C$1; $C$2; WA_LIVE)`;
  const sum = (column: string) => `=SUM(${column}${TOP}:${column}${end})`;
  const [name, ...heads] = words.heads;
  return [
    [words.from, '', FIRST_DAY, '', '', '', ''],
    [words.to, '', LAST_DAY, '', '', '', ''],
    ['', '', '', '', '', '', ''],
    [name, '', ...heads],
    ...budgets.map(([template, budget], i) => {
      const row = TOP + i;
      return [
        template,
        '',
        String(budget),
        metric('WA_SPENT', row),
        `=C${row}-D${row}`,
        metric('WA_CLICKS', row),
        metric('WA_COST_PER_CLICK', row),
      ];
    }),
    [words.total, '', sum('C'), sum('D'), sum('E'), sum('F'), `=D${end + 1}/F${end + 1}`],
  ];
}

async function startWorkbench(locale: string): Promise<{ process: ChildProcess; url: string }> {
  const script = path.join('build', 'workbench', 'main.mjs');
  const flags = ['--port', '0', '--no-open', '--locale', locale, '--timezone', 'America/Sao_Paulo'];
  const child = spawn(process.execPath, [script, ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let printed = '';
    child.stdout?.on('data', (part: Buffer) => {
      printed += part.toString();
      const ready = /Workbench ready at (\S+)/.exec(printed);
      if (ready?.[1]) resolve(ready[1]);
    });
    child.once('exit', (code) => reject(new Error(`The workbench ended with code ${code}.`)));
  });
  return { process: child, url };
}

/** Calls the workbench's HTTP interface. */
async function ask<T>(url: string, method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(new URL(path, url), {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
  return answer as T;
}

/** Connect, both accounts, Last 30 days, all templates, sync: what a newcomer does. */
async function syncInSidebar(page: Page): Promise<void> {
  const token = (await page.locator('#sample-token').textContent()) ?? '';
  await page.locator('#open-sidebar').click();
  const sidebar = page.frameLocator('iframe[name=sidebar]');
  const submit = sidebar.locator('button[type=submit]');
  await sidebar.locator('#token').fill(token);
  await submit.click();
  const accounts = sidebar.locator('input[type=checkbox]');
  await accounts.first().waitFor();
  for (const account of await accounts.all()) await account.check();
  await submit.click();
  await sidebar.locator('#preset').selectOption('last_30_days');
  await submit.click();
  await sidebar.locator('#result, #failure').first().waitFor({ timeout: PATIENCE });
  if (await sidebar.locator('#failure').isVisible()) {
    throw new Error(`The sync failed: ${await sidebar.locator('#failure').textContent()}`);
  }
}

async function fillBudget(url: string, sheet: string, picture: Picture): Promise<void> {
  const cells = budgetCells(picture);
  const end = TOP + picture.budgets.length;
  const type = (a1: string, values: string[][]) =>
    ask(url, 'PUT', '/api/range', { sheet, a1, values });
  const money = (columns: number) =>
    Array.from({ length: end - TOP + 1 }, () => new Array<string>(columns).fill(picture.zero));
  await type(`C${TOP}:E${end}`, money(3));
  await type(`G${TOP}:G${end}`, money(1));
  await type(`A1:G${cells.length}`, cells);
}

/** Waits until the grid has computed every formula, and refuses a picture with an error in it. */
async function waitForValues(url: string, sheet: string): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const range = await ask<{ pending: number; errors: string[][] }>(
      url,
      'GET',
      `/api/range?sheet=${encodeURIComponent(sheet)}`,
    );
    const error = range.errors.flat().find((text) => text !== '');
    if (error) throw new Error(`A formula failed: ${error}`);
    if (range.pending === 0) return;
    if (Date.now() > deadline) throw new Error('The formulas were not computed in time.');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function selectCells(page: Page, a1: string): Promise<void> {
  const box = page
    .locator('input[data-u-comp="defined-name"], [data-u-comp="defined-name"] input')
    .first();
  await box.fill(a1);
  await box.press('Enter');
}

/** Bold labels, as a person would set them. */
async function dressBudget(page: Page, picture: Picture): Promise<void> {
  const end = TOP + picture.budgets.length;
  for (const a1 of ['A1:B2', `A${TOP - 1}:G${TOP - 1}`, `A${end}:G${end}`]) {
    await selectCells(page, a1);
    await page.keyboard.press('Control+b');
  }
}

async function takePicture(browser: Browser, picture: Picture): Promise<void> {
  const workbench = await startWorkbench(picture.locale);
  try {
    await ask(workbench.url, 'POST', '/api/clock', { now: NOW });
    const page = await browser.newPage({
      viewport: { width: 1360, height: 820 },
      locale: picture.locale.replace('_', '-'),
      timezoneId: 'America/Sao_Paulo',
    });
    await page.goto(workbench.url);
    await page.locator('html[data-ready=true]').waitFor({ timeout: PATIENCE });
    await syncInSidebar(page);
    const [budget] = await ask<{ name: string }[]>(workbench.url, 'GET', '/api/sheets');
    if (!budget) throw new Error('The spreadsheet has no tab.');
    await fillBudget(workbench.url, budget.name, picture);
    await page.getByText(budget.name, { exact: true }).click();
    await waitForValues(workbench.url, budget.name);
    await dressBudget(page, picture);
    await selectCells(page, `G${TOP}`);
    await page.waitForTimeout(500);
    await page.screenshot({ path: path.join(FOLDER, picture.file) });
    await page.close();
    console.log(path.join(FOLDER, picture.file));
  } finally {
    workbench.process.kill();
  }
}

async function main(): Promise<void> {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) {
    throw new Error(`There is no ${executablePath}. Install Chromium or set CHROMIUM to its path.`);
  }
  await mkdir(FOLDER, { recursive: true });
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-sync', '--no-first-run'],
  });
  try {
    for (const picture of PICTURES) await takePicture(browser, picture);
  } finally {
    await browser.close();
  }
}

await main();
