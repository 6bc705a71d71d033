// Which templates a formula means: a name, an id, a pattern, a category, a language, or the sidebar's choice.
import type { Head } from '../index/head';
import { type Cell, isAbsent, isBlank } from './arguments';
import type { Call } from './call';
import { FormulaError } from './formula-error';
import { nearestName } from './nearest';

/** The series a formula adds up, and whether it speaks of all templates there are. */
export interface TemplateMatch {
  series: number[];
  /** Patterns and `*` promise every template, so they need a history of all of them. */
  needsAll: boolean;
}

/** Sheets keeps 15 digits of a number: a longer id has already lost its end. */
const SAFE_DIGITS = 999_999_999_999_999;

/**
 * Resolves the template argument within some accounts.
 *
 * @param accounts account numbers of the head, or null for all
 * @returns null for a blank cell
 */
export function resolveTemplates(
  cell: Cell,
  { head, directory }: Pick<Call, 'head' | 'directory'>,
  accounts: ReadonlySet<number> | null,
): TemplateMatch | null {
  if (!isAbsent(cell) && isBlank(cell)) return null;
  const inAccounts = (series: number): boolean =>
    accounts === null || accounts.has(head.series[series]?.[4] ?? -1);
  const matching = (test: (entry: Head['series'][number]) => boolean): number[] =>
    head.series.flatMap((entry, i) => (test(entry) && inAccounts(i) ? [i] : []));

  if (typeof cell === 'number' && Math.abs(cell) > SAFE_DIGITS) {
    throw new FormulaError('id-as-number');
  }
  if (typeof cell === 'boolean' || (typeof cell === 'object' && cell)) {
    throw new FormulaError('template-bad');
  }
  const text = isAbsent(cell) ? 'selected' : String(cell).trim();
  const lower = text.toLowerCase();

  if (lower === 'selected') {
    if (!head.selection) throw new FormulaError('no-selection');
    const chosen = head.selection.templates;
    if (chosen === 'all') return { series: matching(() => true), needsAll: true };
    const ids = new Set(chosen);
    return { series: matching((entry) => ids.has(entry[0])), needsAll: false };
  }
  const filter = /^(category|language):(.+)$/.exec(lower);
  if (filter) {
    const wanted = (filter[2] ?? '').trim();
    const series = matching((entry) =>
      filter[1] === 'category'
        ? head.categories[entry[3]]?.toLowerCase() === wanted
        : entry[2].toLowerCase() === wanted,
    );
    if (series.length === 0) throw new FormulaError('template-unknown', { name: text });
    return { series, needsAll: true };
  }
  const exact = directory.called(lower).filter(inAccounts);
  if (exact.length > 0) return { series: exact, needsAll: false };
  if (text.includes('*')) {
    const pattern = patternOf(text);
    const series = matching((entry) => pattern.test(entry[1]));
    if (series.length === 0) throw new FormulaError('template-unknown', { name: text });
    return { series, needsAll: true };
  }
  const guess = nearestName(
    lower,
    matching(() => true).map((i) => head.series[i]?.[1] ?? ''),
  );
  throw guess === null
    ? new FormulaError('template-unknown', { name: text })
    : new FormulaError('template-guess', { name: text, guess });
}

/** A test for a pattern in which `*` stands for any text; capitals do not matter. */
export function patternOf(text: string): RegExp {
  const parts = text.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'is');
}

/** Account numbers of an account argument; null means every account. */
export function resolveAccounts(cell: Cell, head: Head): ReadonlySet<number> | null {
  if (isAbsent(cell) || isBlank(cell)) return null;
  if (typeof cell === 'number' && Math.abs(cell) > SAFE_DIGITS) {
    throw new FormulaError('id-as-number');
  }
  const text = String(typeof cell === 'object' ? cell.day : cell).trim();
  const found = head.accounts.flatMap(([id, name], i) =>
    id === text || name.toLowerCase() === text.toLowerCase() ? [i] : [],
  );
  if (found.length === 0) {
    const known = [...new Set(head.accounts.map(([, name]) => name))].join(', ');
    throw new FormulaError('account-unknown', { name: text, known });
  }
  return new Set(found);
}
