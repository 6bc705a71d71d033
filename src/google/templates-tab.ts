// The tab `WA Templates`: made, read once, and changed only where it shows something else.
import type { TemplatesTab } from '../app/ports';
import { COMPARE_COLUMNS, placeOf, TEMPLATES_TAB } from '../core/compare/columns';
import { KNOWN_LABELS, type KnownTemplate } from '../core/compare/compare-templates';
import { type CompareWords, compareNote, compareTitle } from '../texts/compare-words';
import type { HeaderLanguage } from '../texts/headers';
import { carryOut, marksOn, wordsInUse } from './area';
import { KIND_FORMATS, lettersOf } from './area-plan';
import { textCell } from './cells';
import { planGradients } from './gradients';
import { isProtected } from './guard';
import { readText } from './read-cells';
import { findMarked, makeTab } from './tabs';
import {
  FIRST_ROW,
  gradientsFor,
  judgeColumns,
  planTemplates,
  tableOf,
  WIDTH,
} from './templates-plan';
import type { Sheet, Spreadsheet } from './types';
import { readWords } from './words';

/** Left on the tab once its filter was made: a person who removes the filter shall not get it again. */
const FILTER_MARK = 'wa-filter';
/** Pixels of columns that need other than the usual 100. */
const WIDTHS: Readonly<Record<string, number>> = {
  from: 80,
  to: 80,
  account: 90,
  accountId: 60,
  template: 180,
  templateId: 60,
  language: 70,
  category: 85,
  status: 85,
  quality: 70,
  text: 110,
  buttons: 90,
  currency: 70,
};

interface Opened {
  sheet: Sheet;
  isRight: boolean;
  body: unknown[][];
}

export function createTemplatesTab(
  spreadsheet: () => Spreadsheet,
  language: () => HeaderLanguage,
): TemplatesTab {
  /** The tab as it was read; undefined before. */
  let opened: Opened | null | undefined;
  const words = (): CompareWords => readWords().compare[language()];
  const open = (): Opened | null => {
    if (opened === undefined) opened = findUsable(spreadsheet(), titlesOf(words()));
    return opened;
  };

  return {
    read: () => open()?.body.flatMap(readKnown) ?? null,

    show(rows) {
      const book = spreadsheet();
      const found = open();
      opened = undefined;
      const sheet = found?.sheet ?? makeTab(book, TEMPLATES_TAB);
      const zone = book.getSpreadsheetTimeZone();
      const plan = planTemplates(tableOf(rows, words()), found?.body ?? [], zone);
      if (plan || !found?.isRight) {
        carryOut(sheet, plan, WIDTH, () => {
          // Headers first: rows without them would not be known as ours after a run that died.
          if (!found?.isRight) makeHeaders(sheet, words());
        });
      }
      for (const change of [
        planFilter(sheet, rows.length),
        planGradients(sheet, gradientsFor(rows)),
      ]) {
        // Where somebody closed a part of the tab, the rows are worth more than their looks.
        if (change && !isProtected(sheet)) change();
      }
      return sheet.getName();
    },
  };
}

const titlesOf = (words: CompareWords): string[] =>
  COMPARE_COLUMNS.map((column) => compareTitle(words, column));
const notesOf = (words: CompareWords): string[] =>
  COMPARE_COLUMNS.map((column) => compareNote(words, column));

/**
 * The tab of that name if its columns are as we left them, else one that carries our mark and can be used:
 * a tab that a person gave this name is theirs.
 */
function findUsable(book: Spreadsheet, titles: readonly string[]): Opened | null {
  const named = book.getSheetByName(TEMPLATES_TAB);
  const first = named && lookAt(named, titles);
  if (first?.isRight) return first;
  for (const sheet of findMarked(book, TEMPLATES_TAB)) {
    const found = sheet.getSheetId() === named?.getSheetId() ? first : lookAt(sheet, titles);
    if (found) return found;
  }
  return null;
}

/** @returns null where a column is not ours */
function lookAt(sheet: Sheet, titles: readonly string[]): Opened | null {
  const width = Math.min(WIDTH, sheet.getMaxColumns());
  const rows = Math.max(1, sheet.getLastRow());
  const [first = [], ...body] = sheet.getRange(1, 1, rows, width).getValues();
  const found = {
    header: first.map(readText),
    body,
    notes: () => sheet.getRange(1, 1, 1, width).getNotes()[0] ?? [],
  };
  const known = (): Set<string> =>
    new Set(wordsInUse().flatMap((words) => [...titlesOf(words), ...notesOf(words)]));
  const verdict = judgeColumns(found, titles, known);
  return verdict === 'foreign' ? null : { sheet, isRight: verdict === 'right', body };
}

function readKnown(line: readonly unknown[]): KnownTemplate[] {
  const entries = KNOWN_LABELS.map((key) => [key, readText(line[placeOf(key) - 1])]);
  const known = Object.fromEntries(entries) as KnownTemplate;
  return known.templateId === '' ? [] : [known];
}

/** Looks first, titles last: where a run died in between, the titles are not right and all is done again. */
function makeHeaders(sheet: Sheet, words: CompareWords): void {
  const lacking = WIDTH - sheet.getMaxColumns();
  if (lacking > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), lacking);
  const ranges = new Map<string, string[]>();
  COMPARE_COLUMNS.forEach(({ key, kind }, i) => {
    const letters = lettersOf(i + 1);
    const format = KIND_FORMATS[kind];
    ranges.set(format, [...(ranges.get(format) ?? []), `${letters}2:${letters}`]);
    const width = WIDTHS[key];
    if (width) sheet.setColumnWidth(i + 1, width);
  });
  for (const [format, list] of ranges) sheet.getRangeList(list).setNumberFormat(format);
  // A long message must not make its row tall.
  const text = placeOf('text');
  sheet
    .getRange(FIRST_ROW, text, sheet.getMaxRows() - 1, 2)
    .setWrapStrategy(SpreadsheetApp.WrapStrategy.CLIP);
  sheet.setFrozenRows(1);
  // What a line is about stays in sight.
  sheet.setFrozenColumns(placeOf('template'));
  const header = sheet.getRange(1, 1, 1, WIDTH);
  header.setFontWeight('bold');
  header.setWrap(true);
  // Two lines of a header.
  sheet.setRowHeight(1, 42);
  header.setNotes([notesOf(words)]);
  header.setValues([titlesOf(words).map(textCell)]);
  SpreadsheetApp.flush();
}

/**
 * A filter over our columns: made once; grown with the rows while nobody filters by it.
 *
 * @returns what has to be done; null when it is as it should be
 */
function planFilter(sheet: Sheet, rows: number): (() => void) | null {
  const height = rows + 1;
  const filter = sheet.getFilter();
  if (!filter) {
    if (rows === 0 || marksOn(sheet, FILTER_MARK).length > 0) return null;
    return () => {
      sheet.getRange(1, 1, height, WIDTH).createFilter();
      sheet.addDeveloperMetadata(FILTER_MARK);
    };
  }
  const range = filter.getRange();
  const width = range.getNumColumns();
  const isOurs = range.getRow() === 1 && range.getColumn() === 1 && width >= WIDTH;
  if (!isOurs || range.getNumRows() >= height) return null;
  for (let column = 1; column <= width; column += 1) {
    if (filter.getColumnFilterCriteria(column)) return null;
  }
  return () => {
    filter.remove();
    sheet.getRange(1, 1, height, width).createFilter();
  };
}
