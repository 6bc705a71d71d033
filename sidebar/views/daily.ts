// The daily update: a tick before the first sync, later a switch with what it did last and does next.

import { addDays } from '../../src/core/day';
import type { Schedule, Status } from '../../src/rpc/contract';
import { dailyTicked } from '../choices';
import { type Described, h } from '../dom';
import { failureFromServer } from '../failures';
import { formatDay, formatMoment } from '../format';
import { remedyButtons } from './failure';
import { isBusy, type Look, working } from './parts';

/** When the next update comes, as people say it. */
function nextUpdate(look: Look, next: NonNullable<Schedule['next']>): string {
  const { state, texts, locale } = look;
  const words = texts.daily;
  const today = state.status?.today ?? next.day;
  if (next.day < today) return words.soon;
  if (next.day === today) return words.today(next.hour);
  if (next.day === addDays(today, 1)) return words.tomorrow(next.hour);
  return words.onDay(formatDay(next.day, locale), next.hour);
}

/** A line for the result of the first sync, which has just switched the daily update on. */
export function dailyNews(look: Look): string | null {
  const { schedule } = look.state.status ?? {};
  if (!schedule?.mine || !schedule.next) return null;
  return look.texts.daily.isOn(nextUpdate(look, schedule.next));
}

function tick(look: Look, label: string, help: string | null, role: 'switch' | null): Described {
  const { state, on } = look;
  const ticked = dailyTicked(state);
  return h(
    'div',
    { key: 'tick', class: 'field' },
    h(
      'label',
      { class: role ? 'choice switched' : 'choice' },
      h('input', {
        id: 'daily',
        type: 'checkbox',
        role,
        checked: ticked,
        disabled: isBusy(look),
        'aria-describedby': help ? 'daily-help' : null,
        onchange: () => on.tickDaily(!ticked),
      }),
      h('span', {}, label),
    ),
    help ? h('p', { key: 'help', id: 'daily-help', class: 'help' }, help) : null,
  );
}

/** Stands beside the first Sync, ticked and in sight. */
export function dailyTick(look: Look): Described | null {
  if (!look.state.firstRun) return null;
  const { daily } = look.texts;
  const others = isOthers(look.state.status?.schedule);
  return h(
    'section',
    { key: 'daily-tick', class: 'section', 'aria-label': daily.title },
    others ? h('p', { key: 'others' }, daily.others) : null,
    others
      ? tick(look, daily.also, daily.alsoHelp, null)
      : tick(look, daily.tick, daily.help, null),
  );
}

const isOthers = (schedule: Schedule | undefined): boolean =>
  schedule?.on === true && !schedule.mine;

/** The last failure, as long as no sync has worked since; what happens right now has its own panel. */
function openFailure({ state }: Look): Status['lastFailure'] {
  if (!state.status || state.failure || state.run) return null;
  const { lastFailure, lastSync } = state.status;
  return lastFailure && (!lastSync || lastFailure.at > lastSync) ? lastFailure : null;
}

/** The last failure while there is no section of the daily update yet. */
export function firstFailure(look: Look): Described | null {
  const failure = look.state.firstRun ? openFailure(look) : null;
  if (!failure) return null;
  const when = formatMoment(failure.at, look.locale);
  return failureNote(look, failure, `${look.texts.daily.lastFailure}: ${when}`);
}

function failureNote(
  look: Look,
  failure: NonNullable<Status['lastFailure']>,
  heading: string | null = null,
): Described {
  // Sync is in sight and is the way to try again.
  const buttons = remedyButtons(look, failureFromServer(failure), ['retry']);
  return h(
    'div',
    { key: 'last-failure', class: 'note' },
    heading ? h('p', { key: 'heading' }, heading) : null,
    h('p', {}, `${failure.message} ${failure.hint}`),
    buttons,
  );
}

export function dailySection(look: Look): Described | null {
  const { state, texts, locale } = look;
  const { status } = state;
  if (state.firstRun || !status) return null;
  const words = texts.daily;
  const { schedule, lastSync } = status;
  const others = isOthers(schedule);
  const failure = openFailure(look);
  const fact = (key: string, name: string, value: string) => [
    h('dt', { key }, name),
    h('dd', { key }, value),
  ];
  return h(
    'section',
    { key: 'daily', class: 'card', 'aria-labelledby': 'daily-title' },
    h('h2', { id: 'daily-title' }, words.title),
    others ? h('p', { key: 'others' }, words.others) : null,
    others
      ? tick(look, words.also, words.alsoHelp, 'switch')
      : tick(look, words.tick, dailyTicked(state) ? words.help : words.why, 'switch'),
    state.task === 'schedule' ? working(words.switching) : null,
    h(
      'dl',
      { key: 'facts' },
      ...fact(
        'success',
        words.lastSuccess,
        lastSync ? formatMoment(lastSync, locale) : words.never,
      ),
      ...(failure ? fact('failure', words.lastFailure, formatMoment(failure.at, locale)) : []),
      ...fact('next', words.next, schedule.next ? nextUpdate(look, schedule.next) : words.off),
    ),
    failure ? failureNote(look, failure) : null,
  );
}
