// What stops the add-on's person from changing cells: protections that somebody else made.
import { type Box, boxesMeet } from './a1';
import type { Axis } from './following';
import type { Tab } from './tab';
import type { Protected, Workbook } from './workbook';

const REFUSAL =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

/** A protection with a warning only, or made by the add-on itself, stops nobody. */
export const stops = (item: Protected): boolean => item.foreign === true && !item.warningOnly;

const refuse = (): never => {
  throw new Error(REFUSAL);
};

/** Whether a protection that stops the add-on reaches into the box; without a box, whether the whole tab is protected. */
export const isProtected = (workbook: Workbook, tab: Tab, box?: Box): boolean =>
  workbook.protections.some(
    (item) =>
      item.tabId === tab.id &&
      stops(item) &&
      (!item.box || (box !== undefined && boxesMeet(item.box, box))),
  );

/** @throws Google's sentence when it is protected */
export function refuseProtected(workbook: Workbook, tab: Tab, box?: Box): void {
  if (isProtected(workbook, tab, box)) refuse();
}

/** Lines may come beside a protected range, not inside it. */
export function refuseInsertion(workbook: Workbook, tab: Tab, axis: Axis, at: number): void {
  for (const item of workbook.protections) {
    if (item.tabId !== tab.id || !stops(item)) continue;
    const { box } = item;
    const [from, size] = !box
      ? [0, Number.POSITIVE_INFINITY]
      : axis === 'row'
        ? [box.row, box.rows]
        : [box.column, box.columns];
    if (at > from && at < from + size) refuse();
  }
}

/** The box of some whole lines. */
export const linesBox = (tab: Tab, axis: Axis, at: number, count: number): Box =>
  axis === 'row'
    ? { row: at, column: 1, rows: count, columns: tab.maxColumns }
    : { row: 1, column: at, rows: tab.maxRows, columns: count };

/** A tab with anything protected on it cannot be deleted by others. */
export function refuseDeletion(workbook: Workbook, tab: Tab): void {
  if (workbook.protections.some((item) => item.tabId === tab.id && stops(item))) refuse();
}
