// Plays every scenario and checks that it does what its line promises.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ODD_NAMES } from './catalogue-extra';
import { createGraph, SAMPLE_TOKEN } from './index';
import { readScenarios, SCENARIOS, type Scenario } from './scenarios';
import {
  analyticsUrl,
  ask,
  BRAZIL,
  type Loose,
  makeGraph,
  NOW,
  type ReadPoint,
  read,
  readPoints,
  STATES,
} from './testing';

const IDS = '[24018837501922746,1290557163340982,517733890024415,905112347766201]';
const own = { start: '2026-08-25', end: '2026-11-22', template_ids: IDS };
const url = analyticsUrl(BRAZIL, own);
const plain = readPoints(makeGraph(), BRAZIL, own);
const byKey = (a: ReadPoint, b: ReadPoint) =>
  a.start - b.start || String(a.template_id).localeCompare(String(b.template_id));
const pages = (scenario: Scenario, path: string): Loose[] => {
  const graph = makeGraph([scenario]);
  const list: Loose[] = [];
  for (let after = ''; list.length < 500; ) {
    const page = read(graph, `${path}&after=${after}`);
    list.push(page);
    if (page.paging.next === undefined) return list;
    expect(page.paging.next).toMatch(/^https:\/\/graph\.facebook\.com\/v26\.0\/\d+\/\w+\?/);
    expect(page.paging.next).toContain(`after=${page.paging.cursors.after}`);
    after = page.paging.cursors.after;
  }
  throw new Error('The pages never end.');
};
const errorOf = (scenario: Scenario, path = url) => {
  const answer = ask(makeGraph([scenario]), path);
  return { status: answer.status, headers: answer.headers, ...JSON.parse(answer.body).error };
};

/** Scenarios with tests of their own, beside the file that plays them. */
const ELSEWHERE = {
  'insights-off-subcode': 'insights',
  'insights-off-user-msg': 'insights',
  'insights-off-json-data': 'insights',
  'one-account-insights-off': 'insights',
  'one-account-region': 'insights',
  'one-account-coexistence': 'insights',
  'marketing-other-word': 'marketing',
  'no-marketing': 'marketing',
  'marketing-not-permitted': 'marketing',
  'no-replies': 'marketing',
  'no-conversions': 'marketing',
  'some-conversions': 'marketing',
  'odd-conversions': 'marketing',
  'no-cost': 'marketing',
  'deleted-templates': 'changes',
  'archived-templates': 'changes',
  'renamed-templates': 'changes',
  'no-account-state': 'visible',
  'three-accounts': 'visible',
  'no-businesses': 'visible',
  'id-only': 'visible',
} as const satisfies Partial<Record<Scenario, string>>;

