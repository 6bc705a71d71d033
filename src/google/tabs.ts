// Finds our tabs: by their fixed names, else by the mark left on them, so that a person may rename them.
import type { Sheet, Spreadsheet } from './types';

/** Key of the developer metadata on a tab of ours; its value is the tab's fixed name. */
export const TAB_MARK = 'wa-tab';

/** @returns null when there is no such tab under any name */
export function findTab(spreadsheet: Spreadsheet, name: string): Sheet | null {
  return spreadsheet.getSheetByName(name) ?? findMarked(spreadsheet, name)[0] ?? null;
}

/** Tabs that carry the mark of this one, whatever they are called now. A copied tab may carry it too. */
export function findMarked(spreadsheet: Spreadsheet, name: string): Sheet[] {
  return spreadsheet
    .createDeveloperMetadataFinder()
    .withKey(TAB_MARK)
    .withValue(name)
    .find()
    .flatMap((mark) => mark.getLocation().getSheet() ?? []);
}

/**
 * Makes a tab that is found again after it was renamed; the tab a person looks at stays in front. Where a
 * person's own tab has the name, a number goes behind it. An empty one is taken: a run that died before it
 * could mark its tab left such a one.
 */
export function makeTab(spreadsheet: Spreadsheet, name: string): Sheet {
  const begun = spreadsheet.getSheetByName(name);
  if (begun?.getLastRow() === 0) {
    markTab(begun, name);
    return begun;
  }
  const shown = spreadsheet.getActiveSheet();
  let free = name;
  for (let n = 2; spreadsheet.getSheetByName(free); n += 1) free = `${name} ${n}`;
  // At the end, so that our tabs stand in the order they were made in.
  const made = spreadsheet.insertSheet(free, spreadsheet.getNumSheets());
  markTab(made, name);
  shown.activate();
  return made;
}

/** Leaves the mark by which a tab is found again. */
export function markTab(sheet: Sheet, name: string): void {
  sheet.addDeveloperMetadata(TAB_MARK, name);
}
