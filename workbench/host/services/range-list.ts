// RangeList: several ranges of one tab, formatted in one call.
import { needText } from '../arguments';
import type { Execution } from '../execution';
import type { Style } from '../grid/cell';
import { at, type Misfits, type NoMisfits, Service } from '../service';
import { keepPattern } from '../text/pattern';
import { workbookOf } from './document';
import type { RangeService } from './range';
import { alignmentStyle, backgroundStyle, fontColorStyle, weightStyle } from './range-styles';
import { region } from './region';

export class RangeListService extends Service {
  static override readonly service = 'RangeList';
  readonly #ranges: RangeService[];

  constructor(execution: Execution, ranges: RangeService[]) {
    super(execution);
    this.#ranges = ranges;
  }
  getRanges(): RangeService[] {
    return this.#ranges;
  }
  setNumberFormat(pattern: string): this {
    const kept = keepPattern(needText(pattern, 'numberFormat'));
    return this.#each((range) => {
      range.tab.forEach(range.box, (_, row, column) => range.tab.setFormat(row, column, kept));
    });
  }
  setFontWeight(weight: string | null): this {
    return this.#style(weightStyle(weight));
  }
  setBackground(color: string | null): this {
    return this.#style(backgroundStyle(color));
  }
  setFontColor(color: string | null): this {
    return this.#style(fontColorStyle(color));
  }
  setHorizontalAlignment(alignment: string | null): this {
    return this.#style(alignmentStyle(alignment));
  }
  #style(change: Style): this {
    return this.#each(({ tab, box }) => {
      tab.forEach(box, (_, row, column) => tab.setStyle(row, column, change));
    });
  }
  /** One call, however many ranges. */
  #each(change: (range: RangeService[typeof region]) => void): this {
    const first = this.#ranges[0];
    for (const range of this.#ranges) range[region].guard();
    if (first) this[at].formats(first[region].tab);
    for (const range of this.#ranges) {
      this[at].touches(range[region].tab, range[region].box, true);
      change(range[region]);
      workbookOf(this[at]).changes.cells(range[region].tab.id, range[region].box, false);
    }
    return this;
  }
}

export type RangeListFits = NoMisfits<
  Misfits<RangeListService, GoogleAppsScript.Spreadsheet.RangeList>
>;
