// SpreadsheetApp: the way to the open file, its user interface, and its enumerations.
import {
  BooleanCriteria,
  BorderStyle,
  ColorType,
  CopyPasteType,
  DataValidationCriteria,
  Direction,
  InterpolationType,
  MetadataLocationType,
  MetadataVisibility,
  ProtectionType,
  WrapStrategy,
} from '../enums';
import { at, type Misfits, type NoMisfits, Service } from '../service';
import { ConditionalFormatRuleBuilderService } from './conditional-format-builder';
import { FilterCriteriaBuilderService } from './filter-criteria';
import type { RangeService } from './range';
import type { SheetService } from './sheet';
import { SpreadsheetService } from './spreadsheet';
import { UiService } from './ui';

export class SpreadsheetAppService extends Service {
  static override readonly service = 'SpreadsheetApp';
  readonly BooleanCriteria = BooleanCriteria;
  readonly BorderStyle = BorderStyle;
  readonly ColorType = ColorType;
  readonly CopyPasteType = CopyPasteType;
  readonly DataValidationCriteria = DataValidationCriteria;
  readonly Direction = Direction;
  readonly DeveloperMetadataLocationType = MetadataLocationType;
  readonly DeveloperMetadataVisibility = MetadataVisibility;
  readonly InterpolationType = InterpolationType;
  readonly ProtectionType = ProtectionType;
  readonly WrapStrategy = WrapStrategy;

  getActive(): SpreadsheetService {
    return new SpreadsheetService(this[at]);
  }
  getActiveSpreadsheet(): SpreadsheetService {
    return new SpreadsheetService(this[at]);
  }
  getActiveSheet(): SheetService {
    return this.getActive().getActiveSheet();
  }
  getActiveRange(): RangeService {
    return this.getActive().getActiveRange();
  }
  getCurrentCell(): RangeService {
    return this.getActive().getCurrentCell();
  }
  newConditionalFormatRule(): ConditionalFormatRuleBuilderService {
    return new ConditionalFormatRuleBuilderService(this[at]);
  }
  newFilterCriteria(): FilterCriteriaBuilderService {
    return new FilterCriteriaBuilderService(this[at]);
  }
  getUi(): UiService {
    return new UiService(this[at]);
  }
  /** Commits what was written so far. */
  flush(): void {
    this[at].commit();
  }
}

export type SpreadsheetAppFits = NoMisfits<
  Misfits<SpreadsheetAppService, GoogleAppsScript.Spreadsheet.SpreadsheetApp>
>;
