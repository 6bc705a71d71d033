// Golden answers with one place broken in every way we can think of: never an unexpected exception, never a wrong number.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { AddonError } from '../core/errors';
import { createGraphClient } from './index';
import { ACCOUNT, CANARY, script } from './testing/scripted-http';
import { TIME_ZONES } from './time-zones';
import type { GraphClient, Point, ProductName } from './types';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(__dirname, 'samples', `${name}.json`), 'utf8'));

const goldens: [string, (client: GraphClient) => unknown][] = [
  ['template_analytics.quirks', readAnalytics],
  ['template_analytics.waba_timezone', readAnalytics],
  ['template_analytics.page_with_next', readAnalytics],
  [
    'template_analytics.marketing_messages.conversions_unverified',
    (client) => readAnalytics(client, 'marketing_messages'),
  ],
  ['message_templates.page1', (client) => client.listTemplates(ACCOUNT)],
  ['message_templates.page2', (client) => client.listTemplates(ACCOUNT)],
  ['waba_node', (client) => client.readAccount(ACCOUNT)],
  ['insights_enable.success', (client) => client.enableInsights(ACCOUNT)],
  ['me_businesses.expanded', (client) => client.findAccounts()],
  ['error.insights_not_enabled.observed', readAnalytics],
  ['error.80007_waba_rate_limit', (client) => client.listTemplates(ACCOUNT)],
];

function readAnalytics(client: GraphClient, product: ProductName = 'cloud_api'): unknown {
  const answer = client.readAnalytics([
    {
      accountId: ACCOUNT,
      product,
      templateIds: ['731904466281530', '1290557163340982', '24018837501922746'],
      from: '2026-08-25',
      to: '2026-11-21',
      timeZone: 'America/Sao_Paulo',
      fallbackZone: 'UTC',
      today: '2026-11-22',
    },
  ]);
  answer.points.forEach(checkPoint);
  return answer;
}

function checkPoint(point: Point): void {
  expect(point.templateId).toMatch(/^\d+$/);
  expect(point.day >= '2026-08-25' && point.day <= '2026-11-21').toBe(true);
  for (const value of [point.sent, point.delivered, point.read, point.replied]) {
    expect(value === null || (Number.isSafeInteger(value) && value >= 0)).toBe(true);
  }
  for (const value of [point.spent, ...Object.values(point.conversions)]) {
    expect(value === null || (Number.isFinite(value) && value >= 0)).toBe(true);
  }
  for (const button of point.buttons ?? []) expect(Number.isSafeInteger(button.count)).toBe(true);
}

type Path = (string | number)[];
function pathsOf(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...at, key]))];
}

/** A value no JSON.stringify writes: it stands in the text as it is. */
const rawText = (text: string) => `@raw:${text}@`;
const operators: Record<string, (value: unknown) => unknown> = {
  remove: () => undefined,
  null: () => null,
  'empty text': () => '',
  'empty list': () => [],
  'empty object': () => ({}),
  true: () => true,
  negative: () => -1,
  fraction: () => 0.5,
  'as text': (value) => (typeof value === 'object' ? 'text' : String(value)),
  'a number too big to hold': () => rawText('142198801208852411'),
  infinite: () => rawText('1e400'),
  'the token': () => CANARY,
  'half a character': () => '\ud800',
  nested: (value) => [value],
  'a prototype': () => rawText('{"__proto__":{"data":[]},"constructor":1}'),
  double: (value) => (Array.isArray(value) ? [...value, ...value] : value),
  reversed: (value) => (Array.isArray(value) ? [...value].reverse() : value),
  'with more': (value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? { ...value, new_key: [{}] }
      : value,
  html: () => '<html>',
};

function mutate(golden: unknown, path: Path, operator: (value: unknown) => unknown): string {
  const change = (value: unknown, rest: Path): unknown => {
    const [key, ...further] = rest;
    if (key === undefined) return operator(value);
    const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
      string,
      unknown
    >;
    copy[key] = change(copy[key], further);
    return copy;
  };
  const text = JSON.stringify(change(golden, path)) ?? '';
  return text.replace(/"@raw:(.*?)@"/g, (_, inner: string) => inner.replace(/\\"/g, '"'));
}

function survive(bodies: string[], work: (client: GraphClient) => unknown, status = 200): string {
  const { http, clock, raw } = script((_, index) => ({
    status,
    headers: {},
    body: bodies[Math.min(index, bodies.length - 1)] ?? '',
  }));
  let outcome = 'answered';
  let told: unknown;
  try {
    told = work(createGraphClient({ http, clock, token: CANARY, zones: () => TIME_ZONES }));
  } catch (error) {
    if (!(error instanceof AddonError)) throw error;
    outcome = error.code;
    told = [error.facts, error.message, error.stack];
    expect(JSON.stringify(told)).not.toContain(CANARY);
  }
  expect(raw.length).toBeLessThan(60);
  for (const request of raw) {
    expect(request.url).not.toContain(CANARY);
    expect(request.headers.Authorization).toBe(`Bearer ${CANARY}`);
  }
  return outcome;
}

test.each(goldens)('%s, broken at every path in every way', (name, work) => {
  const golden = read(name);
  const outcomes = new Map<string, number>();
  for (const path of pathsOf(golden)) {
    for (const operator of Object.values(operators)) {
      const outcome = survive([mutate(golden, path, operator), '{"data":[]}'], work);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      expect(outcome).not.toBe('unexpected');
    }
  }
  // A check of the check: some mutations must hurt and some must not.
  expect(outcomes.size).toBeGreaterThan(1);
});

test('any sequence of JSON answers ends in a value or an error of ours', () => {
  const works = goldens.map(([, work]) => work);
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.json(), fc.string()), { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...works),
      fc.constantFrom(200, 204, 302, 400, 401, 403, 404, 429, 500, 503),
      (bodies, work, status) => {
        survive(bodies, work, status);
      },
    ),
    { numRuns: 300 },
  );
});
