// Draws what conditional formats make of cells over the cells' own looks, which stay as they are.
import {
  BooleanNumber,
  type Injector,
  InterceptorEffectEnum,
  type IStyleData,
} from '@univerjs/core';
import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/preset-sheets-core';
import type { Painted, WorkbookSnapshot } from '../host/api';
import { toGridId } from './convert';
import { whenDrawn } from './drawn-sheet';

export interface Painting {
  /** Takes what every tab of a workbook that was opened looks like. */
  open(snapshot: WorkbookSnapshot): void;
  /** Takes what a tab looks like now, and draws it again if it is in view. */
  repaint(sheetId: number, painted: Painted): void;
}

/** @example paintedStyle({ it: 1 }, { bold: true }) // { it: 1, bl: 1 } */
export function paintedStyle(style: IStyleData, look: Painted[number][number]): IStyleData {
  const { background, fontColor, bold } = look;
  return {
    ...style,
    ...(background === undefined ? {} : { bg: { rgb: background } }),
    ...(fontColor === undefined ? {} : { cl: { rgb: fontColor } }),
    ...(bold === undefined ? {} : { bl: bold ? BooleanNumber.TRUE : BooleanNumber.FALSE }),
  };
}

export function createPainting(injector: Injector): Painting {
  const tabs = new Map<string, Painted>();

  injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    id: 'workbench-painting',
    effect: InterceptorEffectEnum.Style,
    priority: 900,
    handler: (cell, location, next) => {
      const shown = next(cell);
      const look = tabs.get(location.subUnitId)?.[location.row + 1]?.[location.col + 1];
      if (!shown || !look) return shown;
      const own = location.workbook.getStyles().get(shown.s) ?? {};
      return { ...shown, s: paintedStyle(own, look) };
    },
  });

  const redraw = (sheetId: string): void =>
    whenDrawn(injector, ({ render, skeletons }) => {
      skeletons.makeDirty({ sheetId }, true);
      if (skeletons.getCurrentParam()?.sheetId !== sheetId) return;
      skeletons.reCalculate();
      render.mainComponent?.makeForceDirty(true);
    });

  return {
    open({ sheets }) {
      tabs.clear();
      for (const { id, painted } of sheets) {
        tabs.set(toGridId(id), painted);
        if (Object.keys(painted).length > 0) redraw(toGridId(id));
      }
    },
    repaint(sheetId, painted) {
      tabs.set(toGridId(sheetId), painted);
      redraw(toGridId(sheetId));
    },
  };
}
