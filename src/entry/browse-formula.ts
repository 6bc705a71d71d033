// What the sidebar's browser of formulas asks for: a formula's value before it is there, and to insert it.

import { AddonError } from '../core/errors';
import type { Answer } from '../core/formula/call';
import { argumentsOf, type FunctionCall, writeFormula } from '../core/written-formula';
import { insertFormula, readNamed } from '../google/insert-formula';
import type { Contract, FormulaPreview } from '../rpc/contract';
import { askFormula } from './answer-formula';

/** Rows of a table that are shown before it is inserted. */
const ROWS_SHOWN = 6;

/** Asks as the cell would, with the same values in the same order. */
function ask(call: FunctionCall): ReturnType<typeof askFormula> {
  const { texts, cell } = argumentsOf(call);
  return askFormula(call.name, cell ? [...texts, readNamed(cell)] : texts);
}

export function previewFormula(call: FunctionCall): FormulaPreview {
  const asked = ask(call);
  if ('refusal' in asked) return { kind: 'refusal', text: asked.refusal };
  const { answer } = asked;
  if (!Array.isArray(answer)) return { kind: 'value', value: answer };
  const rows = answer.slice(0, ROWS_SHOWN);
  return { kind: 'table', rows, more: answer.length - rows.length };
}

/**
 * Inserts what answers. How much room it needs is known from its answer.
 *
 * @throws AddonError 'formula-refused' with the sentence, or why it cannot stand there
 */
export function insertCall(
  call: FunctionCall,
  separator: ';' | ',',
): Contract['insertFormula']['output'] {
  const asked = ask(call);
  if ('refusal' in asked) throw new AddonError('formula-refused', { why: asked.refusal });
  const answer: Answer = asked.answer;
  const rows = Array.isArray(answer) ? answer : [[answer]];
  const formula = writeFormula(call, separator);
  return { ...insertFormula(formula, rows.length, rows[0]?.length ?? 1), formula };
}
