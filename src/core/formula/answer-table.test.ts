// What WA_TABLE, WA_SERIES, WA_TEMPLATES and WA_CHANGE answer on a ledger that is added up by hand.
import { serialOf } from '../day';
import { asking } from '../testing/asking';
import { smallLedger } from '../testing/small-ledger';
import type { Argument } from './arguments';

const { ask, refusal, withHead } = asking(smallLedger());
const NOV = ['2026-11-01', '2026-11-10'];
const LATE = ['2026-11-13', '2026-11-22'];

describe('WA_TABLE', () => {
  test('a row per template with any number in these days, all languages of a name in one', () => {
    expect(ask('WA_TABLE', ['sent, spent', '*', ...NOV, '', 'Acme'])).toEqual([
      ['Template', 'Sent', 'Spent'],
      ['promo', 230, 21],
      ['welcome', 5, ''],
    ]);
  });
  test('a template named one by one has its row though nothing was sent', () => {
    expect(ask('WA_TABLE', ['sent', [['welcome'], [''], ['promo_silent']], ...NOV])).toEqual([
      ['Template', 'Sent'],
      ['promo_silent', 0],
      ['welcome', 5],
    ]);
  });
  test('names that no pattern joins stay in the order of their names', () => {
    expect(ask('WA_TABLE', ['sent', [['welcome', 'promo']], ...NOV])).toEqual([
      ['Template', 'Sent'],
      ['promo', 230],
      ['welcome', 5],
    ]);
  });
  test('without metrics the usual six, without dates and templates the choice of the sidebar', () => {
    expect(ask('WA_TABLE', [])).toEqual([
      ['Template', 'Sent', 'Delivered', 'Read', 'Clicks', 'Spent', 'Cost per click'],
      ['promo', 200, 180, 100, 20, 18, 0.9],
      ['welcome', 5, 5, 0, '', '', ''],
    ]);
  });
  test('metrics as a range, by title, function and key', () => {
    const names = [
      ['Delivered', ''],
      ['WA_COST_PER_CLICK', 'clickRate'],
    ];
    expect(ask('WA_TABLE', [names, 'promo', ...NOV])).toEqual([
      ['Template', 'Delivered', 'Cost per click', 'Click rate'],
      ['promo', 210, 0.80769230769231, 0.12380952380952],
    ]);
  });
  test('the header is in the language of the sheet, and its words are read', () => {
    const pt = withHead({ language: 'pt' });
    expect(ask('WA_TABLE', ['pt sent', 'promo', ...NOV], pt)).toEqual([
      ['pt Template', 'pt Sent'],
      ['promo', 230],
    ]);
    expect(ask('WA_TABLE', ['pt sent', 'promo', '2026-11-01', '', 'day'], pt)).toEqual([
      ['pt Date', 'pt Sent'],
      [serialOf('2026-11-01'), 230],
    ]);
  });
  test('a row per day, also for days without rows, until the last one synced', () => {
    expect(ask('WA_TABLE', ['sent, clicks', '11', '2026-11-19', '2026-12-31', 'day'])).toEqual([
      ['Date', 'Sent', 'Clicks'],
      [serialOf('2026-11-19'), 0, 0],
      [serialOf('2026-11-20'), 10, 0],
      [serialOf('2026-11-21'), 0, 0],
      [serialOf('2026-11-22'), 0, 0],
    ]);
  });
  test('a row per week begins on its Monday, though the days asked for begin later', () => {
    expect(ask('WA_TABLE', ['sent', '11', '2026-11-14', '2026-11-20', 'semana'])).toEqual([
      ['Week', 'Sent'],
      [serialOf('2026-11-09'), 50],
      [serialOf('2026-11-16'), 30],
    ]);
  });
  test('a row per month begins on its first day', () => {
    expect(ask('WA_TABLE', ['sent', '11', '2026-10-20', '2026-11-10', 'Month'])).toEqual([
      ['Month', 'Sent'],
      [serialOf('2026-10-01'), 100],
      [serialOf('2026-11-01'), 200],
    ]);
  });
  test('several templates are added up in the rows of a period', () => {
    expect(ask('WA_TABLE', ['sent', [['promo'], ['welcome'], ['11']], ...NOV, 'month'])).toEqual([
      ['Month', 'Sent'],
      [serialOf('2026-11-01'), 235],
    ]);
  });
  test.each<[string, Argument[]]>([
    ['wholly before the first day', ['sent', '11', '2026-01-01', '2026-01-31']],
    ['for a blank template', ['sent', '', ...NOV]],
    ['for a blank day', ['sent', 'promo', '']],
  ])('empty %s', (_name, args) => {
    expect(ask('WA_TABLE', args)).toBe('');
  });
  test.each<[string, Argument[], string]>([
    ['an unknown metric', ['happiness', '*', ...NOV], 'metric-unknown'],
    ['a slip of the finger', ['sent, delivred', '*', ...NOV], 'metric-guess'],
    ['another cut', ['sent', '*', ...NOV, 'quarter'], 'by-bad'],
    ['a number as a cut', ['sent', '*', ...NOV, 7], 'by-bad'],
    ['a range of days', ['sent', '*', [['2026-11-01'], ['2026-11-02']]], 'one-value'],
    ['a value too many', ['sent', '*', ...NOV, 'day', 'Acme', 'more'], 'too-many-arguments'],
    ['a gap', ['sent', '11', '2026-10-20', '2026-11-22', 'day'], 'gap'],
  ])('refuses %s', (_name, args, code) => {
    expect(refusal('WA_TABLE', args).code).toBe(code);
  });
  test('money of two currencies is never in one row', () => {
    const coverage = smallLedger().head.coverage.map((entry) => ({
      ...entry,
      fetched: [[20_700, 20_779]] as [number, number][],
    }));
    const both = withHead({ coverage });
    expect(refusal('WA_TABLE', ['spent', '*', ...NOV, 'month'], both).code).toBe('two-currencies');
    expect(ask('WA_TABLE', ['spent', 'promo*', ...NOV], both)).toEqual([
      ['Template', 'Spent'],
      ['Promo_Natal', 50.25],
      ['promo', 21],
    ]);
  });
  test('the formula suggested instead keeps metrics, cut and account', () => {
    const refused = refusal('WA_TABLE', ['sent', '11', '2026-10-20', '2026-11-22', 'day', 'Acme']);
    expect(refused.facts.formula).toBe(
      '=WA_TABLE("sent";"11";"2026-10-20";"2026-11-10";"day";"Acme")',
    );
  });
});

