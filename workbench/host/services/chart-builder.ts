// EmbeddedChartBuilder and its kinds: put a chart together. It shows on a sheet once it is inserted or updated there.

import type { Json } from '../api';
import { needArray, needColor, needFlag, needInteger, needPositive, needText } from '../arguments';
import {
  ChartHiddenDimensionStrategy,
  ChartMergeStrategy,
  ChartType,
  CurveStyle,
  type Enum,
  enumName,
  enumOf,
  LegendPosition,
} from '../enums';
import type { Execution } from '../execution';
import { type Chart, type ChartKind, setOption } from '../grid/charts';
import { copyJson, HOST_MAKER } from '../json-rules';
import { at, type Misfits, type NoMisfits, Service } from '../service';
import { ContainerInfoService, EmbeddedChartService, rangesOf } from './chart';
import { RangeService } from './range';
import { region } from './region';

const draft: unique symbol = Symbol('draft');
/** The kinds of chart that the page draws. */
const KINDS: readonly string[] = ['LINE', 'COLUMN', 'COMBO'];

export class EmbeddedChartBuilderService extends Service {
  static override readonly service: string = 'EmbeddedChartBuilder';
  readonly [draft]: Chart;

  constructor(execution: Execution, chart: Chart) {
    super(execution);
    this[draft] = chart;
  }
  build(): EmbeddedChartService {
    return new EmbeddedChartService(this[at], this[draft]);
  }
  asLineChart(): EmbeddedLineChartBuilderService {
    this[draft].kind = 'LINE';
    return new EmbeddedLineChartBuilderService(this[at], this[draft]);
  }
  asColumnChart(): EmbeddedColumnChartBuilderService {
    this[draft].kind = 'COLUMN';
    return new EmbeddedColumnChartBuilderService(this[at], this[draft]);
  }
  asComboChart(): EmbeddedComboChartBuilderService {
    this[draft].kind = 'COMBO';
    return new EmbeddedComboChartBuilderService(this[at], this[draft]);
  }
  getChartType(): Enum {
    return enumOf(ChartType, this[draft].kind);
  }
  setChartType(type: unknown): EmbeddedChartBuilderService {
    const kind = enumName(ChartType, type, 'type');
    if (!KINDS.includes(kind)) throw new Error(`not emulated: charts of type ${kind}`);
    this[draft].kind = kind as ChartKind;
    return this.#plain();
  }
  getRanges(): RangeService[] {
    return rangesOf(this[at], this[draft]);
  }
  /** A range that the chart has already is not added again. */
  addRange(range: unknown): EmbeddedChartBuilderService {
    const added = rangeOf(range);
    const text = JSON.stringify(added);
    const { ranges } = this[draft];
    if (!ranges.some((one) => JSON.stringify(one) === text)) ranges.push(added);
    return this.#plain();
  }
  /** Only a range just as it was added goes. */
  removeRange(range: unknown): EmbeddedChartBuilderService {
    const text = JSON.stringify(rangeOf(range));
    this[draft].ranges = this[draft].ranges.filter((one) => JSON.stringify(one) !== text);
    return this.#plain();
  }
  clearRanges(): EmbeddedChartBuilderService {
    this[draft].ranges = [];
    return this.#plain();
  }
  /** Below 0 they are found out by looking. */
  setNumHeaders(headers: number): EmbeddedChartBuilderService {
    this[draft].headers = needInteger(headers, 'headers');
    return this.#plain();
  }
  setMergeStrategy(strategy: unknown): EmbeddedChartBuilderService {
    this[draft].merge = enumName(ChartMergeStrategy, strategy, 'mergeStrategy');
    return this.#plain();
  }
  setHiddenDimensionStrategy(strategy: unknown): EmbeddedChartBuilderService {
    this[draft].hidden = enumName(ChartHiddenDimensionStrategy, strategy, 'strategy');
    return this.#plain();
  }
  setTransposeRowsAndColumns(transpose: boolean): EmbeddedChartBuilderService {
    this[draft].transposed = needFlag(transpose, 'transpose');
    return this.#plain();
  }
  getContainer(): ContainerInfoService {
    return new ContainerInfoService(this[at], this[draft]);
  }
  setPosition(row: number, column: number, x: number, y: number): EmbeddedChartBuilderService {
    this[draft].anchor = {
      row: needPositive(row, 'anchorRowPos'),
      column: needPositive(column, 'anchorColPos'),
      x: needInteger(x, 'offsetX'),
      y: needInteger(y, 'offsetY'),
    };
    return this.#plain();
  }
  /** Whether the chart knows the option is not looked at. */
  setOption(option: string, value: unknown): EmbeddedChartBuilderService {
    const path = needText(option, 'option');
    const plain = copyJson(value, HOST_MAKER, (one) => this[at].realm.targetOf(one) !== undefined);
    setOption(this[draft].options, path, plain as Json);
    return this.#plain();
  }
  /** Google's kinds of builder answer the general builder where a setter is not their own. */
  #plain(): EmbeddedChartBuilderService {
    return this.constructor === EmbeddedChartBuilderService
      ? this
      : new EmbeddedChartBuilderService(this[at], this[draft]);
  }
}

