// Everything the server says, by language: the build writes it into sidebar.html, out of the script's way.
import { headers as enHeaders } from './en/headers';
import { server as en } from './en/server';
import { headers as esHeaders } from './es/headers';
import { headers as ptHeaders } from './pt-BR/headers';
import { server as pt } from './pt-BR/server';
import type { ServerWords, SheetWords } from './server-words';

export interface Words {
  server: Record<'en' | 'pt-BR', ServerWords>;
  sheet: Record<'en' | 'pt' | 'es', SheetWords>;
}

/** What stands in sidebar.html: the words, and the table of time zones. */
export interface Carried extends Words {
  zones: string[];
}

export const words: Words = {
  server: { en, 'pt-BR': pt },
  sheet: { en: enHeaders, pt: ptHeaders, es: esHeaders },
};

/** Where the texts stand in sidebar.html. */
export const WORDS_OPEN = '<script type="application/json" id="words">';
export const WORDS_CLOSE = '</script>';
