// The days each account's history is made of: held, still to be had, gone.

import { historyOf, type Stretch } from './history';
import { aurora, home, sampleStatus } from './sample';

const part = (from: string, to: string, account = aurora) => ({ accountId: account.id, from, to });
const stretches = (...coverage: ReturnType<typeof part>[]) =>
  historyOf(sampleStatus({ coverage }))[0]?.stretches.map(tell);
const tell = ({ kind, days }: Stretch): string => `${kind} ${days.from} ${days.to}`;

// Today is 22 November, Meta's reach begins on 24 August.
test('days in reach that were never asked for can still be had', () => {
  expect(stretches(part('2026-10-23', '2026-11-22'))).toEqual([
    'held 2026-10-23 2026-11-22',
    'open 2026-08-24 2026-10-22',
  ]);
});

test('a history without a gap is one stretch, also when it came in pieces', () => {
  const whole = [part('2026-08-20', '2026-10-22'), part('2026-10-23', '2026-11-21')];
  expect(stretches(...whole)).toEqual(['held 2026-08-20 2026-11-21']);
});

test('days since the last sync are missing up to yesterday; today has not ended', () => {
  expect(stretches(part('2026-08-24', '2026-11-18'))).toEqual([
    'open 2026-11-19 2026-11-21',
    'held 2026-08-24 2026-11-18',
  ]);
});

test('a gap across the reach is half gone and half open, newest first', () => {
  expect(stretches(part('2026-06-01', '2026-06-30'), part('2026-09-01', '2026-11-21'))).toEqual([
    'held 2026-09-01 2026-11-21',
    'open 2026-08-24 2026-08-31',
    'lost 2026-07-01 2026-08-23',
    'held 2026-06-01 2026-06-30',
  ]);
});

test('a gap that ends before the reach is gone', () => {
  expect(stretches(part('2026-06-01', '2026-06-30'), part('2026-08-01', '2026-11-21'))).toContain(
    'lost 2026-07-01 2026-07-31',
  );
});

test('an account without days offers all that Meta has', () => {
  expect(stretches()).toEqual(['open 2026-08-24 2026-11-21']);
});

test('an account no longer chosen comes last and cannot be synced', () => {
  const coverage = [part('2026-08-24', '2026-11-21', home), part('2026-08-24', '2026-11-21')];
  expect(historyOf(sampleStatus({ coverage })).map(({ account }) => account)).toEqual([
    aurora,
    null,
  ]);
});
