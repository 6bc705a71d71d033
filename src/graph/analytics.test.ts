// Waves of template analytics against a scripted Meta: what is asked, in how many rounds, what is told at once.
import {
  answerAll,
  both,
  clientOf,
  errorOf,
  ids,
  idsOf,
  LITE,
  pageOf,
  points,
  request,
} from './testing/scripted-analytics';
import { ACCOUNT, refused, script } from './testing/scripted-http';
import type { HttpAnswer } from './types';

test('one request asks for everything in the account’s own days', () => {
  const made = script(answerAll);
  const answer = clientOf(made).readAnalytics([request()]);
  expect(made.asked).toEqual([
    {
      path: `${ACCOUNT}/template_analytics`,
      values: {
        start: '2026-11-01',
        end: '2026-11-21',
        granularity: 'DAILY',
        template_ids: '[1,2,3]',
        metric_types: 'SENT,DELIVERED,READ,REPLIED,CLICKED,COST',
        product_type: 'CLOUD_API',
        use_waba_timezone: 'true',
        limit: '1000',
      },
    },
  ]);
  expect(made.raw[0]).not.toHaveProperty('method');
  expect(answer.points).toHaveLength(60);
  expect(answer).toMatchObject({
    zones: { [ACCOUNT]: 'Etc/UTC' },
    dropped: 0,
    missingTemplates: [],
    unknown: [],
  });
});

test('Marketing Messages are asked in their own word, for conversions too', () => {
  const made = script(answerAll);
  const client = clientOf(made);
  const answer = client.readAnalytics(both());
  expect(made.rounds).toEqual([2]);
  expect(made.asked[1]?.values).toEqual({
    ...made.asked[0]?.values,
    product_type: LITE,
    metric_types:
      'SENT,DELIVERED,READ,REPLIED,CLICKED,COST,APP_ADD_TO_CART,WEBSITE_ADD_TO_CART,' +
      'APP_CHECKOUTS_INITIATED,WEBSITE_CHECKOUTS_INITIATED,APP_PURCHASES,WEBSITE_PURCHASES,' +
      'APP_PURCHASES_CONVERSION_VALUE,WEBSITE_PURCHASES_CONVERSION_VALUE,APP_ACTIVATIONS',
  });
  // The same templates and days twice, told apart by their product.
  expect(answer.points).toHaveLength(120);
  expect(new Set(answer.points.map(({ product }) => product)).size).toBe(2);
  expect(answer.dropped).toBe(0);
  expect(client.habits()).toEqual({ [ACCOUNT]: { marketingWord: LITE } });
});

test('both readings of end give the same points', () => {
  const [excluded, included] = [false, true].map((reading) =>
    clientOf(script((asked) => pageOf(points(asked, reading)))).readAnalytics([request()]),
  );
  expect(included).toEqual(excluded);
});

test('250 templates over 90 days through both products are 50 requests in two rounds', () => {
  const made = script(answerAll);
  const wave = Array.from({ length: 25 }, (_, index) =>
    both({ templateIds: ids(10, 1 + index * 10), from: '2026-08-23' }),
  ).flat();
  const client = clientOf(made);
  expect(client.readAnalytics(wave).points).toHaveLength(2 * 250 * 90);
  expect(made.rounds).toEqual([25, 25]);
  expect(client.requestCount()).toBe(50);
});

test('never more than 25 at once, and no request without ids', () => {
  const made = script(answerAll);
  const wave = ids(30).map((id) => request({ templateIds: [id], to: '2026-11-01' }));
  expect(clientOf(made).readAnalytics([...wave, request({ templateIds: [] })]).points).toHaveLength(
    30,
  );
  expect(made.rounds).toEqual([25, 5]);
  expect(clientOf(script(answerAll)).readAnalytics([])).toEqual({
    points: [],
    zones: {},
    dropped: 0,
    missingTemplates: [],
    unknown: [],
  });
});

test('a URL of ten long ids and every metric stays short', () => {
  const made = script(() => pageOf([]));
  clientOf(made).readAnalytics(
    both({ templateIds: ids(10).map((id) => id.padStart(17, '1')), to: '2026-11-01' }),
  );
  for (const { url } of made.raw) expect(url.length).toBeLessThan(900);
});

