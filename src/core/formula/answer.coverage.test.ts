// What a formula answers where days were never fetched: a refusal with the formula that works.
import fc from 'fast-check';
import { asking } from '../testing/asking';
import { type SmallLedger, smallLedger } from '../testing/small-ledger';
import type { Argument } from './arguments';
import { FormulaError } from './formula-error';

const { ask, refusal, withHead } = asking(smallLedger());
const NOV = ['2026-11-01', '2026-11-10'];
const ACME_ID = '102290129340398';

test.each<[string, Argument[], string, Record<string, string>]>([
  [
    'beginning before the first day',
    ['11', '2026-10-01', '2026-11-10'],
    'before-coverage',
    {
      day: '2026-10-01',
      first: '2026-10-20',
      formula: '=WA_SENT("11";"2026-10-20";"2026-11-10")',
    },
  ],
  [
    'holding a gap',
    ['11', '2026-10-20', '2026-11-22'],
    'gap',
    {
      day: '2026-11-11',
      first: '2026-10-20',
      formula: '=WA_SENT("11";"2026-10-20";"2026-11-10")',
    },
  ],
  [
    'a gap nearer to the start',
    ['11', '2026-11-09', '2026-11-22'],
    'gap',
    {
      day: '2026-11-11',
      first: '2026-10-20',
      formula: '=WA_SENT("11";"2026-11-13";"2026-11-22")',
    },
  ],
  [
    'beginning in the gap',
    ['promo', '2026-11-12', '2026-11-22'],
    'gap',
    {
      day: '2026-11-12',
      first: '2026-10-20',
      formula: '=WA_SENT("promo";"2026-11-13";"2026-11-22")',
    },
  ],
  [
    'ending in the gap',
    ['promo', '2026-11-01', '2026-11-12'],
    'gap',
    {
      day: '2026-11-11',
      first: '2026-10-20',
      formula: '=WA_SENT("promo";"2026-11-01";"2026-11-10")',
    },
  ],
  [
    'wholly in the gap',
    ['promo', '2026-11-11', '2026-11-12'],
    'gap',
    {
      day: '2026-11-11',
      first: '2026-10-20',
      formula: '=WA_SENT("promo";"2026-10-20";"2026-11-10")',
    },
  ],
  [
    'before the first day with the end after the last sync',
    ['ola', '2026-11-01', '2026-12-31'],
    'before-coverage',
    {
      day: '2026-11-01',
      first: '2026-11-05',
      formula: '=WA_SENT("ola";"2026-11-05";"2026-11-22")',
    },
  ],
  [
    'two accounts of which one begins later',
    ['*', '2026-10-01', '2026-11-10'],
    'before-coverage',
    {
      day: '2026-10-01',
      first: '2026-10-20',
      formula: '=WA_SENT("*";"2026-11-05";"2026-11-10")',
    },
  ],
  [
    'the account is kept in what would work',
    ['*', '2026-10-01', '2026-11-10', 'Acme'],
    'before-coverage',
    {
      day: '2026-10-01',
      first: '2026-10-20',
      formula: '=WA_SENT("*";"2026-10-20";"2026-11-10";"Acme")',
    },
  ],
  [
    'the choice of the sidebar',
    [undefined, '2026-10-01', '2026-10-25'],
    'before-coverage',
    {
      day: '2026-10-01',
      first: '2026-10-20',
      formula: '=WA_SENT("selected";"2026-10-20";"2026-10-25")',
    },
  ],
])('%s is refused with what would work', (_name, args, code, facts) => {
  expect(refusal('sent', args)).toMatchObject({ code, facts });
});

test('the formula that is said to work works, whatever was asked', () => {
  const dayAt = (i: number): string =>
    new Date(Date.UTC(2026, 8, 20) + i * 86_400_000).toISOString().slice(0, 10);
  // Often the edges: first days, the two days of the gap, the last sync.
  const anyDay = fc.oneof(
    fc.integer({ min: 0, max: 75 }).map(dayAt),
    fc.constantFrom('2026-10-19', '2026-10-20', '2026-11-04', '2026-11-05', '2026-11-10'),
    fc.constantFrom('2026-11-11', '2026-11-12', '2026-11-13', '2026-11-22', '2026-11-23'),
  );
  fc.assert(
    fc.property(
      fc.constantFrom<Argument>('*', 'promo', 'ola', 'promo*', '11', undefined, 'language:pt_BR'),
      anyDay,
      anyDay,
      fc.constantFrom<Argument>(undefined, 'Acme', 'Loja Aurora'),
      (template, a, b, account) => {
        const [from, to] = [a, b].sort();
        try {
          ask('sent', [template, from, to, account]);
        } catch (error) {
          if (!(error instanceof FormulaError)) throw error;
          if (!error.facts.formula) return;
          const cells = /^=WA_SENT\((.*)\)$/.exec(error.facts.formula)?.[1]?.split(';') ?? [];
          expect(cells.length).toBe(account === undefined ? 3 : 4);
          expect(
            ask(
              'sent',
              cells.map((cell) => cell.slice(1, -1)),
            ),
          ).not.toBe('');
        }
      },
    ),
    { numRuns: 300, seed: 20260101 },
  );
});

const chosen = (scope: string, from: number, to: number): SmallLedger =>
  withHead({
    coverage: [
      { accountId: ACME_ID, dataset: 'templates', scope, fetched: [[from, to]], complete: [] },
    ],
  });
const NOV_1 = 20_758;

test('a template fetched alone answers alone', () => {
  expect(ask('sent', ['11', ...NOV], chosen('11', NOV_1, NOV_1 + 9))).toBe(200);
  expect(
    refusal('sent', ['11', '2026-10-25', '2026-11-10'], chosen('11', NOV_1, NOV_1 + 9)),
  ).toMatchObject({ code: 'before-coverage', facts: { day: '2026-10-25' } });
});
test.each(['*', 'promo*', 'category:MARKETING', 'language:en_US'])(
  '%s needs the history of all templates',
  (template) => {
    expect(refusal('sent', [template, ...NOV, 'Acme'], chosen('11', NOV_1, NOV_1 + 9)).code).toBe(
      'needs-all',
    );
  },
);
test('a template that was never fetched says so', () => {
  expect(refusal('sent', ['welcome', ...NOV], chosen('11', NOV_1, NOV_1 + 9)).code).toBe(
    'never-fetched',
  );
  expect(refusal('sent', ['ola', ...NOV], chosen('11', NOV_1, NOV_1 + 9)).code).toBe(
    'never-fetched',
  );
});
test('days of all templates and of one join for that one', () => {
  const [own] = chosen('11', NOV_1 + 10, NOV_1 + 11).head.coverage;
  const ledger = withHead({ coverage: [...smallLedger().head.coverage, ...(own ? [own] : [])] });
  expect(ask('sent', ['11', '2026-10-20', '2026-11-22'], ledger)).toBe(380);
  expect(refusal('sent', ['promo', '2026-10-20', '2026-11-22'], ledger).code).toBe('gap');
  expect(refusal('sent', ['*', '2026-10-20', '2026-11-22', 'Acme'], ledger).code).toBe('gap');
});
