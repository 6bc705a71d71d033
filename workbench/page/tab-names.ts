// Puts a tab's own name back after a person typed another one that was not taken.
import type { Workbook } from '@univerjs/core';

/** The tab bar keeps what was typed until the name changes; nothing else tells it that it did not. */
export function restoreTabNames(workbook: Workbook): void {
  for (const tab of document.querySelectorAll<HTMLElement>('[data-u-comp=slide-tab-item]')) {
    const name = workbook.getSheetBySheetId(tab.dataset.id ?? '')?.getName();
    const label = tab.querySelector('span');
    if (name !== undefined && label && label.textContent !== name) label.textContent = name;
  }
}
