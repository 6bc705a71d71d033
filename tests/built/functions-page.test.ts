// The pages of functions say what the built script says while typing, in each language, and have not drifted.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './built';

/** Runs a script of the repository in its own process: jest does not load its modules. */
const run = (code: string): string =>
  execFileSync('node', ['--input-type=module', '-e', code], { cwd: root, encoding: 'utf8' });

const PAGES = JSON.parse(
  run(`import { makePages } from './docs/write-functions.mjs';
       console.log(JSON.stringify(await makePages()));`),
) as Record<string, string>;
const SCRIPTS = JSON.parse(
  run(`import { buildScript, LANGUAGES } from './esbuild.config.mjs';
       const all = await Promise.all(LANGUAGES.map(async (lang) => [lang, await buildScript({ lang })]));
       console.log(JSON.stringify(Object.fromEntries(all)));`),
) as Record<string, string>;

const FILES = { en: 'functions.md', 'pt-BR': 'functions.pt-BR.md', es: 'functions.es.md' };

/** Help by function: the summary, and the text of each parameter. */
function helpIn(script: string): Map<string, { summary: string; parameters: string[] }> {
  const found = new Map<string, { summary: string; parameters: string[] }>();
  const pattern =
    /\/\*\*\n \* (.*)\n \*\n((?: \* @param .*\n)+) \* @customfunction\n \*\/\nfunction (\w+)\(([^)]*)\)/g;
  for (const [, summary = '', lines = '', name = '', list = ''] of script.matchAll(pattern)) {
    const parameters = [...lines.matchAll(/@param \{\w+\} (\w+) (.+)/g)].map(
      ([, own]) => own ?? '',
    );
    expect(parameters.join(', ')).toBe(list);
    found.set(name, { summary, parameters });
  }
  return found;
}

test('there are pages in three languages, and they are what is committed', () => {
  expect(Object.keys(PAGES).sort()).toEqual(Object.values(FILES).sort());
  for (const [file, text] of Object.entries(PAGES)) {
    const committed = readFileSync(path.join(root, 'docs', file), 'utf8');
    expect(committed === text ? null : `docs/${file} has drifted: run npm run docs`).toBeNull();
  }
});

test.each(Object.entries(FILES))(
  'in %s the page has every function of the script, with its help',
  (lang, file) => {
    const help = helpIn(SCRIPTS[lang] ?? '');
    expect(help.size).toBe([...(SCRIPTS[lang] ?? '').matchAll(/^function WA_/gm)].length);
    expect(help.size).toBeGreaterThan(25);
    for (const [name, { summary, parameters }] of help) {
      expect(PAGES[file]).toContain(`${name}(${parameters.join('; ')})`);
      expect(PAGES[file]).toContain(summary);
    }
  },
);

test('a build in a language has that language alone in its help, and the same code', () => {
  const code = (lang: string) => (SCRIPTS[lang] ?? '').replace(/\/\*\*[\s\S]*?\*\//g, '');
  const says = (lang: string, text: string) => SCRIPTS[lang]?.includes(text);
  expect(says('pt-BR', 'Dinheiro gasto por clique')).toBe(true);
  expect(says('pt-BR', 'Money spent for each click')).toBe(false);
  expect(says('es', 'Dinero gastado por clic')).toBe(true);
  // Compared here, since the difference of two scripts is nothing to print.
  expect([code('pt-BR') === code('en'), code('es') === code('en')]).toEqual([true, true]);
});

test('the build refuses a language it has no help in, and names those it has', () => {
  let said = '';
  try {
    execFileSync('node', ['esbuild.config.mjs', '--lang', 'fr'], { cwd: root, stdio: 'pipe' });
  } catch (error) {
    said = String((error as { stderr: Buffer }).stderr);
  }
  expect(said).toMatch(/"fr".*en, pt-BR, es/);
});
