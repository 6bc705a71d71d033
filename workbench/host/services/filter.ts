// Filter: the basic filter of a tab.
import { isAbsent, needFlag, needPositive } from '../arguments';
import type { Execution } from '../execution';
import { applyFilter, setCriterion } from '../grid/filtering';
import { refuseProtected } from '../grid/guards';
import { sortRows } from '../grid/sorting';
import type { Filter, Tab } from '../grid/tab';
import { at, type Misfits, type NoMisfits, Service } from '../service';
import { needLive, workbookOf } from './document';
import { FilterCriteriaService } from './filter-criteria';
import { RangeService } from './range';

export class FilterService extends Service {
  static override readonly service = 'Filter';
  readonly #tab: Tab;

  constructor(execution: Execution, tab: Tab) {
    super(execution);
    this.#tab = tab;
  }
  getRange(): RangeService {
    return new RangeService(this[at], this.#tab, this.#live().box);
  }
  remove(): void {
    this.#change();
    this.#tab.filter = null;
  }
  /** Sorts the rows below the filter's header by a column of the tab. */
  sort(columnPosition: number, ascending: boolean): this {
    const filter = this.#change();
    const column = this.#column(filter, columnPosition);
    const up = needFlag(ascending, 'ascending');
    const { row, rows, ...sides } = filter.box;
    const body = { ...sides, row: row + 1, rows: rows - 1 };
    if (body.rows > 0) {
      const workbook = workbookOf(this[at]);
      this[at].writes(this.#tab, body.rows * body.columns);
      sortRows(this.#tab, body, [{ column, ascending: up }]);
      applyFilter(workbook, this.#tab);
      workbook.changes.cells(this.#tab.id, body, true);
    }
    return this;
  }
  getColumnFilterCriteria(columnPosition: number): FilterCriteriaService | null {
    const filter = this.#live();
    const column = this.#column(filter, columnPosition);
    const found = filter.criteria.find((one) => one.column === column);
    return found ? new FilterCriteriaService(this[at], found.hide) : null;
  }
  setColumnFilterCriteria(columnPosition: number, criteria: unknown): this {
    const filter = this.#change();
    const column = this.#column(filter, columnPosition);
    if (!isAbsent(criteria) && !(criteria instanceof FilterCriteriaService)) {
      throw new Error('Invalid argument: filterCriteria');
    }
    setCriterion(filter, column, isAbsent(criteria) ? [] : criteria.getHiddenValues());
    applyFilter(workbookOf(this[at]), this.#tab);
    return this;
  }
  removeColumnFilterCriteria(columnPosition: number): this {
    return this.setColumnFilterCriteria(columnPosition, null);
  }

  #column({ box }: Filter, columnPosition: unknown): number {
    const column = needPositive(columnPosition, 'columnPosition');
    if (column < box.column || column >= box.column + box.columns) {
      throw new Error('The column is outside of the filter.');
    }
    return column;
  }
  /** @throws when the filter was removed in the meantime */
  #live(): Filter {
    const { filter } = needLive(this[at], this.#tab);
    if (!filter) throw new Error(`The sheet "${this.#tab.name}" has no filter.`);
    return filter;
  }
  #change(): Filter {
    const filter = this.#live();
    refuseProtected(workbookOf(this[at]), this.#tab, filter.box);
    workbookOf(this[at]).changes.reload();
    return filter;
  }
}

export type FilterFits = NoMisfits<Misfits<FilterService, GoogleAppsScript.Spreadsheet.Filter>>;
