// NamedRange: a name of the spreadsheet and the range it stands for.
import { needText } from '../arguments';
import type { Execution } from '../execution';
import type { NamedBox } from '../grid/workbook';
import { at, type Misfits, type NoMisfits, Service } from '../service';
import { workbookOf } from './document';
import { RangeService } from './range';
import { region } from './region';

export class NamedRangeService extends Service {
  static override readonly service = 'NamedRange';
  readonly #named: NamedBox;

  constructor(execution: Execution, named: NamedBox) {
    super(execution);
    this.#named = named;
  }
  getName(): string {
    return this.#named.name;
  }
  getRange(): RangeService {
    const tab = workbookOf(this[at]).tabById(this.#named.tabId);
    if (!tab) throw new Error(`The range of "${this.#named.name}" was deleted.`);
    return new RangeService(this[at], tab, this.#named.box);
  }
  setName(name: string): this {
    const workbook = workbookOf(this[at]);
    const text = needText(name, 'name');
    const { tabId, box } = this.#named;
    workbook.removeName(this.#named.name);
    workbook.setName(text, tabId, box);
    this.#named.name = text;
    return this;
  }
  setRange(range: unknown): this {
    if (!(range instanceof RangeService)) throw new Error('Invalid argument: range');
    const { tab, box } = range[region];
    workbookOf(this[at]).setName(this.#named.name, tab.id, { ...box });
    return this;
  }
  remove(): void {
    workbookOf(this[at]).removeName(this.#named.name);
  }
}

export type NamedRangeFits = NoMisfits<
  Misfits<NamedRangeService, GoogleAppsScript.Spreadsheet.NamedRange>
>;
