// Turns what Sheets passes to a formula into plain values: cells, ranges, dates, the live cell.
import type { Day } from '../day';
import { FormulaError } from './formula-error';

/** A cell as a formula sees it. Sheets passes dates as `Date`; the border turns them into days. */
export type Cell = string | number | boolean | null | undefined | DayCell;
/** A date cell, already the civil day the spreadsheet shows. */
export interface DayCell {
  day: Day;
}
/** A scalar, or the rows of a range. */
export type Argument = Cell | Cell[][];

/** The text of the named cell `WA_LIVE`: changes with the ledger, means nothing in itself. */
export const LIVE_PATTERN = /^WA_LIVE (\d+)$/;
export const liveText = (version: number): string => `WA_LIVE ${version}`;

const isLive = (value: Argument): value is string =>
  typeof value === 'string' && LIVE_PATTERN.test(value);

/**
 * Takes the live cell off the end, wherever the end is, and unwraps ranges of one cell.
 *
 * @throws FormulaError 'live-place' where it stands before another value, which would be taken for a name
 */
export function readArguments(raw: readonly Argument[]): { args: Argument[]; live: number | null } {
  const args = raw.map((value) =>
    Array.isArray(value) && value.length === 1 && value[0]?.length === 1 ? value[0][0] : value,
  );
  while (args.length > 0 && isAbsent(args[args.length - 1])) args.pop();
  const last = args[args.length - 1];
  const match = typeof last === 'string' ? LIVE_PATTERN.exec(last) : null;
  if (match) args.pop();
  if (args.some(isLive)) throw new FormulaError('live-place');
  return { args, live: match ? Number(match[1]) : null };
}

export const isAbsent = (value: Argument): value is null | undefined =>
  value === undefined || value === null;
/** An empty cell arrives as empty text. */
export const isBlank = (value: Cell): boolean => typeof value === 'string' && value.trim() === '';

/** Size of the answer and access to each argument's cell in it. */
export interface Spread {
  rows: number;
  columns: number;
  single: boolean;
  at: (argument: number, row: number, column: number) => Cell;
}

/**
 * Lines up arguments: sizes of 1 stretch, equal sizes pair, n x 1 with 1 x m gives n x m.
 *
 * @throws FormulaError 'shapes' when sizes cannot be lined up
 */
export function spreadArguments(args: readonly Argument[]): Spread {
  let rows = 1;
  let columns = 1;
  let single = true;
  for (const arg of args) {
    if (!Array.isArray(arg)) continue;
    single = false;
    rows = lineUp(rows, arg.length);
    columns = lineUp(columns, arg[0]?.length ?? 1);
  }
  return {
    rows,
    columns,
    single,
    at: (argument, row, column) => {
      const arg = args[argument];
      if (!Array.isArray(arg)) return arg;
      const line = arg[arg.length === 1 ? 0 : row] ?? [];
      return line[line.length === 1 ? 0 : column];
    },
  };
}

function lineUp(size: number, other: number): number {
  if (size === 1 || size === other) return other;
  if (other === 1) return size;
  throw new FormulaError('shapes', { a: String(size), b: String(other) });
}
