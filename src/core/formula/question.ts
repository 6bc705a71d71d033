// Understands one cell of a formula: which series, and which of the days asked for the ledger can answer.
import { type Day, type DayRange, dayNumber, dayOf } from '../day';
import { entryFor, fetchedDays } from '../index/covered';
import type { Head } from '../index/head';
import { type Interval, missingIn, unite } from '../intervals';
import { type Cell, isAbsent } from './arguments';
import { resolveDays } from './days';
import { FormulaError } from './formula-error';
import { resolveAccounts, resolveTemplates, type TemplateMatch } from './templates';

/** One cell's question after its arguments were understood. */
export interface Question {
  match: TemplateMatch;
  /** Per series, the days that can be added up. */
  parts: { series: number; from: Day; to: Day }[];
}

/** The arguments every sum has; `more` are others of the function, which stand behind the template. */
export interface Asked {
  template: Cell;
  more: readonly Cell[];
  from: Cell;
  to: Cell;
  account: Cell;
}

/**
 * @param name the function's name, for the formula a message suggests
 * @returns null for a blank template or day
 * @throws FormulaError where an answer would be wrong
 */
export function understand(
  name: string,
  { template, more, from, to, account }: Asked,
  head: Head,
): Question | null {
  const accounts = resolveAccounts(account, head);
  const match = resolveTemplates(template, head, accounts);
  if (!match) return null;
  const days = resolveDays(from, to, head);
  if (!days) return null;
  const suggest = ([first, last]: Interval): string =>
    `=${name}(${[
      quote(template, 'selected'),
      ...more.map((cell) => quote(cell)),
      quote(dayOf(first)),
      quote(dayOf(last)),
      ...(accounts ? [quote(account)] : []),
    ].join(';')})`;
  return { match, parts: clipToCoverage(match, days, suggest, head) };
}

/** The days of each series that the ledger holds; throws where an answer would be wrong. */
function clipToCoverage(
  match: TemplateMatch,
  days: DayRange,
  suggest: (days: Interval) => string,
  head: Head,
): Question['parts'] {
  const covers = new Map<string, Interval[]>();
  const keys = match.series.map((series) => {
    const [id, , , , account] = head.series[series] ?? noSeries(series);
    const accountId = head.accounts[account]?.[0] ?? '';
    const own = !match.needsAll && entryFor(head, accountId, id) !== undefined;
    const key = `${accountId}|${own ? id : ''}`;
    if (!covers.has(key)) {
      const covered = fetchedDays(head, accountId, own ? id : null);
      if (covered.length === 0 && match.needsAll && hasAnyCoverage(head, accountId)) {
        throw new FormulaError('needs-all');
      }
      covers.set(key, covered);
    }
    return key;
  });
  const held = [...covers.values()].filter((covered) => covered.length > 0);
  if (held.length === 0 && match.series.length > 0) throw new FormulaError('never-fetched');
  const ranges = new Map<string, DayRange | null>();
  for (const [key, covered] of covers) ranges.set(key, clip(covered, days, held, suggest));
  return match.series.flatMap((series, i) => {
    const range = ranges.get(keys[i] ?? '');
    return range ? [{ series, ...range }] : [];
  });
}

function noSeries(series: number): never {
  throw new RangeError(`The index has no series ${series}.`);
}

const hasAnyCoverage = (head: Head, accountId: string): boolean =>
  head.coverage.some((entry) => entry.accountId === accountId);

/** @returns null when the range lies wholly before the first or after the last day ever fetched */
function clip(
  covered: readonly Interval[],
  days: DayRange,
  held: readonly (readonly Interval[])[],
  suggest: (days: Interval) => string,
): DayRange | null {
  const first = covered[0]?.[0];
  const last = covered[covered.length - 1]?.[1];
  if (first === undefined || last === undefined) return null;
  const from = dayNumber(days.from);
  const to = Math.min(dayNumber(days.to), last);
  if (to < first || from > to) return null;
  const gap = missingIn(covered, [from, to])[0];
  if (gap) {
    throw new FormulaError(gap[0] < first ? 'before-coverage' : 'gap', {
      day: dayOf(gap[0]),
      first: dayOf(first),
      formula: suggest(workingDays(held, covered, [from, to])),
    });
  }
  return { from: days.from, to: dayOf(to) };
}

/** Days that can be asked for instead: of those meant, or else of all there are. */
function workingDays(
  held: readonly (readonly Interval[])[],
  covered: readonly Interval[],
  meant: Interval,
): Interval {
  const all: Interval = [covered[0]?.[0] ?? meant[0], covered[covered.length - 1]?.[1] ?? meant[1]];
  for (const range of [meant, all]) {
    const works = longestIn(held, range) ?? longestIn([covered], range);
    if (works) return works;
  }
  return meant;
}

/** The longest stretch of a range that each of some sets of days holds, or null. */
function longestIn(sets: readonly (readonly Interval[])[], range: Interval): Interval | null {
  const missing = sets.reduce<Interval[]>((all, set) => unite(all, missingIn(set, range)), []);
  return missingIn(missing, range).reduce<Interval | null>(
    (best, part) => (best && best[1] - best[0] >= part[1] - part[0] ? best : part),
    null,
  );
}

const quote = (cell: Cell, absent = ''): string =>
  `"${(isAbsent(cell) || typeof cell === 'object' ? absent : String(cell)).replace(/"/g, '""')}"`;
