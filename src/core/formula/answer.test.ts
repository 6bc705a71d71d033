// What formulas answer on a ledger that is added up by hand, and why they refuse.
import { noteFetched } from '../coverage';
import type { MetricName } from '../metrics';
import { asking } from '../testing/asking';
import { createStore, textAt, writeRows } from '../testing/index-store';
import { row } from '../testing/rows';
import { type SmallLedger, smallLedger } from '../testing/small-ledger';

import type { Argument } from './arguments';
import type { AnswerCell } from './call';

const { ask, refusal, withHead } = asking(smallLedger());
const NOV = ['2026-11-01', '2026-11-10'];
const LATE = ['2026-11-13', '2026-11-22'];
const ACME_ID = '102290129340398';
const LOJA = { accountId: 'B', account: 'Loja', currency: 'BRL' };

test.each<[string, MetricName, Argument[], AnswerCell]>([
  // One template name in two languages: 200 + 30 sent, 18 + 3 spent, 20 + 6 clicks.
  ['a sum over both languages of a name', 'sent', ['promo', ...NOV], 230],
  ['money over both languages', 'spent', ['promo', ...NOV], 21],
  ['a ratio over both languages: 21 / 26', 'costPerClick', ['promo', ...NOV], 0.80769230769231],
  ['an id alone', 'sent', ['11', ...NOV], 200],
  ['an id as a number', 'sent', [11, ...NOV], 200],
  ['over a month end: 100 + 200', 'sent', ['11', '2026-10-20', '2026-11-10'], 300],
  ['over a month end: 27 / 30', 'costPerClick', ['11', '2026-10-20', '2026-11-10'], 0.9],
  ['one day', 'read', ['11', '2026-11-01'], 100],
  ['a month of text', 'sent', ['ola', { day: '2026-11-07' }, 'day'], 7],
  // Rows of 15, 16 and 20 November: 4 + 2 + 0 spent, 40 + 20 + 10 delivered.
  [
    'a ratio over rows that all report both: 6 / 70',
    'costPerDelivered',
    ['11', ...LATE],
    0.085714285714286,
  ],
  [
    'a ratio over the rows that report both: (2 + 0) / (8 + 0)',
    'costPerClick',
    ['11', ...LATE],
    0.25,
  ],
  [
    'a click rate over the same rows: 8 / (20 + 10)',
    'clickRate',
    ['11', ...LATE],
    0.26666666666667,
  ],
  ['a sum over rows of which some report it', 'clicks', ['11', ...LATE], 8],
  ['a rate: 70 / 80', 'deliveryRate', ['11', ...LATE], 0.875],
  ['nothing to divide by: only clicks of 0', 'costPerClick', ['11', '2026-11-20'], ''],
  ['a reported 0', 'clicks', ['11', '2026-11-20'], 0],
  ['a reported 0 of money beside a costly past', 'spent', ['11', '2026-11-17', '2026-11-22'], 0],
  ['a reported 0 of reads', 'read', ['welcome', ...NOV], 0],
  ['empty where the rows never report it', 'clicks', ['welcome', ...NOV], ''],
  ['empty money where the rows never report it', 'spent', ['welcome', ...NOV], ''],
  ['empty cost where only one part is reported', 'costPerDelivered', ['welcome', ...NOV], ''],
  ['0 over covered days without rows', 'sent', ['promo', '2026-11-03', '2026-11-05'], 0],
  ['0 for a metric never reported, on days without rows', 'clicks', ['welcome', '2026-11-03'], 0],
  ['0 money over covered days without rows', 'spent', ['promo', '2026-11-03'], 0],
  ['an empty ratio over covered days without rows', 'costPerClick', ['promo', '2026-11-03'], ''],
  ['0 for a template that never had a row', 'sent', ['promo_silent', ...NOV], 0],
  ['all templates of an account: 230 + 5', 'sent', ['*', ...NOV, 'Acme'], 235],
  [
    'all templates of both accounts: 5 to 10 November',
    'sent',
    ['*', '2026-11-05', '2026-11-10'],
    1_007,
  ],
  [
    'a pattern over accounts that counts messages',
    'delivered',
    ['promo*', '2026-11-05', '2026-11-10'],
    800,
  ],
  [
    'a pattern in one currency',
    'spent',
    ['promo*', '2026-11-05', '2026-11-10', 'Loja Aurora'],
    50.25,
  ],
  ['a category', 'sent', ['category:UTILITY', '2026-11-05', '2026-11-10'], 7],
  ['a language', 'sent', ['language:pt_BR', '2026-11-05', '2026-11-10'], 1_007],
  ['an account by its id as a number', 'sent', ['*', ...NOV, Number(ACME_ID)], 235],
  [
    'money of one currency although two accounts are asked: the other has no rows',
    'spent',
    ['*', '2026-11-13', '2026-11-22'],
    6,
  ],
  [
    'a ratio without money over two currencies: 807 / 1007',
    'deliveryRate',
    ['*', '2026-11-05', '2026-11-10'],
    0.80139026812314,
  ],
  // The sidebar chose templates 11 and 13, 1 to 10 November.
  ['nothing but the choice of the sidebar', 'sent', [], 205],
  ['"selected" in words', 'sent', ['selected', 'selected'], 205],
  ['a template on the days of the sidebar', 'sent', ['promo'], 230],
  ['the templates of the sidebar on other days', 'sent', [undefined, ...LATE], 80],
  ['a keyword: 15 to 21 November', 'sent', ['11', 'last_7_days'], 80],
  ['a period', 'sent', ['11', '2026-11-16', 'week'], 30],
  ['a blank template', 'sent', ['', ...NOV], ''],
  ['a blank day', 'sent', ['promo', ''], ''],
  ['a blank end: that day alone', 'sent', ['promo', '2026-11-01', ''], 230],
  ['a blank account means all', 'sent', ['promo', ...NOV, ''], 230],
  [
    'days after the last sync are left out: 20 November to the end of the year',
    'sent',
    ['11', '2026-11-20', '2026-12-31'],
    10,
  ],
  ['only days after the last sync', 'sent', ['11', '2026-12-01', '2026-12-31'], ''],
  ['wholly before the first day', 'sent', ['11', '2026-09-01', '2026-10-19'], ''],
  ['a ratio wholly before the first day', 'costPerClick', ['11', '2020-01-01', '2020-12-31'], ''],
])('%s', (_name, metric, args, answer) => {
  expect(ask(metric, args)).toBe(answer);
});

