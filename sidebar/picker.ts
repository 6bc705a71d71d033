// Finds and names templates in the picker.

import type { TemplateItem } from '../src/rpc/contract';
import type { SidebarTexts } from '../src/texts/en/sidebar';

/** Without accents and case, so that `promocao` finds `Promoção`. */
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export function categoryName(category: string, texts: SidebarTexts): string {
  return texts.templates.categories[category] ?? category;
}

export function statusName(status: string, texts: SidebarTexts): string {
  return texts.templates.statuses[status] ?? status;
}

/** The templates whose name, id, language, category or status holds every word of the search. */
export function searchTemplates(
  templates: readonly TemplateItem[],
  search: string,
  texts: SidebarTexts,
): TemplateItem[] {
  const words = fold(search).split(/\s+/).filter(Boolean);
  return templates.filter((template) => {
    const { name, id, language, category, status } = template;
    const named = [categoryName(category, texts), statusName(status, texts)];
    const text = fold([name, id, language, category, status, ...named].join(' '));
    return words.every((word) => text.includes(word));
  });
}
