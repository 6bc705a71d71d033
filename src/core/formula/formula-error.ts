// Why a formula cannot answer: a code and facts, made into one sentence by the texts.

export type FormulaErrorCode =
  | 'nothing-synced'
  | 'index-damaged'
  | 'no-selection'
  | 'template-unknown'
  | 'template-guess'
  | 'id-as-number'
  | 'template-bad'
  | 'account-unknown'
  | 'date-bad'
  | 'date-guess'
  | 'end-bad'
  | 'date-missing'
  | 'no-complete-day'
  | 'dates-reversed'
  | 'keyword-with-end'
  | 'before-coverage'
  | 'gap'
  | 'needs-all'
  | 'never-fetched'
  | 'two-currencies'
  | 'shapes'
  | 'too-many-arguments'
  | 'button-guess'
  | 'button-bad'
  | 'one-value'
  | 'live-place'
  | 'metric-missing'
  | 'metric-unknown'
  | 'metric-guess'
  | 'by-bad'
  | 'last-sync-argument';

/** @example throw new FormulaError('template-guess', { name: 'prom', guess: 'promo' }) */
export class FormulaError extends Error {
  override readonly name = 'FormulaError';
  readonly code: FormulaErrorCode;
  readonly facts: Readonly<Record<string, string>>;
  /** Row and column of the first cell that could not be answered, in a call over ranges. */
  cell: { row: number; column: number } | null = null;
  constructor(code: FormulaErrorCode, facts: Readonly<Record<string, string>> = {}) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
}