const checks: Record<Exclude<Scenario, keyof typeof ELSEWHERE>, () => void> = {
  'small-pages': () => {
    const all = pages('small-pages', url);
    const points = all.map((page) => page.data[0].data_points);
    expect(points.slice(0, -1).every((list) => list.length === 25)).toBe(true);
    expect(points.flat()).toEqual(plain);
    expect(all.at(-1)?.paging.cursors.after).toMatch(/\w/);
  },
  'tiny-pages': () => {
    const all = pages('tiny-pages', url);
    const lists = all.map((page) => page.data.flatMap((group: Loose) => group.data_points));
    expect(Math.max(...lists.map((list) => list.length))).toBe(7);
    const empty = all.filter((_, index) => lists[index]?.length === 0);
    expect(empty.length).toBeGreaterThan(3);
    expect(empty.every((page) => page.paging.next !== undefined)).toBe(true);
    expect(lists.flat()).toEqual(plain);
    const cursors = all.map((page) => page.paging.cursors.after);
    expect(new Set(cursors).size).toBe(cursors.length);
    const templates = pages('tiny-pages', `/v26.0/${BRAZIL}/message_templates?fields=id`);
    expect(templates.flatMap((page) => page.data)).toHaveLength(18);
    expect(templates.map((page) => page.data.length)).toEqual([7, 0, 7, 4]);
  },
  'newest-first': () => {
    const points = readPoints(makeGraph(['newest-first']), BRAZIL, own);
    const starts = points.map(({ start }) => start);
    expect(starts).toEqual([...starts].sort((a, b) => b - a));
    expect(points.sort(byKey)).toEqual([...plain].sort(byKey));
  },
  shuffled: () => {
    const points = readPoints(makeGraph(['shuffled']), BRAZIL, own);
    expect(points).not.toEqual(plain);
    expect(points).toEqual(readPoints(makeGraph(['shuffled']), BRAZIL, own));
    expect(points.sort(byKey)).toEqual([...plain].sort(byKey));
  },
  'exclusive-end': () => {
    const last = Math.max(...plain.map(({ start }) => start));
    expect(readPoints(makeGraph(['exclusive-end']), BRAZIL, own)).toEqual(
      plain.filter(({ start }) => start < last),
    );
    const sameDay = { ...own, start: own.end };
    expect(readPoints(makeGraph(['exclusive-end']), BRAZIL, sameDay)).toEqual([]);
  },
  'reset-reads': () => {
    const points = readPoints(makeGraph(['reset-reads']), BRAZIL, own);
    const oldest = Date.parse('2026-11-15T03:00:00Z') / 1000;
    points.forEach((point, index) => {
      const counts = [point.read, ...(point.clicked ?? []).map(({ count }) => count)];
      if (point.start < oldest) expect(counts.every((count) => count === 0)).toBe(true);
      else expect(point).toEqual(plain[index]);
      expect(point.sent).toBe(plain[index]?.sent);
      expect(point.cost[0]).toEqual(plain[index]?.cost[0]);
    });
    expect(points.filter(({ start }) => start >= oldest).some((point) => point.read > 0)).toBe(
      true,
    );
  },
  'wrong-token': () => {
    expect(errorOf('wrong-token')).toMatchObject({ status: 400, code: 190, error_subcode: 467 });
  },
  'expired-token': () => {
    const error = errorOf('expired-token');
    expect(error).toMatchObject({ status: 400, code: 190, error_subcode: 463 });
    expect(error.message).toContain('Sun, 22 Nov 2026');
  },
  'missing-permission': () => {
    for (const path of [url, `/v26.0/${BRAZIL}?fields=id`, '/v26.0/me/businesses?fields=id'])
      expect(errorOf('missing-permission', path)).toMatchObject({ status: 403, code: 200 });
    const debug = `/v26.0/debug_token?input_token=${SAMPLE_TOKEN}`;
    const { data } = read(makeGraph(['missing-permission']), debug);
    expect(data.scopes).not.toContain('whatsapp_business_management');
  },
  throttled: () => {
    const error = errorOf('throttled');
    expect(error.code).toBe(80007);
    const [usage] = JSON.parse(error.headers['x-business-use-case-usage'])[BRAZIL];
    expect(usage).toMatchObject({ call_count: 100, estimated_time_to_regain_access: 19 });
    expect(ask(makeGraph(['throttled']), `/v26.0/${BRAZIL}?fields=id`).status).toBe(200);
  },
  'throttled-later': () => {
    let now = NOW;
    const graph = createGraph({ now: () => now, scenarios: ['throttled-later'] });
    const codes = () =>
      Array.from({ length: 7 }, () => JSON.parse(ask(graph, url).body).error?.code ?? 0);
    expect(codes()).toEqual([0, 0, 0, 0, 0, 4, 4]);
    expect(ask(graph, `/v26.0/${BRAZIL}/message_templates`).status).toBe(200);
    now += 3_600_000;
    expect(codes()).toEqual([0, 0, 0, 0, 0, 4, 4]);
  },
  'insights-off': () => {
    const error = errorOf('insights-off');
    expect(error).toMatchObject({ code: 200007, error_data: { messaging_product: 'whatsapp' } });
    const node = `/v26.0/${BRAZIL}?fields=is_enabled_for_insights`;
    expect(read(makeGraph(['insights-off']), node).is_enabled_for_insights).toBe(false);
  },
  'insights-off-observed': () => {
    const error = errorOf('insights-off-observed');
    expect(error).toMatchObject({ code: 1, error_subcode: 4182004 });
    expect(typeof error.error_data).toBe('string');
    const node = `/v26.0/${BRAZIL}?fields=is_enabled_for_insights`;
    expect(read(makeGraph(['insights-off-observed']), node).is_enabled_for_insights).toBe(true);
  },
  'insights-unavailable': () => {
    expect(errorOf('insights-unavailable')).toMatchObject({ code: 200005, error_subcode: 4182002 });
  },
  coexistence: () => {
    expect(errorOf('coexistence')).toMatchObject({ status: 403, code: 10 });
    expect(errorOf('coexistence').message).toMatch(/smb\s*business\s*type/i);
  },
  html: () => {
    const answer = ask(makeGraph(['html']), url);
    expect(answer.status).toBe(502);
    expect(answer.headers['content-type']).toContain('text/html');
    expect(() => JSON.parse(answer.body)).toThrow();
    expect(ask(makeGraph(['html']), `/v26.0/${BRAZIL}?fields=id`).status).toBe(200);
  },
  flaky: () => {
    const graph = makeGraph(['flaky']);
    const codes = Array.from({ length: 12 }, (_, index) => {
      const path = `/v26.0/${BRAZIL}?fields=id&n=${index === 5 ? 4 : index}`;
      return JSON.parse(ask(graph, path).body).error?.code ?? 0;
    });
    expect(codes).toEqual([0, 0, 0, 0, 2, 0, 0, 0, 0, 2, 0, 0]);
    const one = makeGraph(['flaky']);
    const same = Array.from({ length: 40 }, () => ask(one, url).status);
    expect(same.filter((status) => status !== 200)).toHaveLength(1);
  },
  'odd-names': () => {
    const list = `/v26.0/${BRAZIL}/message_templates?fields=id,name,components&limit=100`;
    const { data } = read(makeGraph(['odd-names']), list);
    const names = data.map((template: Loose) => template.name);
    for (const name of ODD_NAMES) expect(names).toContain(name);
    for (const name of ['=1+1', '007', '<b>x</b>', "'apostrophe"])
      expect(ODD_NAMES).toContain(name);
    expect(new Set(data.map((template: Loose) => template.id)).size).toBe(data.length);
    const odd = data.find((template: Loose) => template.name === '=1+1');
    const points = readPoints(makeGraph(['odd-names']), BRAZIL, { template_ids: odd.id });
    expect(points[0]?.clicked?.[0]?.button_content).toBe('=1+1');
    expect(points.every((point) => point.template_id === odd.id)).toBe(true);
  },
  quirks: () => {
    const graph = makeGraph(['quirks']);
    const answer = read(graph, url);
    const points: Loose[] = answer.data[0].data_points;
    const has = (test: (point: Loose) => unknown) => expect(points.some(test)).toBe(true);
    has((point) => point.cost?.some((entry: Loose) => !('value' in entry)) && point.sent > 0);
    has((point) => point.cost?.some((entry: Loose) => typeof entry.value === 'string'));
    has((point) => typeof point.template_id === 'number');
    has((point) => point.some_future_metric === 7);
    has((point) => point.clicked?.some((row: Loose) => row.button_content === undefined));
    has((point) => point.clicked?.some((row: Loose) => row.type === 'some_future_button'));
    has((point) => {
      const labels = point.clicked?.map((row: Loose) => row.type + row.button_content) ?? [];
      return new Set(labels).size < labels.length;
    });
    for (const key of ['read', 'delivered', 'cost']) has((point) => !(key in point));
    has((point) => point.sent === 0 && point.read === 0);
    expect(answer.data[1]).toMatchObject({ data_points: [] });
    expect(
      points.every(
        (point) =>
          Number.isSafeInteger(Number(point.template_id)) || typeof point.template_id === 'string',
      ),
    ).toBe(true);
    // The facts stay those of the plain data: only what is said of them changes.
    for (const point of points.filter(({ sent }) => sent > 0)) {
      const same = plain.find(
        ({ template_id, start }) =>
          template_id === String(point.template_id) && start === point.start,
      );
      expect(point.sent).toBe(same?.sent);
    }
    const list = `/v26.0/${BRAZIL}/message_templates?limit=100&fields=id,name,components,status`;
    const templates: Loose[] = read(graph, list).data;
    expect(templates.some(({ id }) => typeof id === 'number')).toBe(true);
    expect(templates.some((template) => !('components' in template))).toBe(true);
    expect(templates.some(({ status }) => status === 'SOME_FUTURE_STATUS')).toBe(true);
    expect(templates.every((template) => !('category' in template))).toBe(true);
  },
  'unsafe-ids': () => {
    const { body } = ask(makeGraph(['unsafe-ids']), url);
    expect(body).toContain('"template_id":24018837501922746');
    expect(body.replace(/"template_id":(\d+)/g, '"template_id":"$1"')).toBe(
      ask(makeGraph(), url).body,
    );
  },
  'many-templates': () => {
    const graph = makeGraph(['many-templates']);
    const { data } = read(graph, `/v26.0/${BRAZIL}/message_templates?fields=id,name&limit=300`);
    const ids: string[] = data.map((template: Loose) => template.id);
    expect(new Set(ids).size).toBe(250);
    let count = 0;
    for (let index = 0; index < 250; index += 10) {
      const some = { ...own, template_ids: `[${ids.slice(index, index + 10)}]` };
      count += readPoints(graph, BRAZIL, some).length;
    }
    expect(count).toBe(250 * 90);
    const { data: other } = read(graph, `/v26.0/${STATES}/message_templates?limit=300`);
    expect(other).toHaveLength(11);
  },
};

