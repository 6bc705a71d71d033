// Prints what one formula pays to evaluate dist/Code.js, against the same code bundled the ordinary way.
import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import vm from 'node:vm';
import { buildScript } from '../esbuild.config.mjs';

/**
 * Evaluating may cost a formula at most this part of what it would cost without the lazy half. Parsing is
 * printed too, and what both add up to: the same text has to be read either way, and only code kept in
 * strings, which nobody can review, would be read faster.
 */
const LIMIT = 1 / 3;
const WARM_UP = 20;
const ROUNDS = 300;

/** Sheets loads the whole script for every formula cell: reading the text (parse), then evaluating it (run). */
function evaluate(code, round) {
  const context = vm.createContext({});
  // A new text each time: the engine would otherwise reuse what it has compiled.
  const text = `${code}\n//${round}`;
  const start = performance.now();
  const script = new vm.Script(text);
  const parsed = performance.now();
  script.runInContext(context);
  const end = performance.now();
  return { parse: parsed - start, run: end - parsed, total: end - start };
}

/** The value below which a part of the sorted times lies. */
const quantile = (sorted, part) => sorted[Math.floor((sorted.length - 1) * part)];

const PARTS = ['parse', 'run', 'total'];

/** P10 and median of every part. */
function summarise(rounds) {
  return Object.fromEntries(
    PARTS.map((part) => {
      const sorted = rounds.map((round) => round[part]).sort((a, b) => a - b);
      return [part, { P10: quantile(sorted, 0.1), median: quantile(sorted, 0.5) }];
    }),
  );
}

const built = await readFile('dist/Code.js', 'utf8').catch(() => {
  throw new Error('dist/Code.js is missing. Run: npm run build');
});
const scripts = { lazy: built, eager: await buildScript({ eager: true }) };
const times = { lazy: [], eager: [] };
for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
  // Each goes first in every other round, so that neither profits from the other's garbage.
  const order = round % 2 === 0 ? ['lazy', 'eager'] : ['eager', 'lazy'];
  for (const name of order) {
    const time = evaluate(scripts[name], `${name} ${round}`);
    if (round >= WARM_UP) times[name].push(time);
  }
}

const lazy = summarise(times.lazy);
const eager = summarise(times.eager);
console.log(`dist/Code.js ${Buffer.byteLength(scripts.lazy)} bytes`);
console.log(`bundled eagerly ${Buffer.byteLength(scripts.eager)} bytes`);
for (const part of PARTS) {
  for (const rank of ['P10', 'median']) {
    const [ours, theirs] = [lazy[part][rank], eager[part][rank]];
    const times = `${ours.toFixed(3)} ms of ${theirs.toFixed(3)} ms`;
    console.log(
      `${part.padEnd(6)}${rank.padEnd(7)} ${times.padEnd(24)} ratio ${(ours / theirs).toFixed(3)}`,
    );
  }
}
const worst = Math.max(lazy.run.P10 / eager.run.P10, lazy.run.median / eager.run.median);
console.log(`evaluating (run) costs ${worst.toFixed(3)} of the eager bundle; the limit is 0.333`);
if (worst > LIMIT) process.exitCode = 1;
