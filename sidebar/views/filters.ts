// The filters over the list of templates: one select each, where there is something to tell apart.

import type { LibraryItem } from '../../src/rpc/contract';
import { type Described, h } from '../dom';
import { FILTERS, type FilterName, optionsOf } from '../filters';
import { chosenValue, isBusy, type Look } from './parts';

function filterField(look: Look, list: LibraryItem[], name: FilterName): Described | null {
  const { state, texts, locale, on } = look;
  const options = optionsOf(list, name, texts, locale);
  if (options.length < 2) return null;
  const words = texts.templates;
  const id = `filter-${name}`;
  return h(
    'div',
    { key: name, class: 'filter' },
    h('label', { class: 'hidden', for: id }, words.filters[name]),
    h(
      'select',
      {
        id,
        value: state.templates.filters[name] ?? '',
        disabled: isBusy(look),
        onchange: (event) => on.filter({ [name]: chosenValue(event) || null }),
      },
      h('option', { key: 'any', value: '' }, words.anyOf[name]),
      ...options.map((option) =>
        h('option', { key: option.value, value: option.value }, option.name),
      ),
    ),
  );
}

export function filterFields(look: Look, list: LibraryItem[]): Described | null {
  const fields = FILTERS.map((name) => filterField(look, list, name)).filter(
    (field): field is Described => field !== null,
  );
  return fields.length > 0 ? h('div', { key: 'filters', class: 'filters' }, ...fields) : null;
}
