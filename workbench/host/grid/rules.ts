// Validation rules of cells: what they accept, and the refusal of a script's write against them.
import { displayValue } from '../text/display';
import type { Locale } from '../text/locale';
import { type Box, boxA1 } from './a1';
import type { CellValue, Rule } from './cell';
import type { Tab } from './tab';
import type { Workbook } from './workbook';
import { type Input, readInput } from './writing';

function accepts(rule: Rule, { v, f }: Input, locale: Locale): boolean {
  // An empty cell breaks no rule; a formula is judged by its result, which is not known yet.
  if (rule.warn || f !== '' || v === null || v === '') return true;
  if (rule.kind === 'checkbox') return typeof v === 'boolean';
  return rule.values.includes(displayValue(v, '', locale));
}

/**
 * @param input what goes into a cell, as the script gave it
 * @throws Google's sentence, naming the first cell, before anything is written
 */
export function refuseInvalid(
  workbook: Workbook,
  tab: Tab,
  box: Box,
  input: (row: number, column: number) => unknown,
  year: number,
): void {
  if (!tab.ruled) return;
  tab.forEach(box, (cell, row, column) => {
    if (!cell?.rule || cell.rule.warn) return;
    const read = readInput(workbook, input(row, column), cell.n, year);
    if (accepts(cell.rule, read, workbook.locale)) return;
    const a1 = boxA1({ row, column, rows: 1, columns: 1 });
    throw new Error(
      `The data you entered in cell ${a1} violates the data validation rules set on this cell.`,
    );
  });
}

/** Gives cells a rule or takes it away. A checkbox makes an empty cell FALSE, as in Sheets. */
export function setRules(tab: Tab, box: Box, rule: Rule | undefined): void {
  const unticked: CellValue = false;
  tab.forEach(box, (cell, row, column) => {
    tab.setRule(row, column, rule);
    if (rule?.kind === 'checkbox' && !cell?.filled) tab.setValue(row, column, unticked);
  });
}
