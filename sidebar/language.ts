// Which language the sidebar speaks, and how it writes dates and numbers.

import { sidebar as en, type SidebarTexts } from '../src/texts/en/sidebar';
import { sidebar as ptBr } from '../src/texts/pt-BR/sidebar';

export const LANGUAGES = ['en', 'pt-BR'] as const;
export type Language = (typeof LANGUAGES)[number];
export type LanguageChoice = 'auto' | Language;

const TEXTS: Record<Language, SidebarTexts> = { en, 'pt-BR': ptBr };

/** The languages by their own names, so that everybody finds theirs. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  en: 'English',
  'pt-BR': 'Português (Brasil)',
};

/** Every kind of Portuguese reads Brazilian Portuguese better than English. */
export function languageOf(choice: LanguageChoice, browserLanguage: string): Language {
  if (choice !== 'auto') return choice;
  return /^pt\b/i.test(browserLanguage) ? 'pt-BR' : 'en';
}

/** The browser's own region where it fits the language, so that a Briton reads 22 Nov, not Nov 22. */
export function localeOf(language: Language, browserLanguage: string): string {
  const sameLanguage = browserLanguage.slice(0, 2).toLowerCase() === language.slice(0, 2);
  return sameLanguage && Intl.DateTimeFormat.supportedLocalesOf([browserLanguage]).length > 0
    ? browserLanguage
    : language;
}

export function textsOf(language: Language): SidebarTexts {
  return TEXTS[language];
}
