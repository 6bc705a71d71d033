// Colours of the best and the worst: conditional formats of ours on a tab, beside those of other people.
import type { Gradient } from './templates-plan';
import type { Sheet } from './types';

/** Shades that no palette of Sheets offers: by them a rule is known as ours. */
const [BAD, MIDDLE, GOOD] = ['#f7cac6', '#fffffe', '#bbe3d0'];

type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

/** @returns what brings the rules of a tab in line; null when they are */
export function planGradients(sheet: Sheet, wanted: readonly Gradient[]): (() => void) | null {
  const rules = sheet.getConditionalFormatRules();
  const present = rules.map(signatureOf);
  const missing = wanted.map(({ a1, isHighGood }) => `${a1} ${isHighGood ? BAD : GOOD}`);
  if (present.filter(Boolean).join() === missing.join()) return null;
  return () => {
    const others = rules.filter((_, i) => present[i] === '');
    sheet.setConditionalFormatRules([...others, ...wanted.map((one) => build(sheet, one))]);
  };
}

function build(sheet: Sheet, { a1, isHighGood }: Gradient): Rule {
  return SpreadsheetApp.newConditionalFormatRule()
    .setGradientMinpoint(isHighGood ? BAD : GOOD)
    .setGradientMidpointWithValue(MIDDLE, SpreadsheetApp.InterpolationType.PERCENTILE, '50')
    .setGradientMaxpoint(isHighGood ? GOOD : BAD)
    .setRanges([sheet.getRange(a1)])
    .build();
}

/** Range and colour of the lowest number; empty for a rule that is not ours. */
function signatureOf(rule: Rule): string {
  const gradient = rule.getGradientCondition();
  if (gradient?.getMidColor().toLowerCase() !== MIDDLE) return '';
  const lowest = gradient.getMinColor().toLowerCase();
  const places = rule.getRanges().map((range) => range.getA1Notation());
  return `${places.join(',')} ${lowest}`;
}
