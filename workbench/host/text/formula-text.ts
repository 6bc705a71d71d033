// Finds the references in a formula's text, and rewrites them when rows, columns or tabs change.
import { type Box, columnLetters, columnNumber } from '../grid/a1';

const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d*`;
const COLUMN = String.raw`\$?[A-Za-z]{1,3}`;
const ROW = String.raw`\$?[1-9]\d*`;
const ADDRESS = `${CELL}:${CELL}|${CELL}:${COLUMN}|${CELL}|${COLUMN}:${COLUMN}|${ROW}:${ROW}`;
const TOKEN = new RegExp(
  '"(?:[^"]|"")*"' +
    String.raw`|(?<![\p{L}\d_.$'])(?:('(?:[^']|'')+'|[\p{L}_][\p{L}\d_.]*)!)?` +
    `(${ADDRESS})` +
    String.raw`(?![\p{L}\d_.!(:]|\s*\()` +
    String.raw`|(?<![\p{L}\d_.])([\p{L}_][\p{L}\d_.]*)(?!\s*[(!\p{L}\d_.])`,
  'gu',
);

export interface Reference {
  /** Tab named before the `!`, or null for the formula's own. */
  sheet: string | null;
  box: Box;
}
export interface References {
  cells: Reference[];
  /** Words that may be named ranges, in upper case. */
  names: string[];
}

const plainSheet = (text: string | undefined): string | null =>
  text === undefined ? null : text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : text;

/** What a formula reads, as far as its text says. */
export function findReferences(formula: string): References {
  const found: References = { cells: [], names: [] };
  for (const [, sheet, address, name] of formula.matchAll(TOKEN)) {
    if (address) found.cells.push({ sheet: plainSheet(sheet), box: boxOf(parseAddress(address)) });
    else if (name) found.names.push(name.toUpperCase());
  }
  return found;
}

interface End {
  column: number | null;
  row: number | null;
  fixedColumn: boolean;
  fixedRow: boolean;
}

function parseAddress(address: string): End[] {
  return address.split(':').map((half) => {
    const parts = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(half);
    const letters = parts?.[2] ?? '';
    const digits = parts?.[4] ?? '';
    return {
      column: letters ? columnNumber(letters) : null,
      row: digits ? Number(digits) : null,
      fixedColumn: parts?.[1] === '$' && letters !== '',
      fixedRow: parts?.[3] === '$' || (parts?.[1] === '$' && letters === ''),
    };
  });
}

function boxOf([from, to]: End[]): Box {
  const last = to ?? from;
  const row = from?.row ?? 1;
  const column = from?.column ?? 1;
  return {
    row,
    column,
    rows: (last?.row ?? Number.POSITIVE_INFINITY) - row + 1,
    columns: (last?.column ?? Number.POSITIVE_INFINITY) - column + 1,
  };
}

const writeEnd = (end: End): string =>
  (end.column === null ? '' : `${end.fixedColumn ? '$' : ''}${columnLetters(end.column)}`) +
  (end.row === null ? '' : `${end.fixedRow ? '$' : ''}${end.row}`);

/** Rows or columns that came (`count` above 0, before line `at`) or went (from line `at`). */
export interface Shift {
  sheet: string;
  axis: 'row' | 'column';
  at: number;
  count: number;
}

/** Where lines `from` to `to` of an axis are after a change; null when all are gone. An open end is infinite. */
export type Follow = (from: number, to: number) => [number, number] | null;

/** The formula after lines of a tab changed place; a reference that lost all its cells is `#REF!`. */
export function followLines(
  formula: string,
  ownSheet: string,
  { sheet: changed, axis }: Pick<Shift, 'sheet' | 'axis'>,
  follow: Follow,
): string {
  return formula.replace(TOKEN, (whole, sheet, address) => {
    if (!address || (plainSheet(sheet) ?? ownSheet) !== changed) return whole;
    const ends = parseAddress(address);
    const [first, second] = ends;
    const from = first?.[axis];
    if (!first || from === null || from === undefined) return whole;
    const to = second ? (second[axis] ?? Number.POSITIVE_INFINITY) : from;
    const moved = follow(Math.min(from, to), Math.max(from, to));
    if (!moved) return '#REF!';
    first[axis] = moved[0];
    if (second && second[axis] !== null) second[axis] = moved[1];
    return (sheet ? `${sheet}!` : '') + ends.map(writeEnd).join(':');
  });
}

/** The formula after the shift, as Sheets rewrites it. */
export const shiftFormula = (formula: string, ownSheet: string, shift: Shift): string =>
  followLines(formula, ownSheet, shift, (from, to) => shiftLines(from, to, shift));

/** Where the lines `from` to `to` are after the shift; null when all were deleted. */
export function shiftLines(from: number, to: number, shift: Shift): [number, number] | null {
  const { at, count } = shift;
  if (count > 0) return [from >= at ? from + count : from, to >= at ? to + count : to];
  const gone = -count;
  const start = from < at ? from : Math.max(at, from - gone);
  const end = to < at ? to : Math.max(at - 1, to - gone);
  return end < start ? null : [start, end];
}

/** Lines `at` to `at + count - 1` that go before line `to`, as counted before the move. */
export interface Move {
  at: number;
  count: number;
  to: number;
}

/** Where one line is after the move. */
export function movedLine(line: number, { at, count, to }: Move): number {
  if (line >= at && line < at + count) return to > at ? line + to - at - count : line + to - at;
  if (to > at && line >= at + count && line < to) return line - count;
  if (to < at && line >= to && line < at) return line + count;
  return line;
}

/**
 * Where the lines `from` to `to` are after the move. What lies within the moved lines goes with them,
 * and a block within which lines change places stays. Any other block loses the moved lines, closes up,
 * and takes in those that land inside it.
 */
export function moveLines(from: number, to: number, move: Move): [number, number] {
  const { at, count } = move;
  if (from >= at && to < at + count) return [movedLine(from, move), movedLine(to, move)];
  const within = at >= from && at + count - 1 <= to && move.to >= from && move.to <= to + 1;
  if (within) return [from, to];
  const axis = { sheet: '', axis: 'row' } as const;
  const left = shiftLines(from, to, { ...axis, at, count: -count }) ?? [from, to];
  const landing = move.to > at ? move.to - count : move.to;
  return shiftLines(left[0], left[1], { ...axis, at: landing, count }) ?? left;
}

const PLAIN_NAME = /^[\p{L}_][\p{L}\d_.]*$/u;
const LIKE_ADDRESS = /^(?:[a-z]{1,3}\d+|r\d*c\d*)$/i;

/** A tab's name as formulas write it: in quotes unless it is a plain word. */
export const quoteSheet = (name: string): string =>
  PLAIN_NAME.test(name) && !LIKE_ADDRESS.test(name) ? name : `'${name.replaceAll("'", "''")}'`;

/** The formula after a tab got another name, or, without one, was deleted: then its references are `#REF!`. */
export function renameInFormula(formula: string, old: string, name: string | null): string {
  return formula.replace(TOKEN, (whole, sheet, address) => {
    if (!address || plainSheet(sheet) !== old) return whole;
    return name === null ? '#REF!' : `${quoteSheet(name)}!${address}`;
  });
}

/** The formula as it reads when copied some rows down and columns right. */
export function moveFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(TOKEN, (whole, sheet, address) => {
    if (!address) return whole;
    const ends = parseAddress(address);
    for (const end of ends) {
      if (end.row !== null && !end.fixedRow) end.row += rows;
      if (end.column !== null && !end.fixedColumn) end.column += columns;
      if ((end.row ?? 1) < 1 || (end.column ?? 1) < 1) return '#REF!';
    }
    return (sheet ? `${sheet}!` : '') + ends.map(writeEnd).join(':');
  });
}
