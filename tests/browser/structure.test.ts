// A person changes the shape of the ledger in Chromium: columns, rows, sorting, a filter, tabs; the host follows.
import type { Page } from 'playwright-core';
import { type OpenWorkbench, openWorkbench } from './open-workbench';

interface SheetInfo {
  name: string;
  hidden: boolean;
  rows: number;
  columns: number;
  lastRow: number;
}

interface Snapshot {
  name: string;
  filter?: { criteria: { column: number }[]; hiddenRows: number[] };
  cells: Record<number, Record<number, { s?: object }>>;
}

const COLUMN_WIDTH = 100;
const ROW_HEIGHT = 21;
const HEADER = { width: 46, height: 20 };

jest.setTimeout(120_000);

let bench: OpenWorkbench;
let page: Page;
let corner: { x: number; y: number };

beforeAll(async () => {
  bench = await openWorkbench(['--locale', 'en_US']);
  page = bench.page;
  await bench.send('POST', '/api/clock', { now: '2026-11-22T15:00:00Z' });
  const rpc = <T>(...args: unknown[]) =>
    bench.send<{ value: { ok: boolean; value: T } }>('POST', '/api/run', { function: 'rpc', args });
  const token = ((await page.locator('#sample-token').textContent()) ?? '').trim();
  const connected = await rpc<{ accounts: { id: string }[] }>('connect', { token });
  await rpc('chooseAccounts', { ids: [connected.value.value.accounts[0]?.id] });
  const synced = await rpc('sync', { preset: 'last_7_days', templates: 'all' });
  expect(synced.value.ok).toBe(true);
  await tab('WA Daily').click();
  const canvas = page.locator('canvas[id^=univer-sheet-main-canvas]');
  corner = (await canvas.boundingBox()) as { x: number; y: number };
});
afterAll(async () => bench?.close());

const tab = (name: string) => page.locator('[data-u-comp=slide-tab-item]', { hasText: name });
const sheets = () => bench.get<SheetInfo[]>('/api/sheets');
const values = async (sheet: string, a1: string): Promise<unknown[][]> =>
  (await bench.get<{ values: unknown[][] }>(`/api/range?${new URLSearchParams({ sheet, a1 })}`))
    .values;

/** What the host tells the page of the ledger's tab. */
async function daily(): Promise<Snapshot | undefined> {
  const { workbook } = await bench.get<{ workbook: { sheets: Snapshot[] } }>('/api/page/snapshot');
  return workbook.sheets.find((sheet) => sheet.name === 'WA Daily');
}

/** Waits until the host says so; the last answer stands in the failure. */
async function eventually<T>(read: () => Promise<T>, expected: T): Promise<void> {
  const until = Date.now() + 20_000;
  let answer = await read();
  while (JSON.stringify(answer) !== JSON.stringify(expected) && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    answer = await read();
  }
  expect(answer).toEqual(expected);
}

/** Waits until the grid shows the shape that the host has: its status line is empty then. */
const drawn = () => page.locator('.status', { hasText: /^$/ }).waitFor({ state: 'attached' });

/** Opens the menu of one of the first columns, all of which have the usual width. */
async function columnMenu(column: number, entry: string): Promise<void> {
  const x = corner.x + HEADER.width + (column - 0.5) * COLUMN_WIDTH;
  await headerMenu(x, corner.y + HEADER.height / 2, entry);
}
async function rowMenu(row: number, entry: string): Promise<void> {
  const y = corner.y + HEADER.height + (row - 0.5) * ROW_HEIGHT;
  await headerMenu(corner.x + HEADER.width / 2, y, entry);
}
async function headerMenu(x: number, y: number, entry: string): Promise<void> {
  await page.mouse.click(x, y);
  await page.mouse.click(x, y, { button: 'right' });
  // Some entries hold a field for a number in their middle: the words before it are hit.
  await page.getByText(entry).click({ position: { x: 8, y: 8 } });
}
async function tabMenu(name: string, entry: string): Promise<void> {
  await tab(name).click({ button: 'right' });
  await page.getByText(entry, { exact: true }).click();
}
async function renameTab(from: string, to: string): Promise<void> {
  await tabMenu(from, 'Rename');
  await page.locator('[data-u-comp=slide-tab-item] [contenteditable=true]').waitFor();
  await page.waitForFunction((name) => getSelection()?.toString() === name, from);
  await page.keyboard.type(to);
  await page.keyboard.press('Enter');
}