test.each(Object.entries(checks))('%s does what its line says', (_, check) => {
  check();
});

test('every scenario is played by a test, here or in the file that is named', () => {
  expect([...Object.keys(checks), ...Object.keys(ELSEWHERE)].sort()).toEqual(
    Object.keys(SCENARIOS).sort(),
  );
  for (const [name, file] of Object.entries(ELSEWHERE))
    expect(readFileSync(path.join(__dirname, `${file}.test.ts`), 'utf8')).toContain(`'${name}'`);
});

test('scenarios work together', () => {
  const graph = makeGraph(['tiny-pages', 'shuffled', 'exclusive-end', 'odd-names']);
  const last = Math.max(...plain.map(({ start }) => start));
  expect(readPoints(graph, BRAZIL, own).sort(byKey)).toEqual(
    plain.filter(({ start }) => start < last).sort(byKey),
  );
});

test('a scenario that does not exist throws and names those that do', () => {
  expect(() => readScenarios(['toString'])).toThrow(/No scenario "toString".*throttled/);
  expect(() => createGraph({ now: Date.now, scenarios: ['nonsense'] })).toThrow('nonsense');
});

test('scenarios can be replaced while the stand-in runs', () => {
  const graph = makeGraph(['throttled-later']);
  for (let index = 0; index < 6; index += 1) ask(graph, url);
  graph.setScenarios([]);
  expect(ask(graph, url).status).toBe(200);
  graph.setScenarios(['expired-token']);
  expect(ask(graph, url).status).toBe(400);
  expect(() => graph.setScenarios(['nonsense'])).toThrow('nonsense');
});
