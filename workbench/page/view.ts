// What the person looks at (tab, selection, scroll position), kept when the whole workbook is drawn again.
import {
  ICommandService,
  type Injector,
  RANGE_TYPE,
  type Workbook,
  type Worksheet,
} from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import {
  type IScrollState,
  SetScrollOperation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SheetsSelectionsService,
} from '@univerjs/preset-sheets-core';
import { workbookId } from './convert';
import { clipSelection, type TabsInView, tabToShow } from './kept-place';
import type { GridRange, Wish } from './structure';

export interface View extends TabsInView {
  selection: GridRange | null;
  scroll: IScrollState | null;
}

export function readView(injector: Injector, api: FUniver, workbook: Workbook): View {
  const selection = injector.get(SheetsSelectionsService).getCurrentLastSelection();
  return {
    order: [...workbook.getSheetOrders()],
    active: workbook.getActiveSheet().getSheetId(),
    selection: selection ? selection.range : null,
    scroll: scrollOf(api),
  };
}

/** A grid that was started just now cannot be asked yet, and has not been scrolled either. */
function scrollOf(api: FUniver): IScrollState | null {
  try {
    return api.getActiveWorkbook()?.getActiveSheet().getScrollState() ?? null;
  } catch {
    return null;
  }
}

function select(commands: ICommandService, sheet: Worksheet, range: GridRange & RangeKind): void {
  const rows = sheet.getRowCount();
  const columns = sheet.getColumnCount();
  const whole =
    range.rangeType === RANGE_TYPE.ROW
      ? 'rows'
      : range.rangeType === RANGE_TYPE.COLUMN
        ? 'columns'
        : 'none';
  const clipped = clipSelection(range, rows, columns, whole);
  const { startRow, startColumn } = clipped;
  commands.syncExecuteCommand(SetSelectionsOperation.id, {
    unitId: workbookId,
    subUnitId: sheet.getSheetId(),
    selections: [
      {
        range: { ...clipped, rangeType: range.rangeType ?? RANGE_TYPE.NORMAL },
        primary: {
          actualRow: startRow,
          actualColumn: startColumn,
          startRow,
          startColumn,
          endRow: startRow,
          endColumn: startColumn,
          rangeType: RANGE_TYPE.NORMAL,
          isMerged: false,
          isMergedMainCell: false,
        },
        style: null,
      },
    ],
  });
}

type RangeKind = { rangeType?: RANGE_TYPE };

/** Shows the same place again in a workbook that was just drawn. */
export function restoreView(
  injector: Injector,
  workbook: Workbook,
  view: View,
  wish: Wish | null,
): void {
  const commands = injector.get(ICommandService);
  const visible = workbook
    .getSheets()
    .filter((sheet) => !sheet.isSheetHidden())
    .map((sheet) => sheet.getSheetId());
  const wanted = wish?.show && visible.includes(wish.show) ? wish.show : tabToShow(view, visible);
  const sheet = wanted === undefined ? null : workbook.getSheetBySheetId(wanted);
  if (!sheet || wanted === undefined) return;
  commands.syncExecuteCommand(SetWorksheetActiveOperation.id, {
    unitId: workbookId,
    subUnitId: wanted,
  });
  if (wanted !== view.active) return;
  const selection = wish?.select ?? view.selection;
  if (selection) select(commands, sheet, selection);
  if (view.scroll) {
    commands.syncExecuteCommand(SetScrollOperation.id, {
      unitId: workbookId,
      sheetId: wanted,
      ...view.scroll,
    });
  }
}
