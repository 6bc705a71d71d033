// Where the texts stand in sidebar.html, and their shape. No texts here: the script must not hold them.
import type { CompareWords } from './compare-words';
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

/** Where the texts stand in sidebar.html. */
export const WORDS_OPEN = '<script type="application/json" id="words">';
export const WORDS_CLOSE = '</script>';
