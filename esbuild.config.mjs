// Builds dist/ (what clasp pushes; `--lang pt-BR` for the language of the help) and, with the word "workbench",
// the workbench in build/workbench/.

import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { minify } from '@swc/core';
import esbuild from 'esbuild';

/** Apps Script parses neither private fields nor static blocks; es2020 lowers them. */
const SCRIPT = {
  bundle: true,
  write: false,
  format: 'iife',
  target: 'es2020',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  conditions: ['import'],
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
};

/** The file whose exported functions Google calls by name, beside the custom functions. */
const MENU = 'src/entry/menu.ts';
/** What every custom function calls with its name and its values. */
const FORMULAS = 'src/entry/answer-formula.ts';
/** Help while typing comes from comments, so it has one language a build. */
const LANGUAGES = ['en', 'pt-BR', 'es'];

/**
 * Modules that bring zod or date-fns, with the functions others call in them. They are bundled on their
 * own, inside a function that runs at the first such call, so that a formula never evaluates them.
 */
const LAZY = {
  'src/graph/index.ts': ['createGraphClient'],
  'src/rpc/schemas.ts': ['readCall', 'readSyncState'],
  'src/core/calendar.ts': ['presetRange'],
};

/**
 * One script. Google only sees functions written at the top level, with the comment above them as help: those
 * of the menu are taken from its file, custom functions are written from the table of functions; everything
 * else sits in `ledger_`.
 *
 * @param eager bundle everything the ordinary way, to measure what laziness saves
 * @param lang language of the help while typing
 */
async function buildScript({ eager = false, lang = 'en' } = {}) {
  const menu = await readMenu();
  const functions = await describeFunctions(lang);
  const stubs = [...menu.map(writeMenuStub), ...functions.map(writeFunctionStub)].join('\n');
  const called = [
    [MENU, menu.map(({ name }) => name)],
    [FORMULAS, ['answerFormula']],
  ];
  if (eager) return `var ledger_;${await bundle('ledger_', called)}\n${stubs}\n`;
  const shared = new Map();
  const lazy = await bundle('lazy_', Object.entries(LAZY), [takeCoreFromMain(shared)]);
  // Only what is left after tree shaking has to be handed over.
  const used = new Set([...lazy.matchAll(/\bledger_\.(\w+)/g)].map(([, name]) => name));
  const handed = [...shared]
    .filter(([name]) => used.has(name))
    // Files are read side by side, in no order: sorted, the same sources always give the same script.
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, file]) => [file, [name]]);
  const main = await bundle('ledger_', [...called, ...handed], [loadLazily]);
  return [
    'var ledger_,lazy_;',
    `function loadLazy_(){if(!lazy_){${lazy}}return lazy_}`,
    main,
    stubs,
    '',
  ].join('\n');
}

/** Bundles functions of some files and puts them, by name, into a global. */
async function bundle(global, files, plugins = []) {
  const names = files.flatMap(([, list]) => list).join(', ');
  const imports = files.map(([file, list]) => `import { ${list.join(', ')} } from './${file}';`);
  const contents = `${imports.join('\n')}\n${global} = { ${names} };`;
  const result = await esbuild.build({
    ...SCRIPT,
    stdin: { contents, resolveDir: '.', loader: 'ts' },
    plugins,
  });
  // A second minifier finds what the first one leaves: some 4 % that every formula would load.
  const { code } = await minify(result.outputFiles[0].text, {
    ecma: 2020,
    compress: true,
    mangle: true,
  });
  return code.trim();
}

const inRepository = (path) => relative('.', path).split('\\').join('/');

/** In the main bundle, a lazy module is its functions, each of which loads it first. */
const loadLazily = {
  name: 'load-lazily',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const names = LAZY[inRepository(path)];
      if (!names) return undefined;
      const lines = names.map(
        (name) => `export const ${name} = (...a) => loadLazy_().${name}(...a);`,
      );
      return { contents: lines.join('\n'), loader: 'js' };
    });
  },
};

/** In the lazy bundle, core comes from the main one: one copy, and one class of errors. */
function takeCoreFromMain(shared) {
  return {
    name: 'take-core-from-main',
    setup(build) {
      build.onLoad({ filter: /[\\/]src[\\/]core[\\/].*\.ts$/ }, async ({ path }) => {
        const file = inRepository(path);
        if (LAZY[file]) return undefined;
        const source = await readFile(path, 'utf8');
        const names = [...source.matchAll(/^export (?:const|function|class) (\w+)/gm)].map(
          ([, n]) => n,
        );
        for (const name of names) shared.set(name, file);
        const lines = names.map(
          (name) => `export const ${name} = /* @__PURE__ */ (() => ledger_.${name})();`,
        );
        return { contents: lines.join('\n'), loader: 'js' };
      });
    },
  };
}

/** The exported functions of the menu's file: name and parameters. */
async function readMenu() {
  const source = await readFile(MENU, 'utf8');
  return [...source.matchAll(/^export function (\w+)\(([^)]*)\)/gm)].map(
    ([, name, parameters]) => ({
      name,
      parameters: parameters
        .split(',')
        .map((parameter) => parameter.trim().split(':')[0].trim())
        .filter((parameter) => parameter !== ''),
    }),
  );
}

