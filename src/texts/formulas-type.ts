// The shape of the formula sentences: one for every code.
import type { FormulaErrorCode } from '../core/formula/formula-error';

export type FormulaTexts = Record<
  FormulaErrorCode,
  (facts: Readonly<Record<string, string>>) => string
>;
