// What a spreadsheet's locale means for formulas: the separator between arguments.

/** Locales that write decimals with a point, and so separate arguments with a comma. */
const POINT_DECIMAL = /^(en(?!_ZA)|ja|zh|ko|th|iw|he|hi|fil|ms|es_(MX|US|PR|DO|GT|HN|NI|PA|PE|SV))/;

/** @example separatorFor('pt_BR') // ';' */
export function separatorFor(locale: string): ';' | ',' {
  return POINT_DECIMAL.test(locale) ? ',' : ';';
}
