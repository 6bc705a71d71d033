// A script of its own puts conditional formats, a filter, notes and a chart on tabs; Chromium shows them and keeps up.
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { type OpenWorkbench, openWorkbench } from './open-workbench';

const SCRIPT = `
function build() {
  const ss = SpreadsheetApp.getActive();
  const sheet = ss.insertSheet('Looks');
  sheet.getRange('A1:C5').setValues([['Name', 'Kind', 'Sent'], ['a', 'x', 10], ['b', 'y', 20], ['c', 'x', 30], ['d', 'x', '=C4-20']]);
  const { NUMBER } = SpreadsheetApp.InterpolationType;
  sheet.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule()
    .setGradientMinpointWithValue('#0000ff', NUMBER, '10').setGradientMaxpointWithValue('#ff0000', NUMBER, '30')
    .setRanges([sheet.getRange('C2:C9')]).build()]);
  sheet.getRange('A1:C5').createFilter();
  sheet.insertChart(sheet.newChart().asColumnChart().setTitle('Sent by name').addRange(sheet.getRange('A1:A5'))
    .addRange(sheet.getRange('C1:C5')).setNumHeaders(1).setPosition(3, 5, 10, 5).setOption('height', 200).build());
}`;
const MANIFEST = {
  timeZone: 'Etc/UTC',
  runtimeVersion: 'V8',
  oauthScopes: ['https://www.googleapis.com/auth/spreadsheets.currentonly'],
};
const COLUMN_WIDTH = 100;
const ROW_HEIGHT = 21;
const HEADER = { width: 46, height: 20 };
const CANVAS = 'canvas[id^=univer-sheet-main-canvas]';

jest.setTimeout(90_000);

let folder: string;
let bench: OpenWorkbench;
let page: Page;
let corner: { x: number; y: number };

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'looks-'));
  await symlink(path.resolve('build'), path.join(folder, 'build'));
  const dist = path.join(folder, 'dist');
  await mkdir(dist);
  await writeFile(path.join(dist, 'Code.js'), SCRIPT);
  await writeFile(path.join(dist, 'sidebar.html'), '<!DOCTYPE html><title>none</title>');
  await writeFile(path.join(dist, 'appsscript.json'), JSON.stringify(MANIFEST));
  bench = await openWorkbench(['--locale', 'en_US'], 'en-US', false, folder);
  page = bench.page;
  await bench.send('POST', '/api/run', { function: 'build', args: [] });
  await page.locator('[data-u-comp=slide-tab-item]', { hasText: 'Looks' }).click();
  corner = (await page.locator(CANVAS).boundingBox()) as { x: number; y: number };
});
afterAll(async () => {
  await bench?.close();
  await rm(folder, { recursive: true, force: true });
});

const look = () =>
  bench.get<{ frozenRows: number; filter: { criteria: unknown[]; hiddenRows: number[] } | null }>(
    '/api/look?sheet=Looks',
  );
/** The colour near a cell's left upper corner, as the grid has drawn it. */
const colour = (row: number, column: number): Promise<number[]> =>
  page.evaluate(
    ([selector, x, y]) => {
      const canvas = document.querySelector<HTMLCanvasElement>(selector as string);
      const scale = (canvas?.width ?? 0) / (canvas?.clientWidth ?? 1);
      const pixel = canvas
        ?.getContext('2d')
        ?.getImageData((x as number) * scale, (y as number) * scale, 1, 1).data;
      return [...(pixel ?? [])];
    },
    [
      CANVAS,
      HEADER.width + (column - 1) * COLUMN_WIDTH + 6,
      HEADER.height + (row - 1) * ROW_HEIGHT + 6,
    ] as const,
  );
const bars = (): Promise<{ height: number; title: string }[]> =>
  page.locator('.chart rect:has(title)').evaluateAll((all) =>
    all.map((one) => ({
      height: Number(one.getAttribute('height')),
      title: one.textContent ?? '',
    })),
  );

async function eventually<T>(read: () => Promise<T>, expected: T): Promise<void> {
  const until = Date.now() + 15_000;
  let answer = await read();
  while (JSON.stringify(answer) !== JSON.stringify(expected) && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    answer = await read();
  }
  expect(answer).toEqual(expected);
}

