// Reads the places an edit names: lines of a tab, a range, the data below the header.
import { type Box, boxInside, parseBox } from '../grid/a1';
import type { Tab } from '../grid/tab';

/** A whole number within limits. @throws a sentence for people */
export function needLine(value: number, from: number, to: number, what: string): number {
  if (!Number.isInteger(value) || value < from || value > to) {
    throw new Error(`${what} must be a whole number from ${from} to ${to}, not ${value}.`);
  }
  return value;
}

/** The range an edit names. @throws a sentence for people */
export function needBox(tab: Tab, a1: string): Box {
  const box = parseBox(a1, tab);
  if (!box || !boxInside(box, tab)) throw new Error(`"${a1}" is no range of "${tab.name}".`);
  return box;
}

/** The data with its header row, which is the last frozen row, or the first row. @throws when the tab is empty */
export function dataBox(tab: Tab): Box {
  const header = Math.max(1, tab.frozenRows);
  const last = tab.lastRow();
  if (last < header) throw new Error(`"${tab.name}" has no data.`);
  return { row: header, column: 1, rows: last - header + 1, columns: tab.lastColumn() };
}
