// Every sample answer, and exactly what the client makes of it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorCode } from '../core/errors';
import { classify } from './classify';
import { NO_CONVERSIONS } from './conversions';
import { createGraphClient } from './index';
import { ACCOUNT, CANARY, ok, script } from './testing/scripted-http';
import { TIME_ZONES } from './time-zones';
import type { AnalyticsAnswer, AnalyticsRequest, HttpAnswer, Point, ProductName } from './types';
import { waitMinutes } from './usage';

const folder = join(__dirname, 'samples');
const used = new Set<string>();
function body(name: string): string {
  used.add(`${name}.json`);
  return readFileSync(join(folder, `${name}.json`), 'utf8');
}
const sample = (name: string): HttpAnswer => ({ status: 200, headers: {}, body: body(name) });

const PROMO = '731904466281530';
const ORDER = '1290557163340982';
const CAROUSEL = '24018837501922746';
const request: AnalyticsRequest = {
  accountId: ACCOUNT,
  product: 'cloud_api',
  templateIds: [PROMO, ORDER, CAROUSEL],
  from: '2026-08-25',
  to: '2026-11-21',
  timeZone: 'America/Sao_Paulo',
  fallbackZone: 'America/New_York',
  today: '2026-11-22',
};
const read = (...names: string[]): AnalyticsAnswer => readFor('cloud_api', ...names);
function readFor(product: ProductName, ...names: string[]): AnalyticsAnswer {
  const { http, clock } = script((_, index) => sample(names[index] ?? 'missing'));
  return createGraphClient({ http, clock, token: CANARY, zones: () => TIME_ZONES }).readAnalytics([
    { ...request, product },
  ]);
}
const point = (more: Partial<Point>): Point => ({
  accountId: ACCOUNT,
  templateId: PROMO,
  day: '2026-11-16',
  product: 'cloud_api',
  sent: null,
  delivered: null,
  read: null,
  replied: null,
  buttons: null,
  spent: null,
  conversions: NO_CONVERSIONS,
  ...more,
});
const stop = (count: number) => ({ type: 'quick_reply_button', label: 'Stop promotions', count });
const offers = (type: string, count: number) => ({ type, label: 'See offers', count });

test('the documented answer, in UTC days', () => {
  expect(read('template_analytics.edge')).toEqual({
    points: [
      point({
        day: '2026-11-17',
        sent: 1200,
        delivered: 1152,
        read: 806,
        buttons: [stop(21), offers('unique_url_button', 133)],
        spent: 72,
      }),
      point({
        sent: 800,
        delivered: 776,
        read: 540,
        buttons: [stop(9), offers('unique_url_button', 97)],
        spent: 48.5,
      }),
      point({ templateId: ORDER, sent: 350, delivered: 348, read: 301, spent: 2.436 }),
    ],
    zones: {},
    dropped: 0,
    missingTemplates: [],
    unknown: [],
  });
});

test('an answer in the account’s own zone, with replies', () => {
  expect(read('template_analytics.waba_timezone')).toEqual({
    points: [
      point({
        sent: 790,
        delivered: 769,
        read: 531,
        replied: 44,
        buttons: [stop(9), offers('unique_url_button', 95)],
        spent: 48.0625,
      }),
    ],
    zones: { [ACCOUNT]: 'America/Sao_Paulo' },
    dropped: 0,
    missingTemplates: [],
    unknown: [],
  });
});

test('quirks: numeric id, cost without value, double click rows, unknown kinds, an empty group', () => {
  expect(read('template_analytics.quirks')).toEqual({
    points: [
      point({ day: '2026-11-18', sent: 0, delivered: 0, read: 0, spent: null }),
      point({
        day: '2026-11-15',
        sent: 64,
        delivered: 61,
        read: 40,
        buttons: [
          offers('url_button', 8),
          offers('unique_url_button', 6),
          { type: 'url_button', label: 'Website', count: 3 },
          { type: 'unique_url_button', label: 'Website', count: 3 },
          { type: 'some_future_button', label: null, count: 1 },
        ],
        spent: 3.8125,
      }),
      point({ templateId: CAROUSEL, sent: 15, delivered: 15 }),
      point({ templateId: ORDER, day: '2026-08-30', sent: 410, delivered: 402, read: 0 }),
    ],
    zones: {},
    dropped: 0,
    missingTemplates: [],
    unknown: ['some_future_button', 'some_future_cost', 'some_future_metric'],
  });
});

test('Marketing Messages points come out under their product, with conversions', () => {
  const name = 'template_analytics.marketing_messages.conversions_unverified';
  const answer = readFor('marketing_messages', name);
  expect(answer).toMatchObject({ dropped: 0, unknown: [] });
  expect(answer.points).toEqual([
    point({
      product: 'marketing_messages',
      sent: 5000,
      delivered: 4810,
      read: 3377,
      buttons: [offers('unique_url_button', 702), offers('url_button', 911)],
      spent: 288.6,
      conversions: {
        appAddToCart: 40,
        websiteAddToCart: 96,
        appCheckouts: 18,
        websiteCheckouts: 51,
        appPurchases: 9,
        websitePurchases: 33,
        appPurchaseValue: 431.7,
        websitePurchaseValue: 1984.25,
        appActivations: 12,
      },
    }),
  ]);
  // As an answer of the Cloud API the same would be counted twice.
  expect(read(name)).toMatchObject({ points: [], dropped: 1 });
});

