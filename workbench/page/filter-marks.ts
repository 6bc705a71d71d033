// Marks the header cells of a filter with a funnel each, filled where it hides rows; a click asks what to show.
import type { ICellRenderContext, Injector } from '@univerjs/core';
import { InterceptorEffectEnum } from '@univerjs/core';
import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/preset-sheets-core';
import type { SheetExtra } from './convert';

/** The mark's box, at the right end of the cell's last line. */
const size = 16;
const gap = 2;
const green = '#188038';
const grey = '#5f6368';

interface Corner {
  left: number;
  top: number;
}

function cornerOf({ primaryWithCoord }: ICellRenderContext): Corner {
  const { isMergedMainCell, mergeInfo, startY, endX, endY } = primaryWithCoord;
  const [right, top, bottom] = isMergedMainCell
    ? [mergeInfo.endX, mergeInfo.startY, mergeInfo.endY]
    : [endX, startY, endY];
  return { left: right - size - gap, top: Math.max(top + gap, bottom - size - gap) };
}

/** Three lines that grow shorter, as Sheets draws it; on a green ground where rows are hidden. */
function drawMark(ctx: CanvasRenderingContext2D, { left, top }: Corner, hides: boolean): void {
  ctx.save();
  ctx.beginPath();
  ctx.fillStyle = hides ? green : '#ffffff';
  ctx.strokeStyle = hides ? green : '#dadce0';
  ctx.lineWidth = 1;
  ctx.roundRect(left + 0.5, top + 0.5, size - 1, size - 1, 3);
  ctx.fill();
  ctx.stroke();
  ctx.beginPath();
  ctx.strokeStyle = hides ? '#ffffff' : grey;
  ctx.lineWidth = 1.5;
  for (const [line, length] of [8, 5, 2].entries()) {
    const y = top + 5 + line * 3;
    ctx.moveTo(left + (size - length) / 2, y);
    ctx.lineTo(left + (size + length) / 2, y);
  }
  ctx.stroke();
  ctx.restore();
}

/** @param onAsk takes a column from 0 */
export function showFilterMarks(injector: Injector, onAsk: (column: number) => void): void {
  injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    id: 'workbench-filter-marks',
    effect: InterceptorEffectEnum.Style,
    priority: 800,
    handler: (cell, location, next) => {
      const { filter } = (location.worksheet.getCustomMetadata() ?? {}) as SheetExtra;
      const column = location.col + 1;
      if (!filter || location.row + 1 !== filter.row) return next(cell);
      if (column < filter.column || column >= filter.column + filter.columns) return next(cell);
      const hides = filter.criteria.some((one) => one.column === column);
      const shown = next(cell);
      return {
        ...shown,
        customRender: [
          ...(shown?.customRender ?? []),
          {
            zIndex: 20,
            drawWith: (ctx, info) => drawMark(ctx, cornerOf(info), hides),
            isHit: ({ x, y }, info) => {
              const { left, top } = cornerOf(info);
              return x >= left && x <= left + size && y >= top && y <= top + size;
            },
            onPointerDown: (info) => onAsk(info.col),
          },
        ],
      };
    },
  });
}
