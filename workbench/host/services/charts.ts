// Charts: the service of that name, of which a sheet's charts need the enumerations only.
import {
  ChartHiddenDimensionStrategy,
  ChartMergeStrategy,
  ChartType,
  CurveStyle,
  LegendPosition,
} from '../enums';
import { type Misfits, type NoMisfits, Service } from '../service';

export class ChartsService extends Service {
  static override readonly service = 'Charts';
  readonly ChartType = ChartType;
  readonly ChartHiddenDimensionStrategy = ChartHiddenDimensionStrategy;
  readonly ChartMergeStrategy = ChartMergeStrategy;
  readonly CurveStyle = CurveStyle;
  readonly Position = LegendPosition;
}

export type ChartsFits = NoMisfits<Misfits<ChartsService, GoogleAppsScript.Charts.Charts>>;
