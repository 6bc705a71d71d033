// Starts the grid and formula engine with the parts the workbench uses.
import { type ILocales, LocaleType, LogLevel, ThemeService, Univer } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { CalculationMode, UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import enUS from '@univerjs/preset-sheets-core/locales/en-US';
import esES from '@univerjs/preset-sheets-core/locales/es-ES';
import ptBR from '@univerjs/preset-sheets-core/locales/pt-BR';
import { hiddenMenuEntries } from './unsupported';

const locales: Record<string, { type: LocaleType; texts: unknown }> = {
  en: { type: LocaleType.EN_US, texts: enUS },
  es: { type: LocaleType.ES_ES, texts: esES },
  pt: { type: LocaleType.PT_BR, texts: ptBR },
};

/** The green of the page, from light to dark. */
const greens = {
  50: '#f1f8f3',
  100: '#e6f4ea',
  200: '#ceead6',
  300: '#a8dab5',
  400: '#5bb974',
  500: '#34a853',
  600: '#188038',
  700: '#137333',
  800: '#0d652d',
  900: '#0b5726',
};

export interface Engine {
  univer: Univer;
  api: FUniver;
}

export function startEngine(container: string, language: string): Engine {
  const locale = locales[language] ?? { type: LocaleType.EN_US, texts: enUS };
  const univer = new Univer({
    locale: locale.type,
    locales: { [locale.type]: locale.texts } as ILocales,
    logLevel: LogLevel.ERROR,
  });
  const themes = univer.__getInjector().get(ThemeService);
  themes.setTheme({ ...themes.getCurrentTheme(), primary: greens });
  const { plugins } = UniverSheetsCorePreset({
    container,
    header: true,
    ribbonType: 'simple',
    menu: hiddenMenuEntries,
    formula: { initialFormulaComputing: CalculationMode.FORCED },
    disableTextFormatAlert: true,
    disableTextFormatMark: true,
    sheets: { disableForceStringAlert: true, disableForceStringMark: true },
  });
  for (const plugin of plugins) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  return { univer, api: FUniver.newAPI(univer) };
}