describe('WA_SERIES', () => {
  test('days where nothing is said, without a header', () => {
    expect(ask('WA_SERIES', ['sent', '11', '2026-11-15', '2026-11-16'])).toEqual([
      [serialOf('2026-11-15'), 50],
      [serialOf('2026-11-16'), 20],
    ]);
  });
  test('a ratio by week divides the sums of the week', () => {
    expect(ask('WA_SERIES', ['cost per delivered', '11', ...LATE, 'week'])).toEqual([
      [serialOf('2026-11-09'), 0.1],
      [serialOf('2026-11-16'), 0.066666666666667],
    ]);
  });
  test('nothing to divide by is empty', () => {
    expect(ask('WA_SERIES', ['costPerClick', '11', '2026-11-19'])).toEqual([
      [serialOf('2026-11-19'), ''],
    ]);
  });
  test.each<[string, Argument[], string]>([
    ['no metric', [], 'metric-missing'],
    ['a range of metrics', [[['sent'], ['read']], 'promo'], 'one-value'],
    [
      'the live cell between the others',
      ['sent', 'promo', 'WA_LIVE 4', '2026-11-02'],
      'live-place',
    ],
  ])('refuses %s', (_name, args, code) => {
    expect(refusal('WA_SERIES', args).code).toBe(code);
  });
  test('a blank metric answers empty', () => {
    expect(ask('WA_SERIES', ['', 'promo', ...NOV])).toBe('');
  });
});

describe('WA_TEMPLATES', () => {
  test.each<[string, Argument[], string[]]>([
    ['all of them', [], ['Promo_Natal', 'ola', 'promo', 'promo_silent', 'welcome']],
    ['a pattern', ['promo*'], ['Promo_Natal', 'promo', 'promo_silent']],
    ['a pattern in an account', ['promo*', 'Acme'], ['promo', 'promo_silent']],
    ['a category', ['category:utility'], ['ola', 'welcome']],
    ['a list of patterns', [[['ola'], ['wel*']]], ['ola', 'welcome']],
    ['the choice of the sidebar', ['selected'], ['promo', 'welcome']],
  ])('%s', (_name, args, names) => {
    expect(ask('WA_TEMPLATES', args)).toEqual(names.map((name) => [name]));
  });
  test('a blank cell answers empty', () => {
    expect(ask('WA_TEMPLATES', [''])).toBe('');
  });
  test('a pattern without a match is refused', () => {
    expect(refusal('WA_TEMPLATES', ['nothing*']).code).toBe('template-unknown');
  });
});

describe('WA_CHANGE', () => {
  // 15 to 20 November: 50 + 20 + 10 sent, of them 50 on the 15th, 20 on the 16th, 10 on the 20th.
  test.each<[string, Argument[], unknown]>([
    ['a day against the day before: 20 / 50 - 1', ['sent', '11', '2026-11-16'], -0.6],
    ['two days against the two before: 70 / 0', ['sent', '11', '2026-11-15', '2026-11-16'], ''],
    ['a ratio: (2 / 20) / (4 / 40) - 1', ['costPerDelivered', '11', '2026-11-16'], 0],
    ['a number that is not reported', ['clicks', 'welcome', '2026-11-09', '2026-11-10'], ''],
    ['days before that were never fetched at all', ['sent', '11', '2026-10-20', '2026-10-29'], ''],
    ['a blank metric', ['', '11', '2026-11-16'], ''],
    ['columns of metrics', [[['sent', 'delivered']], '11', '2026-11-16'], [[-0.6, -0.5]]],
    [
      'days after the last sync are left out of both',
      ['sent', '11', '2026-11-19', '2026-12-31'],
      -0.85714285714286,
    ],
  ])('%s', (_name, args, answer) => {
    expect(ask('WA_CHANGE', args)).toEqual(answer);
  });
  test('a gap in the days before is refused, and the formula suggested works', () => {
    const refused = refusal('WA_CHANGE', ['sent', '11', '2026-11-16', '2026-11-22']);
    expect([refused.code, refused.facts.day, refused.facts.formula]).toEqual([
      'gap',
      '2026-11-11',
      '=WA_CHANGE("sent";"11";"2026-11-18";"2026-11-22")',
    ]);
    expect(ask('WA_CHANGE', ['sent', '11', '2026-11-18', '2026-11-22'])).toBe(-0.85714285714286);
  });
  test('the first bad metric of a range is named by its place', () => {
    const refused = refusal('WA_CHANGE', [[['sent'], ['happiness']], '11', '2026-11-16']);
    expect([refused.code, refused.cell]).toEqual(['metric-unknown', { row: 2, column: 1 }]);
  });
});
