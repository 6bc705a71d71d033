// What WA_COVERAGE answers on the small ledger, and that it agrees with a day-by-day look on any ledger.
import fc from 'fast-check';
import { dayOf, dayOfSerial, serialOf } from '../day';
import { type CoverageEntry, emptyHead, type Head } from '../index/head';
import type { Interval } from '../intervals';
import { smallLedger } from '../testing/small-ledger';
import { answerCoverage, type CoverageWord } from './answer-coverage';
import { type Argument, readArguments } from './arguments';
import { FormulaError } from './formula-error';

const { head: HEAD } = smallLedger();
const ask = (args: Argument[], head: Head = HEAD): unknown => {
  const answer = answerCoverage({ name: 'WA_COVERAGE', head }, readArguments(args).args);
  if (answer === '') return '';
  return answer.map(([first, last, word]) => [dayOfSerial(first), dayOfSerial(last), word]);
};
const refusal = (args: Argument[], head: Head = HEAD): FormulaError => {
  try {
    ask(args, head);
  } catch (error) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
  throw new Error('It answered.');
};

// Acme: 20 October to 10 November and 13 to 22 November; Loja: from 5 November on; the 22nd had not ended.
test.each<[string, Argument[], [string, string, CoverageWord][]]>([
  [
    'one account over all its history',
    ['2026-10-15', '2026-11-25', 'Acme'],
    [
      ['2026-10-15', '2026-10-19', 'never fetched'],
      ['2026-10-20', '2026-11-10', 'complete'],
      ['2026-11-11', '2026-11-12', 'never fetched'],
      ['2026-11-13', '2026-11-21', 'complete'],
      ['2026-11-22', '2026-11-22', 'partial'],
      ['2026-11-23', '2026-11-25', 'never fetched'],
    ],
  ],
  [
    'all accounts: complete for all, never for none, else partial',
    ['2026-10-15', '2026-11-25'],
    [
      ['2026-10-15', '2026-10-19', 'never fetched'],
      ['2026-10-20', '2026-11-04', 'partial'],
      ['2026-11-05', '2026-11-10', 'complete'],
      ['2026-11-11', '2026-11-12', 'partial'],
      ['2026-11-13', '2026-11-21', 'complete'],
      ['2026-11-22', '2026-11-22', 'partial'],
      ['2026-11-23', '2026-11-25', 'never fetched'],
    ],
  ],
  [
    'the days of the sidebar',
    [],
    [
      ['2026-11-01', '2026-11-04', 'partial'],
      ['2026-11-05', '2026-11-10', 'complete'],
    ],
  ],
  [
    'the days of the sidebar in front of WA_LIVE',
    [undefined, undefined, 'Acme', 'WA_LIVE 3'],
    [['2026-11-01', '2026-11-10', 'complete']],
  ],
  ['a day', [{ day: '2026-11-11' }], [['2026-11-11', '2026-11-11', 'partial']]],
  ['a cell that is a range of one', [[['2026-11-05']]], [['2026-11-05', '2026-11-05', 'complete']]],
  [
    'a month, whose days to come are not left out',
    ['2026-11', 'WA_LIVE 3'],
    [
      ['2026-11-01', '2026-11-04', 'partial'],
      ['2026-11-05', '2026-11-10', 'complete'],
      ['2026-11-11', '2026-11-12', 'partial'],
      ['2026-11-13', '2026-11-21', 'complete'],
      ['2026-11-22', '2026-11-22', 'partial'],
      ['2026-11-23', '2026-11-30', 'never fetched'],
    ],
  ],
  ['a keyword', ['last_7_days'], [['2026-11-15', '2026-11-21', 'complete']]],
  [
    'a period, with an account by its ID as a number',
    ['2026-11-22', 'week', Number('109000000000001')],
    [
      ['2026-11-16', '2026-11-21', 'complete'],
      ['2026-11-22', '2026-11-22', 'partial'],
    ],
  ],
  [
    'wholly before',
    ['2020', '2020'].map((y) => `${y}-01`),
    [['2020-01-01', '2020-01-31', 'never fetched']],
  ],
])('%s', (_name, args, answer) => {
  expect(ask(args)).toEqual(answer);
});

