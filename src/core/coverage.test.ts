// What a sync asks for and what it notes as done.
import { noteFetched, refreshKeywords, spanToFetch, wasComplete } from './coverage';
import { completeDays, fetchedDays } from './index/covered';
import { emptyHead, type Head } from './index/head';
import type { Interval } from './intervals';

/** 1 November 2026 is day 20,758 of the Unix epoch. */
const nov = (date: number): number => 20_757 + date;
const days = (from: number, to: number): Interval => [nov(from), nov(to)];
const day = (date: number): string => `2026-11-${String(date).padStart(2, '0')}`;
const span = (from: number, to: number): { from: string; to: string } => ({
  from: day(from),
  to: day(to),
});
const LOOK_BACK = day(15);

test.each<[string, Interval[], [number, number], [number, number] | null]>([
  ['nothing is held: all of it', [], [1, 22], [1, 22]],
  ['all is held: the look-back only', [days(1, 21)], [1, 22], [15, 22]],
  ['all is held and the range ends before the look-back: nothing', [days(1, 21)], [1, 14], null],
  ['the range ends inside the look-back', [days(1, 21)], [10, 17], [15, 17]],
  ['the range begins inside the look-back', [days(1, 21)], [18, 22], [18, 22]],
  ['the start is missing', [days(5, 21)], [1, 22], [1, 22]],
  [
    'a gap before the look-back',
    [
      [nov(1), nov(5)],
      [nov(8), nov(21)],
    ],
    [1, 22],
    [6, 22],
  ],
  [
    'a gap and no look-back',
    [
      [nov(1), nov(5)],
      [nov(8), nov(21)],
    ],
    [1, 12],
    [6, 7],
  ],
  ['two gaps: the days between come along', [days(3, 4), days(7, 21)], [1, 10], [1, 6]],
  ['days of the look-back never held', [days(1, 12)], [1, 22], [13, 22]],
])('asks for what is needed when %s', (_name, complete, [from, to], answer) => {
  expect(spanToFetch(complete, span(from, to), LOOK_BACK)).toEqual(
    answer && span(answer[0], answer[1]),
  );
});

test('today counts as fetched but not as complete', () => {
  const head = emptyHead();
  noteFetched(head, 'A', 'all', span(1, 22), day(21));
  expect(fetchedDays(head, 'A', null)).toEqual([days(1, 22)]);
  expect(completeDays(head, 'A', null)).toEqual([days(1, 21)]);
  expect(wasComplete(head, 'A', day(21))).toBe(true);
  expect(wasComplete(head, 'A', day(22))).toBe(false);
  expect(wasComplete(head, 'B', day(21))).toBe(false);
});

test('a day fetched again after it ended becomes complete', () => {
  const head = emptyHead();
  noteFetched(head, 'A', 'all', span(20, 22), day(21));
  noteFetched(head, 'A', 'all', span(22, 23), day(22));
  expect(completeDays(head, 'A', null)).toEqual([days(20, 22)]);
  expect(head.coverage).toHaveLength(1);
});

test('accounts and scopes keep days of their own, and a template has both its own and all', () => {
  const head = emptyHead();
  noteFetched(head, 'A', 'all', span(1, 3), day(22));
  noteFetched(head, 'A', '111', span(4, 6), day(22));
  noteFetched(head, 'B', 'all', span(9, 9), day(22));
  expect(fetchedDays(head, 'A', null)).toEqual([days(1, 3)]);
  expect(fetchedDays(head, 'A', '111')).toEqual([days(1, 6)]);
  expect(completeDays(head, 'A', '222')).toEqual([days(1, 3)]);
  expect(completeDays(head, 'A', '111')).toEqual([days(1, 6)]);
  expect(fetchedDays(head, 'B', '111')).toEqual([days(9, 9)]);
  expect(fetchedDays(head, 'C', null)).toEqual([]);
});

test('a doubted day is fetched, not complete, and will be asked for again', () => {
  const head = emptyHead();
  noteFetched(head, 'A', 'all', span(1, 10), day(21), new Set([day(4)]));
  expect(fetchedDays(head, 'A', null)).toEqual([days(1, 10)]);
  expect(completeDays(head, 'A', null)).toEqual([days(1, 3), days(5, 10)]);
  expect(spanToFetch(completeDays(head, 'A', null), span(1, 10), LOOK_BACK)).toEqual(span(4, 4));
});

