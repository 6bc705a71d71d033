// A question refused whatever its ids: what is tried, how often, what is remembered, and what still comes.
import fc from 'fast-check';
import {
  answerWith,
  both,
  clientOf,
  errorOf,
  FULL,
  ids,
  isMarketing,
  LITE,
  metaWith,
  metricsOf,
  pageOf,
  points,
  request,
  type Temper,
  TODAY,
} from './testing/scripted-analytics';
import { ACCOUNT, type Asked, ok, refused, script } from './testing/scripted-http';
import type { AccountHabits, AnalyticsRequest, HttpAnswer } from './types';

/** Some batches of ten through both products, as the add-on asks them. */
const wave = (batches: number, more: Partial<AnalyticsRequest> = {}) =>
  Array.from({ length: batches }, (_, index) =>
    both({ templateIds: ids(10, 1 + index * 10), ...more }),
  ).flat();
const habitsOf = (habits: AccountHabits) => ({ [ACCOUNT]: habits });

interface Case {
  /** What the first wave of twelve batches, both products, learns … */
  learns: AccountHabits;
  /** … and asks, round by round. */
  rounds: number[];
  /** Points of the second product; all of them when absent. */
  marketing?: number;
}
const cases: [string, Temper, Case][] = [
  ['nothing', {}, { learns: { marketingWord: LITE }, rounds: [24] }],
  [
    'the first word for Marketing Messages',
    { words: ['CLOUD_API', FULL] },
    { learns: { marketingWord: FULL }, rounds: [24, 3, 12] },
  ],
  [
    'replies',
    { metrics: ['REPLIED'] },
    {
      learns: {
        refused: ['cloud_api:REPLIED', 'marketing_messages:REPLIED'],
        marketingWord: LITE,
      },
      // For each product: one metric only (or the other word), then all but replies, then the rest.
      rounds: [24, 1, 1, 12, 3, 1, 12],
    },
  ],
  [
    'replies and the word',
    { metrics: ['REPLIED'], words: ['CLOUD_API', FULL] },
    {
      learns: {
        refused: ['cloud_api:REPLIED', 'marketing_messages:REPLIED'],
        marketingWord: FULL,
      },
      rounds: [24, 1, 1, 12, 3, 1, 12],
    },
  ],
  [
    'a conversion',
    { metrics: ['WEBSITE_PURCHASES'] },
    {
      learns: { marketingWord: LITE, refused: ['marketing_messages:WEBSITE_PURCHASES'] },
      rounds: [24, 3, 1, 14, 1, 12],
    },
  ],
  [
    'two metrics of one product and another of both',
    { metrics: ['COST', 'marketing:READ', 'marketing:APP_PURCHASES'] },
    {
      learns: {
        refused: [
          'cloud_api:COST',
          'marketing_messages:READ',
          'marketing_messages:COST',
          'marketing_messages:APP_PURCHASES',
        ],
        marketingWord: LITE,
      },
      rounds: [24, 1, 1, 5, 1, 12, 3, 1, 14, 1, 12],
    },
  ],
  [
    'Marketing Messages with any word',
    { words: ['CLOUD_API'] },
    { learns: { noMarketing: true }, rounds: [24, 3], marketing: 0 },
  ],
];

describe.each(cases)('a Meta that refuses %s', (_name, temper, { learns, rounds, marketing }) => {
  const countOf = (made: ReturnType<typeof metaWith>, habits?: Record<string, AccountHabits>) => {
    const client = clientOf(made, habits);
    const answer = client.readAnalytics(wave(12));
    const of = (product: string) => answer.points.filter((p) => p.product === product).length;
    expect([of('cloud_api'), of('marketing_messages')]).toEqual([2400, marketing ?? 2400]);
    expect(answer).toMatchObject({ dropped: 0, missingTemplates: [], unknown: [] });
    return client;
  };

  test('answers all but that, after few requests', () => {
    const made = metaWith(temper);
    expect(countOf(made).habits()).toEqual(habitsOf(learns));
    expect(made.rounds).toEqual(rounds);
  });

  test('is asked right by the next client, a request a batch', () => {
    const made = metaWith(temper);
    const habits = habitsOf(learns);
    expect(countOf(made, habits).habits()).toEqual(habitsOf(learns));
    expect(made.raw).toHaveLength(learns.noMarketing ? 12 : 24);
    expect(habits).toEqual(habitsOf(learns));
  });
});

