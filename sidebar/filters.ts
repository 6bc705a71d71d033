// Narrows the list of templates to one category, one language, one status.

import type { LibraryItem } from '../src/rpc/contract';
import type { SidebarTexts } from '../src/texts/en/sidebar';
import { languageName } from './format';
import { categoryName } from './picker';

export const FILTERS = ['category', 'language', 'status'] as const;
export type FilterName = (typeof FILTERS)[number];
/** What is chosen of each; null lets everything pass. */
export type Filters = Record<FilterName, string | null>;

export const noFilters: Filters = { category: null, language: null, status: null };

/** Stands for "Meta no longer lists it", whatever Meta said of the template before. */
const UNLISTED = 'UNLISTED';

function filterValue(template: LibraryItem, filter: FilterName): string {
  return filter === 'status' && !template.listed ? UNLISTED : template[filter];
}

/** The templates that pass every filter. */
export function filterTemplates(
  templates: readonly LibraryItem[],
  filters: Filters,
): LibraryItem[] {
  return templates.filter((template) =>
    FILTERS.every(
      (name) => filters[name] === null || filters[name] === filterValue(template, name),
    ),
  );
}

/** A value of a filter as people read it. */
function valueName(filter: FilterName, value: string, texts: SidebarTexts, locale: string): string {
  if (filter === 'category') return categoryName(value, texts);
  if (filter === 'language') return languageName(value, locale);
  return value === UNLISTED
    ? texts.templates.unlistedShort
    : (texts.templates.statuses[value] ?? value);
}

/** What a filter can be set to, each value once, by its name. */
export function optionsOf(
  templates: readonly LibraryItem[],
  filter: FilterName,
  texts: SidebarTexts,
  locale: string,
): { value: string; name: string }[] {
  const values = [...new Set(templates.map((template) => filterValue(template, filter)))];
  return values
    .map((value) => ({ value, name: valueName(filter, value, texts, locale) }))
    .sort((a, b) => a.name.localeCompare(b.name, locale));
}

/** Filters that some template of the list passes; one for a value that is gone would hide everything. */
export function usableFilters(filters: Filters, templates: readonly LibraryItem[]): Filters {
  const usable = (name: FilterName) =>
    templates.some((template) => filterValue(template, name) === filters[name])
      ? filters[name]
      : null;
  return { category: usable('category'), language: usable('language'), status: usable('status') };
}