test('a day that was complete and is doubted now is asked for again too', () => {
  const head = emptyHead();
  noteFetched(head, 'A', 'all', span(1, 10), day(21));
  noteFetched(head, 'A', 'all', span(3, 5), day(21), new Set([day(4)]));
  expect(wasComplete(head, 'A', day(4))).toBe(false);
  expect(spanToFetch(completeDays(head, 'A', null), span(1, 10), LOOK_BACK)).toEqual(span(4, 4));
});

test('a day doubted for chosen templates is not complete through all templates either', () => {
  const head = emptyHead();
  noteFetched(head, 'A', 'all', span(1, 10), day(21));
  noteFetched(head, 'A', '111', span(3, 5), day(21), new Set([day(4)]));
  expect(completeDays(head, 'A', '111')).toEqual([days(1, 3), days(5, 10)]);
  expect(completeDays(head, 'A', null)).toEqual([days(1, 3), days(5, 10)]);
  expect(fetchedDays(head, 'A', null)).toEqual([days(1, 10)]);
});

test('keywords count from the last complete day, never from today', () => {
  const head = emptyHead();
  noteFetched(head, 'A', 'all', span(1, 22), day(21));
  refreshKeywords(head, ['A', 'B']);
  expect(head.lastComplete).toBe('2026-11-21');
  expect(head.keywords).toEqual({
    yesterday: ['2026-11-21', '2026-11-21'],
    last_7_days: ['2026-11-15', '2026-11-21'],
    last_14_days: ['2026-11-08', '2026-11-21'],
    last_28_days: ['2026-10-25', '2026-11-21'],
    last_30_days: ['2026-10-23', '2026-11-21'],
    last_90_days: ['2026-08-24', '2026-11-21'],
    this_week: ['2026-11-16', '2026-11-21'],
    last_week: ['2026-11-09', '2026-11-15'],
    this_month: ['2026-11-01', '2026-11-21'],
    last_month: ['2026-10-01', '2026-10-31'],
    this_quarter: ['2026-10-01', '2026-11-21'],
    this_year: ['2026-01-01', '2026-11-21'],
    last_year: ['2025-01-01', '2025-12-31'],
    last_12_months: ['2025-11-01', '2026-10-31'],
  });
});

const heads: [string, (head: Head) => void, string | null][] = [
  ['nothing was fetched', () => undefined, null],
  ['only today was fetched', (head) => noteFetched(head, 'A', 'all', span(22, 22), day(21)), null],
  [
    'one account is behind',
    (head) => {
      noteFetched(head, 'A', 'all', span(1, 22), day(21));
      noteFetched(head, 'B', 'all', span(1, 22), day(20));
    },
    '2026-11-20',
  ],
  [
    'chosen templates are ahead of all',
    (head) => {
      noteFetched(head, 'A', 'all', span(1, 10), day(10));
      noteFetched(head, 'A', '111', span(5, 18), day(18));
    },
    '2026-11-18',
  ],
  [
    'another account has no complete day yet',
    (head) => {
      noteFetched(head, 'A', 'all', span(1, 22), day(21));
      noteFetched(head, 'B', 'all', span(22, 22), day(21));
    },
    '2026-11-21',
  ],
];
test.each(heads)('the last complete day when %s', (_name, prepare, last) => {
  const head = emptyHead();
  prepare(head);
  refreshKeywords(head, ['A', 'B']);
  expect(head.lastComplete).toBe(last);
  expect(Object.keys(head.keywords)).toHaveLength(last === null ? 0 : 14);
});

test('an account that is no longer chosen does not hold the keywords still', () => {
  const head = emptyHead();
  noteFetched(head, 'A', 'all', span(1, 22), day(21));
  noteFetched(head, 'B', 'all', span(1, 10), day(9));
  const lastFor = (inUse: string[]): string | null => {
    refreshKeywords(head, inUse);
    return head.lastComplete;
  };
  expect(lastFor(['A'])).toBe('2026-11-21');
  expect(lastFor(['A', 'B'])).toBe('2026-11-09');
  // One just chosen says nothing yet, and with none of those held every day is as good as another.
  expect(lastFor(['A', 'C'])).toBe('2026-11-21');
  expect(lastFor([])).toBe('2026-11-09');
});
