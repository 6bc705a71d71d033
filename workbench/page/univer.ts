// Starts the grid and formula engine with the parts the workbench uses.
import { type ILocales, LocaleType, LogLevel, Univer } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { CalculationMode, UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import enUS from '@univerjs/preset-sheets-core/locales/en-US';
import esES from '@univerjs/preset-sheets-core/locales/es-ES';
import ptBR from '@univerjs/preset-sheets-core/locales/pt-BR';

const locales: Record<string, { type: LocaleType; texts: unknown }> = {
  en: { type: LocaleType.EN_US, texts: enUS },
  es: { type: LocaleType.ES_ES, texts: esES },
  pt: { type: LocaleType.PT_BR, texts: ptBR },
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
  const { plugins } = UniverSheetsCorePreset({
    container,
    header: true,
    formula: { initialFormulaComputing: CalculationMode.FORCED },
    disableTextFormatAlert: true,
    disableTextFormatMark: true,
  });
  for (const plugin of plugins) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  return { univer, api: FUniver.newAPI(univer) };
}
