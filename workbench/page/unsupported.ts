// Keeps the grid from changing its shape by itself, so that it never drifts apart from the host.
import type { FUniver } from '@univerjs/core/facade';
import type { Grid } from './grid';
import { type OpenSheets, type Wish, wishOf } from './structure';

/** Menu entries that would do nothing useful here; they are not shown. */
const hiddenEntries = [
  'sheet.command.add-worksheet-merge',
  'sheet.command.remove-worksheet-merge',
  'sheet.command.insert-range-move-down-confirm',
  'sheet.command.insert-range-move-right-confirm',
  'sheet.command.delete-range-move-left-confirm',
  'sheet.command.delete-range-move-up-confirm',
  'sheet.command.hide-row-confirm',
  'sheet.command.hide-col-confirm',
  'sheet.command.set-selected-rows-visible',
  'sheet.command.set-selected-cols-visible',
  'sheet.command.copy-sheet',
  'sheet.command.set-tab-color',
  'sheet.command.split-text-to-columns',
  'sheet.contextMenu.permission',
  'sheet.command.add-range-protection-from-toolbar',
  'sheet.command.add-range-protection-from-sheet-bar',
  'sheet.command.delete-worksheet-protection-from-sheet-bar',
  'sheet.command.change-sheet-protection-from-sheet-bar',
  'sheet.command.view-sheet-permission-from-sheet-bar',
];

export const hiddenMenuEntries = Object.fromEntries(
  hiddenEntries.map((id) => [id, { hidden: true }]),
);

const blocked =
  /^sheet\.command\.((insert|delete)-range-move|append-row$|copy-sheet$|reorder-range|split-text|set-tab-color|set-worksheet-(row-count|column-count|protection)|hide-(row|col)-|set-(rows|col)-hidden|set-(selected|specific)-(rows|cols)-visible|set-col-visible|(add|remove|delete)-(worksheet|range|defined-name)|(set|insert)-defined-name|set-(protection|range-protection))/;

/** Commands that only look around; everything else changes something. */
const harmless =
  /^sheet\.command\.(scroll|select|move-selection|expand-selection|set-scroll|copy$|change-zoom|set-zoom|set-worksheet-activate$|show-menu-list$)/;

/** Tells whether a command of the grid must not run. */
export const isBlocked = (commandId: string): boolean => blocked.test(commandId);

/** True for what must wait while the grid still shows a shape that the host has changed. */
export const changesSomething = (commandId: string): boolean =>
  commandId === 'sheet.operation.set-cell-edit-visible' ||
  (commandId.startsWith('sheet.command.') && !harmless.test(commandId));

export interface GuardListeners {
  onBlocked(): void;
  /** The person asked for a new tab. */
  onNewSheet(): void;
  /** The person asked for another shape of the lines or tabs. */
  onWish(wish: Wish): void;
  /** True while the host has another shape than the grid shows. */
  isChanging(): boolean;
}

/** Stops the grid's own commands for what only the host may do, and passes on what was meant. */
export function guardGrid(api: FUniver, grid: Grid, listeners: GuardListeners): void {
  const sheets: OpenSheets = {
    activeId: () => grid.workbook().getActiveSheet().getSheetId(),
    sheetName: (gridId) => grid.sheet(gridId)?.getName(),
    isRowShown: (gridId, row) => grid.sheet(gridId)?.getRowVisible(row) ?? true,
  };
  api.addEvent(api.Event.BeforeCommandExecute, (event) => {
    if (listeners.isChanging() && changesSomething(event.id)) {
      // Leaving a cell is not a change; nothing can be entered meanwhile.
      const leaves = (event.params as { visible?: boolean } | undefined)?.visible === false;
      event.cancel = !leaves;
      return;
    }
    if (event.id === 'sheet.command.insert-sheet') {
      event.cancel = true;
      listeners.onNewSheet();
      return;
    }
    const wish = wishOf(event.id, event.params, sheets);
    if (wish) {
      event.cancel = true;
      listeners.onWish(wish);
    } else if (isBlocked(event.id)) {
      event.cancel = true;
      listeners.onBlocked();
    }
  });
}
