// Checks from outside what WA_CHANGE answers, and that a formula suggested for missing days works.
//
// What is decided, beside the design: days after the last sync are left out, and "before" is equally many days
// right before. It is empty where either value is empty or the earlier one is 0. Days wholly before the first
// day ever fetched are empty, days partly before it or with a gap are refused.
import { type Cell, same } from './compare-tab';
import { daysApart, minDay, plusDays } from './days';
import { readFormula, suggestedIn } from './formula-text';
import { compute, METRIC_FUNCTIONS, ruleOf } from './ledger-metrics';
import type { LedgerRow } from './ledger-rows';
import { createRandom } from './random';
import {
  FIRST,
  GAP,
  inOrder,
  openTableStage,
  plain,
  type TableStage,
  wordFor,
} from './table-stage';

let stage: TableStage;
beforeAll(async () => {
  stage = await openTableStage();
}, 60_000);
afterAll(() => stage.shop.close());

function wantedChange(metric: string, own: readonly LedgerRow[], a: string, b: string): Cell {
  const end = minDay(b, stage.last);
  const days = daysApart(a, end) + 1;
  const between = (from: string, to: string): Cell =>
    compute(
      metric,
      own.filter(({ day }) => day >= from && day <= to),
    ) as Cell;
  const [now, then] = [between(a, end), between(plusDays(a, -days), plusDays(a, -1))];
  return typeof now === 'number' && typeof then === 'number' && then !== 0 ? now / then - 1 : '';
}

test('against equally many days right before, days after the last sync left out', async () => {
  const random = createRandom(31);
  let counted = 0;
  for (let i = 0; i < 60; i++) {
    const seed = random.pick(stage.rows);
    const metric = random.pick(METRIC_FUNCTIONS);
    const length = random.int(1, 22);
    const a = plusDays('2026-10-01', random.int(length, 50));
    const b = plusDays(a, length - 1);
    const isAll = random.chance(0.5);
    const own = stage.rows.filter(
      (row) => row.accountId === seed.accountId && (isAll || row.name === seed.name),
    );
    const wanted = wantedChange(metric, own, a, b);
    if (wanted !== '') counted += 1;
    const template = isAll ? '*' : seed.name;
    const args = [wordFor(metric, random.pick), template, a, { date: b }, seed.accountId];
    const answer = await stage.shop.bench.formula('WA_CHANGE', ...args, { live: true });
    const fits = answer.ok && same(plain(answer.value), wanted);
    expect(fits ? null : { args, answer, wanted }).toBeNull();
  }
  expect(counted).toBeGreaterThan(25);
});

test('keywords, ranges of names, ranges of metrics', async () => {
  const { own, accountId, last, check } = stage;
  const names = inOrder(own.map(({ name }) => name));
  const metrics = ['WA_SENT', 'WA_COST_PER_CLICK'];
  const words = [metrics.map((metric) => ruleOf(metric).titles[0])];
  const column = names.map((name) => [name]);
  await check(
    'WA_CHANGE',
    [words, column, 'last_7_days', null, accountId],
    names.map((name) => {
      const mine = own.filter((row) => row.name === name);
      return metrics.map((metric) => wantedChange(metric, mine, plusDays(last, -6), last));
    }),
  );
});

test('wholly before the first day ever fetched it is empty', async () => {
  for (const days of [['2026-07'], ['2026-08-20', '2026-09-04'], [FIRST], [FIRST, '2026-09-10']]) {
    const answer = await stage.shop.bench.formula('WA_CHANGE', 'sent', '*', ...days);
    expect([days, answer]).toEqual([days, { ok: true, value: '' }]);
  }
});

test.each<[string, string, string, string]>([
  ['the days themselves begin before the history', '2026-09-01', '2026-09-08', '2026-09-01'],
  ['the days before do', '2026-09-10', '2026-09-20', '2026-08-30'],
  ['the days reach into a gap', '2026-09-15', '2026-10-05', GAP[0]],
  ['the days before reach into it', '2026-10-03', '2026-10-20', '2026-09-21'],
  ['the days before lie in it', '2026-10-01', '2026-10-05', '2026-09-26'],
])('%s: refused, with the first missing day and a formula that works', async (_, a, b, missing) => {
  const { account, shop } = stage;
  // Only a change needs the days before.
  const isInside = a >= FIRST && (b < GAP[0] || a > GAP[1]);
  for (const name of isInside ? ['WA_CHANGE'] : ['WA_CHANGE', 'WA_TABLE', 'WA_SERIES', 'WA_SENT']) {
    const before = name === 'WA_SENT' ? ['*'] : ['clicks', '*'];
    const after = /TABLE|SERIES/.test(name) ? ['day', account] : [account];
    const answer = await shop.bench.formula(name, ...before, a, b, ...after, { live: true });
    expect([name, answer.ok]).toEqual([name, false]);
    const { message } = answer.error;
    expect(message).toContain(missing);
    const text = suggestedIn(message) ?? '';
    const formula = readFormula(text);
    const works = await shop.bench.formula(formula.function, ...formula.args);
    expect([text, works.ok, works.value === '']).toEqual([text, true, false]);
    // All but the days stays as it was written.
    const { args } = formula;
    expect([formula.function, ...args.slice(0, before.length)]).toEqual([name, ...before]);
    expect(args.slice(before.length + 2)).toEqual(after);
  }
});
