// What the in-memory Sheets and Apps Script host offers to the server, the page and the tests.
import type { CellData, Look, LookAnswer, Painted, WorkbookSnapshot } from './api-sheet';

export type * from './api-sheet';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** One HTTP request as `UrlFetchApp.fetchAll` makes it. */
export interface FetchRequest {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: string | null;
}
/** An answer, or the text of the exception that UrlFetchApp throws (DNS, timeout). */
export type FetchAnswer =
  | { status: number; headers: Record<string, string>; body: string }
  | { failed: string };
/** Sends all requests in parallel and blocks until every answer is there. */
export type SyncFetch = (requests: FetchRequest[]) => FetchAnswer[];

export interface HostOptions {
  /** Text of `dist/Code.js`, `dist/sidebar.html`, `dist/appsscript.json`. */
  code: string;
  sidebarHtml: string;
  manifest: string;
  fetch: SyncFetch;
  /** Spreadsheet locale such as `en_US`, `pt_BR`; decides typing, separators. Default `en_US`. */
  locale?: string;
  /** Spreadsheet zone, IANA. Default `America/Sao_Paulo`. */
  timeZone?: string;
  /** The person's language (`Session.getActiveUserLocale()`), default: from the locale. */
  userLocale?: string;
  /** A state made by `save()`. */
  saved?: string | null;
  /** Takes what the add-on prints with `console` and `Logger`; without it that is dropped. */
  log?: (line: string) => void;
  /**
   * Called before each service call of any execution, for tests that let something else happen in between:
   * it may run another execution (which sees this one's locks) or edit the workbook. What it throws ends the
   * execution. Both see writes that the execution has not committed, which Google would not show them yet.
   */
  onCall?: (call: ServiceCall) => void;
}

/** A service call about to be made: `number` counts from 1 within its execution. */
export interface ServiceCall {
  service: string;
  method: string;
  number: number;
}

/** How the next execution dies: at its n-th service call, which is not made any more. */
export interface PlannedFault {
  dieAt: number;
  /**
   * What becomes of changes to the spreadsheet since the last flush or read of cells: lost, kept, or only the first
   * half of them. Each cell counts as one; looks, notes and changes of the shape (lines, tabs, names and so on) as
   * one a call. What others do in between (`onCall`) stays: the cells they write, and the shape as they met it.
   */
  pending: 'lost' | 'kept' | 'half';
  /** Whether Google frees the dead execution's lock at once (unless told), or six minutes after its start. */
  lock?: 'freed' | 'held';
}

/** What a person does to a tab, beside typing. Rows and columns count from 1. */
export type EditRequest =
  | {
      op: 'insertRows' | 'insertColumns';
      sheet: string /** Before this line. */;
      at: number;
      count: number;
    }
  | { op: 'deleteRows' | 'deleteColumns'; sheet: string; at: number; count: number }
  /** Lines `at` to `at + count - 1` go before line `to`, as counted before the move. */
  | { op: 'moveRows' | 'moveColumns'; sheet: string; at: number; count: number; to: number }
  /** Without `a1` the data below the header row; `column` is a column of the tab. */
  | { op: 'sort'; sheet: string; a1?: string; column: number; ascending: boolean }
  /**
   * A basic filter that shows only rows whose text in `column` is one of `show`. Without `a1` the column is chosen
   * in the tab's filter, if it has one there; other columns keep what they hide.
   */
  | { op: 'filter'; sheet: string; a1?: string; column?: number; show?: string[] }
  | { op: 'clearFilter'; sheet: string }
  | { op: 'addSheet' | 'deleteSheet' | 'hideSheet' | 'showSheet'; sheet: string }
  | { op: 'renameSheet'; sheet: string; name: string }
  /** The tab becomes the `to`-th, counted from 1 and without it. */
  | { op: 'moveSheet'; sheet: string; to: number }
  /** How many first rows and columns stay in view; what is absent stays as it is. */
  | { op: 'freeze'; sheet: string; rows?: number; columns?: number }
  /** Somebody else protects the tab, or a range of it: the add-on's person may not edit it any more. */
  | { op: 'protect'; sheet: string; a1?: string; warningOnly?: boolean; description?: string }
  | { op: 'unprotect'; sheet: string }
  | { op: 'merge' | 'unmerge'; sheet: string; a1: string }
  /** A rule that refuses other input, or with `warn` only marks it; `allow: 'anything'` takes the rule away. */
  | {
      op: 'validate';
      sheet: string;
      a1: string;
      allow: 'checkbox' | 'list' | 'anything';
      values?: string[];
      warn?: boolean;
    }
  | { op: 'note'; sheet: string; a1: string; text: string }
  /** Goes to a visible tab and selects there; the first cell of the range becomes the current one. */
  | { op: 'select'; sheet: string; a1: string };

export type RunAnswer = { ok: true; value: Json } | { ok: false; error: { message: string } };

