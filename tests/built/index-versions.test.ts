// Checks on the built script which version of the index a formula believes: cache, hidden tab and live cell may disagree.
import { DAMAGED_KEY, headKey } from '../../src/app/index-keys';
import { noteFetched, refreshKeywords } from '../../src/core/coverage';
import { liveText } from '../../src/core/formula/arguments';
import { encodeHead, type Head } from '../../src/core/index/head';
import { chunkPlace, seal } from '../../src/core/index/seal';
import { createStore, type IndexStore, writeRows } from '../../src/core/testing/index-store';
import { row } from '../../src/core/testing/rows';
import { LAYOUT } from '../../src/google/index-tab';
import { createHost } from '../../workbench/host';
import type { HostApi, Json } from '../../workbench/host/api';
import { readBuilt } from './built';

const DAMAGED = /"WA Index" was changed/;
const NOTHING = /Nothing has been synced/;
const FIRST = 5;
const SECOND = 6;

/** What a sync leaves: the head's parts, and the sealed chunks by bucket and column. */
interface Written {
  parts: string[];
  chunks: string[][];
}

function publish(store: IndexStore, version: number, changed: readonly number[]): Written {
  const { head } = store;
  head.version = version;
  for (const month of changed) {
    const entry = head.months.find(([number]) => number === month);
    if (entry) entry[1] = version;
    else head.months.push([month, version]);
  }
  return { parts: encodeHead(head), chunks: chunksOf(store, head) };
}

const chunksOf = (store: IndexStore, head: Head): string[][] =>
  Array.from({ length: head.buckets }, (_, bucket) =>
    head.months.map(([month, version]) =>
      seal(
        store.texts.get(month)?.[bucket] ?? '',
        version,
        chunkPlace({ month, bucket }, head.buckets),
      ),
    ),
  );

/** The first sync sent 10 and 7; the second corrected the 7 to 9. */
function twoSyncs(): [Written, Written] {
  const store = createStore(4);
  const first = writeRows(store, [
    row('101', '2026-10-20', { sent: 10 }),
    row('101', '2026-11-20', { sent: 7 }),
  ]);
  noteFetched(store.head, 'A', 'all', { from: '2026-10-01', to: '2026-11-22' }, '2026-11-21');
  refreshKeywords(store.head, []);
  const before = publish(store, FIRST, first);
  const after = publish(store, SECOND, writeRows(store, [row('101', '2026-11-20', { sent: 9 })]));
  return [before, after];
}
const [BEFORE, AFTER] = twoSyncs();

// What a sync does with tab and cache, and a person with the tab.
const HELPERS = `
function fillTab(head, chunks, live) {
  const ss = SpreadsheetApp.getActive();
  const sheet = ss.getSheetByName('WA Index') || ss.insertSheet('WA Index');
  sheet.clear();
  sheet.getRange('${LAYOUT.live}').setValue("'" + live);
  head.forEach((part, i) => sheet.getRange(${LAYOUT.headRow} + i, 1).setValue("'" + part));
  chunks.forEach((line, i) => line.forEach((text, j) =>
    sheet.getRange(${LAYOUT.firstChunkRow} + i, j + 1).setValue("'" + text)));
}
function fillCache(entries) { CacheService.getDocumentCache().putAll(entries); }
function readCache(key) { return CacheService.getDocumentCache().get(key); }
function cutTab(row) {
  const sheet = SpreadsheetApp.getActive().getSheetByName('WA Index');
  sheet.deleteRows(row, sheet.getMaxRows() - row + 1);
}`;

function open(): HostApi {
  return createHost({
    code: readBuilt('Code.js') + HELPERS,
    sidebarHtml: readBuilt('sidebar.html'),
    manifest: readBuilt('appsscript.json'),
    fetch: (requests) => requests.map(() => ({ failed: 'no network in this test' })),
  });
}
function run(host: HostApi, name: string, ...args: Json[]): Json {
  const answer = host.run(name, args);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}
