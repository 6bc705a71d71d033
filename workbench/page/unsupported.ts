// Keeps the grid from changes that do not reach the host yet, so that the two never drift apart.
import type { FUniver } from '@univerjs/core/facade';

/** Menu entries that would do nothing useful here; they are not shown. */
const hiddenEntries = [
  'sheet.menu.row-insert',
  'sheet.menu.col-insert',
  'sheet.menu.cell-insert',
  'sheet.menu.delete',
  'sheet.menu.sheet-frozen',
  'sheet.command.add-worksheet-merge',
  'sheet.command.remove-worksheet-merge',
  'sheet.command.insert-row-before',
  'sheet.command.insert-row-after',
  'sheet.command.insert-multi-rows-above',
  'sheet.command.insert-multi-rows-after',
  'sheet.command.insert-col-before',
  'sheet.command.insert-col-after',
  'sheet.command.insert-multi-cols-before',
  'sheet.command.insert-multi-cols-right',
  'sheet.command.insert-range-move-down-confirm',
  'sheet.command.insert-range-move-right-confirm',
  'sheet.command.delete-range-move-left-confirm',
  'sheet.command.delete-range-move-up-confirm',
  'sheet.command.remove-row-confirm',
  'sheet.command.remove-col-confirm',
  'sheet.command.remove-sheet-confirm',
  'sheet.command.copy-sheet',
  'sheet.operation.rename-sheet',
  'sheet.command.set-worksheet-hidden',
  'sheet.command.set-worksheet-show',
  'sheet.command.set-tab-color',
  'sheet.command.split-text-to-columns',
  'sheet.contextMenu.permission',
  'sheet.command.add-range-protection-from-toolbar',
  'sheet.command.change-sheet-protection-from-sheet-bar',
  'sheet.command.view-sheet-permission-from-sheet-bar',
];

export const hiddenMenuEntries = Object.fromEntries(
  hiddenEntries.map((id) => [id, { hidden: true }]),
);

const blocked =
  /^sheet\.(command|operation)\.((insert|remove|append)-.*(row|col|range|merge|name)|remove-sheet|copy-sheet$|delete-range|move-(rows|cols)$|reorder-range|split-text|rename-sheet|set-worksheet-(name|order|hidden|show|row-count|column-count|protection)|add-(worksheet|range)|set-(protection|range-protection|defined-name))/;

export interface UnsupportedListeners {
  onBlocked(): void;
  /** The person asked for a new tab. */
  onNewSheet(): void;
}

/** Tells whether a command of the grid must not run. */
export const isBlocked = (commandId: string): boolean => blocked.test(commandId);

export function guardGrid(api: FUniver, listeners: UnsupportedListeners): void {
  api.addEvent(api.Event.BeforeCommandExecute, (event) => {
    if (event.id === 'sheet.command.insert-sheet') {
      event.cancel = true;
      listeners.onNewSheet();
    } else if (isBlocked(event.id)) {
      event.cancel = true;
      listeners.onBlocked();
    }
  });
}