/** An argument of a formula: scalar, `""` for an empty cell, a 2-D array for a range, a date cell, the live cell. */
export type FormulaArg =
  | null
  | boolean
  | number
  | string
  | { date: string }
  | { live: true }
  | FormulaArg[][];

export interface SheetInfo {
  name: string;
  hidden: boolean;
  rows: number;
  columns: number;
  lastRow: number;
  lastColumn: number;
}

export interface RangeAnswer {
  values: (string | number | boolean)[][];
  /** Formula text with its `=`, or `""`. */
  formulas: string[][];
  /** Number format pattern, `""` for General. */
  formats: string[][];
  /** Text of the error a formula cell shows, or `""`. */
  errors: string[][];
  /** Formula cells of the range not computed since the last change. */
  pending: number;
}

export interface CallCounts {
  /** `Service.method` -> number of calls. */
  calls: Record<string, number>;
  cellsRead: number;
  cellsWritten: number;
  /** The same, for calls that read, write or format cells, by tab. */
  tabs: Record<string, { calls: Record<string, number>; cellsRead: number; cellsWritten: number }>;
}

/** What changed, for the page. Sent after each execution or edit, in order. */
export type HostEvent =
  | { kind: 'cells'; sheetId: number; row: number; column: number; cells: (CellData | null)[][] }
  /** What the conditional formats make of a tab's cells now, in place of what they made of them before. */
  | { kind: 'paint'; sheetId: number; painted: Painted }
  /** The shape of a tab or the list of tabs changed: fetch the snapshot again. */
  | { kind: 'reload' }
  | { kind: 'names'; names: WorkbookSnapshot['names'] }
  | { kind: 'activate'; sheetId: number; a1: string | null }
  | { kind: 'sidebar'; title: string; html: string }
  | { kind: 'toast'; message: string; title: string };

/** A formula's value as the page computed it. */
export interface ComputedCell {
  sheetId: number;
  row: number;
  column: number;
  value: string | number | boolean | null;
  error?: string;
}

export interface FunctionHelp {
  name: string;
  description: string;
  params: { name: string; type: string; description: string }[];
}
export interface MenuItem {
  label: string;
  /** Empty for a separator. */
  function: string;
}

/** The host. Synchronous: each call runs to its end before the next starts. */
export interface HostApi {
  /** Runs a public global with full authorization, as the sidebar or a menu does. Arguments and result: JSON only, by Google's rules. */
  /** @param user who runs it: each has their own user properties and triggers; without a name the file's owner */
  run(name: string, args: Json[], user?: string): RunAnswer;
  /** Runs a custom function as a cell does: CUSTOM_FUNCTION mode, read-only spreadsheet, 30 s. A date in the result is a serial. */
  formula(name: string, args: FormulaArg[]): RunAnswer;
  sheets(): SheetInfo[];
  range(sheet: string, a1?: string): RangeAnswer;
  look(sheet: string): LookAnswer;
  /** Types into cells as a person would (USER_ENTERED by locale; `=` starts a formula, `'` forces text). */
  type(sheet: string, a1: string, values: Json[][]): void;
  /** Does what a person would. @throws a sentence for people when it cannot be done; nothing has changed then */
  edit(request: EditRequest): void;
  /** Gives cells the look that a person chose with the toolbar. */
  dress(sheet: string, a1: string, look: Look): void;
  /** Gives a column the width in pixels that a person dragged it to. */
  widen(sheet: string, column: number, width: number): void;
  /** The next execution (call, trigger or formula) dies so; null takes the plan back. A plan serves one execution, whether it dies or not. */
  planFault(fault: PlannedFault | null): void;
  /** Takes the add-on's authorization back, or gives it again: without it requests and triggers are refused. */
  withdrawAuthorization(withdrawn: boolean): void;
  /** The daily quota allows so many requests more, then none until told otherwise; null = no limit. */
  limitFetches(left: number | null): void;
  calls(): CallCounts;
  resetCalls(): void;
  /** ISO text or epoch ms. The clock then stands; `Utilities.sleep` advances it. */
  setClock(now: string | number): void;
  now(): number;
  fireTriggers(): { function: string; ok: boolean; error?: string }[];
  snapshot(): WorkbookSnapshot;
  /** `revision` is the workbook's after these events. */
  onEvent(listener: (events: HostEvent[], revision: number) => void): void;
  /**
   * Takes what the page computed; a cell without a formula is one that a result spilled into.
   * With `revision` the page says that its calculation has ended for all events up to there: formulas
   * not listed are unchanged and no longer pending (an empty list is fine).
   */
  acceptResults(cells: ComputedCell[], revision?: number): void;
  /** Custom functions with the help their JSDoc gives. */
  functions(): FunctionHelp[];
  /** The add-on's menu, as `onOpen` builds it in LIMITED mode, or in NONE as before the file's first use. */
  menu(mode?: 'LIMITED' | 'NONE'): MenuItem[];
  /** The whole state as text, for `--workbook FILE`. */
  save(): string;
}
