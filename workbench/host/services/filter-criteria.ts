// FilterCriteria and its builder: which texts of a column a filter hides.
import { needArray, needText } from '../arguments';
import type { Execution } from '../execution';
import { at, type Misfits, type NoMisfits, Service } from '../service';

export class FilterCriteriaService extends Service {
  static override readonly service = 'FilterCriteria';
  readonly #hide: readonly string[];

  constructor(execution: Execution, hide: readonly string[]) {
    super(execution);
    this.#hide = [...hide];
  }
  copy(): FilterCriteriaBuilderService {
    return new FilterCriteriaBuilderService(this[at], this.#hide);
  }
  getHiddenValues(): string[] {
    return [...this.#hide];
  }
}

export class FilterCriteriaBuilderService extends Service {
  static override readonly service = 'FilterCriteriaBuilder';
  #hide: readonly string[];

  constructor(execution: Execution, hide: readonly string[] = []) {
    super(execution);
    this.#hide = [...hide];
  }
  build(): FilterCriteriaService {
    return new FilterCriteriaService(this[at], this.#hide);
  }
  copy(): FilterCriteriaBuilderService {
    return new FilterCriteriaBuilderService(this[at], this.#hide);
  }
  getHiddenValues(): string[] {
    return [...this.#hide];
  }
  /** In place of those set before. */
  setHiddenValues(values: unknown): this {
    this.#hide = Array.from(needArray(values, 'values'), (value) => needText(value, 'values'));
    return this;
  }
}

export type FilterCriteriaFits = NoMisfits<
  | Misfits<FilterCriteriaService, GoogleAppsScript.Spreadsheet.FilterCriteria>
  | Misfits<FilterCriteriaBuilderService, GoogleAppsScript.Spreadsheet.FilterCriteriaBuilder>
>;
