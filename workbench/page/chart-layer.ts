// Lays the charts of the tab in view over the grid: they scroll with it, and follow its cells.
import { CellValueType, ICommandService, type Injector, type Worksheet } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/preset-sheets-core';
import type { ChartData, WorkbookSnapshot } from '../host/api';
import { displayValue } from '../host/text/display';
import { type Locale, readLocale } from '../host/text/locale';
import { drawChart } from './chart-drawing';
import { readOptions } from './chart-options';
import { type CellReader, emptyCell, readTable } from './chart-table';
import { toGridId, workbookId } from './convert';
import { make } from './dom';
import { drawingOf } from './drawn-sheet';
import type { Grid } from './grid';

export interface ChartLayer {
  /** Takes the charts of every tab. */
  open(snapshot: WorkbookSnapshot): void;
}

/** The grid's own changes of what cells hold or show, a formula's results among them. */
const changesCells =
  /^(sheet\.mutation\.(set-range-values|move-range|set-numfmt|remove-numfmt)|formula\.mutation\.set-formula-calculation-result)$/;

interface Shown {
  chart: ChartData;
  element: HTMLElement;
  size: { width: number; height: number };
}

export function createChartLayer(injector: Injector, grid: Grid, holder: HTMLElement): ChartLayer {
  const layer = make('div', { class: 'charts' });
  holder.append(layer);
  let charts = new Map<string, ChartData[]>();
  let locale = readLocale('en_US');
  let shownTab: string | null = null;
  let shown: Shown[] = [];

  function draw(one: Shown): void {
    const options = readOptions(one.chart);
    one.size = { width: options.width, height: options.height };
    one.element.innerHTML = drawChart(
      readTable(one.chart, readerOf(injector, grid, locale)),
      options,
      locale,
    );
  }

  function show(tab: string): void {
    shownTab = tab;
    shown = (charts.get(tab) ?? []).map((chart) => ({
      chart,
      element: make('div', { class: 'chart' }),
      size: { width: 0, height: 0 },
    }));
    for (const one of shown) {
      draw(one);
      // Whoever turns the wheel over a chart means the sheet.
      one.element.addEventListener('wheel', (event) => passOn(holder, event), { passive: false });
    }
    layer.replaceChildren(...shown.map(({ element }) => element));
  }

  /** Every frame, because scrolling, zooming and sizing of lines all move charts. */
  function follow(): void {
    requestAnimationFrame(follow);
    const view = viewOf(injector, holder);
    if (!view) return;
    if (view.tab !== shownTab) show(view.tab);
    if (shown.length === 0) return;
    for (const one of shown) placeChart(one, view);
  }
  requestAnimationFrame(follow);

  let planned = false;
  injector.get(ICommandService).onCommandExecuted(({ id }) => {
    if (planned || shown.length === 0 || !changesCells.test(id)) return;
    planned = true;
    setTimeout(() => {
      planned = false;
      for (const one of shown) draw(one);
    }, 100);
  });

  return {
    open(snapshot) {
      locale = readLocale(snapshot.locale);
      charts = new Map(snapshot.sheets.map((sheet) => [toGridId(sheet.id), sheet.charts]));
      shownTab = null;
    },
  };
}

/** How the grid stands in the holder now. */
interface View {
  tab: string;
  /** Of the canvas within the holder. */
  offset: { x: number; y: number };
  zoom: number;
  scroll: { x: number; y: number };
  /** First pixel right of and below what does not scroll, without zoom. */
  start: { x: number; y: number };
  /** First pixel right of and below the headers. */
  headers: { x: number; y: number };
  end: { x: number; y: number };
  frozen: { rows: number; columns: number };
  cell(row: number, column: number): { x: number; y: number };
}

const scrollBar = 12;

