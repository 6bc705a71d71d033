// Filter: the basic filter of a tab.
import type { Execution } from '../execution';
import type { Filter, Tab } from '../grid/tab';
import { at, type Misfits, type NoMisfits, Service } from '../service';
import { RangeService } from './range';

export class FilterService extends Service {
  static override readonly service = 'Filter';
  readonly #tab: Tab;
  readonly #filter: Filter;

  constructor(execution: Execution, tab: Tab, filter: Filter) {
    super(execution);
    this.#tab = tab;
    this.#filter = filter;
  }
  getRange(): RangeService {
    return new RangeService(this[at], this.#tab, this.#filter.box);
  }
}

export type FilterFits = NoMisfits<Misfits<FilterService, GoogleAppsScript.Spreadsheet.Filter>>;
