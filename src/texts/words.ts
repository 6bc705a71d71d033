// Everything the server says, by language: the build writes it into sidebar.html, out of the script's way.

import type { Words } from './carried';
import { compare as enCompare } from './en/compare';
import { headers as enHeaders } from './en/headers';
import { server as en } from './en/server';
import { compare as esCompare } from './es/compare';
import { headers as esHeaders } from './es/headers';
import { compare as ptCompare } from './pt-BR/compare';
import { headers as ptHeaders } from './pt-BR/headers';
import { server as pt } from './pt-BR/server';

export const words: Words = {
  server: { en, 'pt-BR': pt },
  sheet: { en: enHeaders, pt: ptHeaders, es: esHeaders },
  compare: { en: enCompare, pt: ptCompare, es: esCompare },
};
