// Chooses a person's language from a locale: English, or Brazilian Portuguese.

export type Language = 'en' | 'pt-BR';

/** @example languageOf('pt_BR') // 'pt-BR' */
export function languageOf(locale: string): Language {
  return locale.toLowerCase().startsWith('pt') ? 'pt-BR' : 'en';
}

/** Words of the menu, the only ones the script itself must hold: it is built before anything is allowed. */
export const MENU: Record<Language, { title: string; openSidebar: string }> = {
  en: { title: 'Ledger for WhatsApp', openSidebar: 'Open sidebar' },
  'pt-BR': { title: 'Ledger for WhatsApp', openSidebar: 'Abrir barra lateral' },
};
