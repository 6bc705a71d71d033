// The part of Range that says what its cells accept and which of them show: validation rules, filter, merges, protection.
import { boxesMeet } from '../grid/a1';
import type { Cell, Rule } from '../grid/cell';
import { isProtected } from '../grid/guards';
import { at } from '../service';
import { DataValidationService } from './data-validation';
import { workbookOf } from './document';
import { FilterService } from './filter';
import { RangeStyles } from './range-styles';
import { region } from './region';

export abstract class RangeRules extends RangeStyles {
  /** The rule of the top left cell. */
  getDataValidation(): DataValidationService | null {
    return this[region].first((cell) =>
      cell?.rule ? new DataValidationService(this[at], cell.rule) : null,
    );
  }
  getDataValidations(): unknown {
    // Cells share their rules, so a column of them needs few objects.
    const known = new Map<Rule, unknown>();
    const read = (cell: Cell | undefined): unknown => {
      const rule = cell?.rule;
      if (!rule) return null;
      if (!known.has(rule)) {
        known.set(rule, this[at].realm.wrap(new DataValidationService(this[at], rule)));
      }
      return known.get(rule);
    };
    return this[region].grid(read, 0);
  }
  /** @throws when the sheet has a filter: it can have only one */
  createFilter(): FilterService {
    const { tab, box } = this[region];
    this[region].guard();
    if (tab.filter) {
      throw new Error("You can't create a filter in a sheet that already has a filter.");
    }
    tab.filter = { box: { ...box }, criteria: [], hidden: new Set() };
    workbookOf(this[at]).changes.reload();
    return new FilterService(this[at], tab);
  }
  /** The filter of the range's sheet, wherever it lies. */
  getFilter(): FilterService | null {
    const { tab } = this[region];
    return tab.filter ? new FilterService(this[at], tab) : null;
  }
  isPartOfMerge(): boolean {
    const { tab, box } = this[region];
    this[at].reads(tab, 0);
    return tab.merges.some((merge) => boxesMeet(merge, box));
  }
  canEdit(): boolean {
    const { tab, box } = this[region];
    return !isProtected(workbookOf(this[at]), tab, box);
  }
}
