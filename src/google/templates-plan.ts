// What `WA Templates` shows, and which of its rows and columns are ours: pure.
import { COMPARE_COLUMNS, placeOf } from '../core/compare/columns';
import type { ComparedTemplate } from '../core/compare/comparison';
import type { Verdict } from '../core/compare/difference';
import { currencyBlocks } from '../core/compare/order';
import type { CompareWords } from '../texts/compare-words';
import { cell, isFilled, lettersOf, planRows, type RowPlan, type TypedCell } from './area-plan';
import { readDay, readText } from './read-cells';

export const WIDTH = COMPARE_COLUMNS.length;
/** Sheet row of the first template. */
export const FIRST_ROW = 2;

/** The rows as cells, with the words about rates in the language of the tab. */
export function tableOf(rows: readonly ComparedTemplate[], words: CompareWords): TypedCell[][] {
  return rows.map((row) =>
    COMPARE_COLUMNS.map(({ kind, of }) => {
      const value = of(row);
      if (kind !== 'verdict' || value === null) return cell(kind, value === '' ? null : value);
      return cell(kind, words.verdicts[value as Verdict]);
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
  known: () => ReadonlySet<string>,
): 'right' | 'remake' | 'foreign' {
  if (titles.every((title, i) => header[i] === title)) return 'right';
  const [ours, noted] = [known(), notes()];
  const isOurs = titles.map((_, i) => ours.has(header[i] ?? '') || ours.has(noted[i] ?? ''));
  const lastOurs = isOurs.lastIndexOf(true);
  const spoilt = isOurs.some(
    // One in between has pushed ours aside, were it empty.
    (own, i) => !own && (i < lastOurs || isFilled([header[i], ...body.map((line) => line[i])])),
  );
  return spoilt ? 'foreign' : 'remake';
}

/** @param present what our columns hold from the second row on */
export function planTemplates(
  wanted: readonly TypedCell[][],
  present: readonly (readonly unknown[])[],
  zone: string,
): RowPlan | null {
  const [from, templateId] = [placeOf('from') - 1, placeOf('templateId') - 1];
  // A row of ours has its template, or at least its first day where a run was cut off writing it.
  return planRows(
    wanted,
    present,
    zone,
    FIRST_ROW,
    (line) => readText(line[templateId]) !== '' || readDay(line[from], zone) !== null,
  );
}

/** Cells coloured from the worst to the best. */
export interface Gradient {
  a1: string;
  isHighGood: boolean;
}

/** Rates and ROAS are compared over all rows, prices among those of one currency. One row alone is no scale. */
export function gradientsFor(rows: readonly ComparedTemplate[]): Gradient[] {
  const all = [{ first: 0, last: rows.length - 1 }];
  const blocks = currencyBlocks(rows);
  return COMPARE_COLUMNS.flatMap(({ part, kind }, i) => {
    const isHighGood = kind === 'times' || kind === 'rate';
    if (part !== 'value' || (!isHighGood && kind !== 'unitPrice')) return [];
    const letters = lettersOf(i + 1);
    return (isHighGood ? all : blocks)
      .filter(({ first, last }) => last > first)
      .map(({ first, last }) => ({
        a1: `${letters}${FIRST_ROW + first}:${letters}${FIRST_ROW + last}`,
        isHighGood,
      }));
  });
}