test('numbers have the colours of their gradient, a formula’s result among them', async () => {
  await eventually(() => colour(2, 3), [0, 0, 255, 255]);
  await eventually(() => colour(3, 3), [128, 0, 128, 255]);
  await eventually(() => colour(4, 3), [255, 0, 0, 255]);
  await eventually(() => colour(5, 3), [0, 0, 255, 255]);
  // Nothing is drawn where a cell has no background.
  expect(await colour(6, 3)).toEqual([0, 0, 0, 0]);
});

test('the chart stands at its cell and shows the numbers', async () => {
  const box = await page.locator('.chart').boundingBox();
  expect(Math.round((box?.x ?? 0) - corner.x)).toBe(HEADER.width + 4 * COLUMN_WIDTH + 10);
  expect(Math.round((box?.y ?? 0) - corner.y)).toBe(HEADER.height + 2 * ROW_HEIGHT + 5);
  const shown = await bars();
  expect(shown.map(({ title }) => title)).toEqual([
    'a\nSent: 10',
    'b\nSent: 20',
    'c\nSent: 30',
    'd\nSent: 10',
  ]);
  expect(shown[2]?.height).toBeCloseTo(3 * (shown[0]?.height ?? 0), 3);
});

test('both follow what is typed, through formulas, too', async () => {
  await bench.send('PUT', '/api/range', { sheet: 'Looks', a1: 'C4', values: [[40]] });
  await eventually(() => colour(5, 3), [128, 0, 128, 255]);
  await eventually(
    async () => (await bars()).map(({ title }) => title.split(' ').pop()),
    ['10', '20', '40', '20'],
  );
});

test('the chart scrolls with the sheet, also when the wheel turns over it', async () => {
  const top = async () =>
    Math.round(((await page.locator('.chart').boundingBox())?.y ?? 0) - corner.y);
  const before = await top();
  await page.mouse.move(corner.x + 600, corner.y + 150);
  await page.mouse.wheel(0, 2 * ROW_HEIGHT);
  await page.waitForFunction(
    ([selector, was]) =>
      (document.querySelector(selector as string)?.getBoundingClientRect().y ?? 0) <
      (was as number),
    ['.chart', before + corner.y - 1] as const,
  );
  await page.mouse.wheel(0, -10 * ROW_HEIGHT);
  await eventually(top, before);
});

test('a funnel in the header asks what to show, each column for itself', async () => {
  const funnel = (column: number) =>
    page.mouse.click(
      corner.x + HEADER.width + column * COLUMN_WIDTH - 10,
      corner.y + HEADER.height + ROW_HEIGHT / 2,
    );
  const keepFirst = async (name: RegExp) => {
    const dialog = page.getByRole('dialog', { name });
    await dialog.getByRole('button', { name: 'Clear' }).click();
    await dialog.getByRole('checkbox').first().check();
    await dialog.getByRole('button', { name: 'Apply' }).click();
  };
  await funnel(2);
  await keepFirst(/Kind/);
  await eventually(async () => (await look()).filter?.hiddenRows, [3]);
  await eventually(async () => (await bars()).length, 3);
  await funnel(3);
  await keepFirst(/Sent/);
  await eventually(async () => (await look()).filter?.hiddenRows, [3, 4, 5]);
  expect((await look()).filter?.criteria).toHaveLength(2);
});

test('rows frozen in the grid are frozen in the host', async () => {
  const y = corner.y + HEADER.height + 1.5 * ROW_HEIGHT;
  await page.mouse.click(corner.x + HEADER.width / 2, y);
  await page.mouse.click(corner.x + HEADER.width / 2, y, { button: 'right' });
  await page.getByText('Freeze', { exact: true }).hover();
  await page.getByText('Freeze first row').click();
  await eventually(async () => (await look()).frozenRows, 1);
});

test('the browser has nothing to complain about', () => {
  // Reading the colours above is what the browser advises on.
  const own = bench.complaints.filter((text) => !text.includes('willReadFrequently'));
  expect(own).toEqual([]);
});
