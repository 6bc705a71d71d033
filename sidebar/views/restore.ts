// Making a deleted tab or column again: what comes back and what does not, the question, and what was made.

import { type Described, h } from '../dom';
import { formatCount } from '../format';
import type { Restore } from '../state';
import { button, type Look, working } from './parts';

type Made = NonNullable<Restore['made']>;

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

function whatWasMade(look: Look, lost: Restore['lost'], made: Made): string {
  const words = look.texts.restore;
  const { tab, rows, columns } = made;
  const shown = (count: number) => formatCount(count, look.locale);
  // Somebody may have undone the deletion in the meantime.
  if (rows === 0 && columns === 0) return words.nothing(tab);
  return lost === 'tab'
    ? words.madeTab(tab, rows, shown(rows))
    : words.madeColumn(tab, columns, shown(columns), shown(rows));
}

function madeCard(look: Look, lost: Restore['lost'], made: Made): Described {
  const words = look.texts.restore;
  return h(
    'div',
    { key: 'restore', id: 'restore', class: 'card', tabindex: -1 },
    h(
      'p',
      { class: 'done', role: 'status' },
      h('span', { class: 'mark', 'aria-hidden': 'true' }, '✓'),
      h('span', {}, whatWasMade(look, lost, made)),
    ),
    h('p', {}, words.next),
    button(look, words.sync, () => look.on.sync(), { key: 'sync' }),
  );
}

export function restoreCard(look: Look): Described | null {
  const { restore } = look.state;
  if (!restore) return null;
  return restore.made ? madeCard(look, restore.lost, restore.made) : question(look, restore);
}
