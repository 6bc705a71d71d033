// Chooses the words of the sheet by the spreadsheet's locale, and knows our headers in every language.
import type { DailyColumn } from '../core/columns';
import type { Words } from './words';

export type HeaderLanguage = keyof Words['sheet'];

/** @example headerLanguage('pt_BR') // 'pt' */
export function headerLanguage(locale: string): HeaderLanguage {
  const language = locale.slice(0, 2).toLowerCase();
  return language === 'pt' || language === 'es' ? language : 'en';
}

/** Which column of ours each header names, whatever language the tab was made in. */
export function knownHeaders(words: Words): Map<string, DailyColumn> {
  const known = new Map<string, DailyColumn>();
  for (const { daily } of Object.values(words.sheet)) {
    for (const [key, title] of Object.entries(daily)) known.set(title, key as DailyColumn);
  }
  return known;
}
