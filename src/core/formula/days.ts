// Which days a formula means: dates, serials, ISO text, months, periods, keywords, or the sidebar's choice.
import { type Day, type DayRange, dayOfSerial, isDay, monthEnd, PERIODS, periodOf } from '../day';
import type { Head } from '../index/head';
import { PRESETS } from '../presets';
import { type Cell, isAbsent, isBlank } from './arguments';
import { FormulaError } from './formula-error';
import { nearestName } from './nearest';
import { readPeriod, readPreset } from './period-words';

/** Serials before 2000 are a typing mistake (a year, a count), not a day with WhatsApp traffic. */
const FIRST_SERIAL = 36_526;
const LAST_SERIAL = 73_050;

/**
 * Resolves the arguments `from` and `to`.
 *
 * @example resolveDays('2026-11', undefined, head) // { from: '2026-11-01', to: '2026-11-30' }
 * @returns null when a cell is blank: there is nothing to answer yet
 */
export function resolveDays(from: Cell, given: Cell, head: Head): DayRange | null {
  const to = isAbsent(given) || isBlank(given) ? undefined : given;
  // A blank first day is a budget row not filled in yet; a blank last day is simply not given.
  if (!isAbsent(from) && isBlank(from)) return null;
  if (isAbsent(from)) {
    if (!isAbsent(to)) throw new FormulaError('date-missing');
    return selectedDays(head);
  }
  const word = typeof from === 'string' ? from.trim().toLowerCase() : '';
  const preset = word === '' ? null : readPreset(word);
  if (word === 'selected' || (preset && preset !== 'today')) {
    const days = preset && head.keywords[preset];
    if (preset && !days) throw new FormulaError('no-complete-day', { keyword: word });
    if (!isAbsent(to)) throw new FormulaError('keyword-with-end', { keyword: word });
    return days ? { from: days[0], to: days[1] } : selectedDays(head);
  }
  const first = readDay(from, 'start');
  if (isAbsent(to)) return { from: first, to: isMonthText(from) ? readDay(from, 'end') : first };
  const period = typeof to === 'string' ? readPeriod(to) : null;
  if (period) return periodOf(first, period);
  const last = readDay(to, 'end');
  if (last < first) throw new FormulaError('dates-reversed', { from: first, to: last });
  return { from: first, to: last };
}

function selectedDays(head: Head): DayRange {
  if (!head.selection) throw new FormulaError('no-selection');
  return { from: head.selection.from, to: head.selection.to };
}

const isMonthText = (cell: Cell): boolean =>
  typeof cell === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(cell.trim());

function readDay(cell: Cell, edge: 'start' | 'end'): Day {
  if (typeof cell === 'object' && cell) return cell.day;
  if (typeof cell === 'number' && cell >= FIRST_SERIAL && cell < LAST_SERIAL) {
    return dayOfSerial(cell);
  }
  if (typeof cell === 'string') {
    const text = cell.trim();
    if (isMonthText(text)) return edge === 'start' ? `${text}-01` : monthEnd(text);
    if (isDay(text)) return text;
  }
  throw notADay(cell, edge);
}

/** Letters a keyword may differ in and still be taken for a slip of the finger. */
const A_SLIP = 3;

function notADay(cell: Cell, edge: 'start' | 'end'): FormulaError {
  const value = String(cell);
  const words = edge === 'end' ? PERIODS : PRESETS.filter((word) => word !== 'today');
  const guess = value.length > A_SLIP ? nearestName(value.toLowerCase(), words, A_SLIP) : null;
  if (guess) return new FormulaError('date-guess', { value, guess });
  return new FormulaError(edge === 'end' ? 'end-bad' : 'date-bad', { value });
}
