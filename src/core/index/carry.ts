// Carries the totals of a series from month to month.
import { tidy } from '../money';
import { addButton } from './button-sums';
import {
  type ButtonSums,
  bucketOf,
  buttonKey,
  type CarriedButton,
  type Chunk,
  type ChunkRow,
} from './chunk';
import { activeMonths, type Head, setActiveMonths } from './head';
import { addRow, addSums, noSums, type Sums } from './sums';

/** Chunks by month number, then by bucket. */
export type Chunks = Map<number, Chunk[]>;

/**
 * Recomputes what is carried into each month of a series from `first` on, and its list of months.
 *
 * @returns the months whose chunks changed
 */
export function recarry(head: Head, chunks: Chunks, series: number, first: number): number[] {
  const entry = head.series[series];
  if (!entry) return [];
  const bucket = bucketOf(entry[0], head.buckets);
  const before = activeMonths(entry).filter((month) => month < first);
  const running = new Running();
  const last = before[before.length - 1];
  if (last !== undefined) {
    const record = chunks.get(last)?.[bucket]?.get(series);
    if (!record) throw new RangeError('The index lacks a month it needs.');
    running.start(record.carried, record.buttons ?? []);
    for (const row of record.rows) running.add(row);
  }
  const later = [...chunks.keys()].filter((month) => month >= first).sort((a, b) => a - b);
  const active = [...before];
  const changed: number[] = [];
  for (const month of later) {
    const chunk = chunks.get(month)?.[bucket];
    const record = chunk?.get(series);
    if (!chunk || !record) continue;
    changed.push(month);
    if (record.rows.length === 0) {
      chunk.delete(series);
      continue;
    }
    // Tidied once a month, so that the noise of adding money does not grow with the history.
    record.carried = running.sums.map(tidy);
    running.start(record.carried, running.listButtons());
    const carried = running.listButtons();
    for (const row of record.rows) running.add(row);
    const known = new Set(carried.map(buttonKey));
    const fresh = running
      .listButtons()
      .filter((button) => !known.has(buttonKey(button)))
      .map(({ type, label }): CarriedButton => ({ type, label, carried: [0, 0, 0] }));
    record.buttons = [...carried, ...fresh];
    active.push(month);
  }
  setActiveMonths(entry, active);
  return changed;
}

/** Totals of a series while its months are gone through. */
class Running {
  sums: Sums = noSums();
  private buttons = new Map<string, CarriedButton>();

  start(sums: Sums, buttons: readonly CarriedButton[]): void {
    this.sums = noSums();
    addSums(this.sums, sums);
    this.buttons = new Map(buttons.map((button) => [buttonKey(button), copyOf(button)]));
  }

  add(row: ChunkRow): void {
    addRow(this.sums, row.metrics, !row.noDaily);
    for (const button of row.buttons ?? []) {
      const { type, label } = button;
      const known = this.buttons.get(buttonKey(button)) ?? { type, label, carried: [0, 0, 0] };
      addButton(known.carried, button);
      this.buttons.set(buttonKey(button), known);
    }
  }

  listButtons(): CarriedButton[] {
    return [...this.buttons.values()].map(copyOf);
  }
}

const copyOf = ({ type, label, carried }: CarriedButton): CarriedButton => ({
  type,
  label,
  carried: [...carried] as ButtonSums,
});
