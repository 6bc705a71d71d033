// Builds dist/ (what clasp pushes) and, with the word "workbench", the workbench in build/workbench/.
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
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
 * One script: a light half (formulas, menu), evaluated at every execution, and a heavy half (zod,
 * date-fns, sync) inside a function that runs on first use. Google only sees functions written at the
 * top level, with the comment above them as help, so these are generated from the entry files.
 */
async function buildScript({ eager = false } = {}) {
  const heavy = await bundle('src/entry/heavy.ts', 'heavyHalf_');
  const light = await bundle('src/entry/light.ts', 'ledger_');
  const load = eager
    ? `${heavy}function loadHeavy_(){return heavyHalf_}\n`
    : `var heavyMade_;function loadHeavy_(){if(!heavyMade_){${heavy}heavyMade_=heavyHalf_}return heavyMade_}\n`;
  const stubs = (await Promise.all(ENTRY_FILES.map(readStubs))).flat().join('\n');
  return `${load}${light}\n${stubs}\n`;
}

async function bundle(entry, globalName) {
  const result = await esbuild.build({ ...SCRIPT, entryPoints: [entry], globalName });
  return result.outputFiles[0].text.trim().replace(/^"use strict";/, '');
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
    return `${help}function ${name}(${names.join(', ')}) {\n  return ledger_.${name}(${names.join(', ')});\n}`;
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
    .replace('/* WORDS */', await readWords())
    .replace('/* CSS */', () => css.outputFiles[0].text.trim())
    .replace('/* JS */', () => script.outputFiles[0].text.trim());
  if (html.includes('`')) throw new Error('A backtick is left in sidebar.html; Apps Script breaks it.');
  return html;
}

/** The server's texts as JSON that cannot end a script element. */
async function readWords() {
  const result = await esbuild.build({
    entryPoints: ['src/texts/words.ts'],
    bundle: true,
    write: false,
    format: 'esm',
  });
  const code = Buffer.from(result.outputFiles[0].text).toString('base64');
  const { words } = await import(`data:text/javascript;base64,${code}`);
  return () => JSON.stringify(words).replace(/</g, '\\u003c');
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