function rangeOf(range: unknown): Chart['ranges'][number] {
  if (!(range instanceof RangeService)) throw new Error('Invalid argument: range');
  const { tab, box } = range[region];
  const { row, column, rows, columns } = box;
  return { tabId: tab.id, box: { row, column, rows, columns } };
}

/** What the builders of charts with axes share. Each setter stands for an option. */
abstract class AxisChartBuilder extends EmbeddedChartBuilderService {
  setTitle(title: string): this {
    return option(this, 'title', needText(title, 'chartTitle'));
  }
  setXAxisTitle(title: string): this {
    return option(this, 'hAxis.title', needText(title, 'title'));
  }
  setYAxisTitle(title: string): this {
    return option(this, 'vAxis.title', needText(title, 'title'));
  }
  setColors(colors: unknown): this {
    const list = Array.from(needArray(colors, 'cssValues'), (one) => needColor(one, 'cssValues'));
    return option(this, 'colors', list);
  }
  setLegendPosition(position: unknown): this {
    const name = enumName(LegendPosition, position, 'position');
    return option(this, 'legend.position', name.toLowerCase());
  }
}

export class EmbeddedLineChartBuilderService extends AxisChartBuilder {
  static override readonly service = 'EmbeddedLineChartBuilder';

  setCurveStyle(style: unknown): this {
    const smooth = enumName(CurveStyle, style, 'style') === 'SMOOTH';
    return option(this, 'curveType', smooth ? 'function' : 'none');
  }
}
export class EmbeddedColumnChartBuilderService extends AxisChartBuilder {
  static override readonly service = 'EmbeddedColumnChartBuilder';

  setStacked(): this {
    return option(this, 'isStacked', true);
  }
}
export class EmbeddedComboChartBuilderService extends AxisChartBuilder {
  static override readonly service = 'EmbeddedComboChartBuilder';

  setStacked(): this {
    return option(this, 'isStacked', true);
  }
}

function option<T extends EmbeddedChartBuilderService>(builder: T, path: string, value: Json): T {
  setOption(builder[draft].options, path, value);
  return builder;
}

export type EmbeddedChartBuilderFits = NoMisfits<
  | Misfits<EmbeddedChartBuilderService, GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder>
  | Misfits<EmbeddedLineChartBuilderService, GoogleAppsScript.Spreadsheet.EmbeddedLineChartBuilder>
  | Misfits<
      EmbeddedColumnChartBuilderService,
      GoogleAppsScript.Spreadsheet.EmbeddedColumnChartBuilder
    >
  | Misfits<
      EmbeddedComboChartBuilderService,
      GoogleAppsScript.Spreadsheet.EmbeddedComboChartBuilder
    >
>;
