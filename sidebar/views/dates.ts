// Which days: a preset by name or two dates, always with the days in words.

import { countDays } from '../../src/core/day';
import { COMPARISONS, type Comparison, PRESETS } from '../../src/rpc/contract';
import { chosenComparison, chosenRange, datesProblem } from '../choices';
import { type Described, h } from '../dom';
import { formatCount, formatDay, formatRange } from '../format';
import { missingDays, olderThanReach } from '../reach';
import type { PresetChoice } from '../state';
import { chosenValue, fieldProblem, isBusy, type Look } from './parts';

const CHOICES: readonly PresetChoice[] = [...PRESETS, 'custom'];
/** More stretches than this would not be read. */
const MAX_STRETCHES = 3;

function dayField(look: Look, end: 'from' | 'to', invalid: boolean): Described {
  const { state, texts, on } = look;
  return h(
    'div',
    { key: end, class: 'field' },
    h('label', { for: `day-${end}` }, texts.dates[end]),
    h('input', {
      id: `day-${end}`,
      type: 'date',
      value: state.dates[end],
      max: state.status?.today,
      disabled: isBusy(look),
      'aria-invalid': invalid ? 'true' : null,
      'aria-describedby': invalid ? 'dates-problem' : null,
      onchange: (event) => on.chooseDay(end, chosenValue(event)),
    }),
  );
}

/** The honest line about days that Meta no longer answers for. */
function reachNote(look: Look): Described | null {
  const { state, texts, locale } = look;
  const range = chosenRange(state);
  if (!range || !state.status || datesProblem(state)) return null;
  const older = olderThanReach(range, state.status.reach, state.status);
  if (!older) return null;
  const reach = formatDay(state.status.reach, locale);
  const whole = older.held[0];
  // The longest preset begins a day before what Meta keeps: nobody asked for that day in particular.
  const atEdge = state.dates.preset === 'last_90_days';
  if (atEdge && whole === undefined) {
    return h('p', { key: 'reach', class: 'help' }, texts.dates.reachEdge(reach));
  }
  const text =
    whole === undefined
      ? texts.dates.reachNone(reach)
      : whole.from === older.days.from && whole.to === older.days.to
        ? texts.dates.reachAll(reach)
        : texts.dates.reachSome(reach, stretches(older.held, locale));
  return h('p', { key: 'reach', class: 'note' }, text);
}

function stretches(held: { from: string; to: string }[], locale: string): string {
  const shown = held.slice(-MAX_STRETCHES).map((range) => formatRange(range, locale));
  return (held.length > MAX_STRETCHES ? '… ' : '') + shown.join('; ');
}

/** What to compare with, with the compared days in words. */
function comparisonField(look: Look): Described {
  const { state, texts, locale, on } = look;
  const words = texts.dates;
  const compared = chosenComparison(state);
  const gaps = compared && state.status ? missingDays(compared, state.status) : [];
  return h(
    'div',
    { key: 'compare', class: 'field' },
    h('label', { for: 'compare' }, words.compare),
    h(
      'select',
      {
        id: 'compare',
        value: state.compareTo,
        disabled: isBusy(look),
        'aria-describedby': compared ? 'compared' : null,
        onchange: (event) => on.chooseComparison(chosenValue(event) as Comparison),
      },
      ...COMPARISONS.map((choice) =>
        h('option', { key: choice, value: choice }, words.comparisons[choice]),
      ),
    ),
    compared
      ? h(
          'p',
          { key: 'compared', id: 'compared', class: 'help', 'aria-live': 'polite' },
          words.compared(formatRange(compared, locale)),
          // Before the first sync the sheet holds no day at all, which goes without saying.
          gaps.length > 0 && !state.firstRun ? ` ${words.comparedGap}` : null,
        )
      : null,
  );
}

export function datesSection(look: Look): Described {
  const { state, texts, locale, on } = look;
  const words = texts.dates;
  const problem = datesProblem(state);
  const range = chosenRange(state);
  const custom = state.dates.preset === 'custom';
  const option = (choice: PresetChoice) =>
    h('option', { key: choice, value: choice }, words.names[choice]);
  return h(
    'section',
    { key: 'dates', class: 'section', 'aria-labelledby': 'dates-title' },
    h('h2', { id: 'dates-title' }, words.title),
    h('label', { class: 'hidden', for: 'preset' }, words.preset),
    h(
      'select',
      {
        id: 'preset',
        value: state.dates.preset,
        disabled: isBusy(look),
        onchange: (event) => on.choosePreset(chosenValue(event) as PresetChoice),
      },
      ...CHOICES.map(option),
    ),
    custom
      ? h(
          'div',
          { key: 'days', class: 'pair' },
          dayField(look, 'from', !!problem),
          dayField(look, 'to', !!problem),
        )
      : null,
    problem
      ? fieldProblem('dates-problem', words[problem])
      : range &&
          h(
            'p',
            { key: 'range', class: 'help', 'aria-live': 'polite' },
            formatRange(range, locale) +
              ' · ' +
              words.days(countDays(range), formatCount(countDays(range), locale)),
          ),
    reachNote(look),
    comparisonField(look),
  );
}
