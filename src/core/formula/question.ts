// Understands one cell of a formula: which series, and which of the days asked for the ledger can answer.
import { type Day, type DayRange, dayNumber, dayOf, maxDay } from '../day';
import { type Interval, missingIn, unite } from '../intervals';
import { quoteText } from '../written-formula';
import { type Cell, isAbsent } from './arguments';
import { type Call, parametersOf, type Values } from './call';
import { resolveDays } from './days';
import { FormulaError } from './formula-error';
import { resolveAccounts, resolveTemplates, type TemplateMatch } from './templates';

/** A series and those of the days asked for that can be added up. */
export interface Part {
  series: number;
  from: Day;
  to: Day;
}
/** One cell's question after its arguments were understood. */
export interface Question {
  match: TemplateMatch;
  parts: Part[];
  /** The same over the equally long days before, where the function compares with them. */
  before: Part[];
}

/**
 * Makes the reader of one call's cells. Equal cells are understood once, so that a budget of ten thousand
 * cells over a few templates and months costs a few hundred questions.
 *
 * @returns null for a blank template or day; throws FormulaError where an answer would be wrong
 */
export function createUnderstanding(
  call: Call,
  needsBefore = false,
): (values: Values) => Question | null {
  const known = new Map<string, Question | null>();
  return (values) => {
    const key = JSON.stringify(
      [values.template, values.from, values.to, values.account].map(keyOf),
    );
    let question = known.get(key);
    if (question === undefined) {
      question = understand(call, values, needsBefore);
      known.set(key, question);
    }
    return question;
  };
}

/** JSON has no undefined, and a number must not be taken for the same digits as text. */
const keyOf = (cell: Cell): unknown => (isAbsent(cell) ? 0 : [cell]);

function understand(call: Call, values: Values, needsBefore: boolean): Question | null {
  const accounts = resolveAccounts(values.account, call.head);
  const match = resolveTemplates(values.template, call, accounts);
  if (!match) return null;
  const days = resolveDays(values.from, values.to, call.head);
  if (!days) return null;
  const suggest = (works: Interval): string =>
    suggestFormula(call, values, needsBefore ? laterHalf(works) : works);
  const parts = clipToCoverage(call, match, days, days, suggest);
  const last = parts.reduce((to, part) => maxDay(part.to, to), '');
  if (!needsBefore || last === '') return { match, parts, before: [] };
  // Days after the last sync are ignored, so "equally long" is measured without them.
  const [start, end] = [dayNumber(days.from), dayNumber(last)];
  const earlier = { from: dayOf(start - (end - start + 1)), to: dayOf(start - 1) };
  const whole = { from: earlier.from, to: last };
  return { match, parts, before: clipToCoverage(call, match, earlier, whole, suggest) };
}

/** The formula over days that work, with everything else as it was written. */
function suggestFormula(call: Call, values: Values, [first, last]: Interval): string {
  const written = parametersOf(call.name).map((parameter) => {
    if (parameter === 'from') return quote(dayOf(first));
    if (parameter === 'to') return quote(dayOf(last));
    const value = values[parameter];
    if (isAbsent(value) || value === '') return parameter === 'template' ? '"selected"' : '';
    return quote(value);
  });
  while (written[written.length - 1] === '') written.pop();
  return `=${call.name}(${written.join(';')})`;
}

/** Days whose equally long days before lie within the same stretch. */
function laterHalf([first, last]: Interval): Interval {
  return [last - Math.max(1, Math.floor((last - first + 1) / 2)) + 1, last];
}

/**
 * The days of each series that the ledger holds; throws where an answer would be wrong.
 *
 * @param meant what a suggested formula should stay within
 */
function clipToCoverage(
  { head, directory }: Call,
  match: TemplateMatch,
  days: DayRange,
  meant: DayRange,
  suggest: (days: Interval) => string,
): Part[] {
  const covers = new Map<string, readonly Interval[]>();
  const keys = match.series.map((series) => {
    const [id, , , , account] = head.series[series] ?? noSeries(series);
    const accountId = head.accounts[account]?.[0] ?? '';
    const own = !match.needsAll && directory.hasOwnDays(accountId, id);
    const key = `${accountId}|${own ? id : ''}`;
    if (!covers.has(key)) {
      const covered = directory.fetched(accountId, own ? id : null);
      if (covered.length === 0 && match.needsAll && directory.isKnown(accountId)) {
        throw new FormulaError('needs-all');
      }
      covers.set(key, covered);
    }
    return key;
  });
  const held = [...covers.values()].filter((covered) => covered.length > 0);
  if (held.length === 0 && match.series.length > 0) throw new FormulaError('never-fetched');
  const ranges = new Map<string, DayRange | null>();
  for (const [key, covered] of covers) {
    ranges.set(key, clip(covered, days, meant, held, suggest));
  }
  return match.series.flatMap((series, i) => {
    const range = ranges.get(keys[i] ?? '');
    return range ? [{ series, ...range }] : [];
  });
}

function noSeries(series: number): never {
  throw new RangeError(`The index has no series ${series}.`);
}

/** @returns null when the range lies wholly before the first or after the last day ever fetched */
function clip(
  covered: readonly Interval[],
  days: DayRange,
  meant: DayRange,
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
    const wanted: Interval = [dayNumber(meant.from), Math.min(dayNumber(meant.to), last)];
    throw new FormulaError(gap[0] < first ? 'before-coverage' : 'gap', {
      day: dayOf(gap[0]),
      first: dayOf(first),
      formula: suggest(workingDays(held, covered, wanted)),
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

const quote = (cell: Cell): string =>
  quoteText(typeof cell === 'object' ? (cell?.day ?? '') : String(cell));
