// The part of Range that says what its cells accept: validation rules, merges, protection.

import { boxesMeet } from '../grid/a1';
import type { Cell, Rule } from '../grid/cell';
import { isProtected } from '../grid/guards';
import { at } from '../service';
import { DataValidationService } from './data-validation';
import { workbookOf } from './document';
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
