// A file of three accounts and two currencies with a gap in its days, for tables and changes, and what to compare with.
import { type Cell, same } from './compare-tab';
import { daysBetween, minDay, mondayOf, monthOf, plusDays, serialOf } from './days';
import { compute, ruleOf } from './ledger-metrics';
import { type LedgerRow, readLedger } from './ledger-rows';
import { openShop, type Shop } from './shop';

export const FIRST = '2026-09-05';
export const GAP = ['2026-09-21', '2026-09-30'] as const;
export const CUTS = {
  day: { title: 'Data', startOf: (day: string) => day },
  week: { title: 'Semana (seg)', startOf: mondayOf },
  month: { title: 'Mês', startOf: monthOf },
} as const;
export type Cut = keyof typeof CUTS;

export interface TableStage {
  shop: Shop;
  rows: readonly LedgerRow[];
  /** The last day synced. */
  last: string;
  /** An account paid in BRL: its name, its ID, and its rows. */
  account: string;
  accountId: string;
  own: readonly LedgerRow[];
  /** The answer must be a grid of just these cells, or empty. */
  check(name: string, args: unknown[], wanted: Cell[][] | ''): Promise<void>;
  /** Every period between two days and what it adds up to. */
  byPeriod(
    cut: Cut,
    metrics: readonly string[],
    days: readonly [string, string],
    own: readonly LedgerRow[],
  ): Cell[][];
}

export async function openTableStage(): Promise<TableStage> {
  const zone = 'America/Sao_Paulo';
  const shop = await openShop(
    {
      seed: 655,
      zones: [zone, 'America/New_York', zone],
      currencies: ['BRL', 'USD', 'BRL'],
      templates: 8,
      density: 0.12,
      marketing: 0.06,
      days: 90,
    },
    { order: 'shuffled', pageSize: 300 },
    ['--timezone', zone, '--locale', 'pt_BR'],
  );
  const last = plusDays(shop.today(), -1);
  await shop.sync({ from: FIRST, to: plusDays(GAP[0], -1) });
  await shop.sync({ from: plusDays(GAP[1], 1), to: last });
  const rows = await readLedger(shop.bench);
  const { account, accountId } = rows.find((row) => row.currency === 'BRL') as LedgerRow;
  return {
    shop,
    rows,
    last,
    account,
    accountId,
    own: rows.filter((row) => row.accountId === accountId),
    async check(name, args, wanted) {
      const answer = await shop.bench.formula(name, ...args);
      const value = plain(answer.value);
      const fits = answer.ok && (wanted === '' ? value === '' : isSameGrid(value, wanted));
      expect(fits ? null : { name, args, answer, wanted }).toBeNull();
    },
    byPeriod(cut, metrics, [a, b], own) {
      const { startOf } = CUTS[cut];
      const end = minDay(b, last);
      return [...new Set(daysBetween(a, end).map(startOf))].map((start) => [
        serialOf(start),
        ...lineOf(
          metrics,
          own.filter(({ day }) => day >= a && day <= end && startOf(day) === start),
        ),
      ]);
    },
  };
}

export const plain = (value: unknown): unknown => value ?? '';
export const isSameGrid = (value: unknown, wanted: readonly Cell[][]): boolean =>
  Array.isArray(value) &&
  value.length === wanted.length &&
  wanted.every(
    (line, r) =>
      line.length === value[r]?.length && line.every((cell, c) => same(plain(value[r]?.[c]), cell)),
  );
/** Each once, in the order of their code units. */
export const inOrder = (names: Iterable<string>): string[] => [...new Set(names)].sort();
/** A metric as a person might write it, whatever the language of the sheet. */
export const wordFor = (metric: string, pick: <T>(items: readonly T[]) => T): string => {
  const [en, pt] = ruleOf(metric).titles;
  return pick([metric, en, pt, en.toLowerCase(), pt.toUpperCase(), metric.toLowerCase()]);
};
export const lineOf = (metrics: readonly string[], own: readonly LedgerRow[]): Cell[] =>
  metrics.map((metric) => compute(metric, own) as Cell);
export const headerOf = (first: string, metrics: readonly string[]): Cell[] => [
  first,
  ...metrics.map((metric) => ruleOf(metric).titles[1]),
];
/** A row per name, as a table has it. */
export const byName = (metrics: readonly string[], own: readonly LedgerRow[]): Cell[][] =>
  inOrder(own.map(({ name }) => name)).map((name) => [
    name,
    ...lineOf(
      metrics,
      own.filter((row) => row.name === name),
    ),
  ]);