test.each(['template_analytics.empty', 'template_analytics.empty_data_points'])(
  '%s is no error',
  (name) => {
    expect(read(name).points).toEqual([]);
  },
);

test('a page with next goes on by its cursor', () => {
  const answer = read('template_analytics.page_with_next', 'template_analytics.edge');
  expect(answer.points.map((p) => [p.templateId, p.day])).toEqual([
    [ORDER, '2026-11-15'],
    [PROMO, '2026-11-17'],
    [PROMO, '2026-11-16'],
    [ORDER, '2026-11-16'],
  ]);
});

test('an answer nested in a field is not the list that was asked for', () => {
  expect(() => read('template_analytics.field_expansion')).toThrow('bad-response');
});

test('templates over two pages', () => {
  const { http, clock, asked } = script((_, index) =>
    sample(index === 0 ? 'message_templates.page1' : 'message_templates.page2'),
  );
  const client = createGraphClient({ http, clock, token: CANARY, zones: () => TIME_ZONES });
  expect(client.listTemplates(ACCOUNT)).toEqual([
    {
      id: PROMO,
      name: 'spring_promo',
      language: 'pt_BR',
      category: 'MARKETING',
      status: 'APPROVED',
      quality: null,
      text: 'Your code {{1}} is worth {{2}}% this week.',
      buttons: [
        { type: 'URL', text: 'See offers' },
        { type: 'QUICK_REPLY', text: 'Stop promotions' },
      ],
    },
    {
      id: ORDER,
      name: 'order_update',
      language: 'en_US',
      category: 'UTILITY',
      status: 'APPROVED',
      quality: null,
      text: 'Order {{order_id}} left our store.',
      buttons: [],
    },
    {
      id: CAROUSEL,
      name: 'catalogue_carousel',
      language: 'en',
      category: 'MARKETING',
      status: 'ARCHIVED',
      quality: 'UNKNOWN',
      text: 'New in store',
      buttons: [{ type: 'URL', text: 'View' }],
    },
  ]);
  expect(asked.map(({ values }) => values.after)).toEqual([undefined, 'QVFIUafter1']);
});

test('a list with nothing but a summary is empty', () => {
  const { http, clock } = script(() => sample('message_templates.summary_only'));
  expect(
    createGraphClient({ http, clock, token: CANARY, zones: () => TIME_ZONES }).listTemplates(
      ACCOUNT,
    ),
  ).toEqual([]);
});

test('an account with its currency and zone', () => {
  const { http, clock } = script(() => sample('waba_node'));
  expect(
    createGraphClient({ http, clock, token: CANARY, zones: () => TIME_ZONES }).readAccount(ACCOUNT),
  ).toEqual({
    id: ACCOUNT,
    name: 'Example Shop',
    currency: 'BRL',
    timeZone: 'America/Sao_Paulo',
  });
});

test('insights are switched on', () => {
  const { http, clock, raw } = script(() => sample('insights_enable.success'));
  const client = createGraphClient({ http, clock, token: CANARY, zones: () => TIME_ZONES });
  expect(() => client.enableInsights(ACCOUNT)).not.toThrow();
  expect(raw).toHaveLength(1);
});

test('accounts of both lists, each once, with what either list knows', () => {
  const { http, clock } = script(({ path }) =>
    sample(
      path === 'me/businesses' ? 'me_businesses.expanded' : 'assigned_whatsapp_business_accounts',
    ),
  );
  expect(
    createGraphClient({ http, clock, token: CANARY, zones: () => TIME_ZONES }).findAccounts(),
  ).toEqual([
    { id: ACCOUNT, name: 'Example Shop', currency: 'BRL', timeZone: 'America/Sao_Paulo' },
    { id: '100020003000402', name: 'Client Bakery', currency: 'EUR', timeZone: 'Europe/Madrid' },
  ]);
});

test.each<[string, ErrorCode, string]>([
  ['error.190_expired', 'token-expired', 'no'],
  ['error.200_permission', 'no-permission', 'no'],
  ['error.100_invalid_parameter', 'request-refused', 'no'],
  ['error.100_33_missing_object', 'account-not-found', 'no'],
  ['error.10_smb_business_type', 'coexistence', 'no'],
  ['error.with_user_message', 'no-permission', 'no'],
  ['error.insights_not_enabled.documented', 'insights-off', 'no'],
  ['error.insights_not_enabled.observed', 'insights-off', 'no'],
  ['error.insights_unavailable', 'insights-unavailable', 'no'],
  ['error.80007_waba_rate_limit', 'rate-limited', 'later'],
  ['error.4_app_rate_limit', 'rate-limited', 'later'],
  ['error.2_transient', 'meta-busy', 'soon'],
])('%s is refused as %s', (name, error, retry) => {
  for (const status of [200, 400, 403, 500]) {
    expect(classify({ status, headers: {}, body: body(name) })).toMatchObject({
      refusal: { error, retry },
    });
  }
});

test('the usage headers ask for 19 minutes', () => {
  expect(waitMinutes(JSON.parse(body('usage_headers')))).toBe(19);
  expect(classify(ok({ data: [] }, JSON.parse(body('usage_headers'))))).toEqual({
    json: { data: [] },
  });
});

test('no sample is left unread', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  expect([...used].sort()).toEqual(files.sort());
});
