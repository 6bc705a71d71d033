// Checks the judge itself: its server and its computation agree, and its comparisons see a single wrong cell.
import type { Cell, TabAnswer } from './compare-tab';
import { civilDayOf, plusDays } from './days';
import { cellsOf, compareDaily, dailyRows, HEADERS } from './expected';
import { expectPoints, type Product, without } from './expected-points';
import {
  BUTTON_HEADERS,
  buttonCells,
  CONVERSION_HEADERS,
  compareButtons,
  compareConversions,
  conversionCells,
} from './expected-tabs';
import { createGraphHandler, type GraphHandler, type GraphOptions } from './graph-handler';
import { MARKETING_WORDS } from './graph-options';
import { readButtons, readConversion, readConversions, readNumbers } from './numbers';
import type { RawPoint } from './points';
import { buildWorld, type JudgeAccount, type World } from './world';

const TOKEN = 'EAAJudgeToken0123456789abcdefXYZ';
const CORE = ['SENT', 'DELIVERED', 'READ', 'CLICKED', 'COST', 'REPLIED'];
const MARKETING = MARKETING_WORDS[0];

const worldOf = (seed: number): World =>
  buildWorld({
    seed,
    now: '2026-11-22T15:00:00Z',
    zones: ['America/Sao_Paulo', 'Europe/Lisbon'],
    templates: 14,
    density: 0.5,
    marketing: 0.5,
    days: 40,
  });
const open = (world: World, options: Partial<GraphOptions> = {}): GraphHandler =>
  createGraphHandler(world, { token: TOKEN, ...options });

function ask(graph: GraphHandler, path: string, method = 'GET', token = TOKEN) {
  const answer = graph.handle({ method, url: path, headers: { Authorization: `Bearer ${token}` } });
  if (answer === 'hang-up') throw new Error('The server hung up.');
  return { status: answer.status, body: JSON.parse(answer.body) };
}

/** Walks every page of ten templates each, as plainly as can be. */
function fetchPoints(graph: GraphHandler, account: JudgeAccount, word: string, metrics: string[]) {
  const found = new Map<string, RawPoint>();
  const today = civilDayOf(Date.parse('2026-11-22T15:00:00Z'), account.zone);
  for (let at = 0; at < account.templates.length; at += 10) {
    const ids = account.templates.slice(at, at + 10).map(({ id }) => id);
    let after: string | null = '';
    while (after !== null) {
      const query = new URLSearchParams({
        start: plusDays(today, -39),
        end: plusDays(today, 1),
        granularity: 'DAILY',
        template_ids: `[${ids.join(',')}]`,
        product_type: word,
        use_waba_timezone: 'true',
        limit: '50',
        ...(metrics.length > 0 ? { metric_types: metrics.join(',') } : {}),
        ...(after === '' ? {} : { after }),
      });
      const { status, body } = ask(graph, `/v26.0/${account.id}/template_analytics?${query}`);
      expect([status, body.error]).toEqual([200, undefined]);
      for (const group of body.data) {
        for (const point of group.data_points) {
          found.set(`${point.template_id}|${civilDayOf(point.start * 1000, account.zone)}`, point);
        }
      }
      after = body.paging.next ? body.paging.cursors.after : null;
    }
  }
  return found;
}

test.each<[string, Partial<GraphOptions>]>([
  ['plain', {}],
  ['overlapping pages of 7', { pageSize: 7, overlap: true, order: 'shuffled' }],
  ['empty pages', { pageSize: 9, emptyPages: true, order: 'newest', productType: 'absent' }],
])('what the server answers is what the computation expects: %s', (_, options) => {
  const world = worldOf(3);
  const graph = open(world, options);
  const expected = expectPoints(world, '2026-10-01', '2026-11-22');
  let read = 0;
  for (const account of world.accounts) {
    for (const [word, product] of [
      ['CLOUD_API', 'Cloud API'],
      [MARKETING, 'Marketing Messages'],
    ] as [string, Product][]) {
      const found = fetchPoints(graph, account, word, []);
      const own = expected.filter((one) => one.account === account && one.product === product);
      expect(found.size).toBe(own.length);
      for (const { template, day, numbers, conversions, buttons } of own) {
        const point = found.get(`${template.id}|${day}`) as RawPoint;
        expect(readNumbers(point)).toEqual(numbers);
        expect(readConversions(point)).toEqual(conversions);
        expect(readButtons(point)).toEqual(buttons);
        read += 1;
      }
    }
  }
  expect(read).toBeGreaterThan(500);
  expect(graph.violations).toEqual([]);
});

