// Choosing the language, and the texts of all languages side by side.

import { LANGUAGES, languageOf, localeOf, textsOf } from './language';

test('automatic follows the browser, and a choice wins over it', () => {
  expect(languageOf('auto', 'pt-BR')).toBe('pt-BR');
  expect(languageOf('auto', 'pt')).toBe('pt-BR');
  expect(languageOf('auto', 'en-GB')).toBe('en');
  expect(languageOf('auto', 'fr-FR')).toBe('en');
  expect(languageOf('en', 'pt-BR')).toBe('en');
});

test('dates follow the region of the browser only when it speaks the same language', () => {
  expect(localeOf('en', 'en-GB')).toBe('en-GB');
  expect(localeOf('pt-BR', 'en-GB')).toBe('pt-BR');
  expect(localeOf('en', '')).toBe('en');
});

/** Every text by its path; a text with blanks is filled so that it can be read. */
function flatten(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const spoken = [1, 7].map((count) => {
      const filled = Array.from({ length: value.length }, (_, index) =>
        /result\.keptText|soFar|days|chosen|gone|history\.(held|open|lost|earlier)/.test(path) &&
        index % 2 === 0
          ? count
          : `<${count}>`,
      );
      return String((value as (...filled: unknown[]) => string)(...filled));
    });
    return spoken.map((text, index) => [`${path}(${index})`, text]);
  }
  return Object.entries(value as object).flatMap(([key, inner]) =>
    flatten(inner, `${path}.${key}`),
  );
}

const all = LANGUAGES.map((language) => new Map(flatten(textsOf(language), '')));
const [english = new Map(), portuguese = new Map()] = all;

test('every language has the same texts', () => {
  expect([...portuguese.keys()]).toEqual([...english.keys()]);
  expect(english.size).toBeGreaterThan(150);
});

test('no text is empty, cut open or spoiled by a missing value', () => {
  for (const texts of all) {
    for (const [path, text] of texts) {
      expect([path, text]).toEqual([path, expect.stringMatching(/^\S(.*\S)?$/)]);
      expect(text).not.toMatch(/undefined|NaN|null|\$\{/);
    }
  }
});

test('a text is the same in both languages only where the word is', () => {
  const same = [...english].filter(([path, text]) => portuguese.get(path) === text);
  expect(same.map(([, text]) => text)).toEqual(['Marketing', 'WA_SYNCED', 'WA_LIVE', 'ROAS']);
});

test('no text holds two slashes, which served pages take for a comment', () => {
  for (const texts of all) {
    for (const text of texts.values()) expect(text).not.toMatch(/\/\//);
  }
});

test('one is singular and seven are plural in both languages', () => {
  const [en, ptBr] = LANGUAGES.map(textsOf);
  expect(en?.dates.days(1, '1')).toBe('1 day');
  expect(en?.dates.days(7, '7')).toBe('7 days');
  expect(ptBr?.progress.soFar(1, '1', 2, '2')).toBe('1 linha adicionada, 2 alteradas');
  expect(en?.history.open(1, '1')).toBe('1 day missing. Meta still has it.');
  expect(ptBr?.history.lost(7, '7')).toBe('Faltam 7 dias. A Meta não os tem mais.');
  expect(en?.restore.madeColumn('T', 1, '1', '9')).toContain('1 column was added');
  expect(ptBr?.restore.madeTab('T', 1, '1')).toContain('com 1 linha.');
  expect(ptBr?.daily.tomorrow(1)).toBe('amanhã, perto da 1h');
  expect(ptBr?.result.keptText(7, '7')).toContain('7 linhas foram gravadas');
});
