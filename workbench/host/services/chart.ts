// EmbeddedChart: a chart as it was when it was built or asked for, its place and its options.
import { ChartHiddenDimensionStrategy, ChartMergeStrategy, type Enum, enumOf } from '../enums';
import type { Execution } from '../execution';
import { type Chart, getOption } from '../grid/charts';
import { at, type Misfits, type NoMisfits, Service } from '../service';
import { EmbeddedChartBuilderService } from './chart-builder';
import { workbookOf } from './document';
import { RangeService } from './range';

/** The key under which a chart keeps its state, unseen by the add-on. */
export const chartKey: unique symbol = Symbol('chart');

export class EmbeddedChartService extends Service {
  static override readonly service = 'EmbeddedChart';
  /** Of a chart that is not on a sheet the id is 0. */
  readonly [chartKey]: Chart;

  constructor(execution: Execution, chart: Chart) {
    super(execution);
    this[chartKey] = structuredClone(chart);
  }
  /** Null while the chart is not on a sheet; inserting one does not change what was built. */
  getChartId(): number | null {
    return this[chartKey].id || null;
  }
  getRanges(): RangeService[] {
    return rangesOf(this[at], this[chartKey]);
  }
  getContainerInfo(): ContainerInfoService {
    return new ContainerInfoService(this[at], this[chartKey]);
  }
  getOptions(): ChartOptionsService {
    return new ChartOptionsService(this[at], this[chartKey]);
  }
  getNumHeaders(): number {
    return this[chartKey].headers;
  }
  getMergeStrategy(): Enum {
    return enumOf(ChartMergeStrategy, this[chartKey].merge);
  }
  getHiddenDimensionStrategy(): Enum {
    return enumOf(ChartHiddenDimensionStrategy, this[chartKey].hidden);
  }
  getTransposeRowsAndColumns(): boolean {
    return this[chartKey].transposed;
  }
  /** Changes reach the sheet with `updateChart` only. */
  modify(): EmbeddedChartBuilderService {
    return new EmbeddedChartBuilderService(this[at], structuredClone(this[chartKey]));
  }
}

/** @throws when a tab was deleted in the meantime, as ranges of it are gone */
export const rangesOf = (execution: Execution, chart: Chart): RangeService[] =>
  chart.ranges.map(({ tabId, box }) => {
    const tab = workbookOf(execution).tabById(tabId);
    if (!tab) throw new Error('A sheet that the chart shows was deleted.');
    return new RangeService(execution, tab, box);
  });

export class ContainerInfoService extends Service {
  static override readonly service = 'ContainerInfo';
  readonly #chart: Chart;

  constructor(execution: Execution, chart: Chart) {
    super(execution);
    this.#chart = chart;
  }
  getAnchorRow(): number {
    return this.#chart.anchor.row;
  }
  getAnchorColumn(): number {
    return this.#chart.anchor.column;
  }
  getOffsetX(): number {
    return this.#chart.anchor.x;
  }
  getOffsetY(): number {
    return this.#chart.anchor.y;
  }
}

export class ChartOptionsService extends Service {
  static override readonly service = 'ChartOptions';
  readonly #chart: Chart;

  constructor(execution: Execution, chart: Chart) {
    super(execution);
    this.#chart = chart;
  }
  get(option: string): unknown {
    return getOption(this.#chart.options, String(option));
  }
}

export type EmbeddedChartFits = NoMisfits<
  | Misfits<EmbeddedChartService, GoogleAppsScript.Spreadsheet.EmbeddedChart>
  | Misfits<ContainerInfoService, GoogleAppsScript.Spreadsheet.ContainerInfo>
  | Misfits<ChartOptionsService, GoogleAppsScript.Charts.ChartOptions>
>;
