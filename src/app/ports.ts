// What the add-on needs from the world: stores, tabs, index, lock, clock. The google room implements these.
import type { ColumnKey } from '../core/columns';
import type { KnownTemplate } from '../core/compare/compare-templates';
import type { ComparedTemplate } from '../core/compare/comparison';
import type { TemplateReport } from '../core/compare/report';
import type { DailyRow } from '../core/daily';
import type { TableId } from '../core/tables';
import type { ExistingRow } from '../core/upsert';
import type { ClockPort, HttpPort } from '../graph';
import type { WriteBlock } from './write-rows';

export type { ClockPort, HttpPort };

/** A small text store: user properties for the token, document properties for the rest. */
export interface TextStore {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
}

/** What a look at a data tab tells before anything of it is read. */
export interface OpenTab {
  /** Its present name: a person may have renamed it. */
  name: string;
  /** Last row with anything in it, ours or not. */
  lastRow: number;
  /** Columns of ours that are no longer there, by their English names. */
  missing: ColumnKey[];
}

/** Rows of a data tab, by sheet row. Each method is one call on the tab unless it says otherwise. */
export interface TableTab {
  /**
   * Finds the tab and our columns in it: by name and headers, else by the marks left on them. Creates
   * nothing.
   *
   * @returns null when the tab does not exist
   */
  open(): OpenTab | null;
  /** Last row of the open tab with anything in it. */
  lastRow(): number;
  /** Makes the tab with headers, formats, notes and marks, or what a run that died left out of it. */
  create(): void;
  /** Puts missing columns behind everything that is there, with header, note, format and mark. */
  addColumns(keys: readonly ColumnKey[]): void;
  /**
   * Whole rows of our columns. Rows without a key are left out of `rows`, but count for `lastFilled`;
   * `lastForeign` is the last of them that is not half a row of ours either.
   */
  read(
    firstRow: number,
    lastRow: number,
  ): { rows: ExistingRow[]; lastFilled: number; lastForeign: number };
  /** Whether our columns hold nothing in these rows. */
  areEmpty(firstRow: number, count: number): boolean;
  /** Writes our columns of a block of consecutive rows. */
  write(firstRow: number, rows: readonly DailyRow[]): void;
  /**
   * Writes a block, growing the grid, if headers and template ids still stand as they were read. Looking
   * and writing are neighbouring calls: a script cannot keep people out, only leave them a moment.
   *
   * @returns false when something moved; nothing is written then
   */
  writeIfUnmoved(block: WriteBlock): boolean;
  /** Writes new rows from a row on, growing the grid. */
  append(firstRow: number, rows: readonly DailyRow[]): void;
  /**
   * Says in the header notes of columns which accounts lack the number; null takes that away again. One call
   * a column.
   */
  annotate(lacking: ReadonlyMap<ColumnKey, string | null>): void;
  /** Empties our columns of what a run that was cut off left of rows without a key. */
  clear(firstRow: number, lastRow: number): void;
  /**
   * Continues a person's formula columns: those with a formula in row `from` get it in `count` rows from
   * `firstRow` on, where the cells are empty.
   */
  fillDown(from: number, firstRow: number, count: number): void;
}

/** Blocks of rows about to be written, by tab. */
export type Blocks = readonly { first: number; last: number }[];
export type TableBlocks = Partial<Record<TableId, Blocks>>;

/** Refuses before anything is written what would stop us half-way. */
export interface Guard {
  /** @throws AddonError 'tab-protected' when the log or the hidden tab may not be written */
  checkOwnTabs(): void;
  /**
   * Rows of open tabs about to be written.
   *
   * @param newCells cells of tabs that are to be made
   * @returns cells the file will have, or 0 when no tab need grow
   * @throws AddonError 'tab-protected' | 'cell-rule' | 'no-space'
   */
  checkTables(blocks: TableBlocks, newCells: number): number;
  /** Room for more cells. @returns cells the file will have. @throws AddonError 'no-space' */
  checkSpace(more: number): number;
}

/** What the hidden tab holds besides the chunks. */
export interface StoredHead {
  /** Text of the live cell. */
  live: string;
  head: string[];
  places: string;
}

