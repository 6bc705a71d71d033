// Merges cells and splits them again.
import { type Box, boxA1, boxCovers, boxesMeet } from './a1';
import type { Tab } from './tab';

/** @throws when the box cuts through a merged block */
function refuseCut(tab: Tab, box: Box): void {
  const cut = tab.merges.find((merge) => boxesMeet(merge, box) && !boxCovers(box, merge));
  if (cut) {
    throw new Error(
      `You must select all cells in a merged range to merge or unmerge them: ${boxA1(cut)} is merged.`,
    );
  }
}

/** Only the top left cell keeps its content. */
export function mergeCells(tab: Tab, box: Box): void {
  if (box.rows * box.columns < 2) throw new Error('One cell alone cannot be merged.');
  refuseCut(tab, box);
  tab.forEach(box, (_, row, column) => {
    if (row !== box.row || column !== box.column) tab.setValue(row, column, null);
  });
  tab.merges = tab.merges.filter((merge) => !boxCovers(box, merge));
  tab.merges.push({ ...box });
}

export function unmergeCells(tab: Tab, box: Box): void {
  refuseCut(tab, box);
  const left = tab.merges.filter((merge) => !boxCovers(box, merge));
  if (left.length === tab.merges.length) {
    throw new Error(`No cells are merged in ${boxA1(box)} of "${tab.name}".`);
  }
  tab.merges = left;
}
