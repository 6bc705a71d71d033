// Shows a cell's note or error text beside the pointer and marks such cells with a corner.
import {
  type ICellData,
  type Injector,
  InterceptorEffectEnum,
  type Nullable,
} from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import {
  CellAlertManagerService,
  INTERCEPTOR_POINT,
  SheetInterceptorService,
} from '@univerjs/preset-sheets-core';
import type { CellExtra } from './convert';
import { usesDecimalComma } from './dialect';
import { make } from './dom';
import type { Grid } from './grid';
import type { Results } from './results';

const noteColour = '#f9ab00';
const errorColour = '#d93025';
const cornerSize = 6;

export function showCellHints(
  injector: Injector,
  api: FUniver,
  grid: Grid,
  results: Results,
): void {
  /** Formatted numbers follow the locale by themselves, plain ones do not. */
  function withLocalDecimals<C extends Nullable<ICellData>>(cell: C): C {
    if (typeof cell?.v !== 'number' || Number.isInteger(cell.v)) return cell;
    if (!usesDecimalComma(grid.locale)) return cell;
    return { ...cell, v: String(cell.v).replace('.', ',') };
  }

  injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    id: 'workbench-corners',
    effect: InterceptorEffectEnum.Style | InterceptorEffectEnum.Value,
    priority: 1000,
    handler: (cell, location, next) => {
      const extra = cell?.custom as CellExtra | null | undefined;
      const isError = Boolean(cell?.f) && typeof cell?.v === 'string' && cell.v.startsWith('#');
      const formatted = location.workbook.getStyles().get(cell?.s)?.n !== undefined;
      const shown = formatted ? next(cell) : withLocalDecimals(next(cell));
      if (!shown || (!extra?.note && !isError)) return shown;
      const color = isError ? errorColour : noteColour;
      // In place of the engine's own corner for errors.
      return { ...shown, markers: { tr: { color, size: cornerSize } } };
    },
  });

  // The engine's own box names the kind of error only; ours says what to do.
  const alerts = injector.get(CellAlertManagerService);
  const showAlert = alerts.showAlert.bind(alerts);
  alerts.showAlert = (alert) => {
    if (alert.key !== 'SHEET_FORMULA_ALERT') showAlert(alert);
  };

  const box = make('div', { class: 'cell-hint', role: 'tooltip', hidden: true });
  document.body.append(box);
  let pointer = { x: 0, y: 0 };
  let target: EventTarget | null = null;
  document.addEventListener('pointermove', (event) => {
    pointer = { x: event.clientX, y: event.clientY };
    target = event.target;
    if (!(target instanceof HTMLCanvasElement)) box.hidden = true;
  });

  function textAt(gridId: string, row: number, column: number): string {
    const error = results.errorAt(gridId, row, column);
    const extra = grid.sheet(gridId)?.getCellRaw(row, column)?.custom as CellExtra | null;
    return [error, extra?.note].filter((part) => part).join('\n');
  }

  api.addEvent(api.Event.CellHover, ({ worksheet, row, column }) => {
    const text = textAt(worksheet.getSheetId(), row, column);
    box.hidden = text === '' || !(target instanceof HTMLCanvasElement);
    if (box.hidden) return;
    box.textContent = text;
    const width = 280;
    box.style.left = `${Math.min(pointer.x + 14, window.innerWidth - width - 12)}px`;
    box.style.top = `${Math.min(pointer.y + 16, window.innerHeight - box.offsetHeight - 12)}px`;
  });
}