/** The hidden tab: live cell, last sync, head, directory of rows, chunks. */
export interface IndexTab {
  /** Whether the tab and the two named cells are there. */
  isWhole(): boolean;
  /** Makes the tab and the two named cells if they are not there. */
  ensure(): void;
  /** @returns null when there is no such tab */
  readHead(): StoredHead | null;
  writeHead(head: string[], places: string): void;
  /** Chunk texts of consecutive columns, sealed: `[bucket][column]`; fewer where the grid ends. */
  readChunks(firstColumn: number, columns: number, buckets: number): string[][];
  /** Writes whole columns of sealed chunks: `[column][bucket]`. */
  writeChunks(firstColumn: number, texts: readonly (readonly string[])[]): void;
  writeLive(version: number): void;
  /** Writes the time of the last sync, as the spreadsheet's civil time. */
  writeSynced(epochMs: number): void;
}

/** The tab that compares templates. */
export interface TemplatesTab {
  /** What the tab says of the templates on it; null where there is none yet. At most one read of its cells. */
  read(): KnownTemplate[] | null;
  /**
   * Brings the tab to show exactly these lines, making it first where there is none. Writes nothing where it
   * shows them already, and no cell that is not ours.
   *
   * @returns its name
   * @throws AddonError 'tab-protected' | 'cell-rule' before anything is written
   */
  show(lines: readonly ComparedTemplate[]): string;
}

/** Report tabs of single templates. */
export interface ReportTab {
  /** The reports there are, by the marks on their tabs; one for a template. */
  list(): { tab: string; accountId: string; templateId: string }[];
  /**
   * As `TemplatesTab.show`, for one template. What the tab says of it stays where the report does not: of a
   * deleted one nobody else may know its text.
   *
   * @throws AddonError 'tab-protected' | 'cell-rule' | 'sheet-changed' before anything is written
   */
  show(report: TemplateReport): string;
}

/** A cell with a formula that mentions us. */
export interface FormulaCell {
  /** Number of its tab, which stays when the tab gets another name. */
  tabId: number;
  tab: string;
  row: number;
  column: number;
  /** Row and column as people say them, as in `B7`. */
  cell: string;
  formula: string;
}
/** A formula as it was listed, and the text it is to become. */
export interface CellChange extends FormulaCell {
  to: string;
}

/** The formulas of a person, in every tab. */
export interface FormulaCells {
  /** Cells whose formula holds `WA_`, in any case. One search, then one read a block of neighbours. */
  list(): FormulaCell[];
  /** Where the named cell `WA_LIVE` stands, as in `B1`. */
  live(): { tab: string; cell: string } | null;
  /**
   * Writes formulas, a block of neighbours by one call: only into cells that still hold the text that was
   * listed and that who runs this may edit.
   *
   * @returns those that were written
   */
  write(changes: readonly CellChange[]): CellChange[];
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
  get(key: string): string | null;
  putAll(entries: Record<string, string>): void;
  removeAll(keys: readonly string[]): void;
}

export interface Lock {
  /**
   * Runs `work` while no other execution of this file does.
   *
   * @param refuse called when another one does not finish in time; throws
   */
  hold<T>(work: () => T, refuse: () => never): T;
}

/** The hourly trigger of the person who runs this. */
export interface Triggers {
  exists(): boolean;
  /** Exactly one afterwards. */
  create(): void;
  remove(): void;
  /** Whether the person still allows what the add-on needs. */
  authorized(): boolean;
}

export interface Ports {
  http: HttpPort;
  clock: ClockPort;
  /** When this execution began: Google ends it six minutes later. */
  began: number;
  user: TextStore;
  document: TextStore;
  tables: Record<TableId, TableTab>;
  index: IndexTab;
  log: LogTab;
  templatesTab: TemplatesTab;
  reportTab: ReportTab;
  formulaCells: FormulaCells;
  cache: IndexCache;
  lock: Lock;
  guard: Guard;
  triggers: Triggers;
  /** The language of the spreadsheet's locale, which headers are written in. */
  language(): 'en' | 'pt' | 'es';
  /** The header of a column in the spreadsheet's language. */
  columnTitle(key: ColumnKey): string;
  /** A text nobody else has. */
  newId(): string;
  /** Commits buffered writes. */
  flush(): void;
  spreadsheetZone(): string;
  /** Zone names by Meta's number. */
  zones(): readonly string[];
  /** Separator between formula arguments in this spreadsheet's locale. */
  separator(): ';' | ',';
  /** Shows a tab. @returns false when it is not there */
  showTab(name: string): boolean;
}
