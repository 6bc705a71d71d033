// What has to be done to `WA Templates`, given what it holds: pure, and never a cell that is not ours.
import { COMPARE_COLUMNS, placeOf } from '../core/compare/columns';
import type { ComparedTemplate } from '../core/compare/comparison';
import type { Verdict } from '../core/compare/difference';
import { currencyBlocks } from '../core/compare/order';
import type { CompareWords } from '../texts/compare-words';
import { readDay, readText } from './read-cells';
import { cell, changedRows, lettersOf, type Rows, type TypedCell } from './typed-cells';

export const WIDTH = COMPARE_COLUMNS.length;

/** The rows as cells, with the words about rates in the language of the tab. */
export function tableOf(rows: readonly ComparedTemplate[], words: CompareWords): TypedCell[][] {
  return rows.map((row) =>
    COMPARE_COLUMNS.map(({ kind, of }) => {
      const value = of(row);
      return kind === 'verdict'
        ? cell('text', value === null ? null : words.verdicts[value as Verdict])
        : cell(kind, value);
    }),
  );
}

/** What was found in the first row of a tab, and below. */
export interface Found {
  /** First row, as far as our columns go. */
  header: readonly string[];
  body: readonly (readonly unknown[])[];
  /** Notes of the first row; asked for only where the headers do not tell. */
  notes: () => readonly string[];
}

/**
 * Whether the columns stand as they were left, can be given their headers again in place, or hold something
 * that is not ours. A column is ours by its header in any language, or by its note when it was renamed.
 *
 * @param titles ours, in the language of the tab
 * @param known every header and every note of ours, in all languages
 */
export function judgeColumns(
  { header, body, notes }: Found,
  titles: readonly string[],
  known: ReadonlySet<string>,
): 'right' | 'remake' | 'foreign' {
  if (titles.every((title, i) => header[i] === title)) return 'right';
  const noted = notes();
  const isOurs = titles.map((_, i) =>
    [header[i], noted[i]].some((text) => text !== undefined && text !== '' && known.has(text)),
  );
  const lastOurs = isOurs.lastIndexOf(true);
  const spoilt = isOurs.some((ours, i) => {
    const isEmpty = (header[i] ?? '') === '' && body.every((line) => readText(line[i]) === '');
    // One in between has pushed ours aside, were it empty.
    return !ours && (!isEmpty || i < lastOurs);
  });
  return spoilt ? 'foreign' : 'remake';
}

export interface RowPlan {
  /** Rows to insert before one with a person's own cells, which would be written over. */
  insert: { before: number; count: number } | null;
  /** Sheet rows to write. */
  write: Rows | null;
  /** Sheet rows of ours that are needed no more. */
  clear: Rows[];
}

const FROM = placeOf('from') - 1;
const TEMPLATE_ID = placeOf('templateId') - 1;
/** Sheet row of the first template. */
export const FIRST_ROW = 2;

/** @param present what our columns hold from the second row on */
export function planRows(
  wanted: readonly (readonly TypedCell[])[],
  present: readonly (readonly unknown[])[],
  zone: string,
): RowPlan {
  const isFilled = (line: readonly unknown[]): boolean =>
    line.some((value) => readText(value) !== '');
  // A row of ours has its template, or at least its first day where a run was cut off writing it.
  const isOurs = (line: readonly unknown[]): boolean =>
    readText(line[TEMPLATE_ID]) !== '' || readDay(line[FROM], zone) !== null;
  const foreign = present.findIndex((line) => isFilled(line) && !isOurs(line));
  const lacking = foreign < 0 ? 0 : Math.max(0, wanted.length - foreign);
  const after =
    lacking === 0
      ? present
      : [
          ...present.slice(0, foreign),
          ...Array.from({ length: lacking }, () => []),
          ...present.slice(foreign),
        ];
  const changed = changedRows(wanted, after, zone);
  const clear: Rows[] = [];
  after.forEach((line, i) => {
    if (i < wanted.length || !isFilled(line) || !isOurs(line)) return;
    const last = clear[clear.length - 1];
    if (last && last.last === FIRST_ROW + i - 1) last.last += 1;
    else clear.push({ first: FIRST_ROW + i, last: FIRST_ROW + i });
  });
  return {
    insert: lacking > 0 ? { before: FIRST_ROW + foreign, count: lacking } : null,
    write: changed && { first: FIRST_ROW + changed.first, last: FIRST_ROW + changed.last },
    clear,
  };
}

/** Cells coloured from the worst to the best. */
export interface Gradient {
  a1: string;
  isHighGood: boolean;
}

/** Rates and ROAS are compared over all rows, prices among those of one currency. One row alone is no scale. */
export function gradientsFor(rows: readonly ComparedTemplate[]): Gradient[] {
  const all = { first: 0, last: rows.length - 1 };
  const blocks = currencyBlocks(rows);
  return COMPARE_COLUMNS.flatMap(({ part, kind }, i) => {
    if (part !== 'value') return [];
    const isHighGood = kind === 'times' || kind === 'rate';
    if (!isHighGood && kind !== 'unitPrice') return [];
    const letters = lettersOf(i + 1);
    return (isHighGood ? [all] : blocks)
      .filter(({ first, last }) => last > first)
      .map(({ first, last }) => ({
        a1: `${letters}${FIRST_ROW + first}:${letters}${FIRST_ROW + last}`,
        isHighGood,
      }));
  });
}
