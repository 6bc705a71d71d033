// The words for periods and keywords that people write in Portuguese and Spanish, beside the English ones.
import { PERIODS, type Period } from '../day';
import { PRESETS, type Preset } from '../presets';
import { plainWord } from './plain-word';

/** A month is "mês" and "mes", a year "ano" and "año": accents are gone here. */
const PERIOD_WORDS = new Map<string, Period>(
  Object.entries({
    dia: 'day',
    semana: 'week',
    mes: 'month',
    trimestre: 'quarter',
    ano: 'year',
  }),
);
const PRESET_WORDS = new Map<string, Preset>(
  Object.entries({
    ontem: 'yesterday',
    ayer: 'yesterday',
    estasemana: 'this_week',
    semanapassada: 'last_week',
    semanapasada: 'last_week',
    estemes: 'this_month',
    mespassado: 'last_month',
    mespasado: 'last_month',
    estetrimestre: 'this_quarter',
    esteano: 'this_year',
    anopassado: 'last_year',
    anopasado: 'last_year',
  }),
);
/** "últimos 30 dias", "últimos 12 meses". */
const LAST = /^ultimos(\d+)(dias|meses)$/;

/** @example readPeriod('Mês') // 'month' */
export function readPeriod(text: string): Period | null {
  const word = plainWord(text);
  return PERIODS.find((period) => period === word) ?? PERIOD_WORDS.get(word) ?? null;
}

/** @example readPreset('últimos 30 dias') // 'last_30_days' */
export function readPreset(text: string): Preset | null {
  const word = plainWord(text);
  const last = LAST.exec(word);
  const meant = last ? `last_${last[1]}_${last[2] === 'dias' ? 'days' : 'months'}` : null;
  return (
    PRESETS.find((preset) => preset === meant || plainWord(preset) === word) ??
    PRESET_WORDS.get(word) ??
    null
  );
}
