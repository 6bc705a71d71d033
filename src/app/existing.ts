// Reads the rows a wave is compared with: from where they should stand, or else the whole tab.
import type { DayRange } from '../core/day';
import { agree, blocksFor, placesOf } from '../core/places';
import type { TableId } from '../core/tables';
import type { ExistingRow } from '../core/upsert';
import type { Ledger } from './ledger';
import type { OpenTab, Ports } from './ports';

export interface Existing {
  rows: ExistingRow[];
  /** Whether these are all rows of the tab. */
  whole: boolean;
  /** Rows did not stand where we left them. */
  moved: boolean;
  /** What a run that died was appending: from which row on, and the last row with anything of ours. */
  cutOff: { first: number; lastFilled: number } | null;
}

/**
 * The rows of some days, and all others where it is not certain where they stand: after a person moved
 * rows, after a run died, and when the hidden tab is lost. The ledger's places are then true again.
 *
 * @param whole read every row in any case
 */
export function readExisting(
  ports: Ports,
  ledger: Ledger,
  table: TableId,
  tab: OpenTab | null,
  span: DayRange | null,
  whole: boolean,
): Existing {
  const places = ledger.places[table];
  const { unfinished } = ledger;
  const appended = unfinished?.[table];
  const nothing = { rows: [], whole: false, moved: false, cutOff: null };
  if (!tab) {
    ledger.places[table] = placesOf([], 1, 1);
    return { ...nothing, whole: whole || !ledger.found || unfinished !== null };
  }
  const asLeft = ledger.found && ledger.placesBefore !== '' && places.last === tab.lastRow;
  if (asLeft && !whole && !unfinished) {
    if (!span) return nothing;
    const rows = blocksFor(places, span.from, span.to).flatMap(
      ({ first, last }) => ports.tables[table].read(first, last).rows,
    );
    if (agree(places, rows, span.from, span.to)) return { ...nothing, rows };
  }
  const all =
    tab.lastRow > 1
      ? ports.tables[table].read(2, tab.lastRow)
      : { rows: [], lastFilled: 1, lastForeign: 1 };
  const moved = ledger.found && !whole && !unfinished;
  const lastKeyed = all.rows.reduce((last, row) => Math.max(last, row.rowNumber), 1);
  const cutFrom = appended && appended.count > 0 ? appended.first : null;
  const cutTo = appended ? appended.first + appended.count - 1 : 0;
  // Below the last row with a key, within the rows that were being appended, stand halves of ours. What a
  // person typed there has no day of ours in it; it stays, and our rows go below it.
  const isHalf = cutFrom !== null && lastKeyed >= cutFrom - 1 && all.lastFilled <= cutTo;
  const end = isHalf ? Math.max(lastKeyed, all.lastForeign) : all.lastFilled;
  ledger.places[table] = placesOf(all.rows, end, tab.lastRow);
  if (cutFrom === null) return { rows: all.rows, whole: true, moved, cutOff: null };
  const rows = all.rows.map((row) =>
    row.rowNumber >= cutFrom && row.rowNumber <= cutTo ? { ...row, unfinished: true } : row,
  );
  return { rows, whole: true, moved, cutOff: { first: cutFrom, lastFilled: all.lastFilled } };
}
