// Checks which commands of the grid are kept back.
import { changesSomething, isBlocked } from './unsupported';

test.each([
  'sheet.command.delete-range-move-up',
  'sheet.command.insert-range-move-down',
  'sheet.command.set-rows-hidden',
  'sheet.command.set-col-hidden',
  'sheet.command.set-selected-rows-visible',
  'sheet.command.add-worksheet-merge-all',
  'sheet.command.copy-sheet',
])('%s is kept back', (id) => {
  expect(isBlocked(id)).toBe(true);
});

test.each([
  'sheet.command.set-range-values',
  'sheet.command.clear-selection-content',
  'sheet.command.move-selection',
  'sheet.command.move-range',
  'sheet.command.set-worksheet-col-width',
  'sheet.command.set-worksheet-activate',
  'sheet.command.auto-fill',
  'sheet.command.set-bold',
  'sheet.command.set-row-frozen',
  'sheet.operation.rename-sheet',
  'sheet.command.remove-row-confirm',
])('%s runs', (id) => {
  expect(isBlocked(id)).toBe(false);
});

test.each([
  ['sheet.command.set-range-values', true],
  ['sheet.command.paste', true],
  ['sheet.operation.set-cell-edit-visible', true],
  ['sheet.command.insert-row-before', true],
  ['sheet.command.copy', false],
  ['sheet.command.scroll-view', false],
  ['sheet.command.set-worksheet-activate', false],
  ['sheet.operation.set-selections', false],
  ['sheet.mutation.set-range-values', false],
])('%s waits for a new shape: %s', (id, waits) => {
  expect(changesSomething(id)).toBe(waits);
});
