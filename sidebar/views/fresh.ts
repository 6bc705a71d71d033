// The section for formulas that stay old, folded away: what they lack, one button to add it, one to put back.

import type { LiveFormulas } from '../../src/rpc/contract';
import { type Described, h } from '../dom';
import { formatCount } from '../format';
import { type FreshDone, freshPieces } from '../fresh';
import { button, isBusy, type Look, working } from './parts';

/** From here on, single formulas take Sheets so long that a table in one formula is worth a word. */
const MANY_FORMULAS = 200;

type Lacking = LiveFormulas['lacking'][number];

function lackingItem(look: Look, { tab, cell, formula, fresh }: Lacking): Described {
  const words = look.texts.fresh;
  return h(
    'li',
    { key: `${tab} ${cell}` },
    h('span', { class: 'name' }, `${tab} · ${cell}`),
    h('code', { 'aria-label': words.now }, formula),
    h(
      'code',
      { class: 'becomes', 'aria-label': words.becomes },
      ...freshPieces(formula, fresh).map(({ text, added }) =>
        added ? h('strong', {}, text) : text,
      ),
    ),
  );
}

function lackingList(look: Look, { lacking, more }: LiveFormulas): Described {
  const { texts, locale, on } = look;
  const words = texts.fresh;
  const count = lacking.length + more;
  return h(
    'div',
    { key: 'lacking', class: 'section' },
    h('p', { key: 'count' }, words.lacking(count, formatCount(count, locale))),
    h(
      'ul',
      { key: 'list', class: 'formulas', tabindex: 0, 'aria-label': words.list },
      ...lacking.map((one) => lackingItem(look, one)),
    ),
    more > 0
      ? h('p', { key: 'more', class: 'help' }, words.more(more, formatCount(more, locale)))
      : null,
    button(look, words.add(count, formatCount(count, locale)), () => on.addLive(), { key: 'add' }),
  );
}

function doneLines(look: Look, done: FreshDone): Described {
  const { texts, locale, on } = look;
  const words = texts.fresh;
  const say = (line: (count: number, shown: string) => string, count: number, key: string) =>
    count > 0 ? h('p', { key }, line(count, formatCount(count, locale))) : null;
  const added = done.what === 'added';
  const count = added ? done.changed : done.restored;
  const full = added && done.left > 0;
  return h(
    'div',
    { key: 'done', id: 'fresh-done', class: 'section', role: 'status', tabindex: -1 },
    h(
      'p',
      { key: 'count', class: 'done' },
      h('span', { class: 'mark', 'aria-hidden': 'true' }, count > 0 ? '✓' : '–'),
      h('span', {}, (added ? words.added : words.restored)(count, formatCount(count, locale))),
    ),
    added ? say(words.skipped, done.skipped, 'skipped') : say(words.kept, done.left, 'kept'),
    full ? say(words.left, done.left, 'left') : null,
    full
      ? button(look, words.goOn, () => on.addLiveForGood(), { key: 'go-on', kind: 'plain' })
      : null,
  );
}

function foundLines(look: Look, found: LiveFormulas): (Described | null)[] {
  const { texts, locale, on } = look;
  const words = texts.fresh;
  const { lacking, fresh, undo } = found;
  const all = lacking.length + found.more + fresh;
  const well = fresh > 0 ? words.allWell(fresh, formatCount(fresh, locale)) : words.none;
  return [
    lacking.length > 0 ? lackingList(look, found) : h('p', { key: 'well', class: 'help' }, well),
    all > MANY_FORMULAS
      ? h('p', { key: 'many', class: 'help' }, words.many(formatCount(all, locale)))
      : null,
    undo > 0
      ? button(look, words.undo(undo, formatCount(undo, locale)), () => on.undoLive(), {
          key: 'undo',
          kind: 'plain',
        })
      : null,
  ];
}

export function freshSection(look: Look): Described | null {
  const { state, texts, on } = look;
  const { fresh, task } = state;
  if (state.firstRun || !state.status) return null;
  const words = texts.fresh;
  const changing = {
    look: words.looking,
    add: words.adding,
    forget: words.adding,
    undo: words.undoing,
  };
  return h(
    'details',
    {
      key: 'fresh',
      ontoggle: (event) => {
        if ((event.currentTarget as HTMLDetailsElement).open) on.lookForOld();
      },
    },
    h('summary', {}, words.title),
    h(
      'div',
      { class: 'inside', 'aria-busy': isBusy(look) ? 'true' : null },
      h('p', { key: 'intro', class: 'help' }, words.intro),
      fresh.done ? doneLines(look, fresh.done) : null,
      task === 'fresh' ? working(changing[fresh.asked]) : null,
      ...(fresh.found ? foundLines(look, fresh.found) : []),
      button(look, fresh.found ? words.lookAgain : words.look, () => on.lookForOld(), {
        key: 'look',
        kind: 'plain',
      }),
    ),
  );
}