test('only the metrics that were asked for come, and none twice', () => {
  const world = worldOf(4);
  const [account] = world.accounts as [JudgeAccount];
  const graph = open(world);
  const all = fetchPoints(graph, account, MARKETING, []);
  const some = fetchPoints(graph, account, MARKETING, ['sent', 'APP_PURCHASES']);
  expect([...all.values()].some((point) => point.app_purchases !== undefined)).toBe(true);
  const keys = new Set([...some.values()].flatMap((point) => Object.keys(point)));
  expect([...keys].sort()).toEqual(
    ['template_id', 'start', 'end', 'sent', 'app_purchases', 'some_future_metric'].sort(),
  );
  const query = 'start=2026-11-01&end=2026-11-02&granularity=DAILY&use_waba_timezone=true';
  const ids = `template_ids=[${account.templates[0]?.id}]`;
  for (const metrics of ['SENT,SENT', 'SENT,MADE_UP']) {
    const path = `/v26.0/${account.id}/template_analytics?${query}&${ids}&metric_types=${metrics}`;
    expect(ask(graph, path)).toMatchObject({ status: 400, body: { error: { code: 100 } } });
  }
  expect(graph.violations).toHaveLength(2);
});

test('what the options refuse is refused and is no violation', () => {
  const world = worldOf(5);
  const [first, second] = world.accounts as [JudgeAccount, JudgeAccount];
  const graph = open(world, {
    marketingWord: MARKETING_WORDS[1],
    noMarketing: { accountIds: [second.id] },
    refusedMetrics: [{ product: 'cloud', metrics: ['REPLIED'], accountId: first.id }],
    metricRefusal: 'numbered',
  });
  const codeOf = (account: JudgeAccount, word: string, metrics: string) => {
    const query = `start=2026-11-01&end=2026-11-02&granularity=DAILY&use_waba_timezone=true&product_type=${word}&metric_types=${metrics}&template_ids=[${account.templates[0]?.id}]`;
    const { body } = ask(graph, `/v26.0/${account.id}/template_analytics?${query}`);
    return body.error?.message ?? 'ok';
  };
  expect(codeOf(first, MARKETING_WORDS[0], 'SENT')).toMatch(/product_type must be one of/);
  expect(codeOf(first, MARKETING_WORDS[1], 'SENT,REPLIED')).toBe('ok');
  expect(codeOf(first, 'CLOUD_API', CORE.join(','))).toMatch(/metric_types\[5\] must be one of/);
  expect(codeOf(first, 'CLOUD_API', CORE.slice(0, 5).join(','))).toBe('ok');
  for (const word of MARKETING_WORDS) expect(codeOf(second, word, 'SENT')).toMatch(/CLOUD_API/);
  expect(codeOf(second, 'CLOUD_API', 'SENT,REPLIED')).toBe('ok');
  expect([graph.violations, graph.refusals.length]).toEqual([[], 4]);
});

test('insights are off until they are switched on by the one post there is', () => {
  const world = worldOf(6);
  const [account] = world.accounts as [JudgeAccount];
  account.insights = false;
  const graph = open(world);
  const query = `start=2026-11-01&end=2026-11-02&granularity=DAILY&use_waba_timezone=true&template_ids=[${account.templates[0]?.id}]`;
  const numbers = () => ask(graph, `/v26.0/${account.id}/template_analytics?${query}`);
  expect(numbers().body.error.code).toBe(200007);
  const post = (path: string) => ask(graph, path, 'POST');
  expect(post(`/v26.0/${account.id}?is_enabled_for_insights=false`).status).toBe(400);
  expect(post(`/v26.0/${account.id}/message_templates`).status).toBe(400);
  expect(account.insights).toBe(false);
  expect(post(`/v26.0/${account.id}?is_enabled_for_insights=true`).body).toEqual({
    id: Number(account.id),
  });
  expect(numbers().status).toBe(200);
  expect(graph.posts()).toHaveLength(3);
  expect(graph.violations).toHaveLength(2);
});

