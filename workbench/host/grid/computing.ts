// Keeps the formulas' results: which are out of date after a change, and the results the page sends.
import type { ComputedCell } from '../api';
import { findReferences, type References } from '../text/formula-text';
import { type Box, boxesMeet } from './a1';
import type { Cell } from './cell';
import type { Changes } from './changes';
import type { Tab } from './tab';
import type { Workbook } from './workbook';

const parsed = new Map<string, References>();

function referencesOf(formula: string): References {
  let found = parsed.get(formula);
  if (!found) {
    if (parsed.size > 200_000) parsed.clear();
    found = findReferences(formula);
    parsed.set(formula, found);
  }
  return found;
}

/** Marks every formula that reads a changed cell, directly or through other formulas. */
export function markDirty(workbook: Workbook, changes: Changes, revision: number): void {
  let touched = changes.valued;
  let anyName = changes.names;
  const done = new Set<Cell>();
  while (touched.size > 0 || anyName) {
    const next = new Map<number, Box[]>();
    for (const tab of workbook.tabs) {
      for (const { cell, row, column } of tab.formulas()) {
        if (done.has(cell)) continue;
        if (!readsAny(workbook, tab, cell.f, touched, anyName)) continue;
        done.add(cell);
        cell.dirty = revision;
        const boxes = next.get(tab.id) ?? [];
        boxes.push({ row, column, rows: 1, columns: 1 });
        next.set(tab.id, boxes);
      }
    }
    touched = next;
    anyName = false;
  }
}

function readsAny(
  workbook: Workbook,
  own: Tab,
  formula: string,
  touched: Map<number, Box[]>,
  anyName: boolean,
): boolean {
  const { cells, names } = referencesOf(formula);
  for (const { sheet, box } of cells) {
    const tab = sheet === null ? own : workbook.tab(sheet);
    if (tab && touched.get(tab.id)?.some((changed) => boxesMeet(changed, box))) return true;
  }
  for (const name of names) {
    const named = workbook.findName(name);
    if (!named) continue;
    if (anyName) return true;
    if (touched.get(named.tabId)?.some((changed) => boxesMeet(changed, named.box))) return true;
  }
  return false;
}

/**
 * Takes the page's results. A cell without a formula takes the value as spilled from elsewhere,
 * unless it holds something of its own. With `revision`, every formula that is not listed is known
 * to be unchanged by the changes up to there.
 *
 * @returns the tabs on which a value changed
 */
export function takeResults(
  workbook: Workbook,
  results: ComputedCell[],
  revision?: number,
): Set<Tab> {
  const changed = new Set<Tab>();
  for (const { sheetId, row, column, value, error } of results) {
    const tab = workbook.tabById(sheetId);
    if (!tab || row < 1 || column < 1 || row > tab.maxRows || column > tab.maxColumns) continue;
    const present = tab.cell(row, column);
    if ((present?.v ?? '') !== (value ?? '') || (present?.e ?? '') !== (error ?? '')) {
      changed.add(tab);
    }
    if (present?.f) {
      present.v = value === '' ? null : value;
      present.e = error ?? '';
      present.awaiting = false;
      if (revision === undefined || revision >= present.dirty) present.dirty = 0;
    } else if (!present || present.v === null || present.spilled) {
      if (value === null && !present) continue;
      const cell = tab.ensure(row, column);
      cell.v = value === '' ? null : value;
      cell.spilled = cell.v !== null;
    }
  }
  if (revision === undefined) return changed;
  for (const tab of workbook.tabs) {
    for (const { cell } of tab.formulas()) if (cell.dirty <= revision) cell.dirty = 0;
  }
  return changed;
}
