// Reads rows back out of the index: the copy of the ledger for the day one of its tabs is deleted.
import type { DailyRow } from '../daily';
import { monthAt } from '../day';
import { NO_METRICS } from '../metrics';
import { forTables, type TableId } from '../tables';
import type { Chunk } from './chunk';
import type { Head } from './head';

/**
 * Every row the index holds, by tab. What a person or Meta changed about a template since is as it is now:
 * the index keeps one name and one language for all its days.
 *
 * @param chunks by month number, then by bucket
 * @example rowsOfIndex(head, chunks).daily.length // as many as `WA Daily` had
 */
export function rowsOfIndex(
  head: Head,
  chunks: ReadonlyMap<number, readonly Chunk[]>,
): Record<TableId, DailyRow[]> {
  const rows = forTables((): DailyRow[] => []);
  for (const [month, buckets] of chunks) {
    for (const chunk of buckets) {
      for (const [series, record] of chunk) {
        const entry = head.series[series];
        const account = entry && head.accounts[entry[4]];
        if (!entry || !account) continue;
        for (const day of record.rows) {
          const row: DailyRow = {
            accountId: account[0],
            account: account[1],
            currency: account[2],
            templateId: entry[0],
            template: entry[1],
            language: entry[2],
            category: head.categories[entry[3]] ?? '',
            day: `${monthAt(month)}-${String(day.dayOfMonth).padStart(2, '0')}`,
            product: day.product,
            metrics: day.metrics,
          };
          if (!day.noDaily) rows.daily.push(row);
          if (day.conversions) rows.conversions.push(row);
          for (const { type, label, clicks, uniqueClicks, delivered } of day.buttons ?? []) {
            const metrics = { ...NO_METRICS, clicks, uniqueClicks, delivered };
            rows.buttons.push({ ...row, buttonType: type, button: label, metrics });
          }
        }
      }
    }
  }
  return rows;
}
