// A data tab: reads and writes whole rows of our columns, and nothing else.
import type { TableTab } from '../app/ports';
import type { CellKind, ColumnKey } from '../core/columns';
import type { DailyRow } from '../core/daily';
import { AddonError } from '../core/errors';
import type { Table } from '../core/tables';
import type { ExistingRow } from '../core/upsert';
import { fill } from '../texts/fill';
import type { HeaderLanguage } from '../texts/headers';
import { textCell } from './cells';
import { continueFormulas } from './fill-down';
import { readDay, readText } from './read-cells';
import { findColumns, markColumn, markedColumns, type Segment, segmentsOf } from './table-columns';
import { rawCell, readRow } from './table-rows';
import { findMarked, makeTab, markTab } from './tabs';
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
  rate: '0.00%',
};

export interface TableTabInSheets extends TableTab {
  /** The open tab and where our columns stand in it; null before it was opened. */
  place(): { sheet: Sheet; segments: readonly Segment[] } | null;
}

export function createTableTab(
  table: Table,
  spreadsheet: () => Spreadsheet,
  language: () => HeaderLanguage,
): TableTabInSheets {
  let sheet: Sheet | null = null;
  let segments: Segment[] = [];
  /** The header row as it was read; null for a tab made just now, which nobody has had time to change. */
  let header: unknown[] | null = null;
  /** Last column with anything in it, ours or not. */
  let width = 0;

  const columnOf = (key: ColumnKey): number => {
    const segment = segments.find(({ keys }) => keys.includes(key));
    return segment ? segment.column + segment.keys.indexOf(key) : 0;
  };
  const opened = (): Sheet => {
    if (!sheet) throw new AddonError('unexpected', { where: table.name });
    return sheet;
  };

  return {
    place: () => sheet && { sheet, segments },

    open() {
      const found = findTable(spreadsheet(), table);
      sheet = found?.sheet ?? null;
      if (!found) return null;
      segments = segmentsOf(found.columns);
      header = found.header;
      width = found.width;
      return {
        name: found.sheet.getName(),
        lastRow: found.sheet.getLastRow(),
        missing: table.keys.filter((key) => !found.columns.has(key)),
      };
    },

    lastRow: () => opened().getLastRow(),

    create() {
      const created = findMade(spreadsheet(), table) ?? makeTab(spreadsheet(), table.name);
      sheet = created;
      segments = [{ column: 1, keys: [...table.keys] }];
      header = null;
      width = table.keys.length;
      writeHeaders(created, table, 1, table.keys, language());
      created.setFrozenRows(1);
      created.setColumnWidths(4, 6, WIDE);
      // The tab people look for first is shown; the others wait beside it.
      if (table.id === 'daily') created.activate();
    },

    addColumns(keys) {
      const target = opened();
      const first = target.getLastColumn() + 1;
      const lacking = first + keys.length - 1 - target.getMaxColumns();
      if (lacking > 0) target.insertColumnsAfter(target.getMaxColumns(), lacking);
      writeHeaders(target, table, first, keys, language());
      segments = [...segments, { column: first, keys: [...keys] }];
      width = first + keys.length - 1;
    },

    read(firstRow, lastRow) {
      const zone = spreadsheet().getSpreadsheetTimeZone();
      const count = lastRow - firstRow + 1;
      const columns = new Map<ColumnKey, unknown[]>();
      const filled = Array.from({ length: count }, () => false);
      for (const { column, keys } of segments) {
        const values = opened().getRange(firstRow, column, count, keys.length).getValues();
        values.forEach((line, i) => {
          if (line.some((value) => value !== '')) filled[i] = true;
        });
        keys.forEach((key, i) => {
          columns.set(
            key,
            values.map((line) => line[i]),
          );
        });
      }
      const rows: ExistingRow[] = [];
      let [lastFilled, lastForeign] = [firstRow - 1, firstRow - 1];
      for (let i = 0; i < count; i += 1) {
        const cell = (key: ColumnKey): unknown => columns.get(key)?.[i];
        const row = readRow(table, cell, firstRow + i, zone);
        if (row) rows.push(row);
        if (filled[i]) lastFilled = firstRow + i;
        // A row of ours is written from its day on.
        if (filled[i] && !row && readDay(cell('date'), zone) === null) lastForeign = firstRow + i;
      }
      return { rows, lastFilled, lastForeign };
    },

    areEmpty(firstRow, count) {
      const rows = Math.min(count, opened().getMaxRows() - firstRow + 1);
      if (rows < 1) return true;
      return segments.every(({ column, keys }) =>
        opened()
          .getRange(firstRow, column, rows, keys.length)
          .getValues()
          .every((line) => line.every((value) => value === '')),
      );
    },

    writeIfUnmoved({ first, rows, before, above }) {
      const target = opened();
      grow(target, first + rows.length - 1);
      const parts = segments.map(({ column, keys }) => ({
        range: target.getRange(first, column, rows.length, keys.length),
        values: rows.map((row) => keys.map((key) => rawCell(table, row, key))),
      }));
      if (header) {
        const expected = above === null ? before : [above, ...before];
        const from = first + before.length - expected.length;
        const titles = target.getRange(1, 1, 1, header.length);
        const ids = target.getRange(from, columnOf('templateId'), expected.length, 1);
        const [present = []] = titles.getValues();
        if (header.some((title, i) => readText(present[i]) !== readText(title))) return false;
        if (ids.getValues().some(([id], i) => readText(id) !== expected[i])) return false;
      }
      for (const { range, values } of parts) range.setValues(values);
      return true;
    },

    write(firstRow, rows) {
      writeRows(opened(), table, segments, firstRow, rows);
    },

    append(firstRow, rows) {
      grow(opened(), firstRow + rows.length - 1);
      writeRows(opened(), table, segments, firstRow, rows);
    },

    annotate(lacking) {
      const { notes, lacks } = readWords().sheet[language()];
      for (const [key, accounts] of lacking) {
        const own = notes[key] ?? '';
        const more = accounts === null ? '' : fill(lacks, { accounts });
        const column = columnOf(key);
        if (column > 0) {
          opened()
            .getRange(1, column)
            .setNote([own, more].filter((text) => text !== '').join(' '));
        }
      }
    },

    clear(firstRow, lastRow) {
      for (const { column, keys } of segments) {
        opened()
          .getRange(firstRow, column, lastRow - firstRow + 1, keys.length)
          .clearContent();
      }
    },

    fillDown(from, firstRow, count) {
      if (width > table.keys.length)
        continueFormulas(opened(), segments, width, from, firstRow, count);
    },
  };
}

