// Accounts, templates, paging, retries and the door, through the client, with a scripted Meta.
import type { ErrorCode } from '../core/errors';
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
import type { HttpAnswer } from './types';

const clientOf = ({ http, clock }: Script, token = CANARY) =>
  createGraphClient({ http, clock, token, random: () => 0.5, zones: () => TIME_ZONES });
function errorOf(work: () => unknown): AddonError {
  try {
    work();
  } catch (error) {
    if (error instanceof AddonError) return error;
    throw error;
  }
  throw new Error('Nothing was thrown');
}
const template = (id: string) => ({
  id,
  name: `t${id}`,
  language: 'en',
  category: 'MARKETING',
  status: 'APPROVED',
});
const page = (ids: string[], after?: string, next = after !== undefined): HttpAnswer =>
  ok({
    data: ids.map(template),
    paging: {
      cursors: { before: 'b', ...(after === undefined ? {} : { after }) },
      ...(next
        ? { next: `https://graph.facebook.com/v26.0/x?access_token=${CANARY}&after=${after}` }
        : {}),
    },
  });
const idsOf = (made: Script) =>
  clientOf(made)
    .listTemplates(ACCOUNT)
    .map(({ id }) => id);

describe('the door', () => {
  test('asks the pinned version with the token in the header only', () => {
    const made = script(() => page(['1']));
    idsOf(made);
    expect(made.raw).toEqual([
      {
        url: `https://graph.facebook.com/v26.0/${ACCOUNT}/message_templates?fields=id%2Cname%2Clanguage%2Ccategory%2Cstatus%2Cquality_score%2Ccomponents&limit=100`,
        headers: { Authorization: `Bearer ${CANARY}`, Accept: 'application/json' },
      },
    ]);
  });

  test.each(['', 'two words', 'line\nbreak', 'naïve'])(
    'never sends the broken token %p',
    (token) => {
      const made = script(() => page([]));
      expect(errorOf(() => clientOf(made, token).listTemplates(ACCOUNT)).code).toBe(
        'token-invalid',
      );
      expect(made.raw).toEqual([]);
    },
  );

  test.each([CANARY, '', '12a', '../me', '１２３'])(
    'never sends %p as an account, nor repeats it',
    (id) => {
      const made = script(() => page([]));
      for (const work of [
        () => clientOf(made).readAccount(id),
        () => clientOf(made).listTemplates(id),
      ]) {
        const error = errorOf(work);
        expect([error.code, error.facts]).toEqual(['account-not-found', {}]);
      }
      expect(made.raw).toEqual([]);
    },
  );

  test.each([
    ['holds the token', `x${CANARY}`],
    ['is too long', 'x'.repeat(3000)],
    ['is half a character', '\ud800'],
  ])('sends no cursor that %s', (_name, cursor) => {
    const made = script(() => page(['1'], cursor));
    expect(errorOf(() => idsOf(made)).code).toBe('bad-response');
    expect(made.raw).toHaveLength(1);
  });

  test('counts every request, retries included', () => {
    const made = script((_, index) => (index === 0 ? refused(2) : page([])));
    const client = clientOf(made);
    client.listTemplates(ACCOUNT);
    expect(client.requestCount()).toBe(2);
  });
});

