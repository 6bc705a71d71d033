// Finds, names and groups templates in the picker.

import type { LibraryItem } from '../src/rpc/contract';
import type { SidebarTexts } from '../src/texts/en/sidebar';
import { languageName } from './format';

/** Without accents and case, so that `promocao` finds `Promoção`. */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export function categoryName(category: string, texts: SidebarTexts): string {
  return texts.templates.categories[category] ?? category;
}

/** What stands beside a template that is not simply in use. */
export function statusName({ status, listed }: LibraryItem, texts: SidebarTexts): string {
  if (!listed) return texts.templates.unlisted;
  return texts.templates.statuses[status] ?? status;
}

/** How Meta rates it in words, or null where it has no rating. */
export function qualityName({ quality }: LibraryItem, texts: SidebarTexts): string | null {
  return (quality && texts.templates.qualities[quality]) || null;
}

/** Everything a template can be found by, folded; made once per list, for it is read at every key. */
const haystacks = new WeakMap<LibraryItem, Map<string, string>>();

function haystackOf(template: LibraryItem, texts: SidebarTexts, locale: string): string {
  const known = haystacks.get(template) ?? new Map<string, string>();
  haystacks.set(template, known);
  const before = known.get(locale);
  if (before !== undefined) return before;
  const { name, id, language, category, status, text, buttons, account } = template;
  const named = [
    languageName(language, locale),
    categoryName(category, texts),
    statusName(template, texts),
    qualityName(template, texts) ?? '',
  ];
  const all = [name, id, language, category, status, text, ...buttons, account, ...named];
  const made = fold(all.join(' '));
  known.set(locale, made);
  return made;
}

/** The templates in which every word of the search is found: in name, message, buttons or what they are. */
export function searchTemplates(
  templates: readonly LibraryItem[],
  search: string,
  texts: SidebarTexts,
  locale: string,
): LibraryItem[] {
  const words = fold(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...templates];
  return templates.filter((template) => {
    const text = haystackOf(template, texts, locale);
    return words.every((word) => text.includes(word));
  });
}

/** The templates of one name, which has one template per language, in the order they came. */
export interface NameGroup {
  key: string;
  name: string;
  templates: LibraryItem[];
}

/** Two accounts may use one name for different messages, so a name counts per account. */
export function groupByName(templates: readonly LibraryItem[]): NameGroup[] {
  const groups = new Map<string, NameGroup>();
  for (const template of templates) {
    const key = `${template.accountId} ${template.name}`;
    const group = groups.get(key) ?? { key, name: template.name, templates: [] };
    group.templates.push(template);
    groups.set(key, group);
  }
  return [...groups.values()];
}
