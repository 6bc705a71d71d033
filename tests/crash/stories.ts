// The syncs that are crashed: a first one, a day's refresh beside a user's own columns, a long backfill.
import { civilDayOf, plusDays } from '../judge/days';
import { createRandom } from '../judge/random';
import { buildWorld, makePoint, type World, type WorldOptions } from '../judge/world';
import { type Bench, openBench } from './bench';
import { viewLedger } from './ledger-view';
import type { Plan } from './reference';

const ZONE = 'America/Sao_Paulo';
const NOON = '2026-11-22T15:00:00Z';
const DAY_MS = 86_400_000;

export interface Size {
  seed: number;
  templates: number;
  days: number;
  /** Share of days with traffic. */
  density: number;
}

function worldOf({ seed, templates, days, density }: Size): World {
  const sizes = { templates, days, density, marketing: density / 3 };
  const options: WorldOptions = { seed, now: NOON, zones: [ZONE], ...sizes };
  const world = buildWorld(options);
  // A quarter of the names has a second language: cut back to the number asked for.
  for (const account of world.accounts) account.templates.length = templates;
  return world;
}

const datesOf = (size: Size, now: number) => {
  const today = civilDayOf(now, ZONE);
  return { from: plusDays(today, 1 - Math.min(size.days, 89)), to: today };
};

/** A connected file with no ledger yet. */
export function firstSync(size: Size): Plan {
  const world = worldOf(size);
  const bench = openBench({ world });
  bench.connect();
  return {
    name: 'first sync',
    world,
    saved: bench.save(),
    now: world.now,
    payload: { ...datesOf(size, world.now), templates: 'all' },
  };
}

/** The day after: restated numbers, new rows, and a user who works inside and beside the table. */
export function dailyRefresh(size: Size): Plan {
  const world = worldOf(size);
  const bench = openBench({ world });
  bench.connect();
  const first = datesOf(size, world.now);
  bench.sync({ ...first, templates: 'all' });
  addUserWork(bench);
  const now = world.now + DAY_MS;
  moveOn(world, now, size.seed);
  return {
    name: 'daily refresh',
    world,
    saved: bench.save(),
    now,
    payload: { from: first.from, to: civilDayOf(now, ZONE), templates: 'all' },
  };
}

/** Many templates with little traffic each, and slow answers: several executions. */
export function longBackfill(size: Size): Plan {
  const world = worldOf(size);
  const bench = openBench({ world });
  bench.connect();
  const week = plusDays(civilDayOf(world.now, ZONE), -6);
  // A week is there already; the rest of what Meta still holds is asked for now.
  bench.sync({ from: week, to: civilDayOf(world.now, ZONE), templates: 'all' });
  return {
    name: 'long backfill',
    world,
    saved: bench.save(),
    now: world.now,
    fetchMs: 12_000,
    payload: { ...datesOf(size, world.now), templates: 'all' },
  };
}

/** The next day's traffic, and younger days that Meta counts again. */
export function moveOn(world: World, now: number, seed: number): void {
  const random = createRandom(seed + 77);
  const today = civilDayOf(now, ZONE);
  for (const account of world.accounts) {
    account.templates.forEach((template, n) => {
      if (n % 3 === 0) template.points.set(today, makePoint(template, account, today, random));
      for (const back of [1, 3, 6]) {
        const day = plusDays(today, -back);
        if (template.points.has(day) && random.chance(0.6)) {
          let point = makePoint(template, account, day, random);
          while (point.sent === 0) point = makePoint(template, account, day, random);
          template.points.set(day, point);
        }
      }
    });
  }
  world.now = now;
}

/** A column inside the table, columns beside it, notes, colours of rows, and a tab of the user's own. */
export function addUserWork(bench: Bench): void {
  const { host } = bench;
  host.edit({ op: 'insertColumns', sheet: 'WA Daily', at: 9, count: 1 });
  const view = viewLedger(bench.snapshot());
  if (!view) throw new Error('no ledger');
  const rows = view.rows.length;
  const line = (make: (row: number) => string | number): (string | number)[][] =>
    Array.from({ length: rows }, (_, n) => [make(n + 2)]);
  const sent = letter(view.columns.get('Sent') ?? 0);
  const spent = letter(view.columns.get('Spent') ?? 0);
  host.type('WA Daily', 'I1', [['Campaign']]);
  host.type(
    'WA Daily',
    'I2',
    line((row) => `campaign of row ${row}`),
  );
  host.type('WA Daily', 'X1', [['Cost per sent', 'Remark', 'Double']]);
  host.type(
    'WA Daily',
    'X2',
    line((row) => `=${spent}${row}/${sent}${row}`),
  );
  // Remarks on a few rows only; the last column doubles a number on every row.
  for (let row = 3; row <= rows; row += 7) host.type('WA Daily', `Y${row}`, [[`remark ${row}`]]);
  host.type(
    'WA Daily',
    'Z2',
    line((row) => `=2*$${sent}${row}`),
  );
  host.edit({ op: 'note', sheet: 'WA Daily', a1: 'C4', text: 'look at this month' });
  host.edit({ op: 'note', sheet: 'WA Daily', a1: 'Y5', text: 'ask Bea' });
  host.edit({ op: 'addSheet', sheet: 'Budget' });
  host.type('Budget', 'A1', [
    ['January', 1200],
    ['February', `='WA Daily'!${sent}2`],
  ]);
}

export function letter(column: number): string {
  return column > 26
    ? letter(Math.floor((column - 1) / 26)) + letter(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);
}