test.each<[string, Argument[]]>([
  ['after nothing', []],
  ['after the template', ['promo']],
  ['after from', ['promo', '2026-11-01']],
  ['after to', ['promo', ...NOV]],
  ['after the account', ['promo', ...NOV, 'Acme']],
])('the live cell changes no answer %s', (_name, args) => {
  expect(ask('sent', [...args, 'WA_LIVE 12'])).toBe(ask('sent', args));
});

describe('ranges', () => {
  const column = [['promo'], ['welcome'], ['ola']];
  const days = [['2026-11-01', '2026-11-02', '2026-11-07']];

  test('a column of templates answers a column', () => {
    expect(ask('sent', [column.slice(0, 2), ...NOV])).toEqual([[230], [5]]);
  });
  test('a row of days answers a row', () => {
    expect(ask('sent', ['promo', days])).toEqual([[230, 0, 0]]);
  });
  test('a column with a row answers a table', () => {
    expect(ask('sent', [column.slice(0, 2), days])).toEqual([
      [230, 0, 0],
      [0, 5, 0],
    ]);
  });
  test('equal shapes pair', () => {
    expect(ask('sent', [column, [['2026-11-01'], ['2026-11-02'], ['2026-11-07']]])).toEqual([
      [230],
      [5],
      [7],
    ]);
  });
  test('blank cells answer empty among the others', () => {
    expect(ask('sent', [[['promo'], [''], ['welcome']], ...NOV])).toEqual([[230], [''], [5]]);
  });
  test('a range of one cell answers one cell', () => {
    expect(ask('sent', [[['promo']], ...NOV])).toBe(230);
  });
  test('dates in cells line up too', () => {
    const from = [[{ day: '2026-11-01' }], [{ day: '2026-11-13' }]];
    const to = [[{ day: '2026-11-10' }], [{ day: '2026-11-22' }]];
    expect(ask('sent', ['11', from, to])).toEqual([[200], [80]]);
  });
  test('ranges that do not line up are refused', () => {
    expect(refusal('sent', [column, [['2026-11-01'], ['2026-11-02']]])).toMatchObject({
      code: 'shapes',
      facts: { a: '3', b: '2' },
    });
  });
  test('one bad cell refuses the whole call and is named by its place', () => {
    const bad = refusal('sent', [[['promo'], ['welcome']], [['2026-11-01', '2026-02-30']]]);
    expect([bad.code, bad.cell]).toEqual(['date-bad', { row: 1, column: 2 }]);
    const second = refusal('sent', [[['promo'], ['nonesuch_at_all_really']], ...NOV]);
    expect([second.code, second.cell]).toEqual(['template-unknown', { row: 2, column: 1 }]);
  });
  test('a refusal of a single cell names no place', () => {
    expect(refusal('sent', ['promo', '2026-02-30']).cell).toBeNull();
  });
});

