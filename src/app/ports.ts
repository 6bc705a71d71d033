// What the add-on needs from the world: stores, tabs, index, lock, clock. The google room implements these.
import type { DailyRow } from '../core/daily';
import type { ExistingRow } from '../core/upsert';
import type { ClockPort, HttpPort } from '../graph';

export type { ClockPort, HttpPort };

/** A small text store: user properties for the token, document properties for the rest. */
export interface TextStore {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
}

/** Rows of `WA Daily`, by sheet row. Each method is one call on the tab unless it says otherwise. */
export interface DailyTab {
  /**
   * Opens the tab and finds our columns by their headers; creates nothing.
   *
   * @returns null when the tab does not exist
   * @throws AddonError 'sheet-changed' when one of our columns is missing
   */
  open(): { lastRow: number } | null;
  /** Makes the tab with headers, formats and notes. */
  create(): void;
  /** Reads whole rows of our columns. Rows without a key are left out. */
  read(firstRow: number, lastRow: number): ExistingRow[];
  /** Writes our columns of a block of consecutive rows. */
  write(firstRow: number, rows: readonly DailyRow[]): void;
  /** Writes new rows below everything, growing the grid. @returns the first row's number */
  append(rows: readonly DailyRow[]): number;
}

/** The hidden tab: live cell, last sync, head, directory of rows, chunks. */
export interface IndexTab {
  /** Makes the tab and the two named cells if they are not there. */
  ensure(): void;
  /** Head parts and directory of rows. @returns null when there is no such tab */
  readHead(): { head: string[]; places: string } | null;
  writeHead(head: string[], places: string): void;
  /** Chunk texts of consecutive columns: `[bucket][column]`. */
  readChunks(firstColumn: number, columns: number, buckets: number): string[][];
  /** Writes whole columns of chunks: `[column][bucket]`. */
  writeChunks(firstColumn: number, texts: readonly (readonly string[])[]): void;
  writeLive(version: number): void;
  /** Writes the time of the last sync, as the spreadsheet's civil time. */
  writeSynced(epochMs: number): void;
}

export interface LogEntry {
  when: string;
  who: string;
  dates: string;
  added: number;
  changed: number;
  restated: number;
  held: number;
  requests: number;
  seconds: number;
  result: string;
}
export interface LogTab {
  append(entry: LogEntry): void;
}

/** The formulas' cache, shared by everyone in the file. Losing it costs time only. */
export interface IndexCache {
  putAll(entries: Record<string, string>): void;
}

export interface Lock {
  /** Runs `work` while nobody else writes. @throws AddonError 'sync-running' */
  hold<T>(work: () => T): T;
}

export interface Ports {
  http: HttpPort;
  clock: ClockPort;
  user: TextStore;
  document: TextStore;
  daily: DailyTab;
  index: IndexTab;
  log: LogTab;
  cache: IndexCache;
  lock: Lock;
  /** Commits buffered writes. */
  flush(): void;
  spreadsheetZone(): string;
  /** Zone names by Meta's number. */
  zones(): readonly string[];
  /** Separator between formula arguments in this spreadsheet's locale. */
  separator(): ';' | ',';
  /** Shows a tab. @returns false when it is not there */
  showTab(name: string): boolean;
  tabExists(name: string): boolean;
}
