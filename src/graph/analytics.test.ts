// Waves of template analytics against a scripted Meta: what is asked, what is split, what is given up.
import { addDays } from '../core/day';
import { AddonError } from '../core/errors';
import { createGraphClient } from './index';
import {
  ACCOUNT,
  type Asked,
  CANARY,
  ok,
  refused,
  type Script,
  script,
} from './testing/scripted-http';
import { TIME_ZONES } from './time-zones';
import type { AnalyticsRequest, HttpAnswer } from './types';

const TODAY = '2026-11-22';
const request = (more: Partial<AnalyticsRequest> = {}): AnalyticsRequest => ({
  accountId: ACCOUNT,
  templateIds: ['1', '2', '3'],
  from: '2026-11-01',
  to: '2026-11-20',
  timeZone: 'UTC',
  fallbackZone: 'UTC',
  today: TODAY,
  ...more,
});
const clientOf = ({ http, clock }: Script) =>
  createGraphClient({ http, clock, token: CANARY, random: () => 0.5, zones: () => TIME_ZONES });
function errorOf(work: () => unknown): AddonError {
  try {
    work();
  } catch (error) {
    if (error instanceof AddonError) return error;
    throw error;
  }
  throw new Error('Nothing was thrown');
}
const idsOf = ({ values }: Asked): string[] =>
  JSON.parse((values.template_ids ?? '').replace(/\d+/g, '"$&"'));
const ids = (count: number, from = 1) =>
  Array.from({ length: count }, (_, index) => String(from + index));

/** Meta with a point for every id and day asked; `end` included or not. */
function points(
  asked: Asked,
  endIncluded = false,
): { template_id: string; start: number; sent: number }[] {
  const all = [];
  const { start = '', end = '' } = asked.values;
  for (let day = start; endIncluded ? day <= end : day < end; day = addDays(day, 1)) {
    for (const id of idsOf(asked))
      all.push({ template_id: id, start: Date.parse(day) / 1000, sent: Number(id) });
  }
  return all;
}
const pageOf = (data_points: unknown[], paging = {}) =>
  ok({ data: [{ product_type: 'cloud_api', waba_timezone: 'Etc/UTC', data_points }], paging });
const answerAll = (asked: Asked): HttpAnswer => pageOf(points(asked));

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
        product_type: 'CLOUD_API',
        use_waba_timezone: 'true',
        limit: '1000',
      },
    },
  ]);
  expect(answer.points).toHaveLength(60);
  expect(answer).toMatchObject({
    zones: { [ACCOUNT]: 'Etc/UTC' },
    dropped: 0,
    missingTemplates: [],
    unknown: [],
  });
});

test('both readings of end give the same points', () => {
  const [excluded, included] = [false, true].map((reading) =>
    clientOf(script((asked) => pageOf(points(asked, reading)))).readAnalytics([request()]),
  );
  expect(included).toEqual(excluded);
});

