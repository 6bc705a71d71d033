// The words of `WA Templates` and of report tabs, and how the header of a column is put together from them.
import type { CompareColumn, CompareName, ComparePart } from '../core/compare/columns';
import type { Verdict } from '../core/compare/difference';
import { fill } from './fill';

type Part = Exclude<ComparePart, 'value'>;

export interface CompareWords {
  columns: Record<CompareName, string>;
  /** Headers of the further columns of a measure, around its `{name}`. */
  parts: Record<Part, string>;
  /** Over every header: what the column is. A column whose header was changed is known by it. */
  notes: Record<CompareName, string>;
  partNotes: Record<Part, string>;
  verdicts: Record<Verdict, string>;
  report: ReportWords;
}

export interface ReportWords {
  /** What the tab is and where own notes may stand. */
  about: string;
  dates: string;
  compared: string;
  metric: string;
  now: string;
  before: string;
  change: string;
  verdict: string;
  /** Money of two currencies is left out. */
  mixed: string;
  /** None of the chosen days is held. */
  notHeld: string;
  button: string;
  buttonType: string;
  clicks: string;
  uniqueClicks: string;
  delivered: string;
  clickRate: string;
  date: string;
}

/** @example compareTitle(words, column) // 'Read rate low' */
export function compareTitle(words: CompareWords, { name, part }: CompareColumn): string {
  const title = words.columns[name];
  return part === 'value' ? title : fill(words.parts[part], { name: title });
}

/** The note over a column's header. */
export function compareNote(words: CompareWords, { name, part }: CompareColumn): string {
  if (part === 'value') return words.notes[name];
  return fill(words.partNotes[part], { name: words.columns[name] });
}
