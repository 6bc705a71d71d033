// Judges what a person is told about a failure: three parts, in their language, short, and nothing of Meta's own text.
import type { Fault } from './form';

export type Locale = 'en_US' | 'pt_BR';
export interface Told {
  code: string;
  message: string;
  hint: string;
}

/** Longest text of one part. */
const LONGEST = 240;
const ENGLISH = /\b(the|was|and|again|your|you|changed|then|for|in)\b/gi;
const PORTUGUESE = /\b(o|a|os|não|nada|foi|para|de|do|da|na|no|e|ou|seu|sua|que|planilha)\b/gi;
const KEPT = {
  en_US: { nothing: /nothing in the sheet was changed/i, part: /already written stays/i },
  pt_BR: { nothing: /nada mudou na planilha/i, part: /já foi gravado continua/i },
} as const;

/** What is wrong with a told failure; none = all is well. */
export function judgeTold(
  told: Told,
  locale: Locale,
  kept: 'nothing' | 'part' | null,
  faults: readonly Fault[],
): string[] {
  const wrong: string[] = [];
  const { message, hint } = told;
  for (const [name, text] of Object.entries({ message, hint })) {
    if (typeof text !== 'string' || text.trim().length < 15) wrong.push(`the ${name} is missing`);
    else if (text.length > LONGEST) wrong.push(`the ${name} has ${text.length} characters`);
    else if (!/[.!?]$/.test(text)) wrong.push(`the ${name} is no whole sentence: ${text}`);
  }
  const both = `${message} ${hint}`;
  const odd = /undefined|null|NaN|\[object|[{}<>]\w|OAuth|fbtrace|EAA[A-Za-z0-9]/.exec(both);
  if (odd) wrong.push(`the text holds "${odd[0]}": ${both}`);
  if (kept !== null) {
    const words = KEPT[locale][kept];
    if (!words.test(message)) wrong.push(`what was kept (${kept}) is not said: ${message}`);
    else if (message.replace(words, '').trim().length < 15) {
      wrong.push(`what happened is not said: ${message}`);
    }
  }
  const [english, portuguese] = [ENGLISH, PORTUGUESE].map((list) => both.match(list)?.length ?? 0);
  const right =
    locale === 'pt_BR' ? (portuguese ?? 0) > (english ?? 0) : (english ?? 0) > (portuguese ?? 0);
  if (!right) wrong.push(`the text is not in the language of ${locale}: ${both}`);
  for (const said of faults.flatMap(({ answer: { error, body, text, html } }) =>
    textsOf([error, body, text, html]),
  )) {
    if (both.includes(said)) wrong.push(`Meta's own text is shown: ${said}`);
  }
  return wrong;
}

/** Every text of a faulty answer long enough to be recognised. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.length >= 12 ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

/** Words a file asks for that are not in a text: plain ones in any case, `/…/` as a pattern. */
export function missingWords(words: readonly string[], text: string): string[] {
  return words.filter((word) => !holds(word, text));
}
export const holds = (word: string, text: string): boolean => {
  const pattern = /^\/(.*)\/$/s.exec(word)?.[1];
  return pattern === undefined
    ? text.toLowerCase().includes(word.toLowerCase())
    : new RegExp(pattern, 'i').test(text);
};
