// Checks the analytics edge on regular data: invariants over all templates and days, zones, metrics.
import * as fc from 'fast-check';
import { startOfDay, toDayNumber } from './calendar';
import {
  analyticsUrl,
  BRAZIL,
  makeGraph,
  NOW,
  type ReadPoint,
  read,
  readPoints,
  STATES,
  shapeOf,
  TODAY,
} from './testing';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ACCOUNTS = [
  { id: BRAZIL, zone: 'America/Sao_Paulo' },
  { id: STATES, zone: 'America/New_York' },
];
interface Listed {
  id: string;
  category: string;
  components: { type: string; buttons?: { type: string; text: string }[] }[];
}
const graph = makeGraph();
const listOf = (account: string): Listed[] =>
  read(graph, `/v26.0/${account}/message_templates?limit=100`).data;
const cost = (point: ReadPoint, type: string) =>
  point.cost.find((entry) => entry.type === type)?.value as number | undefined;
const clicks = (point: ReadPoint, type: string) =>
  point.clicked?.filter((row) => row.type === type).reduce((sum, { count }) => sum + count, 0);
const whole = { start: '2026-08-25', end: TODAY };

test.each(ACCOUNTS)('every point of $zone over 90 days is consistent', ({ id, zone }) => {
  const templates = listOf(id);
  let count = 0;
  for (let index = 0; index < templates.length; index += 10) {
    const ids = templates.slice(index, index + 10).map((template) => template.id);
    const points = readPoints(graph, id, { ...whole, template_ids: `[${ids}]` });
    count += points.length;
    for (const point of points) {
      const template = templates.find((one) => one.id === point.template_id);
      const links = JSON.stringify(template?.components).includes('"URL"');
      expect(point.sent).toBeGreaterThan(0);
      expect(point.delivered).toBeLessThanOrEqual(point.sent);
      expect(point.read).toBeLessThanOrEqual(point.delivered);
      expect(point.end - point.start).toBeGreaterThanOrEqual(23 * 3600);
      expect(new Date(point.start * 1000).toLocaleTimeString('en-GB', { timeZone: zone })).toBe(
        '00:00:00',
      );
      const spent = cost(point, 'amount_spent');
      if (spent !== undefined) {
        expect(spent).toBeGreaterThan(0);
        expect(cost(point, 'cost_per_delivered')).toBeCloseTo(spent / point.delivered, 5);
        const total = clicks(point, 'url_button') || clicks(point, 'unique_url_button') || 0;
        if (total > 0)
          expect(cost(point, 'cost_per_url_button_click')).toBeCloseTo(spent / total, 5);
      }
      if (template?.category === 'AUTHENTICATION') {
        expect(point).not.toHaveProperty('clicked');
        expect(point).not.toHaveProperty('replied');
      }
      if (!links)
        expect(point.cost.map(({ type }) => type)).not.toContain('cost_per_url_button_click');
      for (const row of point.clicked ?? []) {
        expect(row.type).toMatch(/^(url_button|unique_url_button|quick_reply_button)$/);
        expect(JSON.stringify(template?.components)).toContain(`"${row.button_content}"`);
      }
      const unique = clicks(point, 'unique_url_button');
      if (clicks(point, 'url_button')) {
        expect(unique).toBeLessThanOrEqual(clicks(point, 'url_button') ?? 0);
        expect(unique).toBeLessThanOrEqual(point.read);
      }
    }
  }
  expect(count).toBeGreaterThan(500);
});

test('prices are those of the country: 0.35 BRL and 0.025 USD for a marketing message', () => {
  const [brazil] = readPoints(graph, BRAZIL, { template_ids: '1290557163340982' });
  const [states] = readPoints(graph, STATES, { template_ids: '5518830274466901' });
  expect(cost(brazil as ReadPoint, 'cost_per_delivered')).toBe(0.35);
  expect(cost(states as ReadPoint, 'cost_per_delivered')).toBe(0.025);
});

test('where nothing was spent the entries stand without a value', () => {
  const [point] = readPoints(graph, BRAZIL, { template_ids: '36620418875590127' });
  expect(point?.cost).toEqual([{ type: 'amount_spent' }, { type: 'cost_per_delivered' }]);
  expect(point?.clicked?.map(({ type }) => type)).toEqual(Array(3).fill('quick_reply_button'));
});

test('most links report all clicks and unique ones, some report the unique ones alone', () => {
  const types = (id: string) =>
    readPoints(graph, BRAZIL, { template_ids: id })[0]?.clicked?.map(({ type }) => type);
  expect(types('1290557163340982')).toEqual(['url_button', 'unique_url_button']);
  expect(types('3390871225540196')).toEqual(['unique_url_button']);
});

test('a template without counted buttons has no clicks at all', () => {
  const own = { start: '2026-08-25', end: '2026-11-20' };
  for (const id of ['517733890024415', '28811045523009164', '820045119936672'])
    for (const point of readPoints(graph, BRAZIL, { ...own, template_ids: id }))
      expect(point).not.toHaveProperty('clicked');
});

