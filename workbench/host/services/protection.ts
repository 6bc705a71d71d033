// Protection of a tab or a range. The one person here is the owner, whom no protection stops.
import { needFlag, needText } from '../arguments';
import { type Enum, enumOf, ProtectionType } from '../enums';
import type { Execution } from '../execution';
import type { Protected } from '../grid/workbook';
import { at, type Misfits, type NoMisfits, Service } from '../service';
import { workbookOf } from './document';
import { RangeService } from './range';

export class ProtectionService extends Service {
  static override readonly service = 'Protection';
  readonly #item: Protected;

  constructor(execution: Execution, item: Protected) {
    super(execution);
    this.#item = item;
  }
  getDescription(): string {
    return this.#item.description;
  }
  setDescription(description: string): this {
    this.#item.description = needText(description, 'description');
    return this;
  }
  isWarningOnly(): boolean {
    return this.#item.warningOnly;
  }
  setWarningOnly(warningOnly: boolean): this {
    this.#item.warningOnly = needFlag(warningOnly, 'warningOnly');
    return this;
  }
  getProtectionType(): Enum {
    return enumOf(ProtectionType, this.#item.box ? 'RANGE' : 'SHEET');
  }
  getRange(): RangeService {
    const tab = workbookOf(this[at]).tabById(this.#item.tabId);
    if (!tab) throw new Error('The protected sheet was deleted.');
    const whole = { row: 1, column: 1, rows: tab.maxRows, columns: tab.maxColumns };
    return new RangeService(this[at], tab, this.#item.box ?? whole);
  }
  canEdit(): boolean {
    return true;
  }
  remove(): void {
    const workbook = workbookOf(this[at]);
    workbook.protections = workbook.protections.filter((item) => item !== this.#item);
  }
}

export type ProtectionFits = NoMisfits<
  Misfits<ProtectionService, GoogleAppsScript.Spreadsheet.Protection>
>;