test('a column inserted at the left moves the columns in the host, formulas elsewhere follow', async () => {
  await bench.send('POST', '/api/edit', { op: 'addSheet', sheet: 'Plan' });
  await bench.send('PUT', '/api/range', {
    sheet: 'Plan',
    a1: 'A1',
    values: [[`=COUNTA('WA Daily'!B2:B)`]],
  });
  await eventually(async () => typeof (await values('Plan', 'A1'))[0]?.[0], 'number');
  const [before] = await values('Plan', 'A1');
  await tab('WA Daily').click();
  await columnMenu(2, 'cols left');
  await eventually(() => values('WA Daily', 'A1:C1'), [['Date', '', 'Week (Mon)']]);
  await drawn();
  const plan = await bench.get<{ formulas: string[][] }>('/api/range?sheet=Plan&a1=A1');
  expect(plan.formulas).toEqual([[`=COUNTA('WA Daily'!C2:C)`]]);
  await eventually(() => values('Plan', 'A1'), [before as unknown[]]);
});

test('what is typed into the new column lands there, and undo never reaches behind it', async () => {
  await page.mouse.click(
    corner.x + HEADER.width + 1.5 * COLUMN_WIDTH,
    corner.y + HEADER.height + 2.5 * ROW_HEIGHT,
  );
  await page.keyboard.type('mine');
  await page.keyboard.press('Enter');
  await eventually(() => values('WA Daily', 'B2:B4'), [[''], ['mine'], ['']]);
  const before = await values('WA Daily', 'A1:V9');
  await page.keyboard.press('Control+z');
  await eventually(() => values('WA Daily', 'B2:B4'), [[''], [''], ['']]);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+y');
  await eventually(() => values('WA Daily', 'A1:V9'), before);
});

test('a deleted row is gone from the host, and only that one', async () => {
  const [info] = (await sheets()).filter((sheet) => sheet.name === 'WA Daily');
  const rows = await values('WA Daily', 'A2:V6');
  await rowMenu(3, 'Delete Selected Row');
  await eventually(
    async () => (await sheets()).find((sheet) => sheet.name === 'WA Daily')?.lastRow,
    (info as SheetInfo).lastRow - 1,
  );
  await drawn();
  expect(await values('WA Daily', 'A2:V5')).toEqual([rows[0], ...rows.slice(2)]);
});

test('sorting by the date puts the latest day first and keeps rows whole', async () => {
  const last = (await sheets()).find((sheet) => sheet.name === 'WA Daily')?.lastRow;
  const before = await values('WA Daily', `A2:V${last}`);
  await columnMenu(1, 'Sort sheet Z to A');
  const dates = before.map((row) => row[0] as number).sort((a, b) => b - a);
  await eventually(
    async () => (await values('WA Daily', `A2:A${last}`)).flat(),
    dates as unknown[],
  );
  await drawn();
  const text = (rows: unknown[][]) => rows.map((row) => JSON.stringify(row)).sort();
  expect(text(await values('WA Daily', `A2:V${last}`))).toEqual(text(before));
});

