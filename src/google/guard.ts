// Looks for what would stop a write half-way, before anything is written: protection, merges, rules, space.
import type { Blocks, Guard } from '../app/ports';
import { TABS } from '../core/columns';
import { AddonError } from '../core/errors';
import { TABLE_IDS, type TableId } from '../core/tables';
import { findIndex } from './index-tab';
import type { TableTabInSheets } from './table-tab';
import { findTab } from './tabs';
import type { Range, Sheet, Spreadsheet } from './types';

/** A spreadsheet holds ten million cells over all its tabs. */
const MOST_CELLS = 10_000_000;
/** A new tab has 1,000 rows of 26 columns. */
const NEW_TAB_CELLS = 26_000;

export function createGuard(
  spreadsheet: () => Spreadsheet,
  tables: Record<TableId, TableTabInSheets>,
): Guard {
  const logToCome = (): number => (findTab(spreadsheet(), TABS.log) ? 0 : NEW_TAB_CELLS);
  const checkSpace = (more: number): number => {
    const cells = spreadsheet()
      .getSheets()
      .reduce((sum, sheet) => sum + sheet.getMaxRows() * sheet.getMaxColumns(), more + logToCome());
    if (cells > MOST_CELLS) throw new AddonError('no-space', { cells, limit: MOST_CELLS });
    return cells;
  };

  return {
    checkSpace,

    checkOwnTabs() {
      const book = spreadsheet();
      const log = findTab(book, TABS.log);
      for (const sheet of [log, findIndex(book)]) {
        if (sheet) refuseProtected(sheet, null);
      }
      // Made at the end of the sync, when the rows are written already.
      if (!log) checkSpace(0);
    },

    checkTables(all, newCells) {
      const places = TABLE_IDS.flatMap((id) => {
        const place = tables[id].place();
        const blocks = all[id] ?? [];
        return place && blocks.length > 0 ? [{ place, blocks }] : [];
      });
      const more = places.reduce((sum, { place: { sheet }, blocks }) => {
        const missing = Math.max(...blocks.map(({ last }) => last)) - sheet.getMaxRows();
        return sum + Math.max(0, missing) * sheet.getMaxColumns();
      }, newCells);
      const cells = more > 0 ? checkSpace(more) : 0;
      for (const { place, blocks } of places) {
        const ranges = rangesOf(place, blocks);
        refuseProtected(place.sheet, ranges);
        for (const range of ranges) refuseRules(place.sheet, range);
      }
      return cells;
    },
  };
}

/** Our columns of the blocks, as far as the grid reaches. */
function rangesOf(
  place: NonNullable<ReturnType<TableTabInSheets['place']>>,
  blocks: Blocks,
): Range[] {
  const { sheet, segments } = place;
  const most = sheet.getMaxRows();
  return blocks
    .filter(({ first }) => first <= most)
    .flatMap(({ first, last }) =>
      segments.map(({ column, keys }) =>
        sheet.getRange(first, column, Math.min(last, most) - first + 1, keys.length),
      ),
    );
}

/** @param ranges what is about to be written; null = anything on the tab */
export function refuseProtected(sheet: Sheet, ranges: readonly Range[] | null): void {
  const { SHEET, RANGE } = SpreadsheetApp.ProtectionType;
  for (const type of [SHEET, RANGE]) {
    for (const protection of sheet.getProtections(type)) {
      if (protection.isWarningOnly() || protection.canEdit()) continue;
      const closed = type === SHEET ? null : protection.getRange();
      const open = type === SHEET ? protection.getUnprotectedRanges() : [];
      const hit =
        ranges === null
          ? true
          : ranges.some((range) =>
              closed ? meet(range, closed) : !open.some((free) => holds(free, range)),
            );
      if (!hit) continue;
      throw new AddonError('tab-protected', {
        tab: sheet.getName(),
        ...(closed ? { range: closed.getA1Notation() } : {}),
      });
    }
  }
}

/** Whether anything on a tab is closed to who runs this. */
export function isProtected(sheet: Sheet): boolean {
  try {
    refuseProtected(sheet, null);
    return false;
  } catch (error) {
    if (error instanceof AddonError) return true;
    throw error;
  }
}

/** Which cells of a tab are closed to who runs this. */
export function closedTo(sheet: Sheet): (row: number, column: number) => boolean {
  const { SHEET, RANGE } = SpreadsheetApp.ProtectionType;
  const within = (range: Range) => {
    const [top, left, bottom, right] = edges(range);
    return (row: number, column: number) =>
      top <= row && row <= bottom && left <= column && column <= right;
  };
  const closed = [SHEET, RANGE].flatMap((type) =>
    sheet
      .getProtections(type)
      .filter((one) => !one.isWarningOnly() && !one.canEdit())
      .map((one) => {
        if (type === RANGE) return within(one.getRange());
        const open = one.getUnprotectedRanges().map(within);
        return (row: number, column: number) => !open.some((holds) => holds(row, column));
      }),
  );
  return (row, column) => closed.some((holds) => holds(row, column));
}

const edges = (range: Range): [top: number, left: number, bottom: number, right: number] => [
  range.getRow(),
  range.getColumn(),
  range.getLastRow(),
  range.getLastColumn(),
];

function meet(a: Range, b: Range): boolean {
  const [[top, left, bottom, right], [top2, left2, bottom2, right2]] = [edges(a), edges(b)];
  return top <= bottom2 && top2 <= bottom && left <= right2 && left2 <= right;
}

/** Whether the whole of `inner` lies in `outer`. */
function holds(outer: Range, inner: Range): boolean {
  const [[top, left, bottom, right], [top2, left2, bottom2, right2]] = [edges(outer), edges(inner)];
  return top <= top2 && left <= left2 && bottom >= bottom2 && right >= right2;
}

/** A merged cell swallows what is written under it; a rule refuses the whole block. */
export function refuseRules(sheet: Sheet, range: Range): void {
  const refuse = (what: 'merged' | 'validation', cell: string): never => {
    throw new AddonError('cell-rule', { tab: sheet.getName(), cell, what });
  };
  const [merged] = range.getMergedRanges();
  if (merged) refuse('merged', merged.getA1Notation());
  range.getDataValidations().forEach((line, row) => {
    line.forEach((rule, column) => {
      // Google's type forgets that a cell without a rule has null here.
      const strict = (rule as typeof rule | null)?.getAllowInvalid() === false;
      if (strict) refuse('validation', range.getCell(row + 1, column + 1).getA1Notation());
    });
  });
}