function writeMenuStub({ name, parameters }) {
  const list = parameters.join(', ');
  return `function ${name}(${list}) { return ledger_.${name}(${list && '...arguments'}); }`;
}

/** Kinds of values in the help; everything else is text. */
const KINDS = { from: 'date', to: 'date', synced: 'date' };

/**
 * The custom functions in one language: name, summary, and parameters with their help.
 *
 * @throws Error for a language there is no help in
 */
async function describeFunctions(lang) {
  if (!LANGUAGES.includes(lang)) {
    throw new Error(`There is no help in "${lang}". Use one of: ${LANGUAGES.join(', ')}.`);
  }
  const { FUNCTIONS, functions } = await load(
    `export { FUNCTIONS } from './src/core/formula/functions';
     export { functions } from './src/texts/${lang}/functions';`,
  );
  return Object.entries(FUNCTIONS).map(([name, { parameters }]) => ({
    name,
    summary: functions.summary[name],
    parameters: parameters.map((parameter) => ({
      name: parameter,
      kind: KINDS[parameter] ?? 'string',
      help: functions.help[parameter],
    })),
  }));
}

function writeFunctionStub({ name, summary, parameters }) {
  const help = parameters.map((one) => ` * @param {${one.kind}} ${one.name} ${one.help}`);
  const names = parameters.map((one) => one.name).join(', ');
  return [
    '/**',
    ` * ${summary}`,
    ' *',
    ...help,
    ' * @customfunction',
    ' */',
    `function ${name}(${names}) { return ledger_.answerFormula('${name}', arguments); }`,
  ].join('\n');
}

/** Runs a module of the sources here and gives what it exports. */
async function load(contents) {
  const result = await esbuild.build({
    stdin: { contents, resolveDir: '.', loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
  });
  const code = Buffer.from(result.outputFiles[0].text).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}

/** The sidebar as one HTML file. */
async function buildSidebar() {
  const [shell, css] = await Promise.all([
    readFile('sidebar/sidebar.html', 'utf8'),
    esbuild.build({ entryPoints: ['sidebar/sidebar.css'], write: false, minify: true }),
  ]);
  const script = await esbuild.build({
    ...SCRIPT,
    platform: 'browser',
    entryPoints: ['sidebar/main.ts'],
    // Apps Script strips what looks like comments inside template literals of served HTML.
    supported: { 'template-literal': false },
  });
  const html = shell
    .replace('"WORDS"', await readWords())
    .replace('/* CSS */', () => css.outputFiles[0].text.trim())
    // A backtick left in the script is part of a text.
    .replace('/* JS */', () => script.outputFiles[0].text.trim().replace(/`/g, '\\u0060'));
  if (html.includes('`'))
    throw new Error('A backtick is left in sidebar.html; Apps Script breaks it.');
  return html;
}

/** The server's texts and its table of time zones, as JSON that cannot end a script element. */
async function readWords() {
  const { words, TIME_ZONES } = await load(
    `export { words } from './src/texts/words'; export { TIME_ZONES } from './src/graph/time-zones';`,
  );
  return () => JSON.stringify({ ...words, zones: TIME_ZONES }).replace(/</g, '\\u003c');
}

async function buildDist(lang) {
  const [code, sidebar] = await Promise.all([buildScript({ lang }), buildSidebar()]);
  await rm('dist', { recursive: true, force: true });
  await mkdir('dist', { recursive: true });
  await writeFile('dist/Code.js', code);
  await writeFile('dist/sidebar.html', sidebar);
  await copyFile('appsscript.json', 'dist/appsscript.json');
}

async function buildWorkbench() {
  const node = {
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    outdir: 'build/workbench',
    outExtension: { '.js': '.mjs' },
    logLevel: 'warning',
    packages: 'external',
  };
  const scripts = ['main', 'worker'].map((name) => `workbench/server/${name}.ts`);
  if (existsSync('workbench/screenshots.ts')) scripts.push('workbench/screenshots.ts');
  await Promise.all([
    esbuild.build({ ...node, entryPoints: scripts, entryNames: '[name]' }),
    esbuild.build({
      entryPoints: ['workbench/page/main.ts', 'workbench/page/frame.ts'],
      bundle: true,
      minify: true,
      format: 'iife',
      target: 'es2022',
      outdir: 'build/workbench/page',
      entryNames: '[name]',
      logLevel: 'error',
      loader: { '.ttf': 'dataurl', '.woff': 'dataurl', '.woff2': 'dataurl', '.svg': 'dataurl' },
      define: { 'process.env.NODE_ENV': '"production"' },
    }),
  ]);
}

export { buildScript, describeFunctions, LANGUAGES, load };

if (import.meta.url === `file://${process.argv[1]}`) {
  const { values, positionals } = parseArgs({
    options: { lang: { type: 'string', default: 'en' } },
    allowPositionals: true,
  });
  await buildDist(values.lang);
  if (positionals.includes('workbench')) await buildWorkbench();
}
