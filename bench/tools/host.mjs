// Opens ledgers in the workbench's host, asks them formulas, and counts what that takes.
import { buildSeed, load, readBaseline, readDist } from './builds.mjs';

const PROJECT = `
export { createHost } from './workbench/host';
export { openBench } from './tests/crash/bench';
export { LAYOUT } from './src/google/index-tab';
export { headKey, chunkKey } from './src/app/index-keys';
export { decodeHead, HEAD_PARTS } from './src/core/index/head';
export { unseal } from './src/core/index/seal';
export { TABLES } from './src/core/tables';
export { rawCell } from './src/google/table-rows';
`;

/** The project's own modules that the bench uses. */
export const project = await load(PROJECT);

const files = {
  code: await readDist('Code.js'),
  sidebarHtml: await readDist('sidebar.html'),
  manifest: await readDist('appsscript.json'),
};
const seedCode = await buildSeed();
/** The peers as custom functions beside ours. */
const peers = (await Promise.all(['naive.js', 'one-read-map.js'].map(readBaseline))).join('\n');
const HELP = '/** @customfunction */\n';

/** An empty spreadsheet with the built script in it, the seed and the peers. */
export function openHost(now = '2026-11-22T12:00:00Z') {
  const peerFunctions = peers.replace(/^function (?=[A-Z])/gm, `${HELP}function `);
  const host = project.createHost({
    ...files,
    code: `${files.code}\n${seedCode}\n${peerFunctions}`,
    fetch: (requests) => requests.map(() => ({ failed: 'a formula asked the network' })),
  });
  host.setClock(now);
  return host;
}

/** Calls a function of the script as a menu would. */
export function call(host, name, ...args) {
  const answer = host.run(name, args);
  if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`);
  return answer.value;
}

/** A spreadsheet with an invented ledger in it. */
export function openLedger(size, options = {}) {
  const host = openHost();
  call(host, 'benchSeed', size, options);
  return host;
}

let executions = 0;

/** What a cell with this formula shows. */
export function ask(host, name, ...args) {
  executions += 1;
  const answer = host.formula(name, args);
  if (!answer.ok)
    throw new Error(`${name}(${JSON.stringify(args).slice(0, 200)}): ${answer.error.message}`);
  return answer.value;
}

/** The cache forgets everything after six hours. */
export function emptyCache(host) {
  host.setClock(host.now() + 7 * 3_600_000);
}

/** Does something and tells what it took: service calls by name, cells read and written, by tab too. */
export function count(host, act) {
  host.resetCalls();
  executions = 0;
  const answer = act();
  const { calls, cellsRead, cellsWritten, tabs } = host.calls();
  const all = Object.entries(calls);
  return {
    answer,
    tabs,
    cellsRead,
    cellsWritten,
    executions,
    cacheReads: (calls['Cache.getAll'] ?? 0) + (calls['Cache.get'] ?? 0),
    tabReads: calls['Range.getValues'] ?? 0,
    properties: sum(all, /^Propert/),
    requests: sum(all, /^UrlFetch/),
    calls: sum(all, /^/),
  };
}

const sum = (calls, pattern) =>
  calls.reduce((n, [name, times]) => (pattern.test(name) ? n + times : n), 0);

/** What stands in the hidden tab: the head's parts, and the head itself. */
export function readIndex(host) {
  const { values } = host.range('WA Index');
  const at = project.LAYOUT.headRow - 1;
  const parts = values.slice(at, at + project.HEAD_PARTS).map((line) => String(line[0] ?? ''));
  const head = project.decodeHead(parts);
  const first = project.LAYOUT.firstChunkRow - 1;
  const chunks = Array.from({ length: head.buckets }, (_, bucket) =>
    head.months.map((_month, column) => String(values[first + bucket]?.[column] ?? '')),
  );
  return { live: String(values[0]?.[1]), parts: parts.filter((part) => part !== ''), head, chunks };
}