test('what one answer leaves out of a point is not reported, the rest is', () => {
  const numbers: Record<string, unknown> = {
    SENT: 9,
    DELIVERED: 8,
    READ: 7,
    REPLIED: 6,
    CLICKED: [{ type: 'url_button', button_content: 'Buy', count: 5 }],
    COST: [{ type: 'amount_spent', value: 4.5 }],
    APP_PURCHASES: 3,
  };
  const made = script((asked) =>
    metricsOf(asked).includes('COST')
      ? refused(100)
      : ok({
          data: [
            {
              data_points: points(asked).map(({ template_id, start }) => ({
                template_id,
                start,
                ...Object.fromEntries(
                  metricsOf(asked).map((name) => [name.toLowerCase(), numbers[name]]),
                ),
              })),
            },
          ],
        }),
  );
  const wave = both({ templateIds: ['1'], to: '2026-11-01' });
  const [cloud, marketing] = clientOf(made).readAnalytics(wave).points;
  expect(cloud).toMatchObject({ sent: 9, delivered: 8, read: 7, replied: 6, spent: null });
  expect(cloud?.buttons).toHaveLength(1);
  expect(cloud?.conversions.appPurchases).toBeNull();
  expect(marketing).toMatchObject({ sent: 9, replied: 6, spent: null });
  expect(marketing?.conversions.appPurchases).toBe(3);
});

test('metrics that are refused together only are a question that is wrong', () => {
  const made = script((asked) =>
    metricsOf(asked).length > 2 ? refused(100) : answerWith({}, asked),
  );
  const client = clientOf(made);
  expect(errorOf(() => client.readAnalytics(both())).code).toBe('request-refused');
  expect(made.rounds).toEqual([2, 1, 1, 5, 1]);
  expect(client.habits()).toEqual({});
});

test('what is tried out is not read to its end', () => {
  const made = script((asked) => {
    if (metricsOf(asked).includes('REPLIED')) return refused(100);
    const all = points(asked);
    const at = Number(asked.values.after ?? 0);
    const paging = { cursors: { after: String(at + 1) }, next: 'https://x.example/' };
    return pageOf(all.slice(at, at + 1), at + 1 < all.length ? paging : {});
  });
  expect(clientOf(made).readAnalytics([request()]).points).toHaveLength(60);
  expect(made.raw).toHaveLength(3 + 60);
});

test('everything at once is told apart: the end, the word, two metrics, a template', () => {
  const made = metaWith({
    strictEnd: true,
    words: ['CLOUD_API', FULL],
    metrics: ['REPLIED', 'marketing:APP_ACTIVATIONS'],
    gone: ['4'],
  });
  const client = clientOf(made);
  const answer = client.readAnalytics(both({ templateIds: ids(5), to: TODAY }));
  expect(answer.points).toHaveLength(2 * 4 * 22);
  expect(answer.missingTemplates).toEqual(['4']);
  expect(client.habits()).toEqual(
    habitsOf({
      refused: [
        'cloud_api:REPLIED',
        'marketing_messages:REPLIED',
        'marketing_messages:APP_ACTIVATIONS',
      ],
      marketingWord: FULL,
    }),
  );
  expect(made.raw.length).toBeLessThan(45);
});