test('conversions are read in every shape there is word of', () => {
  const shapes: [unknown, number | null][] = [
    [7, 7],
    ['7.5', 7.5],
    [{ value: 7 }, 7],
    [{ value: '7' }, 7],
    [[{ type: 'x', value: 7 }], 7],
    [[{ type: 'x', count: '7' }], 7],
    [
      [
        { type: 'x', value: 3 },
        { type: 'y', count: 4 },
      ],
      7,
    ],
    [0, 0],
    [[], null],
    [[{ type: 'x' }], null],
    [undefined, null],
    [null, null],
  ];
  for (const [shape, wanted] of shapes)
    expect([shape, readConversion(shape)]).toEqual([shape, wanted]);
});

test('clicks are read button by button, totals and people apart', () => {
  const clicked = [
    { type: 'url_button', button_content: 'A', count: 9 },
    { type: 'unique_url_button', button_content: 'A', count: 6 },
    { type: 'unique_url_button', button_content: 'B', count: 4 },
    { type: 'quick_reply_button', button_content: 'A', count: 2 },
    { type: 'url_button', count: 1 },
    { type: 'url_button', button_content: 'A', count: 1 },
    { type: 'Odd_Button', button_content: 'A', count: 5 },
  ];
  const point = { template_id: '1', start: 0, end: 0, clicked };
  expect(readButtons(point)).toEqual([
    { type: 'url_button', label: 'A', clicks: 10, unique: 6 },
    { type: 'url_button', label: 'B', clicks: 4, unique: 4 },
    { type: 'quick_reply_button', label: 'A', clicks: 2, unique: null },
    { type: 'url_button', label: '', clicks: 1, unique: null },
    { type: 'odd_button', label: 'A', clicks: 5, unique: null },
  ]);
  expect(readNumbers(point)).toMatchObject({ clicks: 15, unique: 10, quick: 2 });
});

test('a single wrong, missing, double or extra cell is seen in each tab', () => {
  const world = worldOf(7);
  const points = expectPoints(world, '2026-10-20', '2026-11-22');
  const tabs: [readonly string[], Cell[][], (answer: TabAnswer) => string[]][] = [
    [HEADERS, dailyRows(points).map(cellsOf), (answer) => compareDaily(answer, dailyRows(points))],
    [BUTTON_HEADERS, buttonCells(points), (answer) => compareButtons(answer, points)],
    [CONVERSION_HEADERS, conversionCells(points), (answer) => compareConversions(answer, points)],
  ];
  for (const [headers, rows, compare] of tabs) {
    expect(rows.length).toBeGreaterThan(100);
    const dates = headers.map((_, column) => (column < 3 ? 'yyyy-mm-dd' : ''));
    const answerOf = (lines: Cell[][]): TabAnswer => ({
      values: [[...headers], ...lines],
      formulas: [],
      formats: [[], ...lines.map(() => dates)],
    });
    expect(compare(answerOf([...rows].reverse()))).toEqual([]);
    for (const column of headers.keys()) {
      const broken = rows.map((row, at) =>
        at === 50 ? row.map((cell, i) => (i === column ? `${cell}x` : cell)) : row,
      );
      expect([headers[column], compare(answerOf(broken)).length > 0]).toEqual([
        headers[column],
        true,
      ]);
    }
    expect(compare(answerOf(rows.slice(1)))[0]).toMatch(/^missing/);
    expect(compare(answerOf([...rows, rows[0] ?? []]))[0]).toMatch(/^double/);
    expect(compare(answerOf([...rows, [...headers]]))[0]).toMatch(/^extra/);
  }
});

test('a metric that cannot be seen is empty everywhere', () => {
  const world = worldOf(8);
  const hidden = without(['clicked', 'app_purchases'], (product) => product !== 'Cloud API');
  const points = expectPoints(world, '2026-10-20', '2026-11-22', hidden);
  const [cloud, marketing] = [true, false].map((isCloud) =>
    points.filter(({ product }) => (product === 'Cloud API') === isCloud),
  );
  expect(cloud?.some(({ buttons }) => buttons.length > 0)).toBe(true);
  expect(marketing?.length).toBeGreaterThan(100);
  for (const { buttons, numbers, conversions } of marketing ?? []) {
    expect([buttons, numbers.clicks, conversions.appPurchases]).toEqual([[], null, null]);
  }
});
