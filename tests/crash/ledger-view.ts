// Reads the ledger's tab as a person sees it: rows by their key, and whatever is the user's own on each of them.
import type { CellData, SheetSnapshot, WorkbookSnapshot } from '../../workbench/host/api';
import { HEADERS } from '../judge/expected';
import { BUTTON_HEADERS, CONVERSION_HEADERS } from '../judge/expected-tabs';

export type Value = string | number | boolean | null;
export interface LedgerRow {
  key: string;
  row: number;
  /** Our cells by header. */
  ours: Map<string, Value>;
  /** Number formats of our cells by header. */
  formats: Map<string, string>;
  /** Value, formula, note and look of the user's cells by header, and the user's notes on ours. */
  theirs: Map<string, string>;
}
export interface LedgerView {
  tab: SheetSnapshot;
  /** Our titles in the order of the design. */
  headers: readonly string[];
  /** Columns of ours by header. */
  columns: Map<string, number>;
  /** The user's columns by header. */
  theirColumns: Map<string, number>;
  rows: LedgerRow[];
  byKey: Map<string, LedgerRow>;
  /** What no ledger may hold: doubles, rows without a whole key, blank rows in between. */
  flaws: string[];
}

export const DAILY = 'WA Daily';
const KEY = ['Account ID', 'Date', 'Template ID'];
/** The tabs that follow `WA Daily`. */
export const SIDE_TABS = ['WA Buttons', 'WA Conversions'] as const;
const KINDS: Record<string, { headers: readonly string[]; key: readonly string[] }> = {
  [DAILY]: { headers: HEADERS, key: [...KEY, 'Product'] },
  'WA Buttons': { headers: BUTTON_HEADERS, key: [...KEY, 'Product', 'Button type', 'Button'] },
  'WA Conversions': { headers: CONVERSION_HEADERS, key: KEY },
};
/** Meta may give a button no label. */
const mayBeEmpty = (title: string): boolean => title === 'Button';

/**
 * @param name the tab's present name
 * @param kind the name it was made with
 */
export function viewLedger(
  snapshot: WorkbookSnapshot,
  name = DAILY,
  kind = name in KINDS ? name : DAILY,
): LedgerView | null {
  const { headers, key } = KINDS[kind] ?? { headers: HEADERS, key: KEY };
  const tab = snapshot.sheets.find((sheet) => sheet.name === name);
  if (!tab) return null;
  const columns = new Map<string, number>();
  const titles = new Map<number, string>();
  for (const [column, cell] of Object.entries(tab.cells[1] ?? {})) {
    const title = String(cell.v ?? '');
    if (headers.includes(title) && !columns.has(title)) columns.set(title, Number(column));
    else if (title !== '') titles.set(Number(column), title);
  }
  const oursAt = new Map([...columns].map(([title, column]) => [column, title]));
  const view: LedgerView = {
    tab,
    headers,
    columns,
    theirColumns: new Map([...titles].map(([column, title]) => [title, column])),
    rows: [],
    byKey: new Map(),
    flaws: [],
  };
  for (const title of headers) if (!columns.has(title)) view.flaws.push(`no column "${title}"`);

  const numbers = Object.keys(tab.cells)
    .map(Number)
    .filter((row) => row > 1)
    .sort((a, b) => a - b);
  const ours = [...oursAt.keys()];
  const filled = numbers.filter((row) => {
    const cells = tab.cells[row] ?? {};
    return ours.some((column) => cells[column] !== undefined && shown(cells[column]) !== '');
  });
  const last = filled[filled.length - 1] ?? 1;
  if (filled.length < last - 1)
    view.flaws.push(`${last - 1 - filled.length} blank rows in between`);
  for (const row of filled) {
    const line = readRow(tab, row, oursAt, titles);
    const parts = key.map((title) => line.ours.get(title) ?? '');
    line.key = parts.join('|');
    const isCut = parts.some((part, i) => part === '' && !mayBeEmpty(key[i] ?? ''));
    if (isCut || typeof parts[1] !== 'number') {
      view.flaws.push(`row ${row} has no whole key: ${line.key}`);
    }
    if (view.byKey.has(line.key)) view.flaws.push(`double row ${line.key}`);
    view.byKey.set(line.key, line);
    view.rows.push(line);
  }
  return view;
}

function readRow(
  tab: SheetSnapshot,
  row: number,
  oursAt: ReadonlyMap<number, string>,
  titles: ReadonlyMap<number, string>,
): LedgerRow {
  const line: LedgerRow = {
    key: '',
    row,
    ours: new Map(),
    formats: new Map(),
    theirs: new Map(),
  };
  for (const [text, cell] of Object.entries(tab.cells[row] ?? {})) {
    const column = Number(text);
    const title = oursAt.get(column);
    if (title === undefined) {
      const theirs = describe(cell, row);
      if (theirs !== '') line.theirs.set(titles.get(column) ?? `column ${column}`, theirs);
      continue;
    }
    if (shown(cell) !== '') line.ours.set(title, cell.f ?? cell.v);
    line.formats.set(title, cell.n ?? '');
    if (cell.note) line.theirs.set(`note on ${title}`, cell.note);
  }
  return line;
}

