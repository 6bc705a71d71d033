// Chooses a person's language from a locale: English, or Brazilian Portuguese.

export type Language = 'en' | 'pt-BR';

/** @example languageOf('pt_BR') // 'pt-BR' */
export function languageOf(locale: string): Language {
  return locale.toLowerCase().startsWith('pt') ? 'pt-BR' : 'en';
}

/** The name of the product is the same in every language. */
export const TITLE = 'Ledger for WhatsApp';
/** The only words the script itself must hold: the menu is built before anything is allowed. */
export const OPEN_SIDEBAR: Record<Language, string> = {
  en: 'Open sidebar',
  'pt-BR': 'Abrir barra lateral',
};
