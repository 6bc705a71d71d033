// Adds up the parts of a question, and reads a metric out of the totals.
import type { Head } from '../index/head';
import { type RecordReader, sumSeries } from '../index/query';
import { addSums, baseIn, hasRows, noSums, numberOf, rowsIn, type Sums } from '../index/sums';
import {
  CONVERSION_METRICS,
  isMoney,
  isRatio,
  METRICS,
  type MetricName,
  ratioParts,
} from '../metrics';
import { FormulaError } from './formula-error';
import type { Part } from './question';

/** Totals by currency: money of two currencies is never added. */
export type Totals = Map<string, Sums>;

/** Adds the totals of a series to those of its currency. Nothing at all opens no currency. */
export function addTotals(totals: Totals, head: Head, series: number, sums: Sums): void {
  if (!hasRows(sums)) return;
  const currency = head.accounts[head.series[series]?.[4] ?? -1]?.[2] ?? '';
  const total = totals.get(currency);
  if (total) addSums(total, sums);
  else totals.set(currency, sums);
}

/** The totals of some series, each over its own days. */
export function totalsOf(parts: readonly Part[], head: Head, read: RecordReader): Totals {
  const totals: Totals = new Map();
  for (const { series, from, to } of parts) {
    const sums = noSums();
    sumSeries(head, series, from, to, read, sums);
    addTotals(totals, head, series, sums);
  }
  return totals;
}

/**
 * A metric over totals of days that are held: a sum, 0 over days without rows, null where the rows never
 * report it; a ratio of sums over the rows that report both parts.
 *
 * @throws FormulaError 'two-currencies'
 */
export function valueIn(totals: Totals, metric: MetricName): number | null {
  if (isMoney(metric)) {
    // A currency that reports no such money at all has no part in the sum.
    const money = isRatio(metric) ? ratioParts(metric)[0] : metric;
    const paid = [...totals].filter(([, sums]) => baseIn(sums, money)[1] > 0);
    if (paid.length > 1) {
      throw new FormulaError('two-currencies', {
        currencies: paid.map(([code]) => code || '?').join(', '),
      });
    }
  }
  const total = noSums();
  for (const sums of totals.values()) addSums(total, sums);
  return numberOf(total, metric, hasRowsFor(total, metric));
}

/** A row may stand in `WA Conversions` alone: it never reports sends, and of conversions not each. */
const hasRowsFor = (total: Sums, metric: MetricName): boolean =>
  rowsIn(total) > 0 ||
  (METRICS[metric].of !== 'daily' && CONVERSION_METRICS.some((name) => baseIn(total, name)[1] > 0));