describe('paging', () => {
  test('reads 201 templates over three pages', () => {
    const all = Array.from({ length: 201 }, (_, index) => String(index + 1));
    const made = script((_, index) =>
      page(all.slice(index * 100, index * 100 + 100), `c${index}`, index < 2),
    );
    expect(idsOf(made)).toEqual(all);
    expect(made.asked.map(({ values }) => values.after)).toEqual([undefined, 'c0', 'c1']);
  });

  test('ends on a missing next, whatever the cursors say', () => {
    const made = script(() => page(['1'], 'more', false));
    expect(idsOf(made)).toEqual(['1']);
    expect(made.raw).toHaveLength(1);
  });

  test('goes on over an empty page', () => {
    const made = script((_, index) => (index === 2 ? page(['9']) : page([], `c${index}`)));
    expect(idsOf(made)).toEqual(['9']);
  });

  test('takes the cursor out of a link on any host and never follows the link', () => {
    const next = `https://elsewhere.example/v99.0/y?access_token=${CANARY}&after=a%2Bb%3D%3D`;
    const made = script((_, index) =>
      index === 0 ? ok({ data: [template('1')], paging: { next } }) : page(['2']),
    );
    expect(idsOf(made)).toEqual(['1', '2']);
    expect(made.asked[1]).toMatchObject({
      path: `${ACCOUNT}/message_templates`,
      values: { after: 'a+b==' },
    });
  });

  test.each([
    ['A, A', ['A'], 2],
    ['A, B, A, B', ['A', 'B'], 3],
  ])('sees the loop %s', (_name, cursors, calls) => {
    const made = script((_, index) => page([], cursors[index % cursors.length]));
    expect(errorOf(() => idsOf(made)).code).toBe('bad-response');
    expect(made.raw).toHaveLength(calls);
  });

  test('reads 900 pages of a single entry', () => {
    const made = script((_, index) => page([String(index + 1)], `c${index}`, index < 899));
    expect(idsOf(made)).toHaveLength(900);
    expect(made.raw).toHaveLength(900);
  });

  test('gives up after 1,000 pages', () => {
    const made = script((_, index) => page([], `c${index}`));
    expect(errorOf(() => idsOf(made)).code).toBe('bad-response');
    expect(made.raw).toHaveLength(1000);
  });

  test('gives up after four minutes, however many pages are left', () => {
    const made = script((_, index) => page([], `c${index}`));
    // A second a page, as Google's fetches take.
    made.clock.now = () => made.asked.length * 1_000;
    expect(errorOf(() => idsOf(made)).code).toBe('meta-busy');
    expect(made.asked).toHaveLength(241);
  });

  test.each([
    ['no cursor and no link to take it from', { next: 'https://x.example/' }],
    ['a link that cannot be decoded', { next: 'https://x.example/?after=%E0%A4%A' }],
    ['a cursor that is a number', { next: 'x', cursors: { after: 7 } }],
  ])('refuses a page with next but %s', (_name, paging) => {
    const made = script(() => ok({ data: [], paging }));
    expect(errorOf(() => idsOf(made)).code).toBe('bad-response');
    expect(made.raw).toHaveLength(1);
  });

  test('a cursor refused half-way restarts the list once', () => {
    const made = script(
      (_, index) =>
        [page(['1'], 'A'), refused(100), page(['1'], 'B'), page(['2'])][index] as HttpAnswer,
    );
    expect(idsOf(made)).toEqual(['1', '2']);
    expect(made.asked.map(({ values }) => values.after)).toEqual([undefined, 'A', undefined, 'B']);
  });

  test('a cursor refused again is an answer nobody can use', () => {
    const made = script(({ values }) => (values.after ? refused(100) : page(['1'], 'A')));
    expect(errorOf(() => idsOf(made)).code).toBe('bad-response');
    expect(made.raw).toHaveLength(4);
  });
});

describe('retries', () => {
  const silent: HttpAnswer = { failed: `Timeout: https://graph.facebook.com/?token=${CANARY}` };
  test.each<[string, HttpAnswer, ErrorCode, number]>([
    ['an outage', refused(2), 'meta-busy', 4],
    ['an unknown fault', refused(1), 'meta-busy', 3],
    ['a transient unknown code', refused(777777, { is_transient: true }), 'meta-busy', 4],
    ['HTML', { status: 200, headers: {}, body: '<html>' }, 'meta-busy', 4],
    ['a gateway error', { status: 502, headers: {}, body: '' }, 'meta-busy', 4],
    ['no connection', silent, 'network', 4],
    ['cut JSON', { status: 200, headers: {}, body: '{"data":[' }, 'bad-response', 2],
    ['no data', ok({}), 'bad-response', 1],
    ['a null error', ok({ error: null }), 'bad-response', 1],
    ['a token expired', refused(190, { error_subcode: 463 }), 'token-expired', 1],
    [
      'a token expired, with status 200',
      refused(190, { error_subcode: 463 }, 200),
      'token-expired',
      1,
    ],
    ['a limit', refused(80007), 'rate-limited', 1],
    ['a limit called transient', refused(4, { is_transient: true }), 'rate-limited', 1],
    ['a permission', refused(200), 'no-permission', 1],
    ['insights off', refused(200007), 'insights-off', 1],
  ])('%s, for ever, takes its number of calls', (_name, given, code, calls) => {
    const made = script(() => given);
    const error = errorOf(() => idsOf(made));
    expect(error.code).toBe(code);
    expect(made.raw).toHaveLength(calls);
    expect(made.slept).toEqual([1000, 4000, 12000].slice(0, calls - 1));
    expect(JSON.stringify([error.message, error.facts, error.stack])).not.toContain(CANARY);
  });

  test('a fault that passes leaves no trace', () => {
    const made = script(
      (_, index) => [refused(1), silent, refused(2), page(['1'])][index] as HttpAnswer,
    );
    expect(idsOf(made)).toEqual(['1']);
  });

  test('pauses vary by a quarter', () => {
    for (const [random, first] of [
      [0, 750],
      [1, 1250],
    ] as const) {
      const made = script((_, index) => (index === 0 ? refused(2) : page([])));
      createGraphClient({
        ...made,
        token: CANARY,
        random: () => random,
        zones: () => TIME_ZONES,
      }).listTemplates(ACCOUNT);
      expect(made.slept).toEqual([first]);
    }
  });
});

