// Reads rows back out of the index: the copy of the ledger for the day its tab is deleted.
import type { DailyRow } from '../daily';
import { monthAt } from '../day';
import type { Chunk } from './chunk';
import type { Head } from './head';

/**
 * Every row the index holds. What a person or Meta changed about a template since is as it is now: the
 * index keeps one name and one language for all its days.
 *
 * @param chunks by month number, then by bucket
 * @example rowsOfIndex(head, chunks).length // as many as `WA Daily` had
 */
export function rowsOfIndex(head: Head, chunks: ReadonlyMap<number, readonly Chunk[]>): DailyRow[] {
  const rows: DailyRow[] = [];
  for (const [month, buckets] of chunks) {
    for (const chunk of buckets) {
      for (const [series, record] of chunk) {
        const entry = head.series[series];
        const account = entry && head.accounts[entry[4]];
        if (!entry || !account) continue;
        for (const { dayOfMonth, product, metrics } of record.rows) {
          rows.push({
            accountId: account[0],
            account: account[1],
            currency: account[2],
            templateId: entry[0],
            template: entry[1],
            language: entry[2],
            category: head.categories[entry[3]] ?? '',
            day: `${monthAt(month)}-${String(dayOfMonth).padStart(2, '0')}`,
            product,
            metrics,
          });
        }
      }
    }
  }
  return rows;
}
