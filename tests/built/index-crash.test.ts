// Checks on the built script that whatever moment a sync dies, or is looked at, a formula gives the number
// before it, the number after it, or a refusal.
import { createGraph, SAMPLE_TOKEN } from '../../workbench/graph';
import { createHost } from '../../workbench/host';
import type { HostApi, Json, PlannedFault, ServiceCall } from '../../workbench/host/api';
import { everything, spread } from '../crash/spread';
import { readBuilt } from './built';

const BEFORE = Date.parse('2026-11-21T18:50:00Z');
const AFTER = Date.parse('2026-11-22T18:50:00Z');
const FROM = '2026-10-20';
const TO = '2026-11-22';
const DAMAGED = /"WA Index" was changed/;
const PENDING: PlannedFault['pending'][] = ['lost', 'kept', 'half'];
/** Crash points visited; CRASH=all visits each, in every way. */
const MOST = 60;

function open(saved: string | null, onCall?: (call: ServiceCall) => void): HostApi {
  const host: HostApi = createHost({
    code: readBuilt('Code.js'),
    sidebarHtml: readBuilt('sidebar.html'),
    manifest: readBuilt('appsscript.json'),
    saved,
    ...(onCall ? { onCall } : {}),
    fetch: (requests) => {
      const graph = createGraph({ now: () => host.now() });
      return requests.map((request) =>
        graph.handle({ ...request, url: request.url.replace('https://graph.facebook.com', '') }),
      );
    },
  });
  host.setClock(saved === null ? BEFORE : AFTER);
  return host;
}

function rpc(host: HostApi, name: string, payload: Json): Json {
  const answer = host.run('rpc', [name, payload]);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}
// biome-ignore lint/suspicious/noExplicitAny: answers are read loosely.
type Loose = any;
/** One call of the sidebar; these spans are done in one. */
const syncOnce = (host: HostApi): Json =>
  rpc(host, 'sync', { from: FROM, to: TO, templates: 'all' });

/** What the rows of the ledger add up to, by template ID. */
function sums(host: HostApi): Map<string, number> {
  const [headers = [], ...lines] = host.range('WA Daily').values;
  const [id, sent] = [headers.indexOf('Template ID'), headers.indexOf('Sent')];
  const found = new Map<string, number>();
  for (const line of lines) {
    const key = String(line[id]);
    found.set(key, (found.get(key) ?? 0) + Number(line[sent]));
  }
  return found;
}

let saved: string;
let old: Map<string, number>;
let fresh: Map<string, number>;
/** Templates whose number the second sync changes: the only ones that can tell. */
let asked: string[];
/** Service calls of that sync: the first that writes to the hidden tab, and the last of all. */
let firstWrite = 0;
let lastCall = 0;

beforeAll(() => {
  const host = open(null);
  const { value } = rpc(host, 'connect', { token: SAMPLE_TOKEN }) as Loose;
  rpc(host, 'chooseAccounts', { ids: value.accounts.map(({ id }: { id: string }) => id) });
  host.setClock(BEFORE);
  expect(syncFully(host)).toBe(true);
  old = sums(host);
  saved = host.save();
  const next = open(saved, ({ number }) => {
    lastCall = number;
    const written = next.calls().tabs['WA Index']?.cellsWritten ?? 0;
    if (firstWrite === 0 && written > 0) firstWrite = number - 1;
  });
  expect(syncFully(next)).toBe(true);
  expect(firstWrite).toBeGreaterThan(1);
  fresh = sums(next);
  asked = [...fresh.keys()].filter((id) => fresh.get(id) !== old.get(id)).slice(0, 3);
  expect(asked.length).toBe(3);
});

/** One template each time: what differs between calls is the state, not who asks. */
const askedAt = (call: number): string[] =>
  everything ? asked : asked.slice(call % 3, (call % 3) + 1);

function syncFully(host: HostApi): boolean {
  const answer = syncOnce(host) as Loose;
  return answer.ok === true && answer.value.done === true;
}

/** A live formula and one without the live cell, for every template that can tell. */
function look(
  host: HostApi,
  found: Map<string, number>,
  faults: unknown[],
  where: unknown,
  ids: readonly string[] = asked,
): void {
  for (const id of ids) {
    for (const live of [[], [host.range('WA Index', 'B1').values[0]?.[0] as string]]) {
      const answer = host.formula('WA_SENT', [id, FROM, TO, '', ...live]);
      const said = !answer.ok
        ? DAMAGED.test(answer.error.message)
          ? 'refused'
          : 'wrong'
        : answer.value === fresh.get(id)
          ? 'new'
          : answer.value === old.get(id)
            ? 'old'
            : 'wrong';
      found.set(said, (found.get(said) ?? 0) + 1);
      if (said === 'wrong')
        faults.push({ where, id, live, answer, old: old.get(id), new: fresh.get(id) });
    }
  }
}

test('a formula evaluated between any two calls of a sync is never wrong', () => {
  const found = new Map<string, number>();
  const faults: unknown[] = [];
  let looking = true;
  const host = open(saved, ({ service, method, number }) => {
    if (looking) return;
    looking = true;
    look(host, found, faults, `${number} ${service}.${method}`, askedAt(number));
    looking = false;
  });
  look(host, found, faults, 'before');
  looking = false;
  expect(syncFully(host)).toBe(true);
  looking = true;
  look(host, found, faults, 'after');
  expect(found.get('old')).toBeGreaterThan(0);
  expect(found.get('new')).toBeGreaterThan(0);
  expect(faults.slice(0, 3)).toEqual([]);
}, 300_000);

test('after a sync that died at any call from the first write of the index on, a formula is never wrong', () => {
  const found = new Map<string, number>();
  const faults: unknown[] = [];
  for (const [dieAt, pending] of spread(listCrashes(), MOST)) {
    const ids = askedAt(dieAt);
    const host = open(saved);
    // Warm: the cache holds what formulas read before.
    look(host, new Map(), faults, 'before', ids);
    host.planFault({ dieAt, pending });
    host.run('rpc', ['sync', { from: FROM, to: TO, templates: 'all' }]);
    look(host, found, faults, `${dieAt} ${pending} warm`, ids);
    host.setClock(AFTER + 7 * 3_600_000);
    look(host, found, faults, `${dieAt} ${pending} cold`, ids);
  }
  expect(found.get('old')).toBeGreaterThan(0);
  expect(found.get('new')).toBeGreaterThan(0);
  expect(faults.slice(0, 3)).toEqual([]);
}, 300_000);

/** Every call with one way of dying, in turn; CRASH=all has every way at each. */
function listCrashes(): [number, PlannedFault['pending']][] {
  const all: [number, PlannedFault['pending']][] = [];
  for (let dieAt = firstWrite; dieAt <= lastCall; dieAt++) {
    PENDING.forEach((pending, way) => {
      if (everything || way === dieAt % PENDING.length) all.push([dieAt, pending]);
    });
  }
  return all;
}