describe('accounts', () => {
  const isBusinesses = ({ path }: Asked) => path === 'me/businesses';
  const find = (assigned: HttpAnswer, businesses: HttpAnswer) => {
    const made = script((asked) => (isBusinesses(asked) ? businesses : assigned));
    return { made, run: () => clientOf(made).findAccounts() };
  };
  const some = ok({ data: [{ id: '7', name: 'Seven' }] });
  const none = ok({ data: [] });
  const seven = [{ id: '7', name: 'Seven', currency: null, timeZone: null }];

  test('both ways are asked at once', () => {
    const { made, run } = find(some, none);
    expect(run()).toEqual(seven);
    expect(made.rounds).toEqual([2]);
    expect(made.asked.map(({ path, values }) => [path, values.fields])).toEqual([
      ['me/assigned_whatsapp_business_accounts', 'id,name,currency,timezone_id'],
      [
        'me/businesses',
        'id,name,owned_whatsapp_business_accounts{id,name,currency,timezone_id},client_whatsapp_business_accounts{id,name,currency,timezone_id}',
      ],
    ]);
  });

  test.each<[string, HttpAnswer]>([
    ['not permitted', refused(200)],
    ['not known', refused(100)],
    ['not understood', refused(2500)],
    ['limited', refused(4)],
    ['down', refused(2)],
    ['in HTML', { status: 200, headers: {}, body: '<html>' }],
  ])('one way %s does not hide what the other finds', (_name, answer) => {
    expect(find(some, answer).run()).toEqual(seven);
  });

  test.each<[string, HttpAnswer, HttpAnswer, ErrorCode]>([
    ['a token error on one way', some, refused(190), 'token-invalid'],
    ['cannot authenticate', refused(0), some, 'token-invalid'],
    ['session over', some, refused(102), 'token-invalid'],
    ['both not permitted', refused(10), refused(299), 'no-permission'],
    ['one not permitted, one limited', refused(200), refused(4), 'rate-limited'],
    ['both down', refused(2), refused(2), 'meta-busy'],
    ['both without a connection', { failed: 'x' }, { failed: 'x' }, 'network'],
    ['one unknown, one without data', refused(100), ok({}), 'bad-response'],
  ])('%s is told', (_name, assigned, businesses, code) => {
    expect(errorOf(find(assigned, businesses).run).code).toBe(code);
  });

  test('both ways closed for other reasons leave an empty list', () => {
    expect(find(refused(100), refused(100)).run()).toEqual([]);
    expect(find(refused(200), refused(100)).run()).toEqual([]);
    expect(find(none, none).run()).toEqual([]);
  });

  test('long lists are read on, those nested in a business too', () => {
    const nested = (id: string, after?: string) => ({
      data: [{ id, name: `N${id}`, currency: 'BRL', timezone_id: 25 }],
      paging: {
        cursors: { after: after ?? 'end' },
        ...(after ? { next: 'https://x.example/' } : {}),
      },
    });
    const made = script(({ path, values }) => {
      if (path.startsWith('me/assigned')) return none;
      if (path === '50/owned_whatsapp_business_accounts') {
        return values.after === 'A' ? ok(nested('2', 'B')) : ok(nested('3'));
      }
      if (values.after === 'P')
        return ok({ data: [{ id: '51', client_whatsapp_business_accounts: nested('4') }] });
      return ok({
        data: [{ id: '50', owned_whatsapp_business_accounts: nested('1', 'A') }],
        paging: { cursors: { after: 'P' }, next: 'https://x.example/' },
      });
    });
    const found = clientOf(made).findAccounts();
    expect(found.map(({ id }) => id).sort()).toEqual(['1', '2', '3', '4']);
    expect(found[0]).toMatchObject({ currency: 'BRL', timeZone: 'America/Sao_Paulo' });
    expect(made.asked.map(({ values }) => values.after)).toEqual([
      undefined,
      undefined,
      'P',
      'A',
      'B',
    ]);
  });

  test('an account without name, currency or a known zone is still an account', () => {
    const made = script(() => ok({ id: ACCOUNT, timezone_id: '999' }));
    expect(clientOf(made).readAccount(ACCOUNT)).toEqual({
      id: ACCOUNT,
      name: ACCOUNT,
      currency: null,
      timeZone: null,
    });
  });

  test.each<[string, HttpAnswer, ErrorCode]>([
    ['missing', refused(100, { error_subcode: 33 }), 'account-not-found'],
    [
      'something else',
      refused(100, { message: 'Tried accessing nonexisting field (currency)' }),
      'account-not-found',
    ],
    ['not permitted', refused(200), 'no-permission'],
    ['another one', ok({ id: '5' }), 'bad-response'],
    ['without an id', ok({ name: 'x' }), 'bad-response'],
  ])('an account that is %s is told', (_name, answer, code) => {
    expect(errorOf(() => clientOf(script(() => answer)).readAccount(ACCOUNT)).code).toBe(code);
  });
});

describe('ids', () => {
  const withId = (text: string) =>
    script(() => ({ status: 200, headers: {}, body: `{"data":[{"id":${text},"name":"n"}]}` }));
  test.each([
    ['"24018837501922746"', '24018837501922746'],
    ['1290557163340982', '1290557163340982'],
    ['9007199254740991', '9007199254740991'],
    ['"0012"', '0012'],
  ])('%s is the id %s', (text, id) => {
    expect(idsOf(withId(text))).toEqual([id]);
  });
  test.each([
    '142198801208852411',
    '9007199254740992',
    '-5',
    '1.5',
    '1e400',
    '""',
    '"12x"',
    'null',
    'true',
    '{}',
    '[1]',
  ])('%s is refused, never rounded', (text) => {
    expect(errorOf(() => idsOf(withId(text))).code).toBe('bad-response');
  });
});
