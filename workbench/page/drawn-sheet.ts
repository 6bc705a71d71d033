// The drawing of the open workbook, which the grid prepares some time after the workbook itself.
import type { Injector } from '@univerjs/core';
import {
  type IRender,
  IRenderManagerService,
  SheetSkeletonManagerService,
} from '@univerjs/preset-sheets-core';
import { workbookId } from './convert';

export interface Drawing {
  render: IRender;
  skeletons: SheetSkeletonManagerService;
}

/** @returns null while nothing can be drawn or measured yet */
export function drawingOf(injector: Injector): Drawing | null {
  const render = injector.get(IRenderManagerService).getRenderById(workbookId);
  // The main component comes last, after the services of the drawing.
  if (!render?.mainComponent) return null;
  return { render, skeletons: render.with(SheetSkeletonManagerService) };
}

/** Runs the action once something is drawn. */
export function whenDrawn(injector: Injector, action: (drawing: Drawing) => void): void {
  requestAnimationFrame(() => {
    const drawing = drawingOf(injector);
    if (drawing) action(drawing);
    else whenDrawn(injector, action);
  });
}
