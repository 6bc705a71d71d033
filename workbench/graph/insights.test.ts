// Checks the switch of template insights: what it opens, from which day on, and what it does not open.
import { createGraph, SAMPLE_TOKEN, type Scenario } from './index';
import {
  analyticsUrl,
  ask,
  BRAZIL,
  type Loose,
  makeGraph,
  NOW,
  read,
  readPoints,
  STATES,
} from './testing';

const DAY = 86_400_000;
const IDS: Record<string, string> = { [BRAZIL]: '1290557163340982', [STATES]: '5518830274466901' };
const own = (account: string) => ({ template_ids: IDS[account] ?? '' });
const urlOf = (account: string) => analyticsUrl(account, own(account));
const node = (account: string) => `/v26.0/${account}?fields=is_enabled_for_insights`;
const OFF: Scenario[] = [
  'insights-off',
  'insights-off-subcode',
  'insights-off-user-msg',
  'insights-off-json-data',
];

/** A stand-in with a clock that can be moved. */
function open(scenarios: Scenario[]) {
  let now = NOW;
  const graph = createGraph({ now: () => now, scenarios });
  return { graph, wait: (days: number) => (now += days * DAY) };
}
const post = (graph: Loose, url: string, body: string | null = null) => {
  const headers = { Authorization: `Bearer ${SAMPLE_TOKEN}` };
  const answer = graph.handle({ method: 'POST', url, headers, body });
  return JSON.parse(answer.body);
};
const switchOn = (graph: Loose, account: string) =>
  post(graph, `/v26.0/${account}?is_enabled_for_insights=true`);
const code = (graph: Loose, account: string) => read(graph, urlOf(account)).error?.code ?? 0;

test.each(OFF)(
  '%s: refused until switched on, then empty before that day and full from it on',
  (scenario) => {
    const { graph, wait } = open([scenario]);
    expect(read(graph, node(BRAZIL)).is_enabled_for_insights).toBe(false);
    expect(code(graph, BRAZIL)).toBeGreaterThan(0);
    expect(switchOn(graph, BRAZIL)).toEqual({ id: Number(BRAZIL) });
    expect(read(graph, node(BRAZIL)).is_enabled_for_insights).toBe(true);
    // The usual days all lie before today.
    expect(read(graph, urlOf(BRAZIL))).toEqual({ data: [] });
    // The other shop has a switch of its own.
    expect(code(graph, STATES)).toBeGreaterThan(0);
    expect(read(graph, node(STATES)).is_enabled_for_insights).toBe(false);

    wait(3);
    switchOn(graph, BRAZIL);
    const range = { ...own(BRAZIL), start: '2026-11-10', end: '2026-11-25' };
    const plain = readPoints(makeGraph([], NOW + 3 * DAY), BRAZIL, range);
    const since = Date.parse('2026-11-22T03:00:00Z') / 1000;
    const expected = plain.filter(({ start }) => start >= since);
    expect(expected).toHaveLength(4);
    expect(readPoints(graph, BRAZIL, range)).toEqual(expected);
  },
);

test('days of UTC begin to count where the account’s own day did', () => {
  const { graph, wait } = open(['insights-off']);
  switchOn(graph, STATES);
  wait(2);
  const range = { ...own(STATES), use_waba_timezone: null, start: '2026-11-21', end: '2026-11-23' };
  const [first, second] = readPoints(graph, STATES, range);
  const [, part, whole] = readPoints(makeGraph([], NOW + 2 * DAY), STATES, range);
  expect(first?.start).toBe(part?.start);
  expect(first?.sent).toBeGreaterThan(0);
  expect(first?.sent).toBeLessThan(part?.sent ?? 0);
  expect(second).toEqual(whole);
});

test('Marketing Messages open with the same switch', () => {
  const { graph, wait } = open(['insights-off']);
  const marketing = { ...own(BRAZIL), product_type: 'MARKETING_MESSAGES_LITE_API' };
  expect(read(graph, analyticsUrl(BRAZIL, marketing)).error.code).toBe(200007);
  switchOn(graph, BRAZIL);
  wait(1);
  const days = { ...marketing, end: '2026-11-23' };
  expect(readPoints(graph, BRAZIL, days)).toHaveLength(2);
});

test('the switch is taken from the address, a form and JSON', () => {
  for (const body of ['is_enabled_for_insights=true', '{"is_enabled_for_insights":true}']) {
    const { graph } = open(['insights-off']);
    expect(post(graph, `/v26.0/${BRAZIL}`, body)).toEqual({ id: Number(BRAZIL) });
    expect(code(graph, BRAZIL)).toBe(0);
  }
});

