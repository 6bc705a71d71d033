// What is asked again in parts: an end in the future, templates that are gone, too much data.
import {
  answerAll,
  answerWith,
  both,
  clientOf,
  errorOf,
  ids,
  idsOf,
  isMarketing,
  LITE,
  metaWith,
  request,
  TODAY,
} from './testing/scripted-analytics';
import { ACCOUNT, type Asked, refused, script } from './testing/scripted-http';

describe('an end in the future', () => {
  const strict = () => metaWith({ strictEnd: true });

  test('is asked again as today when Meta refuses it, and remembered', () => {
    const made = strict();
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

  test('is not taken for a metric’s fault in the other product', () => {
    const made = strict();
    const client = clientOf(made);
    expect(client.readAnalytics(both({ to: TODAY })).points).toHaveLength(2 * 3 * 22);
    expect(client.habits()).toEqual({ [ACCOUNT]: { marketingWord: LITE } });
    // With today’s end, or for one metric; then the same for the other word too.
    expect(made.rounds).toEqual([2, 2, 1, 4, 1]);
  });

  test('is found out with one request of a wave', () => {
    const made = strict();
    const wave = ids(30).map((id) => request({ templateIds: [id], to: TODAY }));
    expect(clientOf(made).readAnalytics(wave).points).toHaveLength(30 * 22);
    // The first is asked with today’s end and for one metric, then all are asked again.
    expect(made.rounds).toEqual([25, 5, 2, 25, 5]);
  });

  test('that one account takes is asked of it, whatever another says', () => {
    const other = '100020003000402';
    const made = script((asked) =>
      asked.path.startsWith(other) ? answerAll(asked) : answerWith({ strictEnd: true }, asked),
    );
    const client = clientOf(made);
    const wave = [request({ to: TODAY }), request({ to: TODAY, accountId: other })];
    const [first, second] = [client.readAnalytics(wave), client.readAnalytics(wave)];
    for (const answer of [first, second]) expect(answer.points).toHaveLength(2 * 3 * 22);
    expect(made.asked.slice(-2).map(({ values }) => values.end)).toEqual([
      '2026-11-22',
      '2026-11-23',
    ]);
  });

  test('and a bad id at once are told apart', () => {
    const made = metaWith({ strictEnd: true, gone: ['5'] });
    const answer = clientOf(made).readAnalytics([request({ templateIds: ids(10), to: TODAY })]);
    expect(answer.missingTemplates).toEqual(['5']);
    expect(answer.points).toHaveLength(9 * 22);
  });
});

describe('a batch refused with code 100', () => {
  const without = (...gone: string[]) => metaWith({ gone });

  test('is halved until the bad id stands alone, where another was answered', () => {
    const made = without('7');
    const answer = clientOf(made).readAnalytics([
      request({ templateIds: ids(10), to: '2026-11-01' }),
      request({ templateIds: ['11'], to: '2026-11-01' }),
    ]);
    expect(answer.missingTemplates).toEqual(['7']);
    expect(answer.points.map(({ templateId }) => Number(templateId)).sort((a, b) => a - b)).toEqual(
      [1, 2, 3, 4, 5, 6, 8, 9, 10, 11],
    );
    expect(made.rounds).toEqual([2, 2, 2, 2, 2]);
  });

  test('alone is asked for one metric, then its ids one by one', () => {
    const made = without('7');
    const wave = [request({ templateIds: ids(10), to: '2026-11-01' })];
    const answer = clientOf(made).readAnalytics(wave);
    expect(answer.missingTemplates).toEqual(['7']);
    expect(answer.points).toHaveLength(9);
    expect(made.rounds).toEqual([1, 1, 10, 1]);
  });

  test('is not asked of Marketing Messages with an id the Cloud API does not have', () => {
    const made = without('2');
    const answer = clientOf(made).readAnalytics(both({ templateIds: ids(3), to: '2026-11-01' }));
    expect(answer.missingTemplates).toEqual(['2']);
    expect(answer.points).toHaveLength(4);
    expect(made.rounds).toEqual([2, 1, 3, 1, 1]);
  });

  test('for ids that only Marketing Messages refuse says nothing of the templates', () => {
    const made = script((asked) => answerWith(isMarketing(asked) ? { gone: ['2'] } : {}, asked));
    const wave = [...both({ to: '2026-11-01' }), ...both({ templateIds: ['9'], to: '2026-11-01' })];
    const client = clientOf(made);
    const answer = client.readAnalytics(wave);
    expect(answer.missingTemplates).toEqual([]);
    expect(answer.points).toHaveLength(4 + 3);
    expect(client.habits()).toEqual({ [ACCOUNT]: { marketingWord: LITE } });
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

  test('wholly, first of several batches in a form Meta does not take, is found by the others', () => {
    const made = metaWith({ gone: ['1', '2'], metrics: ['REPLIED'] });
    const client = clientOf(made);
    const answer = client.readAnalytics([
      request({ templateIds: ['1', '2'] }),
      request({ templateIds: ['3'] }),
    ]);
    expect(answer.missingTemplates.sort()).toEqual(['1', '2']);
    expect(answer.points).toHaveLength(20);
    expect(client.habits()).toEqual({ [ACCOUNT]: { refused: ['cloud_api:REPLIED'] } });
  });

  test('wholly, with no other answer, means the question is wrong: it is told after few requests', () => {
    const made = script(() => refused(100));
    const wave = Array.from({ length: 25 }, (_, index) =>
      request({ templateIds: ids(10, 1 + index * 10) }),
    );
    const error = errorOf(() => clientOf(made).readAnalytics(wave));
    expect([error.code, error.facts]).toEqual([
      'request-refused',
      { endpoint: 'template_analytics', account: ACCOUNT, code: 100 },
    ]);
    expect(made.rounds).toEqual([25, 1, 24]);
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