test('eleven ids are a mistake of the caller', () => {
  expect(() =>
    clientOf(script(answerAll)).readAnalytics([request({ templateIds: ids(11) })]),
  ).toThrow(RangeError);
});

test('pages of several requests go on in the same rounds', () => {
  const made = script((asked) => {
    const all = points(asked);
    const at = Number(asked.values.after ?? 0);
    const size = idsOf(asked).length === 1 ? 5 : 30;
    const more = at + size < all.length;
    return pageOf(all.slice(at, at + size), {
      cursors: { after: String(at + size) },
      ...(more ? { next: 'https://x.example/' } : {}),
    });
  });
  const answer = clientOf(made).readAnalytics([
    request(),
    request({ templateIds: ['9'] }),
    request({ templateIds: ['4'], to: '2026-11-02' }),
  ]);
  expect(answer.points).toHaveLength(60 + 20 + 2);
  expect(made.rounds).toEqual([3, 2, 1, 1]);
});

test('points repeated over overlapping pages are counted once', () => {
  const made = script((asked) => {
    const all = points(asked);
    return asked.values.after
      ? pageOf(all.slice(20))
      : pageOf(all.slice(0, 40), { cursors: { after: 'A' }, next: 'https://x.example/' });
  });
  expect(clientOf(made).readAnalytics([request()]).points).toHaveLength(60);
});

test('only the failed requests of a wave are sent again, together', () => {
  const made = script((asked, index) =>
    index === 1 || index === 2 || index === 5 ? refused(2) : answerAll(asked),
  );
  const wave = ids(5).map((id) => request({ templateIds: [id] }));
  expect(clientOf(made).readAnalytics(wave).points).toHaveLength(100);
  expect(made.rounds).toEqual([5, 2, 1]);
  expect(made.slept).toEqual([1000, 4000]);
});

test('a limit in the middle of a wave stops it at once', () => {
  const headers = {
    'x-business-use-case-usage': `{"${ACCOUNT}":[{"estimated_time_to_regain_access":19}]}`,
  };
  const made = script((asked, index) =>
    index === 3 ? refused(80008, {}, 400, headers) : index === 1 ? refused(2) : answerAll(asked),
  );
  const error = errorOf(() =>
    clientOf(made).readAnalytics(ids(30).map((id) => request({ templateIds: [id] }))),
  );
  expect([error.code, error.facts.minutes]).toEqual(['rate-limited', 19]);
  expect(made.rounds).toEqual([25]);
  expect(made.slept).toEqual([]);
});

test('a limit wins over a refusal, a token error over both', () => {
  const errors = [refused(200007), refused(4), refused(190)];
  const code = (count: number) =>
    errorOf(() =>
      clientOf(script((_, index) => errors[index] as HttpAnswer)).readAnalytics(
        ids(count).map((id) => request({ templateIds: [id] })),
      ),
    ).code;
  expect([code(1), code(2), code(3)]).toEqual(['insights-off', 'rate-limited', 'token-invalid']);
});

const ofAccount: [string, HttpAnswer][] = [
  ['insights-off', refused(1, { error_subcode: 4182004 })],
  ['insights-unavailable', refused(200005)],
  ['coexistence', refused(10, { message: 'SMB business type' })],
  ['account-not-found', refused(100, { error_subcode: 33 })],
  ['no-permission', refused(200)],
];
test.each(ofAccount)(
  '%s is told at once, with the account, and nothing is split',
  (code, given) => {
    const made = script((asked, index) =>
      index === 0 ? given : index === 1 ? refused(2) : answerAll(asked),
    );
    const error = errorOf(() =>
      clientOf(made).readAnalytics([request(), request({ templateIds: ['7'] })]),
    );
    expect([error.code, error.facts.account]).toEqual([code, ACCOUNT]);
    expect(made.rounds).toEqual([2]);
  },
);

test.each(ofAccount)('%s said of both products is told at once, of the account', (code, given) => {
  const made = script(() => given);
  const client = clientOf(made);
  expect(errorOf(() => client.readAnalytics(both())).code).toBe(code);
  expect(made.rounds).toEqual([2]);
  expect(client.habits()).toEqual({});
});