test('a filter hides rows; a row deleted among those in view is the one in view', async () => {
  const all = await values('WA Daily', 'A2:A40');
  const days = [...new Set(all.flat())] as number[];
  const oldest = (await values('WA Daily', 'A2:A400')).flat().filter((day) => day !== '');
  const first = Math.min(...(oldest as number[]));
  const at = oldest.indexOf(first) + 2;
  expect(days.length).toBeGreaterThan(1);
  const [gone, kept] = await values('WA Daily', `A${at}:V${at + 1}`);
  await columnMenu(1, 'Filter by values');
  const dialog = page.getByRole('dialog', { name: /Date/ });
  await dialog.getByRole('button', { name: 'Clear' }).click();
  expect(await dialog.getByRole('button', { name: 'Apply' }).isDisabled()).toBe(true);
  await dialog.getByRole('checkbox').first().check();
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await eventually(async () => (await daily())?.filter?.criteria[0]?.column, 1);
  await drawn();
  // The first row below the header is the first of the oldest day now.
  await rowMenu(2, 'Delete Selected Row');
  await eventually(() => values('WA Daily', `A${at}:V${at}`), [kept as unknown[]]);
  await drawn();
  expect(gone).not.toEqual(kept);
  await columnMenu(1, 'Remove filter');
  await eventually(async () => (await daily())?.filter, undefined);
  await drawn();
});

test('bold type and colours set by hand outlive the next change of shape', async () => {
  await page.mouse.click(
    corner.x + HEADER.width + 1.5 * COLUMN_WIDTH,
    corner.y + HEADER.height + 1.5 * ROW_HEIGHT,
  );
  await page.keyboard.press('Control+b');
  const look = async () => (await daily())?.cells[2]?.[2]?.s;
  await eventually(look, { b: true });
  await columnMenu(3, 'cols right');
  await eventually(async () => (await values('WA Daily', 'C1:E1'))[0], ['Week (Mon)', '', 'Month']);
  await drawn();
  expect(await look()).toEqual({ b: true });
});

/** The tabs a sync makes behind `WA Daily`. */
const OTHERS = ['WA Buttons', 'WA Conversions', 'WA Templates', 'WA Log'];

test('tabs are renamed, hidden, shown again and deleted', async () => {
  const names = async () => (await sheets()).map((sheet) => sheet.name);
  const hidden = async () =>
    (await sheets()).filter((sheet) => sheet.hidden).map((sheet) => sheet.name);
  await renameTab('WA Daily', 'Our ledger');
  await eventually(names, ['Sheet1', 'WA Index', 'Our ledger', ...OTHERS, 'Plan']);
  await tab('Our ledger').waitFor();
  await drawn();

  await tabMenu('Our ledger', 'Hide');
  await eventually(hidden, ['WA Index', 'Our ledger']);
  await tab('Our ledger').waitFor({ state: 'detached' });
  await drawn();
  await tabMenu('WA Log', 'Unhide');
  await page.getByText('Our ledger', { exact: true }).click();
  await eventually(hidden, ['WA Index']);
  await tab('Our ledger').waitFor();
  await drawn();

  await tabMenu('Plan', 'Delete');
  await page.getByRole('button', { name: 'OK' }).click();
  await eventually(names, ['Sheet1', 'WA Index', 'Our ledger', ...OTHERS]);
  await drawn();
});

test('a refused edit says why and leaves the grid as it was', async () => {
  const before = await values('Our ledger', 'A1:V9');
  await tab('Sheet1').click();
  await columnMenu(2, 'Sort sheet A to Z');
  await page.locator('.notice', { hasText: 'Sheet1' }).waitFor();
  expect(await values('Our ledger', 'A1:V9')).toEqual(before);
  // The grid lets no name through that the host refuses today; the tab bar must be ready for one.
  await page.route('**/api/page/edit', (route) => route.fulfill({ json: { refused: 'Not so.' } }));
  await renameTab('Our ledger', 'Theirs');
  await page.locator('.notice', { hasText: 'Not so.' }).waitFor();
  await page.unroute('**/api/page/edit');
  await tab('Our ledger').waitFor();
});

test('the next sync finds its columns in the changed tab', async () => {
  const synced = await bench.send<{ value: { ok: boolean; value: { counts: object } } }>(
    'POST',
    '/api/run',
    { function: 'rpc', args: ['sync', { preset: 'last_7_days', templates: 'all' }] },
  );
  expect(synced.value).toMatchObject({ ok: true, value: { counts: { added: 2, changed: 0 } } });
});

test('the browser has nothing to complain about', () => {
  expect(bench.complaints).toEqual([]);
});
