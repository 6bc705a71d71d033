// The contract between sidebar and server: the calls `rpc(name, payload)` answers, as types.
import { COMPARISONS, type Comparison } from '../core/compare/periods';
import {
  CUTS,
  type Cut,
  FUNCTIONS,
  type FunctionName,
  type Parameter,
} from '../core/formula/functions';
import { METRIC_NAMES, METRICS, type MetricName, type Unit } from '../core/metrics';
import { PRESETS, type Preset } from '../core/presets';
import { type FunctionCall, quoteText, writeFormula } from '../core/written-formula';

export {
  COMPARISONS,
  type Comparison,
  CUTS,
  type Cut,
  FUNCTIONS,
  type FunctionCall,
  type FunctionName,
  METRIC_NAMES,
  METRICS,
  type MetricName,
  type Parameter,
  PRESETS,
  type Preset,
  quoteText,
  type Unit,
  writeFormula,
};

/** A WhatsApp Business account as the sidebar shows it. */
export interface Account {
  id: string;
  name: string;
  /** ISO 4217, or null where Meta does not say. */
  currency: string | null;
  /** IANA zone, or null where Meta does not say; days are then the spreadsheet's. */
  timeZone: string | null;
}

/** A message template in the picker. One name has one id per language. */
export interface TemplateItem {
  id: string;
  name: string;
  language: string;
  category: string;
  status: string;
  accountId: string;
}

/** A template with what people know it by, as the sidebar lists it. */
export interface LibraryItem extends TemplateItem {
  account: string;
  /** `GREEN`, `YELLOW`, `RED`, `UNKNOWN`, or null where Meta does not say. */
  quality: string | null;
  /** What the message says. */
  text: string;
  /** Labels of its buttons, in order. */
  buttons: string[];
  /** Whether Meta still lists it; of one it does not, the ledger keeps the history. */
  listed: boolean;
}

/** Which templates: all of them, or these ids. */
export type TemplateChoice = 'all' | string[];

export interface SyncRequest {
  /** First day, `YYYY-MM-DD`; with `to`, instead of `preset`. */
  from?: string;
  /** Last day, included. */
  to?: string;
  preset?: Preset;
  templates: TemplateChoice;
  /** What `WA Templates` compares with; what was chosen last where absent, `weekday` at first. */
  compareTo?: Comparison;
  /** What the previous answer gave, to go on where it stopped. */
  cursor?: string | null;
}

/** Rows, except `requests`, which counts HTTP requests to Meta. */
export interface SyncCounts {
  added: number;
  changed: number;
  restated: number;
  held: number;
  requests: number;
}

/** Something the person should know although the sync worked, as a finished sentence. */
export interface Notice {
  code: string;
  text: string;
  /** The code of the refusal it tells of. */
  why?: string;
  /** The account it is about, by ID. */
  accountId?: string;
}

export interface SyncAnswer {
  done: boolean;
  cursor: string | null;
  /** Steps (requests planned) done and in all. */
  progress: { done: number; total: number };
  counts: SyncCounts;
  /** The days asked of Meta or already held, after clipping to Meta's reach. */
  range: { from: string; to: string };
  /** The tab that holds the result. */
  tab: string;
  /** The tab that compares the templates, once the sync is done; null where there is none. */
  comparison: string | null;
  notices: Notice[];
}

/** The daily update: one hourly trigger of a person that works once a day. */
export interface Schedule {
  on: boolean;
  /** Whether the trigger is this person's; nobody can stop another one's. */
  mine: boolean;
  /** When it works next, in the first account's zone: about this hour of this day; null while it is off. */
  next: { day: string; hour: number } | null;
}

