// Fills a sentence with facts as the person's language writes them: days, counts, millions of cells.
import { type Facts, fill } from './fill';
import type { ServerWords, Writing } from './server-words';

/** Facts that are days. A template may be named like a day, so the form alone does not say it. */
const DAYS: ReadonlySet<string> = new Set(['day', 'first', 'from', 'to', 'reach']);
/** Facts that are amounts. A row is a place in the sheet and is written without groups, as Sheets does. */
const COUNTS: ReadonlySet<string> = new Set(['count', 'minutes']);
/** Cells of a spreadsheet, told in millions. */
const MILLIONS: ReadonlySet<string> = new Set(['cells', 'limit']);

/**
 * Says a sentence of the server.
 *
 * @example say(english, 'Meta answers from {reach} on.', { reach: '2026-08-25' }) // 'Meta answers from 25 Aug 2026 on.'
 */
export function say(words: Pick<ServerWords, 'writing'>, template: string, facts: Facts): string {
  const written = Object.entries(facts).map(([name, fact]) => [
    name,
    writeFact(words.writing, name, fact),
  ]);
  return fill(template, Object.fromEntries(written));
}

function writeFact(writing: Writing, name: string, fact: string | number): string | number {
  if (DAYS.has(name)) return writeDay(writing, String(fact));
  if (typeof fact !== 'number') return fact;
  if (COUNTS.has(name)) return writeCount(writing, fact);
  // Rounded up, so that a little more than the limit never reads as the limit.
  if (MILLIONS.has(name))
    return String(Math.ceil(fact / 100_000) / 10).replace('.', writing.decimal);
  return fact;
}

function writeDay(writing: Writing, day: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!parts) return day;
  const [, year = '', month = '', dayOfMonth = ''] = parts;
  return fill(writing.day, {
    year,
    month: writing.months[Number(month) - 1] ?? month,
    day: writing.months.length > 0 ? Number(dayOfMonth) : dayOfMonth,
  });
}

function writeCount(writing: Writing, count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, writing.group);
}