function viewOf(injector: Injector, holder: HTMLElement): View | null {
  const drawing = drawingOf(injector);
  const skeleton = drawing?.skeletons.getCurrentSkeleton();
  const main = drawing?.render.scene.getViewport('viewMain');
  const canvas = holder.querySelector<HTMLElement>('canvas[id^=univer-sheet-main-canvas]');
  if (!drawing || !skeleton || !main || !canvas) return null;
  const [inner, outer] = [canvas.getBoundingClientRect(), holder.getBoundingClientRect()];
  const zoom = drawing.render.scene.scaleX;
  const { ySplit, xSplit } = skeleton.worksheet.getFreeze();
  return {
    tab: skeleton.worksheet.getSheetId(),
    offset: { x: inner.left - outer.left, y: inner.top - outer.top },
    zoom,
    scroll: { x: main.viewportScrollX, y: main.viewportScrollY },
    start: { x: main.left / zoom, y: main.top / zoom },
    headers: {
      x: skeleton.rowHeaderWidthAndMarginLeft,
      y: skeleton.columnHeaderHeightAndMarginTop,
    },
    end: { x: (inner.width - scrollBar) / zoom, y: (inner.height - scrollBar) / zoom },
    frozen: { rows: ySplit, columns: xSplit },
    cell: (row, column) => {
      const { startX, startY } = skeleton.getNoMergeCellWithCoordByIndex(row - 1, column - 1);
      return { x: startX, y: startY };
    },
  };
}

/** A chart that stands in frozen lines does not scroll with the others, and lies over them. */
function placeChart({ chart, element, size }: Shown, view: View): void {
  const { row, column, x, y } = chart.anchor;
  const cell = view.cell(row, column);
  const fixed = { x: column <= view.frozen.columns, y: row <= view.frozen.rows };
  const left = cell.x + x - (fixed.x ? 0 : view.scroll.x);
  const top = cell.y + y - (fixed.y ? 0 : view.scroll.y);
  const cut = {
    top: Math.max(0, (fixed.y ? view.headers.y : view.start.y) - top),
    left: Math.max(0, (fixed.x ? view.headers.x : view.start.x) - left),
    right: Math.max(0, left + size.width - view.end.x),
    bottom: Math.max(0, top + size.height - view.end.y),
  };
  const gone = cut.top + cut.bottom >= size.height || cut.left + cut.right >= size.width;
  const style = gone
    ? 'display:none'
    : `left:${view.offset.x + left * view.zoom}px;top:${view.offset.y + top * view.zoom}px;` +
      `width:${size.width}px;height:${size.height}px;transform:scale(${view.zoom});` +
      `clip-path:inset(${cut.top}px ${cut.right}px ${cut.bottom}px ${cut.left}px)`;
  if (element.getAttribute('style') !== style) element.setAttribute('style', style);
}

function passOn(holder: HTMLElement, event: WheelEvent): void {
  event.preventDefault();
  const canvas = holder.querySelector('canvas[id^=univer-sheet-main-canvas]');
  canvas?.dispatchEvent(new WheelEvent('wheel', event));
}

function readerOf(injector: Injector, grid: Grid, locale: Locale): CellReader {
  const styles = grid.workbook().getStyles();
  const spilled = injector.get(FormulaDataModel).getArrayFormulaCellData()[workbookId] ?? {};
  const sheetOf = (id: number): Worksheet | null => grid.sheet(toGridId(id));
  return {
    cell(sheetId, row, column) {
      const own = sheetOf(sheetId)?.getCellRaw(row - 1, column - 1);
      const holds = (own?.v ?? '') !== '';
      const cell = holds ? own : spilled[toGridId(sheetId)]?.[row - 1]?.[column - 1];
      const raw = cell?.v ?? null;
      if (!cell || raw === null || raw === '') return emptyCell;
      const value = cell.t === CellValueType.BOOLEAN ? Boolean(raw) : raw;
      const pattern = styles.get(own?.s)?.n?.pattern ?? '';
      return { value, pattern, text: displayValue(value, pattern, locale) };
    },
    isRowShown: (sheetId, row) => sheetOf(sheetId)?.getRowVisible(row - 1) ?? true,
  };
}
