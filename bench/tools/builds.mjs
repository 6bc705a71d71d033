// Makes the scripts that are compared, and what the bench itself needs of the project's TypeScript.
import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import esbuild from 'esbuild';
import { buildScript } from '../../esbuild.config.mjs';

const run = promisify(execFile);
/** Ignored by git, and inside the repository, so that packages are found from there. */
const SCRATCH = 'build/bench';

/** A built file, as clasp pushes it. */
export function readDist(name) {
  return readFile(path.join('dist', name), 'utf8').catch(() => {
    throw new Error(`dist/${name} is missing. Run: npm run build`);
  });
}

export const readBaseline = (name) =>
  readFile(new URL(`../baseline/${name}`, import.meta.url), 'utf8');

/** The same code with nothing left for later: every formula evaluates all of it. */
export const buildEager = () => buildScript({ eager: true });

/**
 * The same code as most people import zod: `import { z } from 'zod'`, which keeps all of zod and every
 * language of its messages. Built from a copy of the sources.
 */
export async function buildWithWholeZod() {
  const copy = path.resolve(SCRATCH, 'whole-zod');
  await rm(copy, { recursive: true, force: true });
  await mkdir(copy, { recursive: true });
  for (const name of ['src', 'package.json', 'tsconfig.json', 'esbuild.config.mjs']) {
    await cp(name, path.join(copy, name), { recursive: true });
  }
  await replaceImports(path.join(copy, 'src'));
  const print = `import('./esbuild.config.mjs').then(async (m) => process.stdout.write(await m.buildScript({ eager: true })))`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', print], {
    cwd: copy,
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}

async function replaceImports(folder) {
  const mini = "import * as z from 'zod/mini';";
  let replaced = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
    const file = path.join(entry.parentPath, entry.name);
    const text = await readFile(file, 'utf8');
    if (!text.includes(mini)) continue;
    await writeFile(file, text.replace(mini, "import { z } from 'zod';"));
    replaced += 1;
  }
  if (replaced === 0) throw new Error('No file imports zod/mini the usual way any more.');
}

/** The add-on's own write path as a function `name` of the script, to be put behind `dist/Code.js`. */
export async function buildSeed() {
  const result = await esbuild.build({
    entryPoints: ['bench/tools/seed.mjs'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'bench_',
    target: 'es2020',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  return `${result.outputFiles[0].text}
function benchSeed(size, options) { bench_.seed(size, options || {}); }
function benchCorrect(size, from) { bench_.correct(size, from); }
`;
}

/** TypeScript of the project, for use in Node. */
export async function load(contents) {
  await mkdir(SCRATCH, { recursive: true });
  const outfile = path.resolve(SCRATCH, 'project.mjs');
  await esbuild.build({
    stdin: { contents, resolveDir: '.', loader: 'ts' },
    bundle: true,
    outfile,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
    define: { __dirname: JSON.stringify(process.cwd()) },
  });
  return import(outfile);
}
