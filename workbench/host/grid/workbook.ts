// The spreadsheet: its tabs, named ranges, developer metadata and protections, and what moves with rows and columns.
import type { WorkbookSnapshot } from '../api';
import {
  type Follow,
  type Move,
  moveLines,
  renameInFormula,
  shiftLines,
} from '../text/formula-text';
import type { Locale } from '../text/locale';
import { type Box, boxA1, parseBox, splitSheet } from './a1';
import { ChangeLog } from './changes';
import { forgetTab } from './charts';
import { type Axis, followTab, rewriteFormulas } from './following';
import { Tab } from './tab';

export const CELL_LIMIT = 10_000_000;

export interface NamedBox {
  name: string;
  tabId: number;
  box: Box;
}
export interface Metadata {
  id: number;
  key: string;
  value: string | null;
  visibility: string;
  /** Absent = the whole spreadsheet. */
  tabId?: number;
  /** The row or column it hangs on, with `tabId`. */
  line?: { axis: 'row' | 'column'; at: number };
}
export interface Protected {
  tabId: number;
  /** Absent = the whole tab. */
  box?: Box;
  description: string;
  warningOnly: boolean;
  /** Somebody else made it: the add-on's person may not edit here. */
  foreign?: true;
}

export class Workbook {
  tabs: Tab[] = [];
  names: NamedBox[] = [];
  metadata: Metadata[] = [];
  protections: Protected[] = [];
  active = { tabId: 0, box: { row: 1, column: 1, rows: 1, columns: 1 } as Box };
  revision = 1;
  nextId = 1;
  readonly changes = new ChangeLog();

  constructor(
    public locale: Locale,
    public zone: string,
    readonly id: string,
    readonly title: string,
  ) {}

  tab(name: string): Tab | undefined {
    return this.tabs.find((tab) => tab.name === name);
  }
  tabById(id: number): Tab | undefined {
    return this.tabs.find((tab) => tab.id === id);
  }
  /** The tab by its name. @throws a sentence for people */
  needTab(name: string): Tab {
    const tab = this.tab(name);
    if (!tab) throw new Error(`No sheet is named "${name}".`);
    return tab;
  }
  activeTab(): Tab {
    const tab = this.tabById(this.active.tabId) ?? this.tabs[0];
    if (!tab) throw new Error('The spreadsheet has no tab.');
    return tab;
  }

  addTab(name: string, index = this.tabs.length): Tab {
    this.checkTabName(name);
    this.checkRoom(1000 * 26);
    const tab = new Tab(this.tabs.length === 0 ? 0 : this.#freshTabId(), name);
    this.tabs.splice(index, 0, tab);
    this.changes.reload();
    return tab;
  }
  #freshTabId(): number {
    let id = 0;
    do id = Math.floor(Math.random() * 2 ** 31);
    while (this.tabById(id));
    return id;
  }
  checkTabName(name: string): void {
    if (name === '' || name.length > 100) {
      throw new Error('The sheet name cannot be empty or longer than 100 characters.');
    }
    if (this.tabs.some((tab) => tab.name.toLowerCase() === name.toLowerCase())) {
      throw new Error(`A sheet with the name "${name}" already exists. Please enter another name.`);
    }
  }
  renameTab(tab: Tab, name: string): void {
    if (tab.name === name) return;
    if (tab.name.toLowerCase() !== name.toLowerCase()) this.checkTabName(name);
    const old = tab.name;
    tab.name = name;
    rewriteFormulas(this, (formula) => renameInFormula(formula, old, name));
    this.changes.reload();
  }
  deleteTab(tab: Tab): void {
    if (this.tabs.filter((other) => !other.hidden && other !== tab).length === 0) {
      throw new Error("You can't remove all the visible sheets in a document.");
    }
    this.tabs = this.tabs.filter((other) => other !== tab);
    rewriteFormulas(this, (formula) => renameInFormula(formula, tab.name, null));
    this.names = this.names.filter((named) => named.tabId !== tab.id);
    this.metadata = this.metadata.filter((item) => item.tabId !== tab.id);
    this.protections = this.protections.filter((item) => item.tabId !== tab.id);
    forgetTab(this, tab.id);
    if (this.active.tabId === tab.id) this.leaveTab();
    this.changes.reload();
    this.changes.names();
  }
  hideTab(tab: Tab): void {
    if (tab.hidden) return;
    if (this.tabs.filter((other) => !other.hidden).length === 1) {
      throw new Error("You can't hide all the sheets in a document.");
    }
    tab.hidden = true;
    if (this.active.tabId === tab.id) this.leaveTab();
    this.changes.reload();
  }
  showTab(tab: Tab): void {
    if (tab.hidden) this.changes.reload();
    tab.hidden = false;
  }
  /** @param place counted from 1 */
  moveTab(tab: Tab, place: number): void {
    this.tabs.splice(this.tabs.indexOf(tab), 1);
    this.tabs.splice(place - 1, 0, tab);
    this.changes.reload();
  }
  /** Makes the first visible tab active. */
  leaveTab(): void {
    const next = this.tabs.find((tab) => !tab.hidden) ?? this.tabs[0];
    this.active = { tabId: next?.id ?? 0, box: { row: 1, column: 1, rows: 1, columns: 1 } };
  }
  checkRoom(more: number): void {
    const present = this.tabs.reduce((sum, tab) => sum + tab.cellCount, 0);
    if (present + more > CELL_LIMIT) {
      throw new Error(
        `This action would increase the number of cells in the workbook above the limit of ${CELL_LIMIT} cells.`,
      );
    }
  }

