// Checks that what belongs to a person and what belongs to a file are kept apart, with two files of one person.
import { type Bench, openBench } from '../crash/bench';
import { buildWorld } from './world';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.parse('2026-11-22T15:00:00Z');
const WHOLE = { from: '2026-11-01', to: '2026-11-22', templates: 'all' as const };
const makeWorld = () =>
  buildWorld({
    seed: 5,
    now: new Date(START).toISOString(),
    zones: ['America/Sao_Paulo'],
    templates: 4,
    days: 30,
    density: 0.6,
    currencies: ['BRL'],
    plainNames: true,
  });

/** A file's saved state with the person's own store as another file left it. */
function withPersonOf(other: Bench, file: Bench): string {
  const saved = JSON.parse(file.save());
  saved.properties.user = JSON.parse(other.save()).properties.user;
  return JSON.stringify(saved);
}
const status = (bench: Bench) => {
  const answer = bench.rpc('status');
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
};

/** Two files of one person, both synced and with the daily update on. */
function openTwo(): { world: ReturnType<typeof makeWorld>; a: Bench; b: Bench } {
  const world = makeWorld();
  const a = openBench({ world });
  a.connect();
  a.sync(WHOLE);
  a.rpc('schedule', { on: true });
  const b = openBench({ world, saved: withPersonOf(a, openBench({ world })) });
  b.connect();
  b.sync(WHOLE);
  b.rpc('schedule', { on: true });
  return { world, a, b };
}

test('a broken file does not stop the daily update of another one', () => {
  let { world, a, b } = openTwo();
  a.host.edit({ op: 'deleteSheet', sheet: 'WA Daily' });
  for (let day = 1; day <= 3; day += 1) {
    const now = START + day * DAY;
    a = openBench({ world, saved: withPersonOf(b, a), now });
    a.host.fireTriggers();
    b = openBench({ world, saved: withPersonOf(a, b), now: now + 60_000 });
    b.host.fireTriggers();
  }
  expect(status(a).lastFailure).toMatchObject({ code: 'tab-missing' });
  expect(status(b).lastFailure).toBeNull();
  expect(Date.parse(status(b).lastSync)).toBeGreaterThanOrEqual(START + 3 * DAY);
});

test('after disconnecting in one file, the daily update of another is still one’s own to turn off', () => {
  const { world, a, b } = openTwo();
  a.rpc('disconnect');
  const later = openBench({ world, saved: withPersonOf(a, b) });
  expect(status(later).schedule).toMatchObject({ on: true, mine: true });
  expect(later.rpc('schedule', { on: false })).toMatchObject({
    ok: true,
    value: { on: false, mine: false },
  });
});

test('one person’s disconnecting leaves the accounts to the others', () => {
  const bench = openBench({ world: makeWorld() });
  bench.connect();
  bench.connect('ana');
  bench.sync(WHOLE);
  bench.rpc('disconnect', {}, 'ana');
  expect(bench.trySync(WHOLE)).toMatchObject({ ok: true });
  expect(bench.trySync(WHOLE, 'ana')).toMatchObject({ error: { code: 'not-connected' } });
});

test('forty accounts with long names are kept', () => {
  const world = buildWorld({
    seed: 6,
    now: new Date(START).toISOString(),
    zones: Array.from({ length: 40 }, () => 'America/Sao_Paulo' as const),
    templates: 1,
    days: 3,
    density: 0.1,
    currencies: ['BRL'],
    plainNames: true,
  });
  world.accounts.forEach((account, i) => {
    account.name = `Loja ${i} – ${'operação de atendimento e cobrança '.repeat(5)}`.trim();
    account.seenBy = 'owned';
  });
  const bench = openBench({ world });
  bench.connect();
  expect(status(bench).accounts).toHaveLength(40);
});

describe('other accounts chosen in the middle of a sync', () => {
  const begin = () => {
    const world = buildWorld({
      seed: 5,
      now: new Date(START).toISOString(),
      zones: ['America/Sao_Paulo', 'Europe/Lisbon'],
      templates: 160,
      days: 30,
      density: 0.1,
      currencies: ['BRL'],
      plainNames: true,
    });
    const bench = openBench({ world, fetchMs: 11_000 });
    bench.connect();
    bench.connect('ana');
    const ending = bench.syncOnce(WHOLE, null);
    if (!ending.answer?.ok || ending.answer.value.done) throw new Error('It is not half-way.');
    return { bench, ids: world.accounts.map(({ id }) => id), cursor: ending.answer.value.cursor };
  };

  test('by oneself: the cursor is refused, so that the sidebar begins anew', () => {
    const { bench, ids, cursor } = begin();
    expect(bench.rpc('chooseAccounts', { ids: ids.slice(0, 1) })).toMatchObject({ ok: true });
    expect(bench.syncOnce(WHOLE, cursor).answer).toMatchObject({ error: { code: 'bad-input' } });
    expect(bench.trySync(WHOLE)).toMatchObject({ ok: true });
  });

  test('by somebody else: none may go before the sync is done', () => {
    const { bench, ids, cursor } = begin();
    const fewer = { ids: ids.slice(0, 1) };
    expect(bench.rpc('chooseAccounts', fewer, 'ana')).toMatchObject({
      error: { code: 'sync-running' },
    });
    expect(bench.rpc('chooseAccounts', { ids }, 'ana')).toMatchObject({ ok: true });
    expect(bench.syncOnce(WHOLE, cursor).answer).toMatchObject({ ok: true });
  });
});