const fillTab = (host: HostApi, head: Written | null, chunks: Written | null, live: number): Json =>
  run(host, 'fillTab', head?.parts ?? [], chunks?.chunks ?? [], liveText(live));
const cacheHead = (host: HostApi, { parts }: Written): Json =>
  run(host, 'fillCache', Object.fromEntries(parts.map((part, i) => [headKey(i), part])));
function sent(host: HostApi, live: number | null = null): Json {
  const args = ['101', '2026-10-10', '2026-11-22', '', ...(live === null ? [] : [liveText(live)])];
  const answer = host.formula('WA_SENT', args);
  return answer.ok ? answer.value : answer.error.message;
}
const readsOf = (host: HostApi): number => host.calls().calls['Range.getValues'] ?? 0;

test('the tab alone answers, and then the cache', () => {
  const host = open();
  fillTab(host, AFTER, AFTER, SECOND);
  host.resetCalls();
  expect(sent(host, SECOND)).toBe(19);
  expect(readsOf(host)).toBe(2);
  expect(sent(host, SECOND)).toBe(19);
  expect(readsOf(host)).toBe(2);
});

test('a cached head that is older than the tab is noticed by the chunks, in two reads in all', () => {
  const host = open();
  fillTab(host, AFTER, AFTER, SECOND);
  cacheHead(host, BEFORE);
  host.resetCalls();
  expect(sent(host)).toBe(19);
  expect(readsOf(host)).toBe(2);
  expect(run(host, 'readCache', DAMAGED_KEY)).toBeNull();
  // The newer head is in the cache now.
  expect(sent(host)).toBe(19);
  expect(readsOf(host)).toBe(3);
});

test('chunks of a sync that died before its head are refused and noted', () => {
  for (const cached of [true, false]) {
    const host = open();
    fillTab(host, BEFORE, AFTER, FIRST);
    if (cached) cacheHead(host, BEFORE);
    host.resetCalls();
    expect(sent(host, FIRST)).toMatch(DAMAGED);
    expect(readsOf(host)).toBeLessThanOrEqual(2);
    expect(run(host, 'readCache', DAMAGED_KEY)).not.toBeNull();
  }
});

test('a head without its chunks is refused', () => {
  const host = open();
  fillTab(host, AFTER, BEFORE, SECOND);
  expect(sent(host)).toMatch(DAMAGED);
});

test('the live cell overrules an older head in the cache', () => {
  const host = open();
  fillTab(host, AFTER, AFTER, SECOND);
  cacheHead(host, BEFORE);
  expect(sent(host, SECOND)).toBe(19);
});

test('a file that was set back to an earlier day does not answer with what the cache remembers', () => {
  const host = open();
  fillTab(host, AFTER, AFTER, SECOND);
  expect(sent(host, SECOND)).toBe(19);
  fillTab(host, BEFORE, BEFORE, FIRST);
  expect(sent(host, FIRST)).toBe(17);
});

test('an older head left on the tab is refused when the live cell has moved on', () => {
  const host = open();
  fillTab(host, BEFORE, BEFORE, SECOND);
  expect(sent(host, SECOND)).toMatch(DAMAGED);
});

test('a tab without a head: new while the live cell never moved, damaged after', () => {
  const host = open();
  expect(sent(host)).toMatch(NOTHING);
  fillTab(host, null, null, 0);
  expect(sent(host)).toMatch(NOTHING);
  expect(run(host, 'readCache', DAMAGED_KEY)).toBeNull();
  fillTab(host, null, AFTER, SECOND);
  expect(sent(host)).toMatch(DAMAGED);
  expect(run(host, 'readCache', DAMAGED_KEY)).not.toBeNull();
});

test.each([LAYOUT.headRow + 2, LAYOUT.firstChunkRow])(
  'a tab whose rows were deleted from row %i on is refused in plain words',
  (from) => {
    const host = open();
    fillTab(host, AFTER, AFTER, SECOND);
    run(host, 'cutTab', from);
    expect(sent(host)).toMatch(DAMAGED);
    cacheHead(host, AFTER);
    expect(sent(host, SECOND)).toMatch(DAMAGED);
  },
);