  findName(name: string): NamedBox | undefined {
    return this.names.find((named) => named.name.toLowerCase() === name.toLowerCase());
  }
  setName(name: string, tabId: number, box: Box): void {
    if (!/^[\p{L}_][\p{L}\d_.]*$/u.test(name) || parseBox(name, { maxRows: 1, maxColumns: 1 })) {
      throw new Error(`The name "${name}" is not valid for a range.`);
    }
    const present = this.findName(name);
    if (present) Object.assign(present, { name, tabId, box });
    else this.names.push({ name, tabId, box });
    this.changes.names();
  }
  removeName(name: string): void {
    if (!this.findName(name)) throw new Error(`The named range "${name}" does not exist.`);
    this.names = this.names.filter((named) => named.name.toLowerCase() !== name.toLowerCase());
    this.changes.names();
  }
  /** A1 text (with or without tab) or a range's name, as a box; null when it is neither. */
  resolve(text: string, own: Tab): { tab: Tab; box: Box } | null {
    const { sheet, a1 } = splitSheet(text);
    const tab = sheet === null ? own : this.tab(sheet);
    const box = tab && parseBox(a1, tab);
    if (tab && box) return { tab, box };
    const named = sheet === null ? this.findName(text) : undefined;
    const home = named && this.tabById(named.tabId);
    return named && home ? { tab: home, box: named.box } : null;
  }

  insertLines(tab: Tab, axis: Axis, at: number, count: number, like: number): void {
    this.checkRoom(count * (axis === 'row' ? tab.maxColumns : tab.maxRows));
    if (axis === 'row') tab.insertRows(at, count, like);
    else tab.insertColumns(at, count, like);
    const shift = { sheet: tab.name, axis, at, count };
    const last = axis === 'row' ? tab.maxRows : tab.maxColumns;
    // New lines after the last one move nothing, so no formula reads anything else than before.
    const appended = at + count > last;
    this.#follow(tab, axis, (from, to) => shiftLines(from, to, shift), !appended);
  }
  deleteLines(tab: Tab, axis: Axis, at: number, count: number): void {
    const present = axis === 'row' ? tab.maxRows : tab.maxColumns;
    if (at < 1 || count < 1 || at + count - 1 > present) {
      throw new Error(`Those ${axis}s are out of bounds.`);
    }
    if (count >= present) throw new Error(`You can't delete all the ${axis}s on the sheet.`);
    if (axis === 'row') tab.deleteRows(at, count);
    else tab.deleteColumns(at, count);
    const shift = { sheet: tab.name, axis, at, count: -count };
    this.#follow(tab, axis, (from, to) => shiftLines(from, to, shift), true);
  }
  moveLines(tab: Tab, axis: Axis, move: Move): void {
    if (axis === 'row') tab.moveRows(move);
    else tab.moveColumns(move);
    this.#follow(tab, axis, (from, to) => moveLines(from, to, move), true);
  }
  #follow(tab: Tab, axis: Axis, follow: Follow, read: boolean): void {
    followTab(this, tab, axis, follow);
    this.changes.reload();
    this.changes.names();
    if (!read) return;
    const everything = { row: 1, column: 1, rows: tab.maxRows, columns: tab.maxColumns };
    this.changes.cells(tab.id, everything, true);
  }

  listNames(): WorkbookSnapshot['names'] {
    return this.names.map(({ name, tabId, box }) => ({ name, sheetId: tabId, a1: boxA1(box) }));
  }
}
