// Asks the peers of `baseline/` in Node, from values that are already there: for comparing answers.
import vm from 'node:vm';
import { bookOf } from './bare.mjs';
import { readBaseline } from './builds.mjs';

let present = [];
const context = vm.createContext(bookOf(() => present));
for (const name of ['naive.js', 'one-read-map.js']) {
  new vm.Script(await readBaseline(name)).runInContext(context);
}

/** The naive peer's answer to a question. */
export function naiveOver(values, { name, template, from, to }) {
  present = values;
  return context[`NAIVE_${name}`](template, from, to);
}

/** The answers of the peer with one read and a Map: a row per template, a column per period. */
export function mapOver(values, templates, starts, ends) {
  present = values;
  return context.MAP_SENT(templates, starts, ends);
}
