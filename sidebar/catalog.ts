// The formulas people can browse: their titles, and the ones a search means, best first.

import { FUNCTIONS, type FunctionName, type Parameter } from '../src/rpc/contract';
import type { SidebarTexts } from '../src/texts/en/sidebar';
import { fold } from './picker';

/** What the form has a field for. A function that needs anything else is not offered. */
const FIELDS: ReadonlySet<Parameter> = new Set([
  'template',
  'button',
  'metric',
  'metrics',
  'from',
  'to',
  'by',
  'pattern',
  'account',
  'synced',
  'live',
] satisfies Parameter[]);

export const BROWSED = (Object.keys(FUNCTIONS) as FunctionName[]).filter((name) =>
  FUNCTIONS[name].parameters.every((parameter) => FIELDS.has(parameter)),
);

/** The metric's title, or the function's own. @example titleOf('WA_SPENT', en) // 'Spent' */
export function titleOf(name: FunctionName, texts: SidebarTexts): string {
  const spec = FUNCTIONS[name];
  const { metrics, titles } = texts.formulas;
  if ('metric' in spec) return metrics[spec.metric];
  return (titles as Partial<Record<FunctionName, string>>)[name] ?? name;
}

const wordsIn = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Where a word may be found, and what finding it there is worth: whole, and as a beginning. */
type Place = readonly [words: readonly string[], whole: number, beginning: number];

interface Entry {
  name: FunctionName;
  places: readonly Place[];
  /** Title and needs as they stand, for a search that says one of them word for word. */
  phrases: string;
}

/** Made once per language, for it is read at every key. */
const entries = new WeakMap<SidebarTexts, Entry[]>();

function entriesOf(texts: SidebarTexts): Entry[] {
  const known = entries.get(texts);
  if (known) return known;
  const { summary, needs } = texts.formulas;
  const made = BROWSED.map((name): Entry => {
    const title = wordsIn(titleOf(name, texts));
    const need = wordsIn(needs[name]);
    return {
      name,
      places: [
        [title, 8, 6],
        [need, 5, 4],
        // The name itself, and its parts: `WA_COST_PER_CLICK`, `cost`.
        [[name.toLowerCase(), ...wordsIn(name.replace(/_/g, ' '))], 3, 2],
        [wordsIn(summary[name]), 2, 1],
      ],
      phrases: ` ${title.join(' ')} | ${need.join(' ')} `,
    };
  });
  entries.set(texts, made);
  return made;
}

function worth(places: readonly Place[], word: string): number {
  return Math.max(
    ...places.map(([words, whole, beginning]) =>
      words.includes(word) ? whole : words.some((one) => one.startsWith(word)) ? beginning : 0,
    ),
  );
}

/** Typed as one word, a function's name has underscores. */
const readSearch = (search: string): string[] =>
  fold(search).match(/wa_[a-z_]*|[\p{L}\p{N}]+/gu) ?? [];

/**
 * The formulas in which every word of the search begins some word, best first; words that say nothing,
 * such as "of", count only when there are no others. Without a search all of them, in the order of the docs.
 *
 * @example searchFormulas('cost of a click', en)[0] // 'WA_COST_PER_CLICK'
 */
export function searchFormulas(search: string, texts: SidebarTexts): FunctionName[] {
  const typed = readSearch(search);
  const fillers = new Set(wordsIn(texts.formulas.fillers));
  const telling = typed.filter((word) => !fillers.has(word));
  const words = telling.length > 0 ? telling : typed;
  if (words.length === 0) return [...BROWSED];
  const phrase = ` ${typed.join(' ')} `;
  return entriesOf(texts)
    .map(({ name, places, phrases }) => {
      const worths = words.map((word) => worth(places, word));
      const found = worths.every((one) => one > 0);
      const score = worths.reduce((sum, one) => sum + one, 0);
      return { name, score: found ? score + (phrases.includes(phrase) ? 10 : 0) : 0 };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ name }) => name);
}
