// Builds dist/ (what clasp pushes) and, with the word "workbench", the workbench in build/workbench/.

import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
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

/** Files whose exported functions Google calls by name, in the order of the built file. */
const ENTRY_FILES = ['src/entry/menu.ts', 'src/entry/formulas.ts'];

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
 * One script. Google only sees functions written at the top level, with the comment above them as help,
 * so these are generated from the entry files; everything else sits in `ledger_`.
 *
 * @param eager bundle everything the ordinary way, to measure what laziness saves
 */
async function buildScript({ eager = false } = {}) {
  const stubs = (await Promise.all(ENTRY_FILES.map(readStubs)))
    .flat()
    .map((stub) => stub.text)
    .join('\n');
  const called = await Promise.all(
    ENTRY_FILES.map(async (file) => [file, (await readStubs(file)).map((stub) => stub.name)]),
  );
  if (eager) return `var ledger_;${await bundle('ledger_', called)}\n${stubs}\n`;
  const shared = new Map();
  const lazy = await bundle('lazy_', Object.entries(LAZY), [takeCoreFromMain(shared)]);
  // Only what is left after tree shaking has to be handed over.
  const used = new Set([...lazy.matchAll(/\bledger_\.(\w+)/g)].map(([, name]) => name));
  const handed = [...shared]
    .filter(([name]) => used.has(name))
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
  return result.outputFiles[0].text.trim().replace(/^"use strict";/, '');
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

/** The exported functions of an entry file as literal top-level functions with their comments. */
async function readStubs(file) {
  const source = await readFile(file, 'utf8');
  const pattern = /(\/\*\*(?:(?!\*\/)[\s\S])*\*\/)\nexport function (\w+)\(([^)]*)\)/g;
  return [...source.matchAll(pattern)].map(([, comment, name, parameters]) => {
    const names = parameters
      .split(',')
      .map((parameter) => parameter.trim().split(':')[0].trim())
      .filter((parameter) => parameter !== '');
    // Only a formula's comment is ever read by Sheets; the others would be evaluated for nothing.
    const help = comment.includes('@customfunction') ? `${comment}\n` : '';
    const list = names.join(', ');
    return {
      name,
      text: `${help}function ${name}(${list}) { return ledger_.${name}(${list && '...arguments'}); }`,
    };
  });
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
    .replace('/* JS */', () => script.outputFiles[0].text.trim());
  if (html.includes('`'))
    throw new Error('A backtick is left in sidebar.html; Apps Script breaks it.');
  return html;
}

/** The server's texts and its table of time zones, as JSON that cannot end a script element. */
async function readWords() {
  const result = await esbuild.build({
    stdin: {
      contents: `export { words } from './src/texts/words'; export { TIME_ZONES } from './src/graph/time-zones';`,
      resolveDir: '.',
    },
    bundle: true,
    write: false,
    format: 'esm',
  });
  const code = Buffer.from(result.outputFiles[0].text).toString('base64');
  const { words, TIME_ZONES } = await import(`data:text/javascript;base64,${code}`);
  return () => JSON.stringify({ ...words, zones: TIME_ZONES }).replace(/</g, '\\u003c');
}

async function buildDist() {
  const [code, sidebar] = await Promise.all([buildScript(), buildSidebar()]);
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

export { buildScript };

if (import.meta.url === `file://${process.argv[1]}`) {
  await buildDist();
  if (process.argv.includes('workbench')) await buildWorkbench();
}
