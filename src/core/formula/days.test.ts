// Which days the arguments `from` and `to` mean.
import { emptyHead, type Head } from '../index/head';
import { smallLedger } from '../testing/small-ledger';
import type { Cell } from './arguments';
import { resolveDays } from './days';

const { head: HEAD } = smallLedger();
/** 22 November 2026 as Sheets counts days. */
const SERIAL = 46_348;

test.each<[string, Cell, Cell, [string, string]]>([
  ['a date cell alone', { day: '2026-11-22' }, undefined, ['2026-11-22', '2026-11-22']],
  ['two date cells', { day: '2026-11-01' }, { day: '2026-11-22' }, ['2026-11-01', '2026-11-22']],
  ['a serial alone', SERIAL, undefined, ['2026-11-22', '2026-11-22']],
  ['a serial with a time of day', SERIAL + 0.75, null, ['2026-11-22', '2026-11-22']],
  ['two serials', SERIAL - 21, SERIAL, ['2026-11-01', '2026-11-22']],
  ['ISO text alone', '2026-11-22', undefined, ['2026-11-22', '2026-11-22']],
  ['ISO text with spaces', ' 2026-11-01 ', ' 2026-11-22 ', ['2026-11-01', '2026-11-22']],
  ['a date cell with a serial', { day: '2026-11-01' }, SERIAL, ['2026-11-01', '2026-11-22']],
  ['the same day twice', '2026-11-22', '2026-11-22', ['2026-11-22', '2026-11-22']],
  ['a day with a blank end: that day', '2026-11-22', ' ', ['2026-11-22', '2026-11-22']],
  ['a keyword with a blank end', 'yesterday', '', ['2026-11-21', '2026-11-21']],
  ['nothing with a blank end: the days of the sidebar', null, '', ['2026-11-01', '2026-11-10']],
  ['a month with a blank end', '2026-11', '', ['2026-11-01', '2026-11-30']],
  ['a month alone', '2026-11', undefined, ['2026-11-01', '2026-11-30']],
  ['a leap February', '2028-02', undefined, ['2028-02-01', '2028-02-29']],
  ['two months', '2026-09', '2026-11', ['2026-09-01', '2026-11-30']],
  ['a month to a day', '2026-09', '2026-11-05', ['2026-09-01', '2026-11-05']],
  ['a day to a month', '2026-09-15', '2026-11', ['2026-09-15', '2026-11-30']],
  ['a period: day', '2026-11-22', 'day', ['2026-11-22', '2026-11-22']],
  ['a period: week', '2026-11-22', 'week', ['2026-11-16', '2026-11-22']],
  ['a period: month', '2026-11-22', 'Month', ['2026-11-01', '2026-11-30']],
  ['a period: quarter', { day: '2026-11-22' }, ' quarter ', ['2026-10-01', '2026-12-31']],
  ['a period: year', SERIAL, 'YEAR', ['2026-01-01', '2026-12-31']],
  ['the quarter of a month', '2026-05', 'quarter', ['2026-04-01', '2026-06-30']],
  ['nothing: the days of the sidebar', undefined, undefined, ['2026-11-01', '2026-11-10']],
  ['"selected": the days of the sidebar', 'Selected', null, ['2026-11-01', '2026-11-10']],
  ['the last 7 days', 'last_7_days', undefined, ['2026-11-15', '2026-11-21']],
  ['a keyword in capitals', ' LAST_30_DAYS ', undefined, ['2026-10-23', '2026-11-21']],
  ['this month', 'this_month', undefined, ['2026-11-01', '2026-11-21']],
  ['last month', 'last_month', undefined, ['2026-10-01', '2026-10-31']],
])('%s', (_name, from, to, [first, last]) => {
  expect(resolveDays(from, to, HEAD)).toEqual({ from: first, to: last });
});

test.each<[Cell, Cell]>([
  ['', undefined],
  [' ', '2026-11-22'],
  ['', ''],
])('a blank cell as the first day has no answer yet: %p, %p', (from, to) => {
  expect(resolveDays(from, to, HEAD)).toBeNull();
});

const refusal = (from: Cell, to: Cell, head: Head = HEAD): unknown => {
  try {
    return resolveDays(from, to, head);
  } catch (error) {
    return error;
  }
};

test.each<[string, Cell, Cell, string, Record<string, string>]>([
  [
    'reversed days',
    '2026-11-22',
    '2026-11-01',
    'dates-reversed',
    { from: '2026-11-22', to: '2026-11-01' },
  ],
  [
    'reversed months',
    '2026-11',
    '2026-09',
    'dates-reversed',
    { from: '2026-11-01', to: '2026-09-30' },
  ],
  ['only an end', undefined, '2026-11-22', 'date-missing', {}],
  [
    'a keyword with an end',
    'last_7_days',
    '2026-11-22',
    'keyword-with-end',
    { keyword: 'last_7_days' },
  ],
  ['"selected" with an end', 'selected', 'month', 'keyword-with-end', { keyword: 'selected' }],
  ['a day that is not', '2026-02-30', undefined, 'date-bad', { value: '2026-02-30' }],
  ['a month that is not', '2026-13', undefined, 'date-bad', { value: '2026-13' }],
  ['a local date', '22/11/2026', undefined, 'date-bad', { value: '22/11/2026' }],
  ['a year as a number', 2026, undefined, 'date-bad', { value: '2026' }],
  ['a number far away', 20_261_122, undefined, 'date-bad', { value: '20261122' }],
  ['a negative number', -5, undefined, 'date-bad', { value: '-5' }],
  ['a truth value', true, undefined, 'date-bad', { value: 'true' }],
  ['a period where a day belongs', 'month', undefined, 'date-bad', { value: 'month' }],
  [
    'a keyword where the end belongs',
    '2026-11-01',
    'last_7_days',
    'end-bad',
    { value: 'last_7_days' },
  ],
  ['an unknown word', 'tomorrow', undefined, 'date-bad', { value: 'tomorrow' }],
  ['a word every object knows', 'constructor', undefined, 'date-bad', { value: 'constructor' }],
  ['another such word', '__proto__', undefined, 'date-bad', { value: '__proto__' }],
])('%s are refused', (_name, from, to, code, facts) => {
  expect(refusal(from, to)).toMatchObject({ name: 'FormulaError', code, facts });
});

test('without a sync there is no selection and no keyword', () => {
  expect(refusal(undefined, undefined, emptyHead())).toMatchObject({ code: 'no-selection' });
  expect(refusal('selected', undefined, emptyHead())).toMatchObject({ code: 'no-selection' });
});

test('a keyword before any day is complete says so, with or without an end', () => {
  const head: Head = { ...emptyHead(), selection: HEAD.selection };
  for (const to of [undefined, '', '2026-11-22']) {
    expect(refusal(' LAST_7_DAYS', to, head)).toMatchObject({
      code: 'no-complete-day',
      facts: { keyword: 'last_7_days' },
    });
  }
  expect(refusal('tomorrow', undefined, head)).toMatchObject({ code: 'date-bad' });
  expect(refusal('today', undefined, head)).toMatchObject({ code: 'date-bad' });
  expect(refusal('today', undefined, HEAD)).toMatchObject({ code: 'date-bad' });
});
