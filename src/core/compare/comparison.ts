// One line of the comparison: a template's totals over its days and over the compared days.
import type { DayRange } from '../day';
import type { Sums } from '../index/sums';
import { changeOf } from './change';
import { type Verdict, verdictOn } from './difference';
import { type Measure, measureOf, type Rate, shareOf } from './measures';
import { type Bounds, wilson } from './wilson';

/** What people know a template by. Empty where nobody says. */
export interface TemplateLabels {
  account: string;
  accountId: string;
  template: string;
  templateId: string;
  language: string;
  category: string;
  /** Meta's word, or `DELETED` for one that Meta lists no more. */
  status: string;
  quality: string;
  text: string;
  buttons: string;
  currency: string;
}

export interface ComparedTemplate {
  labels: TemplateLabels;
  /** The chosen days as far as the ledger holds them; null where it holds none. */
  days: DayRange | null;
  /** The days they are compared with; null where nothing is compared. */
  comparedDays: DayRange | null;
  now: Sums | null;
  /** Null where the ledger does not hold all compared days: a change would be no change. */
  before: Sums | null;
}

type Totals = Pick<ComparedTemplate, 'now' | 'before'>;

export const valueIn = ({ now }: Totals, measure: Measure): number | null =>
  measureOf(now, measure);

/** Change against the compared days. @example changeIn(row, 'spent') // 0.25 for a quarter more */
export const changeIn = ({ now, before }: Totals, measure: Measure): number | null =>
  changeOf(measureOf(now, measure), measureOf(before, measure));

/** The rates that the counts behind a rate are compatible with. */
export const boundsIn = ({ now }: Totals, rate: Rate): Bounds | null =>
  wilson(...shareOf(now, rate));

/** Whether a rate changed beyond chance. */
export const verdictIn = ({ now, before }: Totals, rate: Rate): Verdict | null =>
  verdictOn(shareOf(now, rate), shareOf(before, rate));
