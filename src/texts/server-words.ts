// The shape of what the server says in one language. The texts travel in sidebar.html, not in the script.
import type { ColumnKey, LogColumn } from '../core/columns';
import type { ErrorCode } from '../core/errors';
import type { FormulaErrorCode } from '../core/formula/formula-error';
import type { FunctionWords } from './function-words';

/** Words in the sheet itself: headers, notes over headers, the log. */
export interface SheetWords {
  columns: Record<ColumnKey, string>;
  notes: Partial<Record<ColumnKey, string>>;
  /** Behind a note, where `{accounts}` lack the number. */
  lacks: string;
  log: Record<LogColumn, string>;
  who: Record<string, string>;
}

/**
 * How a language writes days and numbers. Words rather than Intl, so that a sentence is the same whatever
 * Google's engine knows of a language.
 */
export interface Writing {
  /** A day from `{day}`, `{month}` and `{year}`; with two digits each where `months` is empty. */
  day: string;
  months: readonly string[];
  /** Between thousands. */
  group: string;
  decimal: string;
}

/** Sentence templates for `fill`. */
export interface ServerWords {
  writing: Writing;
  /** What happened, and what to do. `{kept}` is filled with one of `kept`. */
  errors: Record<ErrorCode, readonly [message: string, hint: string]>;
  /** What was kept: nothing was written, or a part stays. */
  kept: { nothing: string; part: string };
  /** For 'bad-input': by what cannot be used, and what to do about it. */
  unusable: Record<string, readonly [message: string, hint: string]>;
  formulas: Record<FormulaErrorCode, string>;
  /** What the values of a function are called, where a sentence lists them. */
  parameters: FunctionWords['parameters'];
  /** In front of a formula's sentence when it answers for a range. */
  inCell: string;
  /** What the sidebar says although a sync worked. */
  notices: Record<string, string>;
}