export interface Status {
  connected: boolean;
  /** Last four characters of the token. */
  tail: string | null;
  accounts: Account[];
  /** ISO instant of the last finished sync, or null. */
  lastSync: string | null;
  lastFailure: { at: string; code: string; message: string; hint: string } | null;
  selection: { from: string; to: string; templates: TemplateChoice } | null;
  /** Account's today, and the earliest day Meta still answers for. */
  today: string;
  reach: string;
  /** Fetched days of all templates, as inclusive intervals, newest account first. */
  coverage: { accountId: string; from: string; to: string }[];
  /** What `WA Templates` compares with. */
  compareTo: Comparison;
  /** Report tabs of single templates. */
  reports: { tab: string; templateId: string; accountId: string }[];
  /** The tab that holds the daily rows, under its present name, or null before the first sync. */
  tab: string | null;
  schedule: Schedule;
  /** Separator between formula arguments in this spreadsheet. */
  separator: ';' | ',';
}

/** What a formula would show; of a table the first rows, and how many more there are. */
export type FormulaPreview =
  | { kind: 'value'; value: number | string }
  | { kind: 'table'; rows: (number | string)[][]; more: number }
  /** The sentence the cell would show as its error. */
  | { kind: 'refusal'; text: string };
/** Formulas of the file with and without the live cell. */
export interface LiveFormulas {
  /** The first 200, by tab, with the text each would become. */
  lacking: { tab: string; cell: string; formula: string; fresh: string }[];
  /** How many more lack it. */
  more: number;
  /** Formulas that follow every sync. */
  fresh: number;
  /** Formulas whose former text can be put back. */
  undo: number;
}

/** Every call: what goes in, what comes out. JSON only. */
export interface Contract {
  connect: {
    input: { token: string; accountId?: string };
    output: { tail: string; expires: string | null; accounts: Account[] };
  };
  chooseAccounts: { input: { ids: string[] }; output: { accounts: Account[] } };
  templates: { input: Record<string, never>; output: TemplateItem[] };
  /** Every template Meta lists or the ledger knows, by name, then language. */
  library: { input: Record<string, never>; output: LibraryItem[] };
  sync: { input: SyncRequest; output: SyncAnswer };
  /**
   * Makes the report tab of one template over the days last synced, or brings it up to date. Needs no
   * request to Meta; later syncs keep it up to date.
   */
  report: { input: { accountId: string; templateId: string }; output: { tab: string } };
  /**
   * Switches template insights on at Meta, for good: only after the person was told what that means.
   * `understood` must be true.
   */
  enableInsights: {
    input: { accountId: string; understood: true };
    output: { account: string };
  };
  /** What a formula would show in a cell. Needs no request to Meta. */
  previewFormula: { input: { formula: FunctionCall }; output: { value: FormulaPreview } };
  /** Writes one formula into the selected cell, when it and all the cells its answer needs are empty. */
  insertFormula: {
    input: { formula: FunctionCall };
    output: { tab: string; cell: string; formula: string };
  };
  status: { input: Record<string, never>; output: Status };
  /** Turns the daily update on or off for this person. */
  schedule: { input: { on: boolean }; output: Schedule };
  /**
   * Makes again what a person deleted, after they agreed to it: the tab, from the hidden index, or missing
   * columns, at the end of the table.
   */
  restore: { input: Record<string, never>; output: { tab: string; rows: number; columns: number } };
  /** Which formulas, in every tab, lack `WA_LIVE` and so stay old after a sync. Changes nothing. */
  formulas: { input: Record<string, never>; output: LiveFormulas };
  /**
   * Adds `WA_LIVE` to them. Former texts are noted first; what there is no room to note is left.
   * `forget` gives up putting back what was added earlier, which makes room.
   */
  addLive: {
    input: { forget?: boolean };
    /** Formulas. Skipped are those protected, or changed by a person meanwhile. */
    output: { changed: number; skipped: number; left: number };
  };
  /** Puts the former texts back; left are those a person changed since, or that are protected. */
  undoLive: { input: Record<string, never>; output: { restored: number; left: number } };
  showTab: { input: { tab: string }; output: { shown: boolean } };
  disconnect: { input: Record<string, never>; output: { disconnected: boolean } };
}
export type CallName = keyof Contract;

/** An error as people meet it: what happened and what was kept (`message`), what to do (`hint`). */
export interface RpcError {
  code: string;
  message: string;
  hint: string;
}
export type RpcAnswer<T> = { ok: true; value: T } | { ok: false; error: RpcError };
