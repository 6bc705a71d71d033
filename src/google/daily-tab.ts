// The tab `WA Daily`: finds our columns, reads and writes whole rows of them, nothing else.
import type { DailyTab } from '../app/ports';
import { type CellKind, DAILY_COLUMNS, DAILY_KEYS, type DailyColumn, TABS } from '../core/columns';
import { type DailyRow, dailyValue, LABELS, PRODUCT_NAMES, type Product } from '../core/daily';
import { AddonError } from '../core/errors';
import { BASE_METRICS, type Metrics, NO_METRICS } from '../core/metrics';
import type { ExistingRow } from '../core/upsert';
import { type HeaderLanguage, knownHeaders } from '../texts/headers';
import { dayCell, numberCell, type RawCell, textCell } from './cells';
import { readDay, readNumber, readText } from './read-cells';
import { readWords } from './words';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

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

/** Consecutive sheet columns that are consecutive columns of ours: one range call each. */
interface Segment {
  column: number;
  keys: DailyColumn[];
}

export function createDailyTab(
  spreadsheet: () => Spreadsheet,
  language: () => HeaderLanguage,
): DailyTab {
  let sheet: Sheet | null = null;
  let segments: Segment[] = [];

  const opened = (): Sheet => {
    if (!sheet) throw new AddonError('unexpected', { where: TABS.daily });
    return sheet;
  };

  return {
    open() {
      sheet = spreadsheet().getSheetByName(TABS.daily);
      if (!sheet) return null;
      const width = Math.max(sheet.getLastColumn(), DAILY_COLUMNS.length);
      const header = sheet.getRange(1, 1, 1, Math.min(width, sheet.getMaxColumns())).getValues()[0];
      segments = findSegments((header ?? []).map(readText));
      return { lastRow: sheet.getLastRow() };
    },

    create() {
      const created = spreadsheet().insertSheet(TABS.daily);
      sheet = created;
      segments = [{ column: 1, keys: DAILY_KEYS }];
      const { daily: titles, notes } = readWords().sheet[language()];
      const header = created.getRange(1, 1, 1, DAILY_KEYS.length);
      header.setValues([DAILY_KEYS.map((key) => textCell(titles[key]))]);
      header.setNotes([DAILY_KEYS.map((key) => notes[key] ?? '')]);
      header.setFontWeight('bold');
      created.setFrozenRows(1);
      created.setColumnWidths(4, 6, WIDE);
      for (const [kind, ranges] of rangesByKind()) {
        const format = FORMATS[kind];
        if (format) created.getRangeList(ranges).setNumberFormat(format);
      }
    },

    read(firstRow, lastRow) {
      const zone = spreadsheet().getSpreadsheetTimeZone();
      const columns = new Map<DailyColumn, unknown[]>();
      for (const { column, keys } of segments) {
        const values = opened()
          .getRange(firstRow, column, lastRow - firstRow + 1, keys.length)
          .getValues();
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
      return rows;
    },

    write(firstRow, rows) {
      writeRows(opened(), segments, firstRow, rows);
    },

    append(rows) {
      const target = opened();
      const firstRow = target.getLastRow() + 1;
      const missing = firstRow + rows.length - 1 - target.getMaxRows();
      if (missing > 0) target.insertRowsAfter(target.getMaxRows(), missing);
      writeRows(target, segments, firstRow, rows);
      return firstRow;
    },
  };
}

/** A1 ranges of whole columns, below the header, by kind. */
function rangesByKind(): Map<CellKind, string[]> {
  const ranges = new Map<CellKind, string[]>();
  DAILY_COLUMNS.forEach(([, kind], i) => {
    const letter = String.fromCharCode('A'.charCodeAt(0) + i);
    const list = ranges.get(kind) ?? [];
    ranges.set(kind, [...list, `${letter}2:${letter}`]);
  });
  return ranges;
}

/** @throws AddonError 'sheet-changed' when a column of ours is not found */
function findSegments(header: readonly string[]): Segment[] {
  const known = knownHeaders(readWords());
  const found = new Map<DailyColumn, number>();
  header.forEach((title, i) => {
    const key = known.get(title.trim());
    if (key && !found.has(key)) found.set(key, i + 1);
  });
  const missing = DAILY_KEYS.find((key) => !found.has(key));
  if (missing) {
    throw new AddonError('sheet-changed', {
      tab: TABS.daily,
      column: readWords().sheet.en.daily[missing],
    });
  }
  const ordered = [...found].sort((a, b) => a[1] - b[1]);
  const segments: Segment[] = [];
  for (const [key, column] of ordered) {
    const last = segments[segments.length - 1];
    if (last && last.column + last.keys.length === column) last.keys.push(key);
    else segments.push({ column, keys: [key] });
  }
  return segments;
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

const KINDS = new Map<DailyColumn, CellKind>(DAILY_COLUMNS);

function rawCell(row: DailyRow, key: DailyColumn): RawCell {
  const value = dailyValue(row, key);
  const kind = KINDS.get(key);
  if (kind === 'day' || kind === 'month') return dayCell(String(value));
  if (kind === 'text') return textCell(value === null ? null : String(value));
  return numberCell(value as number | null);
}

const PRODUCTS = new Map(
  (Object.entries(PRODUCT_NAMES) as [Product, string][]).map(([key, name]) => [name, key]),
);

/** A row as it stands, or null where the key cells do not hold a key of ours. */
function readRow(
  cell: (key: DailyColumn) => unknown,
  rowNumber: number,
  zone: string,
): ExistingRow | null {
  const day = readDay(cell('date'), zone);
  const accountId = readText(cell('accountId'));
  const templateId = readText(cell('templateId'));
  const product = PRODUCTS.get(readText(cell('product')));
  if (!day || accountId === '' || templateId === '' || !product) return null;
  const metrics: Metrics = { ...NO_METRICS };
  for (const name of BASE_METRICS) metrics[name] = readNumber(cell(name));
  const labels = Object.fromEntries(LABELS.map((name) => [name, readText(cell(name))])) as Record<
    (typeof LABELS)[number],
    string
  >;
  return {
    rowNumber,
    accountId,
    templateId,
    day,
    product,
    ...labels,
    currency: labels.currency || null,
    metrics,
  };
}
