// The days the sheet holds per account, folded away, with the gaps by name and a way to fill them.

import { countDays } from '../../src/core/day';
import { type Described, h } from '../dom';
import { formatCount, formatRange } from '../format';
import { type AccountHistory, historyOf, type Stretch } from '../history';
import { button, disclosure, type Look } from './parts';

/** A ledger synced now and then has many stretches; more than this nobody reads. */
const MAX_STRETCHES = 12;
const MARKS: Record<Stretch['kind'], string> = { held: '✓', open: '!', lost: '–' };

function stretchItem(look: Look, { days, kind }: Stretch, fetchable: boolean): Described {
  const { texts, locale, on } = look;
  const words = texts.history;
  const count = countDays(days);
  const shown = formatRange(days, locale);
  return h(
    'li',
    { key: days.from, class: `stretch ${kind}` },
    h('span', { class: 'mark', 'aria-hidden': 'true' }, MARKS[kind]),
    h(
      'div',
      {},
      h('span', { class: 'name' }, shown),
      h('span', { class: 'facts' }, words[kind](count, formatCount(count, locale))),
      kind === 'open' && fetchable
        ? button(look, words.fetch, () => on.fetchGap(days), {
            key: 'fetch',
            label: words.fetchThese(shown),
          })
        : null,
    ),
  );
}

function accountPart(look: Look, { accountId, account, stretches }: AccountHistory): Described {
  const { texts, locale } = look;
  const hidden = stretches.length - MAX_STRETCHES;
  return h(
    'div',
    { key: accountId, class: 'section' },
    h('h3', {}, account?.name || accountId),
    h(
      'ul',
      { class: 'stretches' },
      ...stretches.slice(0, MAX_STRETCHES).map((part) => stretchItem(look, part, account !== null)),
    ),
    hidden > 0
      ? h(
          'p',
          { key: 'earlier', class: 'help' },
          texts.history.earlier(hidden, formatCount(hidden, locale)),
        )
      : null,
  );
}

export function historySection(look: Look): Described | null {
  const { state, texts } = look;
  if (state.firstRun || !state.status) return null;
  const words = texts.history;
  return disclosure(
    'history',
    words.title,
    h('p', { key: 'intro', class: 'help' }, words.intro),
    ...historyOf(state.status).map((account) => accountPart(look, account)),
  );
}
