// Chooses the words of the sheet by the spreadsheet's locale, and knows our headers in every language.
import type { DailyColumn, LogColumn } from '../core/columns';
import { headers as en } from './en/headers';
import { headers as es } from './es/headers';
import type { SheetWords } from './headers-type';
import { headers as pt } from './pt-BR/headers';

export type HeaderLanguage = 'en' | 'pt' | 'es';
const LANGUAGES: Record<HeaderLanguage, SheetWords> = { en, pt, es };

/** @example headerLanguage('pt_BR') // 'pt' */
export function headerLanguage(locale: string): HeaderLanguage {
  const language = locale.slice(0, 2).toLowerCase();
  return language === 'pt' || language === 'es' ? language : 'en';
}

export function headersFor(language: HeaderLanguage): {
  titles: Record<DailyColumn, string>;
  notes: Partial<Record<DailyColumn, string>>;
} {
  return { titles: LANGUAGES[language].daily, notes: LANGUAGES[language].notes };
}

export function logWordsFor(language: HeaderLanguage): {
  titles: Record<LogColumn, string>;
  who: Record<string, string>;
} {
  return { titles: LANGUAGES[language].log, who: LANGUAGES[language].who };
}

const KNOWN = new Map<string, DailyColumn>();
for (const words of Object.values(LANGUAGES)) {
  for (const [key, title] of Object.entries(words.daily)) KNOWN.set(title, key as DailyColumn);
}

/** Which column of ours a header names, whatever language the tab was made in. */
export function recogniseHeader(title: string): DailyColumn | null {
  return KNOWN.get(title.trim()) ?? null;
}