const shown = (cell: CellData): string => cell.f ?? String(cell.v ?? '');

/** A user's cell in one text; a formula's references to its own row are written as such. */
function describe(cell: CellData, row: number): string {
  const formula = cell.f?.replace(
    /(\$?[A-Z]{1,3})(\d+)/g,
    (whole, column: string, digits: string) => (Number(digits) === row ? `${column}{row}` : whole),
  );
  const value = formula ?? (cell.v === null ? '' : JSON.stringify(cell.v));
  const note = cell.note ? ` note:${cell.note}` : '';
  const look = cell.s ? ` look:${JSON.stringify(cell.s)}` : '';
  return `${value}${note}${look}`;
}

/** The user's cells of all rows as `key / header`, in one map. */
export function theirCells(view: LedgerView): Map<string, string> {
  const cells = new Map<string, string>();
  for (const row of view.rows) {
    for (const [title, text] of row.theirs) cells.set(`${row.key} / ${title}`, text);
  }
  return cells;
}

/** Where two ledgers differ in our cells, as sentences; row order says nothing. */
export function compareLedgers(found: LedgerView, wanted: LedgerView): string[] {
  const faults = [...found.flaws];
  for (const [key, want] of wanted.byKey) {
    const have = found.byKey.get(key);
    if (!have) {
      faults.push(`missing ${key}`);
      continue;
    }
    for (const title of wanted.headers) {
      const [a, b] = [have.ours.get(title) ?? null, want.ours.get(title) ?? null];
      if (a !== b) faults.push(`${key} ${title}: is ${a}, not ${b}`);
      const [x, y] = [have.formats.get(title) ?? '', want.formats.get(title) ?? ''];
      if (x !== y && b !== null) faults.push(`${key} ${title}: format "${x}", not "${y}"`);
    }
  }
  for (const key of found.byKey.keys()) if (!wanted.byKey.has(key)) faults.push(`extra ${key}`);
  const heads = [found, wanted].map(({ tab, columns }) =>
    JSON.stringify([
      wanted.headers.map((title) => [title, tab.cells[1]?.[columns.get(title) ?? 0]]),
      tab.frozenRows,
    ]),
  );
  if (heads[0] !== heads[1]) faults.push('the header row differs');
  return faults;
}

/** The ledger's cells with its columns in their first order, for the judge's own comparison. */
export function asRange(view: LedgerView) {
  const rows = view.rows.map((row) => HEADERS.map((title) => row.ours.get(title) ?? ''));
  return {
    values: [HEADERS, ...rows] as (string | number)[][],
    formulas: [],
    formats: [[], ...view.rows.map((row) => HEADERS.map((title) => row.formats.get(title) ?? ''))],
  };
}

/** Sum of one of our columns over all rows. */
export const sumOf = (view: LedgerView, title: string): number =>
  view.rows.reduce((sum, row) => sum + Number(row.ours.get(title) ?? 0), 0);

/** The text of a named cell such as `WA_LIVE`, and where it stands. */
export function namedCell(
  snapshot: WorkbookSnapshot,
  name: string,
): { value: Value; place: string } | null {
  const named = snapshot.names.find((one) => one.name === name);
  const sheet = snapshot.sheets.find((one) => one.id === named?.sheetId);
  const match = /^\$?([A-Z]+)\$?(\d+)/.exec(named?.a1.split('!').pop() ?? '');
  if (!sheet || !match) return null;
  const [, letters = '', digits = ''] = match;
  const column = [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0);
  return {
    value: sheet.cells[Number(digits)]?.[column]?.v ?? null,
    place: `${sheet.name}!${digits},${column}`,
  };
}

/** Cells that differ between two states of the whole workbook, as `tab!row,column`. */
export function changedCells(before: WorkbookSnapshot, after: WorkbookSnapshot): string[] {
  const changed: string[] = [];
  const names = new Set([...before.sheets, ...after.sheets].map((sheet) => sheet.name));
  for (const name of names) {
    const a = before.sheets.find((sheet) => sheet.name === name);
    const b = after.sheets.find((sheet) => sheet.name === name);
    if (!a || !b) {
      changed.push(`${name} (tab)`);
      continue;
    }
    // Empty rows that look alike are one object in a snapshot: the same two need no second look.
    let alike: readonly unknown[] = [];
    for (const row of new Set([...Object.keys(a.cells), ...Object.keys(b.cells)].map(Number))) {
      const [x, y] = [a.cells[row] ?? {}, b.cells[row] ?? {}];
      if (alike[0] === x && alike[1] === y) continue;
      const known = changed.length;
      for (const column of new Set([...Object.keys(x), ...Object.keys(y)].map(Number))) {
        if (!sameCell(x[column], y[column])) changed.push(`${name}!${row},${column}`);
      }
      if (changed.length === known) alike = [x, y];
    }
  }
  return changed;
}
function sameCell(a: CellData | undefined, b: CellData | undefined): boolean {
  const plain = (a?.v ?? null) === (b?.v ?? null) && a?.f === b?.f && a?.n === b?.n;
  return plain && a?.note === b?.note && JSON.stringify(a?.s) === JSON.stringify(b?.s);
}
