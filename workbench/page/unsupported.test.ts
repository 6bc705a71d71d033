// Checks which commands of the grid are kept back.
import { isBlocked } from './unsupported';

test.each([
  'sheet.command.insert-row-before',
  'sheet.command.insert-multi-cols-right',
  'sheet.command.remove-row',
  'sheet.command.remove-sheet',
  'sheet.command.delete-range-move-up',
  'sheet.command.move-rows',
  'sheet.command.set-worksheet-name',
  'sheet.command.add-worksheet-merge-all',
  'sheet.operation.rename-sheet',
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
])('%s runs', (id) => {
  expect(isBlocked(id)).toBe(false);
});
