// The head of the formula index: directory of templates, coverage, selection, keyword ranges, version.
import type { Interval } from '../intervals';
import type { Preset } from '../presets';
import { sealHash } from './seal';

/** Bumped when the layout changes; an index of another format is built anew. */
export const INDEX_FORMAT = 4;

/** One template in one category of one account: `[template id, name, language, category no., account no., first month, activity]`. */
export type SeriesEntry = [string, string, string, number, number, number, string];
/** `[id, name, currency, zone]`. An account that changed currency stands here twice. */
export type AccountEntry = [string, string, string | null, string | null];

/** What was fetched: per account, dataset and scope (`all` templates, or one id). */
export interface CoverageEntry {
  accountId: string;
  dataset: 'templates';
  scope: string;
  /** Days Meta answered for. */
  fetched: Interval[];
  /** Of these, the days that had ended when they were fetched. */
  complete: Interval[];
}

export interface Selection {
  from: string;
  to: string;
  templates: 'all' | string[];
  /** The choice of dates by name, so that a scheduled sync moves them along; absent for days chosen one by one. */
  preset?: Preset;
}

export interface Head {
  format: number;
  /** Grows with every change that a formula could see. */
  version: number;
  buckets: number;
  /** Month number and the version at which its column was last written, in column order. */
  months: [number, number][];
  accounts: AccountEntry[];
  categories: string[];
  series: SeriesEntry[];
  coverage: CoverageEntry[];
  selection: Selection | null;
  /** The language of the sheet, for the headers of a formula's table; English where absent. */
  language?: 'pt' | 'es';
  /** Last complete day over all accounts, or null. */
  lastComplete: string | null;
  /** Keyword -> `[from, to]`, counted from the last complete day. */
  keywords: Record<string, [string, string]>;
}

export function emptyHead(): Head {
  return {
    format: INDEX_FORMAT,
    version: 0,
    buckets: 8,
    months: [],
    accounts: [],
    categories: [],
    series: [],
    coverage: [],
    selection: null,
    lastComplete: null,
    keywords: {},
  };
}

/** Scopes of one account with the same days. */
export type PackedCoverage = Omit<CoverageEntry, 'scope'> & { scopes: string[] };

/** Templates chosen together have the same days: written once, thousands of them fit. */
export function packCoverage(coverage: readonly CoverageEntry[]): PackedCoverage[] {
  const packed = new Map<string, PackedCoverage>();
  for (const { scope, ...days } of coverage) {
    const key = JSON.stringify([days.accountId, days.dataset, days.fetched, days.complete]);
    const known = packed.get(key);
    if (known) known.scopes.push(scope);
    else packed.set(key, { ...days, scopes: [scope] });
  }
  return [...packed.values()];
}

export const unpackCoverage = (packed: readonly PackedCoverage[]): CoverageEntry[] =>
  packed.flatMap(({ scopes, ...days }) => scopes.map((scope) => ({ ...days, scope })));

/** Longest piece of the head in one cell. */
const PART = 30_000;
/** Cells kept for the head. */
export const HEAD_PARTS = 20;

const textOf = (head: Head): string =>
  JSON.stringify({ ...head, coverage: packCoverage(head.coverage) });

/** Characters the head may still grow by. Below 0 it no longer fits. */
export const headRoom = (head: Head): number => HEAD_PARTS * (PART - 1) - textOf(head).length;

/** The head as texts that each fit a cell and a cache value. @throws RangeError beyond 600,000 characters */
export function encodeHead(head: Head): string[] {
  const text = textOf(head);
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    // A cell cannot hold half of a surrogate pair, so a part never ends within one.
    const splits = /[\uD800-\uDBFF]/.test(text[at + PART - 1] ?? '');
    const end = at + PART - (splits ? 1 : 0);
    parts.push(text.slice(at, end));
    at = end;
  }
  if (parts.length > HEAD_PARTS) throw new RangeError('The directory of templates is too large.');
  // Each part names the whole it belongs to: a missing, cut, edited or older part is noticed, which JSON
  // alone might not do, since two heads often differ in a few digits only.
  const mark = `${parts.length}.${head.version}.${sealHash(text, head.version)} `;
  return parts.map((part) => mark + part);
}

/** @returns null when parts are missing, damaged, not of one head, or of another format */
export function decodeHead(parts: readonly (string | null | undefined)[]): Head | null {
  const mark = /^(\d{1,2})\.(\d{1,16})\.([0-9a-z]{1,7}) /.exec(parts[0] ?? '');
  if (!mark) return null;
  let text = '';
  for (let i = 0; i < Number(mark[1]); i += 1) {
    const part = parts[i];
    if (!part?.startsWith(mark[0])) return null;
    text += part.slice(mark[0].length);
  }
  if (sealHash(text, Number(mark[2])) !== mark[3]) return null;
  try {
    const head = JSON.parse(text) as Omit<Head, 'coverage'> & { coverage: PackedCoverage[] };
    if (head.format !== INDEX_FORMAT || !Array.isArray(head.series)) return null;
    return { ...head, coverage: unpackCoverage(head.coverage) };
  } catch {
    return null;
  }
}

// Months with rows, five to a character of base 32, counted from the entry's first month. A digit is
// never a surprise: '1' is "first month only", 'v' is "all five".
const BITS = 5;

export function isActive(entry: SeriesEntry, month: number): boolean {
  const at = month - entry[5];
  if (at < 0 || entry[6] === '') return false;
  const digit = Number.parseInt(entry[6][Math.floor(at / BITS)] ?? '0', 32);
  return ((digit >> (at % BITS)) & 1) === 1;
}

/** The latest month up to `month` with rows, or null. */
export function lastActive(entry: SeriesEntry, month: number): number | null {
  const end = entry[5] + entry[6].length * BITS - 1;
  for (let m = Math.min(month, end); m >= entry[5]; m -= 1) if (isActive(entry, m)) return m;
  return null;
}

/** Months with rows, ascending. */
export function activeMonths(entry: SeriesEntry): number[] {
  const months: number[] = [];
  for (let i = 0; i < entry[6].length * BITS; i += 1) {
    if (isActive(entry, entry[5] + i)) months.push(entry[5] + i);
  }
  return months;
}

export function setActiveMonths(entry: SeriesEntry, months: readonly number[]): void {
  const first = months[0] ?? 0;
  const digits: number[] = [];
  for (const month of months) {
    const at = month - first;
    const slot = Math.floor(at / BITS);
    while (digits.length <= slot) digits.push(0);
    digits[slot] = (digits[slot] ?? 0) | (1 << (at % BITS));
  }
  entry[5] = first;
  entry[6] = digits.map((digit) => digit.toString(32)).join('');
}