test('only the metrics asked for are given, and a point without any is left out', () => {
  const template_ids = '[1290557163340982,517733890024415]';
  const sent = readPoints(graph, BRAZIL, { template_ids, metric_types: 'sent,COST' });
  expect(Object.keys(sent[0] ?? {})).toEqual(['template_id', 'start', 'end', 'sent', 'cost']);
  const clicked = readPoints(graph, BRAZIL, { template_ids, metric_types: '["CLICKED"]' });
  expect(new Set(clicked.map((point) => point.template_id))).toEqual(new Set(['1290557163340982']));
  const metric_types = 'WEBSITE_PURCHASES,APP_PURCHASES_CONVERSION_VALUE';
  expect(readPoints(graph, BRAZIL, { template_ids, metric_types })).toEqual([]);
});

test('the Cloud API by its name is what an answer without a product holds', () => {
  const own = { template_ids: '1290557163340982' };
  expect(readPoints(graph, BRAZIL, { ...own, product_type: 'CLOUD_API' })).toEqual(
    readPoints(graph, BRAZIL, own),
  );
});

test('without the zone the days are those of UTC, and unix seconds fall back to midnight', () => {
  const own = { template_ids: '1290557163340982', use_waba_timezone: null };
  const dates = readPoints(graph, BRAZIL, { ...own, start: '2026-11-10', end: '2026-11-12' });
  expect(dates.map(({ start }) => new Date(start * 1000).toISOString())).toEqual([
    '2026-11-10T00:00:00.000Z',
    '2026-11-11T00:00:00.000Z',
    '2026-11-12T00:00:00.000Z',
  ]);
  const seconds = (text: string) => String(Date.parse(text) / 1000);
  const unix = { start: seconds('2026-11-10T16:19:00Z'), end: seconds('2026-11-12T03:00:00Z') };
  expect(readPoints(graph, BRAZIL, { ...own, ...unix })).toEqual(dates);
  const zoned = { ...own, use_waba_timezone: 'true', start: '2026-11-10', end: '2026-11-12' };
  expect(readPoints(graph, BRAZIL, zoned)).not.toEqual(dates);
});

test('days that have settled are the same whatever the clock says', () => {
  const ids = listOf(BRAZIL).map(({ id }) => id);
  fc.assert(
    fc.property(
      fc.subarray(ids, { minLength: 1, maxLength: 10 }),
      fc.integer({ min: 9, max: 60 }),
      fc.integer({ min: 0, max: 30 * 24 }),
      (chosen, age, hours) => {
        const day = new Date(NOW - age * DAY).toISOString().slice(0, 10);
        const own = { start: day, end: day, template_ids: `[${chosen}]` };
        const later = makeGraph([], NOW + Math.min(hours, (88 - age) * 24) * HOUR);
        expect(readPoints(later, BRAZIL, own)).toEqual(readPoints(graph, BRAZIL, own));
      },
    ),
    { numRuns: 60 },
  );
});

test('today fills up by the hour and holds still within it', () => {
  const own = { start: TODAY, end: TODAY, template_ids: '1290557163340982' };
  const sentAt = (minutes: number) =>
    readPoints(makeGraph([], NOW + minutes * 60_000), BRAZIL, own)[0]?.sent ?? 0;
  expect(sentAt(9)).toBe(sentAt(0));
  expect(sentAt(10)).toBeGreaterThan(sentAt(0));
  expect(sentAt(-16 * 60)).toBe(0);
});

test('the long weekend of a zone change loses no day', () => {
  const own = { start: '2026-10-30', end: '2026-11-03', template_ids: '402278119900563' };
  const starts = readPoints(graph, STATES, own).map(({ start }) => start);
  const days = ['2026-10-30', '2026-10-31', '2026-11-01', '2026-11-02', '2026-11-03'];
  expect(starts).toEqual(
    days.map((day) => startOfDay('America/New_York', Number(toDayNumber(day)))),
  );
});

test('the answer has the structure of the documented samples', () => {
  const own = { start: '2026-11-17', end: '2026-11-17', template_ids: '24018837501922746' };
  expect(shapeOf(read(graph, analyticsUrl(BRAZIL, own)))).toEqual([
    'data[].waba_timezone: string',
    'data[].granularity: string',
    'data[].product_type: string',
    'data[].data_points[].template_id: string',
    'data[].data_points[].start: number',
    'data[].data_points[].end: number',
    'data[].data_points[].sent: number',
    'data[].data_points[].delivered: number',
    'data[].data_points[].read: number',
    'data[].data_points[].replied: number',
    'data[].data_points[].clicked[].type: string',
    'data[].data_points[].clicked[].button_content: string',
    'data[].data_points[].clicked[].count: number',
    'data[].data_points[].cost[].type: string',
    'data[].data_points[].cost[].value: number',
    'paging.cursors.before: string',
    'paging.cursors.after: string',
  ]);
  const none = { ...own, start: '2026-09-17', end: '2026-09-17', use_waba_timezone: null };
  expect(read(graph, analyticsUrl(BRAZIL, none))).toEqual({
    data: [{ granularity: 'DAILY', product_type: 'cloud_api', data_points: [] }],
    paging: { cursors: { before: 'MAZDZD', after: 'MAZDZD' } },
  });
});
