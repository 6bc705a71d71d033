// DataValidation: what a cell accepts, as scripts may ask.
import { DataValidationCriteria, type Enum, enumOf } from '../enums';
import type { Execution } from '../execution';
import type { Rule } from '../grid/cell';
import { type Misfits, type NoMisfits, Service } from '../service';

export class DataValidationService extends Service {
  static override readonly service = 'DataValidation';
  readonly #rule: Rule;

  constructor(execution: Execution, rule: Rule) {
    super(execution);
    this.#rule = rule;
  }
  getCriteriaType(): Enum {
    return enumOf(
      DataValidationCriteria,
      this.#rule.kind === 'checkbox' ? 'CHECKBOX' : 'VALUE_IN_LIST',
    );
  }
  /** For a list its values, and that it shows as a dropdown; nothing for a checkbox. */
  getCriteriaValues(): unknown[] {
    return this.#rule.kind === 'checkbox' ? [] : [[...this.#rule.values], true];
  }
  getAllowInvalid(): boolean {
    return this.#rule.warn;
  }
}

export type DataValidationFits = NoMisfits<
  Misfits<DataValidationService, GoogleAppsScript.Spreadsheet.DataValidation>
>;
