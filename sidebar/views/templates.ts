// Which templates: all, or some picked from a list with search.

import type { LibraryItem } from '../../src/rpc/contract';
import { type Described, h } from '../dom';
import { FILTERS, filterTemplates, noFilters } from '../filters';
import { formatCount } from '../format';
import { groupByName, type NameGroup, searchTemplates } from '../picker';
import { filterFields } from './filters';
import { templateItem } from './library';
import { button, chosenValue, isBusy, type Look, working } from './parts';

function modeChoice(look: Look, mode: 'all' | 'some', label: string): Described {
  const { state, on } = look;
  return h(
    'label',
    { key: mode, class: 'choice' },
    h('input', {
      type: 'radio',
      name: 'template-mode',
      value: mode,
      checked: state.templates.mode === mode,
      disabled: isBusy(look),
      onchange: () => on.chooseMode(mode),
    }),
    h('span', {}, label),
  );
}

function templateChoice(
  look: Look,
  template: LibraryItem,
  picked: ReadonlySet<string>,
  named: boolean,
): Described {
  const field = h('input', {
    type: 'checkbox',
    value: template.id,
    checked: picked.has(template.id),
    disabled: isBusy(look),
    onchange: () => look.on.tickTemplate(template.id),
  });
  return templateItem(look, template, field, named);
}

/** A tick for several templates: off, on, or in between where only some are picked. */
function tickForAll(look: Look, ids: readonly string[], picked: ReadonlySet<string>): Described {
  const count = ids.filter((id) => picked.has(id)).length;
  const all = count === ids.length;
  return h('input', {
    type: 'checkbox',
    checked: all,
    indeterminate: count > 0 && !all,
    disabled: isBusy(look),
    onchange: () => look.on.setTemplates([...ids], !all),
  });
}

/** A name with its languages under it; the tick beside the name is for all of them. */
function nameChoice(look: Look, group: NameGroup, picked: ReadonlySet<string>): Described {
  const { texts, locale } = look;
  const [only, ...more] = group.templates;
  if (only && more.length === 0) return templateChoice(look, only, picked, true);
  const ids = group.templates.map(({ id }) => id);
  return h(
    'div',
    { key: group.key, class: 'group', role: 'group', 'aria-label': group.name },
    h(
      'label',
      { key: 'name', class: 'choice' },
      tickForAll(look, ids, picked),
      h(
        'span',
        {},
        h('span', { class: 'name' }, group.name),
        h('span', { class: 'facts' }, texts.templates.languages(formatCount(ids.length, locale))),
      ),
    ),
    ...group.templates.map((template) => templateChoice(look, template, picked, false)),
  );
}

/** Ticks or unticks everything the search shows, and nothing else. */
function allShown(
  look: Look,
  shown: readonly LibraryItem[],
  picked: ReadonlySet<string>,
): Described {
  const { texts, locale } = look;
  const ids = shown.map(({ id }) => id);
  return h(
    'label',
    { key: 'all-shown', class: 'choice all' },
    tickForAll(look, ids, picked),
    h('span', {}, texts.templates.selectShown(formatCount(ids.length, locale))),
  );
}

/** Why the list is empty, with the way back where the filters may be the reason. */
function nothingFound(look: Look, list: readonly LibraryItem[]): Described {
  const { state, texts, on } = look;
  const words = texts.templates;
  const filtered = FILTERS.some((name) => state.templates.filters[name] !== null);
  if (!filtered) {
    return h('p', { key: 'none', class: 'empty' }, list.length ? words.noMatch : words.empty);
  }
  return h(
    'div',
    { key: 'none', class: 'empty' },
    h('p', {}, words.noneFiltered),
    button(look, words.removeFilters, () => on.filter(noFilters), { kind: 'plain' }),
  );
}

function picker(look: Look, list: LibraryItem[]): Described {
  const { state, texts, locale, on } = look;
  const words = texts.templates;
  const { picked, search, filters } = state.templates;
  const shown = searchTemplates(filterTemplates(list, filters), search, texts, locale);
  const set = new Set(picked);
  return h(
    'div',
    { key: 'picker', class: 'picker' },
    h('label', { class: 'hidden', for: 'template-search' }, words.search),
    h('input', {
      id: 'template-search',
      type: 'search',
      placeholder: words.searchHint,
      value: search,
      autocomplete: 'off',
      disabled: isBusy(look),
      oninput: (event) => on.search(chosenValue(event)),
    }),
    filterFields(look, list),
    h(
      'div',
      { key: 'list', class: 'list' },
      shown.length > 0 ? allShown(look, shown, set) : null,
      h(
        'div',
        { key: 'shown', class: 'scroll', role: 'group', 'aria-label': words.list, tabindex: 0 },
        ...groupByName(shown).map((group) => nameChoice(look, group, set)),
        shown.length === 0 ? nothingFound(look, list) : null,
      ),
    ),
    h(
      'div',
      { key: 'count', class: 'row' },
      h(
        'span',
        { class: 'count', 'aria-live': 'polite' },
        picked.length === 0
          ? words.missing
          : words.chosen(picked.length, formatCount(picked.length, locale)),
      ),
      picked.length > 0
        ? button(look, words.clear, () => on.clearTemplates(), { kind: 'plain' })
        : null,
    ),
  );
}

export function templatesSection(look: Look): Described {
  const { state, texts, locale } = look;
  const words = texts.templates;
  const { mode, list, gone } = state.templates;
  const some = mode === 'some';
  return h(
    'section',
    { key: 'templates', class: 'section', 'aria-labelledby': 'templates-title' },
    h('h2', { id: 'templates-title' }, words.title),
    h(
      'div',
      { key: 'modes', class: 'modes', role: 'radiogroup', 'aria-labelledby': 'templates-title' },
      modeChoice(look, 'all', words.all),
      modeChoice(look, 'some', words.some),
    ),
    some && state.task === 'templates' ? working(words.reading) : null,
    some && list ? picker(look, list) : null,
    some && gone > 0
      ? h('p', { key: 'gone', class: 'help' }, words.gone(gone, formatCount(gone, locale)))
      : null,
    some ? h('p', { key: 'scope', class: 'note' }, words.scopeNote) : null,
  );
}
