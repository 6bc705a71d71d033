// TextFinder: finds cells by their text, in a tab or in the whole file. Replacing is not emulated.
import { needFlag, needText } from '../arguments';
import type { Execution } from '../execution';
import type { Cell } from '../grid/cell';
import type { Tab } from '../grid/tab';
import { at, type Misfits, type NoMisfits, Service } from '../service';
import { displayValue } from '../text/display';
import { workbookOf } from './document';
import { RangeService } from './range';

export class TextFinderService extends Service {
  static override readonly service = 'TextFinder';
  readonly #tabs: () => readonly Tab[];
  readonly #text: string;
  #formulas = false;
  #case = false;
  #whole = false;

  constructor(execution: Execution, tabs: () => readonly Tab[], text: unknown) {
    super(execution);
    this.#tabs = tabs;
    this.#text = needText(text, 'findText');
    if (this.#text === '') throw new Error('Invalid argument: findText must not be empty.');
  }
  /**
   * "If true, configures the search to look for the search text within formulas. Otherwise, cells with
   * formulas are only considered based on their displayed value." What is displayed is looked at in both cases.
   */
  matchFormulaText(formulaText: unknown): this {
    this.#formulas = needFlag(formulaText, 'matchFormulaText');
    return this;
  }
  matchCase(matchCase: unknown): this {
    this.#case = needFlag(matchCase, 'matchCase');
    return this;
  }
  matchEntireCell(matchEntireCell: unknown): this {
    this.#whole = needFlag(matchEntireCell, 'matchEntireCell');
    return this;
  }
  /** Every cell that matches, hidden tabs too, by tab, row and column. */
  findAll(): RangeService[] {
    this[at].commit();
    return this.#tabs().flatMap((tab) => {
      const found: RangeService[] = [];
      for (const [row, cells] of tab.rows.entries()) {
        for (const [column, cell] of (cells ?? []).entries()) {
          if (!cell || !this.#matches(cell)) continue;
          found.push(new RangeService(this[at], tab, { row, column, rows: 1, columns: 1 }));
        }
      }
      return found;
    });
  }
  #matches(cell: Cell): boolean {
    const shown = cell.e
      ? '#ERROR!'
      : displayValue(cell.v ?? null, cell.n, workbookOf(this[at]).locale);
    const texts = this.#formulas && cell.f !== '' ? [cell.f, shown] : [shown];
    const plain = (text: string): string => (this.#case ? text : text.toLowerCase());
    const sought = plain(this.#text);
    return texts.some((text) =>
      this.#whole ? plain(text) === sought : plain(text).includes(sought),
    );
  }
}

export type TextFinderFits = NoMisfits<
  Misfits<TextFinderService, GoogleAppsScript.Spreadsheet.TextFinder>
>;
