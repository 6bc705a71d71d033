// Brings rows into the chunks on the hidden tab, or makes them anew from every row of the sheet.
import { compareText, type DailyRow } from '../core/daily';
import { decodeChunk } from '../core/index/chunk';
import type { Head } from '../core/index/head';
import { chunkPlace, seal, unseal } from '../core/index/seal';
import {
  applyRows,
  type Chunks,
  encodeMonth,
  enterTemplate,
  firstMonthNeeded,
  rebucket,
  type TableRows,
} from '../core/index/update';
import { TABLE_IDS } from '../core/tables';
import { DAMAGED_KEY } from './index-keys';
import type { Ports } from './ports';

/** Cells of the hidden tab checked in one sync; a larger index is checked a slice a day. */
const MOST_CHECKED = 200;

/**
 * Whether chunks on the hidden tab are not what was written there: edited, deleted, or half of a write.
 * One read.
 *
 * @param turn which slice of a large index is looked at; any number
 */
export function isIndexDamaged(ports: Ports, head: Head, turn: number): boolean {
  if (head.months.length === 0) return false;
  const width = Math.max(1, Math.floor(MOST_CHECKED / head.buckets));
  const slices = Math.ceil(head.months.length / width);
  // A formula that met damage wants everything looked at.
  const whole = ports.cache.get(DAMAGED_KEY) !== null;
  const first = whole ? 0 : (turn % slices) * width;
  return readColumns(ports, head, first, whole ? undefined : width).includes(null);
}

/** @returns texts of the months whose chunks changed, by month number; null when the tab's are damaged */
export function indexRows(ports: Ports, head: Head, rows: TableRows): Map<number, string[]> | null {
  const all = Object.values(rows).flat();
  if (all.length === 0) return new Map();
  const seriesOf = makeSeriesOf(head);
  for (const row of all) seriesOf(row);
  const chunks = loadChunks(ports, head, firstMonthNeeded(head, rows));
  if (!chunks) return null;
  return encodeMonths(head, chunks, applyRows(head, chunks, rows, seriesOf), () => {
    const all = loadChunks(ports, head, 0);
    if (all) for (const [month, loaded] of chunks) all.set(month, loaded);
    return all;
  });
}

/** The index of exactly these rows. @returns texts of the months that differ from what the tab holds */
export function reindex(ports: Ports, head: Head, rows: TableRows): Map<number, string[]> {
  const stored = new Map<number, string[]>();
  const columns = readColumns(ports, head, 0);
  head.months.forEach(([month], column) => {
    const texts = columns[column];
    if (texts) stored.set(month, texts);
  });
  for (const entry of head.series) [entry[5], entry[6]] = [0, ''];
  const seriesOf = makeSeriesOf(head);
  // By day, so that a template's name is the one it had last.
  for (const table of TABLE_IDS) {
    const inOrder = [...(rows[table] ?? [])].sort((a, b) => compareText(a.day, b.day));
    for (const row of inOrder) seriesOf(row);
  }
  const chunks: Chunks = new Map();
  const filled = applyRows(head, chunks, rows, seriesOf);
  const writes = encodeMonths(head, chunks, filled, () => chunks) ?? new Map<number, string[]>();
  for (const [month] of head.months) {
    if (!writes.has(month))
      writes.set(
        month,
        Array.from({ length: head.buckets }, () => ''),
      );
  }
  for (const [month, written] of writes) {
    const before = stored.get(month);
    if (before?.length === written.length && written.every((text, i) => text === before[i])) {
      writes.delete(month);
    }
  }
  return writes;
}

/**
 * @param everyMonth all months at hand, for when a chunk no longer fits a cell and the rows are spread over
 *   twice as many buckets
 */
