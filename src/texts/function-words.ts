// The shape of what is said about custom functions in one language: help while typing, docs, the sidebar's browser.
import type { FunctionName, Parameter } from '../core/formula/functions';

export interface FunctionWords {
  /** What a function answers: one sentence. */
  summary: Record<FunctionName, string>;
  /** Other words somebody may search it by, between spaces. */
  needs: Record<FunctionName, string>;
  /** A parameter in one or two words, as a label. */
  parameters: Record<Parameter, string>;
  /** Help while typing for a parameter: a few words, since every function repeats them. */
  help: Record<Parameter, string>;
  /** What may be given for a parameter, whole. */
  details: Record<Parameter, string>;
}
