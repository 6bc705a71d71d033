// The cells whose formulas mention us: found by one search, written back block by block.
import type { CellChange, FormulaCell, FormulaCells } from '../app/ports';
import { lettersOf } from './area-plan';
import { closedTo } from './guard';
import { LIVE_NAME } from './index-tab';
import type { Sheet, Spreadsheet } from './types';

interface Place {
  row: number;
  column: number;
}
interface Block<T> extends Place {
  columns: number;
  /** Rows of as many cells as there are columns. */
  rows: T[][];
}

export function createFormulaCells(spreadsheet: () => Spreadsheet): FormulaCells {
  const rangeOf = (sheet: Sheet, { row, column, rows, columns }: Block<unknown>) =>
    sheet.getRange(row, column, rows.length, columns);

  /** Cells by the number of their tab. */
  const byTab = <T extends { tabId: number }>(cells: readonly T[]): Map<number, T[]> => {
    const tabs = new Map<number, T[]>();
    for (const cell of cells) {
      const known = tabs.get(cell.tabId);
      if (known) known.push(cell);
      else tabs.set(cell.tabId, [cell]);
    }
    return tabs;
  };

  return {
    list() {
      const found = spreadsheet().createTextFinder('WA_').matchFormulaText(true).findAll();
      const sheets = new Map<number, Sheet>();
      const hits = found.map((range) => {
        const sheet = range.getSheet();
        const tabId = sheet.getSheetId();
        sheets.set(tabId, sheet);
        return { tabId, row: range.getRow(), column: range.getColumn() };
      });
      return [...byTab(hits)].flatMap(([tabId, places]) => {
        const sheet = sheets.get(tabId) as Sheet;
        const tab = sheet.getName();
        return blocksOf(places).flatMap((block) => {
          const texts = rangeOf(sheet, block).getFormulas();
          return block.rows.flatMap((line, down) =>
            line.flatMap(({ row, column }, right): FormulaCell[] => {
              const formula = texts[down]?.[right];
              // The search finds what is shown as well, such as a template's name.
              const cell = lettersOf(column) + row;
              return formula ? [{ tabId, tab, row, column, cell, formula }] : [];
            }),
          );
        });
      });
    },

    live() {
      const range = spreadsheet().getRangeByName(LIVE_NAME);
      return range && { tab: range.getSheet().getName(), cell: range.getA1Notation() };
    },

    write(changes) {
      const done: CellChange[] = [];
      const sheets = new Map(
        spreadsheet()
          .getSheets()
          .map((one) => [one.getSheetId(), one]),
      );
      for (const [tabId, all] of byTab(changes)) {
        const sheet = sheets.get(tabId);
        if (!sheet) continue;
        const isClosed = closedTo(sheet);
        for (const block of blocksOf(all.filter(({ row, column }) => !isClosed(row, column)))) {
          const present = rangeOf(sheet, block).getFormulas();
          const still = ({ formula }: CellChange, down: number, right: number) =>
            present[down]?.[right] === formula;
          const whole = block.rows.every((line, down) =>
            line.every((cell, right) => still(cell, down, right)),
          );
          // What a person changed since it was listed is theirs.
          const parts = whole
            ? [block]
            : block.rows.flatMap((line, down) =>
                line
                  .filter((cell, right) => still(cell, down, right))
                  .map((cell) => ({ ...cell, columns: 1, rows: [[cell]] })),
              );
          for (const part of parts) {
            try {
              rangeOf(sheet, part).setFormulas(part.rows.map((line) => line.map(({ to }) => to)));
            } catch (error) {
              if (/protected|data validation/i.test(String(error))) continue;
              throw error;
            }
            done.push(...part.rows.flat());
          }
        }
      }
      return done;
    },
  };
}

/** Few rectangles that cover exactly these cells: runs in a row, joined where the next row has the same run. */
function blocksOf<T extends Place>(cells: readonly T[]): Block<T>[] {
  const blocks: Block<T>[] = [];
  /** The block that ends above, by the columns it covers. */
  const open = new Map<string, Block<T>>();
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  let i = 0;
  for (let first = sorted[i]; first; first = sorted[i]) {
    const { row, column } = first;
    const run: T[] = [];
    for (let cell = sorted[i]; cell?.row === row && cell.column === column + run.length; ) {
      run.push(cell);
      i += 1;
      cell = sorted[i];
    }
    const key = `${column} ${run.length}`;
    const above = open.get(key);
    if (above && above.row + above.rows.length === row) above.rows.push(run);
    else {
      const block = { row, column, columns: run.length, rows: [run] };
      open.set(key, block);
      blocks.push(block);
    }
  }
  return blocks;
}