function encodeMonths(
  head: Head,
  chunks: Chunks,
  changed: readonly number[],
  everyMonth: () => Chunks | null,
): Map<number, string[]> | null {
  let [current, months] = [chunks, changed];
  for (;;) {
    const writes = new Map<number, string[]>();
    for (const month of months) {
      const texts = encodeMonth(current, head, month);
      if (texts === null) break;
      writes.set(month, texts);
    }
    if (writes.size === months.length) return writes;
    const all = current === chunks ? everyMonth() : current;
    if (!all) return null;
    current = rebucket(head, all, head.buckets * 2);
    months = [...current.keys()].sort((a, b) => a - b);
  }
}

function makeSeriesOf(head: Head): (row: DailyRow) => number {
  const known = new Map<string, number>();
  return (row) => {
    const key = `${row.accountId}|${row.currency}|${row.templateId}|${row.category}`;
    let series = known.get(key);
    if (series === undefined) {
      // A tab without a currency goes with the account's last one.
      const account =
        row.button === undefined
          ? undefined
          : head.accounts.filter(([id]) => id === row.accountId).pop();
      const currency = account ? account[2] : row.currency;
      series = enterTemplate(head, { ...row, currency, name: row.template, timeZone: null });
      known.set(key, series);
    }
    return series;
  };
}

/** Loads every month from `first` on, in one read. @returns null when one of them is damaged */
export function loadChunks(ports: Ports, head: Head, first: number): Chunks | null {
  const from = head.months.findIndex(([month]) => month >= first);
  const chunks: Chunks = new Map();
  if (from < 0) return chunks;
  const columns = readColumns(ports, head, from);
  for (const [i, texts] of columns.entries()) {
    const [month = 0] = head.months[from + i] ?? [];
    if (month < first) continue;
    if (texts === null) return null;
    chunks.set(month, texts.map(decodeChunk));
  }
  return chunks;
}

/** Every chunk that is as it was written, the others empty, and the months these stand in. One read. */
export function loadReadable(ports: Ports, head: Head): { chunks: Chunks; damaged: number[] } {
  const chunks: Chunks = new Map();
  const damaged: number[] = [];
  readCells(ports, head, 0).forEach((texts, i) => {
    const [month = 0] = head.months[i] ?? [];
    if (texts.includes(null)) damaged.push(month);
    chunks.set(
      month,
      texts.map((text) => decodeChunk(text ?? '')),
    );
  });
  return { chunks, damaged };
}

/** Texts of the columns from one on, each null when a cell of it is not what was written there. One read. */
function readColumns(
  ports: Ports,
  head: Head,
  from: number,
  count = head.months.length,
): (string[] | null)[] {
  return readCells(ports, head, from, count).map((texts) =>
    texts.every((text) => text !== null) ? texts : null,
  );
}

function readCells(
  ports: Ports,
  head: Head,
  from: number,
  count = head.months.length,
): (string | null)[][] {
  const months = head.months.slice(from, from + count);
  if (months.length === 0) return [];
  const cells = ports.index.readChunks(from, months.length, head.buckets);
  return months.map(([month, version], i) =>
    Array.from({ length: head.buckets }, (_, bucket) =>
      unseal(cells[bucket]?.[i] ?? '', version, chunkPlace({ month, bucket }, head.buckets)),
    ),
  );
}

/** Seals and writes months' texts into their columns, neighbours in one call. */
export function writeColumns(
  ports: Ports,
  head: Head,
  writes: ReadonlyMap<number, string[]>,
): void {
  const columns = head.months.flatMap(([month], i) => (writes.has(month) ? [i] : []));
  let run: number[] = [];
  const writeRun = (): void => {
    const first = run[0];
    if (first === undefined) return;
    ports.index.writeChunks(
      first,
      run.map((column) => {
        const month = head.months[column]?.[0] ?? 0;
        return (writes.get(month) ?? []).map((text, bucket) =>
          seal(text, head.version, chunkPlace({ month, bucket }, head.buckets)),
        );
      }),
    );
  };
  for (const column of columns) {
    if (run.length > 0 && run[run.length - 1] !== column - 1) {
      writeRun();
      run = [];
    }
    run.push(column);
  }
  writeRun();
}
