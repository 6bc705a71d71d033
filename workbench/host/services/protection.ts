// Protection of a tab or a range: made by the add-on it stops nobody, made by somebody else it stops the add-on.
import { needFlag, needText } from '../arguments';
import { type Enum, enumOf, ProtectionType } from '../enums';
import type { Execution } from '../execution';
import { refuseProtected, stops } from '../grid/guards';
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
    this.#refuse();
    this.#item.description = needText(description, 'description');
    return this;
  }
  isWarningOnly(): boolean {
    return this.#item.warningOnly;
  }
  setWarningOnly(warningOnly: boolean): this {
    this.#refuse();
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
    return !stops(this.#item);
  }
  /** Who may edit: addresses of people need a scope that the add-on does not ask for, so nobody is listed. */
  getEditors(): never[] {
    return [];
  }
  /** Nobody here leaves holes in a protected tab. */
  getUnprotectedRanges(): RangeService[] {
    return [];
  }
  #refuse(): void {
    const tab = workbookOf(this[at]).tabById(this.#item.tabId);
    if (tab && stops(this.#item)) refuseProtected(workbookOf(this[at]), tab, this.#item.box);
  }
  remove(): void {
    this.#refuse();
    const workbook = workbookOf(this[at]);
    workbook.protections = workbook.protections.filter((item) => item !== this.#item);
  }
}

export type ProtectionFits = NoMisfits<
  Misfits<ProtectionService, GoogleAppsScript.Spreadsheet.Protection>
>;
