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
