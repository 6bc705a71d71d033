// The templates to choose from and those chosen: how each act changes them.

import type { LibraryItem } from '../src/rpc/contract';
import { type Filters, noFilters, usableFilters } from './filters';

export interface Templates {
  mode: 'all' | 'some';
  list: LibraryItem[] | null;
  picked: string[];
  /** How many picked ones neither Meta lists nor the sheet knows; they are not picked any more. */
  gone: number;
  search: string;
  filters: Filters;
}

export const noTemplates: Templates = {
  mode: 'all',
  list: null,
  picked: [],
  gone: 0,
  search: '',
  filters: noFilters,
};

export type TemplatesEvent =
  | { type: 'mode-chosen'; mode: 'all' | 'some' }
  | { type: 'templates-read'; list: LibraryItem[] }
  | { type: 'template-ticked'; id: string }
  | { type: 'templates-set'; ids: string[]; picked: boolean }
  | { type: 'templates-cleared' }
  | { type: 'searched'; search: string }
  | { type: 'filtered'; filters: Partial<Filters> };

export const toggle = (ids: readonly string[], id: string): string[] =>
  ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];

export function templatesAfter(templates: Templates, event: TemplatesEvent): Templates {
  switch (event.type) {
    case 'mode-chosen':
      return { ...templates, mode: event.mode };
    case 'templates-read': {
      const known = new Set(event.list.map(({ id }) => id));
      const picked = templates.picked.filter((id) => known.has(id));
      return {
        ...templates,
        list: event.list,
        picked,
        gone: templates.picked.length - picked.length,
        filters: usableFilters(templates.filters, event.list),
      };
    }
    case 'template-ticked':
      return { ...templates, picked: toggle(templates.picked, event.id) };
    case 'templates-set': {
      const others = templates.picked.filter((id) => !event.ids.includes(id));
      return { ...templates, picked: event.picked ? [...others, ...event.ids] : others };
    }
    case 'templates-cleared':
      return { ...templates, picked: [], gone: 0 };
    case 'searched':
      return { ...templates, search: event.search };
    case 'filtered':
      return { ...templates, filters: { ...templates.filters, ...event.filters } };
  }
}
