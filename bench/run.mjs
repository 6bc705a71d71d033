// `npm run bench`: measures the built script against peers, prints one table, and fails on counts and ratios.
// A word of a row's name after `--` runs only that row: `npm run bench -- B4`.
import { Report } from './tools/report.mjs';

const ROWS = {
  seed: () => import('./rows/seed.mjs'),
  B1: () => import('./rows/bytes.mjs'),
  B2: () => import('./rows/loading.mjs'),
  B3: () => import('./rows/one-formula.mjs'),
  B4: () => import('./rows/one-formula-time.mjs'),
  B5: () => import('./rows/many-questions.mjs'),
  B15: () => import('./rows/doubling.mjs'),
  size: () => import('./rows/size.mjs'),
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !(name in ROWS));
if (unknown) throw new Error(`There is no row ${unknown}: ${Object.keys(ROWS).join(', ')}.`);

const report = new Report();
const began = Date.now();
for (const [name, open] of Object.entries(ROWS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  await (await open()).measure(report);
}
if (!report.print()) process.exitCode = 1;
console.error(`${Math.round((Date.now() - began) / 1000)} s`);
