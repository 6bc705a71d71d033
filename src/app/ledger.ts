// Loads and saves the formula index and its head; builds it anew from the rows when it is lost.
import { refreshKeywords } from '../core/coverage';
import type { DailyRow } from '../core/daily';
import { AddonError } from '../core/errors';
import { type Chunk, decodeChunk } from '../core/index/chunk';
import { decodeHead, emptyHead, encodeHead, type Head } from '../core/index/head';
import { chunkPlace, seal, unseal } from '../core/index/seal';
import {
  applyRows,
  type Chunks,
  type DirectoryTemplate,
  encodeMonth,
  enterTemplate,
  firstMonthNeeded,
  rebucket,
} from '../core/index/update';
import { decodePlaces, encodePlaces, noPlaces, type Places } from '../core/places';
import { chunkKey, headKey } from './index-keys';
import type { Ports } from './ports';

/** The ledger's own records, as loaded, with what they looked like to notice changes. */
export interface Ledger {
  head: Head;
  places: Places;
  /** Encoded head without its version, to see whether anything changed. */
  before: string;
  placesBefore: string;
  /** Whether the hidden tab held a readable head. */
  found: boolean;
}

/** Templates a chunk holds at most on average when the index is first made; keeps chunks half full. */
const TEMPLATES_PER_BUCKET = 16;

/** Loads head and places. One read of the hidden tab. */
export function loadLedger(ports: Ports): Ledger {
  const stored = ports.index.readHead();
  const decoded = stored ? decodeHead(stored.head) : null;
  const head = decoded ?? emptyHead();
  const places = (decoded && stored && decodePlaces(stored.places)) || noPlaces();
  return {
    head,
    places,
    before: fingerprint(head),
    placesBefore: encodePlaces(places),
    found: decoded !== null,
  };
}

const fingerprint = (head: Head): string => JSON.stringify({ ...head, version: 0 });

/** Forgets everything but the version, which must never go back. */
export function resetLedger(ledger: Ledger): void {
  const { version } = ledger.head;
  Object.assign(ledger.head, emptyHead(), { version });
  ledger.places = noPlaces();
}

/**
 * Writes changed rows into the index, saves head and places, and moves the live cell if a formula
 * could see a difference. Writes nothing when nothing changed.
 *
 * @param templates every template listed, so that one without traffic is known too
 * @param rows rows added or corrected, as they now stand
 */
export function saveLedger(
  ports: Ports,
  ledger: Ledger,
  templates: readonly DirectoryTemplate[],
  rows: readonly DailyRow[],
): boolean {
  const { head } = ledger;
  if (head.series.length === 0) {
    head.buckets = Math.max(4, Math.ceil(templates.length / TEMPLATES_PER_BUCKET));
  }
  for (const template of templates) enterTemplate(head, template);
  refreshKeywords(head);
  const writes = rows.length > 0 ? indexRows(ports, head, rows) : new Map<number, string[]>();
  const changed = writes.size > 0 || fingerprint(head) !== ledger.before;
  const places = encodePlaces(ledger.places);
  if (!changed && places === ledger.placesBefore) return false;

  if (changed) head.version += 1;
  for (const month of writes.keys()) {
    const entry = head.months.find(([number]) => number === month);
    if (entry) entry[1] = head.version;
    else head.months.push([month, head.version]);
  }
  writeColumns(ports, head, writes);
  const parts = encodeHead(head);
  ports.index.writeHead(parts, places);
  ports.flush();
  cacheIndex(ports, head, parts, writes);
  if (changed) ports.index.writeLive(head.version);
  ledger.before = fingerprint(head);
  ledger.placesBefore = places;
  return changed;
}

/** @returns texts of the months whose chunks changed, by month number */
function indexRows(ports: Ports, head: Head, rows: readonly DailyRow[]): Map<number, string[]> {
  const seriesOf = makeSeriesOf(head);
  for (const row of rows) seriesOf(row);
  let chunks = loadChunks(ports, head, firstMonthNeeded(head, rows));
  let changed = applyRows(head, chunks, rows, seriesOf);
  const writes = new Map<number, string[]>();
  for (;;) {
    writes.clear();
    const texts = changed.map((month) => encodeMonth(chunks, head, month));
    if (texts.every((text) => text !== null)) {
      changed.forEach((month, i) => {
        writes.set(month, texts[i] ?? []);
      });
      return writes;
    }
    // A chunk no longer fits a cell: spread every month over twice as many buckets.
    const all = loadChunks(ports, head, 0);
    for (const [month, loaded] of chunks) all.set(month, loaded);
    chunks = rebucket(head, all, head.buckets * 2);
    changed = [...chunks.keys()].sort((a, b) => a - b);
  }
}

function makeSeriesOf(head: Head): (row: DailyRow) => number {
  const known = new Map<string, number>();
  return (row) => {
    const key = `${row.accountId}|${row.currency}|${row.templateId}|${row.category}`;
    let series = known.get(key);
    if (series === undefined) {
      series = enterTemplate(head, { ...row, name: row.template, timeZone: null });
      known.set(key, series);
    }
    return series;
  };
}

/** Loads every month from `first` on, in one read. */
function loadChunks(ports: Ports, head: Head, first: number): Chunks {
  const chunks: Chunks = new Map();
  const columns = head.months.flatMap(([month], i) => (month >= first ? [i] : []));
  const left = columns[0];
  const right = columns[columns.length - 1];
  if (left === undefined || right === undefined) return chunks;
  const texts = ports.index.readChunks(left, right - left + 1, head.buckets);
  for (const column of columns) {
    const month = head.months[column]?.[0] ?? 0;
    const version = head.months[column]?.[1] ?? 0;
    const buckets: Chunk[] = texts.map((line, bucket) => {
      const place = chunkPlace({ month, bucket }, head.buckets);
      const text = unseal(line[column - left] ?? '', version, place);
      if (text === null) throw new AddonError('unexpected', { where: 'index' });
      return decodeChunk(text);
    });
    chunks.set(month, buckets);
  }
  return chunks;
}

function writeColumns(ports: Ports, head: Head, writes: ReadonlyMap<number, string[]>): void {
  const columns = head.months.flatMap(([month], i) => (writes.has(month) ? [i] : []));
  let run: number[] = [];
  const writeRun = (): void => {
    const first = run[0];
    if (first === undefined) return;
    ports.index.writeChunks(
      first,
      run.map((column) => {
        const [month, version] = head.months[column] ?? [0, 0];
        return (writes.get(month) ?? []).map((text, bucket) =>
          seal(text, version, chunkPlace({ month, bucket }, head.buckets)),
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

/** Months kept warm in the cache; older ones are read from the hidden tab when asked for. */
const WARM_MONTHS = 4;
/** The cache holds 1,000 values for everything in the file. */
const MOST_ENTRIES = 300;

function cacheIndex(
  ports: Ports,
  head: Head,
  parts: readonly string[],
  writes: ReadonlyMap<number, string[]>,
): void {
  const entries: Record<string, string> = {};
  parts.forEach((part, i) => {
    entries[headKey(i)] = part;
  });
  const months = [...writes.keys()].sort((a, b) => b - a).slice(0, WARM_MONTHS);
  let room = MOST_ENTRIES;
  for (const month of months) {
    for (const [bucket, text] of (writes.get(month) ?? []).entries()) {
      if (room > 0) entries[chunkKey(head, month, bucket)] = text;
      room -= 1;
    }
  }
  ports.cache.putAll(entries);
}
