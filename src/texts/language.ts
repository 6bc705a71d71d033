// Chooses a person's language from a locale: English, or Brazilian Portuguese.

export type Language = 'en' | 'pt-BR';

/** @example languageOf('pt_BR') // 'pt-BR' */
export function languageOf(locale: string): Language {
  return locale.toLowerCase().startsWith('pt') ? 'pt-BR' : 'en';
}
