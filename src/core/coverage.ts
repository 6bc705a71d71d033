// The coverage ledger: which days Meta was asked about, and which of them had ended by then.
import { presetRange } from './calendar';
import { type Day, dayNumber, dayOf, monthAt, monthEnd } from './day';
import { completeDays, entryFor, type Scope } from './index/covered';
import type { Head } from './index/head';
import { addInterval, holdsDay, type Interval, missingIn, removeDay } from './intervals';
import { PRESETS } from './presets';

/**
 * Days of a range that must be asked for: never complete, or inside the look-back.
 *
 * @param lookBackFrom first day of the look-back
 * @returns null when nothing has to be asked
 */
export function spanToFetch(
  complete: readonly Interval[],
  range: { from: Day; to: Day },
  lookBackFrom: Day,
): { from: Day; to: Day } | null {
  const whole: Interval = [dayNumber(range.from), dayNumber(range.to)];
  const wanted = missingIn(complete, whole);
  const recent: Interval = [Math.max(whole[0], dayNumber(lookBackFrom)), whole[1]];
  const all = recent[0] <= recent[1] ? addInterval(wanted, recent) : wanted;
  const first = all[0];
  const last = all[all.length - 1];
  return first && last ? { from: dayOf(first[0]), to: dayOf(last[1]) } : null;
}

/**
 * Notes a span as fetched. Days up to `lastEnded` count as complete, but for those in `doubted`: they
 * are to be asked again, so no scope that answers for this one may call them complete either.
 */
export function noteFetched(
  head: Head,
  accountId: string,
  scope: Scope,
  span: { from: Day; to: Day },
  lastEnded: Day,
  doubted: ReadonlySet<Day> = new Set(),
): void {
  let entry = entryFor(head, accountId, scope);
  if (!entry) {
    entry = { accountId, dataset: 'templates', scope, fetched: [], complete: [] };
    head.coverage.push(entry);
  }
  entry.fetched = addInterval(entry.fetched, [dayNumber(span.from), dayNumber(span.to)]);
  const ended = Math.min(dayNumber(span.to), dayNumber(lastEnded));
  entry.complete = addInterval(entry.complete, [dayNumber(span.from), ended]);
  for (const held of [entry, entryFor(head, accountId, 'all') ?? entry]) {
    for (const day of doubted) held.complete = removeDay(held.complete, dayNumber(day));
  }
}

/** Takes a month out of what was fetched: its numbers are lost. @param month number of the month */
export function forgetMonth(head: Head, month: number): void {
  const [first, last] = [dayNumber(`${monthAt(month)}-01`), dayNumber(monthEnd(monthAt(month)))];
  for (const entry of head.coverage) {
    for (let day = first; day <= last; day += 1) {
      entry.fetched = removeDay(entry.fetched, day);
      entry.complete = removeDay(entry.complete, day);
    }
  }
}

/** Whether a day was complete when last fetched. */
export function wasComplete(head: Head, accountId: string, day: Day): boolean {
  return holdsDay(completeDays(head, accountId, null), dayNumber(day));
}

/**
 * Sets the last complete day over the accounts in use, and the days of each keyword counted from it. One
 * that is no longer synced would hold it still for ever.
 *
 * @param inUse the chosen accounts; where the ledger holds none of them, all it holds count
 */
export function refreshKeywords(head: Head, inUse: readonly string[]): void {
  let last: number | null = null;
  const held = [...new Set(head.coverage.map((entry) => entry.accountId))];
  const counted = held.filter((accountId) => inUse.includes(accountId));
  for (const accountId of counted.length > 0 ? counted : held) {
    const ends = head.coverage
      .filter((entry) => entry.accountId === accountId)
      .map((entry) => entry.complete[entry.complete.length - 1]?.[1] ?? null)
      .filter((end): end is number => end !== null);
    if (ends.length === 0) continue;
    const end = Math.max(...ends);
    last = last === null ? end : Math.min(last, end);
  }
  head.lastComplete = last === null ? null : dayOf(last);
  head.keywords = {};
  if (head.lastComplete === null) return;
  for (const preset of PRESETS) {
    if (preset === 'today') continue;
    const { from, to } = presetRange(preset, head.lastComplete, head.lastComplete);
    head.keywords[preset] = [from, to];
  }
}
