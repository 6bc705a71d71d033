// Titles of metrics in every language of a sheet. They are in the script itself: formulas read and write them.
import type { TitlesByLanguage } from '../core/formula/metric-word';
import { titles as en, aliases as enAliases } from './en/titles';
import { titles as es, aliases as esAliases } from './es/titles';
import { titles as pt, aliases as ptAliases } from './pt-BR/titles';

export const TITLES: TitlesByLanguage = {
  en: { titles: en, aliases: enAliases },
  pt: { titles: pt, aliases: ptAliases },
  es: { titles: es, aliases: esAliases },
};