describe('refusals', () => {
  test.each<[string, MetricName, Argument[], string]>([
    ['an unknown template', 'sent', ['prmo', ...NOV], 'template-guess'],
    ['an id as a number', 'sent', [Number('90000000000000012'), ...NOV], 'id-as-number'],
    ['an unknown account', 'sent', ['promo', ...NOV, 'Nobody'], 'account-unknown'],
    ['reversed days', 'sent', ['promo', '2026-11-10', '2026-11-01'], 'dates-reversed'],
    ['five arguments', 'sent', ['promo', ...NOV, 'Acme', 'more'], 'too-many-arguments'],
    ['a template of another account', 'sent', ['ola', ...NOV, 'Acme'], 'template-unknown'],
  ])('%s', (_name, metric, args, code) => {
    expect(refusal(metric, args).code).toBe(code);
  });

  test('two currencies are never added, nor divided', () => {
    const coverage = smallLedger().head.coverage.map((entry) => ({
      ...entry,
      fetched: [[20_700, 20_779]] as [number, number][],
    }));
    for (const metric of ['spent', 'costPerClick', 'costPerDelivered', 'costPerReply'] as const) {
      const refused = refusal(metric, ['*', ...NOV], withHead({ coverage }));
      expect(refused.code).toBe('two-currencies');
      expect(refused.facts.currencies?.split(', ').sort()).toEqual(['BRL', 'USD']);
    }
    const paired = refusal('spent', [[['promo'], ['*']], ...NOV], withHead({ coverage }));
    expect([paired.code, paired.cell]).toEqual(['two-currencies', { row: 2, column: 1 }]);
    expect(ask('sent', ['*', ...NOV], withHead({ coverage }))).toBe(1_242);
    expect(ask('spent', ['*', ...NOV, 'Acme'], withHead({ coverage }))).toBe(21);
  });
});

describe('a second currency that reports no spend', () => {
  const store = createStore();
  writeRows(store, [
    row('101', '2026-11-02', { sent: 10, delivered: 8, clicks: 4, replied: 2, spent: 6 }),
    row('101', '2026-11-03', { sent: 5, delivered: 5, clicks: 9 }),
    row('202', '2026-11-02', { sent: 7, delivered: 7, clicks: 3 }, LOJA),
    row('303', '2026-11-09', { sent: 1, delivered: 1, spent: 0 }, LOJA),
  ]);
  noteFetched(store.head, 'A', 'all', { from: '2026-11-01', to: '2026-11-20' }, '2026-11-20');
  noteFetched(store.head, 'B', 'all', { from: '2026-11-01', to: '2026-11-20' }, '2026-11-20');
  const ledger: SmallLedger = {
    head: store.head,
    loads: [],
    load: (places) => places.map((place) => textAt(store, place)),
  };
  const DAYS = ['2026-11-01', '2026-11-08'];

  test.each<[MetricName, Argument[], AnswerCell]>([
    ['spent', ['*', ...DAYS], 6],
    ['costPerDelivered', ['*', ...DAYS], 0.75],
    ['costPerClick', ['*', ...DAYS], 1.5],
    ['costPerReply', ['*', ...DAYS], 3],
    ['sent', ['*', ...DAYS], 22],
    // Rows, but none that reports any money.
    ['spent', ['*', '2026-11-03'], ''],
    ['spent', ['202', ...DAYS], ''],
    ['spent', ['*', '2026-11-04'], 0],
  ])('does not stop %s of %p', (metric, args, answer) => {
    expect(ask(metric, args, ledger)).toBe(answer);
  });
  test('but one that reports a spend of 0 is a second currency', () => {
    for (const metric of ['spent', 'costPerClick'] as const) {
      expect(refusal(metric, ['*', '2026-11'], ledger).code).toBe('two-currencies');
    }
  });
});

test('a whole range is answered with one load, and no chunk is asked for twice', () => {
  const ledger = smallLedger();
  const templates = [['promo'], ['welcome'], ['11'], ['promo'], ['promo_silent']];
  ask(
    'costPerClick',
    [
      templates,
      [['2026-11-01', '2026-11-02', '2026-10-25']],
      [['2026-11-05', '2026-11-05', '2026-11-05']],
    ],
    ledger,
  );
  expect(ledger.loads).toHaveLength(1);
  // Four buckets in two months are the most there can be.
  expect(ledger.loads[0]).toBeLessThanOrEqual(8);
});

test('nothing is loaded where there is nothing to add up', () => {
  const ledger = smallLedger();
  ask('sent', ['', ...NOV], ledger);
  ask('sent', ['promo', '2020-01-01'], ledger);
  ask('sent', ['promo_silent', ...NOV], ledger);
  expect(ledger.loads).toEqual([]);
});