test('insights cannot be switched off, neither before nor after', () => {
  const { graph } = open(['insights-off']);
  const off = `/v26.0/${BRAZIL}?is_enabled_for_insights=false`;
  expect(post(graph, off).error.code).toBe(200006);
  switchOn(graph, BRAZIL);
  expect(post(graph, off).error.code).toBe(200006);
  expect(read(graph, node(BRAZIL)).is_enabled_for_insights).toBe(true);
});

test('where insights are on the switch answers success and changes nothing', () => {
  const graph = makeGraph();
  const before = ask(graph, urlOf(BRAZIL)).body;
  expect(switchOn(graph, BRAZIL)).toEqual({ id: Number(BRAZIL) });
  expect(ask(graph, urlOf(BRAZIL)).body).toBe(before);
});

test('the observed refusal stays after the switch, and the account goes on saying they are on', () => {
  const { graph, wait } = open(['insights-off-observed']);
  expect(read(graph, node(BRAZIL)).is_enabled_for_insights).toBe(true);
  expect(switchOn(graph, BRAZIL)).toEqual({ id: Number(BRAZIL) });
  wait(2);
  expect(code(graph, BRAZIL)).toBe(1);
});

test('without a token nothing is switched', () => {
  const { graph } = open(['insights-off']);
  const url = `/v26.0/${BRAZIL}?is_enabled_for_insights=true`;
  expect(ask(graph, url, {}, 'POST').status).toBe(403);
  expect(read(graph, node(BRAZIL)).is_enabled_for_insights).toBe(false);
});

test('setting the scenarios switches insights off again', () => {
  const { graph } = open(['insights-off']);
  switchOn(graph, BRAZIL);
  graph.setScenarios(['insights-off']);
  expect(code(graph, BRAZIL)).toBe(200007);
});

test.each([
  ['one-account-insights-off', 200007, false],
  ['one-account-region', 200005, false],
  ['one-account-coexistence', 10, true],
] as const)('%s meets the second shop alone', (scenario, refused, isOn) => {
  const { graph } = open([scenario]);
  expect(code(graph, BRAZIL)).toBe(0);
  expect(code(graph, STATES)).toBe(refused);
  expect(read(graph, node(BRAZIL)).is_enabled_for_insights).toBe(true);
  expect(read(graph, node(STATES)).is_enabled_for_insights).toBe(isOn);
  const isForGood = scenario !== 'one-account-insights-off';
  expect(switchOn(graph, STATES).error?.code).toBe(isForGood ? refused : undefined);
  expect(code(graph, STATES)).toBe(isForGood ? refused : 0);
});

test('a coexistence account shows itself in its phone numbers and its status', () => {
  const graph = makeGraph(['one-account-coexistence']);
  const phones = (account: string): Loose[] =>
    read(graph, `/v26.0/${account}/phone_numbers?fields=is_on_biz_app`).data;
  expect(phones(STATES).every(({ is_on_biz_app }) => is_on_biz_app)).toBe(true);
  expect(phones(BRAZIL).some(({ is_on_biz_app }) => is_on_biz_app)).toBe(false);
  const fields = 'marketing_messages_onboarding_status';
  expect(read(graph, `/v26.0/${STATES}?fields=${fields}`)[fields]).toBe(
    'INELIGIBLE_USING_WHATSAPP_BUSINESS_APP',
  );
});

test('of the disguises each gives a single hint', () => {
  const error = (scenario: Scenario) => read(makeGraph([scenario]), urlOf(BRAZIL)).error;
  const hint = /insights.*not been enabled/i;
  const bySubcode = error('insights-off-subcode');
  expect(bySubcode).toMatchObject({ code: 100, error_subcode: 200007 });
  expect(JSON.stringify(bySubcode)).not.toMatch(/insights/i);
  const { error_user_msg, ...rest } = error('insights-off-user-msg');
  expect(error_user_msg).toMatch(hint);
  expect(rest.code).toBe(10);
  expect(JSON.stringify(rest)).not.toMatch(/insights/i);
  const { error_data, ...others } = error('insights-off-json-data');
  expect(JSON.parse(error_data).details).toMatch(hint);
  expect(others.error_subcode).toBeUndefined();
  expect(JSON.stringify(others)).not.toMatch(/insights/i);
});
