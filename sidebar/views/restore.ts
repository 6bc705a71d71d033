// Making a deleted tab or column again: what comes back and what does not, the question, and what was made.

import { type Described, h } from '../dom';
import { formatCount } from '../format';
import type { Restore } from '../state';
import { button, type Look, working } from './parts';

function question(look: Look, { lost }: Restore): Described {
  const words = look.texts.restore;
  const { on } = look;
  const tab = lost === 'tab';
  return h(
    'div',
    {
      key: 'restore',
      id: 'restore',
      class: 'confirm ask',
      role: 'group',
      'aria-label': words[lost],
      tabindex: -1,
    },
    h('p', { key: 'about' }, tab ? words.aboutTab : words.aboutColumn),
    h(
      'div',
      { key: 'buttons', class: 'buttons' },
      button(look, tab ? words.yesTab : words.yesColumn, () => on.restore(), { key: 'yes' }),
      button(look, words.no, () => on.refuseRestore(), { kind: 'plain', key: 'no' }),
    ),
    look.state.task === 'restore' ? working(words.working) : null,
  );
}

function made(look: Look, lost: Restore['lost'], what: NonNullable<Restore['made']>): Described {
  const { locale, on } = look;
  const words = look.texts.restore;
  const [rows, columns] = [what.rows, what.columns].map((count) => formatCount(count, locale));
  return h(
    'div',
    { key: 'restore', id: 'restore', class: 'card', tabindex: -1 },
    h(
      'p',
      { class: 'done', role: 'status' },
      h('span', { class: 'mark', 'aria-hidden': 'true' }, '✓'),
      h(
        'span',
        {},
        lost === 'tab'
          ? words.madeTab(what.tab, what.rows, rows ?? '', columns ?? '')
          : words.madeColumn(what.tab, what.columns, columns ?? '', rows ?? ''),
      ),
    ),
    h('p', {}, words.next),
    button(look, words.sync, () => on.sync(), { key: 'sync' }),
  );
}

export function restoreCard(look: Look): Described | null {
  const { restore } = look.state;
  if (!restore) return null;
  return restore.made ? made(look, restore.lost, restore.made) : question(look, restore);
}
