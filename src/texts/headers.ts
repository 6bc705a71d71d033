// Chooses the words of the sheet by the spreadsheet's locale, and knows our headers in every language.
import type { ColumnKey } from '../core/columns';
import type { Words } from './carried';

export type HeaderLanguage = keyof Words['sheet'];

/** @example headerLanguage('pt_BR') // 'pt' */
export function headerLanguage(locale: string): HeaderLanguage {
  const language = locale.slice(0, 2).toLowerCase();
  return language === 'pt' || language === 'es' ? language : 'en';
}

/** Which of some columns each header names, whatever language the tab was made in. */
export function knownHeaders(words: Words, keys: readonly ColumnKey[]): Map<string, ColumnKey> {
  const known = new Map<string, ColumnKey>();
  for (const { columns } of Object.values(words.sheet)) {
    for (const key of keys) known.set(columns[key], key);
  }
  return known;
}
