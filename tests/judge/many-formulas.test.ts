// Ten thousand calls in every form of argument, and ten thousand cells in one call, against sums over the tabs' rows.
import { type Cell, same } from './compare-tab';
import { daysBetween, plusDays } from './days';
import { compute, METRIC_FUNCTIONS, mayRefuse, REFUSED, type Wanted } from './ledger-metrics';
import { type LedgerRow, readLedger } from './ledger-rows';
import { type FormulaAnswer, openRealm } from './one-realm';
import { createRandom } from './random';
import { drawCall, type History, historyOf, type RandomCall } from './random-calls';
import { openShop, type Shop } from './shop';
import type { RangeAnswer } from './workbench';

const ZONE = 'America/Sao_Paulo';
const CALLS = 10_000;
/** A call over HTTP loads the whole script, as Sheets does: JUDGE=all asks all of them so, which takes minutes. */
const OVER_HTTP = process.env.JUDGE === 'all' ? CALLS : 500;
const AT_ONCE = 4;

let shop: Shop;
let history: History;
let index: RangeAnswer;
beforeAll(async () => {
  shop = await openShop(
    {
      seed: 641,
      zones: [ZONE, 'America/New_York', ZONE],
      currencies: ['BRL', 'USD', 'BRL'],
      templates: 9,
      density: 0.3,
      marketing: 0.2,
      days: 90,
    },
    { order: 'shuffled', pageSize: 300 },
    ['--timezone', ZONE],
  );
  const [first, last] = ['2026-09-01', plusDays(shop.today(), -1)];
  await shop.sync({ from: first, to: last });
  history = historyOf(await readLedger(shop.bench), first, last);
  expect(history.rows.length).toBeGreaterThan(800);
  index = await shop.bench.range('WA Index');
}, 60_000);
afterAll(() => shop.close());

const plain = (value: unknown): unknown => value ?? '';

const wantedOf = ({ name, rows }: RandomCall): Wanted => (rows === null ? '' : compute(name, rows));

/** Null where the answer is right. */
function faultIn({ name, args, rows }: RandomCall, wanted: Wanted, answer: FormulaAnswer): unknown {
  const isRefused = !answer.ok && /currenc/i.test(answer.error.message);
  if (wanted === REFUSED) return isRefused ? null : { name, args, answer, wanted };
  if (isRefused && rows && mayRefuse(name, rows)) return null;
  return answer.ok && same(plain(answer.value), wanted) ? null : { name, args, answer, wanted };
}

test('ten thousand single calls', async () => {
  const call = openRealm(index, ZONE);
  const random = createRandom(8);
  const faults: unknown[] = [];
  const kinds = { number: 0, empty: 0, refused: 0 };
  for (let i = 0; i < CALLS && faults.length < 3; i++) {
    const one = drawCall(METRIC_FUNCTIONS, history, random);
    const wanted = wantedOf(one);
    kinds[wanted === REFUSED ? 'refused' : wanted === '' ? 'empty' : 'number'] += 1;
    const fault = faultIn(one, wanted, call(one.name, one.args));
    if (fault) faults.push(fault);
    // The sockets to the workbench want a look now and then, or they are found closed.
    if (i % 200 === 0) await new Promise(setImmediate);
  }
  expect(faults).toEqual([]);
  // They ask for something: of all three kinds of answer there are many.
  expect(kinds.number).toBeGreaterThan(CALLS / 2);
  expect(kinds.empty).toBeGreaterThan(CALLS / 10);
  expect(kinds.refused).toBeGreaterThan(CALLS / 100);
}, 120_000);

