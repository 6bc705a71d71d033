// The hidden tab `WA Index`: live cell, last sync, head, places, and the chunks by bucket and month.
import type { IndexTab } from '../app/ports';
import { TABS } from '../core/columns';
import { AddonError } from '../core/errors';
import { liveText } from '../core/formula/arguments';
import { HEAD_PARTS } from '../core/index/head';
import { textCell } from './cells';
import { civilTime } from './civil-time';
import { findMarked, makeTab } from './tabs';
import type { Sheet, Spreadsheet } from './types';

/** Names of the two cells that formulas and people may use. */
export const LIVE_NAME = 'WA_LIVE';
export const SYNCED_NAME = 'WA_SYNCED';

/** Layout: A1 a word to whoever looks, B1 live, B2 synced; head in A, places in B, from row 3; chunks below. */
export const LAYOUT = {
  live: 'B1',
  synced: 'B2',
  headRow: 3,
  rows: 2 + HEAD_PARTS,
  firstChunkRow: 3 + HEAD_PARTS,
} as const;

/** Longest text of the places in one cell. */
const PLACES_PART = 45_000;
const NOTE =
  'Ledger for WhatsApp keeps its index here. Formulas read it. Please leave it as it is.';

/** By the named cell, which moves with our tab, else by its mark or our note in it. */
export function findIndex(spreadsheet: Spreadsheet): Sheet | null {
  const named = spreadsheet.getRangeByName(LIVE_NAME)?.getSheet();
  if (named) return named;
  const marked = findMarked(spreadsheet, TABS.index)[0];
  if (marked) return marked;
  // A tab a person gave this name is theirs.
  const same = spreadsheet.getSheetByName(TABS.index);
  return same && same.getRange('A1').getValue() === NOTE ? same : null;
}

export function createIndexTab(spreadsheet: () => Spreadsheet): IndexTab {
  const find = (): Sheet | null => findIndex(spreadsheet());
  const sheet = (): Sheet => {
    const found = find();
    if (!found) throw new AddonError('unexpected', { where: TABS.index });
    return found;
  };

  /** Whether both named cells stand where the layout has them: inserted rows and columns move them along. */
  const areNamesRight = (): boolean => {
    const places = new Map(
      spreadsheet()
        .getNamedRanges()
        .map((name) => [name.getName(), name.getRange().getA1Notation()]),
    );
    return places.get(LIVE_NAME) === LAYOUT.live && places.get(SYNCED_NAME) === LAYOUT.synced;
  };

  /** Puts back rows and columns that a person deleted. */
  const growTo = (tab: Sheet, rows: number, columns: number): void => {
    const [height, width] = [tab.getMaxRows(), tab.getMaxColumns()];
    if (rows > height) tab.insertRowsAfter(height, rows - height);
    if (columns > width) tab.insertColumnsAfter(width, columns - width);
  };

  return {
    isWhole: () => areNamesRight() && find() !== null,

    ensure() {
      const book = spreadsheet();
      let tab = find();
      if (!tab) {
        tab = makeTab(book, TABS.index);
        tab.getRange('A1:B2').setValues([
          [textCell(NOTE), textCell(liveText(0))],
          ['', ''],
        ]);
        tab.hideSheet();
      }
      if (areNamesRight()) return;
      growTo(tab, LAYOUT.rows, 2);
      book.setNamedRange(LIVE_NAME, tab.getRange(LAYOUT.live));
      book.setNamedRange(SYNCED_NAME, tab.getRange(LAYOUT.synced));
      tab.getRange(LAYOUT.synced).setNumberFormat('yyyy-mm-dd hh:mm');
    },

    readHead() {
      const tab = find();
      if (!tab) return null;
      const rows = Math.min(LAYOUT.rows, tab.getMaxRows());
      const [first, , ...values] = tab
        .getRange(1, 1, rows, Math.min(2, tab.getMaxColumns()))
        .getValues();
      return {
        live: String(first?.[1] ?? ''),
        head: values.map((line) => String(line[0] ?? '')),
        places: values.map((line) => String(line[1] ?? '')).join(''),
      };
    },

    writeHead(head, places) {
      const rows = Array.from({ length: HEAD_PARTS }, (_, i) => [
        textCell(head[i] ?? null),
        textCell(places.slice(i * PLACES_PART, (i + 1) * PLACES_PART)),
      ]);
      const tab = sheet();
      growTo(tab, LAYOUT.rows, 2);
      tab.getRange(LAYOUT.headRow, 1, HEAD_PARTS, 2).setValues(rows);
    },

    readChunks(firstColumn, columns, buckets) {
      const tab = sheet();
      // A person may have deleted rows or columns of the hidden tab.
      const rows = Math.min(buckets, tab.getMaxRows() - LAYOUT.firstChunkRow + 1);
      const width = Math.min(columns, tab.getMaxColumns() - firstColumn);
      if (rows < 1 || width < 1) return [];
      return tab
        .getRange(LAYOUT.firstChunkRow, firstColumn + 1, rows, width)
        .getValues()
        .map((line) => line.map(String));
    },

    writeChunks(firstColumn, texts) {
      const buckets = texts[0]?.length ?? 0;
      if (buckets === 0) return;
      const tab = sheet();
      growTo(tab, LAYOUT.firstChunkRow + buckets - 1, firstColumn + texts.length);
      const values = Array.from({ length: buckets }, (_, bucket) =>
        texts.map((column) => textCell(column[bucket] ?? null)),
      );
      tab.getRange(LAYOUT.firstChunkRow, firstColumn + 1, buckets, texts.length).setValues(values);
    },

    writeLive(version) {
      sheet()
        .getRange(LAYOUT.live)
        .setValue(textCell(liveText(version)));
    },

    writeSynced(epochMs) {
      const zone = spreadsheet().getSpreadsheetTimeZone();
      sheet().getRange(LAYOUT.synced).setValue(civilTime(epochMs, zone));
    },
  };
}
