// Everything the server says, by language: the build writes it into sidebar.html, out of the script's way.
import type { CompareWords } from './compare-words';
import { compare as enCompare } from './en/compare';
import { headers as enHeaders } from './en/headers';
import { server as en } from './en/server';
import { compare as esCompare } from './es/compare';
import { headers as esHeaders } from './es/headers';
import { compare as ptCompare } from './pt-BR/compare';
import { headers as ptHeaders } from './pt-BR/headers';
import { server as pt } from './pt-BR/server';
import type { ServerWords, SheetWords } from './server-words';

export interface Words {
  server: Record<'en' | 'pt-BR', ServerWords>;
  sheet: Record<'en' | 'pt' | 'es', SheetWords>;
  /** `WA Templates` and report tabs. */
  compare: Record<'en' | 'pt' | 'es', CompareWords>;
}

/** What stands in sidebar.html: the words, and the table of time zones. */
export interface Carried extends Words {
  zones: string[];
}

export const words: Words = {
  server: { en, 'pt-BR': pt },
  sheet: { en: enHeaders, pt: ptHeaders, es: esHeaders },
  compare: { en: enCompare, pt: ptCompare, es: esCompare },
};

/** Where the texts stand in sidebar.html. */
export const WORDS_OPEN = '<script type="application/json" id="words">';
export const WORDS_CLOSE = '</script>';