test('whatever is refused at once, all else comes, and a second client asks right', () => {
  const CORE = ['DELIVERED', 'READ', 'REPLIED', 'CLICKED', 'COST'];
  const refusable = [...CORE, ...CORE.map((name) => `marketing:${name}`), 'APP_PURCHASES'];
  const tempers = fc.record({
    words: fc.constantFrom(
      ['CLOUD_API', LITE],
      ['CLOUD_API', FULL],
      ['CLOUD_API', LITE, FULL],
      ['CLOUD_API'],
    ),
    metrics: fc.subarray(refusable),
    gone: fc.subarray(ids(12)),
    strictEnd: fc.boolean(),
  });
  fc.assert(
    fc.property(
      tempers,
      fc.integer({ min: 1, max: 3 }),
      fc.boolean(),
      (temper, batches, isLate) => {
        const made = metaWith(temper);
        // The last batch is of templates that are all there.
        const asked = wave(batches, { to: isLate ? TODAY : '2026-11-20', from: '2026-11-19' });
        asked.push(...wave(1, { templateIds: ['90', '91'], to: TODAY, from: '2026-11-19' }));
        const client = clientOf(made);
        const answer = client.readAnalytics(asked);
        const gone = temper.gone.filter((id) => Number(id) <= batches * 10);
        const days = isLate ? 4 : 2;
        const expected = (10 * batches - gone.length) * days + 2 * 4;
        const isOffered = temper.words.length > 1;
        expect(answer.points).toHaveLength(expected * (isOffered ? 2 : 1));
        expect([...answer.missingTemplates].sort()).toEqual([...gone].sort());
        const refusedOf = (product: string, prefix: string) =>
          [...CORE, 'APP_PURCHASES']
            .filter((name) => name !== 'APP_PURCHASES' || prefix !== '')
            .filter(
              (name) => temper.metrics.includes(name) || temper.metrics.includes(prefix + name),
            )
            .map((name) => `${product}:${name}`);
        const { refused = [], noMarketing } = client.habits()[ACCOUNT] ?? {};
        expect([...refused].sort()).toEqual(
          [
            ...refusedOf('cloud_api', ''),
            ...(isOffered ? refusedOf('marketing_messages', 'marketing:') : []),
          ].sort(),
        );
        expect(noMarketing ?? false).toBe(!isOffered);
        const lostIds = gone.length * (isOffered ? 2 : 1);
        expect(made.raw.length).toBeLessThanOrEqual(3 * asked.length + 8 * lostIds + 30);

        const before = made.raw.length;
        const later = clientOf(made, client.habits());
        const good = wave(1, { templateIds: ['90', '91'] });
        expect(later.readAnalytics(good).points).toHaveLength((isOffered ? 2 : 1) * 40);
        expect(made.raw.length - before).toBe(isOffered ? 2 : 1);
      },
    ),
    { numRuns: 100 },
  );
});

