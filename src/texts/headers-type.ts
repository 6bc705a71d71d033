// The shape of the sheet words of one language: headers, header notes, log words.
import type { DailyColumn, LogColumn } from '../core/columns';

export interface SheetWords {
  daily: Record<DailyColumn, string>;
  /** Notes people see when they hover over a header. */
  notes: Partial<Record<DailyColumn, string>>;
  log: Record<LogColumn, string>;
  who: Record<string, string>;
}