function grow(sheet: Sheet, lastRow: number): void {
  const missing = lastRow - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
}

/** A tab of ours that was begun already, perhaps not even marked yet. */
function findMade(spreadsheet: Spreadsheet, { name }: Table): Sheet | null {
  const [marked] = findMarked(spreadsheet, name);
  if (marked) return marked;
  const named = spreadsheet.getSheetByName(name);
  if (named) markTab(named, name);
  return named;
}

interface Found {
  sheet: Sheet;
  header: unknown[];
  columns: Map<ColumnKey, number>;
  width: number;
}

/**
 * The tab of that name whose headers are ours, else the tab that carries our mark. A tab of that name
 * that a person made is not taken for ours while a marked one is there.
 */
function findTable(spreadsheet: Spreadsheet, table: Table): Found | null {
  const named = spreadsheet.getSheetByName(table.name);
  const first = named && lookAt(named, table);
  if (first && first.columns.size === table.keys.length) return first;
  const marked = findMarked(spreadsheet, table.name)
    .map((sheet) => lookAt(sheet, table))
    .find(({ columns }) => columns.size > (first?.columns.size ?? 0));
  return marked ?? first;
}

function lookAt(sheet: Sheet, table: Table): Found {
  const filled = sheet.getLastColumn();
  const width = Math.min(Math.max(filled, table.keys.length), sheet.getMaxColumns());
  const header = sheet.getRange(1, 1, 1, width).getValues()[0] ?? [];
  return { sheet, header, columns: findColumns(sheet, table, header.map(readText)), width: filled };
}

/** Titles, notes, formats and marks of consecutive columns. */
function writeHeaders(
  sheet: Sheet,
  table: Table,
  first: number,
  keys: readonly ColumnKey[],
  language: HeaderLanguage,
): void {
  const { columns: titles, notes } = readWords().sheet[language];
  const header = sheet.getRange(1, first, 1, keys.length);
  header.setValues([keys.map((key) => textCell(titles[key]))]);
  header.setNotes([keys.map((key) => notes[key] ?? '')]);
  header.setFontWeight('bold');
  const ranges = new Map<string, string[]>();
  const marked = markedColumns(sheet, table);
  keys.forEach((key, i) => {
    if (!marked.has(key)) markColumn(sheet, first + i, key);
    const format = FORMATS[table.kinds.get(key) ?? 'text'];
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
  table: Table,
  segments: readonly Segment[],
  firstRow: number,
  rows: readonly DailyRow[],
): void {
  for (const { column, keys } of segments) {
    const values = rows.map((row) => keys.map((key) => rawCell(table, row, key)));
    sheet.getRange(firstRow, column, rows.length, keys.length).setValues(values);
  }
}