test('dates are serial numbers', () => {
  expect(answerCoverage({ name: 'WA_COVERAGE', head: HEAD }, ['2026-11-05', '2026-11-10'])).toEqual(
    [[serialOf('2026-11-05'), serialOf('2026-11-10'), 'complete']],
  );
});

test('a blank first day has no answer yet', () => {
  expect(ask([''])).toBe('');
});

test('a day fetched for single templates only is partial, even when it is whole for them', () => {
  const head: Head = {
    ...emptyHead(),
    accounts: [['A', 'Acme', 'USD', null]],
    coverage: [
      {
        accountId: 'A',
        dataset: 'templates',
        scope: '11',
        fetched: [[20_758, 20_760]],
        complete: [[20_758, 20_760]],
      },
    ],
  };
  expect(ask(['2026-10-31', '2026-11-04'], head)).toEqual([
    ['2026-10-31', '2026-10-31', 'never fetched'],
    ['2026-11-01', '2026-11-03', 'partial'],
    ['2026-11-04', '2026-11-04', 'never fetched'],
  ]);
});

test.each<[string, Argument[], string]>([
  ['a range of days', [[['2026-11-01'], ['2026-11-02']]], 'one-value'],
  ['a range of accounts', ['2026-11-01', '2026-11-02', [['Acme', 'Loja Aurora']]], 'one-value'],
  ['a value too many', ['2026-11-01', '2026-11-02', 'Acme', 'more'], 'too-many-arguments'],
  ['an unknown account', ['2026-11-01', '2026-11-02', 'Nobody'], 'account-unknown'],
  ['a template where the day belongs', ['promo'], 'date-bad'],
  ['reversed days', ['2026-11-02', '2026-11-01'], 'dates-reversed'],
])('%s is refused', (_name, args, code) => {
  expect(refusal(args).code).toBe(code);
});

test('on any ledger each day has the word that a look at that day alone gives', () => {
  const anySet = fc
    .uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 14 })
    .map((days) => days.sort((a, b) => a - b).map((day): Interval => [20_740 + day, 20_740 + day]));
  const anyEntry = fc
    .record({
      accountId: fc.constantFrom('A', 'B'),
      scope: fc.constantFrom('all', '11'),
      fetched: anySet,
      cut: fc.nat({ max: 14 }),
    })
    .map(
      ({ cut, ...entry }): CoverageEntry => ({
        ...entry,
        dataset: 'templates',
        complete: entry.fetched.slice(0, cut),
      }),
    );
  const anyHead = fc
    .uniqueArray(anyEntry, { minLength: 1, selector: (entry) => entry.accountId + entry.scope })
    .map(
      (coverage): Head => ({ ...emptyHead(), accounts: [['A', 'Acme', 'USD', null]], coverage }),
    );
  const holds = (set: readonly Interval[], day: number): boolean =>
    set.some(([a, b]) => a <= day && day <= b);
  fc.assert(
    fc.property(
      anyHead,
      fc.integer({ min: -3, max: 30 }),
      fc.nat({ max: 33 }),
      (head, first, length) => {
        const ids = [...new Set(['A', ...head.coverage.map((entry) => entry.accountId)])];
        const wordOf = (day: number): CoverageWord => {
          const own = (id: string): CoverageEntry[] =>
            head.coverage.filter((entry) => entry.accountId === id);
          const isWhole = (id: string): boolean =>
            own(id).some((entry) => entry.scope === 'all' && holds(entry.complete, day));
          if (ids.every(isWhole)) return 'complete';
          return head.coverage.some((entry) => holds(entry.fetched, day))
            ? 'partial'
            : 'never fetched';
        };
        const [from, to] = [20_740 + first, 20_740 + first + length];
        const rows = answerCoverage({ name: 'WA_COVERAGE', head }, [dayOf(from), dayOf(to)]) || [];
        const days = rows.flatMap(([a, b, word]) =>
          Array.from({ length: b - a + 1 }, (_, i): [number, CoverageWord] => [a + i, word]),
        );
        expect(days).toEqual(
          Array.from({ length: length + 1 }, (_, i) => [
            serialOf(dayOf(from + i)),
            wordOf(from + i),
          ]),
        );
        for (const [i, [, , word]] of rows.entries()) expect(word).not.toBe(rows[i + 1]?.[2]);
      },
    ),
    { numRuns: 300, seed: 20260101 },
  );
});
