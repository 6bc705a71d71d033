// Loads and saves what the ledger knows: the head of the index, where rows stand, the live cell.
import { refreshKeywords } from '../core/coverage';
import { AddonError } from '../core/errors';
import { LIVE_PATTERN } from '../core/formula/arguments';
import {
  decodeHead,
  emptyHead,
  encodeHead,
  HEAD_PARTS,
  type Head,
  headRoom,
} from '../core/index/head';
import { seal, unseal } from '../core/index/seal';
import { type DirectoryTemplate, enterTemplate, type TableRows } from '../core/index/update';
import { decodePlaces, encodePlaces, noPlaces, type Places } from '../core/places';
import { forTables, TABLE_IDS, type TableId } from '../core/tables';
import { chosenAccounts } from './connection';
import { chunkKey, DAMAGED_KEY, headKey } from './index-keys';
import { indexRows, reindex, writeColumns } from './index-rows';
import { nextVersion, recall } from './memory';
import type { Ports } from './ports';
import {
  markWriting,
  NO_ROWS,
  type Unfinished,
  unfinishedWrite,
  unmarkWriting,
} from './unfinished';

/** The ledger's own records, as loaded, with what they looked like to notice changes. */
export interface Ledger {
  head: Head;
  /** Where the rows of each tab stand. */
  places: Record<TableId, Places>;
  /** Encoded head without its version, to see whether anything changed. */
  before: string;
  placesBefore: string;
  /** Whether the hidden tab held a readable head. */
  found: boolean;
  /** Version the live cell shows; null when it shows something else. */
  live: number | null;
  /** What a run that was cut off was writing; nothing about it in the index is to be believed. */
  unfinished: Unfinished | null;
  /** What of that stays unfinished when this step is saved. */
  unfinishedAfter: Unfinished | null;
  /** Tabs that must have had rows: a missing one is then a deleted one. */
  hadRows: Record<TableId, boolean>;
}

/** Templates a chunk holds at most on average when the index is first made; keeps chunks half full. */
const TEMPLATES_PER_BUCKET = 16;

/** Loads head and places. One read of the hidden tab; without it, what is remembered elsewhere. */
export function loadLedger(ports: Ports): Ledger {
  const stored = ports.index.readHead();
  const decoded = stored ? decodeHead(stored.head) : null;
  const shown = LIVE_PATTERN.exec(stored?.live ?? '');
  const live = shown ? Number(shown[1]) : null;
  const memory = decoded ? null : recall(ports);
  const head = decoded ?? emptyHead();
  if (memory) Object.assign(head, { coverage: memory.coverage, selection: memory.selection });
  if (!decoded) head.version = live ?? 0;
  const sealed = decoded && stored ? unseal(stored.places, null) : null;
  const known = sealed === null ? null : decodeAll(sealed);
  const before = fingerprint(head);
  const language = ports.language();
  if (language === 'en') delete head.language;
  else head.language = language;
  return {
    head,
    places: known ?? forTables(noPlaces),
    before,
    placesBefore: known ? (sealed ?? '') : '',
    found: decoded !== null,
    live,
    unfinished: unfinishedWrite(ports),
    unfinishedAfter: null,
    hadRows: forTables(
      (id) =>
        (known ? known[id].end > 1 : id === 'daily' && head.months.length > 0) ||
        (memory?.rows?.[id] ?? 0) > 0,
    ),
  };
}

const encodeAll = (places: Ledger['places']): string =>
  TABLE_IDS.map((id) => encodePlaces(places[id])).join('\n');

/** @returns null when the places of one tab cannot be read */
function decodeAll(text: string): Ledger['places'] | null {
  const lines = text.split('\n').map(decodePlaces);
  const byId = new Map(TABLE_IDS.map((id, i) => [id, lines[i]]));
  return [...byId.values()].every((places) => places)
    ? forTables((id) => byId.get(id) ?? noPlaces())
    : null;
}

const fingerprint = (head: Head): string => JSON.stringify({ ...head, version: 0 });

/** What a series may still gain in the head: the months it has rows in. */
const GROWTH_OF_A_SERIES = 12;

/**
 * Refuses before anything is written when the directory of templates would no longer fit the hidden tab.
 *
 * @throws AddonError 'too-many-templates'
 */
export function assertFits({ head }: Ledger, templates: readonly DirectoryTemplate[]): void {
  const trial = structuredCopy(head);
  for (const template of templates) enterTemplate(trial, template);
  if (headRoom(trial) < trial.series.length * GROWTH_OF_A_SERIES) {
    throw new AddonError('too-many-templates', { count: templates.length });
  }
}

const structuredCopy = (head: Head): Head => JSON.parse(JSON.stringify(head)) as Head;

/** Forgets rows and coverage, when the rows are gone for good; the version must never go back. */
export function forgetRows(ledger: Ledger): void {
  const { version, selection } = ledger.head;
  Object.assign(ledger.head, emptyHead(), { version, selection });
  ledger.places = forTables(noPlaces);
  ledger.hadRows = forTables(() => false);
}

/** Rows to bring into the index. */
export interface IndexedRows {
  /** Rows added or corrected, as they now stand; null makes the index anew. */
  changed: TableRows | null;
  /** Every row of the sheet, as it now stands. */
  all: () => TableRows;
}

/**
 * Brings rows into the index, saves head and places, and moves the live cell if a formula could see a
 * difference. Writes nothing when nothing changed.
 *
 * Chunks and head are flushed before the cache and the live cell speak of them: a formula may see the old
 * state or the new one, or notice by the seals that it sees neither.
 *
 * @param templates every template listed, so that one without traffic is known too
 */
export function saveLedger(
  ports: Ports,
  ledger: Ledger,
  templates: readonly DirectoryTemplate[],
  rows: IndexedRows,
): boolean {
  const { head } = ledger;
  if (head.series.length === 0) {
    head.buckets = Math.max(4, Math.ceil(templates.length / TEMPLATES_PER_BUCKET));
  }
  const writes =
    (rows.changed && indexRows(ports, head, rows.changed)) ?? reindex(ports, head, rows.all());
  for (const template of templates) enterTemplate(head, template);
  refreshKeywords(
    head,
    chosenAccounts(ports).map(({ id }) => id),
  );
  const changed = writes.size > 0 || !ledger.found || fingerprint(head) !== ledger.before;
  const places = encodeAll(ledger.places);
  const said = ledger.live === head.version;
  if (changed || places !== ledger.placesBefore || !said) {
    if (changed) {
      if (writes.size > 0 && !ledger.unfinished) ledger.unfinished = markWriting(ports, NO_ROWS);
      head.version = nextVersion(ports, head.version);
      ports.cache.removeAll([...headKeys(), DAMAGED_KEY]);
    }
    for (const month of writes.keys()) {
      const entry = head.months.find(([number]) => number === month);
      if (entry) entry[1] = head.version;
      else head.months.push([month, head.version]);
    }
    writeColumns(ports, head, writes);
    const parts = encodeHead(head);
    ports.index.writeHead(parts, seal(places, head.version));
    ports.flush();
    cacheIndex(ports, head, parts, writes);
    if (ledger.live !== head.version) ports.index.writeLive(head.version);
  }
  if (ledger.unfinishedAfter) markWriting(ports, ledger.unfinishedAfter);
  else if (ledger.unfinished) unmarkWriting(ports);
  Object.assign(ledger, {
    before: fingerprint(head),
    placesBefore: places,
    found: true,
    live: head.version,
    unfinished: null,
  });
  return changed;
}

export const headKeys = (): string[] => Array.from({ length: HEAD_PARTS }, (_, i) => headKey(i));

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