describe('Marketing Messages refused as a whole', () => {
  test.each<[string, HttpAnswer]>([
    ['a parameter', refused(100)],
    ['a permission', refused(10)],
    ['a capability', refused(3)],
    ['access', refused(131005)],
    ['insights not offered', refused(200005)],
    ['insights off', refused(200007)],
    ['a missing object', refused(100, { error_subcode: 33 })],
    ['a code nobody knows', refused(987654)],
    ['the business type', refused(10, { message: 'SMB business type' })],
    ['payment', refused(131042)],
  ])('for %s are no more asked for; the Cloud API is answered', (_name, marketing) => {
    const made = metaWith({ marketing });
    const client = clientOf(made);
    expect(client.readAnalytics(wave(3)).points).toHaveLength(600);
    expect(made.rounds).toEqual([6, 3]);
    expect(client.habits()).toEqual(habitsOf({ noMarketing: true }));
    expect(client.readAnalytics(wave(3)).points).toHaveLength(600);
    expect(made.rounds).toEqual([6, 3, 3]);
    expect(made.asked.slice(-3).some(isMarketing)).toBe(false);
  });

  test.each<[string, HttpAnswer, string, number]>([
    ['the token', refused(190), 'token-invalid', 2],
    ['a pause', refused(80007), 'rate-limited', 2],
    ['an outage', refused(2), 'meta-busy', 2 + 3],
    ['no connection', { failed: 'x' }, 'network', 2 + 3],
    ['an answer of another shape', ok({}), 'bad-response', 2],
  ])('for %s are refused like everything', (_name, marketing, code, count) => {
    const made = metaWith({ marketing });
    const client = clientOf(made);
    expect(errorOf(() => client.readAnalytics(both())).code).toBe(code);
    expect(made.raw).toHaveLength(count);
    expect(client.habits()).toEqual({});
  });

  const alone = [request({ product: 'marketing_messages' })];
  test('in a wave of their own are given up once the Cloud API answers for the same templates', () => {
    const made = metaWith({ marketing: refused(10) });
    const client = clientOf(made);
    expect(client.readAnalytics(alone).points).toEqual([]);
    expect(made.asked.map(({ values }) => [values.product_type, values.metric_types])).toEqual([
      [LITE, expect.stringContaining('COST')],
      ['CLOUD_API', 'SENT'],
      [FULL, expect.stringContaining('COST')],
      [LITE, 'SENT'],
      [FULL, 'SENT'],
    ]);
    expect(client.habits()).toEqual(habitsOf({ noMarketing: true }));
  });

  test('in a wave of their own, with the account, are the account’s refusal', () => {
    const made = script(() => refused(200));
    const client = clientOf(made);
    expect(errorOf(() => client.readAnalytics(alone)).code).toBe('no-permission');
    expect(made.raw).toHaveLength(2);
    expect(client.habits()).toEqual({});
  });

  test('in one account say nothing of another', () => {
    const other = '100020003000402';
    const made = script((asked) =>
      answerWith(asked.path.startsWith(other) ? { words: ['CLOUD_API'] } : {}, asked),
    );
    const client = clientOf(made);
    const answer = client.readAnalytics([...both(), ...both({ accountId: other })]);
    expect(answer.points).toHaveLength(3 * 60);
    expect(client.habits()).toEqual({
      [ACCOUNT]: { marketingWord: LITE },
      [other]: { noMarketing: true },
    });
  });

  test('though they worked before: a parameter is of these templates, a permission of all', () => {
    const worked = habitsOf({ marketingWord: FULL });
    const learnt = (marketing: HttpAnswer) => {
      const client = clientOf(metaWith({ marketing }), worked);
      expect(client.readAnalytics(both()).points).toHaveLength(60);
      return client.habits();
    };
    expect(learnt(refused(100))).toEqual(worked);
    expect(learnt(refused(200005))).toEqual(habitsOf({ marketingWord: FULL, noMarketing: true }));
  });

  test('in one batch only are told: the others prove that the product is offered', () => {
    const made = script((asked, index) => (index === 3 ? refused(10) : answerWith({}, asked)));
    const client = clientOf(made);
    const error = errorOf(() => client.readAnalytics(wave(2)));
    expect([error.code, error.facts.account]).toEqual(['no-permission', ACCOUNT]);
  });
});

describe('habits', () => {
  test('a word and metrics nobody knows are of no use, and the sure metric is always asked', () => {
    const made = metaWith({});
    const habits = habitsOf({ marketingWord: 'NEWS', refused: ['cloud_api:SENT', 'x', 'READ'] });
    expect(clientOf(made, habits).readAnalytics(both()).points).toHaveLength(120);
    expect(made.asked.map(({ values }) => values.product_type)).toEqual(['CLOUD_API', LITE]);
    expect(metricsOf(made.asked[0] as Asked)).toHaveLength(6);
  });

  test('a remembered word that is refused now gives way to the other', () => {
    const made = metaWith({});
    const client = clientOf(made, habitsOf({ marketingWord: FULL }));
    expect(client.readAnalytics(both()).points).toHaveLength(120);
    expect(client.habits()).toEqual(habitsOf({ marketingWord: LITE }));
  });

  test('given out cannot be changed from outside', () => {
    const client = clientOf(metaWith({ metrics: ['REPLIED'] }));
    client.readAnalytics(both());
    client.habits()[ACCOUNT]?.refused?.push('cloud_api:SENT');
    expect(client.habits()[ACCOUNT]?.refused).toHaveLength(2);
  });

  test('of other accounts are kept', () => {
    const others = { '7': { noMarketing: true } };
    expect(clientOf(metaWith({}), others).habits()).toEqual(others);
  });
});
