// Developer metadata: keys and values that hang on the spreadsheet, a tab, a row or a column.
import { isAbsent, needInteger, needText } from '../arguments';
import { Enum, enumName, enumOf, MetadataLocationType, MetadataVisibility } from '../enums';
import type { Execution } from '../execution';
import type { Metadata } from '../grid/workbook';
import { at, type Misfits, type NoMisfits, Service } from '../service';
import { workbookOf } from './document';
import { RangeService } from './range';
import { SheetService } from './sheet';
import { SpreadsheetService } from './spreadsheet';

/** Reads `(key)`, `(key, visibility)`, `(key, value)` or `(key, value, visibility)` and keeps the entry. */
export function addMetadata(
  execution: Execution,
  place: Pick<Metadata, 'tabId' | 'line'>,
  key: unknown,
  value: unknown,
  visibility: unknown,
): void {
  const [text, shown] = value instanceof Enum ? [null, value] : [value, visibility];
  const workbook = workbookOf(execution);
  workbook.metadata.push({
    id: workbook.nextId++,
    key: needText(key, 'key'),
    value: isAbsent(text) ? null : needText(text, 'value'),
    visibility: isAbsent(shown) ? 'DOCUMENT' : enumName(MetadataVisibility, shown, 'visibility'),
    ...place,
  });
}

function locationType(item: Metadata): string {
  if (item.line) return item.line.axis === 'row' ? 'ROW' : 'COLUMN';
  return item.tabId === undefined ? 'SPREADSHEET' : 'SHEET';
}

export class MetadataService extends Service {
  static override readonly service = 'DeveloperMetadata';
  readonly #item: Metadata;

  constructor(execution: Execution, item: Metadata) {
    super(execution);
    this.#item = item;
  }
  getId(): number {
    return this.#item.id;
  }
  getKey(): string {
    return this.#item.key;
  }
  getValue(): string | null {
    return this.#item.value;
  }
  getVisibility(): Enum {
    return enumOf(MetadataVisibility, this.#item.visibility);
  }
  getLocation(): MetadataLocationService {
    return new MetadataLocationService(this[at], this.#item);
  }
  setKey(key: string): this {
    this.#item.key = needText(key, 'key');
    return this;
  }
  setValue(value: string): this {
    this.#item.value = needText(value, 'value');
    return this;
  }
  setVisibility(visibility: unknown): this {
    this.#item.visibility = enumName(MetadataVisibility, visibility, 'visibility');
    return this;
  }
  remove(): void {
    const workbook = workbookOf(this[at]);
    workbook.metadata = workbook.metadata.filter((item) => item !== this.#item);
  }
}

class MetadataLocationService extends Service {
  static override readonly service = 'DeveloperMetadataLocation';
  readonly #item: Metadata;

  constructor(execution: Execution, item: Metadata) {
    super(execution);
    this.#item = item;
  }
  getLocationType(): Enum {
    return enumOf(MetadataLocationType, locationType(this.#item));
  }
  getSpreadsheet(): SpreadsheetService | null {
    return this.#item.tabId === undefined ? new SpreadsheetService(this[at]) : null;
  }
  getSheet(): SheetService | null {
    const tab = workbookOf(this[at]).tabById(this.#item.tabId ?? -1);
    return tab && !this.#item.line ? new SheetService(this[at], tab) : null;
  }
  getColumn(): RangeService | null {
    return this.#line('column');
  }
  getRow(): RangeService | null {
    return this.#line('row');
  }
  #line(axis: 'row' | 'column'): RangeService | null {
    const { tabId, line } = this.#item;
    const tab = workbookOf(this[at]).tabById(tabId ?? -1);
    if (!tab || line?.axis !== axis) return null;
    const box =
      axis === 'row'
        ? { row: line.at, column: 1, rows: 1, columns: tab.maxColumns }
        : { row: 1, column: line.at, rows: tab.maxRows, columns: 1 };
    return new RangeService(this[at], tab, box);
  }
}

export class MetadataFinderService extends Service {
  static override readonly service = 'DeveloperMetadataFinder';
  #tests: ((item: Metadata) => boolean)[];

  constructor(execution: Execution, within: (item: Metadata) => boolean) {
    super(execution);
    this.#tests = [within];
  }
  withKey(key: string): this {
    return narrow(this, this.#tests, (item) => item.key === needText(key, 'key'));
  }
  withValue(value: string): this {
    return narrow(this, this.#tests, (item) => item.value === needText(value, 'value'));
  }
  withId(id: number): this {
    return narrow(this, this.#tests, (item) => item.id === needInteger(id, 'id'));
  }
  withVisibility(visibility: unknown): this {
    const name = enumName(MetadataVisibility, visibility, 'visibility');
    return narrow(this, this.#tests, (item) => item.visibility === name);
  }
  withLocationType(type: unknown): this {
    const name = enumName(MetadataLocationType, type, 'locationType');
    return narrow(this, this.#tests, (item) => locationType(item) === name);
  }
  find(): MetadataService[] {
    return workbookOf(this[at])
      .metadata.filter((item) => this.#tests.every((test) => test(item)))
      .map((item) => new MetadataService(this[at], item));
  }
}

function narrow<T>(
  finder: T,
  tests: ((item: Metadata) => boolean)[],
  test: (i: Metadata) => boolean,
): T {
  tests.push(test);
  return finder;
}

export type MetadataFits = NoMisfits<
  Misfits<MetadataService, GoogleAppsScript.Spreadsheet.DeveloperMetadata>
>;
export type LocationFits = NoMisfits<
  Misfits<MetadataLocationService, GoogleAppsScript.Spreadsheet.DeveloperMetadataLocation>
>;
export type FinderFits = NoMisfits<
  Misfits<MetadataFinderService, GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder>
>;
