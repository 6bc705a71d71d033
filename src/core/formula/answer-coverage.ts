// Answers `WA_COVERAGE`: which days the ledger holds whole, in part, or not at all. Needs the head only.
import { dayNumber, dayOf, serialOf } from '../day';
import { completeDays } from '../index/covered';
import type { Head } from '../index/head';
import { type Interval, missingIn, unite } from '../intervals';
import type { Argument, Cell } from './arguments';
import { type Call, readTableArguments } from './call';
import { resolveDays } from './days';
import { resolveAccounts } from './templates';

/** The same words for every viewer, so that a formula may compare them. */
export const COVERAGE_WORDS = ['complete', 'partial', 'never fetched'] as const;
export type CoverageWord = (typeof COVERAGE_WORDS)[number];
/** First and last day as serial numbers, and how much of them is held. */
export type CoverageRow = [first: number, last: number, word: CoverageWord];

/**
 * Answers `WA_COVERAGE(from; to; account)`: rows in order of days, neighbours never of the same word.
 *
 * A day is complete when all templates were fetched after it had ended, in every account meant. It was
 * never fetched when none of them was asked about it. Anything between is partial: a day that still
 * went on, one of single templates, or one that only some accounts have.
 *
 * @returns empty when the first day is a blank cell
 */
export function answerCoverage(
  { name, head }: Pick<Call, 'name' | 'head'>,
  args: readonly Argument[],
): CoverageRow[] | '' {
  const { values } = readTableArguments(name, args);
  const accounts = accountsMeant(values.account, head);
  const days = resolveDays(values.from, values.to, head);
  if (!days) return '';
  const range: Interval = [dayNumber(days.from), dayNumber(days.to)];

  const unfinished = accounts.reduce<Interval[]>(
    (all, id) => unite(all, missingIn(completeDays(head, id, null), range)),
    [],
  );
  const complete = missingIn(unfinished, range);
  const asked = head.coverage.reduce<Interval[]>(
    (all, entry) => (accounts.includes(entry.accountId) ? unite(all, entry.fetched) : all),
    [],
  );
  const never = missingIn(asked, range);
  const partial = missingIn(unite(complete, never), range);
  return [
    ...inWords(complete, 'complete'),
    ...inWords(partial, 'partial'),
    ...inWords(never, 'never fetched'),
  ].sort((a, b) => a[0] - b[0]);
}

/** IDs of the accounts meant; without a name all that are known. */
function accountsMeant(account: Cell, head: Head): string[] {
  const numbers = resolveAccounts(account, head);
  const known = head.accounts.flatMap(([id], i) => (!numbers || numbers.has(i) ? [id] : []));
  // An account without any template is known by its coverage alone.
  const fetched = numbers ? [] : head.coverage.map((entry) => entry.accountId);
  return [...new Set([...known, ...fetched])];
}

const inWords = (days: readonly Interval[], word: CoverageWord): CoverageRow[] =>
  days.map(([first, last]) => [serialOf(dayOf(first)), serialOf(dayOf(last)), word]);
