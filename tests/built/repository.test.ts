// Checks what is in the repository: dependencies, the lock file, and that no secret was written down.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './built';

interface LockedPackage {
  version?: string;
  resolved?: string;
  integrity?: string;
  dev?: boolean;
  optional?: boolean;
  optionalDependencies?: Record<string, string>;
}

const readText = (name: string) => readFileSync(path.join(root, name), 'utf8');
const lock: Record<string, LockedPackage> = JSON.parse(readText('package-lock.json')).packages;
const installed = Object.entries(lock).filter(([where]) => where !== '');

test('production dependencies are exactly zod and date-fns, at one version each', () => {
  const { dependencies } = JSON.parse(readText('package.json'));
  expect(Object.keys(dependencies).sort()).toEqual(['date-fns', 'zod']);
  for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  const shipped = installed.filter(([, entry]) => !entry.dev).map(([where]) => where);
  expect(shipped.sort()).toEqual(['node_modules/date-fns', 'node_modules/zod']);
});

test('the lock file names no registry', () => {
  expect(installed.filter(([, entry]) => entry.resolved !== undefined)).toEqual([]);
});

test('every package is locked by its hash, but for those of other systems', () => {
  const loose = installed.filter(([, entry]) => !entry.integrity && !entry.optional);
  expect(loose.map(([where]) => where)).toEqual([]);
});

test('the lock file holds the optional packages of every system, or npm ci refuses it', () => {
  const wanted = Object.values(lock).flatMap((entry) =>
    Object.keys(entry.optionalDependencies ?? {}).map((name) => `node_modules/${name}`),
  );
  expect(wanted.length).toBeGreaterThan(0);
  expect(wanted.filter((where) => lock[where] === undefined)).toEqual([]);
});

/**
 * Real tokens of Meta are far longer than the made-up ones in the tests. Each pattern is written so that
 * this file does not match itself.
 */
const SECRETS: [string, RegExp][] = [
  ['a Meta token', new RegExp(`${'EA'}A[A-Za-z0-9]{60,}`)],
  ['a Google key', new RegExp(`${'AI'}za[A-Za-z0-9_-]{30,}`)],
  ['a Google client secret', new RegExp(`${'GOC'}SPX-[A-Za-z0-9_-]{10,}`)],
  ['a Google access token', new RegExp(`${'ya'}29\\.[A-Za-z0-9_-]{20,}`)],
  ['a private key', new RegExp(`${'-----BEGIN'} [A-Z ]*PRIVATE KEY-----`)],
];

test.each(SECRETS)('no tracked file holds %s', (_what, pattern) => {
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter((name) => /\.(ts|mjs|js|json|md|html|css|ya?ml)$/.test(name) || !name.includes('.'));
  expect(files.length).toBeGreaterThan(100);
  const found = files.filter((name) => {
    try {
      return pattern.test(readText(name));
    } catch {
      return false; // Deleted here, still in the index.
    }
  });
  expect(found).toEqual([]);
});

test('the script id of nobody’s spreadsheet is in the repository', () => {
  expect(JSON.parse(readText('.clasp.json'))).toEqual({
    scriptId: 'PUT-YOUR-SCRIPT-ID-HERE',
    rootDir: 'dist',
  });
});