test('the same over HTTP, several at a time', async () => {
  const random = createRandom(9);
  const faults: unknown[] = [];
  let left = OVER_HTTP;
  const ask = async (): Promise<void> => {
    while (left-- > 0 && faults.length < 3) {
      const one = drawCall(METRIC_FUNCTIONS, history, random);
      const fault = faultIn(one, wantedOf(one), await shop.bench.formula(one.name, ...one.args));
      if (fault) faults.push(fault);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  expect(faults).toEqual([]);
}, 900_000);

describe('ten thousand cells in one call', () => {
  const SIDE = 100;
  /** Templates by name or ID, a hundred of them, some of them twice. */
  const pickTemplates = (rows: readonly LedgerRow[]): string[] => {
    const all = [...new Set(rows.flatMap(({ name, id }) => [name, id]))];
    return Array.from({ length: SIDE }, (_, i) => all[i % all.length] as string);
  };
  const named = (rows: readonly LedgerRow[], text: string): LedgerRow[] =>
    rows.filter(({ name, id }) => name.toLowerCase() === text.toLowerCase() || id === text);
  const compare = (is: unknown, wanted: Cell[][]): void => {
    const value = is as unknown[][];
    const faults = wanted.flatMap((line, row) =>
      line.flatMap((cell, column) =>
        same(plain(value[row]?.[column]), cell)
          ? []
          : [{ row, column, is: value[row]?.[column], wanted: cell }],
      ),
    );
    expect(faults.slice(0, 3)).toEqual([]);
    expect([value.length, value[0]?.length]).toEqual([wanted.length, wanted[0]?.length]);
  };

  test.each(['WA_SPENT', 'WA_READ_RATE'])(
    '%s: names down, days across',
    async (name) => {
      const account = history.rows.find((row) => row.currency === 'BRL') as LedgerRow;
      const own = history.rows.filter((row) => row.accountId === account.accountId);
      const templates = pickTemplates(own);
      // A hundred first days, of which the last lie after the last sync.
      const days = daysBetween(history.first, plusDays(history.first, SIDE - 1));
      const answer = await shop.bench.formula(
        name,
        templates.map((text) => [text]),
        [days.map((date) => ({ date }))],
        null,
        account.account,
        { live: true },
      );
      expect(answer.error).toBeUndefined();
      const rowsOf = new Map(templates.map((text) => [text, named(own, text)]));
      compare(
        answer.value,
        templates.map((text) =>
          days.map((day) => {
            if (day > history.last) return '';
            return compute(
              name,
              (rowsOf.get(text) ?? []).filter((row) => row.day === day),
            ) as Cell;
          }),
        ),
      );
    },
    60_000,
  );

  test('WA_COST_PER_CLICK: pairs of a hundred by a hundred cells', async () => {
    const random = createRandom(12);
    const account = history.rows.find((row) => row.currency === 'USD') as LedgerRow;
    const own = history.rows.filter((row) => row.accountId === account.accountId);
    const templates = pickTemplates(own);
    const spans = Array.from({ length: SIDE }, () =>
      Array.from({ length: SIDE }, () => {
        const from = plusDays(history.first, random.int(0, 50));
        return [from, plusDays(from, random.int(0, 27))] as const;
      }),
    );
    const answer = await shop.bench.formula(
      'WA_COST_PER_CLICK',
      templates.map((text) => [text]),
      spans.map((line) => line.map(([from]) => from)),
      spans.map((line) => line.map(([, to]) => to)),
      account.accountId,
    );
    expect(answer.error).toBeUndefined();
    const rowsOf = new Map(templates.map((text) => [text, named(own, text)]));
    compare(
      answer.value,
      templates.map((text, i) =>
        (spans[i] ?? []).map(([from, to]) => {
          const rows = (rowsOf.get(text) ?? []).filter((row) => row.day >= from && row.day <= to);
          return compute('WA_COST_PER_CLICK', rows) as Cell;
        }),
      ),
    );
  }, 60_000);

  test('a file of two currencies: all counts add up, the first cell that mixes money is named', async () => {
    const templates = [...new Set(history.rows.map(({ name }) => name))];
    const [from, to] = [history.first, history.last];
    const column = templates.map((text) => [text]);
    const sent = await shop.bench.formula('WA_SENT', column, from, to);
    compare(
      sent.value,
      templates.map((text) => [compute('WA_SENT', named(history.rows, text)) as Cell]),
    );
    const mixed = templates.findIndex(
      (text) => compute('WA_SPENT', named(history.rows, text)) === REFUSED,
    );
    expect(mixed).toBeGreaterThanOrEqual(0);
    const spent = await shop.bench.formula('WA_SPENT', column, from, to);
    expect(spent.error.message).toMatch(new RegExp(`^Row ${mixed + 1}, column 1 .*currenc`));
  });
});
