// The tab `WA Daily`: reads and writes whole rows of our columns, and nothing else.
import type { DailyTab } from '../app/ports';
import { type CellKind, DAILY_COLUMNS, DAILY_KEYS, type DailyColumn, TABS } from '../core/columns';
import type { DailyRow } from '../core/daily';
import { AddonError } from '../core/errors';
import type { ExistingRow } from '../core/upsert';
import type { HeaderLanguage } from '../texts/headers';
import { textCell } from './cells';
import { findColumns, markColumn, type Segment, segmentsOf } from './daily-columns';
import { rawCell, readRow } from './daily-rows';
import { continueFormulas } from './fill-down';
import { readText } from './read-cells';
import { findMarked, makeTab } from './tabs';
import type { Sheet, Spreadsheet } from './types';
import { readWords } from './words';

/** Pixels of the text columns, from Account to Category: names and ids are longer than the usual 100. */
const WIDE = 150;
/** Number formats by kind; text stays General and goes in with an apostrophe. */
const FORMATS: Partial<Record<CellKind, string>> = {
  day: 'yyyy-mm-dd',
  month: 'yyyy-mm',
  count: '#,##0',
  money: '#,##0.00',
  unitPrice: '#,##0.0000',
};
const KINDS = new Map<DailyColumn, CellKind>(DAILY_COLUMNS);

export interface DailyTabInSheets extends DailyTab {
  /** The open tab and where our columns stand in it; null before it was opened. */
  place(): { sheet: Sheet; segments: readonly Segment[] } | null;
}

export function createDailyTab(
  spreadsheet: () => Spreadsheet,
  language: () => HeaderLanguage,
): DailyTabInSheets {
  let sheet: Sheet | null = null;
  let segments: Segment[] = [];
  /** Last column with anything in it, ours or not. */
  let width = 0;

  const opened = (): Sheet => {
    if (!sheet) throw new AddonError('unexpected', { where: TABS.daily });
    return sheet;
  };

  return {
    place: () => sheet && { sheet, segments },

    open() {
      const found = findDaily(spreadsheet());
      sheet = found?.sheet ?? null;
      if (!found) return null;
      segments = segmentsOf(found.columns);
      width = found.width;
      return {
        name: found.sheet.getName(),
        lastRow: found.sheet.getLastRow(),
        missing: DAILY_KEYS.filter((key) => !found.columns.has(key)),
      };
    },

    lastRow: () => opened().getLastRow(),

    create() {
      const created = makeTab(spreadsheet(), TABS.daily);
      sheet = created;
      segments = [{ column: 1, keys: DAILY_KEYS }];
      width = DAILY_KEYS.length;
      writeHeaders(created, 1, DAILY_KEYS, language());
      created.setFrozenRows(1);
      created.setColumnWidths(4, 6, WIDE);
      created.activate();
    },

    addColumns(keys) {
      const target = opened();
      const first = target.getLastColumn() + 1;
      const lacking = first + keys.length - 1 - target.getMaxColumns();
      if (lacking > 0) target.insertColumnsAfter(target.getMaxColumns(), lacking);
      writeHeaders(target, first, keys, language());
      segments = [...segments, { column: first, keys: [...keys] }];
      width = first + keys.length - 1;
    },

    read(firstRow, lastRow) {
      const zone = spreadsheet().getSpreadsheetTimeZone();
      const columns = new Map<DailyColumn, unknown[]>();
      let lastFilled = firstRow - 1;
      for (const { column, keys } of segments) {
        const values = opened()
          .getRange(firstRow, column, lastRow - firstRow + 1, keys.length)
          .getValues();
        values.forEach((line, i) => {
          if (line.some((value) => value !== '')) lastFilled = Math.max(lastFilled, firstRow + i);
        });
        keys.forEach((key, i) => {
          columns.set(
            key,
            values.map((line) => line[i]),
          );
        });
      }
      const rows: ExistingRow[] = [];
      for (let i = 0; i <= lastRow - firstRow; i += 1) {
        const row = readRow((key) => columns.get(key)?.[i], firstRow + i, zone);
        if (row) rows.push(row);
      }
      return { rows, lastFilled };
    },

    write(firstRow, rows) {
      writeRows(opened(), segments, firstRow, rows);
    },

    append(firstRow, rows) {
      const target = opened();
      const missing = firstRow + rows.length - 1 - target.getMaxRows();
      if (missing > 0) target.insertRowsAfter(target.getMaxRows(), missing);
      writeRows(target, segments, firstRow, rows);
    },

    clear(firstRow, lastRow) {
      for (const { column, keys } of segments) {
        opened()
          .getRange(firstRow, column, lastRow - firstRow + 1, keys.length)
          .clearContent();
      }
    },

    fillDown(from, firstRow, count) {
      if (width > DAILY_KEYS.length)
        continueFormulas(opened(), segments, width, from, firstRow, count);
    },
  };
}

interface Found {
  sheet: Sheet;
  columns: Map<DailyColumn, number>;
  width: number;
}

/**
 * The tab of that name whose headers are ours, else the tab that carries our mark. A tab of that name
 * that a person made is not taken for ours while a marked one is there.
 */
function findDaily(spreadsheet: Spreadsheet): Found | null {
  const named = spreadsheet.getSheetByName(TABS.daily);
  const first = named && lookAt(named);
  if (first && first.columns.size === DAILY_KEYS.length) return first;
  const marked = findMarked(spreadsheet, TABS.daily)
    .map(lookAt)
    .find(({ columns }) => columns.size > (first?.columns.size ?? 0));
  return marked ?? first;
}

function lookAt(sheet: Sheet): Found {
  const filled = sheet.getLastColumn();
  const width = Math.min(Math.max(filled, DAILY_KEYS.length), sheet.getMaxColumns());
  const header = sheet.getRange(1, 1, 1, width).getValues()[0] ?? [];
  return { sheet, columns: findColumns(sheet, header.map(readText)), width: filled };
}

/** Titles, notes, formats and marks of consecutive columns. */
function writeHeaders(
  sheet: Sheet,
  first: number,
  keys: readonly DailyColumn[],
  language: HeaderLanguage,
): void {
  const { daily: titles, notes } = readWords().sheet[language];
  const header = sheet.getRange(1, first, 1, keys.length);
  header.setValues([keys.map((key) => textCell(titles[key]))]);
  header.setNotes([keys.map((key) => notes[key] ?? '')]);
  header.setFontWeight('bold');
  const ranges = new Map<string, string[]>();
  keys.forEach((key, i) => {
    markColumn(sheet, first + i, key);
    const format = FORMATS[KINDS.get(key) ?? 'text'];
    if (!format) return;
    const letters = sheet
      .getRange(1, first + i)
      .getA1Notation()
      .replace(/\d+$/, '');
    ranges.set(format, [...(ranges.get(format) ?? []), `${letters}2:${letters}`]);
  });
  for (const [format, list] of ranges) sheet.getRangeList(list).setNumberFormat(format);
}

function writeRows(
  sheet: Sheet,
  segments: readonly Segment[],
  firstRow: number,
  rows: readonly DailyRow[],
): void {
  for (const { column, keys } of segments) {
    const values = rows.map((row) => keys.map((key) => rawCell(row, key)));
    sheet.getRange(firstRow, column, rows.length, keys.length).setValues(values);
  }
}
