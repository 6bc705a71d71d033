// The formula index at size, on the built script: thousands of templates, years of days. Counts only; times belong into bench/.
import path from 'node:path';
import { buildSync } from 'esbuild';
import { CHUNK_LIMIT } from '../../src/core/index/chunk';
import { decodeHead, HEAD_PARTS, type Head } from '../../src/core/index/head';
import { LAYOUT } from '../../src/google/index-tab';
import { createHost } from '../../workbench/host';
import type { CallCounts, HostApi, Json } from '../../workbench/host/api';
import { readBuilt, root } from './built';

/** What Sheets keeps in a cell, in characters, and the cache in a value, in bytes. */
const CELL = 50_000;
const CACHE_VALUE = 100 * 1024;
const INDEX = 'WA Index';
/** Head and places in twenty rows of two columns, and the live cell. */
const BESIDE_CHUNKS = 41;

interface Size {
  templates: number;
  days: number;
}
interface Row {
  template: string;
  day: string;
  metrics: { sent: number };
}

const bundle = (entry: string, format: 'iife' | 'cjs'): string =>
  buildSync({
    entryPoints: [path.join(root, entry)],
    absWorkingDir: root,
    bundle: true,
    write: false,
    format,
    globalName: 'bench_',
    target: 'es2020',
    platform: 'neutral',
    mainFields: ['module', 'main'],
  }).outputFiles[0]?.text ?? '';

/** The bench's way to leave in a spreadsheet what a sync of a ledger leaves. */
const SEED = `${bundle('bench/tools/seed.mjs', 'iife')}
function benchSeed(size, options) { bench_.seed(size, options); }
function benchCorrect(size, from) { bench_.correct(size, from); }`;

/** The invented rows, to add up without the product. */
const { rowsOf } = ((): { rowsOf: (size: Size, from?: string) => Row[] } => {
  const module = { exports: {} };
  new Function('module', bundle('bench/tools/ledger.mjs', 'cjs'))(module);
  return module.exports as never;
})();

function open(size: Size, listed = true): HostApi {
  const host = createHost({
    code: `${readBuilt('Code.js')}\n${SEED}`,
    sidebarHtml: readBuilt('sidebar.html'),
    manifest: readBuilt('appsscript.json'),
    fetch: (requests) => requests.map(() => ({ failed: 'no network in this test' })),
  });
  host.setClock('2026-11-22T12:00:00Z');
  run(host, 'benchSeed', { ...size }, { tabs: false, listed });
  return host;
}

function run(host: HostApi, name: string, ...args: Json[]): void {
  const answer = host.run(name, args);
  if (!answer.ok) throw new Error(answer.error.message);
}

function counted(host: HostApi, act: () => void): CallCounts {
  host.resetCalls();
  act();
  return host.calls();
}

/** Head and chunks of the hidden tab as they stand there. */
function readIndex(host: HostApi): {
  head: Head;
  parts: string[];
  /** By bucket, then by month. */
  chunks: string[][];
  cells: string[];
} {
  const { values } = host.range(INDEX);
  const column = values.map((line) => String(line[0] ?? ''));
  const parts = column.slice(LAYOUT.headRow - 1, LAYOUT.headRow - 1 + HEAD_PARTS);
  const head = decodeHead(parts);
  if (!head) throw new Error('The head cannot be read.');
  const chunks = values
    .slice(LAYOUT.firstChunkRow - 1)
    .map((line) => line.slice(0, head.months.length).map(String));
  const used = parts.filter((part) => part !== '');
  return { head, parts: used, chunks, cells: [...used, ...chunks.flat()] };
}

const FROM = '2026-10-25';
const TO = '2026-11-20';
const NAME = 'campanha_0007_oferta';

function sent(host: HostApi): Json {
  const answer = host.formula('WA_SENT', [NAME, FROM, TO, null, { live: true }]);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

const sum = (rows: readonly Row[]): number =>
  rows
    .filter(({ template, day }) => template === NAME && day <= TO)
    .reduce((total, { metrics }) => total + metrics.sent, 0);

describe.each([
  // A bucket for every sixteen templates; the months from August, or from November four years ago.
  { size: { templates: 5_000, days: 90 }, buckets: 313, months: 4 },
  { size: { templates: 250, days: 1_460 }, buckets: 16, months: 49 },
])('$size.templates templates over $size.days days', ({ size, buckets, months }) => {
  let host: HostApi;
  beforeAll(() => {
    host = open(size);
  }, 120_000);

  test('fit the cells of the hidden tab and the values of the cache', () => {
    const { head, parts, cells } = readIndex(host);
    expect([head.buckets, head.months.length, head.series.length]).toEqual([
      buckets,
      months,
      size.templates,
    ]);
    expect(parts.length).toBeLessThanOrEqual(HEAD_PARTS);
    expect(Math.max(...cells.map((cell) => cell.length))).toBeLessThanOrEqual(CELL);
    expect(Math.max(...cells.map((cell) => Buffer.byteLength(cell)))).toBeLessThanOrEqual(
      CACHE_VALUE,
    );
  });

  test('cost a formula the same two cache reads, and on a miss the same 22 cells', () => {
    const wanted = sum(rowsOf(size, FROM));
    const warm = { 'CacheService.getDocumentCache': 1, 'Cache.getAll': 2 };
    // A sync of so many templates leaves only the newest chunks in the cache.
    expect(sent(host)).toBe(wanted);
    const again = counted(host, () => expect(sent(host)).toBe(wanted));
    expect([again.calls, again.cellsRead]).toEqual([warm, 0]);

    host.setClock(host.now() + 7 * 3_600_000);
    const miss = counted(host, () => expect(sent(host)).toBe(wanted));
    expect(miss.calls).toMatchObject({ 'Cache.getAll': 2, 'Range.getValues': 2 });
    // The cells of the head, and a chunk of each month.
    expect(miss.cellsRead).toBe(HEAD_PARTS + 2);
    expect(JSON.stringify(miss.calls)).not.toMatch(/Propert|UrlFetch/);
  });

  test.each([
    ['2026-11-20', 1],
    ['2026-10-31', 2],
  ])(
    'a daily update from %s on rewrites the chunks of no more than %i months',
    (from, touched) => {
      const { tabs } = counted(host, () => run(host, 'benchCorrect', { ...size }, from));
      expect(tabs[INDEX]?.cellsWritten).toBe(BESIDE_CHUNKS + touched * buckets);
      // One message more on every row from that day on.
      const asked = rowsOf(size, FROM).filter(({ template }) => template === NAME);
      const corrected = asked.filter(({ day }) => day >= from && day <= TO).length;
      expect(sent(host)).toBe(sum(asked) + corrected);
    },
    60_000,
  );
});

test('the number of buckets grows until every chunk fits, and the answers stay', () => {
  const size = { templates: 300, days: 60 };
  const host = open(size, false);
  const { head, cells, chunks } = readIndex(host);
  // Four at first, since no template was known, and twice as many each time a chunk was too long.
  expect([8, 16, 32]).toContain(head.buckets);
  expect(Math.max(...cells.map((cell) => cell.length))).toBeLessThanOrEqual(CELL);
  // Half as many would not have done: two of these chunks would have been one.
  const half = head.buckets / 2;
  const pairs = chunks
    .slice(0, half)
    .flatMap((line, bucket) =>
      line.map((cell, month) => cell.length + (chunks[bucket + half]?.[month]?.length ?? 0)),
    );
  expect(Math.max(...pairs)).toBeGreaterThan(CHUNK_LIMIT);
  expect(sent(host)).toBe(sum(rowsOf(size, FROM)));
}, 60_000);