test('250 templates over 90 days are 25 requests in one round', () => {
  const made = script(answerAll);
  const wave = Array.from({ length: 25 }, (_, index) =>
    request({ templateIds: ids(10, 1 + index * 10), from: '2026-08-23' }),
  );
  const client = clientOf(made);
  expect(client.readAnalytics(wave).points).toHaveLength(250 * 90);
  expect(made.rounds).toEqual([25]);
  expect(client.requestCount()).toBe(25);
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

test('a URL of ten long ids stays short', () => {
  const made = script(answerAll);
  clientOf(made).readAnalytics([
    request({ templateIds: ids(10).map((id) => id.padStart(16, '1')), to: '2026-11-01' }),
  ]);
  expect(made.raw[0]?.url.length).toBeLessThan(600);
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

test.each([
  ['insights-off', refused(1, { error_subcode: 4182004 })],
  ['insights-unavailable', refused(200005)],
  ['coexistence', refused(10, { message: 'SMB business type' })],
  ['account-not-found', refused(100, { error_subcode: 33 })],
  ['no-permission', refused(200)],
])('%s is told at once, with the account, and nothing is split', (code, given) => {
  const made = script((asked, index) =>
    index === 0 ? given : index === 1 ? refused(2) : answerAll(asked),
  );
  const error = errorOf(() =>
    clientOf(made).readAnalytics([request(), request({ templateIds: ['7'] })]),
  );
  expect([error.code, error.facts.account]).toEqual([code, ACCOUNT]);
  expect(made.rounds).toEqual([2]);
});

describe('an end in the future', () => {
  const strict = (asked: Asked) =>
    (asked.values.end ?? '') > TODAY ? refused(100) : pageOf(points(asked, true));

  test('is asked again as today when Meta refuses it, and remembered', () => {
    const made = script(strict);
    const client = clientOf(made);
    const wave = [request({ to: TODAY }), request({ templateIds: ['4'], to: '2026-11-21' })];
    expect(client.readAnalytics(wave).points).toHaveLength(3 * 22 + 21);
    expect(made.asked.map(({ values }) => values.end)).toEqual([
      '2026-11-23',
      '2026-11-22',
      '2026-11-22',
    ]);
    client.readAnalytics(wave);
    expect(made.rounds).toEqual([2, 1, 2]);
  });

  test('and a bad id at once are told apart', () => {
    const made = script((asked) => (idsOf(asked).includes('5') ? refused(100) : strict(asked)));
    const answer = clientOf(made).readAnalytics([request({ templateIds: ids(10), to: TODAY })]);
    expect(answer.missingTemplates).toEqual(['5']);
    expect(answer.points).toHaveLength(9 * 22);
  });
});

describe('a batch refused with code 100', () => {
  const without = (...bad: string[]) =>
    script((asked) =>
      idsOf(asked).some((id) => bad.includes(id)) ? refused(100) : answerAll(asked),
    );

  test('is halved until the bad id stands alone', () => {
    const made = without('7');
    const answer = clientOf(made).readAnalytics([
      request({ templateIds: ids(10), to: '2026-11-01' }),
    ]);
    expect(answer.missingTemplates).toEqual(['7']);
    expect(answer.points.map(({ templateId }) => Number(templateId)).sort((a, b) => a - b)).toEqual(
      [1, 2, 3, 4, 5, 6, 8, 9, 10],
    );
    expect(made.rounds).toEqual([1, 2, 2, 2, 2]);
  });

  test('does not stop the other batches, nor hide their bad ids', () => {
    const wave = [
      request({ templateIds: ids(10) }),
      request({ templateIds: ids(10, 11) }),
      request({ templateIds: ids(10, 21) }),
    ];
    const answer = clientOf(without('3', '24', '25')).readAnalytics(wave);
    expect(answer.missingTemplates.sort()).toEqual(['24', '25', '3']);
    expect(answer.points).toHaveLength(27 * 20);
  });

  test('wholly, while others are answered, is a batch of deleted templates', () => {
    const answer = clientOf(without('1', '2')).readAnalytics([
      request({ templateIds: ['1', '2'] }),
      request({ templateIds: ['3'] }),
    ]);
    expect(answer.missingTemplates.sort()).toEqual(['1', '2']);
  });

  test('wholly, with no other answer, means the question is wrong: the other batches are left alone', () => {
    const made = script(() => refused(100));
    const wave = Array.from({ length: 5 }, (_, index) =>
      request({ templateIds: ids(10, 1 + index * 10) }),
    );
    const error = errorOf(() => clientOf(made).readAnalytics(wave));
    expect([error.code, error.facts]).toEqual([
      'request-refused',
      { endpoint: 'template_analytics', account: ACCOUNT, code: 100 },
    ]);
    expect(made.raw).toHaveLength(5 + 18);
  });
});

describe('too much data', () => {
  const message = 'Please reduce the amount of data you are asking for, then retry your request';
  const daysOf = ({ values }: Asked) =>
    (Date.parse(values.end ?? '') - Date.parse(values.start ?? '')) / 86_400_000;

  test('is asked in fewer ids', () => {
    const made = script((asked) =>
      idsOf(asked).length > 3 ? refused(1, { message }, 500) : answerAll(asked),
    );
    const answer = clientOf(made).readAnalytics([request({ templateIds: ids(10) })]);
    expect(answer.points).toHaveLength(200);
    expect(made.slept).toEqual([]);
    expect(made.raw).toHaveLength(7);
  });

  test('then in fewer days, and no day is lost or double', () => {
    const made = script((asked) =>
      idsOf(asked).length * daysOf(asked) > 6 ? refused(1, { message }) : answerAll(asked),
    );
    const answer = clientOf(made).readAnalytics([request()]);
    expect(new Set(answer.points.map(({ templateId, day }) => templateId + day)).size).toBe(60);
    expect(answer).toMatchObject({ dropped: 0, missingTemplates: [] });
    expect(answer.points).toHaveLength(60);
  });

  test('of a single id on a single day is given up soon', () => {
    const made = script(() => refused(1, { message }));
    const wave = Array.from({ length: 25 }, (_, index) =>
      request({ templateIds: ids(10, 1 + index * 10), from: '2026-08-23' }),
    );
    expect(errorOf(() => clientOf(made).readAnalytics(wave)).code).toBe('request-refused');
    expect(made.raw.length).toBeLessThan(25 + 30);
  });
});
