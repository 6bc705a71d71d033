// A newcomer's first quarter of an hour in Chromium: connect, sync, a budget cell that follows by itself.
import { type OpenWorkbench, openWorkbench } from './open-workbench';

interface RangeAnswer {
  values: (string | number | boolean)[][];
  errors: string[][];
  pending: number;
}

const WORDS = {
  'en-US': {
    connect: /^Connect$/,
    next: /^Continue$/,
    sync: /^Sync$/,
  },
  'pt-BR': {
    connect: /^Conectar$/,
    next: /^Continuar$/,
    sync: /^Sincronizar$/,
  },
};

jest.setTimeout(180_000);

describe.each([
  ['en-US', 'en_US', true],
  ['pt-BR', 'pt_BR', false],
] as const)('in %s', (language, locale, isHasty) => {
  const words = WORDS[language];
  let bench: OpenWorkbench;
  beforeAll(async () => {
    bench = await openWorkbench(['--locale', locale], language, isHasty);
    await bench.send('POST', '/api/clock', { now: '2026-11-22T15:00:00Z' });
  });
  afterAll(async () => bench?.close());

  const range = (sheet: string, a1: string): Promise<RangeAnswer> =>
    bench.get(`/api/range?${new URLSearchParams({ sheet, a1 })}`);

  /** Waits until the page has computed a range. */
  const settled = async (sheet: string, a1: string): Promise<RangeAnswer> => {
    const until = Date.now() + 30_000;
    for (;;) {
      const answer = await range(sheet, a1);
      if (answer.pending === 0 || Date.now() > until) return answer;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };

  test('the sample token connects and the first sync fills WA Daily', async () => {
    const { page, sidebar } = bench;
    if (!isHasty) await page.locator('#open-sidebar').click();
    const token = (await page.locator('#sample-token').textContent()) ?? '';
    await sidebar.locator('input[type=password]').fill(token.trim());
    await sidebar.getByRole('button', { name: words.connect }).click();
    await sidebar.getByRole('button', { name: words.next }).click();
    await sidebar.getByRole('button', { name: words.sync }).click();
    await sidebar.getByRole('button', { name: /WA Daily/ }).waitFor();
    const { values } = await range('WA Daily', 'A1:U6');
    expect(values[0]?.[0]).toBe(language === 'pt-BR' ? 'Data' : 'Date');
    for (const row of values.slice(1)) {
      expect(typeof row[0]).toBe('number');
      expect(row[6]).toMatch(/^\d{15,17}$/);
      expect(typeof row[11]).toBe('number');
    }
  });

  test('a typed WA_COST_PER_CLICK equals SUMIFS and follows the next sync by itself', async () => {
    const { page, send, get } = bench;
    const budget = language === 'pt-BR' ? 'Orçamento' : 'Budget';
    await send('POST', '/api/edit', { op: 'addSheet', sheet: budget });
    await send('PUT', '/api/range', {
      sheet: budget,
      a1: 'A1:A2',
      values: [['2026-11-01'], ['2026-11-22']],
    });
    await page.getByText(budget, { exact: true }).click();
    const type = async (cell: string, text: string): Promise<void> => {
      const name = page.locator('[data-u-comp=defined-name] input, .univer-name-box input').first();
      if ((await name.count()) > 0) {
        await name.fill(cell);
        await name.press('Enter');
      }
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    };
    await type('B1', '=WA_COST_PER_CLICK("carrinho_abandonado"; A1; A2; WA_LIVE)');
    const sums = (column: string): string =>
      `SUMIFS('WA Daily'!${column}:${column};'WA Daily'!F:F;"carrinho_abandonado";'WA Daily'!A:A;">="&A1;'WA Daily'!A:A;"<="&A2;'WA Daily'!P:P;"<>")`;
    await send('PUT', '/api/range', {
      sheet: budget,
      a1: 'B3',
      values: [[`=${sums('S')}/${sums('P')}`]],
    });
    const before = await settled(budget, 'A1:B3');
    const formulaAt = before.values
      .flat()
      .filter((value) => typeof value === 'number' && value < 1000);
    expect(before.errors.flat().filter((text) => text !== '')).toEqual([]);
    expect(formulaAt.length).toBe(2);
    expect(formulaAt[0]).toBeCloseTo(Number(formulaAt[1]), 9);

    // A day later Meta has new numbers; nobody touches the formula.
    await send('POST', '/api/clock', { now: '2026-11-23T15:00:00Z' });
    const synced = await send<{ value: { ok: boolean } }>('POST', '/api/run', {
      function: 'rpc',
      args: ['sync', { preset: 'last_30_days', templates: 'all' }],
    });
    expect(synced.value.ok).toBe(true);
    const until = Date.now() + 30_000;
    let after = await settled(budget, 'A1:B3');
    const pick = (answer: RangeAnswer): unknown[] =>
      answer.values.flat().filter((value) => typeof value === 'number' && value < 1000);
    while (JSON.stringify(pick(after)) === JSON.stringify(formulaAt) && Date.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 300));
      after = await settled(budget, 'A1:B3');
    }
    const [formula, native] = pick(after);
    expect(formula).not.toBe(formulaAt[0]);
    expect(formula).toBeCloseTo(Number(native), 9);
    expect(await get<unknown[]>('/api/sheets')).toHaveLength(8);
  });

  test('the browser has nothing to complain about', () => {
    expect(bench.complaints).toEqual([]);
  });
});
