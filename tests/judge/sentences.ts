// Whether a refusal is one plain sentence in the person's language that says what to do.

export type Language = 'en' | 'pt-BR';
const LONGEST = 240;

/** Words of code, wherever they stand. */
const CODE = /\[object|WA_LIVE \d|\bWA-\w+|TypeError|RangeError|Exception|stack|\{\w*\}|�/;
/** The same, but a person may have typed these, and then they stand in quotes. */
const TYPED = /\b(undefined|NaN|null|true|false|Infinity)\b/;
/** Words that only the other language has. */
const FOREIGN: Record<Language, RegExp> = {
  en: /(^|[\s,:;(])(não|modelo|conta|célula|dia|mês|linha|coluna|da|uma?|para|você|aba)(?=[\s,.:;)?]|$)/i,
  'pt-BR':
    /\b(the|is|are|not|and|or|must|days?|months?|with|there|this|these|give|last|first|value|row|column|only|account|template|cell|word|press|open|text|from|to|it|was)\b/i,
};
/** What a sentence tells a person to do. */
const ADVICE: Record<Language, RegExp> = {
  en: /\b(use|write|check|did you mean|give|leave|put|must be|sync|say|swap|takes|works|only|make)\b/i,
  'pt-BR':
    /(^|[\s:,])(use|escreva|confira|você quis dizer|informe|deixe|coloque|deve ser|sincronize|diga|troque|aceita|funciona|só|clique em Sincronizar|faça)(?=[\s,.:;)?-]|$)/i,
};

/** What a person typed and what they are shown to type says nothing about the sentence. */
const bare = (sentence: string, names: readonly string[]): string =>
  names
    .reduce((text, name) => text.replaceAll(name, 'X'), sentence)
    .replace(/=WA_\w+\(.*\)/gs, '=F')
    .replace(/"[^"]*"/g, 'Q')
    .replace(/Ledger for WhatsApp|WA_\w+/g, 'X');

/**
 * Faults of a sentence, none where it is right.
 *
 * @param names of accounts and templates, in which any word may stand
 */
export function faultsOf(
  sentence: string,
  language: Language,
  named: readonly string[],
  names: readonly string[],
): string[] {
  const text = bare(sentence, names);
  const checks: [string, boolean][] = [
    ['is too long', sentence.length <= LONGEST],
    ['begins with a capital, a digit or a quote', /^["\p{Lu}\d]/u.test(sentence)],
    ['ends with one mark, or with a formula', /[^.!?…]([.?]|=F)$/.test(text)],
    ['is one sentence', !/[.!?…]["»)]?\s+\S/.test(text)],
    ['has no break', !/[\n\t]| {2}/.test(text)],
    ['holds no code', !CODE.test(sentence) && !TYPED.test(text)],
    ['is in the right language', !FOREIGN[language].test(text)],
    ['says what to do', ADVICE[language].test(text)],
    ...named.map((part): [string, boolean] => [`names ${part}`, sentence.includes(part)]),
  ];
  return checks.filter(([, holds]) => !holds).map(([rule]) => rule);
}
