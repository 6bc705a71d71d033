// Spreadsheet: the open file, its tabs, names, metadata, locale and zone.
import { isAbsent, needInteger, needText } from '../arguments';
import { refuseDeletion } from '../grid/guards';
import { at, type Misfits, type NoMisfits, Service } from '../service';
import { readLocale } from '../text/locale';
import { workbookOf } from './document';
import { addMetadata, MetadataFinderService, MetadataService } from './metadata';
import { NamedRangeService } from './named-range';
import { RangeService } from './range';
import { region } from './region';
import { SheetService } from './sheet';
import { tabKey } from './tab-key';
import { TextFinderService } from './text-finder';

export class SpreadsheetService extends Service {
  static override readonly service = 'Spreadsheet';

  getId(): string {
    return workbookOf(this[at]).id;
  }
  getName(): string {
    return workbookOf(this[at]).title;
  }
  getUrl(): string {
    return `https://docs.google.com/spreadsheets/d/${workbookOf(this[at]).id}/edit`;
  }
  getSpreadsheetLocale(): string {
    return workbookOf(this[at]).locale.code;
  }
  setSpreadsheetLocale(locale: string): void {
    workbookOf(this[at]).locale = readLocale(needText(locale, 'locale'));
    workbookOf(this[at]).changes.reload();
  }
  getSpreadsheetTimeZone(): string {
    return workbookOf(this[at]).zone;
  }

  getSheets(): SheetService[] {
    return workbookOf(this[at]).tabs.map((tab) => new SheetService(this[at], tab));
  }
  getNumSheets(): number {
    return workbookOf(this[at]).tabs.length;
  }
  getSheetByName(name: string): SheetService | null {
    const tab = workbookOf(this[at]).tab(needText(name, 'name'));
    return tab ? new SheetService(this[at], tab) : null;
  }
  getSheetById(id: number): SheetService | null {
    const tab = workbookOf(this[at]).tabById(needInteger(id, 'id'));
    return tab ? new SheetService(this[at], tab) : null;
  }
  /** The new tab stands after the active one unless its place is given, and becomes the active one. */
  insertSheet(name?: unknown, index?: unknown): SheetService {
    const workbook = workbookOf(this[at]);
    const [title, place] = typeof name === 'number' ? [undefined, name] : [name, index];
    const next = workbook.tabs.indexOf(workbook.activeTab()) + 1;
    const position = isAbsent(place) ? next : needInteger(place, 'sheetIndex');
    if (position < 0 || position > workbook.tabs.length) {
      throw new Error('The sheet index is out of bounds.');
    }
    const text = isAbsent(title) ? freshName(workbook.tabs.map((tab) => tab.name)) : title;
    const tab = workbook.addTab(needText(text, 'sheetName'), position);
    workbook.active = { tabId: tab.id, box: { row: 1, column: 1, rows: 1, columns: 1 } };
    return new SheetService(this[at], tab);
  }
  deleteSheet(sheet: unknown): void {
    const tab = needSheet(sheet)[tabKey];
    refuseDeletion(workbookOf(this[at]), tab);
    workbookOf(this[at]).deleteTab(tab);
  }
  getActiveSheet(): SheetService {
    return new SheetService(this[at], workbookOf(this[at]).activeTab());
  }
  setActiveSheet(sheet: unknown, restoreSelection?: unknown): SheetService {
    if (!isAbsent(restoreSelection)) {
      throw new Error('not emulated: Spreadsheet.setActiveSheet with restoreSelection');
    }
    return needSheet(sheet).activate();
  }
  moveActiveSheet(position: number): void {
    const workbook = workbookOf(this[at]);
    const place = needInteger(position, 'pos');
    if (place < 1 || place > workbook.tabs.length)
      throw new Error('The position is out of bounds.');
    workbook.moveTab(workbook.activeTab(), place);
  }
  getActiveRange(): RangeService {
    return this.getActiveSheet().getActiveRange();
  }
  getActiveCell(): RangeService {
    return this.getActiveSheet().getActiveCell();
  }
  getCurrentCell(): RangeService {
    return this.getActiveSheet().getActiveCell();
  }
  getRange(a1: string): RangeService {
    const workbook = workbookOf(this[at]);
    const found = workbook.resolve(needText(a1, 'a1Notation'), workbook.activeTab());
    if (!found) throw new Error('Range not found');
    return new RangeService(this[at], found.tab, found.box);
  }

  setNamedRange(name: string, range: unknown): void {
    if (!(range instanceof RangeService)) throw new Error('Invalid argument: range');
    const { tab, box } = range[region];
    workbookOf(this[at]).setName(needText(name, 'name'), tab.id, { ...box });
  }
  getNamedRanges(): NamedRangeService[] {
    return workbookOf(this[at]).names.map((named) => new NamedRangeService(this[at], named));
  }
  getRangeByName(name: string): RangeService | null {
    const named = workbookOf(this[at]).findName(needText(name, 'name'));
    return named ? new NamedRangeService(this[at], named).getRange() : null;
  }
  removeNamedRange(name: string): void {
    workbookOf(this[at]).removeName(needText(name, 'name'));
  }
  toast(message: string, title?: unknown, seconds?: unknown): void {
    if (!isAbsent(seconds) && typeof seconds !== 'number') {
      throw new Error('Invalid argument: timeoutSeconds');
    }
    workbookOf(this[at]).changes.event({
      kind: 'toast',
      message: needText(message, 'msg'),
      title: isAbsent(title) ? '' : needText(title, 'title'),
    });
  }

  addDeveloperMetadata(key: string, value?: unknown, visibility?: unknown): this {
    addMetadata(this[at], {}, key, value, visibility);
    return this;
  }
  getDeveloperMetadata(): MetadataService[] {
    return workbookOf(this[at])
      .metadata.filter((item) => item.tabId === undefined)
      .map((item) => new MetadataService(this[at], item));
  }
  createDeveloperMetadataFinder(): MetadataFinderService {
    return new MetadataFinderService(this[at], () => true);
  }
  createTextFinder(findText: string): TextFinderService {
    return new TextFinderService(this[at], () => workbookOf(this[at]).tabs, findText);
  }
}

function needSheet(sheet: unknown): SheetService {
  if (!(sheet instanceof SheetService)) throw new Error('Invalid argument: sheet');
  return sheet;
}

function freshName(names: string[]): string {
  let number = names.length + 1;
  while (names.includes(`Sheet${number}`)) number++;
  return `Sheet${number}`;
}

export type SpreadsheetFits = NoMisfits<
  Misfits<SpreadsheetService, GoogleAppsScript.Spreadsheet.Spreadsheet, 'getSheetById'>
>;
